using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.AspNetCore.Http;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A settled ledger whose service has stopped, and a superuser of its database who writes what they please. What an auditor kept from
/// before, the log's keys and its checkpoints, is out of their reach.</summary>
public sealed class TamperedFixture : ProvenFixture, IAsyncLifetime
{
    private static readonly string[] Tables = ["mt_events", "mt_doc_commitments", "tree_leaf", "tree_node", "tree_checkpoint"];
    private NpgsqlDataSource? _owner;
    private DocumentStore? _store;

    /// <summary>The bilan, a stream of many events.</summary>
    public Guid Bilan { get; private set; }

    /// <summary>A member of the group.</summary>
    public Guid Member { get; private set; }

    /// <summary>The group's record, another stream.</summary>
    public Guid Group { get; private set; }

    /// <summary>How many entries the ledger holds.</summary>
    public long Size { get; private set; }

    /// <summary>What the auditor pulled and kept, one checkpoint a line.</summary>
    public IReadOnlyList<string> Kept { get; private set; } = [];

    /// <summary>What the verifier says of the store as it is.</summary>
    /// <param name="Second">What the second implementation, in JavaScript, ends with.</param>
    public sealed record Verdict(int Exit, int Second, string Said)
    {
        /// <summary>The kinds of what does not hold.</summary>
        public IReadOnlySet<string> Kinds =>
            Said.Split('\n')
                .Where(l => l.StartsWith("BROKEN ", StringComparison.Ordinal))
                .Select(l => l.Split(' ')[1].TrimEnd(':'))
                .ToHashSet(StringComparer.Ordinal);
    }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var journey = await new Journey(this).ToAgreed();
        (Bilan, Group, Member) = (journey.Bilan, journey.Group, journey.Members[0]);
        await TellOfNeighbour();
        await Settle();
        var auditor = As(Roles.Auditor);
        await auditor.Post("/v1/proof/checkpoints", "", 200);
        await journey.Lead("publish");
        await TellOfNeighbour();
        await Settle();
        Size = (await auditor.Post("/v1/proof/checkpoints", "", 200)).Body["size"]!.GetValue<long>();
        Kept = await Lines("/v1/proof/checkpoints");
        await Host.StopAsync();
        _owner = NpgsqlDataSource.Create(Cluster.ConnectionString("owner"));
        _store = DocumentStore.For(options =>
        {
            options.Connection(Cluster.ConnectionString("owner"));
            options.AutoCreateSchemaObjects = JasperFx.AutoCreate.None;
            ReportingConfiguration.Service.Configure(options);
        });
        await Execute("create schema kept; " + string.Concat(Tables.Select(t => $"create table kept.{t} as select * from reporting.{t};")));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        _store!.Dispose();
        await _owner!.DisposeAsync();
        await DisposeAsync();
    }

    /// <summary>Writes as the superuser does: past every trigger and reference.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = await _owner!.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"set session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync();
        await using var back = new NpgsqlCommand("set session_replication_role = default", connection);
        await back.ExecuteNonQueryAsync();
    }

    /// <summary>Puts everything back as it was.</summary>
    public Task Restore() =>
        Execute(string.Concat(Tables.Select(t => $"delete from reporting.{t}; insert into reporting.{t} select * from kept.{t};")));

    /// <summary>Exports as the service does, and runs the program on it with what the auditor kept.</summary>
    public async Task<Verdict> Verify(string? keys = null)
    {
        var folder = Directory.CreateTempSubdirectory("practice-analysis-export-").FullName;
        try
        {
            await Export(folder, keys);
            var (exit, said) = await Programs.Run(Programs.Verifier, "export", folder, "--quiet");
            var (second, _) = await Programs.Run("node", Programs.Script, "export", folder);
            return new(exit, second, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes the export of the store as it is into a folder.</summary>
    public async Task Export(string folder, string? keys = null)
    {
        await Answer(
            Path.Combine(folder, "entries.ndjson"),
            r => new ReadEntries(_store!, TimeProvider.System).Stream(Nobody, 0, long.MaxValue, r, default)
        );
        await Answer(
            Path.Combine(folder, "heads-reporting.ndjson"),
            r => new ReadChainHeads(_store!, ReportingConfiguration.Service).Stream(Tenant, DateTimeOffset.MaxValue, r, default)
        );
        await using var connection = await _owner!.OpenConnectionAsync();
        var listed = new List<string>();
        await foreach (var checkpoint in new CheckpointStore(connection).From(0, default))
        {
            listed.Add(JsonSerializer.Serialize(checkpoint, FactJson.Options));
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "checkpoints.ndjson"), listed);
        await File.WriteAllLinesAsync(Path.Combine(folder, "kept.ndjson"), Kept);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "keys.json"),
            keys ?? KeysAnswer(new SigningKey(Notary.Keys(Notary.Seed).All[0].ToString(), 1, null))
        );
    }

    /// <summary>The log's keys as it answers them.</summary>
    public static string KeysAnswer(params SigningKey[] keys) =>
        JsonSerializer.Serialize(new ProofKeys(Notary.Origin, keys, []), FactJson.Options);

    /// <summary>Makes the ledger, its tree and its checkpoint anew from the service's own events as they are now, and signs with these keys.</summary>
    public async Task Rewrite(SignerKeys signer, bool withTree = true)
    {
        await using var connection = await _owner!.OpenConnectionAsync();
        var told = new Dictionary<(Guid, long), LedgerEntryRecorded>();
        await foreach (var entry in new StoredEntries("reporting", ReportingConfiguration.Service.LedgeredFacts).Read(connection, Tenant))
        {
            told[(entry.Stream, entry.Version)] = entry;
        }

        var leaves = new List<(long Sequence, byte[] Hash)>();
        foreach (var row in await Ledger(connection))
        {
            var fact = JsonSerializer.Deserialize<EntryLedgered>(row.Data, FactJson.Options)!;
            var data = told.TryGetValue((fact.Entry.Stream, fact.Entry.Version), out var now)
                ? JsonSerializer.Serialize(fact with { Entry = now }, FactJson.Options)
                : row.Data;
            await using var write = new NpgsqlCommand("update reporting.mt_events set data = $1::jsonb where seq_id = $2", connection);
            write.Parameters.Add(new() { Value = data });
            write.Parameters.Add(new() { Value = row.Sequence });
            await write.ExecuteNonQueryAsync();
            leaves.Add(
                (
                    row.Sequence,
                    Merkle.Leaf(Encoding.UTF8.GetBytes(Tree.Text(row.Tenant, row.Stream, row.Version, row.At, JsonElement.Parse(data))))
                )
            );
        }

        if (!withTree)
        {
            return;
        }

        await Execute("delete from reporting.tree_leaf; delete from reporting.tree_node; delete from reporting.tree_checkpoint");
        await using var insert = new NpgsqlCommand(
            "insert into reporting.tree_leaf (position, sequence, hash) select * from unnest($1, $2, $3)",
            connection
        );
        insert.Parameters.Add(new() { Value = leaves.Select((_, i) => (long)i).ToArray() });
        insert.Parameters.Add(new() { Value = leaves.Select(l => l.Sequence).ToArray() });
        insert.Parameters.Add(new() { Value = leaves.Select(l => l.Hash).ToArray() });
        await insert.ExecuteNonQueryAsync();
        await Sign(signer);
    }

    // Every size that was signed is signed again.
    private async Task Sign(SignerKeys signer)
    {
        await using var connection = await _owner!.OpenConnectionAsync();
        var tree = new Tree(connection);
        foreach (var size in Kept.Select(k => JsonNode.Parse(k)!["size"]!.GetValue<long>()))
        {
            var root = await tree.Root(size, default);
            await new CheckpointStore(connection).Add(
                new(size, Convert.ToBase64String(root), signer.All[0].ToString(), signer.Sign(size, root), DateTimeOffset.UtcNow),
                default
            );
        }
    }

    private sealed record Row(long Sequence, string Tenant, Guid Stream, long Version, DateTimeOffset At, string Data);

    private static async Task<List<Row>> Ledger(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select seq_id, tenant_id, stream_id, version, timestamp, data::text from reporting.mt_events where type = 'entry_ledgered' order by 1",
            connection
        );
        var rows = new List<Row>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(
                new(
                    reader.GetInt64(0),
                    reader.GetString(1),
                    reader.GetGuid(2),
                    reader.GetInt64(3),
                    reader.GetFieldValue<DateTimeOffset>(4),
                    reader.GetString(5)
                )
            );
        }

        return rows;
    }

    private static async Task Answer(string path, Func<HttpResponse, Task> write)
    {
        await using var file = File.Create(path);
        await write(new DefaultHttpContext { Response = { Body = file } }.Response);
    }
}
