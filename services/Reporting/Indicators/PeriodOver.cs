using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using Wolverine.Attributes;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>The service told itself to look at a quarter or a year after its end: it is closed, and each scope that has no release yet gets one.</summary>
/// <param name="Period">The quarter, such as 2026-Q3, or the year.</param>
[MessageIdentity("reporting.quarter-over")]
public sealed record PeriodOver(string Period)
{
    /// <summary>How long after it may be closed: the last sessions are told by then.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(7);

    /// <summary>What is released by itself, in this order, though none depends on another one: the practice's figures; each establishment;
    /// then the roll-ups of two establishments at least.</summary>
    /// <param name="establishments">Those with groups.</param>
    /// <param name="places">Where they belong, by their ids.</param>
    public static IReadOnlyList<Scope> Scopes(IReadOnlyList<Guid> establishments, IReadOnlyDictionary<Guid, EstablishmentRecord> places)
    {
        var known = establishments.Select(e => places.GetValueOrDefault(e)).OfType<EstablishmentRecord>().ToList();
        IEnumerable<Scope> RollUps(ScopeKind kind, Func<EstablishmentRecord, string?> of) =>
            known
                .GroupBy(of)
                .Where(g => g.Key is not null && g.Count() > 1)
                .Select(g => new Scope(kind, g.Key!))
                .OrderBy(s => s.Code, StringComparer.Ordinal);
        return
        [
            new(ScopeKind.Practice, "all"),
            .. establishments.Order().Select(e => new Scope(ScopeKind.Establishment, e.ToString())),
            .. RollUps(ScopeKind.Entity, p => p.Entity),
            .. RollUps(ScopeKind.Association, p => p.Association),
            .. RollUps(ScopeKind.Territory, p => p.Territory),
        ];
    }
}

/// <summary>Closes a period and releases it, one scope in a transaction: after a restart it goes on where it stopped.</summary>
[MessageTimeout(900)]
public static class PeriodOverHandler
{
    /// <summary>Takes the next step, and looks again until none is left. A year's quarters are closed before it.</summary>
    public static async Task Handle(
        PeriodOver over,
        IDocumentSession session,
        Inbox inbox,
        IdSource ids,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var now = time.GetUtcNow();
        var (due, period) = (CalendarPeriod.Parse(over.Period)!, CalendarPeriod.Parse(over.Period)!);
        foreach (var quarter in period.Quarters)
        {
            due = due == period && await session.LoadAsync<IndicatorRelease>(IdOf(session, quarter), cancel) is null ? quarter : due;
        }

        await inbox.Begin<IndicatorRelease>(
            IdOf(session, due),
            now,
            async (closed, _) =>
            {
                var step = closed is null ? await Close(session, due, now, cancel) : await Next(session, closed, ids.Next(), now, cancel);
                return step.Facts.Count > 0 ? step.Scheduling(now, over) : Decision.Nothing;
            },
            cancel
        );
    }

    private static Guid IdOf(IDocumentSession session, CalendarPeriod period) => IndicatorRelease.IdOf(session.TenantId, period);

    // Under the floors of the period closed last.
    private static async Task<Decision> Close(IDocumentSession session, CalendarPeriod due, DateTimeOffset now, CancellationToken cancel)
    {
        var last = (await session.Query<IndicatorRelease>().ToListAsync(cancel)).MaxBy(p => p.Period, StringComparer.Ordinal);
        return await ClosePeriod.Decide(new(due.ToString(), last?.Floor, last?.PlatformFloor), session, now);
    }

    // A scope none of whose charters lists indicators is passed over.
    private static async Task<Decision> Next(
        IDocumentSession session,
        IndicatorRelease closed,
        Guid release,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var records = await PublishRelease.Frozen(session, closed);
        var establishments = records.Groups.SelectMany(records.Establishments).Distinct().ToList();
        var places = await PublishRelease.Places(session, closed);
        foreach (var scope in PeriodOver.Scopes(establishments, places).Where(s => closed.Last(s) is null))
        {
            var decision = await PublishRelease.Decide(session, scope, closed, records, release, now);
            if (decision.Refusal is null)
            {
                return decision;
            }
        }

        return Decision.Nothing;
    }
}
