namespace PracticeAnalysis.Benchmark.UnitTests;

public class when_figures_are_summed_up
{
    [Theory]
    [InlineData(new double[] { 3 }, 3)]
    [InlineData(new double[] { 9, 1, 5 }, 5)]
    [InlineData(new double[] { 4, 1, 2, 100 }, 3)]
    public void the_median_is_the_middle_round(double[] rounds, double median) => Rounds(rounds).Median.ShouldBe(median);

    [Fact]
    public void the_spread_is_how_far_rounds_lie_apart_in_parts_of_the_median()
    {
        Rounds(90, 100, 130).Spread.ShouldBe(0.4, 1e-9);
        Rounds(90, 100, 130).Text.ShouldBe("100 ±20 %");
        Rounds(0, 0).Spread.ShouldBe(0);
    }

    [Fact]
    public void nothing_has_no_median() => Should.Throw<InvalidOperationException>(() => Figure.MedianOf([]));

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    [InlineData(0, 1)]
    public void a_percentile_is_the_nearest_rank(double part, double value) =>
        Figure.PercentileOf([.. Enumerable.Range(1, 100).Select(n => (double)n).Reverse()], part).ShouldBe(value);

    [Fact]
    public void rounds_of_one_cell_come_together_and_a_ratio_is_of_medians()
    {
        var figures = new Figures();
        figures.Add("command", "ours", 16, "commands/s", 100);
        figures.Add("command", "ours", 16, "commands/s", 300);
        figures.Add("command", "ours", 16, "commands/s", 200);
        figures.Add("command", "ours", 64, "commands/s", 7);
        figures.Add("command", "limit", 16, "commands/s", 400);
        figures.All.Count.ShouldBe(3);
        Figures.Ratio(figures.Find("command", "ours", 16), figures.Find("command", "limit", 16)).ShouldBe(0.5);
        Figures.Ratio(figures.Find("command", "ours", 16), figures.Find("command", "nobody", 16)).ShouldBeNull();
    }

    private static Figure Rounds(params double[] rounds) => new("command", "ours", 16, "commands/s", rounds);
}
