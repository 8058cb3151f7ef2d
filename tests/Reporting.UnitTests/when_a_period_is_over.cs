using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>What the service does of itself once a quarter or a year is over, and what closing it means.</summary>
public class when_a_period_is_over
{
    private static readonly CalendarPeriod Quarter = new(2026, 1);
    private static readonly CalendarPeriod Year = new(2025);

    private static Decision Close(CalendarPeriod period, DateTimeOffset now, params IReadOnlyList<IndicatorRelease> quarters) =>
        ClosePeriod.Decide(new(period.ToString()), null, quarters, [], [], "cabinet", now);

    [Fact]
    public void it_is_closed_once_it_has_ended()
    {
        var closed = Close(Quarter, Quarter.Until);
        closed.Id.ShouldBe(IndicatorRelease.IdOf("cabinet", Quarter));
        closed.ShouldHappen(new PeriodClosed("2026-Q1", 5, 10, [], []));
        Close(Quarter, Quarter.Until.AddSeconds(-1)).ShouldBreak("always", "closed-period", "design");
    }

    [Fact]
    public void a_year_is_closed_31_days_after_its_end_and_after_its_quarters()
    {
        IndicatorRelease[] quarters = [.. Year.Quarters.Select(q => new IndicatorRelease(q.ToString(), 5, 10, []) { Groups = [] })];
        Close(Year, Year.Until.AddDays(31), quarters).Refusal.ShouldBeNull();
        Close(Year, Year.Until.AddDays(31).AddSeconds(-1), quarters).ShouldBreak("always", "closed-period", "design");
        Close(Year, Year.Until.AddDays(31), [.. quarters.Skip(1)]).ShouldBeRefused(409);
        Close(Year, Year.Until.AddDays(31), [.. quarters.Skip(1), quarters[0] with { Groups = null }]).ShouldBeRefused(409);
    }

    [Fact]
    public void the_practice_then_each_establishment_then_what_holds_two_at_least()
    {
        EstablishmentRecord In(string? entity, string territory) => new("123456789", entity, territory);
        var (one, two, three) = (Given.Id(1), Given.Id(2), Given.Id(3));
        var places = new Dictionary<Guid, EstablishmentRecord>
        {
            [one] = In("380000000", "38"),
            [two] = In("380000000", "69"),
            [Given.Id(4)] = In(null, "69"),
        };
        PeriodOver
            .Scopes([three, two, one], places)
            .Select(s => $"{Words.Of(s.Kind)}/{s.Code}")
            .ShouldBe([
                "practice/all",
                $"establishment/{one}",
                $"establishment/{two}",
                $"establishment/{three}",
                "entity/380000000",
                "association/123456789",
            ]);
    }

    [Fact]
    public void a_moment_lies_in_one_quarter()
    {
        CalendarPeriod.Of(new(2026, 3, 31, 23, 59, 59, TimeSpan.Zero)).ShouldBe(Quarter);
        CalendarPeriod.Of(new(2026, 4, 1, 1, 0, 0, TimeSpan.FromHours(2))).ShouldBe(Quarter, "in UTC");
        CalendarPeriod.Of(Quarter.Until).ShouldBe(new(2026, 2));
    }
}
