using System.Globalization;
using System.Text;
using PracticeAnalysis.Benchmark.Measures;

namespace PracticeAnalysis.Benchmark.Report;

/// <summary>A result as a page in Markdown, and the charts that it shows.</summary>
internal static class Page
{
    /// <summary>The titles of the tables, by the prefix of their figures' names.</summary>
    private static readonly (string Prefix, string Title, string At)[] Parts =
    [
        (OneCommand.Rate, "A one-event command over HTTP", "clients"),
        ("overload", "More commands than it can do", "clients"),
        ("replay", "Replay, proof, state as of a version, rebuild", "rows"),
        ("lag", "Lag under half load, and after an outage of the broker", "clients"),
        ("next", "The next command after a load, until it is in the tree", "clients"),
        ("footprint", "Start-up and resident memory", "clients"),
        (Sessions.Rate, "Whole sessions through the gateway", "sessions"),
        ("growth", "As the store grows", "events"),
    ];

    /// <summary>The charts, by name.</summary>
    public static IEnumerable<(string Name, string Drawing)> Charts(Result result) =>
        from part in Parts
        from figures in Of(result, part.Prefix).GroupBy(f => f.Measure)
        where figures.Count() > 1
        select (figures.Key, Chart.Of($"{part.Title}: {figures.Key}, {figures.First().Unit}", part.At, [.. figures]));

    /// <summary>The page.</summary>
    public static string Of(Result result)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Measured, {result.Plan} run of {result.Date}\n\n");
        AppendMachine(page, result.Machine);
        AppendGoals(page, result);
        foreach (var part in Parts)
        {
            AppendPart(page, result, part.Title, part.At, [.. Of(result, part.Prefix)]);
        }

        Capacity.Append(page, result);
        AppendStatements(page, result);
        return page.ToString();
    }

    private static IEnumerable<Figure> Of(Result result, string prefix) =>
        result.Figures.Where(f => f.Measure == prefix || f.Measure.StartsWith($"{prefix}-", StringComparison.Ordinal));

    private static void AppendMachine(StringBuilder page, Machine machine)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            {machine.Cores} cores ({machine.Processor}), {machine.MemoryGigabytes:F0} GB, {machine.System}, {machine.FileSystem}; {machine.DotNet};
            PostgreSQL {machine.PostgreSql} ({string.Join(", ", machine.Settings.Select(s => $"{s.Key} = {s.Value}"))}).
            Services, peers, database and load share these cores. A figure is the median of its rounds, ± half of how far they lie apart.


            """
        );
    }

    private static void AppendGoals(StringBuilder page, Result result)
    {
        var figures = new Figures();
        figures.Add(result.Figures);
        page.Append("| work | reference | goal | reached |\n| --- | --- | --- | --- |\n");
        var goals = Goals.Of(figures, result.Statements);
        foreach (var goal in goals)
        {
            var reached = goal.Reached is { } value ? $"{Figure.Number(value)} {goal.Unit}" : "not measured";
            var bold = goal.IsReached == true ? $"**{reached}**" : reached;
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {goal.Work} | {goal.Reference} | {(goal.AtMost ? "≤" : "≥")} {Figure.Number(goal.Limit)} {goal.Unit} | {bold} |\n"
            );
        }

        page.Append('\n');
        foreach (var reason in goals.Where(g => g.IsReached == false && g.Reason.Length > 0).GroupBy(g => g.Reason))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"Short of the goal: {string.Join("; ", reason.GroupBy(g => g.Work).Select(Named))}: {reason.Key}.\n\n"
            );
        }
    }

    private static string Named(IGrouping<string, Goal> goals) =>
        goals.Key
        + string.Concat(goals.Where(g => g.Reference != Goals.Nobody).Select((g, n) => $"{(n == 0 ? " beside" : ";")} {g.Reference}"));

    private static void AppendPart(StringBuilder page, Result result, string title, string at, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        foreach (var measure in figures.GroupBy(f => f.Measure))
        {
            var columns = measure.Select(f => f.At).Distinct().Order().ToList();
            page.Append(CultureInfo.InvariantCulture, $"| {measure.Key}, {measure.First().Unit} |");
            page.AppendJoin("|", columns.Select(c => c is { } n ? $" {n.ToString("N0", CultureInfo.InvariantCulture)} {at} " : " "));
            page.Append("|\n| --- |").AppendJoin("|", columns.Select(_ => " ---: ")).Append("|\n");
            foreach (var who in measure.GroupBy(f => f.Who))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {who.Key} |");
                page.AppendJoin("|", columns.Select(c => $" {who.FirstOrDefault(f => f.At == c)?.Text} ")).Append("|\n");
            }

            page.Append('\n');
            if (measure.Count() > 1)
            {
                page.Append(CultureInfo.InvariantCulture, $"![{measure.Key}]({result.Plan}-{measure.Key}.svg)\n\n");
            }
        }
    }

    private static void AppendStatements(StringBuilder page, Result result)
    {
        if (result.Statements.Count == 0)
        {
            return;
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"## The statements of one command\n\n{StatementTable.Sum(result.Statements)}. Before each: transaction and round trip, p where it was prepared.\n\n```\n"
        );
        page.AppendJoin('\n', StatementTable.Lines(result.Statements)).Append("\n```\n");
    }
}
