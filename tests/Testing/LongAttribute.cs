using Xunit.v3;

namespace PracticeAnalysis.Testing;

/// <summary>A test that takes too long for the suite: <c>deploy/test --long PART</c> runs it with the others of its part.</summary>
/// <param name="part">The part's name, such as <c>erasure</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LongAttribute(string part) : Attribute, ITraitAttribute
{
    /// <summary>The part's name.</summary>
    public string Part => part;

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Category", "Long"), new("Part", part)];
}
