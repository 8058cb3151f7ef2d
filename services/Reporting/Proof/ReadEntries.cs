using System.Buffers;
using System.ComponentModel;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Marten;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The ledger in the order of its tree, one entry a line, as it stands in the store now: the bytes of a line are what its leaf hashes. Persons
/// stand in it as commitments. Of an entry of before there were any the hash alone, since it bears their ids, but for who reads by a court's order;
/// of other tenants' entries the hash alone, so that the auditor of one can compute the root of all.</summary>
public sealed class ReadEntries(IDocumentStore store, TimeProvider time)
{
    /// <summary>The member of a line that only says the hash of an entry which is not shown.</summary>
    public const string Leaf = "leaf";

    /// <summary>The member beside it where the entry is the practice's own, of before there were commitments.</summary>
    public const string Before = "before";

    /// <summary>The member of a line that says the sequence of an entry which stands beside the tree.</summary>
    public const string Beside = "beside";

    private const int Portion = 64 * 1024;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/proof/entries",
                async (
                    [Description("The first entry's place in the tree; 0, where absent.")] long? from,
                    [Description("Up to before this place, as a tree of this size holds them; all, where absent.")] long? size,
                    HttpContext http,
                    AuditDoor door,
                    ReadEntries entries,
                    CancellationToken cancel
                ) =>
                {
                    var auditor = Actor.From(http.User)!;
                    if (await door.OpenLedger(auditor, cancel) is { } refused)
                    {
                        return refused.ToResult();
                    }

                    await entries.Stream(auditor, from ?? 0, size ?? long.MaxValue, http.Response, cancel);
                    return Results.Empty;
                }
            )
            .WithSummary("Read the entries of the ledger, to verify them")
            .Produces<string>(200, "application/x-ndjson")
            .DisableRequestTimeout()
            .For(Roles.Auditor);

    /// <summary>Streams the entries from a position to before a size.</summary>
    public async Task Stream(Actor auditor, long from, long size, HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = "application/x-ndjson";
        var tenant = auditor.Tenant;
        await using var session = await store.ForTenant(tenant, cancel);
        await session.MayWait(cancel);
        var ordered = await CourtOrders.Over(session, auditor, time.GetUtcNow(), cancel);
        await LookAtEachOnce(session.Connection!, cancel);
        await using var command = new NpgsqlCommand(
            $"""
            select l.hash, e.stream_id, e.version, e.timestamp, e.data::text
            from {Tree.Leaves} l
            left join reporting.mt_events e on e.seq_id = l.sequence and e.tenant_id = $1 and e.type = 'entry_ledgered' and not e.is_archived
            where l.position >= $2 and l.position < $3 order by l.position
            """,
            session.Connection
        );
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = size });
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                await Write(response.BodyWriter, Line(reader, tenant, ordered), cancel);
            }
        }

        await foreach (var sequence in BesideTheTree(session.Connection!, tenant, cancel))
        {
            await Write(response.BodyWriter, $"{{\"{Beside}\":{sequence}}}", cancel);
        }

        await response.BodyWriter.FlushAsync(cancel);
    }

    // An entry of before is hashed as it stands in its row, so that a row that was changed since is no part of the root that was signed.
    private static string Line(NpgsqlDataReader row, string tenant, IReadOnlySet<Guid> ordered)
    {
        if (row.IsDBNull(1))
        {
            return $"{{\"{Leaf}\":\"{Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0))}\"}}";
        }

        var data = JsonElement.Parse(row.GetString(4));
        var text = Tree.Text(tenant, row.GetGuid(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), data);
        return Tree.IsCommitted(data) || CourtOrders.Covers(ordered, data)
            ? text
            : $"{{\"{Before}\":true,\"{Leaf}\":\"{Convert.ToHexStringLower(Merkle.Leaf(Encoding.UTF8.GetBytes(text)))}\"}}";
    }

    // Of a practice that came since the database last took its statistics it expects one entry, and would look through all of them for each leaf.
    private static async Task LookAtEachOnce(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("set local enable_nestloop = off", connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async ValueTask Write(PipeWriter body, string line, CancellationToken cancel)
    {
        Encoding.UTF8.GetBytes(line, body);
        body.Write("\n"u8);
        if (body.UnflushedBytes > Portion)
        {
            await body.FlushAsync(cancel);
        }
    }

    // Entries that the tree should hold, by their place in the ledger, and does not: somebody put them there.
    private static async IAsyncEnumerable<long> BesideTheTree(
        NpgsqlConnection connection,
        string tenant,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select e.seq_id from reporting.mt_events e
            where e.tenant_id = $1 and e.type = 'entry_ledgered' and e.seq_id <= (select max(sequence) from {Tree.Leaves})
            and not exists (select from {Tree.Leaves} l where l.sequence = e.seq_id) order by 1
            """,
            connection
        );
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = tenant });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return reader.GetInt64(0);
        }
    }
}
