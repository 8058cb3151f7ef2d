using System.Diagnostics;

namespace PracticeAnalysis.Local;

/// <summary>One service as a process of its own, its log in a file.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process _process;
    private readonly string _log;
    private string _said = "it did not answer.";

    private ServiceProcess(string name, Process process, Uri address, string log)
    {
        Name = name;
        _log = log;
        _process = process;
        Address = address;
    }

    /// <summary>The service's name.</summary>
    public string Name { get; }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Whether it still runs.</summary>
    public bool Runs => !_process.HasExited;

    /// <summary>What it left behind, if it ended by itself or by somebody's hand.</summary>
    public string? Ended => Runs ? null : $"{Name} ended with {_process.ExitCode}. {Tail}";

    /// <summary>The last lines of its log.</summary>
    public string Tail => LogFile.Tail(_log);

    /// <summary>Starts it.</summary>
    public static ServiceProcess Start(string name, string assembly, int port, string log, IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        return new(name, Launch(assembly, "", log, settings.Append(new("ASPNETCORE_URLS", address.ToString()))), address, log);
    }

    /// <summary>Runs the service's migration to its end.</summary>
    public static async Task Migrate(
        string name,
        string assembly,
        string log,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancel
    )
    {
        using var process = Launch(assembly, "migrate", log, settings.Append(new("Migrate", "true")));
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The migration of {name} failed. {LogFile.Tail(log)}");
        }
    }

    /// <summary>Waits until it is ready, by asking it; two minutes at most.</summary>
    public async Task WaitUntilReady(CancellationToken cancel)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            if (patience.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"{Name} was not ready within two minutes: {_said}");
            }

            if (!Runs)
            {
                throw new InvalidOperationException($"{Name} ended with {_process.ExitCode} before it was ready. {LogFile.Tail(_log)}");
            }

            try
            {
                using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"), cancel);
                // An answer counts while the process runs: at its address somebody else may answer.
                if (answer.IsSuccessStatusCode && Runs)
                {
                    return;
                }

                _said = await answer.Content.ReadAsStringAsync(cancel);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
            {
                _said = "it was too busy to answer.";
            }

            await Task.Delay(50, cancel);
        }
    }

    /// <summary>Kills it as a fault would, without notice.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it with notice, and by force after five seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Runs)
        {
            using (Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"])) { }

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await Kill();
            }
        }

        _process.Dispose();
    }

    private static Process Launch(string assembly, string argument, string log, IEnumerable<KeyValuePair<string, string>> settings)
    {
        // A session of its own: Ctrl-C reaches us alone, and we end the services in order.
        var start = new ProcessStartInfo("setsid", ["/bin/sh", "-c", $"exec dotnet \"$1\" {argument} >>\"$2\" 2>&1", "sh", assembly, log])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }
}
