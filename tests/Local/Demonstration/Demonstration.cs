using System.Diagnostics;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>The demonstration: nine engagements of a practice in Isère, one for each frame, told through the public API alone.</summary>
public static class Demonstration
{
    /// <summary>The practice that everything belongs to.</summary>
    public const string Tenant = "cabinet-demo";

    /// <summary>Sentences told in a situation, in an interpretation and in an amendment that is refused: no dump, log or message may hold them.</summary>
    public static IReadOnlyList<string> Canaries => [Canary.Situation, Canary.Interpretation, Canary.Amendment];

    /// <summary>Loads the demonstration into the system behind this gateway; once for each data directory.</summary>
    /// <param name="setClocksBack">Sets the services' clocks back, where somebody can: only then has a deadline passed.</param>
    public static async Task<DemonstrationResult> Load(
        Uri gateway,
        TokenMint mint,
        string directory,
        TimeProvider time,
        Action<string> say,
        CancellationToken cancel,
        HttpMessageHandler? through = null,
        Func<TimeSpan, CancellationToken, Task>? setClocksBack = null
    )
    {
        if (await DemonstrationResult.Read(directory, cancel) is { } loaded)
        {
            say("demonstration: loaded before");
            return loaded;
        }

        using var http = new HttpClient(through ?? new SocketsHttpHandler()) { BaseAddress = gateway };
        var result = await Tell(Tenant, http, mint, time, say, cancel, setClocksBack);
        await result.Write(directory, cancel);
        return result;
    }

    /// <summary>Tells it to a practice.</summary>
    internal static async Task<DemonstrationResult> Tell(
        string tenant,
        HttpClient http,
        TokenMint mint,
        TimeProvider time,
        Action<string> say,
        CancellationToken cancel,
        Func<TimeSpan, CancellationToken, Task>? setClocksBack = null
    )
    {
        var watch = Stopwatch.StartNew();
        var stories = Stories.Read();
        var progress = new Progress("demonstration", stories.Engagements.Count, say);
        var practice = new Actor(tenant, Roles.Practice, Stage.IdOf(tenant, "practice"));
        var stage = new Stage(new(http, mint, progress, cancel), new(time), practice);
        var set = setClocksBack is null ? null : (Func<TimeSpan, Task>)(behind => setClocksBack(behind, cancel));
        await (set?.Invoke(Lapsing.Begins) ?? Task.CompletedTask);
        await stage.Register(stories.Establishments);
        var lapsed = set is null ? null : await Lapse(stories.Engagements.Single(s => s.Key == Lapsing.Story));
        var told = await Task.WhenAll(
            stories.Engagements.Select(story => lapsed is not null && story.Key == Lapsing.Story ? Task.FromResult(lapsed) : Lead(story))
        );
        await JoinTwice(stage, told, stories);
        await new Releasing(stage).Lead(told, stage.Calendar.ClosedQuarters(2), EstablishmentOf(told, stories));
        await stage.GrantPlatform(stage.Calendar.ClosedQuarters(1)[0]);
        progress.SayRefusals();
        say($"demonstration: loaded with {progress.Requests} requests in {watch.Elapsed.TotalSeconds:F0} s");
        return Result(stage, told) with { Year = new($"{stage.Calendar.ClosedYear}", EstablishmentOf(told, stories)) };

        Task<Told> Lead(EngagementStory story) => Tell(story.InClosedYear ? stage.OfClosedYear : stage, story, progress);

        async Task<Told> Lapse(EngagementStory story)
        {
            var led = await Lead(story);
            await new Lapsing(stage.OfClosedYear, led.Cast, set).Lead();
            return led;
        }
    }

    // Who is in two engagements of one establishment was enrolled twice: the practice says that both records are one person's.
    private static Task<Answer> JoinTwice(Stage stage, Told[] told, Stories stories)
    {
        Actor FirstOf(string key) => told.Zip(stories.Engagements).Single(t => t.Second.Key == key).First.Cast.Member(1);
        return stage.Api.Append(
            stage.Practice,
            $"/v1/persons/{FirstOf("esms-analysis").Person}/join",
            stage.Calendar.Now,
            new { other = FirstOf("esms-supervision").Person },
            202
        );
    }

    // Which establishment has its history in the year that is closed.
    private static Guid EstablishmentOf(Told[] told, Stories stories) =>
        told.Zip(stories.Engagements).Single(t => t.Second.InClosedYear).First.Cast.Establishment.Establishment!.Value;

    internal static async Task<Told> Tell(Stage stage, EngagementStory story, Progress progress)
    {
        var (cast, other) = await new Founding(stage, story).Lead();
        var beside = other is null
            ? null
            : await new Course(stage, story with { Sessions = story.Beside!.Sessions, Bilans = [] }, other).Run();
        var told = await new Course(stage, story, cast).Run();
        progress.Loaded();
        return told with { Beside = beside };
    }

    internal static DemonstrationResult Result(Stage stage, Told[] told)
    {
        var first = told[0].Cast;
        return new(
            stage.Practice.Tenant,
            stage.Establishments,
            [.. told.Select(t => t.Cast.Engagement)],
            [.. told.Select(t => t.Cast.Group)],
            told[0].Sessions[0],
            told[0].Bilans[^1],
            stage.Calendar.ClosedQuarters(1)[0],
            [
                stage.Practice,
                first.Facilitator,
                first.Members[0],
                first.Establishment,
                stage.Platform,
                stage.Auditor,
                new(stage.Practice.Tenant, Roles.Operator, stage.Id("operator")),
            ]
        );
    }
}

/// <summary>The sentences that must never be found outside a group: in plain ASCII, so that no dump or log writes them otherwise.</summary>
internal static class Canary
{
    /// <summary>Told in a situation.</summary>
    public const string Situation = "Le canari jaune de la chambre douze chantait encore la nuit du grand silence.";

    /// <summary>Told in an interpretation.</summary>
    public const string Interpretation = "Je crois que le canari pleurait pour nous toutes cette nuit.";

    /// <summary>Told in an amendment of a bilan, which is refused.</summary>
    public const string Amendment = "Le canari de la chambre douze devrait figurer dans le bilan.";

    /// <summary>A text with its canary, where it holds one.</summary>
    public static string Told(string text, string canary) => text.Replace("{canary}", canary, StringComparison.Ordinal);
}
