using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Diagnosis;

/// <summary>Proposes the support process to the protagonists; proposed again, it is validated anew (S3, regulation).</summary>
/// <param name="Text">The process as a whole; kept sealed. The engagement shows it as <c>process</c>, but not to members.</param>
public sealed record ProposeProcess(Narrative Text) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProposeProcess command, Engagement engagement, Act act) =>
        engagement.State is not (EngagementState.Diagnosing or EngagementState.Designing)
            ? Refusal.OfOrder(
                "The engagement is not at its diagnosis or design stage.",
                "Propose the process before the dispositif is agreed."
            )
        : engagement.Protagonists.Count == 0
            ? Refusal.OfOrder("No protagonist has been heard.", "First hear what each protagonist asks for.")
        : new SupportProcessProposed(act.Seal(command.Text, SealedAs.Process));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/process",
                (Guid id, ProposeProcess command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Propose the support process to the protagonists")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
