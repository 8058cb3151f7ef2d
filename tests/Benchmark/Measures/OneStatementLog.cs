using Npgsql;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>Takes the statements of one command from the server's log, and the round trips from the wire, by a node of Engagement of its own.</summary>
internal sealed class OneStatementLog(Bench bench)
{
    private const int Others = 60;
    private const int Turns = 4;

    /// <summary>The command's transactions, and the stream that it was sent to.</summary>
    public async Task<(IReadOnlyList<IReadOnlyList<Statement>> Transactions, string Stream)> Take(CancellationToken cancel)
    {
        var cluster = bench.Host.Cluster;
        await using var wire = new Wire(cluster.Port);
        await bench.Execute($"alter system set log_line_prefix = '{StatementLog.Prefix}'", cancel);
        await bench.Execute("alter system set log_statement = 'all'", cancel);
        await bench.Execute("select pg_reload_conf()", cancel);
        var before = File.ReadLines(cluster.Log).Count();
        string stream;
        try
        {
            var settings = new Dictionary<string, string>(bench.Host.SettingsOf("engagement"))
            {
                ["ConnectionStrings__Postgres"] = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("engagement"))
                {
                    Port = wire.Port,
                    SslMode = SslMode.Disable,
                    GssEncryptionMode = GssEncryptionMode.Disable,
                }.ConnectionString,
            };
            await using var node = ServiceProcess.Start(
                "engagement",
                LocalHost.Assembly("engagement"),
                PrivateCluster.FreePort(),
                Path.Combine(bench.Host.Logs, "engagement-logged.log"),
                settings
            );
            await node.WaitUntilReady(cancel);
            var logged = new Contestant("logged", node.Address, bench.Authorization(bench.Practice));
            var ids = await logged.Begin(Others, cancel);

            // Its connections know their statements by then, as they do in the middle of a day.
            using var sender = logged.Sender();
            foreach (var id in Enumerable.Repeat(ids, Turns).SelectMany(all => all))
            {
                await sender.Send(id, cancel);
            }

            stream = ids[^1];
        }
        finally
        {
            await bench.Execute("alter system set log_statement = 'none'", CancellationToken.None);
            await bench.Execute("select pg_reload_conf()", CancellationToken.None);
        }

        var statements = StatementLog.Timed(StatementLog.Read(File.ReadLines(cluster.Log).Skip(before)), wire.RoundTrips);
        var transactions = StatementLog.Transactions(statements, "engagement", stream);
        var last = transactions.ToList().FindLastIndex(t => t.Any(s => s.Sql.Contains("append_events", StringComparison.Ordinal)));
        return ([.. transactions.Skip(last)], stream);
    }
}
