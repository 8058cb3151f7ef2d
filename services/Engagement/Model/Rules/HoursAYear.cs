using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Hours for each professional in a calendar year; a lack is shown.</summary>
    [JsonPropertyOrder(17)]
    public Ruled<int>? HoursAYear { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.HoursAYear" />
    public static Highest<int> HoursAYear { get; } =
        new("hours-a-year", f => f.Rules.HoursAYear)
        {
            Prefix = "hours, at least ",
            Check = r => Input.CheckNumber(r.HoursAYear?.Value, "frame.rules.hoursAYear", 1, 100),
        };
}
