using System.Diagnostics;
using PracticeAnalysis.Benchmark.Measures;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark;

/// <summary>The peers that speak HTTP, each a process with a database of its own on the same bench.Host.Cluster.</summary>
internal sealed class Peers(Bench bench) : IAsyncDisposable
{
    /// <summary>As the tables show it.</summary>
    public const string CrudName = "ASP.NET + Npgsql CRUD";

    /// <summary>As the tables show it.</summary>
    public const string EmmettName = "Emmett + Express";

    /// <summary>As the tables show it.</summary>
    public const string EmmettProjectionName = "Emmett + Express, inline projection";

    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "Benchmark", "peers");
    private readonly List<Process> _processes = [];

    /// <summary>Plain ASP.NET and Npgsql, with a check of the version and an audit row by trigger.</summary>
    public async Task<Contestant> Crud(CancellationToken cancel)
    {
        await Schemas.Create(bench, "peer_crud", cancel);
        return await Start(
            CrudName,
            ["dotnet", Path.Combine(Sources, "Crud", "bin", "Release", "net10.0", "PracticeAnalysis.Crud.dll")],
            port =>
                new()
                {
                    ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                    ["ConnectionStrings__Postgres"] = bench.Host.Cluster.ConnectionString("owner", "peer_crud"),
                },
            cancel
        );
    }

    /// <summary>Emmett on Express, without a projection, or with its inline projection.</summary>
    public async Task<Contestant> Emmett(bool projection, CancellationToken cancel)
    {
        var database = projection ? "peer_emmett_projection" : "peer_emmett";
        await Schemas.Create(bench, database, cancel);
        return await Start(
            projection ? EmmettProjectionName : EmmettName,
            [Tool.Of("node"), "server.mjs"],
            port =>
                new()
                {
                    ["PORT"] = $"{port}",
                    ["PROJECTION"] = projection ? "inline" : "none",
                    ["NODE_ENV"] = "production",
                    ["DATABASE_URL"] =
                        $"postgresql://owner:{bench.Host.Cluster.PasswordOf("owner")}@127.0.0.1:{bench.Host.Cluster.Port}/{database}",
                },
            cancel
        );
    }

    /// <summary>Installs Emmett by its lockfile, once.</summary>
    public static async Task InstallEmmett(CancellationToken cancel)
    {
        var directory = Path.Combine(Sources, "emmett");
        if (!Directory.Exists(Path.Combine(directory, "node_modules")))
        {
            await Tool.Run(Tool.Of("npm"), ["ci", "--no-audit", "--no-fund"], new Dictionary<string, string>(), cancel, directory);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private async Task<Contestant> Start(
        string name,
        IReadOnlyList<string> command,
        Func<int, Dictionary<string, string>> environment,
        CancellationToken cancel
    )
    {
        var port = PrivateCluster.FreePort();
        var log = Path.Combine(bench.Host.Logs, $"peer-{_processes.Count}.log");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1", "sh", log, .. command])
        {
            WorkingDirectory = Path.Combine(Sources, "emmett"),
        };
        foreach (var (key, value) in environment(port))
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        _processes.Add(process);
        var contestant = new Contestant(name, new($"http://127.0.0.1:{port}"), null);
        using var http = new HttpClient { BaseAddress = contestant.Address };
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100, cancel))
        {
            try
            {
                using var ready = await http.GetAsync("/health/ready", cancel);

                // Alone at first: who makes its tables at the first write does not do so many times at once.
                await contestant.Begin(1, cancel);
                return contestant;
            }
            catch (HttpRequestException) when (!process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1))
            {
                // Not listening yet.
            }
            catch (HttpRequestException)
            {
                throw new InvalidOperationException($"{name} did not start: {await File.ReadAllTextAsync(log, cancel)}");
            }
        }
    }
}
