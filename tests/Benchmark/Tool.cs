using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark;

/// <summary>Programs that others wrote, run to their end.</summary>
internal static class Tool
{
    // What brings each program that not every machine has.
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["pgbench"] = "postgresql",
        ["pg_dump"] = "postgresql",
        ["psql"] = "postgresql",
        ["wrk"] = "wrk",
        ["node"] = "nodejs",
        ["npm"] = "npm",
    };

    private static readonly Dictionary<string, string[]> Wanted = new()
    {
        ["command"] = [.. Packages.Keys],
        ["overload"] = ["wrk"],
        ["replay"] = ["pg_dump", "psql"],
        ["growth"] = ["wrk"],
    };

    /// <summary>The path of a program.</summary>
    /// <exception cref="MissingException">It is not there; what installs it is named.</exception>
    public static string Of(string name) =>
        PostgresPrograms.Locate(name)
        ?? throw new MissingException($"{name} is missing; install it with: apt-get install -y {Packages[name]}");

    /// <summary>The measures of these that can be run here; why each other one cannot is said in a line.</summary>
    public static IReadOnlyList<string> Measurable(IEnumerable<string> measures, Action<string> say)
    {
        var runnable = new List<string>();
        foreach (var measure in measures)
        {
            var missing = Wanted.GetValueOrDefault(measure, []).Where(p => PostgresPrograms.Locate(p) is null).ToList();
            if (missing.Count == 0)
            {
                runnable.Add(measure);
            }
            else
            {
                var packages = string.Join(' ', missing.Select(p => Packages[p]).Distinct());
                say($"Not measured: {measure}, which wants {string.Join(", ", missing)}; install them with: apt-get install -y {packages}");
            }
        }

        return runnable;
    }

    /// <summary>Runs a program; what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> Run(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancel,
        string? directory = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? Path.GetTempPath(),
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        using var stop = cancel.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {await error}{output}");
    }
}
