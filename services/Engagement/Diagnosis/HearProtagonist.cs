using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Diagnosis;

/// <summary>Records that a protagonist was heard, what they ask and what is at stake for them (S3). Who it was is not kept, and what they
/// confided is the facilitator's alone.</summary>
/// <param name="Capacity">In which capacity; where frames ask a joint validation, those who lead and the team are both heard (S3).</param>
/// <param name="Asks">What they ask; kept sealed, and read by the facilitator who records it alone (S3).</param>
/// <param name="Stakes">What is at stake for them; kept sealed, and read by the facilitator who records it alone (S3).</param>
public sealed record HearProtagonist(Capacity Capacity, Narrative? Asks = null, Narrative? Stakes = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(HearProtagonist command, Engagement engagement, Act act) =>
        engagement.State is not (EngagementState.Diagnosing or EngagementState.Designing)
            ? Refusal.OfOrder(
                "The engagement is not at its diagnosis or design stage.",
                "Hear protagonists between the start of the diagnosis and the agreement on the dispositif."
            )
            : new ProtagonistHeard(
                act.NewId,
                command.Capacity,
                command.Asks is { } asks ? act.Seal(asks, SealedAs.Asks) : null,
                command.Stakes is { } stakes ? act.Seal(stakes, SealedAs.Stakes) : null
            );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/protagonists",
                (Guid id, HearProtagonist command, Streams streams) =>
                    streams.Append<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Record that a protagonist was heard")
            .Produces<EngagementView>()
            .For(Roles.Facilitator);
}
