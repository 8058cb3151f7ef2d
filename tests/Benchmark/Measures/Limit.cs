using Npgsql;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>Bare SQL on tables of the same definition, in a database of their own, so that no subscription follows what pgbench appends.</summary>
internal sealed class Limit(Bench bench)
{
    private const string Database = "peer_limit";

    private static readonly string Peer = Path.Combine(Repository.Root, "tests", "Benchmark", "peers", "pgbench", "append.sql");
    private string _statements = string.Empty;
    private string _event = "{}";
    private string _headers = "{}";

    private int Each => Math.Max(1, bench.Plan.Streams / Plan.Clients.Max());

    /// <summary>Makes the tables and fills them with streams that look like the one that the command was sent to.</summary>
    public async Task Prepare(IReadOnlyList<IReadOnlyList<Statement>> transactions, string stream, CancellationToken cancel)
    {
        await Schemas.Copy(bench, "engagement", Database, cancel);
        var key = await Text($"select id from engagement.mt_doc_datakey where owner = '{stream}'", cancel);
        await Fill(stream, cancel);
        _event = await Text(
            $"select data::text from engagement.mt_events where stream_id = '{stream}' order by version desc limit 1",
            cancel
        );
        _headers = await Text(
            $"select headers::text from engagement.mt_events where stream_id = '{stream}' order by version desc limit 1",
            cancel
        );
        _statements = Path.Combine(bench.Directory, "statements.sql");
        await File.WriteAllTextAsync(_statements, ReplayScript.Of(transactions, stream, key), cancel);
    }

    /// <summary>The bare append.</summary>
    public Task<Load> Append(int clients, int seconds, CancellationToken cancel) => Run(Peer, clients, seconds, cancel);

    /// <summary>The command's own statements.</summary>
    public Task<Load> Statements(int clients, int seconds, CancellationToken cancel) => Run(_statements, clients, seconds, cancel);

    private Task<Load> Run(string script, int clients, int seconds, CancellationToken cancel) =>
        Pgbench.Run(
            bench.Host.Cluster,
            Database,
            script,
            clients,
            seconds,
            new Dictionary<string, string>
            {
                ["each"] = $"{Each}",
                ["event"] = _event,
                ["headers"] = _headers,
            },
            cancel
        );

    private async Task Fill(string stream, CancellationToken cancel)
    {
        await using var limit = NpgsqlDataSource.Create(bench.Host.Cluster.ConnectionString("owner", Database));
        var streams = $"generate_series(0, {(Each * Plan.Clients.Max()) + Each}) n";
        await bench.Execute(
            $"""
            select engagement.mt_quick_append_events({ReplayScript.Stream.Replace(":n", "n", StringComparison.Ordinal)}, 'facilitator',
                '{Contestant.Tenant}', array[gen_random_uuid()], array['facilitator_registered'], array['Bench'], array['{"{}"}']::jsonb[],
                array[null]::bytea[], array['bench'], array['bench'], array['{"{}"}']::jsonb[], array['practice'], array[now()])
            from {streams}
            """,
            cancel,
            limit
        );
        await Copy("mt_doc_facilitator", $"id = '{stream}'", "jsonb_build_object('id', {id})", streams, limit, cancel);
        await Copy("mt_doc_datakey", $"owner = '{stream}'", "jsonb_build_object('id', {key}, 'owner', {id})", streams, limit, cancel);
        await bench.Execute("analyze", cancel, limit);
    }

    // One row of the services' own, for each stream under its id.
    private async Task Copy(string table, string which, string own, string streams, NpgsqlDataSource limit, CancellationToken cancel)
    {
        var row = await Text($"select to_jsonb(t)::text from engagement.{table} t where {which}", cancel);
        var mine = own.Replace("{id}", ReplayScript.Stream, StringComparison.Ordinal)
            .Replace("{key}", ReplayScript.KeyId, StringComparison.Ordinal)
            .Replace(":n", "n", StringComparison.Ordinal);
        await using var copy = limit.CreateCommand(
            $"insert into engagement.{table} select (jsonb_populate_record(null::engagement.{table}, $1::jsonb || {mine})).* from {streams}"
        );
        copy.Parameters.Add(new() { Value = row });
        await copy.ExecuteNonQueryAsync(cancel);
    }

    private async Task<string> Text(string sql, CancellationToken cancel)
    {
        await using var command = bench.Owner.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }
}
