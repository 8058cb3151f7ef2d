using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Contests what was recorded of one's own presence. A correction: it is again as it was recorded before; two words of the facilitator's differ
/// then, and the member's decides. That one is not recorded as present in a session that was closed: it is a word beside the record, until who led the
/// session or somebody recorded as present confirms it; whose word it is may take it back then, once. Who has left the group since may bring either.</summary>
/// <param name="Present">Whether one was there. Absent: the record says otherwise than it was.</param>
public sealed record ContestCorrection(bool? Present = null) : Command, ITakesBack, IOpenToFormerMembers
{
    /// <summary>Decides; by the clock, whatever the act is dated.</summary>
    /// <param name="then">The group's mandate when the session was closed, with whoever left while it ran.</param>
    /// <param name="endorsed">Tracks of which it is recorded that somebody endorsed them orally at the session.</param>
    /// <param name="concluded">Whether the engagement is concluded: sessions of before do not know it themselves.</param>
    /// <param name="erased">Those present who were erased.</param>
    public static Decision Decide(
        ContestCorrection command,
        Session session,
        Mandate? then,
        IReadOnlyList<ActionTrack> endorsed,
        Act act,
        bool concluded = false,
        params IReadOnlyList<Guid> erased
    )
    {
        var person = act.By.Person;
        var corrected = session.Contestable(person);
        return corrected is null && IsLeftOut(session, person) ? Claimed(session, then, act, concluded)
            : corrected is null && session.IsByOwnWord(person)
                ? concluded || session.IsSettled
                        ? Refusal.OfOrder("The engagement is concluded.", "Say it before the engagement is concluded.")
                    : Absent(session, endorsed, person, erased)
            : corrected is null
                ? Refusal.OfOrder(
                    "No correction of your presence is to be contested.",
                    "Contest one that the facilitator recorded, once; or say that you were there, of a closed session where it is not recorded."
                )
            : act.Now > corrected.ContestableUntil
                ? Refusal.OfOrder("It was recorded more than fourteen days ago.", "Contest a correction within fourteen days.")
            : session.Present.Contains(person) ? Absent(session, endorsed, person, erased)
            : Told(new CorrectionContested(person, With(session, person)), session);
    }

    /// <summary>Whether a session was closed at which it is not recorded that this person was, by their own word neither.</summary>
    private static bool IsLeftOut(Session session, Guid person) =>
        session.State == SessionState.Closed
        && session.Members.Contains(person)
        && !session.Present.Contains(person)
        && !session.AsTheySay.Contains(person);

    // What nobody could confirm any more is not said: it would have no effect.
    private static Decision Claimed(Session session, Mandate? then, Act act, bool concluded) =>
        session.IsSettled || concluded ? Refusal.OfOrder("The engagement is concluded.", "Say it before the engagement is concluded.")
        : then?.HasMember(act.By.Person) is not true
            ? Refusal.OfOrder("You were no member of the group at that time.", "Say it of a session that was held while you were.")
        : session.Claims.Any(c => c.Member == act.By.Person)
            ? Refusal.OfOrder(
                "You said so already.",
                "Ask who led the session, or somebody recorded as present, to confirm it; or the facilitator to correct who was present."
            )
        : act.Now > session.ContestableUntil
            ? Refusal.OfOrder("It was closed more than fourteen days ago.", "Say within fourteen days of its closing that you were there.")
        : session.IsLedNoMore && session.Attending.Count == 0
            ? Refusal.OfOrder(
                "Nobody who was there is in the group any more.",
                "Say it while somebody is who could confirm it; after that the record stays as it is."
            )
        : new PresenceClaimed(act.By.Person, ConfirmableUntil: act.Now.AddDays(Correction.DaysToContest));

    // Who was not there endorsed nothing there: what the facilitator recorded of it counts no more.
    private static Decision Absent(Session session, IReadOnlyList<ActionTrack> endorsed, Guid person, IReadOnlyList<Guid> erased)
    {
        if (Guards.TookPart(session, [person]) is { } refusal)
        {
            return refusal;
        }

        var resting = session.RestingOn(person, erased);
        return (
            from absent in resting
            from track in endorsed
            where track.EndorsedOrally.Any(o => o.At == session.Id && o.Member == absent)
            select (track, absent)
        ).Aggregate(
            Told(new CorrectionContested(person, [.. session.Present.Except(resting)]), session),
            (decision, next) => decision.Contesting(next.track, next.absent)
        );
    }

    internal static IReadOnlyList<Guid> With(Session session, Guid person) => [.. session.Present.Append(person).Order()];

    /// <summary>What a word on somebody's presence tells, and what becomes of the decisions in common.</summary>
    internal static Decision Told(SessionFact contested, Session session) =>
        (
            session.State != SessionState.Closed
                ? contested
                : Decision
                    .Of(contested)
                    .Telling(origin => CorrectSession.Told(Folding.Apply(session, session.Id, contested), origin, null, true))
        ).Reconsidering(session);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/corrections/contest",
                (Guid id, ContestCorrection command, Streams streams) =>
                    streams.Append<Session>(
                        id,
                        command,
                        async (query, session, act) =>
                        {
                            var now = await query.LoadAsync<Mandate>(session.Group);
                            return Decide(
                                command,
                                session,
                                now is not null && session.EndedAt is { } ended ? await query.While(now, session, ended) : null,
                                await CorrectSession.Endorsed(query, session),
                                act,
                                now?.Concluded is true,
                                await query.Erased(session.Present)
                            );
                        }
                    )
            )
            .WithSummary("Contest what was recorded of one's own presence")
            .Produces<SessionView>()
            .For(Roles.Member);
    }
}
