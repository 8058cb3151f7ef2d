using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Concludes an engagement whose final bilan is agreed, or whose negotiation of it failed (S2).</summary>
public sealed record ConcludeEngagement : Command
{
    /// <summary>No engagement that was active ends without its final bilan (S2).</summary>
    private static readonly Rule FinalBilan = new("always", "final-bilan", "S2");

    /// <summary>Decides. Before the minimum term it wants the early end's reason.</summary>
    public static Decision Decide(Engagement engagement, FrameLibrary frames, Act act) =>
        engagement.State is EngagementState.Active or EngagementState.Suspended
            ? Refusal.OfRule(
                FinalBilan,
                "The final bilan is not agreed, and its negotiation is not recorded as failed.",
                "Have the final bilan agreed, or let its negotiation fail, then try again once this is known here."
            )
        : engagement is not { State: EngagementState.Concluding, Dispositif: { } dispositif, ActivatedAt: { } activatedAt }
            ? Refusal.OfOrder("The engagement was never active, or has ended.", "Conclude only once an engagement that has been active.")
        : engagement.HasSessionAhead
            ? Refusal.OfOrder("A session of the engagement is scheduled or in progress.", "Close or cancel each session first.")
        : frames.Pinned(dispositif.Frames).Of(FrameRule.MinimumTerm) is { } term
        && !engagement.EndsEarly
        && act.OccurredAt < activatedAt.AddMonths(term.Value)
            ? Refusal.OfRule(
                term.Rule,
                $"The minimum term has not been reached (in months: {term.Value}).",
                "Record the early end with its reason, then conclude."
            )
        : Decision
            .Of(new EngagementConcluded())
            .Telling(origin => new V1.EngagementConcluded(engagement.Id, engagement.GroupIds(), origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/conclude",
                (Guid id, ConcludeEngagement command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) => Decide(engagement, await frames.With(session), act)
                    )
            )
            .WithSummary("Conclude an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
