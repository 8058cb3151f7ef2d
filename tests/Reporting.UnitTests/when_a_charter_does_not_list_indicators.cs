using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>What the charter does not list does not leave (S2): the group counts in no figure, and nobody tells from its absence what it did.</summary>
public class when_a_charter_does_not_list_indicators
{
    private static readonly CalendarPeriod Quarter = new(2026, 1);
    private static readonly Scope One = new(ScopeKind.Establishment, "one");

    private static World Groups(int count, int seed = 1)
    {
        var random = new Random(seed);
        var world = new World();
        for (var g = 1; g <= count; g++)
        {
            int[] persons = [.. Enumerable.Range(100 * g, 6 + random.Next(3))];
            world.Found(g, 1, g % 3, persons);
            for (var session = 0; session < 3; session++)
            {
                world.Meet(
                    g,
                    Quarter.From.AddDays(10 + (20 * session)),
                    persons,
                    $"{IndicatorCatalogue.Mapping.Codes[random.Next(7)].Code}/collective"
                );
            }
        }

        return world;
    }

    [Fact]
    [Keeps("transparency")]
    public void the_group_counts_in_no_figure()
    {
        var (three, four) = (Groups(3), Groups(4));
        four.Receive(4, "bilans", "attendance-rate");
        three.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        four.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        four.Released[0].ForCommissioner.Cells.ShouldBe(three.Released[0].ForCommissioner.Cells);
        four.Released[0].ForPlatforms.Cells.ShouldBe(three.Released[0].ForPlatforms.Cells);

        var listed = Groups(4);
        listed.Receive(4, "bilans", "indicators");
        listed.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        Sessions(listed.Released[0]).ShouldBe(12);
        Sessions(three.Released[0]).ShouldBe(9);
    }

    [Fact]
    [Breaks("transparency")]
    public void where_none_lists_them_nothing_is_released()
    {
        var world = Groups(2);
        world.Receive(1, "bilans");
        world.Receive(2);
        world.Release(One, Quarter, [1]).ShouldBreak("always", "transparency", "S2");
        var listed = Groups(2);
        listed.Receive(1, "bilans");
        listed.Receive(2, "indicators");
        listed.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        Sessions(listed.Released[0]).ShouldBe(3);
    }

    [Fact]
    public void what_is_closed_stays_as_it_was_listed_then()
    {
        // That a group left later would be the difference of two releases.
        var world = Groups(4);
        world.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        world.Receive(4, "bilans");
        world.Release(One, Quarter, [1]).ShouldBreak("always", "release-difference", "design");
        world.Release(new(ScopeKind.Practice, "all"), Quarter, [1]).Refusal.ShouldBeNull();
        world.Released[1].ForCommissioner.Cells.Select(c => c.Value).ShouldBe(world.Released[0].ForCommissioner.Cells.Select(c => c.Value));
    }

    private static int? Sessions(Released release) => release.ForCommissioner.Cells.Single(c => c.Code == "A1").Value;
}
