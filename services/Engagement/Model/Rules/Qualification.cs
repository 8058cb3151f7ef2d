using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>What the facilitator's file must show.</summary>
    [JsonPropertyOrder(6)]
    public Ruled<IReadOnlyList<Qualification>>? Qualification { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Qualification" />
    public static Union<Qualification> Qualifications { get; } =
        new("qualification", f => f.Rules.Qualification)
        {
            Check = r =>
                r.Qualification is not { } shown ? null
                : shown.Value.Count == 0 ? Refusal.OfInput("frame.rules.qualification does not require anything.", Shape)
                : Input.CheckOnce(shown.Value, "frame.rules.qualification", 10),
        };
}
