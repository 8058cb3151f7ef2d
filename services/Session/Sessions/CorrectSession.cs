using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Corrects what was entered wrongly of a session that was held: how long it lasted, who was present, how its themes are coded; while it runs
/// who is present, once its protocol has begun. What was entered first stays in the history.</summary>
/// <param name="Reason">Why. What was held does not change afterwards: <c>changed</c> is for who came while it ran.</param>
/// <param name="Minutes">How long it lasted, 1 to 600; absent where that stands.</param>
/// <param name="Present">Opaque ids of those present, all of them; absent where that stands.</param>
/// <param name="Themes">Axis and level, all of them, each pair once; absent where that stands.</param>
/// <param name="Explanation">Why it lasted longer than it was open, where it did.</param>
public sealed record CorrectSession(
    CorrectionReason Reason,
    [property: Between(1, 600)] int? Minutes = null,
    IReadOnlyList<Guid>? Present = null,
    IReadOnlyList<CodedTheme>? Themes = null,
    Explanation? Explanation = null
) : Command
{
    private static readonly Rule Involvement = new("always", "presence", "S3");
    private static readonly Rule Corrections = new("always", "session-correction", "design");

    /// <summary>Decides.</summary>
    /// <param name="concluded">Whether the engagement is concluded: sessions of before do not know it themselves.</param>
    /// <param name="then">The group's mandate when the session was closed, with whoever left while it ran; of one that runs, at the time of the command.</param>
    /// <param name="endorsed">Members of whom it is recorded that they endorsed a track orally at the session.</param>
    /// <param name="erased">Members who were erased: they could not contest it.</param>
    public static Decision Decide(
        CorrectSession command,
        Session session,
        bool concluded,
        Mandate? then,
        IReadOnlyList<Guid> endorsed,
        Act act,
        params IReadOnlyList<Guid> erased
    ) =>
        session.IsSettled || concluded
            ? Refusal.OfOrder("The engagement is concluded.", "Correct a session before its engagement is concluded.") with
            {
                Rules = [Corrections],
            }
        : command is { Minutes: null, Present: null, Themes: null }
            ? Refusal.OfInput("The correction changes nothing.", "Give minutes, present or themes.")
        : NotCorrectable(command, session) is { } early ? early
        : session.State == SessionState.Closed && command.Reason == CorrectionReason.Changed
            ? Refusal.OfInput(
                "What took place does not change; only an error can be corrected.",
                "Give the reason mistyped, wrong-source or omitted."
            )
        : Telling(
            Minuted(command, session, act).And(Attended(command, session, then, endorsed, erased, act)).And(Coded(command, session)),
            session
        );

    /// <summary>What of a session may be corrected now: nothing, once who led it leads its group no more.</summary>
    public static IEnumerable<CorrectedField> Fields(Session session) =>
        session.IsSettled || session.IsLedNoMore ? []
        : session.State == SessionState.Closed
            ? Enum.GetValues<CorrectedField>()
                .Where(f =>
                    f switch
                    {
                        CorrectedField.Present => IsPresenceOpen(session),
                        CorrectedField.Themes => !session.ThemesStand,
                        _ => true,
                    }
                )
        : HasBegun(session) && IsPresenceOpen(session) ? [CorrectedField.Present]
        : [];

    // Of somebody whose own word does not stand against it, who may be added, or be absent.
    private static bool IsPresenceOpen(Session session) =>
        session.Members.Except(session.Present).Except(session.AsTheySay).Any()
        || (session.Present.Count > 1 && session.Present.Except(session.TookPart).Except(session.AsTheySay).Any());

    private static bool HasBegun(Session session) =>
        session.State == SessionState.Open && (session.CompletedPhases.Count > 0 || session.CurrentPhase is not null);

    private static Refusal? NotCorrectable(CorrectSession command, Session session) =>
        session.State == SessionState.Closed ? null
        : !HasBegun(session)
            ? Refusal.OfOrder(
                "There is nothing to correct in the session yet.",
                "Record the attendance before the first phase; a correction is for what was entered about a session that was held."
            )
        : command is { Minutes: null, Themes: null } ? null
        : Refusal.OfOrder("The session is in progress.", "Give minutes and themes at its closing; present can be corrected now.");

    private static Decision Minuted(CorrectSession command, Session session, Act act) =>
        command.Minutes is not { } minutes ? Decision.Nothing
        : Input.CheckNumbers(command) is { } noNumber ? noNumber
        : minutes == session.Minutes ? Stands("minutes already has this value.")
        : Plausibility
            .Corrected(session, minutes, session.EndedAt ?? act.OccurredAt, command.Explanation)
            .And(new MinutesCorrected(session.Minutes!.Value, minutes, command.Reason));

    // Who acted was there, whatever was recorded; who had left when it was closed stays recorded where they were.
    private static Decision Attended(
        CorrectSession command,
        Session session,
        Mandate? then,
        IReadOnlyList<Guid> endorsed,
        IReadOnlyList<Guid> erased,
        Act act
    )
    {
        if (command.Present is not { } present)
        {
            return Decision.Nothing;
        }

        var changed = present.Except(session.Present).Concat(session.Present.Except(present)).ToList();
        return present.Count == 0 || present.Distinct().Count() != present.Count
                ? Refusal.OfInput("present is empty or names somebody twice.", "Give each member present only once.")
            : changed.Count == 0 ? Stands("present already has this value.")
            : present.Except(session.Present).Except(session.Members.Intersect(then?.Persons ?? [])).Any() ? Guards.NoMember
            : Guards.TookPart(session, session.Present.Except(present), endorsed) is { } tookPart ? tookPart
            : Guards.Erased(changed, erased) is { } gone ? gone
            : session.AsTheySay.Intersect(changed).Any()
                ? Refusal
                    .OfRule(
                        Involvement,
                        "A member contested their recorded presence, or had it corrected by a confirmed statement.",
                        "Leave the presence as this member stated it."
                    )
                    .At("present")
            : new AttendanceCorrected(session.Present, [.. present.Order()], command.Reason, act.Now.AddDays(Correction.DaysToContest));
    }

    private static Decision Coded(CorrectSession command, Session session) =>
        command.Themes is not { } themes ? Decision.Nothing
        : themes.Count == 0 || themes.Distinct().Count() != themes.Count
            ? Refusal.OfInput(
                "themes is empty or contains an axis and level twice.",
                "Code each theme of the session once, by axis and level."
            )
        : session.ThemesStand
            ? Refusal
                .OfRule(
                    Corrections,
                    "A text that covers the session is locked.",
                    "Have the bilan amended, or the synthesis revised, first; an agreed or validated text can no longer change."
                )
                .At("themes")
        : themes.ToHashSet().SetEquals(session.Themes) ? Stands("themes already has this value.")
        : new ThemesCorrected(session.Themes, themes, command.Reason);

    private static Refusal Stands(string detail) => Refusal.OfOrder(detail, "Omit what is already correct.");

    // Of a session that runs, its closing tells who was present.
    private static Decision Telling(Decision corrected, Session session)
    {
        if (corrected.Refusal is not null || session.State != SessionState.Closed)
        {
            return corrected.Reconsidering(session);
        }

        var after = corrected.Facts.Aggregate(session, (state, fact) => Folding.Apply(state, session.Id, fact));
        var minutes = corrected.Facts.OfType<MinutesCorrected>().SingleOrDefault();
        var attendance = corrected.Facts.OfType<AttendanceCorrected>().SingleOrDefault();
        var told =
            minutes is null && attendance is null
                ? corrected
                : corrected.Telling(origin => Told(after, origin, minutes?.To, attendance is not null));
        return (
            corrected.Facts.OfType<ThemesCorrected>().SingleOrDefault() is { } themes
                ? told.Telling(origin => new V1.ThemesCorrected(
                    origin.Stream,
                    session.Group,
                    session.Engagement,
                    [.. themes.To.Select(t => new V1.Theme(Words.Of(t.Axis), Words.Of(t.Level)))],
                    origin
                ))
                : told
        ).Reconsidering(session);
    }

    /// <summary>What the other services are told of a session that was corrected so.</summary>
    internal static V1.SessionCorrected Told(Session after, Contracts.Origin origin, int? minutes, bool attendance) =>
        new(
            origin.Stream,
            after.Group,
            after.Engagement,
            origin,
            minutes,
            attendance ? after.Present : null,
            attendance ? after.Members.Union(after.Present).Count() : null,
            after.Explained.Count > 0 ? true : null
        );

    /// <summary>Members of whom it is recorded that they endorsed a track orally at the session.</summary>
    internal static async Task<IReadOnlyList<Guid>> EndorsedAt(IQuerySession query, Session session) =>
        [.. (await Endorsed(query, session)).SelectMany(t => t.EndorsedOrally).Where(o => o.At == session.Id).Select(o => o.Member)];

    internal static async Task<IReadOnlyList<ActionTrack>> Endorsed(IQuerySession query, Session session) =>
        [
            .. (await query.Query<ActionTrack>().Where(t => t.Group == session.Group).ToListAsync()).Where(t =>
                t.EndorsedOrally.Any(o => o.At == session.Id)
            ),
        ];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/corrections",
                (Guid id, CorrectSession command, Streams streams) =>
                    streams.Change<Session>(
                        id,
                        command,
                        async (query, session, act) =>
                        {
                            var now = await query.LoadAsync<Mandate>(session.Group);
                            return Decide(
                                command,
                                session,
                                now?.Concluded is true,
                                now is null ? null : await query.While(now, session, session.EndedAt ?? act.OccurredAt),
                                await EndorsedAt(query, session),
                                act,
                                await query.Erased(session.Roster)
                            );
                        }
                    )
            )
            .WithSummary("Correct what was entered wrongly of a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
    }
}
