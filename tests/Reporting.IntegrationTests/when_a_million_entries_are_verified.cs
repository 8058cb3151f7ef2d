using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A million entries of the ledger: filling the tree, exporting and verifying, beside a plain <c>COPY</c> of the same rows.</summary>
public partial class when_a_million_entries_are_verified(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private const int Entries = 1_000_000;
    private const int Streams = 10_000;
    private const string Said =
        """{"part":"00000000-0000-0000-0000-000000000001","dimension":"bond","occurredAt":"2026-03-02T09:00:00+00:00","text":{"keyId":"k","alg":"A256GCM","nonce":"bm9uY2U=","ciphertext":"YWJj"}}""";

    private const string ByMember = "member:00000000-0000-0000-0000-000000000002";

    private static readonly Type[] Told = [typeof(Model.AmendmentProposed)];

    [Fact]
    [Long("million_entries")]
    public async Task the_program_reads_them_all_in_memory_that_stays_flat()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        var folder = Directory.CreateTempSubdirectory("practice-analysis-million-").FullName;
        await Execute(
            owner,
            "create table session.mt_events (like reporting.mt_events including defaults including indexes);"
                + "create table session.mt_doc_commitments (like reporting.mt_doc_commitments including defaults including indexes)"
        );
        var copied = await Timed(() => Store(owner));
        await Ledger(owner);
        var filled = await Timed(() => Fill(owner));
        (await service.As(Roles.Auditor).Post("/v1/proof/checkpoints", "", 200)).Body["size"]!.GetValue<long>().ShouldBe(Entries);
        var exported = await Timed(() => service.Pull(folder));
        var headed = await Timed(() => Heads(owner, Path.Combine(folder, "heads-session.ndjson")));

        var (exit, said) = (0, string.Empty);
        var verified = await Timed(async () => (exit, said) = await Programs.Run(Programs.Verifier, "export", folder, "--quiet"));
        exit.ShouldBe(0, said);

        // A tenth of it, of as many streams: what it keeps does not grow with the entries.
        var lines = File.ReadLines(Path.Combine(folder, "entries.ndjson")).Take(Entries / 10).ToList();
        await File.WriteAllLinesAsync(Path.Combine(folder, "entries.ndjson"), lines, Cancel);
        var (_, tenth) = await Programs.Run(Programs.Verifier, "export", folder, "--quiet");
        foreach (
            var (what, time) in new[]
            {
                ("a plain COPY of the store's rows", copied),
                ("the tree filled", filled),
                ("the ledger exported", exported),
                ("the heads of the store's chains", headed),
                ("the export verified", verified),
            }
        )
        {
            Observed.Tell(string.Create(CultureInfo.InvariantCulture, $"{what}: {Entries / time.TotalSeconds:N0} a second"));
        }

        Observed.Tell($"memory: {Megabytes(tenth)} MB for a tenth, {Megabytes(said)} MB for all");
        Megabytes(said).ShouldBeLessThan(Megabytes(tenth) + 100);
        Directory.Delete(folder, recursive: true);
    }

    // The store of another service, as its rows would be.
    private static async Task Store(NpgsqlDataSource owner)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var rows = await connection.BeginBinaryImportAsync(
            "copy session.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, user_name, is_archived) from stdin binary"
        );
        for (var i = 0; i < Entries; i++)
        {
            await rows.StartRowAsync();
            await rows.WriteAsync((long)i + 1);
            await rows.WriteAsync(new Guid(i, 0, 1, new byte[8]));
            await rows.WriteAsync(new Guid(i % Streams, 0, 2, new byte[8]));
            await rows.WriteAsync((long)(i / Streams) + 1);
            await rows.WriteAsync(Said, NpgsqlDbType.Jsonb);
            await rows.WriteAsync("amendment_proposed");
            await rows.WriteAsync(DateTime.UnixEpoch.AddSeconds(i), NpgsqlDbType.TimestampTz);
            await rows.WriteAsync(ProvenFixture.Tenant);
            await rows.WriteAsync(string.Empty);
            await rows.WriteAsync("{\"clock\":\"00000000000001.000000\"}", NpgsqlDbType.Jsonb);
            await rows.WriteAsync(ByMember);
            await rows.WriteAsync(false);
        }

        await rows.CompleteAsync();
    }

    // The ledger of it, past the queue, which is measured elsewhere.
    private static async Task Ledger(NpgsqlDataSource owner)
    {
        await using var reading = await owner.OpenConnectionAsync();
        await using var writing = await owner.OpenConnectionAsync();
        await using var keeping = await owner.OpenConnectionAsync();
        await using (var past = new NpgsqlCommand("set session_replication_role = replica", writing))
        {
            await past.ExecuteNonQueryAsync();
        }

        // The daemon reads what stands in a stream, and nothing else.
        await Execute(
            owner,
            "insert into reporting.mt_streams (id, version, tenant_id) select stream_id, count(*), tenant_id from session.mt_events group by stream_id, tenant_id"
        );
        await using (
            var rows = await writing.BeginBinaryImportAsync(
                "copy reporting.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived) from stdin binary"
            )
        )
        await using (
            var kept = await keeping.BeginBinaryImportAsync("copy session.mt_doc_commitments (tenant_id, id, data) from stdin binary")
        )
        {
            var sequence = 0L;
            Commitments Committing(Guid id, LedgerEntryRecorded entry, ChainHead before)
            {
                var made = Commitments.Of(id, CommittedEntry.PersonsIn(entry, before), RandomNumberGenerator.GetBytes);
                kept.StartRow();
                kept.Write(ProvenFixture.Tenant);
                kept.Write(id);
                kept.Write(JsonSerializer.Serialize(made, FactJson.Options), NpgsqlDbType.Jsonb);
                return made;
            }

            await foreach (var entry in new StoredEntries("session", Told).Read(reading, ProvenFixture.Tenant, committing: Committing))
            {
                sequence++;
                await rows.StartRowAsync();
                await rows.WriteAsync(sequence);
                await rows.WriteAsync(new Guid((int)sequence, 0, 3, new byte[8]));
                await rows.WriteAsync(entry.Subject);
                await rows.WriteAsync(entry.Version);
                await rows.WriteAsync(
                    JsonSerializer.Serialize(new EntryLedgered(entry) { OccurredAt = entry.OccurredAt }, FactJson.Options),
                    NpgsqlDbType.Jsonb
                );
                await rows.WriteAsync("entry_ledgered");
                await rows.WriteAsync(DateTime.UnixEpoch.AddSeconds(sequence), NpgsqlDbType.TimestampTz);
                await rows.WriteAsync(ProvenFixture.Tenant);
                await rows.WriteAsync(string.Empty);
                await rows.WriteAsync(false);
            }

            await rows.CompleteAsync();
            await kept.CompleteAsync();
        }

        await Execute(owner, $"select setval('reporting.mt_events_sequence', {Entries})");
    }

    // Asked by the tree's own index, so that asking costs nothing beside what is measured.
    private static async Task Fill(NpgsqlDataSource owner)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(20));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        await using var size = owner.CreateCommand("select coalesce(max(position) + 1, 0) from reporting.tree_leaf");
        while ((long)(await size.ExecuteScalarAsync(patience.Token))! < Entries)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }

        // What the database would do by itself within a minute.
        await Execute(owner, "analyze reporting.mt_events, reporting.tree_leaf");
    }

    private static async Task Heads(NpgsqlDataSource owner, string path)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var file = new StreamWriter(path);
        var entries = new StoredEntries("session", Told).Read(connection, ProvenFixture.Tenant);
        await foreach (var head in ReadChainHeads.Heads(ProvenFixture.Tenant, DateTimeOffset.MaxValue, entries))
        {
            await file.WriteLineAsync(JsonSerializer.Serialize(head, FactJson.Options));
        }
    }

    private static async Task Execute(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TimeSpan> Timed(Func<Task> what)
    {
        var watch = Stopwatch.StartNew();
        await what();
        return watch.Elapsed;
    }

    private static int Megabytes(string said) => int.Parse(Peak().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9]+) MB at most")]
    private static partial Regex Peak();
}
