using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Testing;

/// <summary>Programs that nobody here wrote, from npm by the committed lockfile: run with the scripts of <c>tests/checks</c>.</summary>
public static class Checks
{
    /// <summary>Starts a script of that folder by Node; where Node is missing, its error says what to install.</summary>
    public static Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests/checks/node"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs one to its end.</summary>
    /// <param name="input">What it reads from its input.</param>
    /// <returns>What it printed, and what it printed as an error.</returns>
    public static async Task<(int Exit, string Printed, string Error)> Run(
        IReadOnlyList<string> arguments,
        string input = "",
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        using var process = Start(arguments, environment);
        var printed = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await printed, await error);
    }
}
