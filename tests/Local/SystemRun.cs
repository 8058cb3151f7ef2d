using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PracticeAnalysis.Local;

/// <summary>The system up on this machine until Ctrl-C, with something loaded into it first.</summary>
internal static class SystemRun
{
    private const int UsualPort = 8080;

    /// <summary>Brings it up, loads, and waits for the end; nothing stays behind unless a directory was given.</summary>
    /// <param name="load">Loads through the gateway; whether the system stays up afterwards.</param>
    public static async Task<int> Until(string? data, int? port, Func<LocalHost, string, CancellationToken, Task<bool>> load)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var directory = data ?? Directory.CreateTempSubdirectory("practice-analysis-").FullName;
        var watch = Stopwatch.StartNew();
        try
        {
            await using var host = await LocalHost.Start(
                directory,
                Port(port),
                part => Console.WriteLine($"  starting: {part}"),
                stop.Token,
                pages: true
            );
            Console.WriteLine($"Ready in {watch.Elapsed.TotalSeconds:F1} s{WithBuild()} at {host.Gateway}");
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var (watching, working) = (host.Watch(Console.WriteLine, end.Token), Work());
            var first = await Task.WhenAny(watching, working);
            await end.CancelAsync();
            await Task.WhenAll(watching, working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await first;
            return 0;

            async Task Work()
            {
                if (await load(host, directory, end.Token))
                {
                    await Task.Delay(Timeout.Infinite, end.Token);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine("Stopped.");
            return 0;
        }
        catch (MissingException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 3;
        }
        catch (Exception stopped) when (stopped is DemonstrationException or CannotRunException or InvalidOperationException)
        {
            Console.Error.WriteLine(stopped.Message);
            return 1;
        }
        finally
        {
            if (data is null)
            {
                Directory.Delete(directory, recursive: true);
            }
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>A text that this program carries.</summary>
    public static string Text(string name)
    {
        using var text = new StreamReader(typeof(SystemRun).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }

    // The script says when it was called, so that a first start is measured with its restore and build.
    private static string WithBuild() =>
        double.TryParse(Environment.GetEnvironmentVariable("RUN_STARTED"), CultureInfo.InvariantCulture, out var started)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" ({(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0) - started:F1} s with restore and build)"
            )
            : string.Empty;

    private static int Port(int? asked) =>
        asked is not { } port ? (PrivateCluster.IsFree(UsualPort) ? UsualPort : PrivateCluster.FreePort())
        : PrivateCluster.IsFree(port) ? port
        : throw new CannotRunException($"Port {port} is taken; give another one with --port, or none.");
}
