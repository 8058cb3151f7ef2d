using System.Diagnostics;
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
        foreach (var (variable, value) in cluster.ForPrograms)
        {
            start.Environment[variable] = value;
        }

        start.Environment["Erasures__Directory"] = erasures;
        foreach (var service in Databases.Services)
        {
            start.Environment[$"{service.ToUpperInvariant()}_PASSWORD"] = cluster.PasswordOf(service);
        }

        return Run(start);
    }

    /// <summary>Runs a service's own program with its settings; what does not end within two minutes is ended.</summary>
    /// <param name="settings">Other settings than the service's; a null takes one away.</param>
    public static async Task<(int Exit, string Said, string Errors)> Run(
        LocalHost host,
        string service,
        IReadOnlyList<string> arguments,
        params IReadOnlyList<(string Name, string? Value)> settings
    )
    {
        var start = new ProcessStartInfo("dotnet", [LocalHost.Assembly(service), .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(LocalHost.Assembly(service)),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var (name, value) in host.SettingsOf(service)
                .Select(s => (s.Key, (string?)s.Value))
                .Append(("ASPNETCORE_URLS", $"http://127.0.0.1:{PrivateCluster.FreePort()}"))
                .Concat(settings)
        )
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Cancel);
        }

        return (process.ExitCode, (await said).Trim(), (await errors).Trim());
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
