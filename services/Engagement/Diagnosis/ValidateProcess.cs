using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Diagnosis;

/// <summary>Records that a protagonist validated the process, as they told the facilitator (S3, regulation).</summary>
public sealed record ValidateProcess : Command
{
    /// <summary>The protagonists validate together, before any session.</summary>
    internal const string Rule = "joint-validation";

    private static readonly Capacity[] Lead = [Capacity.Direction, Capacity.Manager];
    private static readonly Capacity[] Team = [Capacity.Professional, Capacity.Team, Capacity.Representative];

    /// <summary>Decides.</summary>
    public static Decision Decide(Guid protagonist, Engagement engagement) =>
        engagement.State is not (EngagementState.Diagnosing or EngagementState.Designing) || engagement.Process is null
            ? Refusal.OfOrder("No process is awaiting validation.", "Propose it before the dispositif is agreed.")
        : engagement.Protagonists.FirstOrDefault(p => p.Id == protagonist) is not { } heard ? Refusal.NotFound
        : heard.Validated ? Decision.Nothing
        : new DiagnosisValidated(protagonist, heard.Capacity);

    /// <summary>Why nothing can be designed yet under frames that ask for a joint validation, or null.</summary>
    internal static Refusal? Missing(Policies policies, Engagement engagement) =>
        policies.Of(FrameRule.JointValidation) is not { Value: true } joint ? null
        : engagement.Process is null || engagement.Protagonists.Any(p => !p.Validated)
            ? Refusal.OfRule(
                joint.Rule,
                $"Protagonists who have not validated the process: {engagement.Protagonists.Count(p => !p.Validated)} of {engagement.Protagonists.Count}.",
                "Propose the support process, and let every protagonist validate it."
            )
        : !Heard(engagement, Lead) || !Heard(engagement, Team)
            ? Refusal.OfRule(
                joint.Rule,
                "Management or the team has not been heard.",
                "Hear management and the team, and have each validate the process: validation is joint."
            )
        : null;

    private static bool Heard(Engagement engagement, Capacity[] side) => engagement.Protagonists.Any(p => side.Contains(p.Capacity));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/protagonists/{protagonist:guid}/validate",
                (Guid id, Guid protagonist, ValidateProcess command, Streams streams) =>
                    streams.Append<Engagement>(id, command, (engagement, _) => Decide(protagonist, engagement))
            )
            .WithSummary("Record that a protagonist validated the process")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
