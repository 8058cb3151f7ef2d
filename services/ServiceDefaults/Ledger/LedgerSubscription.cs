using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.ServiceDefaults.Ledger;

/// <summary>Publishes every event of a service to the ledger, in order and linked to the one before it in its stream, with the
/// subscription's progress in one transaction.</summary>
public sealed class LedgerSubscription : BatchSubscription
{
    private readonly StoredEntries _entries;

    /// <summary>The subscription of one service.</summary>
    /// <param name="source">The service's name.</param>
    /// <param name="facts">The facts it publishes: all of its own, and not those that only mirror other services'.</param>
    public LedgerSubscription(string source, IReadOnlyCollection<Type> facts)
        : base("Ledger")
    {
        _entries = new(source, facts);
        foreach (var fact in facts)
        {
            IncludeType(fact);
        }

        Options.BatchSize = 200;
    }

    /// <inheritdoc />
    public override async Task ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        await using var connection = operations.Database.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        foreach (var tenant in page.Events.GroupBy(e => e.TenantId))
        {
            var chains = operations.ForTenant(tenant.Key);
            var firsts = tenant.GroupBy(e => e.StreamId).ToDictionary(s => s.Key, s => s.Min(e => e.Version));
            var told = await chains.LoadManyAsync<ChainHead>(cancellationToken, [.. firsts.Keys]);

            // A chain goes on where it was told to; events that are published anew find theirs from the start of the stream.
            var heads = firsts.ToDictionary(f => f.Key, f => ChainHead.Before(f.Key));
            foreach (var head in told.Where(h => h.Version == firsts[h.Id] - 1))
            {
                heads[head.Id] = head;
            }

            var entries = new Dictionary<long, LedgerEntryRecorded>();
            await foreach (
                var entry in _entries.Read(connection, tenant.Key, [.. heads.Values], tenant.Max(e => e.Sequence), cancellationToken)
            )
            {
                entries[entry.Sequence] = entry;
                heads[entry.Stream] = heads[entry.Stream].After(entry);
            }

            // Told all the same, by its hash: what one practice's row holds stops nobody's ledger.
            operations.Store<PoisonFact>([.. tenant.Where(e => e.Data is null).Select(PoisonFact.Of)]);
            chains.Store<ChainHead>([.. heads.Values]);
            await bus.PublishAsync(
                new LedgerEntriesRecorded([.. tenant.Select(e => entries[e.Sequence])]),
                new DeliveryOptions { TenantId = tenant.Key }
            );
        }
    }
}
