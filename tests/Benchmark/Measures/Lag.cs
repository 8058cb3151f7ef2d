using System.Diagnostics;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>How long after its answer a command is in Reporting's asynchronous view of the ledger, the tree that proves it, while half of what
/// the system keeps up with goes on.</summary>
/// <param name="over">What carries the messages: <see cref="Queues"/> or <see cref="RabbitMq"/>.</param>
internal sealed class Lag(Bench bench, string over)
{
    /// <summary>The middle.</summary>
    public const string P50 = "lag-p50";

    /// <summary>All but one in a hundred.</summary>
    public const string P99 = "lag-p99";

    /// <summary>The load under which it was watched.</summary>
    public const string Under = "lag-load";

    /// <summary>PostgreSQL's queues, in one database.</summary>
    public const string Queues = "over PostgreSQL's queues";

    /// <summary>RabbitMQ, between services that have a database each.</summary>
    public const string RabbitMq = "over RabbitMQ, a database each";

    private const int Watched = 4;
    private const int TurnsPerSecond = 100;

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await new OneCommand(bench).Load(bench.Ours, Plan.Compared, bench.Plan.WarmSeconds, cancel);
        for (var round = 0; round < bench.Plan.RoundsElsewhere; round++)
        {
            await bench.Settle(cancel);
            var half = await Sustained(cancel) / 2;
            var streams = await bench.Ours.Begin(bench.Plan.Streams, cancel);
            var watched = await bench.Ours.Begin(Watched, cancel);
            await bench.Settle(cancel);
            bench.Say($"lag {over}: watched for {bench.Plan.LagSeconds} s under {half:F0} commands/s");
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var watch = Stopwatch.StartNew();
            var load = Load(streams, half, stop.Token);
            var seen = await Task.WhenAll(watched.Select(id => Watch(id, cancel)));
            await stop.CancelAsync();
            var sent = (await load + seen.Sum(s => s.Count)) / watch.Elapsed.TotalSeconds;
            List<double> all = [.. seen.SelectMany(s => s)];
            bench.Figures.Add(P50, over, null, "ms", Figure.PercentileOf(all, 0.5));
            bench.Figures.Add(P99, over, null, "ms", Figure.PercentileOf(all, 0.99));
            bench.Figures.Add(Under, over, null, "commands/s", sent);
            bench.Say(
                $"lag {over}: {all.Count} watched, p50 {Figure.PercentileOf(all, 0.5):F0} ms, p99 {Figure.PercentileOf(all, 0.99):F0} ms"
            );
            await bench.Settle(cancel);
        }
    }

    // What holds when nothing pauses: commands and the ledger behind them.
    private async Task<double> Sustained(CancellationToken cancel)
    {
        var load = await new OneCommand(bench).Load(bench.Ours, Plan.Compared, bench.Plan.Seconds, cancel);
        return load.Commands / (load.Seconds + await bench.Settle(cancel));
    }

    // As many a second as asked, whatever the answers take: behind its time it does not slow down.
    private async Task<long> Load(IReadOnlyList<string> ids, double perSecond, CancellationToken cancel)
    {
        using var sender = bench.Ours.Sender();
        var sending = new List<Task>();
        var watch = Stopwatch.StartNew();
        using var turns = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / TurnsPerSecond));
        try
        {
            while (await turns.WaitForNextTickAsync(cancel))
            {
                while (sending.Count < watch.Elapsed.TotalSeconds * perSecond)
                {
                    sending.Add(sender.Send(ids[sending.Count % ids.Count], CancellationToken.None));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It was watched for long enough.
        }

        await Task.WhenAll(sending);
        return sending.Count;
    }

    // One command after the other on a stream of its own: each until the view has it.
    private async Task<List<double>> Watch(string id, CancellationToken cancel)
    {
        await using var view = await LedgerView.Of(bench, id, cancel);
        var lags = new List<double>();
        using var sender = bench.Ours.Sender();
        var run = Stopwatch.StartNew();
        for (var version = 2L; run.Elapsed.TotalSeconds < bench.Plan.LagSeconds; version++)
        {
            await sender.Send(id, cancel);
            var answered = Stopwatch.GetTimestamp();
            await view.Until(version, cancel);
            lags.Add(Stopwatch.GetElapsedTime(answered).TotalMilliseconds);
        }

        return lags;
    }
}
