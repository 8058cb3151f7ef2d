using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.Ledger;

/// <summary>Publishes every event of a service to the ledger, in order and linked to the one before it in its stream, with the
/// subscription's progress in one transaction.</summary>
public sealed class LedgerSubscription : BatchSubscription
{
    private const string Name = "Ledger";

    /// <summary>Its shard.</summary>
    internal const string Shard = $"{Name}:All";

    private readonly StoredEntries _entries;
    private readonly Func<int, byte[]> _random;

    /// <summary>How it shows which events it has told: each stream's head says so for all versions up to its own.</summary>
    /// <param name="source">The service's name.</param>
    /// <param name="facts">The facts it publishes.</param>
    public static Followed Followed(string source, IReadOnlyCollection<Type> facts) =>
        new(
            Shard,
            [.. facts.SelectMany(FactTypes.Aliases)],
            $"""
            not e.is_archived and e.version > coalesce(
              (select (h.data ->> 'version')::bigint from {source}.mt_doc_chainhead h where h.tenant_id = e.tenant_id and h.id = e.stream_id), 0)
            """
        );

    /// <summary>The subscription of one service.</summary>
    /// <param name="source">The service's name.</param>
    /// <param name="facts">The facts it publishes: all of its own, and not those that only mirror other services'.</param>
    /// <param name="random">So many random bytes: the salts of commitments.</param>
    public LedgerSubscription(string source, IReadOnlyCollection<Type> facts, Func<int, byte[]> random)
        : base(Name)
    {
        _entries = new(source, facts);
        _random = random;
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

            // A chain goes on where it was told to, and takes along what was passed over on its way; events that are published anew find theirs
            // from the start of the stream.
            var heads = firsts.ToDictionary(f => f.Key, f => ChainHead.Before(f.Key));
            foreach (var head in told.Where(h => h.Version < firsts[h.Id]))
            {
                heads[head.Id] = head;
            }

            var anew = told.Where(h => h.Version >= firsts[h.Id]).Select(h => h.Id).ToHashSet();
            var sequences = tenant.Select(e => e.Sequence).ToHashSet();

            // What was told without commitments stays as it was told, and how far that was is kept.
            var before = told.ToDictionary(h => h.Id, h => h.Version);
            var made = new List<Commitments>();
            Commitments? Committing(Guid id, LedgerEntryRecorded entry, ChainHead head)
            {
                if (entry.Version <= before.GetValueOrDefault(entry.Stream))
                {
                    return null;
                }

                made.Add(Commitments.Of(id, CommittedEntry.PersonsIn(entry, head), _random));
                return made[^1];
            }

            var entries = new List<LedgerEntryRecorded>();
            var through = tenant.Max(e => e.Sequence);
            await foreach (var entry in _entries.Read(connection, tenant.Key, [.. heads.Values], through, Committing, cancellationToken))
            {
                if (!anew.Contains(entry.Stream) || sequences.Contains(entry.Sequence))
                {
                    entries.Add(entry);
                }

                heads[entry.Stream] = heads[entry.Stream].After(entry);
            }

            // Told all the same, by its hash: what one practice's row holds stops nobody's ledger.
            operations.Store<PoisonFact>([.. tenant.Where(e => e.Data is null).Select(PoisonFact.Of)]);
            chains.Store<ChainHead>([.. heads.Values.Where(h => h.Version >= before.GetValueOrDefault(h.Id))]);
            chains.Insert<Commitments>([.. await Kept(chains, made, cancellationToken)]);
            await bus.PublishAsync(
                new LedgerEntriesRecorded([.. entries.OrderBy(e => e.Sequence)]),
                new DeliveryOptions { TenantId = tenant.Key }
            );
        }
    }

    // What is told of the erased after their erasure is not opened any more.
    private static async Task<IEnumerable<Commitments>> Kept(
        ITenantOperations chains,
        IReadOnlyList<Commitments> made,
        CancellationToken cancel
    )
    {
        var ids = made.SelectMany(m => m.Ids).Select(i => PersonStreams.Erased(i.Person)).Distinct().ToArray();
        var erased = ids.Length == 0 ? [] : await chains.LoadManyAsync<ErasedPerson>(cancel, ids);
        var gone = erased.SelectMany(e => PersonStreams.Of(e.Person)).ToHashSet();
        return made.Select(m => m.Without(gone));
    }
}
