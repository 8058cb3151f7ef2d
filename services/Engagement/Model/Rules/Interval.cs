using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Most days between two sessions; a breach is recorded.</summary>
    [JsonPropertyOrder(7)]
    public Ruled<int>? Interval { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Interval" />
    public static Lowest<int> Interval { get; } =
        new("interval", f => f.Rules.Interval)
        {
            Prefix = "days, at most ",
            Check = r => Input.CheckNumber(r.Interval?.Value, "frame.rules.interval", 1, 366),
        };
}
