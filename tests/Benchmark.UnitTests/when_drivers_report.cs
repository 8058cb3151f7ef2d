namespace PracticeAnalysis.Benchmark.UnitTests;

public class when_drivers_report
{
    private const string Wrote = """
        Running 2s test @ http://127.0.0.1:1
          1 threads and 16 connections
        {"requests":4000,"seconds":2.000000,"refused":0,"broken":0,"p50":7.500000,"p99":21.250000}

        """;

    [Fact]
    public void what_wrk_saw_is_read() => Wrk.Read(Wrote).ShouldBe(new Load(4000, 2, 2000, 7.5, 21.25));

    [Fact]
    public void who_was_turned_away_is_counted_apart() =>
        Wrk.Read(Wrote.Replace("\"refused\"", "\"turned\":250,\"refused\"", StringComparison.Ordinal))
            .ShouldBe(new Load(4000, 2, 2000, 7.5, 21.25) { Turned = 250 });

    [Theory]
    [InlineData("refused")]
    [InlineData("broken")]
    public void no_figure_is_made_of_what_was_refused(string how) =>
        Should.Throw<InvalidOperationException>(() => Wrk.Read(Wrote.Replace($"\"{how}\":0", $"\"{how}\":1", StringComparison.Ordinal)));

    [Fact]
    public void what_pgbench_saw_is_read()
    {
        var load = Pgbench.Read(
            """
            number of clients: 16
            number of transactions actually processed: 19000
            number of failed transactions: 0 (0.000%)
            latency average = 1.684 ms
            initial connection time = 20.000 ms
            tps = 9500.000000 (without initial connection time)
            """
        );
        load.ShouldBe(new Load(19000, 2, 9500, null, null));
        Should.Throw<InvalidOperationException>(() => Pgbench.Read("pgbench: error"));
    }

    [Theory]
    [InlineData("--quick", "quick", 8)]
    [InlineData("", "full", 8)]
    [InlineData("--quick --only command", "quick", 1)]
    [InlineData("--only lag --only replay", "full", 2)]
    public void arguments_say_what_is_measured(string arguments, string plan, int measures)
    {
        var asked = Plan.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldNotBeNull();
        asked.Name.ShouldBe(plan);
        asked.Only.Count.ShouldBe(measures);
    }

    [Theory]
    [InlineData("--only")]
    [InlineData("--only nothing")]
    [InlineData("--fast")]
    public void others_are_not_understood(string arguments) => Plan.Of(arguments.Split(' ')).ShouldBeNull();
}
