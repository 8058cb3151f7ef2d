using PracticeAnalysis.Reporting.Disclosure;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>An earlier release of the same quarter: what it was made of, and what of it was read.</summary>
public sealed record Earlier(
    Scope Scope,
    IReadOnlyList<Contribution> Contributions,
    IndicatorsView ForCommissioner,
    IndicatorsView ForPlatforms
);

/// <summary>All that a release follows from.</summary>
/// <param name="Groups">The records of the scope's groups.</param>
/// <param name="Contributions">What they contribute to the quarter.</param>
/// <param name="Earlier">Every release of the quarter before, in order.</param>
/// <param name="Before">The scope's last release of the quarter before, for commissioner and platforms.</param>
public sealed record ReleaseInput(
    Guid Release,
    Scope Scope,
    Quarter Quarter,
    IReadOnlyList<Guid> Establishments,
    int Floor,
    int PlatformFloor,
    IReadOnlyList<GroupRecord> Groups,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<Earlier> Earlier,
    Release? Before,
    DateTimeOffset At
);

/// <summary>Makes a release: computes, suppresses, freezes. Pure: the same input, the same facts.</summary>
public static class MakeRelease
{
    /// <summary>What is said of every masked figure, whatever masked it.</summary>
    public const string Masked = "withheld";

    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.Newest;
    private static readonly Cube Cube = Catalogue.Cube();

    /// <summary>The facts of a release, or why it is refused.</summary>
    /// <param name="corrects">The release that it takes the place of.</param>
    public static Decision Of(ReleaseInput input, Guid? corrects)
    {
        var last = input.Earlier.LastOrDefault(e => e.Scope == input.Scope);
        if (last is not null && PersonsChanged(last.Contributions, input.Contributions) is var changed && changed < input.Floor)
        {
            return Refusal.OfRule(
                new("always", "release-difference", "design"),
                "It differs from the last release by fewer persons than the floor, or by none.",
                "Wait until more has changed; what was released stands."
            );
        }

        var related = Related(input);
        var everyone = Suppressing.Of(
            Cube,
            [.. related.Select(e => new Told(e.Contributions, FiguresOf(e.ForCommissioner)))],
            input.Contributions,
            input.Floor
        );
        var platforms = Suppressing.Of(
            Cube,
            [.. related.Select(e => new Told(e.Contributions, FiguresOf(e.ForPlatforms)))],
            input.Contributions,
            input.PlatformFloor,
            everyone.Shown.Keys.ToHashSet()
        );
        var number = input.Earlier.Count(e => e.Scope == input.Scope) + 1;
        Frozen Freeze(Suppressed shown, int floor, Frozen? before, Func<Earlier, IndicatorsView> seen) =>
            new IndicatorsView(
                input.Release,
                input.Scope,
                input.Quarter.ToString(),
                number,
                corrects,
                input.At,
                floor,
                IndicatorCatalogue.Base,
                Catalogue.Version,
                IndicatorCatalogue.Mapping.Version,
                $"/methodology/indicators?version={Catalogue.Version}",
                Cells(input, shown.Shown, floor, before is null ? null : IndicatorsView.Read(before), Pool(input, seen))
            ).Freeze();

        IReadOnlyList<Fact> facts =
        [
            new IndicatorsComputed(
                input.Release,
                input.Scope,
                input.Establishments,
                [.. input.Groups.Select(g => new GroupState(g.Id, g.Version))],
                Catalogue.Version,
                IndicatorCatalogue.Mapping.Version,
                corrects
            ),
            .. Withholding(input.Release, everyone, platforms),
            new ReleasePublished(
                input.Release,
                input.Scope,
                input.Quarter.ToString(),
                number,
                Freeze(everyone, input.Floor, input.Before?.ForCommissioner, e => e.ForCommissioner),
                Freeze(platforms, input.PlatformFloor, input.Before?.ForPlatforms, e => e.ForPlatforms)
            ),
        ];
        return Decision.Of(facts);
    }

    /// <summary>How many distinct persons are behind what differs between two releases.</summary>
    public static int PersonsChanged(IReadOnlyList<Contribution> before, IReadOnlyList<Contribution> now)
    {
        var (old, @new) = (before.Select(c => c.Key).ToHashSet(), now.Select(c => c.Key).ToHashSet());
        return before
            .Where(c => !@new.Contains(c.Key))
            .Concat(now.Where(c => !old.Contains(c.Key)))
            .SelectMany(c => c.Persons)
            .Distinct()
            .Count();
    }

    // Releases that share nothing with this one, not even through others, say nothing about it.
    private static List<Earlier> Related(ReleaseInput input)
    {
        var known = input.Contributions.Select(c => c.Key).ToHashSet();
        var related = new HashSet<Earlier>(ReferenceEqualityComparer.Instance);
        while (input.Earlier.FirstOrDefault(e => !related.Contains(e) && e.Contributions.Any(c => known.Contains(c.Key))) is { } next)
        {
            related.Add(next);
            known.UnionWith(next.Contributions.Select(c => c.Key));
        }

        return [.. input.Earlier.Where(related.Contains)];
    }

    /// <summary>The rounded figures of the cube that a release shows.</summary>
    public static IReadOnlyDictionary<string, int> FiguresOf(IndicatorsView view) =>
        view
            .Cells.Where(c => c.Value is not null && Cube.Cells.Any(d => d.Shown && d.Code == c.Code))
            .ToDictionary(c => c.Code, c => c.Value!.Value);

    private static IndicatorsView? Pool(ReleaseInput input, Func<Earlier, IndicatorsView> seen) =>
        input.Scope.Kind != ScopeKind.Practice && input.Earlier.LastOrDefault(e => e.Scope.Kind == ScopeKind.Practice) is { } pool
            ? seen(pool)
            : null;

    private static IEnumerable<CellSuppressed> Withholding(Guid release, Suppressed everyone, Suppressed platforms)
    {
        foreach (var indicator in Catalogue.Indicators.Where(i => i.Elements.Count > 0))
        {
            var figure = Catalogue.FigureOf(indicator);
            if (everyone.Withheld.TryGetValue(figure, out var why))
            {
                yield return new(release, indicator.Code, why, Audience.Everyone);
            }
            else if (platforms.Withheld.TryGetValue(figure, out var more))
            {
                yield return new(release, indicator.Code, more, Audience.Platforms);
            }
        }
    }

    private static IReadOnlyList<Figure> Cells(
        ReleaseInput input,
        IReadOnlyDictionary<string, int> shown,
        int floor,
        IndicatorsView? before,
        IndicatorsView? pool
    )
    {
        var sessions = input.Groups.SelectMany(g => g.Sessions).Where(s => input.Quarter.Holds(s.Origin.OccurredAt)).ToList();
        var enough = sessions.SelectMany(s => s.Present).Distinct().Count() >= floor;
        return [.. Catalogue.Indicators.Select(Cell)];

        int? Value(Indicator indicator) =>
            indicator.Code switch
            {
                "A1" => sessions.Count,
                "A2" => sessions.Sum(s => s.Minutes),
                "B6" => enough ? Rhythm.Of(input.Groups, input.Quarter) : null,
                _ => shown.TryGetValue(Catalogue.FigureOf(indicator), out var value) ? value : null,
            };

        Figure Cell(Indicator indicator)
        {
            var value = Value(indicator);
            var whole = indicator.Of is { } of ? Value(Catalogue.Indicators.Single(i => i.Code == of)) : null;
            return new(
                indicator.Code,
                indicator.Name,
                indicator.Class,
                indicator.Unit,
                value,
                value is null ? "masked" : "released",
                value is null ? Masked : null,
                value is null ? null : Band(GroupsBehind(indicator)),
                value is { } part && whole is > 0 ? ((indicator.Per!.Value * part) + (whole.Value / 2)) / whole.Value : null,
                value is null ? null : before?.Cells.FirstOrDefault(c => c.Code == indicator.Code)?.Value,
                value is null ? null : pool?.Cells.FirstOrDefault(c => c.Code == indicator.Code)?.Ratio
            );
        }

        int GroupsBehind(Indicator indicator) =>
            indicator.Elements.Count == 0
                ? input.Groups.Count(g => g.Sessions.Any(s => input.Quarter.Holds(s.Origin.OccurredAt)))
                : input.Contributions.Where(c => indicator.Elements.Contains(c.Element)).Select(c => c.Group).Distinct().Count();
    }

    private static string Band(int groups) =>
        groups switch
        {
            0 => "0",
            1 => "1",
            < 5 => "2 to 4",
            < 10 => "5 to 9",
            _ => "10 or more",
        };
}

/// <summary>How regularly groups met: intervals that keep to the frame's, in a hundred.</summary>
public static class Rhythm
{
    /// <summary>The share; null where no interval ended in the quarter, or no frame asks for one.</summary>
    public static int? Of(IReadOnlyList<GroupRecord> groups, Quarter quarter)
    {
        var kept = groups
            .Where(g => g.Activation?.IntervalDays is not null)
            .SelectMany(g =>
            {
                var days = g.Sessions.Select(s => s.Origin.OccurredAt).Order().ToList();
                return days.Zip(days.Skip(1))
                    .Where(pair => quarter.Holds(pair.Second))
                    .Select(pair => pair.Second - pair.First <= TimeSpan.FromDays(g.Activation!.IntervalDays!.Value));
            })
            .ToList();
        return kept.Count == 0 ? null : 100 * kept.Count(k => k) / kept.Count;
    }
}
