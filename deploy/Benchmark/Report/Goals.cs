using PracticeAnalysis.Benchmark.Measures;

namespace PracticeAnalysis.Benchmark.Report;

/// <summary>A goal and what was reached.</summary>
/// <param name="Reached">Null where it was not measured in this run.</param>
/// <param name="AtMost">Whether less is better.</param>
/// <param name="Reason">Why it falls short, with what was measured; shown only where it does.</param>
internal sealed record Goal(string Work, string Reference, double Limit, string Unit, double? Reached, bool AtMost, string Reason)
{
    /// <summary>Whether it was reached; null where it was not measured.</summary>
    public bool? IsReached =>
        Reached is not { } reached ? null
        : AtMost ? reached <= Limit
        : reached >= Limit;
}

/// <summary>The goals of the project, judged by a run's figures.</summary>
internal static class Goals
{
    private const string Command = "one-event command, 16 clients";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Goal> Of(Figures figures, IReadOnlyList<IReadOnlyList<Statement>> statements)
    {
        Figure? At(string who) => figures.Find(OneCommand.Rate, who, Plan.Compared);
        double? Beside(string who) => Figures.Ratio(At(OneCommand.Ours), At(who));
        var cost = CommandReason(figures, statements);
        return
        [
            new(Command, "pgbench, bare append", 0.35, "×", Beside(OneCommand.Append), false, cost),
            new(Command, "pgbench, the command's own statements", 0.6, "×", Beside(OneCommand.Statements), false, cost),
            new(Command, "ASP.NET + Npgsql CRUD, version check, audit row", 0.8, "×", Beside(Peers.CrudName), false, cost),
            new(Command, "Emmett + Express, no projection", 3, "×", Beside(Peers.EmmettName), false, cost),
            new(Command, "Emmett + Express, inline projection", 6, "×", Beside(Peers.EmmettProjectionName), false, cost),
        ];
    }

    private static string CommandReason(Figures figures, IReadOnlyList<IReadOnlyList<Statement>> statements)
    {
        var trips = statements.Sum(t => ReplayScript.Trips(t).Count);
        var own = Figures.Ratio(
            figures.Find(OneCommand.Rate, OneCommand.Statements, Plan.Compared),
            figures.Find(OneCommand.Rate, OneCommand.Append, Plan.Compared)
        );
        var told = Figures.Ratio(
            figures.Find(OneCommand.Told, OneCommand.Ours, Plan.Compared),
            figures.Find(OneCommand.Rate, OneCommand.Ours, Plan.Compared)
        );
        return string.Join(
            "; ",
            new[]
            {
                trips == 0 ? null : $"one command is {StatementTable.Sum(statements)}",
                own is { } share
                    ? $"those statements alone, without any of our code, run at {Figure.Number(share)} of the bare append"
                    : null,
                told is { } behind
                    ? $"the ledger that follows takes from the same cores: with it told to the end, {Figure.Number(behind)} of the rate remains"
                    : null,
            }.OfType<string>()
        );
    }
}
