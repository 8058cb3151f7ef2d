using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Suspends an active engagement, with a reason.</summary>
/// <param name="Reason">Why its groups do not meet for now; kept sealed. The engagement shows it as <c>reason</c>, but not to members.</param>
public sealed record SuspendEngagement(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(SuspendEngagement command, Engagement engagement, Act act) =>
        engagement.State != EngagementState.Active
            ? Refusal.OfOrder("The engagement is not active.", "Suspend an engagement that is active.")
            : Decision
                .Of(new EngagementSuspended(act.Seal(command.Reason, SealedAs.EngagementReason)))
                .Telling(origin => new Contracts.Engagement.V1.EngagementSuspended(engagement.Id, engagement.GroupIds(), origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/suspend",
                (Guid id, SuspendEngagement command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Suspend an active engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
