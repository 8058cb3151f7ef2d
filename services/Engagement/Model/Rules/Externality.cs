using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>The facilitator outside the establishment.</summary>
    [JsonPropertyOrder(5)]
    public Ruled<Externality>? Externality { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Externality" />
    public static Highest<Externality> Externality { get; } =
        new("externality", f => f.Rules.Externality) { Unsaid = [Model.Externality.Customary] };
}
