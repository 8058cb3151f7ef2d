using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges when sessions were held: by what had happened at their own dates, whenever they were told.</summary>
internal static class JudgeTime
{
    private static readonly TimeSpan LongestDay = TimeSpan.FromDays(1) + (2 * LedgeredEvent.ClocksDiffer);

    /// <summary>Every rule of time, beside those of frames and of the charter.</summary>
    public static IEnumerable<Judgement> Of(JudgedHistory history, EngagementLife life) =>
        from rule in new (string Name, IEnumerable<Check> Checks)[]
        {
            ("mandate", Mandates(history, life)),
            ("within-term", WithinTerm(history, life)),
            ("plausible", Plausible(history)),
        }
        select Judgement.Of(rule.Name, "always", "design", rule.Checks);

    /// <summary>Whether each who was present, and who led, had accepted the charter by then.</summary>
    public static IEnumerable<Check> Accepted(JudgedHistory history) =>
        from session in history.Streams("session_scheduled")
        from attendance in SessionLife.AttendancesOf(session)
        let held = SessionLife.SpeaksOf(session, attendance)
        let accepted = history.Of("charter_accepted").Where(t => t.HadHappened(held)).Select(t => t.Id("person")).ToHashSet()
        let silent = attendance
            .Ids("present")
            .Select(p => (Guid?)p)
            .Append(SessionLife.Leader(session, attendance))
            .Count(p => p is not null && !accepted.Contains(p))
        select new Check(attendance.Stream, [attendance], silent > 0 ? $"{silent} took part before they had accepted the charter" : null);

    // None is opened without a mandate; what was open when it ended may be closed after, which is shown.
    private static IEnumerable<Check> Mandates(JudgedHistory history, EngagementLife life)
    {
        foreach (var session in history.Streams("session_scheduled"))
        {
            foreach (var opened in session.Where(t => t.Is("session_opened")))
            {
                var (fault, isAllowed) = life.Closed(opened) is { Fault: not null } closed
                    ? closed
                    : life.Led(SessionLife.Leader(session, opened), opened);
                yield return new(opened.Stream, [opened], fault, isAllowed);
                if (fault is null && session.FirstOrDefault(t => t.Is("session_closed")) is { } end)
                {
                    yield return new(end.Stream, [opened, end], life.Closed(end).Fault is { } late ? $"closed {late}" : null, true);
                }
            }
        }
    }

    private static IEnumerable<Check> WithinTerm(JudgedHistory history, EngagementLife life) =>
        from told in history.Of("session_opened", "session_closed")
        let until = life.TermAt(told)
        where until is not null
        select new Check(told.Stream, [told], told.At > until ? $"after the term, which ended on {until:yyyy-MM-dd}" : null);

    // Two sessions of one group or one facilitator at once, more minutes than between opening and closing, or a session left open, unless it is
    // explained.
    private static IEnumerable<Check> Plausible(JudgedHistory history)
    {
        var held = history
            .Streams("session_scheduled")
            .Select(s =>
                (Told: s, Opened: s.FirstOrDefault(t => t.Is("session_opened")), Closed: s.FirstOrDefault(t => t.Is("session_closed")))
            )
            .Where(s => s.Opened is not null && s.Closed is not null)
            .OrderBy(s => s.Opened!.At)
            .ToList();
        foreach (var (told, opened, closed) in held)
        {
            var minutes = SessionLife.Minutes(told) ?? 0;
            var corrected = told.Where(t => t.Is("minutes_corrected"));
            var lasted = closed!.At - opened!.At + LedgeredEvent.ClocksDiffer;
            var open = Math.Ceiling(lasted.TotalMinutes);
            yield return new(
                closed.Stream,
                [opened, .. corrected, closed],
                lasted > LongestDay ? $"open for {(int)(closed.At - opened.At).TotalHours} hours"
                    : minutes > open ? $"{minutes} minutes in {(int)(closed.At - opened.At).TotalMinutes}"
                    : null,
                IsExplained(told, "minutes")
                    && (
                        closed.Fact["contestableUntil"] is null
                        || HasItsReason(told.TakeWhile(t => t != closed).ToList(), lasted > LongestDay)
                    )
            );
            foreach (var beside in held.TakeWhile(s => s.Told != told).Where(s => s.Closed!.At > opened.At && AreOfOne(s.Told, told)))
            {
                yield return new(
                    closed.Stream,
                    [beside.Opened!, opened, closed],
                    "held while another session of the group, or of its facilitator, was",
                    IsExplained(told, "at-once") || IsExplained(beside.Told, "at-once")
                );
            }
        }
    }

    private static bool AreOfOne(IReadOnlyList<LedgeredEvent> one, IReadOnlyList<LedgeredEvent> other) =>
        one[0].Id("group") == other[0].Id("group") || SessionLife.Leader(one, one[^1]) == SessionLife.Leader(other, other[^1]);

    // Since reasons are asked to fit: times that were told afterwards explain more minutes than passed, an interruption that it was open for days as well.
    private static bool HasItsReason(List<LedgeredEvent> beforeClosing, bool isLong) =>
        beforeClosing.Any(t =>
            t.Is("implausibility_explained") && (t.Word("why") == "told-afterwards" || (isLong && t.Word("why") == "interrupted"))
        );

    private static bool IsExplained(IEnumerable<LedgeredEvent> session, string what) =>
        session.Any(t => t.Is("implausibility_explained") && t.Word("what") == what);
}
