using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Abandons an engagement before it is active, with a reason.</summary>
/// <param name="Reason">Why it is given up; kept sealed. The engagement shows it as <c>reason</c>, but not to members.</param>
public sealed record AbandonEngagement(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(AbandonEngagement command, Engagement engagement, Act act) =>
        engagement.State >= EngagementState.Active
            ? Refusal.OfOrder(
                "The engagement has been active, or has already been abandoned.",
                "An engagement that was active ends with its final bilan."
            )
            : new EngagementAbandoned(act.Seal(command.Reason, SealedAs.EngagementReason));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/abandon",
                (Guid id, AbandonEngagement command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Abandon an engagement before it is active")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
