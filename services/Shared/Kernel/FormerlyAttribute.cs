namespace PracticeAnalysis.Kernel;

/// <summary>The alias under which a fact was stored before, with the whole message of another service as its only member, <c>message</c>. It is
/// written no more, and reads as this fact: of the message's members, those that bear the fact's names.</summary>
/// <param name="alias">The alias of before; no fact of today has it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FormerlyAttribute(string alias) : Attribute
{
    /// <summary>The alias of before.</summary>
    public string Alias { get; } = alias;
}
