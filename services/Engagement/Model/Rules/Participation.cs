using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>How members come to take part.</summary>
    [JsonPropertyOrder(3)]
    public Ruled<Participation>? Participation { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Participation" />
    public static Highest<Participation> Participation { get; } =
        new("participation", f => f.Rules.Participation) { Unsaid = [Model.Participation.ByInvolvement] };
}
