using PracticeAnalysis.Reporting.Groups;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Whether a cell shows its value.</summary>
public enum Quality
{
    /// <summary>The value is there.</summary>
    Released,

    /// <summary>The value is withheld; zero, few and forbidden look the same.</summary>
    Masked,
}

/// <summary>One figure: a value, or the reason why there is none. A masked cell never shows as zero.</summary>
/// <param name="Class">A: known to the establishment; B: aggregates over persons; C: drawn from content.</param>
public sealed record Cell(string Name, string Class, int? Value, Quality Quality, string? Reason)
{
    /// <summary>What is said of every masked cell, whatever masked it.</summary>
    public const string Withheld = "below-the-floor-or-not-opened-by-an-agreed-bilan";

    /// <summary>The value.</summary>
    public static Cell Released(string name, string @class, int value) => new(name, @class, value, Quality.Released, null);

    /// <summary>The value where it may be shown.</summary>
    public static Cell Of(string name, string @class, int value, bool released) =>
        released ? Released(name, @class, value) : new(name, @class, null, Quality.Masked, Withheld);
}

/// <summary>The first indicator set of an establishment and a closed quarter. Pure and deterministic: the same facts, the same bytes.
/// No totals are published over class C, so that no difference gives a masked cell back.</summary>
public static class EstablishmentIndicators
{
    /// <summary>Fewest distinct persons behind a figure of class B or C.</summary>
    public const int Floor = 5;

    private const double Dominance = 0.85;

    private static readonly string[] Axes =
    [
        "work-intensity-and-time",
        "emotional-demands",
        "lack-of-autonomy",
        "degraded-social-relations",
        "conflicts-of-values",
        "insecurity-of-work-situation",
    ];

    private static readonly string[] Levels = ["individual", "collective", "organisational"];

    /// <summary>The cells, always the same and in the same order.</summary>
    public static IReadOnlyList<Cell> Of(IReadOnlyList<GroupRecord> groups, Quarter quarter)
    {
        var sessions = groups.SelectMany(g => g.Sessions).Where(s => quarter.Holds(s.Origin.OccurredAt)).ToList();
        var presences = sessions.SelectMany(s => s.Present).ToList();
        var persons = presences.Distinct().Count();
        var expected = sessions.Sum(s => s.Enrolled);
        var enough = persons >= Floor && presences.GroupBy(p => p).Max(p => p.Count()) <= Dominance * presences.Count;
        var codings = groups.SelectMany(g => Open(g, quarter)).ToList();
        return
        [
            Cell.Released("sessions-held", "A", sessions.Count),
            Cell.Released("minutes-held", "A", sessions.Sum(s => s.Minutes)),
            Cell.Of("persons-covered", "B", persons, enough),
            Cell.Of("attendance-percent", "B", expected == 0 ? 0 : 100 * presences.Count / expected, enough),
            .. Axes.Select(axis => Themes($"axis/{axis}", codings, (a, _) => a == axis)),
            .. Levels.Select(level => Themes($"level/{level}", codings, (_, l) => l == level)),
        ];
    }

    private static Cell Themes(string name, IReadOnlyList<Coding> codings, Func<string, string, bool> which)
    {
        var cell = codings.Where(c => which(c.Axis, c.Level)).ToList();
        var presences = cell.SelectMany(c => c.Present).ToList();
        var released =
            presences.Distinct().Count() >= Floor
            && presences.GroupBy(p => p).Max(p => p.Count()) <= Dominance * presences.Count
            && cell.Select(c => c.Group).Distinct().Count() > 1
            && cell.Select(c => c.Facilitator).Distinct().Count() > 1;
        return Cell.Of(name, "C", cell.Count, released);
    }

    // The codes of a session count once an agreed bilan covers its date.
    private static IEnumerable<Coding> Open(GroupRecord group, Quarter quarter) =>
        from coded in @group.Themes
        where quarter.Holds(coded.Origin.OccurredAt) && @group.Agreed.Any(a => a.Covers(coded.Origin.OccurredAt))
        let held = @group.Sessions.FirstOrDefault(s => s.Session == coded.Session)
        where held is not null
        from theme in coded.Themes
        select new Coding(theme.Axis, theme.Level, @group.Id, @group.Activation!.Facilitator, held.Present);

    private sealed record Coding(string Axis, string Level, Guid Group, Guid Facilitator, IReadOnlyList<Guid> Present);
}
