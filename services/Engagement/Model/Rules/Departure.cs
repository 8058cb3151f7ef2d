using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Days at least within which a group may object to a member's departure; the usual ones where absent.</summary>
    [JsonPropertyOrder(20)]
    public Ruled<int>? Departure { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Departure" />
    public static Highest<int> Departure { get; } =
        new("departure", f => f.Rules.Departure)
        {
            Prefix = "days, at least ",
            Unsaid = [14],
            Check = r => Input.CheckNumber(r.Departure?.Value, "frame.rules.departure", 1, 90),
        };
}
