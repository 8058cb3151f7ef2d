using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Concludes an engagement whose final bilan is agreed, or whose negotiation of it failed (S2).</summary>
public sealed record ConcludeEngagement : Command
{
    /// <summary>Decides. An end before the minimum term is recorded as such.</summary>
    public static Decision Decide(Engagement engagement, FrameLibrary frames, Act act) =>
        engagement is not { State: EngagementState.Concluding, Dispositif: { } dispositif, ActivatedAt: { } activatedAt }
            ? Refusal.OfOrder(
                "The final bilan is not agreed, nor is its negotiation recorded as failed; or the engagement is over.",
                "Agree the final bilan in Reporting, or let its negotiation fail, and try again when the word has come."
            )
            : Decision
                .Of([
                    .. frames.Pinned(dispositif.Frames).MinimumTerm is { } term && act.OccurredAt < activatedAt.AddMonths(term.Value)
                        ? [new EngagementEndedEarly(term.Rule, term.Value)]
                        : Array.Empty<Fact>(),
                    new EngagementConcluded(),
                ])
                .Telling(origin => new V1.EngagementConcluded(engagement.Id, [.. engagement.Groups.Select(g => g.Group)], origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/conclude",
                (Guid id, ConcludeEngagement command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(engagement, frames, act))
            )
            .WithSummary("Conclude an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
