using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges corrections of sessions: by who led them, of what stood, in the time for it, and of nobody who took part; and members' words on their own
/// presence, and who confirmed them.</summary>
internal static class JudgeCorrections
{
    // What another service was not told a minute after is no excuse any more.
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    private static readonly string[] Locking = ["content_locked", "synthesis_locked"];

    private static readonly string[] Unlocking =
    [
        "amendment_accepted",
        "orientation_recommended",
        "negotiation_failed",
        "synthesis_revised",
    ];

    private static readonly TimeSpan ToConfirm = TimeSpan.FromDays(14);

    /// <summary>Every one.</summary>
    public static IEnumerable<Check> Of(JudgedHistory history) =>
        Corrections(history).Concat(Claims(history)).Concat(Confirmations(history));

    // Of oneself alone, and in the time for it; since it waits to be confirmed, before the conclusion too.
    private static IEnumerable<Check> Claims(JudgedHistory history) =>
        from session in history.Streams("session_scheduled")
        from told in session.Where(t => t.Is("presence_claimed"))
        let closed = session.TakeWhile(t => t != told).LastOrDefault(t => t.Is("session_closed"))
        let concluded = told.Fact["present"] is null ? Concluded(history, told) : null
        select Judged(
            told,
            concluded,
            closed,
            told.By != told.Id("member") ? "said of somebody by another"
                : closed is null ? "said of a session that was not closed"
                : closed.Moment("contestableUntil") is { } until && told.Entry.RecordedAt > until + LedgeredEvent.ClocksDiffer
                    ? "said past the time for it"
                : null,
            "said once the engagement was concluded"
        );

    // By who led it or is recorded as present, of what another said, and in the time for it.
    private static IEnumerable<Check> Confirmations(JudgedHistory history) =>
        from session in history.Streams("session_scheduled")
        from told in session.Where(t => t.Is("presence_confirmed"))
        let before = session.TakeWhile(t => t != told).ToList()
        let claimed = before.LastOrDefault(t => t.Is("presence_claimed") && t.Id("member") == told.Id("member"))
        select Judged(
            told,
            Concluded(history, told),
            claimed,
            claimed is null ? "confirmed what nobody had said"
                : told.By == told.Id("member") ? "confirmed by oneself"
                : !IsByLeader(told, before)
                && !(told.Entry.Actor == $"member:{told.By}" && SessionLife.Present(before).Contains(told.By!.Value))
                    ? "confirmed by somebody who did not lead it, nor was there"
                : !told.Ids("present").ToHashSet().SetEquals([.. SessionLife.Present(before), claimed.Id("member")!.Value])
                    ? "another presence than was said"
                : told.Entry.RecordedAt > claimed.Entry.RecordedAt + ToConfirm + LedgeredEvent.ClocksDiffer
                    ? "confirmed past the time for it"
                : null,
            "confirmed once the engagement was concluded"
        );

    private static LedgeredEvent? Concluded(JudgedHistory history, LedgeredEvent told) =>
        history.All.TakeWhile(t => t != told).FirstOrDefault(t => t.Is("engagement_concluded"));

    private static Check Judged(LedgeredEvent told, LedgeredEvent? concluded, LedgeredEvent? of, string? fault, string late) =>
        new(
            told.Stream,
            [.. new[] { concluded, of }.OfType<LedgeredEvent>(), told],
            fault ?? (concluded is null ? null : late),
            // Who said it could not know yet what was told elsewhere in the same minute.
            fault is null
                && concluded?.Entry.RecordedAt + Telling >= told.Entry.RecordedAt
        );

    private static bool IsByLeader(LedgeredEvent told, List<LedgeredEvent> before) =>
        told.Entry.Actor == $"facilitator:{SessionLife.Leader(before, told)}";

    private static IEnumerable<Check> Corrections(JudgedHistory history) =>
        from session in history.Streams("session_scheduled")
        from told in session.Where(t => SessionLife.Corrections.Contains(t.Entry.EventType))
        let before = session.TakeWhile(t => t != told).ToList()
        let locked = told.Is("themes_corrected") ? LockedOver(history, told) : null
        let concluded = Concluded(history, told)
        let late = new[] { locked, concluded }.OfType<LedgeredEvent>().ToList()
        let fault = Fault(told, before)
        select new Check(
            told.Stream,
            [.. late, told],
            fault
                ?? (
                    concluded is not null ? "corrected once the engagement was concluded"
                    : locked is not null ? "its themes were corrected under a locked text, which keeps them as they were"
                    : null
                ),
            // Who corrected it could not know yet what was told elsewhere in the same minute.
            fault is null
                && late.All(t => t.Entry.RecordedAt + Telling >= told.Entry.RecordedAt)
        );

    private static string? Fault(LedgeredEvent told, List<LedgeredEvent> before) =>
        !IsByLeader(told, before) ? "corrected by somebody who did not lead it"
        : !before.Any(t => t.Is("session_closed") || (told.Is("attendance_corrected") && t.Is("phase_started")))
            ? "corrected before it was held"
        : !Stood(told, before) ? "corrected from another value than stood"
        : told.Is("attendance_corrected") && Absent(told, before) is > 0 and var absent ? $"{absent} who took part became absent"
        : told.Is("attendance_corrected") && Against(told, before) is > 0 and var against
            ? $"{against} were corrected against their own word"
        : null;

    private static bool Stood(LedgeredEvent told, List<LedgeredEvent> before) =>
        told.Entry.EventType switch
        {
            "minutes_corrected" => told.Number("from") == SessionLife.Minutes(before),
            "attendance_corrected" => told.Ids("presentBefore").ToHashSet().SetEquals(SessionLife.Present(before)),
            _ => JsonNode.DeepEquals(told.Fact["from"], Themes(before)),
        };

    private static JsonNode? Themes(List<LedgeredEvent> before) =>
        before.LastOrDefault(t => t.Is("themes_coded") || t.Is("themes_corrected")) is { } last
            ? last.Fact[last.Is("themes_coded") ? "themes" : "to"]
            : null;

    private static int Against(LedgeredEvent told, List<LedgeredEvent> before) =>
        SessionLife.ByOwnWord(before).Distinct().Count(m => told.Ids("presentBefore").Contains(m) != told.Ids("present").Contains(m));

    private static int Absent(LedgeredEvent told, List<LedgeredEvent> before) =>
        told.Ids("presentBefore").Except(told.Ids("present")).Intersect(SessionLife.TookPart(before)).Count();

    // The text whose last word before this, in causal order, is that it is locked, agreed or validated, and which covers the session.
    private static LedgeredEvent? LockedOver(JudgedHistory history, LedgeredEvent told) =>
        history
            .All.TakeWhile(t => t != told)
            .Where(t => Locking.Contains(t.Entry.EventType) || Unlocking.Contains(t.Entry.EventType))
            .GroupBy(t => (t.Entry.Source, t.Stream))
            .Select(bilan => bilan.Last())
            .FirstOrDefault(last => Locking.Contains(last.Entry.EventType) && last.Ids("sessions").Contains(told.Stream));
}
