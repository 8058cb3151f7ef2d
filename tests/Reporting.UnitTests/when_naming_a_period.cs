using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_naming_a_period
{
    [Theory]
    [InlineData("2026-Q1", 2026, 1)]
    [InlineData("2000-Q4", 2000, 4)]
    [InlineData("2199-Q3", 2199, 3)]
    [InlineData("2026", 2026, null)]
    public void it_reads_as_it_is_written(string text, int year, int? number)
    {
        CalendarPeriod.Parse(text).ShouldBe(new(year, number));
        CalendarPeriod.Parse(text)!.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("20266")]
    [InlineData("1999")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q11")]
    [InlineData("2026-q1")]
    [InlineData("2026_Q1")]
    [InlineData("1999-Q4")]
    [InlineData("2200-Q1")]
    [InlineData("+026-Q1")]
    [InlineData(" 026-Q1")]
    [InlineData("2026-Q１")]
    public void anything_else_is_none(string text) => CalendarPeriod.Parse(text).ShouldBeNull();

    [Fact]
    public void quarters_follow_each_other_without_gap_or_overlap()
    {
        CalendarPeriod[] year = [new(2026, 1), new(2026, 2), new(2026, 3), new(2026, 4), new(2027, 1)];
        year.Zip(year.Skip(1)).ShouldAllBe(pair => pair.First.Until == pair.Second.From);
        year[0].From.ShouldBe(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        year[0].Holds(year[0].From).ShouldBeTrue();
        year[0].Holds(year[0].From.AddTicks(-1)).ShouldBeFalse();
        year[0].Holds(year[0].Until).ShouldBeFalse();
        year[0].Holds(year[0].Until.AddTicks(-1)).ShouldBeTrue();
        new CalendarPeriod(2026).Quarters.ShouldBe(year[..4]);
        (new CalendarPeriod(2026).From, new CalendarPeriod(2026).Until).ShouldBe((year[0].From, year[4].From));
        (new CalendarPeriod(2026).Before, year[0].Before).ShouldBe((new(2025), new(2025, 4)));
    }

    [Fact]
    [Keeps("closed-period")]
    [Breaks("closed-period")]
    public void its_figures_wait_until_it_is_closed()
    {
        CalendarPeriod first = new(2026, 1);
        first.Running(first.Until).ShouldBeNull();
        first.Running(first.Until.AddTicks(-1))!.Rules.ShouldBe([new("always", "closed-period", "design")]);
    }
}
