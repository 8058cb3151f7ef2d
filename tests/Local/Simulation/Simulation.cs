using System.Diagnostics;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>What a simulated year came to, as it was told; the services' own figures can be held against it.</summary>
public sealed record SimulationSummary(
    int Groups,
    int Members,
    int Sessions,
    int Minutes,
    int Presences,
    int Expected,
    int Tracks,
    int Bilans
);

/// <summary>Tells a simulated year through the public API alone.</summary>
public static class Simulation
{
    /// <summary>The practice that it belongs to.</summary>
    public const string Tenant = "cabinet-simulation";

    private const int AtOnce = 4;

    /// <summary>Tells it, once for each data directory, with progress; then says what it came to.</summary>
    public static async Task<(DemonstrationResult Loaded, SimulationSummary? Summary)> Load(
        Uri gateway,
        TokenMint mint,
        string directory,
        SimulationPlan plan,
        TimeProvider time,
        Action<string> say,
        CancellationToken cancel
    )
    {
        if (await DemonstrationResult.Read(directory, cancel) is { } before)
        {
            say("simulation: told before");
            return (before, null);
        }

        var watch = Stopwatch.StartNew();
        using var http = new HttpClient { BaseAddress = gateway };
        var read = Stories.Read();
        var stories = SimulatedYear.Of(plan, read.Engagements);
        var progress = new Progress("simulation", stories.Count, say);
        var stage = new Stage(new(http, mint, progress, cancel), new(time), new Actor(Tenant, Roles.Practice, Guid.NewGuid()));
        var body = read.Establishments["ehpad"].DeepClone().AsObject();
        body["name"] = "Établissement simulé";
        await stage.Register(new Dictionary<string, JsonObject> { ["simulated"] = body }, -plan.Months - 6);
        var told = new Told[stories.Count];
        await Parallel.ForEachAsync(
            stories.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (story, _) => told[story.Index] = await Demonstration.Tell(stage, story.Item, progress)
        );
        var (shown, pooled, of) = await new Releasing(stage).Lead(told, stage.Calendar.ClosedQuarters(Math.Max(1, plan.Months / 3)));
        await stage.GrantPlatform(stage.Calendar.ClosedQuarters(1)[0]);
        var result = Demonstration.Result(stage, told);
        await result.Write(directory, cancel);
        var summary = Summary(stories);
        say($"simulation: {progress.Requests} requests in {watch.Elapsed.TotalSeconds:F0} s, seed {plan.Seed}");
        say(
            $"  {summary.Groups} groups, {summary.Members} members, {summary.Sessions} sessions ({summary.Minutes / 60} hours), "
                + $"attendance {100 * summary.Presences / summary.Expected} %, {summary.Tracks} action tracks, {summary.Bilans} bilans"
        );
        say(
            $"  indicators: {shown} of {of} figures released ({100 * shown / Math.Max(1, of)} %), "
                + $"{pooled} more of the practice's ({100 * pooled / Math.Max(1, of)} %)"
        );
        return (result, summary);
    }

    private static SimulationSummary Summary(IReadOnlyList<EngagementStory> stories) =>
        new(
            stories.Count,
            stories.Sum(s => s.Members),
            stories.Sum(s => s.Sessions.Count),
            stories.Sum(s => s.Sessions.Sum(x => x.Minutes)),
            stories.Sum(s => s.Sessions.Sum(x => s.Members - (x.Absent?.Count ?? 0))),
            stories.Sum(s => s.Sessions.Count * s.Members),
            stories.Sum(s => s.Sessions.Count(x => x.Track is not null)),
            stories.Sum(s => s.Bilans.Count)
        );
}
