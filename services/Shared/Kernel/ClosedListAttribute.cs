using System.Reflection;

namespace PracticeAnalysis.Kernel;

/// <summary>Which words a string, or each item of a list of strings, may be. The contract says them; whoever reads the input refuses others.</summary>
/// <param name="holder">The type that has the list.</param>
/// <param name="list">The name of its static property or field.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClosedListAttribute(Type holder, string list) : Attribute
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Words =>
        (IReadOnlyList<string>)(holder.GetProperty(list, Static)?.GetValue(null) ?? holder.GetField(list, Static)!.GetValue(null)!);
}
