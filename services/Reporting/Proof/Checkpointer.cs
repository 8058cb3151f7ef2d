using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The one that signs: the tree as it is, after it has seen that all that was signed before is still in it. A log that signs two
/// histories is worth nothing, so a tree that lost or changed something is not signed, until an operator has looked.</summary>
public sealed partial class Checkpointer(
    NpgsqlDataSource database,
    [FromKeyedServices(Stores.Daemon)] NpgsqlDataSource daemon,
    SignerKeys keys,
    WriteOnceFile file,
    TimeProvider time,
    ILogger<Checkpointer> log
)
{
    // One signs at a time, on whichever node: "proof" in the bytes of a number.
    private const long Lock = 0x70726F6F66;

    /// <summary>Why the last attempt did not sign, or null when it did.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>409: the tree lost or changed what was signed.</summary>
    public static Refusal Broken { get; } =
        new(
            409,
            "ledger-broken",
            "The ledger no longer contains what was signed: rows are missing or changed, or an older backup was restored.",
            "Compare the ledger with an earlier checkpoint, using practice-verify, and restore what was lost."
        );

    /// <summary>The checkpoint of the tree as it is now; the last one, where nothing came since.</summary>
    public async Task<(Checkpoint? Checkpoint, Refusal? Refusal)> Sign(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var alone = new NpgsqlCommand($"select pg_advisory_xact_lock({Lock})", connection))
        {
            await alone.ExecuteNonQueryAsync(cancel);
        }

        try
        {
            var checkpoint = await Sign(connection, cancel);
            await transaction.CommitAsync(cancel);
            Refused = null;
            return (checkpoint, null);
        }
        catch (Exception e) when (Why(e) is { } refusal)
        {
            LogRefused(log, refusal.Detail);
            Refused = refusal;
            return (null, refusal);
        }
    }

    private async Task<Checkpoint> Sign(NpgsqlConnection connection, CancellationToken cancel)
    {
        var tree = new Tree(connection);
        var store = new CheckpointStore(connection);
        var size = await tree.Size(cancel);
        var (written, stored) = (file.Last(), await store.Last(cancel));
        if (file.IsKept && written is null != stored is null || written?.Size < stored?.Size)
        {
            throw new ShrunkException();
        }

        foreach (var before in (Checkpoint?[])[written, stored])
        {
            if (before is not null && (before.Size > size || Convert.ToBase64String(await tree.Root(before.Size, cancel)) != before.Root))
            {
                throw new BrokenTreeException();
            }
        }

        var last = written ?? stored;
        if (last is not null && last.Size == size && last.Key == keys.All[0].ToString())
        {
            // A crash may have come between the file and the table.
            await store.Add(last, cancel);
            return (await store.Of(size, cancel))!;
        }

        var root = await tree.Root(size, cancel);
        var checkpoint = new Checkpoint(
            size,
            Convert.ToBase64String(root),
            keys.All[0].ToString(),
            keys.Sign(size, root, await Missing(cancel)),
            Microseconds(time.GetUtcNow())
        );
        file.Append(checkpoint);
        await store.Add(checkpoint, cancel);
        return checkpoint;
    }

    // Of all practices, as the tree is; which it is, each practice's own answers say.
    private async Task<long> Missing(CancellationToken cancel)
    {
        await using var command = daemon.CreateCommand(
            "select coalesce(sum(jsonb_array_length(data -> 'entries')), 0) from reporting.mt_doc_ledgergap where (data ->> 'looks')::int > 1"
        );
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    // As precise as the database keeps it, so that file and table say the same.
    private static DateTimeOffset Microseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    private static Refusal? Why(Exception exception) =>
        exception switch
        {
            BrokenTreeException => Broken,
            ShrunkException => new(
                409,
                "ledger-broken",
                "The write-once file no longer contains what was signed.",
                "Restore the file, or write it again from GET /v1/proof/checkpoints."
            ),
            IOException or UnauthorizedAccessException => new(
                503,
                "unavailable",
                "The write-once file cannot be written.",
                "Notify the operator."
            ),
            _ => null,
        };

    [LoggerMessage(Level = LogLevel.Critical, Message = "Nothing is signed: {Why}")]
    private static partial void LogRefused(ILogger log, string why);
}
