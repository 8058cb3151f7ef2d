using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Reporting.Disclosure;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_making_a_release
{
    private const string Bond = "degraded-social-relations/collective";
    private const string Hours = "working-hours/organisational";
    private static readonly Quarter Quarter = new(2026, 1);
    private static readonly Scope One = new(ScopeKind.Establishment, "one");
    private static readonly DateTimeOffset Day = Story.Day(2, 10);

    // Three groups of eight under two facilitators; two of them met on the bond of the team, one on hours.
    private static World Enough()
    {
        var world = new World();
        for (var g = 1; g <= 3; g++)
        {
            world.Found(g, 1, g % 2, [.. Persons(g)]);
            world.Meet(g, Day, [.. Persons(g)], g == 3 ? Hours : Bond);
            world.Meet(g, Day.AddDays(20), [.. Persons(g).Take(6)], "emotional-demands/individual");
        }

        return world;
    }

    private static IEnumerable<int> Persons(int group) => Enumerable.Range(100 * group, 8);

    private static IndicatorsView Released(World world)
    {
        world.Release(One, Quarter, [1]).Refusal.ShouldBeNull();
        return world.Released[^1].ForCommissioner;
    }

    private static Figure Cell(IndicatorsView view, string code) => view.Cells.Single(c => c.Code == code);

    [Fact]
    public void the_cells_are_always_the_same_in_the_same_order()
    {
        var codes = IndicatorCatalogue.Newest.Indicators.Select(i => i.Code).ToList();
        codes.Distinct().Count().ShouldBe(codes.Count);
        Released(Enough()).Cells.Select(c => c.Code).ShouldBe(codes);
    }

    [Fact]
    public void loads_are_presences_rounded_to_the_base()
    {
        var view = Released(Enough());
        Cell(view, "A1").Value.ShouldBe(6);
        Cell(view, "A2").Value.ShouldBe(540);
        Cell(view, "B1").Value.ShouldBe(25, "24 places");
        Cell(view, "C1").Value.ShouldBe(40, "42 presences");
        Cell(view, "G4").Value.ShouldBe(15, "16 presences at two sessions");
        Cell(view, "G4").Ratio.ShouldBe(38, "of the rounded figures");
        Cell(view, "G4").Groups.ShouldBe("2 to 4");
        Cell(view, "D5").Value.ShouldBe(15, "the same axis under the other scheme");
    }

    [Fact]
    public void working_hours_are_a_factor_of_their_own_and_part_of_an_axis()
    {
        var world = Enough();
        world.Found(4, 1, 0, [.. Persons(4)]);
        world.Meet(4, Day, [.. Persons(4)], Hours);
        var view = Released(world);
        Cell(view, "D2").Value.ShouldBe(15);
        Cell(view, "G1").Value.ShouldBe(15);
        Cell(view, "D1").Quality.ShouldBe("masked");
    }

    [Fact]
    [Keeps("opened-by-agreed-bilan")]
    [Breaks("opened-by-agreed-bilan")]
    public void content_counts_only_where_an_agreed_bilan_covers_its_date()
    {
        Cell(Released(Enough()), "G4").Value.ShouldBe(15);
        var contributions = Contributions.Of(
            [.. Enough().Records(1).Select(r => r with { Agreed = [new(Given.Id(70), false, new(2026, 1, 1), new(2026, 2, 9))] })],
            new Dictionary<Guid, Bilans.Bilan>(),
            Quarter
        );
        contributions.ShouldNotContain(c => c.Element.StartsWith("theme/", StringComparison.Ordinal) || c.Element == "opened");
        contributions.Where(c => c.Element == "present").Sum(c => c.Value).ShouldBe(42);
    }

    [Fact]
    public void zero_few_and_forbidden_look_the_same()
    {
        var view = Released(Enough());
        string[] masked = ["G5", "D2", "T1", "V1", "M1"];
        foreach (var cell in masked.Select(code => Cell(view, code)))
        {
            cell.ShouldBe(new(cell.Code, cell.Name, cell.Class, cell.Unit, null, "masked", MakeRelease.Masked, null, null, null, null));
        }
    }

    [Fact]
    public void platforms_read_no_figure_more_and_those_under_their_floor_are_masked()
    {
        var world = new World();
        for (var g = 1; g <= 2; g++)
        {
            world.Found(g, 1, g, [.. Persons(g).Take(4)]);
            world.Meet(g, Day, [.. Persons(g).Take(4)], Bond);
            world.Meet(g, Day.AddDays(9), [.. Persons(g).Take(4)], "lack-of-autonomy/individual");
        }

        world.Release(One, Quarter, [1]);
        var (commissioner, platforms) = (world.Released[0].ForCommissioner, world.Released[0].ForPlatforms);
        Cell(commissioner, "B1").Value.ShouldBe(10, "eight persons");
        Cell(platforms, "B1").Quality.ShouldBe("masked");
        Cell(platforms, "A1").Value.ShouldBe(4);
        platforms.Cells.Zip(commissioner.Cells).ShouldAllBe(pair => pair.First.Value == null || pair.First.Value == pair.Second.Value);
        (commissioner.Floor, platforms.Floor).ShouldBe((5, 10));
    }

    [Fact]
    [Keeps("release-difference")]
    [Breaks("release-difference")]
    public void a_correction_differs_by_as_many_persons_as_the_floor()
    {
        var world = Enough();
        Released(world);
        world.Release(One, Quarter, [1]).ShouldBreak("always", "release-difference", "design");
        world.Meet(1, Day.AddDays(30), [.. Persons(1).Take(4)], Bond);
        world.Release(One, Quarter, [1]).ShouldBreak("always", "release-difference", "design");
        world.Meet(1, Day.AddDays(31), [.. Persons(1).Skip(3)], Bond);
        Released(world).Number.ShouldBe(2);
    }

    [Fact]
    public void trends_are_between_released_figures()
    {
        var world = Enough();
        for (var g = 1; g <= 3; g++)
        {
            world.Meet(g, Story.Day(5, 4), [.. Persons(g)], Bond, "emotional-demands/individual");
        }

        Released(world);
        world.Release(new(ScopeKind.Practice, "all"), new(2026, 2), [1]);
        world.Release(One, new(2026, 2), [1]);
        var view = world.Released[^1].ForCommissioner;
        Cell(view, "B1").Before.ShouldBe(25);
        Cell(view, "B1").Value.ShouldBe(25);
        Cell(view, "B2").Reference.ShouldBe(100);
        Cell(view, "G4").Value.ShouldBeNull("everyone alike");
        Cell(view, "G4").Before.ShouldBeNull();
    }

    [Fact]
    public void rhythm_is_the_share_of_intervals_that_keep_to_the_frames()
    {
        var world = Enough();
        Cell(Released(world), "B6").Value.ShouldBe(100);
        world.Meet(1, Story.Day(6, 10), [.. Persons(1)], Bond);
        Rhythm.Of(world.Records(1), new(2026, 2)).ShouldBe(0, "more than 62 days after the last one");
        Rhythm.Of(world.Records(1), new(2025, 4)).ShouldBeNull();
    }

    [Fact]
    public void the_same_facts_give_the_same_bytes()
    {
        var (one, other) = (Enough(), Enough());
        one.Release(One, Quarter, [1]).Facts.Select(Story.Json).ShouldBe(other.Release(One, Quarter, [1]).Facts.Select(Story.Json));
    }

    [Fact]
    public void a_release_folds_to_what_is_read_of_it()
    {
        var facts = Enough().Release(One, Quarter, [1]).Facts;
        var published = facts.OfType<ReleasePublished>().Single();
        Canonical.Hash(published.ForCommissioner.Bytes).ShouldBe(published.ForCommissioner.Hash);
        var period = Given.Facts<IndicatorRelease>([
            new PeriodClosed("2026-Q1", 5, 10),
            .. facts,
            new ReleaseRetracted(published.Release, RetractionReason.WrongData),
        ]);
        var release = period.Last(One)!;
        release.For(new("t", Roles.Platform, Given.Id(1))).ShouldBe(published.ForPlatforms);
        release.For(new("t", Roles.Establishment, Given.Id(1))).ShouldBe(published.ForCommissioner);
        release.Retraction.ShouldBe(RetractionReason.WrongData);
        release.Suppressed.ShouldContain(new SuppressedCell("T1", Withheld.Few, Audience.Everyone));
        RetractRelease.Decide(new(RetractionReason.WrongScope), period, published.Release).ShouldBeRefused(409);
        RetractRelease.Decide(new(RetractionReason.WrongScope), period, Given.Id(3)).ShouldBeRefused(404);
    }

    [Fact]
    public void nothing_released_is_of_a_person_or_a_session()
    {
        var bytes = Enough().Release(One, Quarter, [1]).Facts.OfType<ReleasePublished>().Single().ForCommissioner.Bytes;
        for (var id = 1000; id < 12_000; id++)
        {
            if (Given.Id(id) != IndicatorsViewRelease(bytes))
            {
                bytes.ShouldNotContain(Given.Id(id).ToString());
            }
        }

        typeof(Figure)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(string))
            .Select(p => p.Name)
            .ShouldBe(["Code", "Name", "Class", "Unit", "Quality", "Reason", "Groups"], "all words of the catalogue, no text of anybody");
    }

    private static Guid IndicatorsViewRelease(string bytes) => IndicatorsView.Read(new(bytes, string.Empty)).Release;

    [Fact]
    public void tracks_decisions_and_places_are_counted_once()
    {
        var world = Enough();
        for (var track = 0; track < 6; track++)
        {
            var group = (track % 2) + 1;
            TrackLearned Track(string state, int day, long version) =>
                new(
                    new(
                        Given.Id(9000 + track),
                        World.GroupId(group),
                        Given.Id(2),
                        state,
                        new(Given.Id(9000 + track), version, Story.Day(2, day)),
                        [World.Person(100 * group)]
                    )
                );
            EndorsementLearned Endorsed(int by, int day, long version) =>
                new(
                    new TrackEndorsed(
                        Given.Id(9000 + track),
                        World.GroupId(group),
                        Given.Id(2),
                        World.Person((100 * group) + by),
                        new(Given.Id(9000 + track), version, Story.Day(2, day))
                    )
                );
            world.Tell(
                group,
                Track("opened", 11, 1),
                Endorsed(1, 12, 2),
                Endorsed(2, 13, 3),
                Endorsed(3, 14, 4),
                Track("completed", 21, 5)
            );
        }

        var view = Released(world);
        Cell(view, "T1").Value.ShouldBe(5, "six tracks");
        Cell(view, "T2").Value.ShouldBe(5);
        Cell(view, "T3").Value.ShouldBe(5);
        Cell(view, "T4").Ratio.ShouldBe(12, "sixty days over five, both rounded");
    }

    [Fact]
    public void a_pulse_counts_answers_of_nobody_in_particular()
    {
        var world = new World();
        for (var g = 1; g <= 3; g++)
        {
            world.Found(g, 1, g % 2, [.. Persons(g)]);
            world.Meet(g, Day, [.. Persons(g)], g == 3 ? Hours : Bond);
            world.Pulse(g, answered: 7, favourable: 3 + g);
        }

        var view = Released(world);
        Cell(view, "N1").Value.ShouldBe(20, "21 answers");
        Cell(view, "W1").Value.ShouldBe(15, "4, 5 and 6 of them");
        Cell(view, "W1").Ratio.ShouldBe(75);

        // Everyone spoke well of it: it is withheld, as every figure over content that tells what each one said.
        var alike = new World();
        for (var g = 1; g <= 3; g++)
        {
            alike.Found(g, 1, g % 2, [.. Persons(g)]);
            alike.Meet(g, Day, [.. Persons(g)], Bond);
            alike.Pulse(g, answered: 6, favourable: 6);
        }

        Cell(Released(alike), "W1").Value.ShouldBeNull();
    }

    [Fact]
    public void the_answers_of_one_group_are_of_no_more_persons_than_answered_at_once()
    {
        // The same six may have answered each time: six persons at the least, and never more.
        var world = new World();
        world.Found(1, 1, 1, [.. Persons(1)]);
        for (var session = 0; session < 3; session++)
        {
            world.Meet(1, Day.AddDays(session), [.. Persons(1)], Bond);
            world.Pulse(1, answered: 6, favourable: 4);
        }

        var contributions = Contributions.Of(world.Records(1), new Dictionary<Guid, Bilans.Bilan>(), Quarter);
        var answers = contributions.Where(c => c.Element.StartsWith("pulse/usefulness/", StringComparison.Ordinal)).ToList();
        answers.Sum(a => a.Value).ShouldBe(18);
        answers.SelectMany(a => a.Persons).Distinct().Count().ShouldBe(6);
        answers.Where(a => a.Element.EndsWith("/well", StringComparison.Ordinal)).SelectMany(a => a.Persons).Distinct().Count().ShouldBe(4);
    }
}
