using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Proposes to amend an agreed dispositif, with a reason: lengths, rhythm, term, number, rate, time to answer. Frames, kind, protocol and sizes stand. What is
/// absent stays; all of it does until who pays accepts it.</summary>
/// <param name="Reason">Why it is amended; kept sealed. The proposal shows it until it is accepted, but not to members.</param>
/// <param name="SessionMinutes">Planned length of a session, 15 to 600.</param>
/// <param name="TermMonths">1 to 120, from the activation.</param>
/// <param name="SessionsPlanned">1 to 1000.</param>
/// <param name="RateCents">Cents an hour, up to 1000000.</param>
/// <param name="IntervalDays">Most days between two sessions, 1 to 366.</param>
/// <param name="RateReason">Why the rate lies outside a frame's range, where the frame allows it with a reason.</param>
/// <param name="RateFrom">From when on another rate is to hold, where that is later than its acceptance: it lies ahead.</param>
/// <param name="AnswerDays">Days that the parties have to answer a bilan that is locked from then on, 14 to 90.</param>
public sealed record AmendDispositif(
    Narrative Reason,
    [property: Between(15, 600)] int? SessionMinutes = null,
    [property: Between(1, 120)] int? TermMonths = null,
    [property: Between(1, 1000)] int? SessionsPlanned = null,
    [property: Between(0, 1_000_000)] int? RateCents = null,
    [property: Between(1, 366)] int? IntervalDays = null,
    Narrative? RateReason = null,
    DateTimeOffset? RateFrom = null,
    [property: Between(14, 90)] int? AnswerDays = null
) : Command
{
    /// <summary>Decides, by the same rules as a proposal.</summary>
    public static Decision Decide(AmendDispositif command, Engagement engagement, FrameLibrary frames, Act act)
    {
        if (Settled(engagement) is { } settled)
        {
            return settled;
        }

        var d = engagement.Dispositif!;
        var policies = frames.Pinned(d.Frames);
        var amended = d with
        {
            SessionMinutes = command.SessionMinutes ?? d.SessionMinutes,
            TermMonths = command.TermMonths ?? d.TermMonths,
            SessionsPlanned = command.SessionsPlanned ?? d.SessionsPlanned,
            RateCents = command.RateCents ?? d.RateCents,
            IntervalDays = command.IntervalDays ?? d.IntervalDays,
            AnswerDays = command.AnswerDays ?? d.AnswerDays,
            RateReason = command.RateReason is { } reason ? act.Seal(reason, SealedAs.RateReason) : d.RateReason,
        };
        return amended == d
                ? Refusal.OfOrder(
                    "The amendment changes nothing.",
                    "Give what should change: sessionMinutes, termMonths, sessionsPlanned, rateCents, intervalDays, answerDays or rateReason."
                )
            : command.RateFrom is { } from && (amended.RateCents == d.RateCents || from <= act.Now)
                ? Refusal.OfInput(
                    "rateFrom is in the past, or the rate does not change.",
                    "Give a future time and a different rate; without a time, the rate applies once accepted."
                )
            : Input.CheckNumbers(command) is { } malformed ? malformed
            : DispositifRules.Check(policies, [.. d.Frames.Select(p => frames.Find(p)!)], amended) is { } broken ? broken
            : Ended(amended, engagement, act) is { } ended ? ended
            : new DispositifAmendmentProposed(
                act.NewId,
                amended,
                act.Seal(command.Reason, SealedAs.EngagementReason),
                command.RateFrom?.ToUniversalTime()
            );
    }

    /// <summary>It is accepted. A new rate holds from then on, or later; a session that was held is not repriced.</summary>
    internal static Decision Accept(
        Proposal proposal,
        Dispositif amended,
        Acceptance acceptance,
        Engagement engagement,
        FrameLibrary frames,
        Act act
    )
    {
        if ((Settled(engagement) ?? Ended(amended, engagement, act)) is { } refused)
        {
            return refused;
        }

        var from = Payer.From(act);
        DateTimeOffset? rateFrom =
            amended.RateCents == engagement.Dispositif!.RateCents ? null
            : proposal.RateFrom > from ? proposal.RateFrom
            : from;
        return Decision
            .Of([
                new DispositifAmended(amended, proposal.Reason!, acceptance, proposal.Id, rateFrom),
                .. DispositifRules.Breaches(frames.Pinned(amended.Frames), amended),
            ])
            .And(Payer.Recorded(Accepted.Amendment, proposal.Id, act))
            .InForce(engagement, frames, act);
    }

    private static Refusal? Settled(Engagement engagement) =>
        engagement is { State: EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended, Dispositif: not null }
            ? null
            : Refusal.OfOrder(
                "There is no agreed dispositif to amend, or the engagement is ending.",
                "Amend the dispositif between its agreement and the final bilan; before the agreement, revise it."
            );

    // By the clock, and not by the date that the command gives.
    private static Refusal? Ended(Dispositif amended, Engagement engagement, Act act) =>
        amended.TermMonths != engagement.Dispositif!.TermMonths && engagement.Until <= act.Now
            ? Refusal.OfOrder("The term has ended: no amendment changes it.", "Renew the engagement: the new term applies once accepted.")
            : null;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/dispositif/amend",
                (Guid id, AmendDispositif command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) => Decide(command, engagement, await frames.With(session), act)
                    )
            )
            .WithSummary("Propose to amend the agreed dispositif")
            .Produces<EngagementView>()
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/quote",
                (Guid id, Streams streams) =>
                    streams.Show<Engagement>(id, (_, e, _) => Task.FromResult<object?>(e.Dispositif?.Quote(e.Groups.Count)))
            )
            .WithSummary("Read what the dispositif costs")
            .Produces<Quote>()
            .For(Roles.Practice, Roles.Establishment, Roles.Facilitator);
    }
}
