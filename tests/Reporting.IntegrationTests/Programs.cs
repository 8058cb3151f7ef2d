using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>Programs that tests run as one would.</summary>
internal static class Programs
{
    /// <summary>practice-verify, as it was built.</summary>
    public static readonly string Verifier = Path.Combine(Root(), "contracts/Verifier/bin/Release/net10.0/practice-verify");

    /// <summary>The second implementation of its checks.</summary>
    public static readonly string Script = Path.Combine(Root(), "tests/checks/proof.mjs");

    /// <summary>Runs one to its end.</summary>
    public static async Task<(int Exit, string Said)> Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await errors);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
