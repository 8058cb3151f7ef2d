using Npgsql;

namespace PracticeAnalysis.Local;

/// <summary>The one database: a schema and a login for each service, a schema for the queues, a migrator who owns the tables.</summary>
public static class Databases
{
    /// <summary>The services that have a schema.</summary>
    public static readonly IReadOnlyList<string> Services = ["engagement", "session", "reporting"];

    /// <summary>Makes logins, database and schemas where they are not there yet.</summary>
    public static async Task Prepare(PrivateCluster cluster, CancellationToken cancel)
    {
        await using (var owner = NpgsqlDataSource.Create(cluster.ConnectionString("owner", "postgres")))
        {
            foreach (var login in Services.Append("migrator"))
            {
                await Execute(
                    owner,
                    $"do $$ begin if not exists (select from pg_roles where rolname = '{login}') then create role {login} login password '{cluster.Password}'; end if; end $$",
                    cancel);
            }

            await using var exists = owner.CreateCommand("select 1 from pg_database where datname = 'practice'");
            if (await exists.ExecuteScalarAsync(cancel) is null)
            {
                await Execute(owner, "create database practice owner migrator", cancel);
            }
        }

        await using var migrator = NpgsqlDataSource.Create(cluster.ConnectionString("migrator"));
        await Execute(migrator, "revoke all on schema public from public; revoke all on database practice from public", cancel, ignore: true);
        foreach (var schema in Services.Append("queues"))
        {
            await Execute(migrator, $"create schema if not exists {schema}", cancel);
        }
    }

    /// <summary>After migration: each service works in its own schema and the queues, and may only add events, never change them.</summary>
    public static async Task Grant(PrivateCluster cluster, CancellationToken cancel, params IReadOnlyList<string> services)
    {
        await using var migrator = NpgsqlDataSource.Create(cluster.ConnectionString("migrator"));
        foreach (var service in services)
        {
            await Execute(
                migrator,
                $"""
                grant connect on database practice to {service};
                grant usage on schema {service}, queues to {service};
                grant select, insert, update, delete on all tables in schema {service}, queues to {service};
                grant usage, select, update on all sequences in schema {service}, queues to {service};
                revoke execute on all functions in schema {service} from public;
                grant execute on all functions in schema {service} to {service};
                grant execute on all functions in schema queues to {service};
                revoke update, delete, truncate on {service}.mt_events from {service};
                """,
                cancel);
        }
    }

    private static async Task Execute(NpgsqlDataSource database, string sql, CancellationToken cancel, bool ignore = false)
    {
        try
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException) when (ignore)
        {
            // The public schema belongs to the cluster's owner on some versions; nothing of ours stands in it.
        }
    }
}
