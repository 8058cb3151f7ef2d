namespace PracticeAnalysis.Kernel;

/// <summary>A member of an answer that is told under another name too, and goes one day: the contract marks it.</summary>
/// <param name="instead">The member to read instead.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DeprecatedMemberAttribute(string instead) : Attribute
{
    /// <summary>The member to read instead.</summary>
    public string Instead => instead;
}
