using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using JasperFx;
using Marten;
using Marten.Events;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.Reporting;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>A history as NDJSON, the proof's entries, the state as of a version, a projection's rebuild: each beside COPY of the same rows.</summary>
internal sealed class Replay(Bench bench)
{
    /// <summary>A history, line by line.</summary>
    public const string History = "replay-history";

    /// <summary>The entries that the proof's tree holds, line by line.</summary>
    public const string Proof = "replay-proof";

    /// <summary>The state as of a version, folded.</summary>
    public const string State = "replay-state";

    /// <summary>A projection, made anew.</summary>
    public const string Rebuild = "replay-rebuild";

    /// <summary>Ours.</summary>
    public const string Ours = "ours";

    /// <summary>The same rows by COPY.</summary>
    public const string Copied = "COPY";

    private const string Database = "store_rebuilt";

    // What is written past the services is another practice's: beside the tree of ours it would be what a forger wrote.
    private const string Elsewhere = "bench-history";
    private const int StreamLength = 100;
    private const long Folded = 10_000;

    // With fewer, most of the time is that of the question, not of the entries.
    private const long FewestLeaves = 20_000;

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var (whole, states) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        bench.Say($"replay: writing a history of {bench.Plan.History} entries");
        await Fill(bench.Owner, $"select '{whole}'::uuid, n::bigint, -n::bigint from generate_series(1, {bench.Plan.History}) n", cancel);
        await Fill(
            bench.Owner,
            $"select '{states}'::uuid, n::bigint, -n - {bench.Plan.History} from generate_series(1, {Folded}) n",
            cancel
        );
        using var auditor = await Auditor(Elsewhere, cancel);
        using var ours = await Auditor(Contestant.Tenant, cancel);
        var leaves = await Leaves(cancel);
        await PrepareRebuild(cancel);
        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            await Beside(History, auditor, $"/v1/engagements/{whole}/history", RowsOf($"stream_id = '{whole}'"), cancel);
            await Beside(
                Proof,
                ours,
                $"/v1/proof/entries?size={leaves}",
                RowsOf($"type = 'entry_ledgered' and seq_id > 0 order by seq_id limit {leaves}"),
                cancel
            );
            await Folding(auditor, states, cancel);
            await Rebuilding(cancel);
        }
    }

    private static string RowsOf(string which) => $"select version, timestamp, data from reporting.mt_events where {which}";

    private async Task Beside(string measure, HttpClient http, string path, string rows, CancellationToken cancel)
    {
        var (lines, seconds) = await Rows.Read(() => http.GetStreamAsync(new Uri(path, UriKind.Relative), cancel), cancel);
        Note(measure, Ours, lines, seconds);
        var copied = await Rows.Copy(bench.Owner, rows, cancel);
        Note(measure, Copied, copied.Lines, copied.Seconds);
    }

    private async Task Folding(HttpClient http, Guid engagement, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri($"/v1/engagements/{engagement}/states?version={Folded}", UriKind.Relative), cancel);
        answer.EnsureSuccessStatusCode();
        Note(State, Ours, Folded, watch.Elapsed.TotalSeconds);
        var copied = await Rows.Copy(bench.Owner, RowsOf($"stream_id = '{engagement}'"), cancel);
        Note(State, Copied, copied.Lines, copied.Seconds);
    }

    // The service's own store and login on a schema of its own: the running service would project what is written for this.
    private async Task PrepareRebuild(CancellationToken cancel)
    {
        bench.Say($"replay: writing {bench.Plan.History} facts to rebuild the evolution of their groups from");
        await Schemas.Copy(bench, "reporting", Database, cancel);
        await using var store = NpgsqlDataSource.Create(bench.Host.Cluster.ConnectionString("owner", Database));
        await Fill(
            store,
            $"""
            select ('00000000-0000-7000-8000-' || lpad(to_hex((n - 1) / {StreamLength}), 12, '0'))::uuid,
                (n - 1) % {StreamLength} + 1, n::bigint from generate_series(1, {bench.Plan.History}) n
            """,
            "session_learned",
            "message",
            """
            jsonb_build_object('session', gen_random_uuid(), 'group', p.stream, 'engagement', p.stream, 'minutes', 150, 'enrolled', 6,
              'present', (select jsonb_agg(gen_random_uuid()) from generate_series(1, 5)), 'facilitator', p.stream,
              'origin', jsonb_build_object('stream', p.stream, 'version', p.version, 'occurredAt', '2026-03-02T09:00:00+00:00'))
            """,
            cancel
        );
        await bench.Execute($"select setval('reporting.mt_events_sequence', {bench.Plan.History})", cancel, store);
        await bench.Execute("analyze", cancel, store);
    }

    private async Task Rebuilding(CancellationToken cancel)
    {
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(bench.Host.Cluster.ConnectionString("reporting_daemon", Database));
            ReportingConfiguration.Service.Configure(options);
            options.AutoCreateSchemaObjects = AutoCreate.None;
        });
        using var daemon = await store.BuildProjectionDaemonAsync();
        var watch = Stopwatch.StartNew();
        await daemon.RebuildProjectionAsync("GroupEvolution", TimeSpan.FromHours(1), cancel);
        Note(Rebuild, Ours, bench.Plan.History, watch.Elapsed.TotalSeconds);
        await using var owner = NpgsqlDataSource.Create(bench.Host.Cluster.ConnectionString("owner", Database));
        await Whole(owner, cancel);
        var copied = await Rows.Copy(
            owner,
            "select seq_id, id, stream_id, version, data, type, timestamp, tenant_id from reporting.mt_events order by seq_id",
            cancel
        );
        Note(Rebuild, Copied, copied.Lines, copied.Seconds);
    }

    // What was rebuilt must be there, or the figure would be of something else.
    private async Task Whole(NpgsqlDataSource owner, CancellationToken cancel)
    {
        await using var count = owner.CreateCommand(
            "select coalesce(sum(jsonb_array_length(data -> 'lines')), 0)::bigint from reporting.mt_doc_group_evolution"
        );
        var lines = (long)(await count.ExecuteScalarAsync(cancel))!;
        if (lines != bench.Plan.History)
        {
            throw new InvalidOperationException($"The rebuilt projection holds {lines} of {bench.Plan.History} lines.");
        }
    }

    private void Note(string measure, string who, long rows, double seconds)
    {
        bench.Figures.Add(measure, who, null, "events/s", rows / seconds);
        bench.Say($"{measure}, {who}: {rows} in {seconds.ToString("F2", CultureInfo.InvariantCulture)} s");
    }

    // Whom a practice lets look at all of it, asking for lines.
    private async Task<HttpClient> Auditor(string tenant, CancellationToken cancel)
    {
        var auditor = new Actor(tenant, Roles.Auditor, Guid.NewGuid());
        using var practice = bench.Http("reporting", new(tenant, Roles.Practice, Guid.NewGuid()));
        using var granted = await practice.PostAsJsonAsync(
            new Uri("/v1/audit-grants", UriKind.Relative),
            new
            {
                auditor = auditor.Person,
                purpose = "quality-evaluation",
                until = DateTimeOffset.UtcNow.AddDays(30),
            },
            cancel
        );
        granted.EnsureSuccessStatusCode();
        var http = bench.Http("reporting", auditor);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/x-ndjson");
        return http;
    }

    // The proof's tree holds what the ledger was told of; where that is little, some more is written first.
    private async Task<long> Leaves(CancellationToken cancel)
    {
        async Task<long> Count()
        {
            await using var count = bench.Owner.CreateCommand("select count(*) from reporting.tree_leaf");
            return (long)(await count.ExecuteScalarAsync(cancel))!;
        }

        if (await Count() < FewestLeaves)
        {
            await bench.Ours.Begin((int)FewestLeaves, cancel);
        }

        await bench.Settle(cancel);
        return await Count();
    }

    // Entries of a ledger, before every other event there, so that nothing follows them.
    private Task Fill(NpgsqlDataSource database, string places, CancellationToken cancel) =>
        Fill(
            database,
            places,
            "entry_ledgered",
            "entry",
            """
            jsonb_build_object('source', 'session', 'sequence', abs(p.seq), 'subject', p.stream, 'stream', p.stream,
              'streamType', 'engagement', 'version', p.version, 'eventType', 'phase_started',
              'clock', lpad(((abs(p.seq) * 7919) % 10000000)::text, 14, '0') || '.000000',
              'occurredAt', '2026-03-02T09:00:00+00:00', 'recordedAt', '2026-03-02T09:00:00+00:00',
              'actor', 'facilitator:00000029-0000-0000-0000-000000000000', 'redacted', '{"phase":"interpret","minutes":20,"datedBack":false}',
              'hash', md5(p.seq::text) || md5(p.version::text))
            """,
            cancel
        );

    // Written past the services; a sequence counts from one elsewhere.
    private async Task Fill(NpgsqlDataSource database, string places, string fact, string member, string tells, CancellationToken cancel)
    {
        await bench.Execute(
            $"""
            set session_replication_role = replica;
            insert into reporting.mt_events (stream_id, version, seq_id, id, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select p.stream, p.version, p.seq, gen_random_uuid(),
              jsonb_build_object('occurredAt', '2026-03-02T09:00:00+00:00', '{member}', {tells}),
              '{fact}', now(), '{Elsewhere}', 'x', false
            from (select stream, version, seq::bigint from ({places}) q (stream, version, seq)) p;
            insert into reporting.mt_streams (id, version, tenant_id)
            select stream_id, max(version), tenant_id from reporting.mt_events
            group by stream_id, tenant_id on conflict do nothing;
            set session_replication_role = origin;
            """,
            cancel,
            database
        );
        await bench.Execute("analyze reporting.mt_events", cancel, database);
    }
}
