using System.Diagnostics;
using Npgsql;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>No sentence said in a group stands in clear in a database, a queue, a log or a trace.</summary>
public class when_everything_is_searched_for_what_was_said(SystemFixture system)
{
    private static IReadOnlyList<string> Canaries => Local.Demonstration.Canaries;

    [Fact]
    public async Task none_of_the_canary_sentences_is_found()
    {
        Canaries.Count.ShouldBeGreaterThanOrEqualTo(3);
        var dump = await Dump();
        var logs = await Logs();
        foreach (var canary in Canaries)
        {
            dump.ShouldNotContain(canary);
            logs.ShouldNotContain(canary);
            system.Collector.HasText(canary).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task a_sentence_that_is_planted_in_clear_is_found()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await Execute(owner, $"create table queues.planted as select '{Canaries[0].Replace("'", "''", StringComparison.Ordinal)}' as said");
        var log = Path.Combine(system.Host.Logs, "planted.log");
        await File.WriteAllTextAsync(log, Canaries[1], TestContext.Current.CancellationToken);
        try
        {
            (await Dump()).ShouldContain(Canaries[0]);
            (await Logs()).ShouldContain(Canaries[1]);
        }
        finally
        {
            await Execute(owner, "drop table queues.planted");
            File.Delete(log);
        }
    }

    [Fact]
    public async Task the_texts_are_there_sealed_in_the_shape_of_the_model()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            """
            select count(*) from session.mt_events
            where data -> 'text' ?& array['keyId', 'alg', 'nonce', 'ciphertext'] and data -> 'text' ->> 'alg' = 'A256GCM'
            """
        );
        ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldBeGreaterThan(100);
    }

    private async Task<string> Dump()
    {
        var start = new ProcessStartInfo(
            Path.Combine(PrivateCluster.FindBinaries()!, "pg_dump"),
            $"-h 127.0.0.1 -p {system.Host.Cluster.Port} -U owner --inserts practice"
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PGPASSWORD"] = system.Host.Cluster.Password;
        using var process = Process.Start(start)!;
        var dump = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        dump.Length.ShouldBeGreaterThan(1_000_000);
        return dump;
    }

    private async Task<string> Logs() =>
        string.Concat(
            await Task.WhenAll(
                Directory.GetFiles(system.Host.Logs).Select(f => File.ReadAllTextAsync(f, TestContext.Current.CancellationToken))
            )
        );

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
