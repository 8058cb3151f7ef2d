using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Hours in each of its three four-month periods; a lack is shown.</summary>
    [JsonPropertyOrder(18)]
    public Ruled<int>? HoursEachFourMonths { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.HoursEachFourMonths" />
    public static Highest<int> HoursEachFourMonths { get; } =
        new("hours-each-four-months", f => f.Rules.HoursEachFourMonths)
        {
            Prefix = "hours, at least ",
            Check = r => Input.CheckNumber(r.HoursEachFourMonths?.Value, "frame.rules.hoursEachFourMonths", 1, 100),
        };
}
