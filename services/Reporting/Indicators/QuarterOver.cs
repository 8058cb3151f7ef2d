using Marten;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using Wolverine.Attributes;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>The service told itself to look at a quarter after its end: it is closed, and each scope that has no release yet gets one.</summary>
/// <param name="Period">The quarter, such as 2026-Q3.</param>
[MessageIdentity("reporting.quarter-over")]
public sealed record QuarterOver(string Period)
{
    /// <summary>How long after its end: the last sessions are told, and the bilans that open their content are agreed.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromDays(7);

    /// <summary>Decides to close it, under the floors of the quarter closed last.</summary>
    /// <param name="last">That one; null where none was ever closed.</param>
    public static Decision Close(Quarter quarter, IndicatorRelease? last, string tenant, DateTimeOffset now) =>
        ClosePeriod.Decide(new(quarter.ToString(), last?.Floor, last?.PlatformFloor), closed: null, tenant, now);

    /// <summary>What is released by itself, in this order: the practice's pooled figures, which are the others' reference; each
    /// establishment; then the roll-ups of two establishments at least.</summary>
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

/// <summary>Closes a quarter and releases it, one scope in a transaction: after a restart it goes on where it stopped.</summary>
[MessageTimeout(900)]
public static class QuarterOverHandler
{
    /// <summary>Takes the next step, and looks again until none is left.</summary>
    public static Task Handle(
        QuarterOver over,
        IDocumentSession session,
        Inbox inbox,
        IdSource ids,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var quarter = Quarter.Parse(over.Period)!;
        var now = time.GetUtcNow();
        return inbox.Begin<IndicatorRelease>(
            IndicatorRelease.IdOf(session.TenantId, quarter),
            now,
            async (period, _) =>
            {
                var step = period is null
                    ? QuarterOver.Close(quarter, await LastClosed(session, cancel), session.TenantId, now)
                    : await Next(session, period, ids.Next(), now, cancel);
                return step.Facts.Count > 0 ? step.Scheduling(now, over) : Decision.Nothing;
            },
            cancel
        );
    }

    private static async Task<IndicatorRelease?> LastClosed(IDocumentSession session, CancellationToken cancel) =>
        (await session.Query<IndicatorRelease>().ToListAsync(cancel)).MaxBy(p => p.Period, StringComparer.Ordinal);

    // A scope none of whose charters lists indicators is passed over.
    private static async Task<Decision> Next(
        IDocumentSession session,
        IndicatorRelease period,
        Guid release,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var groups = await session.Query<GroupRecord>().ToListAsync(cancel);
        var establishments = groups.SelectMany(PublishRelease.EstablishmentsOf).Distinct().ToList();
        var places = (await session.Query<EstablishmentRecord>().ToListAsync(cancel)).ToDictionary(p => p.Id);
        foreach (var scope in QuarterOver.Scopes(establishments, places).Where(s => period.Last(s) is null))
        {
            var decision = await PublishRelease.Decide(session, scope, period, release, now);
            if (decision.Refusal is null)
            {
                return decision;
            }
        }

        return Decision.Nothing;
    }
}
