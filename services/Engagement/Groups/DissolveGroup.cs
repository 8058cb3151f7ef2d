using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Dissolves a group before its engagement is active, or once it is over, with a reason.</summary>
/// <param name="Reason">Why it is dissolved; kept sealed, and in no view of the group.</param>
public sealed record DissolveGroup(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DissolveGroup command, Group group, Engagement engagement, Act act) =>
        group.IsDissolved ? Refusal.OfOrder("The group is dissolved.", "A group can be dissolved only once.")
        : engagement.State is EngagementState.Active or EngagementState.Suspended or EngagementState.Concluding
            ? Refusal.OfOrder("The group's engagement is in progress.", "End the engagement first; its final bilan is also the group's.")
        : Input.CheckTime(act, engagement) is { } untimely ? untimely
        : Decision.Of(new GroupDissolved(act.Seal(command.Reason, "GroupDissolved.Reason"))).With(engagement, new GroupRemoved(group.Id));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/groups/{id:guid}/dissolve",
                (Guid id, DissolveGroup command, Streams streams) =>
                    streams.Change<Group, Engagement>(
                        id,
                        command,
                        group => group.Engagement,
                        (group, engagement, act) => Decide(command, group, engagement, act)
                    )
            )
            .WithSummary("Dissolve a group")
            .Produces<GroupView>()
            .For(Roles.Practice);
}
