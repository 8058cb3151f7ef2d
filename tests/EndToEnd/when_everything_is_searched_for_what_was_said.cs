using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace PracticeAnalysis.EndToEnd;

/// <summary>No sentence said in a group stands in clear in a database, a queue, a log or a trace.</summary>
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
        await Execute(owner, $"create table queues.planted as select convert_to('{Canaries[0]}', 'UTF8') as body");
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

    // Every column of every table as text, message bodies among them: a dump that shows what is inside bytes too.
    private async Task<string> Dump()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var columns = new List<(string Table, string Column, bool Bytes)>();
        await using (
            var command = owner.CreateCommand(
                """
                select format('%I.%I', c.table_schema, c.table_name), format('%I', c.column_name), c.data_type = 'bytea'
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema in ('engagement', 'session', 'reporting', 'queues', 'public')
                """
            )
        )
        {
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
            }
        }

        var dump = new StringBuilder();
        foreach (var (table, column, bytes) in columns)
        {
            await using var command = owner.CreateCommand(
                $"select {(bytes ? $"encode({column}, 'escape')" : $"{column}::text")} from {table} where {column} is not null"
            );
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                dump.AppendLine(reader.GetString(0));
            }
        }

        dump.Length.ShouldBeGreaterThan(1_000_000);
        return dump.ToString();
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
