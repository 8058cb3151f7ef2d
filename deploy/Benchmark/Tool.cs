using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark;

/// <summary>Programs that others wrote, run to their end.</summary>
internal static class Tool
{
    /// <summary>The path of a program of PostgreSQL.</summary>
    public static string OfPostgres(string name) =>
        Find(name, PrivateCluster.FindBinaries())
        ?? throw new MissingException($"{name} is missing; install it with: apt-get install -y postgresql postgresql-contrib");

    /// <summary>The path of a program, or what installs it.</summary>
    public static string Of(string name, string install) =>
        Find(name, null) ?? throw new MissingException($"{name} is missing; install it with: {install}");

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

    private static string? Find(string name, string? first) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(':')
            .Prepend(first ?? string.Empty)
            .Where(d => d.Length > 0)
            .Select(d => Path.Combine(d, name))
            .FirstOrDefault(File.Exists);
}
