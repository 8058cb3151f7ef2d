using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Contests, as who pays, an acceptance that the practice recorded in their name, within fourteen days and with a reason.</summary>
public sealed record ContestAcceptance(Narrative Reason) : Command
{
    /// <summary>Decides. The terms of before hold again from when this is recorded; what was held meanwhile is neither repriced nor outside of the term.</summary>
    /// <param name="proposal">What was accepted; null of the dispositif itself, which is then agreed no more.</param>
    public static Decision Decide(ContestAcceptance command, Guid? proposal, Engagement engagement, FrameLibrary frames, Act act) =>
        Payer.Other(engagement, act) is { } other ? other
        : engagement.Accepted.LastOrDefault(a => a.Proposal == proposal && (proposal is not null || a.What == Accepted.Dispositif))
            is not { } accepted
            ? Refusal.NotFound
        : accepted.ContestedAt is not null ? Decision.Nothing
        : accepted.ContestableUntil is null
            ? Refusal.OfOrder(
                "Nobody recorded this acceptance in your name.",
                "What you accepted yourself stands until an amendment is accepted."
            )
        : !accepted.IsContestable(act.Now)
            ? Refusal.OfOrder("It was recorded more than fourteen days ago.", "Contest an acceptance within fourteen days.")
        : !ReferenceEquals(accepted, engagement.Accepted.Last(a => a.What == accepted.What && a.ContestedAt is null))
            ? Refusal.OfOrder(
                "Another one of its kind was accepted since.",
                "Contest that one first, where the practice recorded it in your name."
            )
        : Contested(accepted, act.Seal(command.Reason, EngagementView.ReasonMember), engagement, frames, act);

    private static Decision Contested(AcceptedTerms accepted, Sealed reason, Engagement engagement, FrameLibrary frames, Act act)
    {
        var contested = Decision.Of(new AcceptanceContested(accepted.What, reason, accepted.Proposal));
        if (
            accepted.What == Accepted.Dispositif
            || engagement.State is not (EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended)
        )
        {
            return contested;
        }

        var now = engagement.Dispositif!;
        var (before, was) = (accepted.Before!.Dispositif! with { Frames = now.Frames }, accepted.Before.Until);
        if (accepted.What == Accepted.Amendment)
        {
            contested = contested.And(
                Decision.Of([
                    new DispositifAmended(before, reason, RateFrom: before.RateCents == now.RateCents ? null : act.Now),
                    .. DispositifRules.Breaches(frames.Pinned(before.Frames), before),
                ])
            );
        }

        // What was said of the term since then stands.
        var until =
            was is { } end && was != accepted.Until && accepted.Until == engagement.Until
                ? (end > act.Now ? end : act.Now)
                : engagement.Until;
        var after = contested.Facts.Aggregate(engagement, (state, fact) => Folding.Apply(state, state.Id, fact));
        return (accepted.Until is null || after.Until == until ? contested : contested.And(new EngagementRenewed(until!.Value))).InForce(
            engagement,
            frames,
            act
        );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/dispositif/contest",
                (Guid id, ContestAcceptance command, FrameLibrary frames, Streams streams) => Contest(id, null, command, frames, streams)
            )
            .WithSummary("Contest the agreement that the practice recorded in one's name")
            .Produces<EngagementView>()
            .For(Roles.Establishment);
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/proposals/{proposal:guid}/contest",
                (Guid id, Guid proposal, ContestAcceptance command, FrameLibrary frames, Streams streams) =>
                    Contest(id, proposal, command, frames, streams)
            )
            .WithSummary("Contest the acceptance of a proposal that the practice recorded in one's name")
            .Produces<EngagementView>()
            .For(Roles.Establishment);
    }

    private static Task<IResult> Contest(Guid id, Guid? proposal, ContestAcceptance command, FrameLibrary frames, Streams streams) =>
        streams.Append<Engagement>(
            id,
            command,
            async (session, engagement, act) => Decide(command, proposal, engagement, await frames.With(session), await act.Under(id))
        );
}
