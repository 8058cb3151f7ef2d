using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Diagnosis;

/// <summary>Starts the diagnosis: what the facilitator finds before anything is designed (S0, S3).</summary>
public sealed record StartDiagnosis : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement) =>
        engagement.State != EngagementState.Opened
            ? Refusal.OfOrder("The diagnosis has already started.", "Continue from the engagement's current state.")
        : engagement.Facilitator is null
            ? Refusal.OfOrder("No facilitator is assigned.", "Assign the facilitator first: the diagnosis consists of their findings.")
        : new DiagnosisStarted();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/diagnosis",
                (Guid id, StartDiagnosis command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, _) => Decide(engagement))
            )
            .WithSummary("Start the diagnosis")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
