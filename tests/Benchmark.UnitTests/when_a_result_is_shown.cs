using System.Xml.Linq;
using PracticeAnalysis.Benchmark.Measures;
using PracticeAnalysis.Benchmark.Report;

namespace PracticeAnalysis.Benchmark.UnitTests;

public class when_a_result_is_shown
{
    private static readonly Machine Machine = new(
        2,
        "a processor",
        23,
        "Linux",
        "ext4",
        ".NET 10",
        "15.18",
        new Dictionary<string, string> { ["fsync"] = "on" }
    );

    [Fact]
    public void a_chart_has_a_bar_for_each_figure()
    {
        var chart = XDocument.Parse(Chart.Of("Rates & ratios", "clients", [Rate("ours", 50, 70, 60), Rate("a <peer>", 100)]));
        var svg = chart.Root!.Name.Namespace;
        var bars = chart.Descendants(svg + "rect").Where(r => r.Attribute("fill")!.Value != "white").ToList();
        bars.Count.ShouldBe(2);
        double Wide(XElement bar) => double.Parse(bar.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture);
        (Wide(bars[0]) / Wide(bars[1])).ShouldBe(0.6, 0.01);
        chart.Descendants(svg + "text").Select(t => t.Value).ShouldContain("a <peer>");
    }

    [Fact]
    public void a_goal_is_judged_by_the_figures_and_a_reason_stands_only_where_it_falls_short()
    {
        var page = Shown(Rate(OneCommand.Ours, 90), Rate(OneCommand.Append, 100), Rate(OneCommand.Statements, 300));
        page.ShouldContain("| one-event command, 16 clients | pgbench, bare append | ≥ 0.35 × | **0.90 ×** |");
        page.ShouldContain("| one-event command, 16 clients | pgbench, the command's own statements | ≥ 0.60 × | 0.30 × |");
        page.ShouldContain("| one-event command, 16 clients | Emmett + Express, no projection | ≥ 3.00 × | not measured |");
        page.ShouldContain("Short of the goal: one-event command, 16 clients beside pgbench, the command's own statements: those");
        Shown(Rate(OneCommand.Ours, 90), Rate(OneCommand.Append, 100)).ShouldNotContain("Short of the goal");
    }

    [Fact]
    public void where_less_is_better_a_goal_is_a_most()
    {
        var page = Shown(
            new(Footprint.Loaded, "session", null, "MB", [150]),
            new(Footprint.Loaded, "reporting", null, "MB", [170]),
            new(Lag.P99, Lag.Queues, null, "ms", [2000]),
            new(Lag.P99, Lag.RabbitMq, null, "ms", [700]),
            new(Overload.P99, Overload.Unloaded, Plan.Compared, "ms", [40]),
            new(Overload.P99, Overload.Patient, 256, "ms", [60]),
            new(Overload.P99, Overload.Impatient, 256, "ms", [100]),
            new(Growth.Append, "ours", Growth.Base, "ms", [10]),
            new(Growth.Append, "ours", 1_000_000, "ms", [11])
        );
        page.ShouldContain("| resident memory of a service under load | – | ≤ 180 MB | **170 MB** |");
        page.ShouldContain("| lag to Reporting's view over PostgreSQL's queues, p99 at half load | – | ≤ 1.00 s | 2.00 s |");
        page.ShouldContain("| lag to Reporting's view over RabbitMQ, a database each, p99 at half load | – | ≤ 1.00 s | **0.70 s** |");
        page.ShouldContain($"| p99 of admitted commands, 256 clients that {Overload.Patient} | 16 clients | ≤ 2.00 × | **1.50 ×** |");
        page.ShouldContain($"| p99 of admitted commands, 256 clients that {Overload.Impatient} | 16 clients | ≤ 2.00 × | 2.50 × |");
        page.ShouldContain("| append at 1,000,000 events | at 100,000 | ≤ 1.20 × | **1.10 ×** |");
        page.ShouldContain("Short of the goal: lag to Reporting's view over PostgreSQL's queues, p99 at half load: p50  ms, p99 2,000 ms");
        page.ShouldNotContain("session 150 MB");
    }

    [Fact]
    public void what_a_year_of_a_hundred_groups_took_is_worked_up_and_what_ends_first_stands_first()
    {
        var page = Shown(
            new(Sessions.Year, "a year of 100 groups", null, "s", [60]),
            new(Sessions.YearTold, "a year of 100 groups", null, "events", [50_400]),
            new(Sessions.YearKept, "a year of 100 groups", null, "events", [100_800]),
            new(Sessions.YearDisk, "a year of 100 groups", null, "MB", [204.8]),
            new(OneCommand.Told, OneCommand.Gateway, Plan.Compared, "commands/s", [500]),
            new(Replay.Proof, Replay.Ours, null, "events/s", [50_000]),
            new(Replay.Rebuild, Replay.Ours, null, "events/s", [100_000])
        );

        // 504 events a group and year, five times the mean of 1,400 hours: 0.0005 a second; 500 a second is there.
        page.ShouldContain("a second | 500 | 0.05 | 10.0 | 45.0 | 500,000 establishments |");
        page.ShouldContain("| disk after ten years, GB | 1,024 | 2.00 | 400 | 1,800 | 25,600 establishments |");
        page.ShouldContain("The first line breaks first: disk after ten years.");
        page.IndexOf("disk after ten years", StringComparison.Ordinal)
            .ShouldBeLessThan(page.IndexOf("told to the end", StringComparison.Ordinal));
        Shown(new Figure(Sessions.Year, "a year of 100 groups", null, "s", [60])).ShouldNotContain("## Capacity");
    }

    [Fact]
    public void the_machine_is_described() => Shown(Rate("ours", 1)).ShouldContain("PostgreSQL 15.18 (fsync = on)");

    private static string Shown(params Figure[] figures) => Page.Of(new Result("quick", "2026-11-25", Machine, figures, []));

    private static Figure Rate(string who, params double[] rounds) => new(OneCommand.Rate, who, Plan.Compared, "commands/s", rounds);
}
