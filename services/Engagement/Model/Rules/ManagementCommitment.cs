using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Those who lead the establishment sign their own commitment.</summary>
    [JsonPropertyOrder(16)]
    public Ruled<bool>? ManagementCommitment { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.ManagementCommitment" />
    public static Highest<bool> ManagementCommitment { get; } =
        new("management-commitment", f => f.Rules.ManagementCommitment) { Unsaid = [false] };
}
