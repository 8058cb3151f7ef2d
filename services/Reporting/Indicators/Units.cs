using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>A group in a quarter, as its record was frozen when the quarter was closed; where another establishment took the place of one meanwhile, while it
/// was for the same ones.</summary>
public sealed record GroupInQuarter(GroupRecord Group, CalendarPeriod Quarter, Share Share)
{
    /// <summary>Fewest members who count, for the group to be in any figure over persons or content, whatever the reader's floor.</summary>
    private const int Fewest = 5;

    /// <summary>Its sessions of the quarter.</summary>
    public IReadOnlyList<SessionNoted> Sessions { get; } = [.. Group.Sessions.Where(s => Share.Holds(s.Origin.OccurredAt))];

    /// <summary>Who counts: not who was made up, or joined, during the quarter.</summary>
    public IReadOnlyList<Guid> Counting { get; } = Group.Counting(Quarter.From);

    /// <summary>Whether enough of them do.</summary>
    public bool IsCounted => Counting.Count >= Fewest;

    /// <summary>Those who count and are expected at a session.</summary>
    public IEnumerable<Guid> Expected(SessionNoted held) => Counting.Where(p => !Group.HadLeft(p, held));
}

/// <summary>What content is told of: the groups of one establishment, or all those that are too few by themselves. Every group is in one unit at the most, so that
/// what any two releases tell is made of the same bands.</summary>
public sealed record ContentUnit(IReadOnlyList<GroupInYear> Groups)
{
    private int Known { get; } =
        Groups
            .SelectMany(g => g.Group.Everybody)
            .Distinct()
            .Select(p => Groups.Where(g => g.Group.Everybody.Contains(p)).Sum(g => g.Opened.Count))
            .DefaultIfEmpty()
            .Max();

    /// <summary>The opened sessions.</summary>
    public int Whole { get; } = Groups.Sum(g => g.Opened.Count);

    /// <summary>Whether two persons at least facilitate them.</summary>
    public bool IsOfTwoFacilitators { get; } = Groups.SelectMany(g => g.Facilitators).Distinct().Skip(1).Any();

    /// <summary>Whether its shape lets content be told: groups enough that nobody who takes their own away comes near another one.</summary>
    public bool IsFit => IsOfTwoFacilitators && Grid(said: 0).Count > 1;

    /// <summary>In which band the sessions lie that count for an element; null where it cannot be told.</summary>
    public Band? Of(string element) =>
        Grid(Groups.Sum(g => g.Said(element))) is { Count: > 1 } grid
            ? grid.Single(b => b.Least <= Sessions(element) && Sessions(element) <= b.Most)
            : null;

    /// <summary>The units of a practice: each establishment whose groups are enough, and together those of all others, where these are. A group that changed its
    /// establishment within the year is no single one's.</summary>
    public static IReadOnlyList<ContentUnit> Of(IEnumerable<GroupInYear> groups)
    {
        var all = groups.ToList();
        var establishments = all.Where(g => g.Payers.Count == 1).GroupBy(g => g.Payers[0]).Select(e => new ContentUnit([.. e])).ToList();
        ContentUnit rest = new([.. all.Where(g => g.Payers.Count != 1), .. establishments.Where(e => !e.IsFit).SelectMany(e => e.Groups)]);
        return [.. establishments.Append(rest).Where(u => u.IsFit)];
    }

    private int Sessions(string element) => Groups.Sum(g => g.Count(element));

    private IReadOnlyList<Band> Grid(int said) => Bands.Of(Whole, Groups.Select(g => g.Opened.Count).DefaultIfEmpty().Max(), Known, said);
}

/// <summary>A group in a year: what agreed bilans opened of it, and what they say.</summary>
/// <param name="Group">Its record, as it was frozen when the year was closed.</param>
/// <param name="Quarters">The same, as it was when each quarter was closed.</param>
public sealed record GroupInYear(GroupRecord Group, CalendarPeriod Year, IReadOnlyList<GroupInQuarter> Quarters)
{
    /// <summary>The establishments that paid for it in the year, one after the other.</summary>
    public IReadOnlyList<Guid> Payers { get; } = [.. Group.Shares(Year.From, Year.Until).Select(s => s.Establishments[0]).Distinct()];

    /// <summary>The sessions that count: told when their quarter was closed, and when the bilan was locked.</summary>
    public IReadOnlyList<SessionNoted> Opened { get; } =
    [.. Quarters.Where(q => q.IsCounted).SelectMany(q => q.Sessions).Where(s => Group.Agreed.Any(a => a.Opens(s)))];

    /// <summary>Who facilitated them.</summary>
    public IEnumerable<Guid> Facilitators => Opened.Select(s => s.Facilitator ?? Group.Facilitator ?? Guid.Empty);

    /// <summary>How many bilans say in public that the group worked on an axis in this year: so many sessions at the least, as their periods differ.</summary>
    public int Said(string axis) => Math.Min(Opened.Count, Group.Agreed.Count(a => (a.Worked ?? []).Any(w => w.Axis == axis)));

    /// <summary>How many of the opened sessions count for an element.</summary>
    public int Count(string element) =>
        element.Split('/') switch
        {
            ["pulse", var dimension] => Opened.Count(s =>
                Group.Pulses.Any(p =>
                    p.Session == s.Session && p.Scores.Any(x => x.Dimension == dimension && 2 * x.Favourable > p.Answered)
                )
            ),
            _ => Opened.Count(s => Group.Themes.Any(t => t.Session == s.Session && t.Themes.Any(x => x.Axis == element))),
        };
}
