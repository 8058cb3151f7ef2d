using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>When an engagement ran, as its own events tell it.</summary>
/// <param name="history">The history.</param>
/// <param name="moment">The moment that was asked for: what comes after is nobody's silence yet.</param>
internal sealed class EngagementLife(JudgedHistory history, DateTimeOffset moment)
{
    // What another service was not told a minute after is no excuse any more.
    internal static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<LedgeredEvent> _ends =
    [
        .. history.Of("engagement_ended_early", "engagement_concluded", "engagement_abandoned"),
    ];
    private readonly IReadOnlyList<LedgeredEvent> _pauses = [.. history.Of("engagement_suspended", "engagement_resumed")];

    /// <summary>The activation; null where there was none.</summary>
    public LedgeredEvent? Activated { get; } = history.Of("engagement_activated").FirstOrDefault(t => t.Entry.Source == "engagement");

    /// <summary>When sessions are awaited no more: the end of the term, of the engagement, or the moment asked for, whichever is first.</summary>
    public DateTimeOffset End { get; } =
        history
            .Of("engagement_ended_early", "engagement_concluded", "engagement_abandoned")
            .Select(t => t.At)
            .Append(Term(history, history.All) ?? moment)
            .Append(moment)
            .Min();

    /// <summary>Whether no more sessions are awaited, however long one waits.</summary>
    public bool IsOver => End < moment;

    /// <summary>The end of the term as it stood when this was told, amended and renewed; null where none had begun. What extends a term afterwards, under
    /// whatever date, makes nothing timely that was told to be late; what was contested, whenever that was, extended nothing.</summary>
    public DateTimeOffset? TermAt(LedgeredEvent told) => Term(history, history.Before(told));

    /// <summary>Why no session could be held when this was told; null where one could. What had happened by then and was told only after nobody could know:
    /// it is shown, and allowed.</summary>
    public (string? Fault, bool IsAllowed) Closed(LedgeredEvent told)
    {
        if (Activated?.HadHappened(told.At) != true)
        {
            return ("before the engagement was active", false);
        }

        var known = history.Before(told).ToHashSet();
        return Closed(told.At, known.Contains) is { } fault ? (fault, false) : (Closed(told.At, _ => true), true);
    }

    /// <summary>What is wrong with who led a session that was opened; null where they were in office. Who was replaced leads no more, and the successor does once
    /// they accepted the charter. Where it is not said whom an assignment relieves, who was replaced kept the group until then: that is shown.</summary>
    public (string? Fault, bool IsAllowed) Led(Guid? leader, LedgeredEvent opened)
    {
        var known = history.Before(opened).ToHashSet();
        var assigned = history.Of("facilitator_assigned").Where(t => t.HadHappened(opened.At)).ToList();
        return assigned.All(t => t.Id("facilitator") != leader) ? ("led by somebody who was not assigned then", false)
            : assigned[^1].Id("facilitator") == leader
                ? (
                    assigned[^1].Id("relieved") is null || IsBound(leader) ? null : "led by somebody who had not accepted the charter",
                    false
                )
            : assigned[^1].At + Telling >= opened.At ? (null, false)
            : (
                "led by somebody who had been replaced",
                !known.Contains(assigned[^1]) || (assigned[^1].Id("relieved") is null && !Accepted(assigned[^1].Id("facilitator")))
            );

        bool IsBound(Guid? successor) => history.Of("charter_accepted").Any(t => t.Id("person") == successor && t.HadHappened(opened.At));

        bool Accepted(Guid? successor) =>
            known.Any(t => t.Is("charter_accepted") && t.Id("person") == successor && t.At + Telling < opened.At);
    }

    /// <summary>The times without a session between two moments of a group: from its sealing on or the activation, cut where the engagement was suspended.</summary>
    /// <param name="sessions">The openings of its sessions, in the order of their dates.</param>
    public IEnumerable<(IReadOnlyList<LedgeredEvent> Events, DateTimeOffset To, TimeSpan Length)> Silences(
        GroupLife group,
        IReadOnlyList<LedgeredEvent> sessions
    )
    {
        if (Activated is not { } activated || group.Sealed is not { } isSealed)
        {
            yield break;
        }

        var end = group.Dissolved is { } dissolved && dissolved.At < End ? dissolved.At : End;
        var start = isSealed.At > activated.At ? isSealed : activated;
        LedgeredEvent? since = start;
        foreach (var next in sessions.Concat(_pauses).Where(t => t.At >= start.At && t.At <= end).OrderBy(t => t.At))
        {
            if (since is not null && !next.Is("engagement_resumed"))
            {
                yield return ([since, next], next.At, next.At - since.At);
            }

            since = next.Is("engagement_suspended") ? null : next;
        }

        if (since is not null)
        {
            yield return ([since], end, end - since.At);
        }
    }

    /// <summary>Whether the engagement was suspended on some day between these.</summary>
    public bool WasPaused(DateTimeOffset from, DateTimeOffset to) =>
        _pauses
            .Index()
            .Any(p => p.Item.Is("engagement_suspended") && p.Item.At < to && (_pauses.ElementAtOrDefault(p.Index + 1)?.At ?? to) > from);

    private string? Closed(DateTimeOffset at, Func<LedgeredEvent, bool> isKnown) =>
        _ends.Any(t => isKnown(t) && t.At + Telling < at) ? "after the engagement had ended"
        : _pauses.LastOrDefault(t => isKnown(t) && t.HadHappened(at)) is { } pause
        && pause.Is("engagement_suspended")
        && pause.At + Telling < at
            ? "while the engagement was suspended"
        : null;

    private static DateTimeOffset? Term(JudgedHistory history, IEnumerable<LedgeredEvent> before)
    {
        var (months, from, until) = ((int?)null, (DateTimeOffset?)null, (DateTimeOffset?)null);
        HashSet<Guid?> unbound = [];
        foreach (var told in before)
        {
            switch (told.Entry.EventType)
            {
                case "dispositif_amended" or "engagement_renewed" when !history.Binds(told):
                    unbound.Add(told.Id("proposal"));
                    break;
                case "acceptance_contested":
                    unbound.Remove(told.Id("proposal"));
                    break;

                // The end stands: it was not moved but by what was contested.
                case "dispositif_amended" when told.Flag("restores"):
                    break;

                // It says an end that was counted from one that never bound: its months count, from the end that stands or from its acceptance.
                case "engagement_renewed" when unbound.Count > 0 && Months(history, told) is { } more && until is { } end:
                    until = (end > told.At ? end : told.At).AddMonths(more);
                    break;
                case "engagement_activated" when told.Entry.Source == "engagement":
                    from ??= told.At;
                    until = months is { } planned ? from.Value.AddMonths(planned) : null;
                    break;
                case "engagement_renewed":
                    until = told.Moment("until") ?? until;
                    break;
                case var type when JudgeFrames.Dispositifs.Contains(type):
                    // A renewal stands until the term itself is amended.
                    var term = told.Fact["dispositif"]?["termMonths"]?.GetValue<int>();
                    until = term == months ? until : from?.AddMonths(term ?? 0);
                    months = term;
                    break;
            }
        }

        return until;
    }

    private static int? Months(JudgedHistory history, LedgeredEvent renewed) =>
        history.Of("renewal_proposed").FirstOrDefault(t => t.Id("proposal") == renewed.Id("proposal"))?.Number("months");
}
