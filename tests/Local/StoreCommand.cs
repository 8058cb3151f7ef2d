using System.Diagnostics;
using System.Net.Http.Json;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>What <c>deploy/release</c> keeps for tests of an upgrade: the store after the demonstration, with all that it is read by.</summary>
internal static class StoreCommand
{
    /// <summary>Writes it into this directory, which is made.</summary>
    public static Task<int> Run(string to) =>
        SystemRun.Until(
            null,
            PrivateCluster.FreePort(),
            async (host, directory, cancel) =>
            {
                await Demonstration.Load(
                    host.Gateway,
                    host.Mint,
                    directory,
                    TimeProvider.System,
                    Console.WriteLine,
                    cancel,
                    setClocksBack: host.SetClocksBack
                );
                await Sign(host, cancel);
                Directory.CreateDirectory(to);
                await Backup(host.Cluster, Path.Combine(to, "practice.dump"), cancel);
                foreach (var file in (string[])[host.MasterKeyFile, host.SignerKeyFile, host.CheckpointFile])
                {
                    File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
                }

                var erasures = Directory.CreateDirectory(Path.Combine(to, "erasures"));
                foreach (var file in Directory.Exists(host.Erasures) ? Directory.GetFiles(host.Erasures) : [])
                {
                    File.Copy(file, Path.Combine(erasures.FullName, Path.GetFileName(file)));
                }

                return false;
            }
        );

    // Before the backup: a store that holds less than was signed is not restored.
    private static async Task Sign(LocalHost host, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = host.Gateway };
        http.DefaultRequestHeaders.Authorization = new("Bearer", host.Mint.For(new(Demonstration.Tenant, Roles.Operator, Guid.NewGuid())));
        using var signed = await http.PostAsync(new Uri("/v1/proof/checkpoints", UriKind.Relative), JsonContent.Create(new { }), cancel);
        signed.EnsureSuccessStatusCode();
    }

    private static async Task Backup(PrivateCluster cluster, string file, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "deploy", "backup"), [file]);
        foreach (var (name, value) in cluster.ForPrograms)
        {
            start.Environment[name] = value;
        }

        using var backup = Process.Start(start)!;
        await backup.WaitForExitAsync(cancel);
        if (backup.ExitCode != 0)
        {
            throw new CannotRunException("deploy/backup ended without a backup.");
        }
    }
}
