namespace PracticeAnalysis.Testing;

/// <summary>This test proves that a rule of the field lets pass what keeps it.</summary>
/// <param name="rule">The rule's name, as in problems.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class KeepsAttribute(string rule) : Attribute
{
    /// <summary>The rule's name.</summary>
    public string Rule { get; } = rule;
}

/// <summary>This test proves that a rule of the field stops what breaks it, or records it where the rule says so.</summary>
/// <param name="rule">The rule's name, as in problems.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BreaksAttribute(string rule) : Attribute
{
    /// <summary>The rule's name.</summary>
    public string Rule { get; } = rule;
}
