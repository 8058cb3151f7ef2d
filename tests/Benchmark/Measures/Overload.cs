namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>Many more commands at once than the service can do: how long those take that it lets in, beside what they take while it keeps up; and
/// whether each that was answered is stored, and no other.</summary>
internal sealed class Overload(Bench bench)
{
    /// <summary>All but one in a hundred of the commands that were let in.</summary>
    public const string P99 = "overload-p99";

    /// <summary>How many were let in.</summary>
    public const string Rate = "overload-rate";

    /// <summary>The share that was turned away.</summary>
    public const string Turned = "overload-turned";

    /// <summary>The service keeps up: as many clients as the other goals are judged at, of whom none is turned away. Four times as many would bring a
    /// third more commands at most, and each would take three times as long.</summary>
    public const string Unloaded = "it keeps up";

    /// <summary>Who is turned away waits as it is told, as our clients do.</summary>
    public const string Patient = "come again after Retry-After";

    /// <summary>Who is turned away comes again at once.</summary>
    public const string Impatient = "come again at once";

    private const int Many = 256;
    private const int Warmings = 4;

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        // Both what is let in and what is turned away: until the run-time has compiled either as well as it does, the figures are of that.
        bench.Say("overload: warming");
        var paths = await new OneCommand(bench).Paths(bench.Ours, cancel);
        await Wrk.Crowd(bench.Ours, paths, Plan.Compared, Warmings * bench.Plan.WarmSeconds, patient: true, cancel);
        await Wrk.Crowd(bench.Ours, paths, Many, Warmings * bench.Plan.WarmSeconds, patient: false, cancel);
        for (var round = 0; round < bench.Plan.RoundsElsewhere; round++)
        {
            await Cell(Unloaded, Plan.Compared, patient: true, cancel);
            await Cell(Patient, Many, patient: true, cancel);
            await Cell(Impatient, Many, patient: false, cancel);
        }

        await bench.Settle(cancel);
    }

    private async Task Cell(string who, int clients, bool patient, CancellationToken cancel)
    {
        var paths = await new OneCommand(bench).Paths(bench.Ours, cancel);
        var before = await Stored(cancel);
        var load = await Wrk.Crowd(bench.Ours, paths, clients, bench.Plan.Seconds, patient, cancel);
        var stored = await Stored(cancel) - before;
        var turned = 100.0 * load.Turned / (load.Turned + load.Commands);
        bench.Figures.Add(Rate, who, clients, "commands/s", load.PerSecond);
        bench.Figures.Add("overload-p50", who, clients, "ms", load.P50!.Value);
        bench.Figures.Add(P99, who, clients, "ms", load.P99!.Value);
        bench.Figures.Add(Turned, who, clients, "%", turned);
        bench.Figures.Add("overload-lost", who, clients, "commands", Math.Max(0, load.Commands - stored));
        bench.Figures.Add("overload-unanswered", who, clients, "commands", Math.Max(0, stored - load.Commands));
        bench.Say($"overload: {clients} clients, {who}: {load}, {turned:F0} % turned away, {stored} stored");
    }

    private async Task<long> Stored(CancellationToken cancel)
    {
        await using var count = bench.Owner.CreateCommand("select count(*) from engagement.mt_events");
        return (long)(await count.ExecuteScalarAsync(cancel))!;
    }
}
