using Google.OrTools.LinearSolver;

namespace PracticeAnalysis.Reporting.Disclosure;

/// <summary>What may be shown of a release, rounded, and why the rest is withheld.</summary>
public sealed record Suppressed(IReadOnlyDictionary<string, int> Shown, IReadOnlyDictionary<string, Withheld> Withheld);

/// <summary>Complementary suppression: the fewest further figures are withheld, so that from this release and all earlier ones together
/// nobody can tell fewer than <see cref="Cube.Base" /> values of anything unsafe. The cutting planes of Fischetti and Salazar-González:
/// the attacker's linear programmes give, by their duals, which figures betray a target; a set-covering programme then chooses the
/// figures to withhold; until no target is betrayed. Pure: the same input, the same release.</summary>
public static class Suppressing
{
    /// <summary>Decides what of a new release may be shown.</summary>
    /// <param name="before">Every earlier release that shares something with it, as its readers have it.</param>
    /// <param name="floor">Fewest distinct persons.</param>
    /// <param name="among">The figures that may be shown at most; all, where null.</param>
    public static Suppressed Of(
        Cube cube,
        IReadOnlyList<Told> before,
        IReadOnlyList<Contribution> contributions,
        int floor,
        IReadOnlySet<string>? among = null
    )
    {
        var shown = cube.Cells.Where(c => c.Shown && (among is null || among.Contains(c.Code))).ToList();
        var primary = shown.ToDictionary(c => c.Code, c => Primary.Unsafe(cube, c, contributions, floor));
        var candidates = shown
            .Where(c => primary[c.Code] is null)
            .ToDictionary(c => c.Code, c => cube.Round(Cube.In(c, contributions).Sum(x => x.Value)));
        var withheld = primary.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!.Value);
        var cuts = new List<IReadOnlyList<string>>();
        while (true)
        {
            var hidden = Chosen(cuts, candidates);
            var left = candidates.Where(c => !hidden.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value);
            var betrayals = Betrayals(cube, [.. before, new(contributions, left)], floor);
            if (betrayals.Count == 0 || left.Count == 0)
            {
                return new(left, withheld.Concat(hidden.Select(h => KeyValuePair.Create(h, Withheld.Complementary))).ToDictionary());
            }

            // Where no figure of this release is to blame none of it is shown: what was told before stands already.
            cuts.AddRange(
                betrayals.Any(b => b.Count == 0)
                    ? left.Keys.Select(IReadOnlyList<string> (code) => [code])
                    : betrayals.DistinctBy(b => string.Join('|', b))
            );
        }
    }

    /// <summary>What of a set of releases is unsafe, and told too closely: for each, the figures of the last release that betray it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Betrayals(Cube cube, IReadOnlyList<Told> releases, int floor)
    {
        using var attacker = new Attacker(cube, releases, whole: false);
        var targets = Targets(cube, releases, attacker, floor);
        var last = releases.Count - 1;
        var solved = targets.Where(attacker.IsTold).Select(t => (Target: t, Bounds: attacker.Solve(t))).ToList();
        var betrayals = solved
            .Where(s => s.Bounds.Values < cube.Base)
            .Select(IReadOnlyList<string> (s) => [.. s.Bounds.By.Where(by => by.Release == last).Select(by => by.Code).Order()])
            .ToList();
        if (betrayals.Count > 0)
        {
            return betrayals;
        }

        // Persons are whole: where the linear programme's bounds are no whole solution's, an integer one may tell more closely. It names
        // nobody to blame.
        using var whole = new Attacker(cube, releases, whole: true);
        return solved.Any(s => !s.Bounds.Reached && whole.Solve(s.Target).Values < cube.Base)
            ?
            [
                [.. releases[last].Shown.Keys.Order()],
            ]
            : [];
    }

    /// <summary>What is to be protected: each figure, shown or not, over each block, each release and each difference of two, where it is
    /// unsafe there.</summary>
    public static IReadOnlyList<Target> Targets(Cube cube, IReadOnlyList<Told> releases, Attacker attacker, int floor)
    {
        var parts = new Dictionary<string, IReadOnlyList<int>>();
        void Add(IEnumerable<int> blocks)
        {
            int[] part = [.. blocks.Order()];
            parts.TryAdd(string.Join(',', part), part);
        }

        for (var block = 0; block < attacker.Blocks.Count; block++)
        {
            Add([block]);
        }

        for (var release = 0; release < releases.Count; release++)
        {
            Add(attacker.BlocksIn(release));
            for (var other = 0; other < releases.Count; other++)
            {
                Add(attacker.BlocksIn(release).Except(attacker.BlocksIn(other)));
                Add(attacker.BlocksIn(release).Intersect(attacker.BlocksIn(other)));
            }
        }

        return
        [
            .. from part in parts.Values
            where part.Count > 0
            let contributions = part.SelectMany(b => attacker.Blocks[b].Contributions).ToList()
            from cell in cube.Cells
            where Primary.Unsafe(cube, cell, contributions, floor) is not null
            select new Target(cell.Code, part),
        ];
    }

    // The least to withhold so that each cut loses one of its figures: few, and of those the small ones.
    private static HashSet<string> Chosen(List<IReadOnlyList<string>> cuts, IReadOnlyDictionary<string, int> candidates)
    {
        if (cuts.Count == 0)
        {
            return [];
        }

        using var solver = Solver.CreateSolver("SCIP");
        var hides = candidates.Keys.Order(StringComparer.Ordinal).ToDictionary(code => code, solver.MakeBoolVar);
        foreach (var cut in cuts)
        {
            var cover = solver.MakeConstraint(1, cut.Count, string.Empty);
            foreach (var code in cut)
            {
                cover.SetCoefficient(hides[code], 1);
            }
        }

        foreach (var (code, hide) in hides)
        {
            solver.Objective().SetCoefficient(hide, 10_000 + Math.Min(candidates[code], 9_999));
        }

        solver.Objective().SetMinimization();
        solver.Solve();
        return [.. hides.Where(h => h.Value.SolutionValue() > 0.5).Select(h => h.Key)];
    }
}
