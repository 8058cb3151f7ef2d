using System.Text.Json.Nodes;

namespace PracticeAnalysis.Local;

/// <summary>What is simulated.</summary>
/// <param name="Seed">The same seed, the same year.</param>
/// <param name="Groups">How many groups the establishment has.</param>
/// <param name="Months">How many months they meet.</param>
public sealed record SimulationPlan(int Seed = 1, int Groups = 40, int Months = 12);

/// <summary>Makes the stories of a simulated year out of the demonstration's: other sizes, dates, persons, themes and outcomes.
/// Pure: the same plan, the same stories.</summary>
internal static class SimulatedYear
{
    private const int LargestOfAll = 10;
    private static readonly string[] Frames =
    [
        "team",
        "circle-8",
        "esms-analysis",
        "esms-supervision",
        "esms-regulation",
        "narrator",
        "cadre",
        "eaje",
    ];

    // What may leave by a charter, all of it: the establishment has one for its many groups.
    private static readonly string[] Outward = ["bilans", "syntheses", "action-tracks", "decisions", "indicators", "attendance-rate"];

    private static readonly string[] Axes =
    [
        "work-intensity-and-time",
        "working-hours",
        "emotional-demands",
        "lack-of-autonomy",
        "degraded-social-relations",
        "conflicts-of-values",
        "insecurity-of-work-situation",
    ];

    private static readonly string[] Levels = ["individual", "collective", "organisational"];
    private static readonly string[] Stances = ["holds", "partly", "does-not-hold"];

    /// <summary>The stories, at first one for each frame; the first group is a team whose engagement is concluded.</summary>
    public static IReadOnlyList<EngagementStory> Of(SimulationPlan plan, IReadOnlyList<EngagementStory> told)
    {
        var random = new Random(plan.Seed);
        EngagementStory Like(string frame) => told.Single(s => s.Key == frame);
        return
        [
            .. Enumerable
                .Range(0, plan.Groups)
                .Select(n => Group(n, plan, Like(n < Frames.Length ? Frames[n] : Frames[random.Next(Frames.Length)]), random)),
        ];
    }

    private static EngagementStory Group(int number, SimulationPlan plan, EngagementStory like, Random random)
    {
        var (fewest, most) = Size(like);
        var members = Math.Clamp(like.Members + random.Next(-1, 2), fewest, most);
        var start = -plan.Months - 1;
        var charter = like.Charter.DeepClone().AsObject();
        charter["outward"] = new JsonArray([.. Outward.Select(item => JsonValue.Create(item))]);
        var months = Enumerable.Range(-plan.Months, plan.Months - 1).Where(m => m == -plan.Months || random.NextDouble() < 0.85).ToList();
        return like with
        {
            Key = $"{like.Key}-{number + 1}",
            Establishment = "simulated",
            Start = start,
            Members = members,
            OneInstitution = true,
            Group = $"{like.Group} ({number + 1})",
            Charter = charter,
            Beside = null,
            Measures = [new JsonObject { ["dimension"] = "cohesion", ["value"] = random.Next(1, 4) }],
            Sessions = [.. months.Select(m => Session(m, like, members, random))],
            Bilans = Bilans(number, plan, members, random, like),
        };
    }

    // As its dispositif says, or its frame.
    private static (int Fewest, int Most) Size(EngagementStory like) =>
        (
            like.Dispositif["groupMinimum"]?.GetValue<int>() ?? 4,
            like.Dispositif["groupMaximum"]?.GetValue<int>()
                ?? (like.Frames.Any(f => f is "circle-8" or "esms-supervision") ? 8 : LargestOfAll)
        );

    private static SessionStory Session(int month, EngagementStory like, int members, Random random)
    {
        var pool = like.Sessions.Where(s => s.Unfinished is null).ToList();
        int[] absent = [.. Enumerable.Range(1, members).Where(_ => random.NextDouble() < 0.12).Take(members - 4)];
        int[] present = [.. Enumerable.Range(1, members).Except(absent)];
        var narrator = present[random.Next(present.Length)];
        int[] others = [.. present.Where(p => p != narrator)];
        random.Shuffle(others);
        var session = pool[random.Next(pool.Count)];
        var told = session.Situations.Count > 0;
        var outcome = random.NextDouble() < 0.3 ? "action-track" : "change";
        return session with
        {
            Month = month,
            Day = random.Next(3, 20),
            Absent = absent,
            Minutes = 90 + (10 * random.Next(0, 5)),
            Situations = told ? [session.Situations[0] with { By = narrator, Text = Plain(session.Situations[0].Text) }] : [],
            Says =
            [
                .. session
                    .Says.Where(s => s.By >= 0)
                    .GroupBy(s => s.Kind!)
                    .SelectMany(kind => Says(kind.Key, [.. kind], narrator, others, present, random)),
            ],
            Themes = Themes(random),
            Outcome = session.Decision is null ? outcome : "decision",
            Track =
                outcome == "action-track" && session.Decision is null
                    ? new TrackStory(
                        "Une piste construite ensemble.",
                        [others[0], others[1]],
                        random.NextDouble() < 0.5 ? "completed" : "progressed",
                        "Cela avance."
                    )
                    : null,
            Synthesis = null,
            Unfinished = null,
        };
    }

    // Who says what follows the protocol: the narrator tells and plans, each member has a piste and an echo, others the rest, each once.
    private static IEnumerable<Saying> Says(
        string kind,
        IReadOnlyList<Saying> like,
        int narrator,
        int[] others,
        int[] present,
        Random random
    )
    {
        string Text(int n) => Plain(like[n % like.Count].Text);
        return kind switch
        {
            "expose" or "contract" or "action-plan" => [new(narrator, Text(0), kind)],
            "piste" => others.Select((by, n) => new Saying(by, Text(n), kind)),
            "echo" => present.Select((by, n) => new Saying(by, Text(n), kind, Private: random.NextDouble() < 0.2)),
            "interpretation" => others.Take(2).Select((by, n) => new Saying(by, Text(n), kind, Stances[random.Next(Stances.Length)])),
            "resonance" => [new(others[0], Text(0), kind), new(0, Text(1), kind)],
            "problem" => [new(0, Text(0), kind)],
            _ => others.Take(Math.Min(2, like.Count)).Select((by, n) => new Saying(by, Text(n), kind)),
        };
    }

    private static string[][] Themes(Random random)
    {
        string[] One() => [Axes[random.Next(Axes.Length)], Levels[random.Next(Levels.Length)]];
        string[][] two = [One(), One()];
        return two[0].SequenceEqual(two[1]) ? [two[0]] : two;
    }

    private static IReadOnlyList<BilanStory> Bilans(int number, SimulationPlan plan, int members, Random random, EngagementStory like)
    {
        var sections = like.Bilans[^1].Sections;
        int[] dissents = random.NextDouble() < 0.2 ? [random.Next(1, members + 1)] : [];
        JsonObject[] measured = [new JsonObject { ["dimension"] = "cohesion", ["now"] = random.Next(2, 6) }];
        BilanStory At(int month, int from, int to) =>
            new(month, 3, from, to, sections, Assessments: measured, Dissents: dissents, ListsTracks: true);
        var middle = -plan.Months / 2;
        var last = At(-1, plan.Months > 5 ? middle + 1 : -plan.Months, -2);
        return
        [
            .. plan.Months > 5 ? [At(middle + 1, -plan.Months, middle)] : Array.Empty<BilanStory>(),
            number == 0
                ? last with
                {
                    Orientation = new JsonObject { ["code"] = "continue", ["text"] = "Poursuivre une année." },
                }
                : last,
        ];
    }

    private static string Plain(string text) =>
        text.Replace("{canary}", string.Empty, StringComparison.Ordinal).Trim() is { Length: > 0 } plain ? plain : "…";
}
