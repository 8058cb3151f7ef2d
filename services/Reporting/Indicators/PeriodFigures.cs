using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>The records of a practice's groups, as they were when a period was closed.</summary>
/// <param name="Quarters">By quarter; of a year, its four.</param>
/// <param name="Year">As they were when the year was closed; none for a quarter.</param>
public sealed record FrozenRecords(
    CalendarPeriod Period,
    IReadOnlyDictionary<CalendarPeriod, IReadOnlyList<GroupRecord>> Quarters,
    IReadOnlyList<GroupRecord>? Year = null
)
{
    /// <summary>The records that the period itself froze.</summary>
    public IReadOnlyList<GroupRecord> Groups => Year ?? Quarters[Period];

    /// <summary>The establishments that a group's engagement was for in the period.</summary>
    public IEnumerable<Guid> Establishments(GroupRecord group) =>
        group.Shares(Period.From, Period.Until).SelectMany(share => share.Establishments).Distinct();

    /// <summary>All of the records, of a year those of its quarters too.</summary>
    public IEnumerable<GroupRecord> Everywhen => Quarters.Values.SelectMany(q => q).Concat(Year ?? []);
}

/// <summary>A figure as it is told; or why it is not, and what would make it so.</summary>
/// <param name="Persons">How many distinct persons are behind it.</param>
/// <param name="Pooled">Whether it is the practice's, for want of groups in the scope.</param>
public sealed record FigureParts(Band? Band, int? Whole, int Groups, int? Persons = null, string? Reason = null, bool Pooled = false)
{
    /// <summary>A figure that everybody knows.</summary>
    public static FigureParts Exactly(int value, int groups, int? whole = null) => new(new(value, value), whole, groups);
}

/// <summary>The figures of a scope and period: of sizes and dates as they are; of presences and content in bands, where the shape allows it.
/// Pure, and of nothing that is released before or after: the same records, the same figures, in whatever order scopes are published.</summary>
public sealed class PeriodFigures
{
    private readonly CalendarPeriod _period;
    private readonly IReadOnlyList<GroupInQuarter> _parts;
    private readonly HashSet<Guid> _elsewhere;
    private readonly IReadOnlyList<GroupInYear> _years;
    private readonly IReadOnlyList<ContentUnit> _units;
    private readonly IReadOnlyList<ContentUnit> _own;
    private readonly int _groups;
    private readonly int _places;

    /// <summary>Notes what the figures are made of.</summary>
    /// <param name="isIn">Whether the scope holds one of these establishments: of a quarter, as they were then; of the year, as they were at its end. A session is theirs
    /// whom its group was for when it was held; a year's content theirs for whom the group was throughout.</param>
    public PeriodFigures(FrozenRecords frozen, Func<IReadOnlyList<Guid>, CalendarPeriod, bool> isIn)
    {
        _period = frozen.Period;
        var all = frozen
            .Quarters.SelectMany(q =>
                q.Value.Where(g => g.Gives(Transparency.Indicators))
                    .SelectMany(g => g.Shares(q.Key.From, q.Key.Until).Select(share => new GroupInQuarter(g, q.Key, share)))
            )
            .ToList();
        _parts = [.. all.Where(p => isIn(p.Share.Establishments, p.Quarter))];
        _elsewhere = [.. all.Where(p => !isIn(p.Share.Establishments, p.Quarter) && p.Sessions.Count > 0).Select(p => p.Group.Id)];
        IReadOnlyList<GroupInYear> years =
        [
            .. (frozen.Year ?? [])
                .Where(g => g.Gives(Transparency.Indicators))
                .Select(g => new GroupInYear(g, _period, [.. all.Where(p => p.Group.Id == g.Id)])),
        ];
        bool IsThroughout(GroupInYear group) =>
            group.Group.Shares(_period.From, _period.Until).All(share => isIn(share.Establishments, _period));
        _years = [.. years.Where(IsThroughout)];
        _units = ContentUnit.Of(years);
        _own = [.. _units.Where(u => u.Groups.All(IsThroughout))];
        _groups = _parts.Where(p => p.Sessions.Count > 0).Select(p => p.Group.Id).Distinct().Count();
        _places = Places(_ => true);
    }

    /// <summary>One of them.</summary>
    public FigureParts Of(Indicator indicator) =>
        indicator.Code switch
        {
            "A1" => FigureParts.Exactly(_parts.Sum(p => p.Sessions.Count), _groups),
            "A2" => FigureParts.Exactly(_parts.Sum(p => p.Sessions.Sum(s => s.Minutes)), _groups),
            "B1" => FigureParts.Exactly(Places(parts => parts.Any(p => p.Sessions.Count > 0)), _groups, _places),
            "B5" => FigureParts.Exactly(_places, _groups),
            "B6" => Rhythm.Of(_parts) is { } rhythm ? FigureParts.Exactly(rhythm, _groups) : new(null, null, 0, Reason: Missing.Sessions),
            "B2" => Attendance(),
            "B3" => Attendance() is { Band: not null, Whole: { } whole } told
                ? told with
                {
                    Band = new(whole, whole),
                    Whole = null,
                }
                : Attendance(),
            "C1" => _period.IsYear
                ? FigureParts.Exactly(_years.Sum(y => y.Opened.Count), _years.Count(y => y.Opened.Count > 0))
                : new(null, null, 0, Reason: Missing.Year),
            _ => Content(indicator.Elements),
        };

    // Of groups whose charter lists the rate (S2). Each group is a unit by itself: whoever is in another one takes nothing away. A year adds up its quarters, or tells what they could not;
    // but not of a group that was elsewhere for a part of it: no two releases tell bands of the same sessions that are not the same.
    private FigureParts Attendance()
    {
        var counted = _parts.Where(p => p.IsCounted && p.Sessions.Count > 0).ToList();
        var told = counted
            .Where(p => p.Group.Gives(Transparency.AttendanceRate))
            .GroupBy(p => p.Group.Id)
            .Select(group =>
                group.Select(p => (Presences.Of([p]), (IReadOnlyList<GroupInQuarter>)[p])).Where(q => q.Item1 is not null).ToList()
                    is var quarters
                && (quarters.Count > 0 || _elsewhere.Contains(group.Key))
                    ? quarters
                    : [(Presences.Of([.. group]), [.. group])]
            )
            .ToList();
        var bands = told.SelectMany(t => t).Where(t => t.Item1 is not null).ToList();
        return bands.Count == 0
            ? new(
                null,
                null,
                0,
                Reason: counted.Count == 0 ? Missing.Persons
                    : told.Count == 0 ? Missing.Charter
                    : Missing.Sessions
            )
            : new(
                bands.Select(b => b.Item1!.Band).Aggregate((one, other) => one + other),
                bands.Sum(b => b.Item1!.Whole),
                told.Count(t => t.Any(b => b.Item1 is not null)),
                bands.SelectMany(b => b.Item2).SelectMany(p => p.Counting).Distinct().Count()
            );
    }

    private FigureParts Content(IReadOnlyList<string> elements)
    {
        var missing =
            !_period.IsYear ? Missing.Year
            : _parts.Any(p => p.Sessions.Count > 0) && _parts.All(p => p.Sessions.Count == 0 || !p.IsCounted) ? Missing.Persons
            : _years.All(y => y.Opened.Count == 0) ? Missing.Bilan
            : _years.SelectMany(y => y.Facilitators).Distinct().Count() < 2 ? Missing.Facilitator
            : Missing.Groups;
        return Over(_own)
            ?? (Over(_units) is { } pooled ? pooled with { Pooled = true, Reason = missing } : new(null, null, 0, Reason: missing));

        FigureParts? Over(IReadOnlyList<ContentUnit> units)
        {
            var told = units.Select(u => (Unit: u, Band: In(u, elements))).Where(u => u.Band is not null).ToList();
            return told.Count == 0
                ? null
                : new(
                    told.Select(t => t.Band!).Aggregate((one, other) => one + other),
                    told.Sum(t => t.Unit.Whole),
                    told.Sum(t => t.Unit.Groups.Count(g => g.Opened.Count > 0)),
                    told.SelectMany(t => t.Unit.Groups).SelectMany(g => g.Quarters).SelectMany(q => q.Counting).Distinct().Count()
                );
        }
    }

    // An axis of two factors follows from theirs, so that it tells of neither; a session may count for both.
    private static Band? In(ContentUnit unit, IReadOnlyList<string> elements)
    {
        var bands = elements.Select(unit.Of).ToList();
        return bands.Any(b => b is null) ? null : new(bands.Max(b => b!.Least), Math.Min(unit.Whole, bands.Sum(b => b!.Most)));
    }

    private int Places(Func<IReadOnlyList<GroupInQuarter>, bool> counts) =>
        _parts
            .GroupBy(p => p.Group.Id)
            .Where(g => counts([.. g]))
            .Sum(g => g.SelectMany(p => p.Group.Everybody.Where(m => IsThere(p.Group, m))).Distinct().Count());

    // Nobody has a place in a group before it is sealed.
    private bool IsThere(GroupRecord group, Guid person) =>
        (group.ArrivalOf(person) ?? group.Group?.Origin.OccurredAt) < _period.Until && !group.HasLeft(person, _period.From);
}

/// <summary>What would make a figure an establishment's own; the catalogue says each in words.</summary>
public static class Missing
{
    /// <summary>Members who count.</summary>
    public const string Persons = "persons";

    /// <summary>That the charter lists it.</summary>
    public const string Charter = "charter";

    /// <summary>Sessions.</summary>
    public const string Sessions = "sessions";

    /// <summary>The year, where a quarter is asked for.</summary>
    public const string Year = "year";

    /// <summary>An agreed bilan.</summary>
    public const string Bilan = "bilan";

    /// <summary>A second facilitator.</summary>
    public const string Facilitator = "facilitator";

    /// <summary>Groups.</summary>
    public const string Groups = "groups";
}

/// <summary>The presences of one group.</summary>
/// <param name="Whole">The expected ones.</param>
public sealed record Presences(Band Band, int Whole)
{
    /// <summary>In which band they lie; null where that would tell of a session or of a person.</summary>
    public static Presences? Of(IReadOnlyList<GroupInQuarter> parts)
    {
        var sessions = parts.SelectMany(p => p.Sessions.Select(s => (Expected: p.Expected(s).ToList(), s.Present))).ToList();
        var whole = sessions.Sum(s => s.Expected.Count);
        var present = sessions.Sum(s => s.Expected.Intersect(s.Present).Count());

        // A person is at each session at the most, and a session holds each person at the most.
        var grid = Bands.Of(whole, Math.Max(sessions.Count, sessions.Select(s => s.Expected.Count).DefaultIfEmpty().Max()), high: true);
        return grid.Count > 1 ? new(grid.Single(b => b.Least <= present && present <= b.Most), whole) : null;
    }
}

/// <summary>How regularly groups met: intervals that keep to the frame's, in a hundred.</summary>
public static class Rhythm
{
    /// <summary>The share; null where no interval ended in the period, or no frame asks for one.</summary>
    public static int? Of(IReadOnlyList<GroupInQuarter> parts)
    {
        var kept = parts
            .Where(p => p.Group.Activation?.IntervalDays is not null)
            .SelectMany(p =>
            {
                var days = p.Group.Sessions.Select(s => s.Origin.OccurredAt).Order().ToList();
                return days.Zip(days.Skip(1))
                    .Where(pair => p.Share.Holds(pair.Second))
                    .Select(pair => pair.Second - pair.First <= TimeSpan.FromDays(p.Group.Activation!.IntervalDays!.Value));
            })
            .ToList();
        return kept.Count == 0 ? null : 100 * kept.Count(k => k) / kept.Count;
    }
}
