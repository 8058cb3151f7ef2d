using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Activates an engagement: charter ratified, every group sealed. Its sessions run by what it pinned.</summary>
public sealed record ActivateEngagement : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement, FrameLibrary frames, Act act)
    {
        if (engagement is not { State: EngagementState.Chartering, Dispositif: { } dispositif, Facilitator: { } facilitator })
        {
            return Refusal.OfOrder(
                "The engagement is not at its charter stage.",
                "Activate it after the dispositif is agreed, and only once."
            );
        }

        var policies = frames.Pinned(dispositif.Frames);
        return engagement.Charter is not { Ratified: true } ? Refusal.OfOrder("The charter is not ratified.", "Ratify the charter first.")
            : engagement.Groups.Count == 0
                ? Refusal.OfOrder("There is no group.", "Constitute a group, enrol its members and seal it first.")
            : engagement.Groups.Count(g => !g.Sealed) is > 0 and var open
                ? Refusal.OfOrder($"Groups not yet sealed: {open} of {engagement.Groups.Count}.", "Seal every group first.")
            : !engagement.Charter.AcceptedBy.Contains(facilitator)
                ? Refusal.OfRule(
                    Charter.Acceptance,
                    "The facilitator has not accepted the charter.",
                    "Have the assigned facilitator accept it."
                )
            : engagement.AuthorityOver.Any(engagement.HasMember)
                ? Refusal.OfRule(
                    AssignFacilitator.Independence,
                    "The facilitator has hierarchical authority over a member.",
                    "Assign a facilitator who has no authority over any member of the group."
                )
            : Payer.Pending(engagement, act) is { } pending ? pending
            : SignCommitment.Missing(policies, engagement) is { } uncommitted ? uncommitted
            : Decision
                .Of(new EngagementActivated())
                .Telling(origin => Tell(engagement, dispositif, facilitator, frames, origin))
                .Watching(engagement, dispositif, policies, act);
    }

    private static V1.EngagementActivated Tell(
        Engagement engagement,
        Dispositif dispositif,
        Guid facilitator,
        FrameLibrary frames,
        Contracts.Origin origin
    )
    {
        var terms = TermsInForce.Of(engagement, frames);
        return new(
            engagement.Id,
            engagement.Establishment,
            facilitator,
            Words.Of(dispositif.Kind),
            new(dispositif.Protocol.Name, dispositif.Protocol.Version, dispositif.Protocol.Digest),
            terms.Frames,
            [.. engagement.Groups.Select(g => g.Group)],
            terms.IntervalDays,
            terms.SessionMinutes,
            terms.NoneAllowed,
            origin,
            terms.Strictness,
            terms.Approval,
            terms.OutcomeRule,
            [.. engagement.Establishments()],
            origin.OccurredAt.AddMonths(dispositif.TermMonths),
            dispositif.BilanMonths,
            terms.ChildFree,
            terms.Outward,
            [.. engagement.Measures.Select(m => new V1.Measure(Words.Of(m.Dimension), m.Value))],
            terms.ChildFreeRule,
            dispositif.AnswerDays
        );
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/activate",
                (Guid id, ActivateEngagement command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) => Decide(engagement, await frames.With(session), act)
                    )
            )
            .WithSummary("Activate an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
