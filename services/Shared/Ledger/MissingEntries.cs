using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using Wolverine;

namespace PracticeAnalysis.Ledger;

/// <summary>Entries that the ledger does not hold although they were published: a message was lost, or an older backup of the ledger restored.</summary>
public static class MissingEntries
{
    private const int AtOnce = 200;

    /// <summary>Publishes them again, if they are this service's. The ledger takes each once.</summary>
    public static async Task Publish(
        LedgerEntriesMissing missing,
        StoreDefinition service,
        IDocumentSession session,
        IMessageContext bus,
        CancellationToken cancel
    )
    {
        if (missing.Source != service.Name)
        {
            return;
        }

        // A link is that of all before it too: each stream is read from its start.
        var wanted = missing.Streams.ToDictionary(s => s.Stream, s => s.Versions.ToHashSet());
        var entries = new List<LedgerEntryRecorded>();
        var stored = new StoredEntries(service.Name, service.LedgeredFacts);
        await foreach (
            var entry in stored.Read(session.Connection!, session.TenantId, [.. wanted.Keys.Select(ChainHead.Before)], cancel: cancel)
        )
        {
            if (wanted[entry.Stream].Contains(entry.Version))
            {
                entries.Add(entry);
            }
        }

        foreach (var some in entries.OrderBy(e => e.Sequence).Chunk(AtOnce))
        {
            await bus.PublishAsync(new LedgerEntriesRecorded(some), new DeliveryOptions { TenantId = session.TenantId });
        }
    }
}
