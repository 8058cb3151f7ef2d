using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>How soon what was accepted while the broker was away is in Reporting's view, from the moment at which the broker listens again:
/// what the services wait before they connect anew is in it.</summary>
internal sealed class Drain(Bench bench, PrivateBroker broker)
{
    /// <summary>Until all of it is there.</summary>
    public const string Time = "lag-drain";

    /// <summary>How many messages a second that is; the ledger is told of many events in one.</summary>
    public const string Messages = "lag-drain-messages";

    /// <summary>How many events a second.</summary>
    public const string Events = "lag-drain-events";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        for (var round = 0; round < bench.Plan.RoundsElsewhere; round++)
        {
            var ids = await bench.Ours.Begin(bench.Plan.Streams, cancel);
            await bench.Settle(cancel);
            await broker.Kill();
            using var sender = bench.Ours.Sender();
            await Parallel.ForAsync(
                0,
                bench.Plan.Outage,
                new ParallelOptions { MaxDegreeOfParallelism = Plan.Compared, CancellationToken = cancel },
                // One that is refused ends the run.
                async (n, c) => await sender.Send(ids[n % ids.Count], c)
            );
            while (await bench.Behind(cancel) > 0)
            {
                await Task.Delay(Beat, cancel);
            }

            var messages = await bench.Outgoing(cancel);
            bench.Say($"lag: {bench.Plan.Outage} commands accepted without a broker, {messages} messages wait");
            await broker.Start(cancel);
            var seconds = await bench.Settle(cancel);
            Note(Time, "s", seconds);
            Note(Messages, "messages/s", messages / seconds);
            Note(Events, "events/s", bench.Plan.Outage / seconds);
        }
    }

    private void Note(string measure, string unit, double value)
    {
        bench.Figures.Add(measure, "after the broker's outage", null, unit, value);
        bench.Say($"{measure}: {Figure.Number(value)} {unit}");
    }
}
