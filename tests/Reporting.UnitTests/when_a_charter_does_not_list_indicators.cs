using PracticeAnalysis.Reporting.Disclosure;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>What the charter does not list does not leave (S2): the group counts in no figure, and nobody tells from its absence what it did.</summary>
public class when_a_charter_does_not_list_indicators
{
    private static readonly Quarter Quarter = new(2026, 1);
    private static readonly Scope One = new(ScopeKind.Establishment, "one");
    private static readonly Cube Cube = IndicatorCatalogue.Newest.Cube();

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
                    $"{IndicatorCatalogue.Mapping.Codes[random.Next(7)].Code}/{IndicatorCatalogue.Levels[random.Next(3)]}"
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

        four.Receive(4, "bilans", "indicators");
        four.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        Sessions(four.Released[1]).ShouldBe(12);
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
        world.Receive(2, "indicators");
        world.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        Sessions(world.Released[0]).ShouldBe(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void its_absence_tells_nothing_of_it(int seed)
    {
        // The group was in the first release and is in no later one, nor in the practice's; what is missing is its own.
        var world = Groups(4, seed);
        world.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        world.Receive(4, "bilans");
        world.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        world.Release(new(ScopeKind.Practice, "all"), Quarter, [1]).Refusal.ShouldBeNull();
        var told = world.Released.Select(r => new Told(r.Contributions, MakeRelease.FiguresOf(r.ForCommissioner))).ToList();
        told[0].Shown.Count.ShouldBeGreaterThan(3);
        var missing = told[0].Contributions.Where(c => c.Group == World.GroupId(4)).ToList();
        told[1].Contributions.ShouldNotContain(c => c.Group == World.GroupId(4));
        var attacker = new SolvedApart(Cube, told, Cube.Blur);
        var tried = 0;
        foreach (var cell in Cube.Cells.Where(c => Primary.Unsafe(Cube, c, missing, World.Floor) is not null))
        {
            attacker.Values(Cube, cell.Code, missing).ShouldBeGreaterThanOrEqualTo(Cube.Base, cell.Code);
            tried++;
        }

        tried.ShouldBeGreaterThan(30);
    }

    private static int? Sessions(Earlier release) => release.ForCommissioner.Cells.Single(c => c.Code == "A1").Value;
}
