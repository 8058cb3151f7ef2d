using System.Globalization;
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
    /// <summary>The reference of a goal that stands by itself.</summary>
    public const string Nobody = "–";

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
            Overloaded(figures, Overload.Patient),
            Overloaded(figures, Overload.Impatient),
            Copied(figures, "replay as NDJSON", "COPY", 0.3, Replay.History),
            Copied(figures, "proof entries as NDJSON", "COPY, ordered", 0.3, Replay.Proof),
            Copied(figures, "projection rebuild", "COPY, ordered", 0.2, Replay.Rebuild),
            Growing(figures),
            Lagging(figures, Lag.Queues),
            Lagging(figures, Lag.RabbitMq),
            Next(figures),
            Resident(figures),
        ];
    }

    private static Goal Copied(Figures figures, string work, string reference, double limit, string measure)
    {
        var (ours, copy) = (figures.Find(measure, Replay.Ours), figures.Find(measure, Replay.Copied));
        var reason = ours is null || copy is null ? string.Empty : $"{ours.Text} events/s of ours, {copy.Text} rows/s of COPY";
        return new(work, reference, limit, "×", Figures.Ratio(ours, copy), false, reason);
    }

    private static Goal Growing(Figures figures)
    {
        var sizes = figures.All.Where(f => f.Measure == Growth.Append).OrderBy(f => f.At).ToList();
        var (small, large) = (sizes.FirstOrDefault(f => f.At == Growth.Base), sizes.LastOrDefault(f => f.At > Growth.Base));
        var at = large?.At is { } events ? events.ToString("N0", CultureInfo.InvariantCulture) : "10,000,000";
        var reason = small is null || large is null ? string.Empty : $"{large.Text} ms at {at} events, {small.Text} ms at first";
        return new($"append at {at} events", "at 100,000", 1.2, "×", Figures.Ratio(large, small), true, reason);
    }

    private static Goal Lagging(Figures figures, string over)
    {
        var (p99, p50, load) = (figures.Find(Lag.P99, over), figures.Find(Lag.P50, over), figures.Find(Lag.Under, over));
        var reason = p99 is null ? string.Empty : $"p50 {p50?.Text} ms, p99 {p99.Text} ms under {load?.Text} commands/s";
        return new($"lag to Reporting's view {over}, p99 at half load", Nobody, 1, "s", p99?.Median / 1000, true, reason);
    }

    private static Goal Next(Figures figures)
    {
        var (p99, p50, most) = (
            figures.Find(NextCommand.P99, NextCommand.After),
            figures.Find(NextCommand.P50, NextCommand.After),
            figures.Find(NextCommand.Most, NextCommand.After)
        );
        var reason = p99 is null ? string.Empty : $"p50 {p50?.Text} ms, p99 {p99.Text} ms, {most?.Text} ms at most";
        return new("the next command in the ledger after a load, p99", Nobody, 1, "s", p99?.Median / 1000, true, reason);
    }

    private static Goal Resident(Figures figures)
    {
        var loaded = figures.All.Where(f => f.Measure == Footprint.Loaded).ToList();
        var reason = string.Join(", ", loaded.Select(f => $"{f.Who} {f.Text} MB"));
        return new("resident memory of a service under load", Nobody, 180, "MB", loaded.Max(f => (double?)f.Median), true, reason);
    }

    private static Goal Overloaded(Figures figures, string who)
    {
        var (most, least) = (figures.Find(Overload.P99, who), figures.Find(Overload.P99, Overload.Unloaded));
        var (turned, rate, before) = (
            figures.Find(Overload.Turned, who),
            figures.Find(Overload.Rate, who),
            figures.Find(Overload.Rate, Overload.Unloaded)
        );
        var reason =
            $"{most?.Text} ms beside {least?.Text} ms; {turned?.Text} % of the requests are turned away, which costs its part: "
            + $"{rate?.Text} commands/s beside {before?.Text}";
        return new($"p99 of admitted commands, 256 clients that {who}", "16 clients", 2, "×", Figures.Ratio(most, least), true, reason);
    }

    private static string CommandReason(Figures figures, IReadOnlyList<IReadOnlyList<Statement>> statements)
    {
        var cpu = figures.All.Where(f => f.Measure == OneCommand.Cpu).ToList();
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
                cpu.Count == 0
                    ? null
                    : $"with what follows it takes {Figure.Number(cpu.Sum(f => f.Median))} ms of the processors ("
                        + string.Join(", ", cpu.Select(f => $"{f.Who} {Figure.Number(f.Median)}"))
                        + ")",
                own is { } share
                    ? $"those statements alone, without any of our code, run at {Figure.Number(share)} of the bare append"
                    : null,
                told is { } behind
                    ? $"counted until the ledger that follows has the last one, {Figure.Number(behind)} of the rate remains"
                    : null,
            }.OfType<string>()
        );
    }
}
