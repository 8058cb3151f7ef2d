using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Contests, as who pays, an acceptance that the practice recorded in their name, within fourteen days, with a reason, whatever was accepted since. It
/// never bound them: the rate and the end of the term are as if it had not been recorded, for sessions held meanwhile too. What they accepted themselves
/// since stands from its acceptance; so does what the practice recorded since, until it is contested. A successor accepted to pay for other terms: its
/// succession is announced anew.</summary>
/// <param name="Reason">Why they contest it; kept sealed. The engagement shows it as <c>contestReason</c>, but not to members.</param>
public sealed record ContestAcceptance(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="proposal">What was accepted; null of the dispositif itself, which is then agreed no more, unless they agreed to it themselves since.</param>
    /// <param name="payer">Who contests.</param>
    public static Decision Decide(
        ContestAcceptance command,
        Guid? proposal,
        Engagement engagement,
        FrameLibrary frames,
        Act act,
        Establishment? payer = null
    )
    {
        var those = engagement
            .Accepted.Where(a => a.Proposal == proposal && (proposal is not null || a.What == Accepted.Dispositif))
            .ToList();
        var own = those.Where(a => a.IsOf(engagement.Establishment)).ToList();
        return Payer.Other(engagement, act) is { } other ? other
            : those.Count == 0 ? Refusal.NotFound
            : (own.LastOrDefault(a => a.IsContestable(act.Now)) ?? own.LastOrDefault()) is not { ContestableUntil: not null } accepted
                ? Refusal.OfOrder(
                    "Nobody recorded this acceptance in your name.",
                    "What you accepted yourself applies until an amendment is accepted."
                )
            : accepted.ContestedAt is not null ? Decision.Nothing
            : !accepted.IsContestable(act.Now)
                ? Refusal.OfOrder("It was recorded more than fourteen days ago.", "Contest an acceptance within fourteen days.")
            : Contested(
                new(accepted.What, act.Seal(command.Reason, SealedAs.EngagementReason), accepted.Proposal, true, engagement.Until),
                engagement,
                payer,
                frames,
                act
            );
    }

    // In the past too: that end is looked at within a day, and the engagement may be renewed anew.
    private static Decision Contested(AcceptanceContested fact, Engagement engagement, Establishment? payer, FrameLibrary frames, Act act)
    {
        var now = engagement.Dispositif!;
        var stands = Folding.Apply(engagement, engagement.Id, fact).Agreed();
        var before = engagement.State < EngagementState.Chartering ? now : stands.Dispositif! with { Frames = now.Frames };
        var contested = Decision.Of([
            fact with
            {
                Until = stands.Until,
            },
            .. before == now
                ? []
                : (IReadOnlyList<Fact>)
                    [
                        new DispositifAmended(before, fact.Reason, Restores: true),
                        .. DispositifRules.Breaches(frames.Pinned(before.Frames), before),
                    ],
        ]);
        if (before == now && stands.Until == engagement.Until)
        {
            return contested;
        }

        var restored = payer is { Announced.AcceptedAt: not null } ? contested.With(payer, new SuccessionWithdrawn()) : contested;
        return engagement.State is EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended
            ? restored.InForce(engagement, frames, act)
            : restored;
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/dispositif/contest",
                (Guid id, ContestAcceptance command, FrameLibrary frames, Streams streams) => Contest(id, null, command, frames, streams)
            )
            .WithName("contestDispositif")
            .WithSummary("Contest the agreement that the practice recorded in one's name")
            .Produces<EngagementView>()
            .For(Roles.Establishment);
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/proposals/{proposal:guid}/contest",
                (Guid id, Guid proposal, ContestAcceptance command, FrameLibrary frames, Streams streams) =>
                    Contest(id, proposal, command, frames, streams)
            )
            .WithName("contestProposal")
            .WithSummary("Contest the acceptance of a proposal that the practice recorded in one's name")
            .Produces<EngagementView>()
            .For(Roles.Establishment);
    }

    private static Task<IResult> Contest(Guid id, Guid? proposal, ContestAcceptance command, FrameLibrary frames, Streams streams) =>
        streams.Append<Engagement>(
            id,
            command,
            async (session, engagement, act) =>
                Decide(
                    command,
                    proposal,
                    engagement,
                    await frames.With(session),
                    await act.Under(id),
                    await Payer.Held(session, engagement)
                )
        );
}
