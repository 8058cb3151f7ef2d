using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Charters;

/// <summary>Ratifies the charter that every member of every group and the facilitator accepted.</summary>
public sealed record RatifyCharter : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement, FrameLibrary frames, Act act) =>
        engagement.State is not (EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended)
        || engagement.Charter is not { Ratified: false }
            ? Refusal.OfOrder(
                "No charter is awaiting ratification.",
                "Propose a charter after the dispositif is agreed; it can be ratified only once."
            )
        : engagement.Members.Count == 0 ? Refusal.OfOrder("No member is enrolled.", "Constitute a group and enrol its members first.")
        : engagement.AcceptancesMissing() is > 0 and var missing
            ? Refusal.OfRule(
                Charter.Acceptance,
                $"Acceptances of the charter still missing: {missing} of {engagement.Members.Count + 1}.",
                "Every member of every group and the facilitator must accept it first."
            )
        : Decision.Of(new CharterRatified()).InForce(engagement, frames, act);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/charter/ratify",
                (Guid id, RatifyCharter command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) => Decide(engagement, await frames.With(session), act)
                    )
            )
            .WithSummary("Ratify the charter")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
