using System.Text.RegularExpressions;
using Npgsql;

namespace PracticeAnalysis.Local;

/// <summary>Where the services keep what they keep: a schema and a login for each, a schema for the queues, a migrator who owns the tables; in
/// one database, or each in its own.</summary>
public static class Databases
{
    /// <summary>The services that have a schema.</summary>
    public static readonly IReadOnlyList<string> Services = ["engagement", "session", "reporting"];

    /// <summary>Makes the one database, logins and schemas where they are not there yet, by <c>deploy/database/prepare.sql</c>.</summary>
    public static Task Prepare(PrivateCluster cluster, CancellationToken cancel) => Prepare(cluster, "practice", string.Empty, cancel);

    /// <summary>Makes each service a database of its own, called like it; they meet over a broker alone.</summary>
    public static async Task PrepareApart(PrivateCluster cluster, CancellationToken cancel)
    {
        foreach (var service in Services)
        {
            await Prepare(cluster, service, $"set practice.services = '{service}';", cancel);
        }
    }

    private static async Task Prepare(PrivateCluster cluster, string name, string setting, CancellationToken cancel)
    {
        await using (var postgres = NpgsqlDataSource.Create(cluster.ConnectionString("owner", "postgres")))
        {
            await using var exists = postgres.CreateCommand($"select 1 from pg_database where datname = '{name}'");
            if (await exists.ExecuteScalarAsync(cancel) is null)
            {
                await using var create = postgres.CreateCommand($"create database {name}");
                await create.ExecuteNonQueryAsync(cancel);
            }
        }

        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString("owner", name));
        using var script = new StreamReader(typeof(Databases).Assembly.GetManifestResourceStream("prepare.sql")!);
        var sql = Regex.Replace(await script.ReadToEndAsync(cancel), "@(\\w+)@", m => cluster.PasswordOf(m.Groups[1].Value));
        await using var prepare = database.CreateCommand(setting + sql);
        await prepare.ExecuteNonQueryAsync(cancel);
    }
}
