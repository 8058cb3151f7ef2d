using System.Text;
using Npgsql;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Where everything that the running system wrote is read, to be searched for what must not stand there.</summary>
public static class Search
{
    /// <summary>Every column of every table as text, message bodies among them: a dump that shows what is inside bytes too.</summary>
    public static async Task<string> Dump(SystemFixture system)
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

    /// <summary>What the services and the database wrote to their logs.</summary>
    public static async Task<string> Logs(SystemFixture system) =>
        string.Concat(
            await Task.WhenAll(
                Directory
                    .GetFiles(system.Host.Logs)
                    .Append(system.Host.Cluster.Log)
                    .Select(f => File.ReadAllTextAsync(f, TestContext.Current.CancellationToken))
            )
        );
}
