using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Redirects an engagement to another kind: the demand proposed one, a person decides another, with a reason (S2, S3). What was is kept.</summary>
/// <param name="Kind">The kind from now on; a dispositif proposed before is to be revised.</param>
/// <param name="Reason">Why another kind is right (S2, S3); kept sealed, and in no view of the engagement.</param>
public sealed record RedirectKind(Kind Kind, Narrative Reason) : Command
{
    /// <summary>The demand proposes, a person decides.</summary>
    internal static readonly Rule Decided = new("always", "kind-decided", "S3");

    /// <summary>Decides.</summary>
    public static Decision Decide(RedirectKind command, Engagement engagement, Act act) =>
        engagement.State is not (EngagementState.Diagnosing or EngagementState.Designing) || engagement.Groups.Count > 0
            ? Refusal.OfOrder(
                "The engagement is not at its diagnosis or design stage.",
                "Redirect before the dispositif is agreed; later, let the final bilan recommend an orientation."
            )
        : command.Kind == engagement.Kind ? Decision.Nothing
        : new KindRedirected(engagement.Kind, command.Kind, act.Seal(command.Reason, SealedAs.EngagementReason));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/redirect",
                (Guid id, RedirectKind command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Redirect an engagement to another kind")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
