namespace PracticeAnalysis.Local;

/// <summary>What runs for as long as the system does: a service, the gateway or the database.</summary>
/// <param name="Name">As it is called in what is said.</param>
/// <param name="Log">The file that it writes to.</param>
/// <param name="Runs">Whether it still runs.</param>
/// <param name="Restart">Starts it again where it was, and waits until it is ready.</param>
internal sealed record Watched(string Name, string Log, Func<bool> Runs, Func<CancellationToken, Task> Restart);

/// <summary>Sees what ended while the system runs: says so with the last lines of its log, and starts it again.</summary>
internal sealed class Watch(IReadOnlyList<Watched> parts, TimeProvider time, Action<string> say)
{
    private const int StartsAMinute = 2;

    private readonly Dictionary<string, List<DateTimeOffset>> _starts = parts.ToDictionary(p => p.Name, _ => new List<DateTimeOffset>());

    /// <summary>Watches until it is cancelled.</summary>
    /// <exception cref="CannotRunException">Something ended for the third time within a minute.</exception>
    public async Task Run(CancellationToken cancel)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(250), time);
        while (await beat.WaitForNextTickAsync(cancel))
        {
            foreach (var part in parts.Where(p => !p.Runs()))
            {
                await StartAgain(part, cancel);
            }
        }
    }

    private async Task StartAgain(Watched part, CancellationToken cancel)
    {
        say($"{part.Name} ended. {LogFile.Tail(part.Log)}");
        var starts = _starts[part.Name];
        starts.RemoveAll(at => at < time.GetUtcNow().AddMinutes(-1));
        if (starts.Count == StartsAMinute)
        {
            throw new CannotRunException($"{part.Name} ended three times within a minute; it is not started again.");
        }

        starts.Add(time.GetUtcNow());
        say($"{part.Name} is started again.");
        try
        {
            await part.Restart(cancel);
            say($"{part.Name} is ready again.");
        }
        catch (InvalidOperationException) when (!part.Runs())
        {
            // It ended before it was ready, and is seen at the next look.
        }
    }
}

/// <summary>What a process wrote to its log.</summary>
internal static class LogFile
{
    private const int Lines = 15;

    /// <summary>The last lines, as one who reads what happened wants them.</summary>
    public static string Tail(string path)
    {
        // It may be written to meanwhile.
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var text = new StreamReader(file);
        var last = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(Lines);
        return $"The last lines of its log ({path}):\n  {string.Join("\n  ", last)}";
    }
}
