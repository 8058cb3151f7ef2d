using System.Diagnostics;
using Npgsql;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The scripts of <c>deploy</c>, as an operator runs them.</summary>
public static class OperatorsScript
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Runs one on a cluster; what it said, its errors at the end.</summary>
    /// <param name="erasures">The directory of the list of erasures, where it is told one.</param>
    public static Task<string> Run(string name, PrivateCluster cluster, string? erasures, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "deploy", name), arguments);
        var connection = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("owner"));
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username;
        start.Environment["PGPASSWORD"] = connection.Password;
        start.Environment["Erasures__Directory"] = erasures;
        foreach (var service in Databases.Services)
        {
            start.Environment[$"{service.ToUpperInvariant()}_PASSWORD"] = cluster.PasswordOf(service);
        }

        return Run(start);
    }

    /// <summary>Runs a program to its end; what it said, its errors at the end.</summary>
    public static async Task<string> Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        var said = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return said.Trim() + await errors;
    }
}
