using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>The protagonists validate the process together before anything is designed.</summary>
    [JsonPropertyOrder(15)]
    public Ruled<bool>? JointValidation { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.JointValidation" />
    public static Highest<bool> JointValidation { get; } = new("joint-validation", f => f.Rules.JointValidation) { Unsaid = [false] };
}
