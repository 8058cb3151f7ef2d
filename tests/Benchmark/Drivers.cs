using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark;

/// <summary>What a driver saw in one cell.</summary>
/// <param name="PerSecond">Commands that were accepted.</param>
/// <param name="P50">Milliseconds; null where the driver does not say.</param>
/// <param name="P99">Milliseconds; null where the driver does not say.</param>
internal sealed record Load(long Commands, double Seconds, double PerSecond, double? P50, double? P99)
{
    /// <summary>Commands that were turned away with a time to come again.</summary>
    public long Turned { get; init; }
}

/// <summary>The driver of whatever speaks HTTP: wrk, which costs so little that two cores are left to what is measured.</summary>
internal static class Wrk
{
    // What is on its way when the sending ends has so long to be answered.
    private const int DrainSeconds = 2;

    /// <summary>Sends one command after the other, by so many clients for so long.</summary>
    /// <param name="paths">A file of paths, one a line, which are gone round.</param>
    /// <exception cref="InvalidOperationException">A command was refused: the figure would be of something else.</exception>
    public static Task<Load> Run(
        Uri address,
        string paths,
        string body,
        string? authorization,
        int clients,
        int seconds,
        CancellationToken cancel
    ) => Run("load", address, paths, clients, seconds, new() { ["BODY"] = body, ["AUTHORIZATION"] = authorization ?? "none" }, cancel);

    /// <summary>Sends the command by more clients than are let in, and waits for what was sent: the times are of those that were.</summary>
    /// <param name="patient">Whether who is turned away comes again after the time that <c>Retry-After</c> says, or at once.</param>
    /// <exception cref="InvalidOperationException">A command was refused otherwise than by 503 with <c>Retry-After</c>.</exception>
    public static Task<Load> Crowd(Contestant whom, string paths, int clients, int seconds, bool patient, CancellationToken cancel) =>
        Run(
            "overload",
            whom.Address,
            paths,
            clients,
            seconds + DrainSeconds,
            new()
            {
                ["BODY"] = Contestant.Command,
                ["AUTHORIZATION"] = whom.Authorization ?? "none",
                ["SECONDS"] = $"{seconds}",
                ["PATIENT"] = patient ? "yes" : "no",
            },
            cancel
        );

    private static async Task<Load> Run(
        string script,
        Uri address,
        string paths,
        int clients,
        int seconds,
        Dictionary<string, string> environment,
        CancellationToken cancel
    )
    {
        var path = Path.Combine(Repository.Root, "tests", "Benchmark", $"{script}.lua");
        return Read(
            await Tool.Run(
                Tool.Of("wrk"),
                ["-t1", $"-c{clients}", $"-d{seconds}s", "--timeout", "20s", "-s", path, address.ToString(), "--", paths],
                environment,
                cancel
            )
        );
    }

    /// <summary>Reads what the script printed last.</summary>
    public static Load Read(string output)
    {
        using var said = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        double Number(string name) => said.RootElement.GetProperty(name).GetDouble();
        return Number("refused") + Number("broken") > 0
            ? throw new InvalidOperationException($"Commands were refused or broken off: {said.RootElement}")
            : new((long)Number("requests"), Number("seconds"), Number("requests") / Number("seconds"), Number("p50"), Number("p99"))
            {
                Turned = said.RootElement.TryGetProperty("turned", out var turned) ? turned.GetInt64() : 0,
            };
    }
}

/// <summary>The driver of bare SQL, with prepared statements.</summary>
internal static class Pgbench
{
    /// <summary>Runs a script by so many clients for so long, each on streams of its own.</summary>
    public static async Task<Load> Run(
        PrivateCluster cluster,
        string database,
        string script,
        int clients,
        int seconds,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancel
    )
    {
        var output = await Tool.Run(
            Tool.Of("pgbench"),
            [
                "-n",
                "-M",
                "prepared",
                "-c",
                $"{clients}",
                "-j",
                $"{Math.Min(clients, 2)}",
                "-T",
                $"{seconds}",
                .. variables.SelectMany(v => new[] { "-D", $"{v.Key}={v.Value}" }),
                "-f",
                script,
                "-h",
                "127.0.0.1",
                "-p",
                $"{cluster.Port}",
                "-U",
                "engagement",
                database,
            ],
            new Dictionary<string, string>
            {
                ["PGPASSWORD"] = cluster.PasswordOf("engagement"),
                ["PGOPTIONS"] = $"-c practice.tenant={Contestant.Tenant}",
            },
            cancel
        );
        return Read(output);
    }

    /// <summary>Reads what pgbench printed.</summary>
    public static Load Read(string output)
    {
        double Number(string pattern) =>
            Regex.Match(output, pattern) is { Success: true } found
                ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"pgbench said something else: {output}");
        var transactions = (long)Number(@"number of transactions actually processed: (\d+)");
        var perSecond = Number(@"tps = ([\d.]+) \(without initial connection time\)");
        return new(transactions, transactions / perSecond, perSecond, null, null);
    }
}
