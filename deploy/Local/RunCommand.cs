using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PracticeAnalysis.Local;

/// <summary><c>deploy/run</c>: brings the system up, loads the demonstration, prints what to try, and ends everything at Ctrl-C.</summary>
public static class RunCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> Main(string[] args)
    {
        string? data = null;
        int? port = null;
        var demo = true;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--data" when i + 1 < args.Length:
                    data = Path.GetFullPath(args[++i]);
                    break;
                case "--port" when i + 1 < args.Length && int.TryParse(args[i + 1], out var given):
                    port = given;
                    i++;
                    break;
                case "--no-demo":
                    demo = false;
                    break;
                case "--help" or "-h":
                    Console.WriteLine(Help());
                    return 0;
                default:
                    Console.Error.WriteLine($"deploy/run does not know this argument, or misses its value.{Environment.NewLine}{Help()}");
                    return 2;
            }
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var directory = data ?? Directory.CreateTempSubdirectory("practice-analysis-").FullName;
        var watch = Stopwatch.StartNew();
        try
        {
            await using var host = await LocalHost.Start(
                directory,
                port ?? GatewayPort(),
                part => Console.WriteLine($"  starting: {part}"),
                stop.Token
            );
            Console.WriteLine($"Ready in {watch.Elapsed.TotalSeconds:F1} s{WithBuild()} at {host.Gateway}");
            if (demo)
            {
                var loaded = await Demonstration.Load(
                    host.Gateway,
                    host.Mint,
                    directory,
                    TimeProvider.System,
                    Console.WriteLine,
                    stop.Token
                );
                Tour.Print(host.Gateway, host.Mint, loaded, Console.WriteLine);
            }

            await Task.Delay(Timeout.Infinite, stop.Token);
            return 0;
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
        catch (DemonstrationException stopped)
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

    // deploy/run says when it was called, so that a first start is measured with its restore and build.
    private static string WithBuild() =>
        double.TryParse(Environment.GetEnvironmentVariable("RUN_STARTED"), CultureInfo.InvariantCulture, out var started)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" ({(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0) - started:F1} s with restore and build)"
            )
            : string.Empty;

    private static string Help()
    {
        using var help = new StreamReader(typeof(RunCommand).Assembly.GetManifestResourceStream("help.txt")!);
        return help.ReadToEnd();
    }

    private static int GatewayPort()
    {
        try
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 8080);
            listener.Start();
            return 8080;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return PrivateCluster.FreePort();
        }
    }
}
