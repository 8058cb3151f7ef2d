using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Resumes a suspended engagement.</summary>
public sealed record ResumeEngagement : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement) =>
        engagement.State != EngagementState.Suspended
            ? Refusal.OfOrder("The engagement is not suspended.", "Resume an engagement that is suspended.")
            : Decision
                .Of(new EngagementResumed())
                .Telling(origin => new Contracts.Engagement.V1.EngagementResumed(engagement.Id, engagement.GroupIds(), origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/resume",
                (Guid id, ResumeEngagement command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, _) => Decide(engagement))
            )
            .WithSummary("Resume a suspended engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
