using System.Text.RegularExpressions;
using Npgsql;

namespace PracticeAnalysis.EndToEnd;

/// <summary>No sentence said in a group stands in clear in a database, a queue, a log or a trace.</summary>
[Collection(typeof(TheSystem))]
public class when_everything_is_searched_for_what_was_said(SystemFixture system)
{
    // The longest part of each sentence that is written alike in every encoding.
    private static IReadOnlyList<string> Canaries =>
        [
            .. Local.Demonstration.Canaries.Select(sentence =>
                Regex.Matches(sentence, "[A-Za-z ]+").Select(m => m.Value).MaxBy(part => part.Length)!
            ),
        ];

    [Fact]
    public async Task none_of_the_canary_sentences_is_found()
    {
        Canaries.Count.ShouldBeGreaterThanOrEqualTo(3);
        var dump = await Search.Dump(system);
        var logs = await Search.Logs(system);
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
        await Execute(owner, $"create table queues.planted as select convert_to('{Canaries[0]}', 'UTF8') as body");
        var log = Path.Combine(system.Host.Logs, "planted.log");
        await File.WriteAllTextAsync(log, Canaries[1], TestContext.Current.CancellationToken);
        try
        {
            (await Search.Dump(system)).ShouldContain(Canaries[0]);
            (await Search.Logs(system)).ShouldContain(Canaries[1]);
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

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
