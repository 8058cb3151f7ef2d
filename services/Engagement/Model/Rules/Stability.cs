using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Whether membership may change once the group is sealed.</summary>
    [JsonPropertyOrder(11)]
    public Ruled<Stability>? Stability { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Stability" />
    public static Highest<Stability> Stability { get; } =
        new("stability", f => f.Rules.Stability)
        {
            Unsaid = [Model.Stability.Open],

            // What no frame says of a sealed group lies between open and by agreement: a departure is heard, and nobody joins without an exception.
            LessThanUnsaid = [Model.Stability.Open],
        };
}
