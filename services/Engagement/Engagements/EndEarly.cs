using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Ends an engagement before its term, with a reason (S3, S4). Its final bilan comes first all the same (S2).</summary>
/// <param name="Reason">Why it ends before its term; kept sealed. The engagement shows it as <c>reason</c>, but not to members.</param>
public sealed record EndEarly(Narrative Reason) : Command
{
    /// <summary>Decides. No more session is scheduled from then on.</summary>
    public static Decision Decide(EndEarly command, Engagement engagement, FrameLibrary frames, Act act) =>
        engagement
            is not {
                State: EngagementState.Active or EngagementState.Suspended or EngagementState.Concluding,
                EndsEarly: false,
                Dispositif: { } dispositif
            }
            ? Refusal.OfOrder("The engagement is not running, or is already ending early.", "End an active engagement early only once.")
            : Decision
                .Of(
                    frames.Pinned(dispositif.Frames).Of(FrameRule.MinimumTerm) is { } term
                        ? new EngagementEndedEarly(term.Rule, term.Value, act.Seal(command.Reason, SealedAs.EngagementReason))
                        : new EngagementEndedEarly(
                            new("dispositif", "minimum-term", "design"),
                            dispositif.TermMonths,
                            act.Seal(command.Reason, SealedAs.EngagementReason)
                        )
                )
                .Telling(origin => new Contracts.Engagement.V1.EngagementEndedEarly(engagement.Id, engagement.GroupIds(), origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/end-early",
                (Guid id, EndEarly command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) => Decide(command, engagement, await frames.With(session), act)
                    )
            )
            .WithSummary("End an engagement before its term")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
