using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Who must approve a bilan.</summary>
    [JsonPropertyOrder(14)]
    public Ruled<Approval>? Approval { get; init; }
}

public abstract partial class FrameRule
{
    /// <inheritdoc cref="FrameRules.Approval" />
    public static Highest<Approval> Approval { get; } =
        new("approval", f => f.Rules.Approval) { Unsaid = [Contracts.Approval.FacilitatorAndEveryMember] };
}
