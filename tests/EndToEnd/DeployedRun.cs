using System.Collections.Concurrent;
using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary><c>deploy/run</c> as a process of its own, and what it says.</summary>
public sealed class DeployedRun : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private DeployedRun(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? string.Empty);
        process.BeginOutputReadLine();
    }

    /// <summary>All that it said so far, a line each.</summary>
    public IReadOnlyCollection<string> Lines => _said;

    /// <summary>The built program behind it.</summary>
    public static ProcessStartInfo Local(params IEnumerable<string> arguments) =>
        new(
            "dotnet",
            [Path.Combine(Repository.Root, "tests", "Local", "bin", "Release", "net10.0", "PracticeAnalysis.Local.dll"), .. arguments]
        );

    /// <summary>Starts it.</summary>
    public static DeployedRun Start(params IEnumerable<string> arguments) => Start(Local(arguments));

    /// <summary>Starts it by this command.</summary>
    public static DeployedRun Start(ProcessStartInfo command)
    {
        command.RedirectStandardOutput = true;
        return new(Process.Start(command)!);
    }

    /// <summary>Waits until it said such a line.</summary>
    public async Task<string> Said(Func<string, bool> such)
    {
        await SystemFixture.Until(
            () =>
            {
                (_said.Any(such) || !_process.HasExited).ShouldBeTrue($"The run ended: {string.Join('\n', _said)}");
                return Task.FromResult(_said.Any(such));
            },
            () => string.Join('\n', _said),
            minutes: 4
        );
        return _said.First(such);
    }

    /// <summary>Kills it, and nothing that it started.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it as a supervisor does: what runs in the background may not hear Ctrl-C.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using (Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"])) { }

            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
