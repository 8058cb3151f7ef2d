namespace PracticeAnalysis.Benchmark;

/// <summary>How much is measured.</summary>
/// <param name="Name">quick or full; the results' name too.</param>
/// <param name="Rounds">How often each is measured at <see cref="Compared" /> clients.</param>
/// <param name="RoundsElsewhere">How often at other numbers of clients.</param>
/// <param name="Seconds">How long each cell lasts.</param>
/// <param name="WarmSeconds">How long each is warmed before.</param>
/// <param name="Streams">How many streams a cell goes over: they stay short.</param>
/// <param name="Sizes">How many events the store has when its growth is measured.</param>
/// <param name="History">How many events the engagement has whose history is replayed.</param>
/// <param name="Sessions">How many whole sessions are held in a round.</param>
/// <param name="YearGroups">How many groups the simulated year has; none where it is left out.</param>
/// <param name="LagSeconds">How long the lag is watched.</param>
/// <param name="AfterLoads">How often the next command after a load is watched.</param>
/// <param name="Outage">How many commands are accepted while the broker is away.</param>
internal sealed record Plan(
    string Name,
    int Rounds,
    int RoundsElsewhere,
    int Seconds,
    int WarmSeconds,
    int Streams,
    IReadOnlyList<long> Sizes,
    long History,
    int Sessions,
    int YearGroups,
    int LagSeconds,
    int AfterLoads,
    int Outage
)
{
    /// <summary>The number of clients at which the goals are judged.</summary>
    public const int Compared = 16;

    /// <summary>The numbers of clients.</summary>
    public static readonly IReadOnlyList<int> Clients = [1, 8, Compared, 64];

    /// <summary>The names of the measures, in the order in which they run.</summary>
    public static readonly IReadOnlyList<string> Measures =
    [
        "command",
        "overload",
        "replay",
        "lag",
        "next",
        "footprint",
        "session",
        "growth",
    ];

    /// <summary>Under ten minutes on two cores.</summary>
    public static readonly Plan Quick = new("quick", 3, 1, 2, 6, 400, [100_000], 200_000, 20, 0, 10, 20, 2_000);

    /// <summary>What is committed: within forty minutes on two cores.</summary>
    public static readonly Plan Full = new(
        "full",
        3,
        1,
        5,
        10,
        1000,
        [100_000, 1_000_000, 10_000_000],
        1_000_000,
        32,
        100,
        20,
        100,
        10_000
    );

    /// <summary>The measures that are run.</summary>
    public IReadOnlyList<string> Only { get; init; } = Measures;

    /// <summary>The plan that arguments ask for; null where they are not understood.</summary>
    public static Plan? Of(string[] args)
    {
        var plan = args.Contains("--quick") ? Quick : Full;
        var only = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick":
                    break;
                case "--only" when i + 1 < args.Length && Measures.Contains(args[i + 1]):
                    only.Add(args[++i]);
                    break;
                default:
                    return null;
            }
        }

        return only.Count == 0 ? plan : plan with { Only = only };
    }
}
