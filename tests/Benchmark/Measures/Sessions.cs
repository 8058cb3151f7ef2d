using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>Whole sessions through the gateway as a group of five holds them; and, in the full run, a year of many groups.</summary>
internal sealed class Sessions(Bench bench)
{
    /// <summary>Whole sessions.</summary>
    public const string Rate = "session";

    /// <summary>The requests that they are made of.</summary>
    public const string Requests = "session-requests";

    /// <summary>A year of many groups.</summary>
    public const string Year = "session-year";

    /// <summary>Of that year, the events that commands brought.</summary>
    public const string YearTold = "session-year-told";

    /// <summary>The events kept of it, the ledger's too.</summary>
    public const string YearKept = "session-year-kept";

    /// <summary>What it takes on disk, with read models, indexes and what was handled of messages.</summary>
    public const string YearDisk = "session-year-disk";

    private const string Told = "(select count(*) from engagement.mt_events) + (select count(*) from session.mt_events)";
    private const string Kept = $"{Told} + (select count(*) from reporting.mt_events)";
    private const string Disk = "pg_database_size(current_database())";

    private const int Members = 5;
    private const int Groups = 4;

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = bench.Host.Gateway };
        var read = Stories.Read();
        var story = SimulatedYear.Of(new(Groups: 40), read.Engagements).First(s => s.Members == Members);
        var progress = new Progress("session", Groups, _ => { });
        var stage = new Stage(new(http, bench.Host.Mint, progress, cancel), new(TimeProvider.System), bench.Practice);
        await stage.Register(
            new Dictionary<string, System.Text.Json.Nodes.JsonObject> { ["simulated"] = read.Establishments["ehpad"] },
            -18
        );
        var each = Math.Clamp(bench.Plan.Sessions / Groups, 1, story.Sessions.Count);
        for (var round = 0; round < bench.Plan.RoundsElsewhere; round++)
        {
            bench.Say($"session: founding {Groups} groups of {Members}");
            var casts = new Cast[Groups];
            await Parallel.ForAsync(0, Groups, cancel, async (n, _) => casts[n] = (await new Founding(stage, story).Lead()).First);
            await bench.Settle(cancel);
            var (watch, before) = (Stopwatch.StartNew(), progress.Requests);
            await Parallel.ForAsync(
                0,
                Groups,
                cancel,
                async (n, _) =>
                {
                    for (var held = 0; held < each; held++)
                    {
                        await new Meeting(stage, story, story.Sessions[held], casts[n]).Hold();
                    }
                }
            );
            var seconds = watch.Elapsed.TotalSeconds;
            Note(Rate, $"whole sessions, {Groups} groups at once", "sessions/s", each * Groups / seconds);
            Note(Requests, "their requests", "requests/s", (progress.Requests - before) / seconds);
        }

        if (bench.Plan.YearGroups > 0)
        {
            await TellYear(cancel);
        }
    }

    private async Task TellYear(CancellationToken cancel)
    {
        await bench.Settle(cancel);
        var (told, kept, disk) = (await bench.Number(Told, cancel), await bench.Number(Kept, cancel), await bench.Number(Disk, cancel));
        var watch = Stopwatch.StartNew();
        await Simulation.Load(
            bench.Host.Gateway,
            bench.Host.Mint,
            bench.Directory,
            new(Groups: bench.Plan.YearGroups),
            TimeProvider.System,
            bench.Say,
            cancel
        );
        var year = $"a year of {bench.Plan.YearGroups} groups";
        Note(Year, year, "s", watch.Elapsed.TotalSeconds);
        Note(Year, "until all of it is told", "s", watch.Elapsed.TotalSeconds + await bench.Settle(cancel));
        Note(YearTold, year, "events", await bench.Number(Told, cancel) - told);
        Note(YearKept, year, "events", await bench.Number(Kept, cancel) - kept);
        Note(YearDisk, year, "MB", (await bench.Number(Disk, cancel) - disk) / 1024.0 / 1024.0);
    }

    private void Note(string measure, string who, string unit, double value)
    {
        bench.Figures.Add(measure, who, null, unit, value);
        bench.Say($"{measure}, {who}: {Figure.Number(value)} {unit}");
    }
}
