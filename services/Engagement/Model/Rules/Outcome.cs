using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Whether a session may end with an explicit 'none'.</summary>
    [JsonPropertyOrder(13)]
    public OutcomeRule? Outcome { get; init; }
}

public abstract partial class FrameRule
{
    /// <summary>Whether a session may end with an explicit 'none'; a refusal outweighs a permission.</summary>
    public static Lowest<bool> NoneAllowed { get; } =
        new("outcome", f => f.Rules.Outcome is { } o ? new(o.NoneAllowed, o.Source) : null)
        {
            Prefix = "'none' allowed: ",
            Unsaid = [false],
        };
}
