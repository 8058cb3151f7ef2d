using System.Text.RegularExpressions;
using Npgsql;

namespace PracticeAnalysis.Local;

/// <summary>The one database: a schema and a login for each service, a schema for the queues, a migrator who owns the tables.</summary>
public static class Databases
{
    /// <summary>The services that have a schema.</summary>
    public static readonly IReadOnlyList<string> Services = ["engagement", "session", "reporting"];

    /// <summary>Makes database, logins and schemas where they are not there yet, by <c>deploy/database/prepare.sql</c>.</summary>
    public static async Task Prepare(PrivateCluster cluster, CancellationToken cancel)
    {
        await using (var postgres = NpgsqlDataSource.Create(cluster.ConnectionString("owner", "postgres")))
        {
            await using var exists = postgres.CreateCommand("select 1 from pg_database where datname = 'practice'");
            if (await exists.ExecuteScalarAsync(cancel) is null)
            {
                await using var create = postgres.CreateCommand("create database practice");
                await create.ExecuteNonQueryAsync(cancel);
            }
        }

        await using var practice = NpgsqlDataSource.Create(cluster.ConnectionString("owner"));
        using var script = new StreamReader(typeof(Databases).Assembly.GetManifestResourceStream("prepare.sql")!);
        var sql = Regex.Replace(await script.ReadToEndAsync(cancel), "@(\\w+)@", m => cluster.PasswordOf(m.Groups[1].Value));
        await using var prepare = practice.CreateCommand(sql);
        await prepare.ExecuteNonQueryAsync(cancel);
    }
}
