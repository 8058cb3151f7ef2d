using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Diagnosis;

/// <summary>Records a finding of the diagnosis, at its level (S0: individual, collective, organisational). It is the facilitator's own: what
/// the others read of it is what is restituted (S3).</summary>
/// <param name="Text">What was found; kept sealed, and read by the facilitator who records it alone.</param>
/// <param name="Level">Whether it is of one person, of the team or of the organisation (S0).</param>
public sealed record RecordFinding(Narrative Text, FindingLevel Level) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RecordFinding command, Engagement engagement, Act act) =>
        engagement.State != EngagementState.Diagnosing
            ? Refusal.OfOrder(
                "The engagement is not at its diagnosis stage.",
                "Record findings between the diagnosis' start and its restitution."
            )
            : new DiagnosisFindingRecorded(act.NewId, act.Seal(command.Text, SealedAs.Finding), command.Level);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/findings",
                (Guid id, RecordFinding command, Streams streams) =>
                    streams.Append<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Record a finding of the diagnosis")
            .Produces<EngagementView>()
            .For(Roles.Facilitator);
}
