using Npgsql;
using Weasel.Postgresql.Tables;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The signed checkpoints, what witnesses added to them and when an authority saw them. Rows are added and never changed.</summary>
public sealed class CheckpointStore(NpgsqlConnection connection)
{
    internal const string Signed = "reporting.tree_checkpoint";
    internal const string Cosigned = "reporting.tree_cosignature";
    internal const string Stamped = "reporting.tree_timestamp";

    private const string Read = $"""
        select c.size, c.root, c.key, c.note || coalesce(
          (select string_agg(w.line, '' order by w.witness) from {Cosigned} w where w.size = c.size and w.key = c.key), ''),
          c.signed_at, t.token
        from {Signed} c left join {Stamped} t on t.size = c.size and t.key = c.key
        """;

    /// <summary>The tables.</summary>
    public static IEnumerable<Table> Tables()
    {
        foreach (var name in (string[])[Signed, Cosigned, Stamped])
        {
            var table = new Table(name);
            table.AddColumn<long>("size").AsPrimaryKey();
            table.AddColumn("key", "text").AsPrimaryKey();
            if (name == Signed)
            {
                table.AddColumn("root", "text").NotNull();
                table.AddColumn("note", "text").NotNull();
                table.AddColumn("signed_at", "timestamptz").NotNull();
            }
            else if (name == Cosigned)
            {
                table.AddColumn("witness", "text").AsPrimaryKey();
                table.AddColumn("line", "text").NotNull();
            }
            else
            {
                table.AddColumn("token", "text").NotNull();
            }

            yield return table;
        }
    }

    /// <summary>The checkpoints from a size on, in the order of sizes.</summary>
    public IAsyncEnumerable<Checkpoint> From(long size, CancellationToken cancel) =>
        Query($"{Read} where c.size >= $1 order by c.size, c.signed_at", size, cancel);

    /// <summary>The checkpoint of this size, the latest where a new key signed it again.</summary>
    public async Task<Checkpoint?> Of(long size, CancellationToken cancel) =>
        await Query($"{Read} where c.size = $1 order by c.signed_at desc limit 1", size, cancel).FirstOrDefaultAsync(cancel);

    /// <summary>The last checkpoint, or null.</summary>
    public async Task<Checkpoint?> Last(CancellationToken cancel) =>
        await Query($"{Read} where c.size >= $1 order by c.size desc, c.signed_at desc limit 1", 0, cancel).FirstOrDefaultAsync(cancel);

    /// <summary>The sizes that each key signed, first and last.</summary>
    public async Task<IReadOnlyDictionary<string, (long First, long Last)>> Spans(CancellationToken cancel)
    {
        var spans = new Dictionary<string, (long, long)>();
        await using var command = new NpgsqlCommand($"select key, min(size), max(size) from {Signed} group by key", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            spans[reader.GetString(0)] = (reader.GetInt64(1), reader.GetInt64(2));
        }

        return spans;
    }

    /// <summary>Adds a checkpoint, once.</summary>
    public Task Add(Checkpoint checkpoint, CancellationToken cancel) =>
        Insert(
            $"insert into {Signed} (size, key, root, note, signed_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
            cancel,
            checkpoint.Size,
            checkpoint.Key,
            checkpoint.Root,
            checkpoint.Note,
            checkpoint.SignedAt
        );

    /// <summary>Adds a witness's line, once.</summary>
    public Task AddCosignature(Checkpoint checkpoint, string witness, string line, CancellationToken cancel) =>
        Insert(
            $"insert into {Cosigned} (size, key, witness, line) values ($1, $2, $3, $4) on conflict do nothing",
            cancel,
            checkpoint.Size,
            checkpoint.Key,
            witness,
            line
        );

    /// <summary>Adds an authority's timestamp, once.</summary>
    public Task AddTimestamp(Checkpoint checkpoint, string token, CancellationToken cancel) =>
        Insert(
            $"insert into {Stamped} (size, key, token) values ($1, $2, $3) on conflict do nothing",
            cancel,
            checkpoint.Size,
            checkpoint.Key,
            token
        );

    private async Task Insert(string sql, CancellationToken cancel, params IEnumerable<object> values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    private async IAsyncEnumerable<Checkpoint> Query(
        string sql,
        long size,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = size });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return new(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.IsDBNull(5) ? null : reader.GetString(5)
            );
        }
    }
}
