using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Whether the membership of a group may change.</summary>
internal static class StabilityExceptions
{
    internal static readonly Rule Anyway = new("always", "stability", "S4");

    /// <summary>Why the membership of a group changes by nobody's word any more, or null.</summary>
    public static Refusal? Over(Group group, Engagement engagement) =>
        group.IsDissolved || engagement.State >= EngagementState.Concluded
            ? Refusal.OfOrder("The group is dissolved, or its engagement has ended.", "Its members remain as they were.")
            : null;

    /// <summary>Why somebody may not join, or be recorded as leaving, now; or null. Before the group is sealed anybody may join; in an open one too.</summary>
    /// <param name="person">Who would leave or join.</param>
    public static Refusal? Unagreed(Group group, Policies policies, StabilityChange change, Guid? person = null) =>
        !group.IsSealed || (change == StabilityChange.Joins && policies.Of(FrameRule.Stability) is { Value: Stability.Open }) ? null
        : policies.Of(FrameRule.Stability) is { Value: Stability.Fixed } fixedStability
            ? Refusal.OfRule(
                fixedStability.Rule,
                "The group is sealed: its membership can no longer change.",
                change == StabilityChange.Joins
                    ? "Enrol the person before the group is sealed."
                    : $"The frame {fixedStability.Rule.Frame} fixes the membership: only the member can decide to leave."
            )
        : group.OpenException(change, person) is null
            ? Refusal.OfRule(
                policies.Of(FrameRule.Stability)?.Rule ?? Anyway,
                "The group is sealed: its membership can no longer change.",
                change == StabilityChange.Joins
                        ? "Enrol the person before the group is sealed. Or have every member agree to an exception that names this person, or gives their id."
                    : policies.Of(FrameRule.Stability) is { Value: Stability.ByAgreement, Rule.Frame: var frame }
                        ? $"The frame {frame} requires the group's agreement: record a departure, or have every member agree to an exception for this member."
                    : "Record a departure, to which the group may object; or have every member agree to an exception for this member."
            )
        : null;
}
