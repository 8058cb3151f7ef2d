using Google.OrTools.Sat;
using PracticeAnalysis.Reporting.Disclosure;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>An attacker written apart from the one that suppression uses: unknowns for each group and whole numbers, by another solver.</summary>
internal sealed class SolvedApart
{
    private readonly CpModel _model = new();
    private readonly Dictionary<(string Source, string Element), IntVar> _unknown = [];

    /// <summary>All that was ever shown, with how far a figure may lie from what it shows.</summary>
    public SolvedApart(Cube cube, IReadOnlyList<Told> releases, int blur)
    {
        foreach (var told in releases)
        {
            foreach (var (code, shown) in told.Shown)
            {
                _model.AddLinearConstraint(Sum(cube, code, told.Contributions), Math.Max(0, shown - blur), shown + blur);
            }
        }
    }

    /// <summary>How many values a figure over these contributions may have.</summary>
    public long Values(Cube cube, string code, IReadOnlyList<Contribution> contributions)
    {
        var sum = Sum(cube, code, contributions);
        return Best(sum, most: true) - Best(sum, most: false) + 1;
    }

    // Who contributes where is known to the attacker; how much is not. What somebody may contribute to another element they may to this one.
    private LinearExpr Sum(Cube cube, string code, IReadOnlyList<Contribution> contributions)
    {
        var elements = cube.Cells.Single(c => c.Code == code).Elements;
        return LinearExpr.Sum(contributions.Select(c => c.Source).Distinct().SelectMany(s => elements.Select(e => Unknown(s, e))));
    }

    private IntVar Unknown(string source, string element)
    {
        if (!_unknown.TryGetValue((source, element), out var unknown))
        {
            unknown = _model.NewIntVar(0, 10_000, $"{source}|{element}");
            _unknown[(source, element)] = unknown;
        }

        return unknown;
    }

    private long Best(LinearExpr sum, bool most)
    {
        if (most)
        {
            _model.Maximize(sum);
        }
        else
        {
            _model.Minimize(sum);
        }

        var solver = new CpSolver { StringParameters = "num_workers:1" };
        solver.Solve(_model).ShouldBe(CpSolverStatus.Optimal);
        return (long)Math.Round(solver.ObjectiveValue);
    }
}
