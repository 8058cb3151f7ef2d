using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>No hierarchical link between the facilitator and a member: always so, said here for its source.</summary>
    [JsonPropertyOrder(4)]
    public Ruled<bool>? Independence { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Independence" />
    public static Highest<bool> Independence { get; } =
        new("independence", f => f.Rules.Independence)
        {
            Check = r =>
                r.Independence is { Value: false }
                    ? Refusal.OfInput("frame.rules.independence is false, but independence always applies.", Shape)
                    : null,
        };
}
