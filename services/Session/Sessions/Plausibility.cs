using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Whether a session can have been held as it is told.</summary>
public static class Plausibility
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly Rule Plausible = new("always", "plausible", "design");

    /// <summary>The session ran at the same time as another one of its group or facilitator.</summary>
    /// <param name="from">When it began.</param>
    /// <param name="until">Up to when it is known to have run.</param>
    /// <param name="others">Other sessions of the group or the facilitator that were opened.</param>
    public static Decision AtOnce(
        Session session,
        DateTimeOffset from,
        DateTimeOffset until,
        IReadOnlyList<Session> others,
        Explanation? explanation
    )
    {
        var atOnce = others.Where(o => o.OpenedAt <= until && (o.EndedAt is null || o.EndedAt > from)).ToList();
        return session.Explained.Contains(Implausibility.AtOnce) || atOnce.Count == 0
            ? Decision.Nothing
            : Explained(
                Implausibility.AtOnce,
                explanation is Explanation.MetTogether && atOnce.Any(o => o.Group == session.Group) ? null : explanation,
                "The group, or its facilitator, is in another session at that time.",
                "Close or cancel the other session, give the times at which they were held, or give an explanation."
            );
    }

    /// <summary>The session lasted longer than it was open, or was left open: then nobody knows how long it lasted.</summary>
    public static Decision Lasting(Session session, int minutes, DateTimeOffset until, Explanation? explanation) =>
        session.OpenedAt is not { } from ? Decision.Nothing
        : until - from > Longest
            ? Explained(
                Implausibility.Minutes,
                explanation is Explanation.ToldAfterwards or Explanation.Interrupted ? explanation : null,
                "The session was open for more than a day.",
                "Record its closing with the time at which it ended (occurredAt), or give the explanation told-afterwards or interrupted."
            )
        : minutes <= Passed(from, until) ? Decision.Nothing
        : Explained(
            Implausibility.Minutes,
            explanation is Explanation.ToldAfterwards ? explanation : null,
            "minutes exceeds the time between the session's opening and its closing.",
            "Give the minutes that it lasted, record its opening and closing with occurredAt, or give the explanation told-afterwards."
        );

    /// <summary>Minutes that are put right are no more than passed, but where the session was told afterwards, so that its times say nothing.</summary>
    public static Decision Corrected(Session session, int minutes, DateTimeOffset until, Explanation? explanation) =>
        session.OpenedAt is { } from && minutes > Passed(from, until) && !session.IsToldAfterwards
            ? Refusal.OfRule(
                Plausible,
                "minutes exceeds the time between the session's opening and its closing.",
                "Give the minutes that it lasted, at most those between its opening and its closing."
            )
        : session.Explained.Contains(Implausibility.Minutes) ? Decision.Nothing
        : Lasting(session, minutes, until, explanation);

    private static double Passed(DateTimeOffset from, DateTimeOffset until) => Math.Ceiling((until - from).TotalMinutes);

    private static Decision Explained(Implausibility what, Explanation? why, string detail, string satisfy) =>
        why is { } explained ? new ImplausibilityExplained(what, explained) : Refusal.OfRule(Plausible, detail, satisfy);

    /// <summary>The other sessions of the group or the facilitator that were opened, and were not over by then.</summary>
    internal static async Task<IReadOnlyList<Session>> Beside(this IQuerySession query, Session session, DateTimeOffset from) =>
        await query
            .Query<Session>()
            .Where(s =>
                s.Id != session.Id
                && (s.Group == session.Group || s.Facilitator == session.Facilitator)
                && s.OpenedAt != null
                && (s.EndedAt == null || s.EndedAt > from)
            )
            .ToListAsync();
}
