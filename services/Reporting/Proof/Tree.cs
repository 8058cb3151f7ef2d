using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using Weasel.Postgresql.Tables;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The tree as it is stored: the hash of each entry, and of every 256 of them, of every 256 of those … What is between is computed.
/// Rows are added and never changed.</summary>
public sealed class Tree(NpgsqlConnection connection)
{
    /// <summary>A stored level stands for so many levels of the tree.</summary>
    public const int Step = 8;

    /// <summary>How many nodes of one stored level make one of the next.</summary>
    public const int Width = 1 << Step;

    internal const string Leaves = "reporting.tree_leaf";
    internal const string Nodes = "reporting.tree_node";

    /// <summary>The tables.</summary>
    public static IEnumerable<Table> Tables()
    {
        var leaves = new Table(Leaves);
        leaves.AddColumn<long>("position").AsPrimaryKey();
        leaves.AddColumn<long>("sequence").NotNull().AddIndex(i => i.IsUnique = true);
        leaves.AddColumn("hash", "bytea").NotNull();
        yield return leaves;

        var nodes = new Table(Nodes);
        nodes.AddColumn<int>("level").AsPrimaryKey();
        nodes.AddColumn<long>("position").AsPrimaryKey();
        nodes.AddColumn("hash", "bytea").NotNull();
        yield return nodes;
    }

    /// <summary>How many entries the tree holds.</summary>
    public async Task<long> Size(CancellationToken cancel)
    {
        await using var command = Command($"select coalesce(max(position) + 1, 0) from {Leaves}");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The root of the tree as it was at this size.</summary>
    public Task<byte[]> Root(long size, CancellationToken cancel) => Hash(0, size, cancel);

    /// <summary>The hash over the entries from start to before end, a range as proofs name it.</summary>
    public async Task<byte[]> Hash(long start, long end, CancellationToken cancel)
    {
        var subtrees = new List<byte[]>();
        foreach (var (level, index) in Merkle.Cover(start, end))
        {
            var stored = level / Step * Step;
            var below = level - stored;
            subtrees.Add(Merkle.Complete(await Stored(stored, index << below, 1 << below, cancel)));
        }

        return Merkle.Join(subtrees);
    }

    /// <summary>Hashes of one stored level, side by side.</summary>
    /// <exception cref="BrokenTreeException">Some are not there.</exception>
    public async Task<IReadOnlyList<byte[]>> Stored(int level, long first, int count, CancellationToken cancel)
    {
        await using var command = Command(
            level == 0
                ? $"select hash from {Leaves} where position >= $1 and position < $1 + $2 order by position"
                : $"select hash from {Nodes} where level = $3 and position >= $1 and position < $1 + $2 order by position"
        );
        command.Parameters.Add(new() { Value = first });
        command.Parameters.Add(new() { Value = count });
        if (level > 0)
        {
            command.Parameters.Add(new() { Value = level });
        }

        var hashes = new List<byte[]>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            hashes.Add(reader.GetFieldValue<byte[]>(0));
        }

        return hashes.Count == count ? hashes : throw new BrokenTreeException();
    }

    /// <summary>An entry of the ledger as the tree binds it, in canonical form: all that the ledger's event says, where it stands in its
    /// stream, and when it arrived. Of an entry with commitments these stand in place of persons' ids; so they do for a ledger that is a person's.</summary>
    public static string Text(string tenant, Guid stream, long version, DateTimeOffset at, JsonElement data)
    {
        var (said, name) = (Canonical.Text(data), stream.ToString());
        if (IsCommitted(data))
        {
            var fact = JsonObject.Create(data)!;
            var entry = fact["entry"]!.AsObject();
            CommittedEntry.Commit(entry);
            said = Canonical.Text(fact);
            name = PersonIds.AreStreams($"{entry["streamType"]}") ? $"{entry["subject"]}" : name;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"at\":\"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}\",\"data\":{said},"
                + $"\"stream\":\"{name}\",\"tenant\":{Canonical.Quoted(tenant)},\"version\":{version}}}"
        );
    }

    /// <summary>Whether what the ledger's event says is an entry with commitments: of the others the tree binds persons' own ids.</summary>
    public static bool IsCommitted(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("entry", out var entry) && CommittedEntry.Is(entry);

    private NpgsqlCommand Command(string sql) => new(sql, connection);
}

/// <summary>Somebody took rows of the tree away.</summary>
public sealed class BrokenTreeException() : InvalidOperationException("The stored tree is not whole.");
