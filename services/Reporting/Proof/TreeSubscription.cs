using System.Text;
using System.Text.Json;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Reporting.History.Ledger;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The one that fills the tree: every entry of the ledger, of all tenants, in the ledger's order, with its progress in one transaction. One
/// that was passed over takes its place at the end, when it is seen: what stands in the tree stays where it is.</summary>
public sealed class TreeSubscription : BatchSubscription
{
    private const string Shard = "Tree";

    /// <summary>How it shows which entries it has taken: by their leaves.</summary>
    public static Followed Followed { get; } =
        new(
            $"{Shard}:All",
            [FactTypes.Alias(typeof(EntryLedgered))],
            $"not exists (select from {Tree.Leaves} l where l.sequence = e.seq_id)"
        );

    /// <summary>The subscription.</summary>
    public TreeSubscription()
        : base(Shard)
    {
        IncludeType<EntryLedgered>();
        Options.BatchSize = 500;
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
        var tree = new Tree(connection);
        var size = await tree.Size(cancellationToken);
        var leaves = new List<(long Sequence, byte[] Hash)>();
        await foreach (var leaf in Read(connection, [.. page.Events.Select(e => e.Sequence)], cancellationToken))
        {
            leaves.Add(leaf);
        }

        if (leaves.Count == 0)
        {
            return;
        }

        operations.Store<PoisonFact>([.. page.Events.Where(e => e.Data is null).Select(PoisonFact.Of)]);
        operations.QueueSqlCommand(
            $"insert into {Tree.Leaves} (position, sequence, hash) select * from unnest(?, ?, ?)",
            leaves.Select((_, i) => size + i).ToArray(),
            leaves.Select(l => l.Sequence).ToArray(),
            leaves.Select(l => l.Hash).ToArray()
        );

        // Wherever a stored level fills 256 nodes, the next one gains one.
        var (level, first, added) = (0, size, leaves.Select(l => l.Hash).ToList());
        while (added.Count > 0)
        {
            var open = await tree.Stored(level, first / Tree.Width * Tree.Width, (int)(first % Tree.Width), cancellationToken);
            added = [.. open.Concat(added).Chunk(Tree.Width).Where(block => block.Length == Tree.Width).Select(Merkle.Complete)];
            (level, first) = (level + Tree.Step, first / Tree.Width);
            if (added.Count > 0)
            {
                operations.QueueSqlCommand(
                    $"insert into {Tree.Nodes} (level, position, hash) select * from unnest(?, ?, ?)",
                    added.Select(_ => level).ToArray(),
                    added.Select((_, i) => first + i).ToArray(),
                    added.ToArray()
                );
            }
        }
    }

    // Entries that are read anew stand in the tree already, wherever in it that is.
    private static async IAsyncEnumerable<(long Sequence, byte[] Hash)> Read(
        NpgsqlConnection connection,
        long[] sequences,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select seq_id, tenant_id, stream_id, version, timestamp, data::text from reporting.mt_events e
            where seq_id = any($1) and not exists (select from {Tree.Leaves} l where l.sequence = e.seq_id) order by seq_id
            """,
            connection
        );
        command.Parameters.Add(new() { Value = sequences });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var text = Tree.Text(
                reader.GetString(1),
                reader.GetGuid(2),
                reader.GetInt64(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                JsonElement.Parse(reader.GetString(5))
            );
            yield return (reader.GetInt64(0), Merkle.Leaf(Encoding.UTF8.GetBytes(text)));
        }
    }
}
