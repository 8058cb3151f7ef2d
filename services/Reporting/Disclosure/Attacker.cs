using Google.OrTools.LinearSolver;

namespace PracticeAnalysis.Reporting.Disclosure;

/// <summary>Somebody who has every release and a solver, and works out between which bounds a hidden sum must lie. The unknowns are the
/// sums of those contributions that the same releases hold (blocks): nothing finer was ever told, so nothing finer can be solved for.</summary>
public sealed class Attacker : IDisposable
{
    // No figure of an establishment's quarter comes near it; a bound there is no bound.
    private const double Endless = 1_000_000;
    private const double Precision = 1e-6;

    private readonly Cube _cube;
    private readonly Solver _solver;
    private readonly bool _whole;
    private readonly Dictionary<(int Block, string Element), Variable> _unknown = [];
    private readonly List<(Constraint Constraint, int Release, string Code)> _told = [];

    /// <summary>Notes down all that was told.</summary>
    /// <param name="whole">Whether to count with whole numbers (an integer programme), or with any (a linear one, with its duals).</param>
    public Attacker(Cube cube, IReadOnlyList<Told> releases, bool whole)
    {
        (_cube, _whole) = (cube, whole);
        _solver = Solver.CreateSolver(whole ? "SCIP" : "GLOP");
        Blocks = Disclosure.Blocks.Of(releases);
        var elements = cube.Cells.SelectMany(c => c.Elements).Distinct().ToList();
        foreach (var (block, index) in Blocks.Select((b, i) => (b, i)))
        {
            foreach (var element in elements)
            {
                _unknown[(index, element)] = _solver.MakeVar(0, Endless, whole, $"{index}|{element}");
            }
        }

        for (var release = 0; release < releases.Count; release++)
        {
            // A session may be opened by a later release than the one that first counted it, so this holds of releases, not of blocks.
            foreach (var (part, all) in cube.Within)
            {
                var within = _solver.MakeConstraint(0, Endless, string.Empty);
                foreach (var block in BlocksIn(release))
                {
                    within.SetCoefficient(_unknown[(block, all)], 1);
                    within.SetCoefficient(_unknown[(block, part)], -1);
                }
            }

            foreach (var (code, shown) in releases[release].Shown.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                var constraint = _solver.MakeConstraint(Math.Max(0, shown - cube.Blur), shown + cube.Blur, string.Empty);
                Sum(new(code, [.. BlocksIn(release)]), (unknown, _) => constraint.SetCoefficient(unknown, 1));
                _told.Add((constraint, release, code));
            }
        }
    }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The indexes of the blocks that a release holds.</summary>
    public IEnumerable<int> BlocksIn(int release) => Blocks.Index().Where(b => b.Item.Releases.Contains(release)).Select(b => b.Index);

    /// <summary>Between which values a sum must lie, and which of the figures told say so.</summary>
    public Bounds Solve(Target target)
    {
        var (least, below, reached) = Solve(target, maximise: false);
        var (most, above, alsoReached) = Solve(target, maximise: true);
        return new(least, most, [.. below.Union(above)], reached && alsoReached);
    }

    /// <summary>Whether any figure that was told says something of a target; else it may be anything.</summary>
    public bool IsTold(Target target)
    {
        var elements = _cube.Cells.Single(c => c.Code == target.Code).Elements;
        return _cube.Cells.Any(c =>
            _told.Any(t => t.Code == c.Code) && c.Elements.Any(e => elements.Contains(e) || elements.Any(Within(e)))
        );
    }

    /// <inheritdoc />
    public void Dispose() => _solver.Dispose();

    // A part is bounded by what holds it, however far out.
    private Func<string, bool> Within(string whole) =>
        part => _cube.Within.TryGetValue(part, out var holder) && (holder == whole || Within(whole)(holder));

    private (int Value, IReadOnlyList<(int Release, string Code)> By, bool Reached) Solve(Target target, bool maximise)
    {
        var objective = _solver.Objective();
        objective.Clear();
        Sum(target, (unknown, _) => objective.SetCoefficient(unknown, 1));
        objective.SetOptimizationDirection(maximise);
        var status = _solver.Solve();
        if (status != Solver.ResultStatus.OPTIMAL)
        {
            throw new InvalidOperationException($"What was released contradicts itself: the solver says {status}.");
        }

        // What lies between two whole numbers cannot be: the attacker knows that persons are whole.
        var value = maximise ? Math.Floor(objective.Value() + Precision) : Math.Ceiling(objective.Value() - Precision);
        return (
            (int)Math.Min(value, Endless),
            _whole ? [] : [.. _told.Where(t => Math.Abs(t.Constraint.DualValue()) > Precision).Select(t => (t.Release, t.Code))],
            _whole || _unknown.Values.All(u => Math.Abs(u.SolutionValue() - Math.Round(u.SolutionValue())) < Precision)
        );
    }

    private void Sum(Target target, Action<Variable, int> each)
    {
        var cell = _cube.Cells.Single(c => c.Code == target.Code);
        foreach (var block in target.Blocks)
        {
            foreach (var element in cell.Elements)
            {
                each(_unknown[(block, element)], block);
            }
        }
    }
}

/// <summary>A figure over some blocks that somebody may try to work out.</summary>
public sealed record Target(string Code, IReadOnlyList<int> Blocks);

/// <summary>Between which whole values a figure must lie.</summary>
/// <param name="By">The figures told whose dual values prove the bounds: while all of them are known, the bounds stand.</param>
/// <param name="Reached">Whether whole numbers reach both bounds: an integer programme would say the same.</param>
public sealed record Bounds(int Least, int Most, IReadOnlyList<(int Release, string Code)> By, bool Reached)
{
    /// <summary>How many values remain possible.</summary>
    public int Values => Most - Least + 1;
}

/// <summary>Contributions that exactly the same releases hold.</summary>
public sealed record Block(IReadOnlySet<int> Releases, IReadOnlyList<Contribution> Contributions);

/// <summary>Divides what was ever released into blocks.</summary>
public static class Blocks
{
    /// <summary>The blocks, always in the same order.</summary>
    public static IReadOnlyList<Block> Of(IReadOnlyList<Told> releases)
    {
        var holders = new SortedDictionary<string, (Contribution Contribution, SortedSet<int> Releases)>(StringComparer.Ordinal);
        for (var release = 0; release < releases.Count; release++)
        {
            foreach (var contribution in releases[release].Contributions)
            {
                holders.TryAdd(contribution.Key, (contribution, []));
                holders[contribution.Key].Releases.Add(release);
            }
        }

        return
        [
            .. holders
                .Values.GroupBy(h => string.Join(',', h.Releases), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Block(g.First().Releases, [.. g.Select(h => h.Contribution)])),
        ];
    }
}
