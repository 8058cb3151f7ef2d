using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Contests what was recorded of one's own presence: by the first entry of a session that was closed, within fourteen days of its closing, or by a
/// correction, within fourteen days of that. Who is recorded and took no part by a token of their own was not there, on their word alone. Who was corrected is
/// recorded as before: of two words of the facilitator's the member's decides. That one is not recorded as present in a session that was closed: it is a word
/// beside the record, until who led the session or somebody recorded as present confirms it. Who has left the group since may bring each.</summary>
/// <param name="Present">Whether one was there. Absent: the record says otherwise than it was. It is asked for where the record may have changed since it was
/// read: to take back, once, a word of one's own that was confirmed, and to contest what was put right meanwhile.</param>
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
        return command.Present == session.Present.Contains(person)
                ? Refusal.OfOrder("It is already recorded as you say.", "Contest a presence that is recorded incorrectly.")
            : session.AsTheySay.Contains(person) ? TakenBack(command, session, endorsed, person, concluded || session.IsSettled, erased)
            : command.Present is null && session.IsPutRight(person) && session.Present.Contains(person)
                ? Refusal.OfOrder(
                    "Your presence has since been corrected.",
                    "Read the session; if it is still not correct, say in present whether you were there."
                )
            : session.LastOf(person) is { } corrected && (command.Present is not null || !session.IsPutRight(person))
                ? act.Now > corrected.ContestableUntil && !IsFirstOpen(session, person, act)
                        ? Refusal.OfOrder("It was recorded more than fourteen days ago.", "Contest a correction within fourteen days.")
                    : session.Present.Contains(person) ? Absent(session, endorsed, person, erased)
                    : Told(new CorrectionContested(person, With(session, person)), session)
            : IsLeftOut(session, person) ? Claimed(session, then, act, concluded)
            : IsRecorded(session, person)
                ? IsFirstOpen(session, person, act) ? Absent(session, endorsed, person, erased)
                    : Refusal.OfOrder(
                        "It was closed more than fourteen days ago.",
                        "Contest your recorded presence within fourteen days of the session's closing."
                    )
            : Refusal.OfOrder(
                "Nothing recorded about your presence can be contested.",
                "Contest it only once, for a session that was closed or that the facilitator corrected."
            );
    }

    // The same word twice takes nothing back.
    private static Decision TakenBack(
        ContestCorrection command,
        Session session,
        IReadOnlyList<ActionTrack> endorsed,
        Guid person,
        bool concluded,
        IReadOnlyList<Guid> erased
    ) =>
        !session.IsByOwnWord(person) || command.Present is not false
            ? Refusal.OfOrder(
                "Your presence is already recorded as you said.",
                "If your statement was confirmed and you were not there, send present as false, only once."
            )
        : concluded ? Refusal.OfOrder("The engagement is concluded.", "State it before the engagement is concluded.")
        : Absent(session, endorsed, person, erased);

    private static bool IsRecorded(Session session, Guid person) =>
        session.State == SessionState.Closed && session.Present.Contains(person);

    private static bool IsFirstOpen(Session session, Guid person, Act act) =>
        IsRecorded(session, person) && act.Now <= session.ContestableUntil;

    /// <summary>Whether a session was closed at which it is not recorded that this person was, by their own word neither.</summary>
    private static bool IsLeftOut(Session session, Guid person) =>
        session.State == SessionState.Closed
        && session.Members.Contains(person)
        && !session.Present.Contains(person)
        && !session.AsTheySay.Contains(person);

    // What nobody could confirm any more is not said: it would have no effect.
    private static Decision Claimed(Session session, Mandate? then, Act act, bool concluded) =>
        session.IsSettled || concluded ? Refusal.OfOrder("The engagement is concluded.", "State it before the engagement is concluded.")
        : then?.HasMember(act.By.Person) is not true
            ? Refusal.OfOrder(
                "You were not a member of the group at that time.",
                "State it for a session that was held while you were a member."
            )
        : session.Claims.Any(c => c.Member == act.By.Person)
            ? Refusal.OfOrder(
                "You have already said so.",
                "Ask the person who led the session, or someone recorded as present, to confirm it; or ask the facilitator to correct the attendance."
            )
        : act.Now > session.ContestableUntil
            ? Refusal.OfOrder("It was closed more than fourteen days ago.", "State your presence within fourteen days of its closing.")
        : session.IsLedNoMore && session.Attending.Count == 0
            ? Refusal.OfOrder(
                "Nobody who was present is still in the group.",
                "State it while someone can still confirm it; after that, the record no longer changes."
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
