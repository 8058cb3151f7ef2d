using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Ledger;

/// <summary>The history of an engagement: every event of all three services once, in causal order, pseudonymised. For auditors alone:
/// it says who was present and who dissented, by opaque ids.</summary>
public sealed class ReadHistory(IDocumentStore store)
{
    /// <summary>The history as of a ledger version or a recorded time.</summary>
    public async Task<IResult> Read(Actor actor, Guid engagement, long? version, DateTimeOffset? at, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var events = await session.Events.FetchStreamAsync(engagement, version ?? 0, token: cancel);
        var entries = events.Select(e => e.Data).OfType<EntryLedgered>().Select(e => e.Entry).Where(e => at is null || e.RecordedAt <= at);
        return events.Count == 0
            ? Refusal.NotFound.ToResult()
            : Results.Ok(new HistoryView(engagement, events.Count, InCausalOrder(entries)));
    }

    /// <summary>By the hybrid clock; ties by service, then sequence.</summary>
    public static IReadOnlyList<LedgerEntryRecorded> InCausalOrder(IEnumerable<LedgerEntryRecorded> entries) =>
        [.. entries.OrderBy(e => e.Clock, StringComparer.Ordinal).ThenBy(e => e.Source, StringComparer.Ordinal).ThenBy(e => e.Sequence)];

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/history",
                (Guid id, long? version, DateTimeOffset? at, HttpContext http, ReadHistory history, CancellationToken cancel) =>
                    history.Read(Actor.From(http.User)!, id, version, at, cancel)
            )
            .WithSummary("Read an engagement's history")
            .Produces<HistoryView>()
            .For(Roles.Auditor);
}

/// <summary>A history, as far as the ledger is.</summary>
/// <param name="Version">How many entries the ledger of this engagement holds; ask for it again with <c>?version=</c>.</param>
public sealed record HistoryView(Guid Engagement, long Version, IReadOnlyList<LedgerEntryRecorded> Entries);
