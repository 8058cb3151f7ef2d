using Npgsql;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>Databases beside the services' own, on the same cluster.</summary>
internal static class Schemas
{
    /// <summary>An empty one.</summary>
    public static async Task Create(Bench bench, string database, CancellationToken cancel)
    {
        await using var postgres = NpgsqlDataSource.Create(bench.Host.Cluster.ConnectionString("owner", "postgres"));
        await bench.Execute($"create database {database}", cancel, postgres);
    }

    /// <summary>One with a service's tables, functions, rights and walls as they are, and no row.</summary>
    public static async Task Copy(Bench bench, string schema, string database, CancellationToken cancel)
    {
        await Create(bench, database, cancel);
        var cluster = bench.Host.Cluster;
        string[] server = ["-h", "127.0.0.1", "-p", $"{cluster.Port}", "-U", "owner"];
        var password = new Dictionary<string, string> { ["PGPASSWORD"] = cluster.PasswordOf("owner") };
        var file = Path.Combine(bench.Directory, $"{database}.sql");
        await Tool.Run(Tool.Of("pg_dump"), [.. server, "-n", schema, "-s", "-f", file, "practice"], password, cancel);
        await Tool.Run(Tool.Of("psql"), [.. server, "-q", "-v", "ON_ERROR_STOP=1", "-f", file, database], password, cancel);
    }
}
