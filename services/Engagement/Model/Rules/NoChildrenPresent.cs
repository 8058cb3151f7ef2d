using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>No child is present at a session.</summary>
    [JsonPropertyOrder(19)]
    public Ruled<bool>? NoChildrenPresent { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.NoChildrenPresent" />
    public static Highest<bool> NoChildrenPresent { get; } =
        new("no-children-present", f => f.Rules.NoChildrenPresent) { Unsaid = [false] };
}
