using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>What the service does of itself once a quarter is over.</summary>
public class when_a_quarter_is_over
{
    private static readonly Quarter Quarter = new(2026, 1);

    private static IndicatorRelease? Closed(IndicatorRelease? last) =>
        QuarterOver.Close(Quarter, last, "cabinet", Quarter.Until.AddDays(7)) is { Refusal: null } decision
            ? Folding.Of<IndicatorRelease>(decision.Id!.Value, decision.Facts)
            : null;

    [Fact]
    public void it_is_closed_under_the_floors_of_the_quarter_closed_last()
    {
        var first = Closed(null)!;
        (first.Floor, first.PlatformFloor).ShouldBe((5, 10));
        first.Id.ShouldBe(IndicatorRelease.IdOf("cabinet", Quarter));
        var next = Closed(first with { Floor = 10, PlatformFloor = 11 })!;
        (next.Floor, next.PlatformFloor).ShouldBe((10, 11));
    }

    [Fact]
    public void not_while_it_runs() =>
        QuarterOver.Close(Quarter, null, "cabinet", Quarter.Until.AddSeconds(-1)).ShouldBreak("always", "closed-period", "design");

    [Fact]
    public void the_pool_comes_first_then_each_establishment_then_what_holds_two_at_least()
    {
        EstablishmentRecord In(string? entity, string territory) => new("123456789", entity, territory);
        var (one, two, three) = (Given.Id(1), Given.Id(2), Given.Id(3));
        var places = new Dictionary<Guid, EstablishmentRecord>
        {
            [one] = In("380000000", "38"),
            [two] = In("380000000", "69"),
            [Given.Id(4)] = In(null, "69"),
        };
        QuarterOver
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
        Quarter.Of(new(2026, 3, 31, 23, 59, 59, TimeSpan.Zero)).ShouldBe(Quarter);
        Quarter.Of(new(2026, 4, 1, 1, 0, 0, TimeSpan.FromHours(2))).ShouldBe(Quarter, "in UTC");
        Quarter.Of(Quarter.Until).ShouldBe(new(2026, 2));
    }
}
