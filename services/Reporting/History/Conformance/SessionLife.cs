using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Minutes and presence of a session as its events tell them, corrections among them: the last word holds.</summary>
internal static class SessionLife
{
    private static readonly string[] Attendances =
    [
        "attendance_recorded",
        "attendance_corrected",
        "correction_contested",
        "presence_claimed",
        "presence_confirmed",
    ];

    private static readonly string[] OwnWords = ["correction_contested", "presence_claimed", "presence_confirmed"];

    /// <summary>The kinds of corrections.</summary>
    public static readonly string[] Corrections = ["minutes_corrected", "attendance_corrected", "themes_corrected"];

    /// <summary>How long it lasted; null where that is not told.</summary>
    public static int? Minutes(IEnumerable<LedgeredEvent> session) =>
        session.LastOrDefault(t => t.Is("session_closed") || t.Is("minutes_corrected")) is { } last
            ? last.Number(last.Is("session_closed") ? "minutes" : "to")
            : null;

    /// <summary>Who was present.</summary>
    public static IReadOnlyList<Guid> Present(IEnumerable<LedgeredEvent> session) =>
        session.LastOrDefault(IsAttendance)?.Ids("present") ?? [];

    /// <summary>What says who was present, or corrects it.</summary>
    public static IEnumerable<LedgeredEvent> AttendancesOf(IEnumerable<LedgeredEvent> session) =>
        session.Where(t => IsAttendance(t) && !t.Is("correction_contested"));

    /// <summary>Whether it says who was present: a word that waits to be confirmed does not.</summary>
    public static bool IsAttendance(LedgeredEvent told) => Attendances.Contains(told.Entry.EventType) && told.Fact["present"] is not null;

    private static bool IsOfGroup(LedgeredEvent told) => told.Is("session_scheduled") || told.Is("group_changed");

    /// <summary>Whether it is of a member's word on their own presence: nothing that they took part by.</summary>
    public static bool IsOwnWord(LedgeredEvent told) => OwnWords.Contains(told.Entry.EventType);

    /// <summary>Those who told, brought, agreed to something or interrupted it by tokens of their own. Who records an incident may be absent.</summary>
    public static IEnumerable<Guid> TookPart(IEnumerable<LedgeredEvent> session) =>
        session
            .Where(t => !IsOwnWord(t))
            .SelectMany(t => new[] { t.Id("author"), t.Id("narrator"), t.Id("member"), t.Is("session_suspended") ? t.Id("by") : null })
            .OfType<Guid>();

    /// <summary>Whoever was a member while it ran, as it was told up to there: as it was opened, and as the group changed since.</summary>
    public static IEnumerable<Guid> Members(IReadOnlyList<LedgeredEvent> session) =>
        session
            .Where(IsOfGroup)
            .Skip(Math.Max(0, session.TakeWhile(t => !t.Is("session_opened")).Count(IsOfGroup) - 1))
            .SelectMany(t => t.Ids("members"));

    /// <summary>Members of whom it is recorded as they said of their own presence: by that word alone, or since somebody confirmed it or recorded the same.</summary>
    public static IEnumerable<Guid> ByOwnWord(IReadOnlyList<LedgeredEvent> session) =>
        session
            .Where(IsOwnWord)
            .Where(word => word.Is("correction_contested") || Present(session).Contains(word.Id("member")!.Value))
            .Select(t => t.Id("member"))
            .OfType<Guid>();

    /// <summary>When what it says was so: a correction tells of the session, which may have ended before.</summary>
    public static DateTimeOffset SpeaksOf(IEnumerable<LedgeredEvent> session, LedgeredEvent told) =>
        told.Is("attendance_recorded")
            ? told.At
            : session.TakeWhile(t => t != told).LastOrDefault(t => t.Is("session_closed"))?.At ?? told.At;

    /// <summary>What of it was corrected.</summary>
    public static IEnumerable<LedgeredEvent> CorrectionsOf(IEnumerable<LedgeredEvent> session) =>
        session.Where(t => Corrections.Contains(t.Entry.EventType) || (IsOwnWord(t) && IsAttendance(t)));

    /// <summary>Who led it when this was told.</summary>
    public static Guid? Leader(IEnumerable<LedgeredEvent> session, LedgeredEvent at) =>
        session
            .TakeWhile(t => !ReferenceEquals(t, at))
            .LastOrDefault(t => t.Is("session_scheduled") || t.Is("group_changed"))
            ?.Id("facilitator");
}
