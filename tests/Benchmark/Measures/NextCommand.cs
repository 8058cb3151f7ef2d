using System.Diagnostics;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>A load ends, and its clients hang up as they end: how long until the next single command, of somebody else, is in the tree that proves the
/// ledger. What the load left to tell is in it, and what the hung-up commands left behind.</summary>
internal sealed class NextCommand(Bench bench)
{
    /// <summary>The middle.</summary>
    public const string P50 = "next-p50";

    /// <summary>All but one in a hundred.</summary>
    public const string P99 = "next-p99";

    /// <summary>The longest.</summary>
    public const string Most = "next-most";

    /// <summary>Of whom.</summary>
    public const string After = "after a load whose clients hang up";

    // Long enough that every client is in the middle of a command when it ends, and little is left to tell.
    private const int Seconds = 1;

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await new OneCommand(bench).Load(bench.Ours, Plan.Compared, bench.Plan.WarmSeconds, cancel);
        var paths = await new OneCommand(bench).Paths(bench.Ours, cancel);
        var next = (await bench.Ours.Begin(1, cancel))[0];
        await using var view = await LedgerView.Of(bench, next, cancel);
        using var sender = bench.Ours.Sender();
        bench.Say($"next: the next command after {bench.Plan.AfterLoads} loads of {Plan.Compared} clients");
        var took = new List<double>();
        for (var entries = 2L; took.Count < bench.Plan.AfterLoads; entries++)
        {
            await bench.Settle(cancel);
            await Wrk.Run(bench.Ours.Address, paths, Contestant.Command, bench.Ours.Authorization, Plan.Compared, Seconds, cancel);
            var sent = Stopwatch.GetTimestamp();
            await sender.Send(next, cancel);
            await view.Until(entries, cancel);
            took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        var (p50, p99) = (Figure.PercentileOf(took, 0.5), Figure.PercentileOf(took, 0.99));
        bench.Figures.Add(P50, After, Plan.Compared, "ms", p50);
        bench.Figures.Add(P99, After, Plan.Compared, "ms", p99);
        bench.Figures.Add(Most, After, Plan.Compared, "ms", took.Max());
        bench.Say($"next: {took.Count} times, p50 {p50:F0} ms, p99 {p99:F0} ms, {took.Max():F0} ms at most");
        await bench.Settle(cancel);
    }
}
