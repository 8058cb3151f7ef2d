using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Months; a breach is recorded.</summary>
    [JsonPropertyOrder(9)]
    public Ruled<int>? MinimumTerm { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.MinimumTerm" />
    public static Highest<int> MinimumTerm { get; } =
        new("minimum-term", f => f.Rules.MinimumTerm)
        {
            Prefix = "months, at least ",
            Check = r => Input.CheckNumber(r.MinimumTerm?.Value, "frame.rules.minimumTerm", 1, 120),
        };
}
