using System.Collections.Concurrent;

namespace PracticeAnalysis.Local;

/// <summary>How far the load is, said now and then.</summary>
internal sealed class Progress(string what, int engagements, Action<string> say)
{
    private const int Step = 400;

    private readonly ConcurrentQueue<Refused> _refused = new();
    private int _requests;
    private int _loaded;

    /// <summary>Requests sent so far.</summary>
    public int Requests => _requests;

    /// <summary>One more request was answered.</summary>
    public void Requested()
    {
        if (Interlocked.Increment(ref _requests) % Step == 0)
        {
            Say();
        }
    }

    /// <summary>One more engagement is loaded.</summary>
    public void Loaded()
    {
        Interlocked.Increment(ref _loaded);
        Say();
    }

    /// <summary>A command was refused, as it must be.</summary>
    public void Refused(Refused refused) => _refused.Enqueue(refused);

    /// <summary>Names the refusals met on the way.</summary>
    public void SayRefusals()
    {
        say($"{what}: {_refused.Count} refusals on the way, each as expected");
        foreach (var same in _refused.GroupBy(r => r).OrderBy(g => g.Key.Status).ThenBy(g => g.Key.What, StringComparer.Ordinal))
        {
            say($"  {same.Key.Status} {same.Key.By}: {same.Key.What}{(same.Count() > 1 ? $" ({same.Count()} times)" : string.Empty)}");
        }
    }

    private void Say() => say($"{what}: {_loaded}/{engagements} engagements, {_requests} requests");
}
