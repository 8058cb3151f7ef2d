using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>All that a release follows from.</summary>
/// <param name="Establishments">What the scope holds.</param>
/// <param name="Quarters">What it held in each quarter of a year, where that differs.</param>
/// <param name="Before">The scope's last release of the period before, for commissioner and platforms.</param>
public sealed record ReleaseInput(
    Guid Release,
    Scope Scope,
    IReadOnlyList<Guid> Establishments,
    IndicatorRelease Period,
    FrozenRecords Records,
    Release? Before,
    DateTimeOffset At,
    IReadOnlyDictionary<CalendarPeriod, IReadOnlyList<Guid>>? Quarters = null
)
{
    /// <summary>All that it held at some time in the period.</summary>
    public IReadOnlyList<Guid> All { get; } = [.. Establishments.Union((Quarters ?? Nothing).Values.SelectMany(q => q))];

    private static readonly IReadOnlyDictionary<CalendarPeriod, IReadOnlyList<Guid>> Nothing =
        new Dictionary<CalendarPeriod, IReadOnlyList<Guid>>();

    /// <summary>Whether it holds one of these, as it was in a quarter or at the year's end.</summary>
    public bool Holds(IReadOnlyList<Guid> establishments, CalendarPeriod period) =>
        (Quarters?.GetValueOrDefault(period) ?? Establishments).Any(establishments.Contains);

    /// <summary>The groups that were for one of its establishments in the period.</summary>
    public IReadOnlyList<GroupRecord> Groups => [.. Records.Groups.Where(g => Records.Establishments(g).Any(All.Contains))];
}

/// <summary>Makes a release: computes, freezes. Pure: the same input, the same facts.</summary>
public static class MakeRelease
{
    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.Newest;

    /// <summary>The facts of a release.</summary>
    public static Decision Of(ReleaseInput input)
    {
        var (period, scope, last) = (input.Period, input.Scope, input.Period.Last(input.Scope));
        var groups = input.Groups;
        var own = new PeriodFigures(input.Records, input.Holds);
        var pool = new PeriodFigures(input.Records, (_, _) => true);
        var number = period.Of(scope).Count + 1;
        IReadOnlyList<Said> said =
            scope.Kind != ScopeKind.Establishment
                ? []
                :
                [
                    .. groups
                        .Where(g => g.Gives(Transparency.Indicators))
                        .SelectMany(g => g.Agreed.Where(a => a.At is not { } at || g.EstablishmentsAt(at).Any(input.All.Contains)))
                        .Where(a => a.Worked is { Count: > 0 } && input.Records.Period.Holds(new(a.To, TimeOnly.MinValue, TimeSpan.Zero)))
                        .DistinctBy(a => a.Bilan)
                        .OrderBy(a => (a.To, a.Bilan))
                        .Select(a => new Said(a.Bilan, a.From, a.To, a.At, a.Worked!)),
                ];
        Frozen Freeze(int floor, Frozen? before)
        {
            var earlier = before is null ? null : IndicatorsView.Read(before);
            IReadOnlyList<Figure> cells =
            [
                .. Catalogue.Indicators.Select(i => Cell(i, own.Of(i), pool.Of(i), floor, Previous(i, earlier))),
            ];
            return new IndicatorsView(
                input.Release,
                scope,
                period.Period,
                number,
                last?.Id,
                input.At,
                floor,
                Catalogue.Version,
                IndicatorCatalogue.Mapping.Version,
                $"/methodology/indicators?version={Catalogue.Version}",
                cells,
                Summary.Of(cells),
                said
            ).Freeze();
        }

        return Decision.Of(
            (IReadOnlyList<Fact>)
                [
                    new IndicatorsComputed(
                        input.Release,
                        scope,
                        [.. input.All.Where(e => input.Records.Everywhen.Any(g => input.Records.Establishments(g).Contains(e)))],
                        [.. groups.Select(g => new GroupState(g.Id, g.Version))],
                        Catalogue.Version,
                        IndicatorCatalogue.Mapping.Version,
                        last?.Id
                    ),
                    new ReleasePublished(
                        input.Release,
                        scope,
                        period.Period,
                        number,
                        Freeze(period.Floor, input.Before?.ForCommissioner),
                        Freeze(period.PlatformFloor, input.Before?.ForPlatforms)
                    ),
                ]
        );
    }

    private static Figure? Previous(Indicator indicator, IndicatorsView? before) =>
        before?.Catalogue == Catalogue.Version
            ? before.Cells.FirstOrDefault(c => c.Code == indicator.Code && c.Quality == "released")
            : null;

    private static Figure Cell(Indicator indicator, FigureParts told, FigureParts pool, int floor, Figure? previous)
    {
        var cell = new Figure(indicator.Code, indicator.Name, indicator.Class, indicator.Unit, null, "not-offered", told.Reason);
        return told.Band is not { } band ? cell
            : told.Persons < floor ? cell with { Quality = "withheld", Reason = Missing.Persons }
            : cell with
            {
                Value = band.Least == band.Most ? band.Least : null,
                Band = band.Least == band.Most ? null : band,
                Whole = told.Whole,
                Percent = told.Whole is > 0 and var whole ? band.Percent(whole) : null,
                Quality = told.Pooled ? "pooled" : "released",
                Groups = Number(told.Groups),
                Previous = told.Pooled || previous is null ? null : previous.Band ?? new(previous.Value!.Value, previous.Value.Value),
                PreviousPercent = told.Pooled ? null : previous?.Percent,
                Practice = pool is { Band: { } all, Whole: > 0 and var of } && (pool.Persons ?? floor) >= floor ? all.Percent(of) : null,
            };
    }

    private static string Number(int groups) =>
        groups switch
        {
            0 => "0",
            1 => "1",
            < 5 => "2 to 4",
            < 10 => "5 to 9",
            _ => "10 or more",
        };
}
