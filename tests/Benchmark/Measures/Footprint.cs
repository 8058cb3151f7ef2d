using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>How long each service takes to start, and how much memory is resident, idle and under load.</summary>
internal sealed class Footprint(Bench bench)
{
    /// <summary>Seconds from its start until it is ready.</summary>
    public const string Start = "footprint-start";

    /// <summary>Resident when nothing happens.</summary>
    public const string Idle = "footprint-idle";

    /// <summary>How much of one core it takes when nothing happens: so much the peers of a run are without.</summary>
    public const string IdleCpu = "footprint-idle-cpu";

    /// <summary>The most that is resident while commands come through the gateway.</summary>
    public const string Loaded = "footprint-load";

    /// <summary>The services and the gateway.</summary>
    public static readonly IReadOnlyList<string> Processes = [.. Databases.Services, "gateway"];

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        for (var round = 0; round < bench.Plan.RoundsElsewhere; round++)
        {
            await bench.Settle(cancel);
            var (before, since) = (bench.Busy(), Stopwatch.StartNew());
            await Task.Delay(TimeSpan.FromSeconds(bench.Plan.Seconds), cancel);
            foreach (var (process, busy) in bench.Busy())
            {
                Note(IdleCpu, process, "% of a core", 100 * (busy - before[process]) / since.Elapsed.TotalSeconds);
            }

            foreach (var service in Processes)
            {
                await bench.Host.Stop(service);
                var watch = Stopwatch.StartNew();
                await bench.Host.Restart(service, cancel);
                Note(Start, service, "s", watch.Elapsed.TotalSeconds);
            }

            await bench.Settle(cancel);
            foreach (var service in Processes)
            {
                Note(Idle, service, "MB", bench.Resident(service));
            }

            var most = Processes.ToDictionary(s => s, bench.Resident);
            var through = bench.Ours with { Address = bench.Host.Gateway };
            var load = new OneCommand(bench).Load(through, Plan.Compared, bench.Plan.WarmSeconds + bench.Plan.Seconds, cancel);
            while (!load.IsCompleted)
            {
                foreach (var service in Processes)
                {
                    most[service] = Math.Max(most[service], bench.Resident(service));
                }

                await Task.Delay(Beat, cancel);
            }

            await load;
            foreach (var service in Processes)
            {
                Note(Loaded, service, "MB", most[service]);
            }
        }
    }

    private void Note(string measure, string service, string unit, double value)
    {
        bench.Figures.Add(measure, service, null, unit, value);
        bench.Say($"{measure}, {service}: {Figure.Number(value)} {unit}");
    }
}
