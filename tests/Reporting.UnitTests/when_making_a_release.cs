using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_making_a_release
{
    private const string Bond = "degraded-social-relations/collective";
    private const string Hours = "working-hours/organisational";
    private static readonly CalendarPeriod Year = new(2025);
    private static readonly CalendarPeriod Quarter = new(2025, 1);
    private static readonly Scope One = new(ScopeKind.Establishment, World.Establishment(1).ToString());
    private static readonly Scope Pool = new(ScopeKind.Practice, "all");

    private static IEnumerable<int> Persons(int group, int count = 8) => Enumerable.Range(100 * group, count);

    // Groups of eight under two facilitators, which meet each month and agree on a bilan of the year; some of them are of another establishment.
    private static World Groups(int count, int elsewhere = 0, bool agreed = true, int facilitators = 2)
    {
        var world = new World();
        var groups = Enumerable.Range(1, count + elsewhere).ToList();
        groups.ForEach(g => world.Found(g, g > count ? 2 : 1, g % facilitators, [.. Persons(g)]));
        foreach (var quarter in Year.Quarters)
        {
            foreach (var (g, month) in groups.SelectMany(g => Enumerable.Range(0, 3).Select(m => (g, m))))
            {
                world.Meet(
                    g,
                    quarter.From.AddDays(9 + (30 * month)),
                    [.. Persons(g, 7)],
                    month == 0 ? Bond : "emotional-demands/individual"
                );
            }

            if (quarter.Quarter < 4)
            {
                world.Close(quarter);
            }
        }

        groups.ForEach(g => world.Agree(g, new(2025, 1, 1), new(2025, agreed ? 12 : 1, agreed ? 31 : 1)));
        return world;
    }

    private static Figure Cell(IndicatorsView view, string code) => view.Cells.Single(c => c.Code == code);

    [Fact]
    public void the_cells_are_always_the_same_in_the_same_order()
    {
        var codes = IndicatorCatalogue.Newest.Indicators.Select(i => i.Code).ToList();
        codes.Distinct().Count().ShouldBe(codes.Count);
        Groups(1).Read(Quarter).Cells.Select(c => c.Code).ShouldBe(codes);
        codes.ShouldNotContain("B4", "B5 and B4 told who left");
    }

    [Fact]
    public void what_everybody_knows_is_told_as_it_is()
    {
        var view = Groups(2).Read(Quarter);
        Cell(view, "A1").Value.ShouldBe(6);
        Cell(view, "A2").Value.ShouldBe(540);
        Cell(view, "B1")
            .ShouldBe(new("B1", "coverage", "A", "places", 16, "released", null, "2 to 4", null, 16, new(100, 100), null, new(100, 100)));
        Cell(view, "B5").Value.ShouldBe(16);
        Cell(view, "B6").Value.ShouldBe(100);
    }

    [Fact]
    public void a_group_that_was_sealed_later_has_no_place_yet()
    {
        // The last quarter is not closed yet, so that it knows of the group.
        var (world, last) = (Groups(2), new CalendarPeriod(2025, 4));
        world.Found(3, 1, 1, last.Until.AddDays(1), [.. Persons(31, 8)]);
        Cell(world.Read(last), "B5").Value.ShouldBe(16);
        Cell(world.Read(last), "B1").Whole.ShouldBe(16);
    }

    [Fact]
    public void attendance_is_a_band_that_follows_from_the_sizes()
    {
        // Two groups, three sessions of eight each: 21 of 24 came in each.
        var view = Groups(2).Read(Quarter);
        Cell(view, "B3").Value.ShouldBe(48);
        Cell(view, "B2").Band.ShouldBe(new(32, 48));
        Cell(view, "B2").Percent.ShouldBe(new(66, 100));
        Cell(view, "B2").Value.ShouldBeNull();
        Bands.Of(24, 8, high: true).ShouldBe([new(0, 9), new(10, 15), new(16, 24)]);
        Bands.Of(12, 6, high: true).ShouldBe([new(0, 5), new(6, 12)]);
        Bands.Of(0, 0, high: true).Count.ShouldBe(1);
    }

    [Fact]
    public void a_year_adds_up_its_quarters_and_tells_of_those_that_told_nothing()
    {
        Cell(Groups(2).Read(Year), "B2").Band.ShouldBe(new(4 * 32, 4 * 48));
        var world = new World();
        world.Found(1, 1, 1, [.. Persons(1, 6)]);
        foreach (var quarter in Year.Quarters)
        {
            world.Meet(1, quarter.From.AddDays(9), [.. Persons(1, 5)], Bond);
        }

        Cell(world.Read(Quarter), "B2").ShouldBe(new("B2", "attendance", "B", "presences", null, "not-offered", "sessions"));
        Cell(world.Read(Year), "B2").Band.ShouldBe(new(18, 24));
    }

    [Fact]
    [Keeps("complementary")]
    public void one_session_of_five_members_tells_nothing_whether_all_came_or_not()
    {
        IndicatorsView After(int came)
        {
            var world = new World();
            world.Found(1, 1, 1, [.. Persons(1, 5)]);
            world.Meet(1, Quarter.From.AddDays(9), [.. Persons(1, came)], Bond);
            return world.Read(Quarter);
        }

        After(5).Cells.ShouldBe(After(4).Cells);
        (Cell(After(5), "B2").Quality, Cell(After(5), "B3").Quality).ShouldBe(("not-offered", "not-offered"), "both or none");
    }

    [Fact]
    [Breaks("complementary")]
    public void what_is_not_offered_follows_from_the_shape_and_not_from_what_was_so()
    {
        // Nobody came at all, or everybody did; always the same theme, or none of it.
        var (none, all) = (new World(), new World());
        foreach (var (world, came, theme) in new[] { (none, 0, Bond), (all, 8, Hours) })
        {
            for (var g = 1; g <= 5; g++)
            {
                world.Found(g, 1, g % 2, [.. Persons(g)]);
                foreach (var quarter in Year.Quarters)
                {
                    for (var n = 0; n < 3; n++)
                    {
                        world.Meet(g, quarter.From.AddDays(9 + n), [.. Persons(g, came)], theme);
                    }
                }

                world.Agree(g, new(2025, 1, 1), new(2025, 12, 31));
            }
        }

        none.Read(Year)
            .Cells.Select(c => (c.Code, c.Quality, c.Reason, c.Whole))
            .ShouldBe(all.Read(Year).Cells.Select(c => (c.Code, c.Quality, c.Reason, c.Whole)));
    }

    [Fact]
    public void no_share_is_above_a_hundred()
    {
        // Thirteen are expected, a fourteenth came; and a session tells of more answers than anybody expects.
        var world = Groups(5);
        world.Tell(1, Story.Held(9, Quarter.From.AddDays(70), 90, 7, [.. Persons(1).Append(900).Select(World.Person)]));
        foreach (var cell in world.Read(Year).Cells.Where(c => c.Percent is not null))
        {
            cell.Percent!.Most.ShouldBeLessThanOrEqualTo(100, cell.Code);
            (cell.Band ?? new(0, 0)).Most.ShouldBeLessThanOrEqualTo(cell.Whole!.Value, cell.Code);
        }
    }

    [Fact]
    public void content_is_of_a_year_and_of_groups_enough()
    {
        var view = Groups(4).Read(Year);
        Cell(view, "C1").Value.ShouldBe(48);
        Cell(view, "D5").Band.ShouldBe(new(0, 17), "sixteen of 48, of which one person knows twelve at the most");
        Cell(view, "D3").Band.ShouldBe(new(18, 48), "thirty-two");
        Cell(view, "D3").Groups.ShouldBe("2 to 4");
        Cell(view, "G4").Band.ShouldBe(Cell(view, "D5").Band);
        var quarter = Groups(4).Read(Quarter);
        (Cell(quarter, "D3").Quality, Cell(quarter, "D3").Reason).ShouldBe(("not-offered", "year"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void of_three_groups_none_is_told_as_who_is_in_one_would_come_near_the_others(int groups)
    {
        var view = Groups(groups).Read(Year);
        view.Cells.Where(c => c.Class == "C").ShouldAllBe(c => c.Quality == "not-offered");
        Cell(view, "D3").Reason.ShouldBe(groups == 1 ? "facilitator" : "groups");
        Bands.Of(12 * groups, 12, 12).Count.ShouldBe(1);
    }

    [Fact]
    public void a_person_in_two_groups_knows_both()
    {
        var world = Groups(4);
        world.Join(1, 200, Quarter.From.AddYears(-1));
        Cell(world.Read(Year), "D3").Reason.ShouldBe("groups");
    }

    [Fact]
    public void who_has_too_few_reads_the_practice()
    {
        var world = Groups(4, elsewhere: 1);
        world.Release(Pool, Year, 1, 2);
        var pool = world.Released[^1].ForCommissioner;
        var view = world.Read(Year, 2);
        var (cell, own) = (Cell(view, "D3"), Cell(pool, "D3"));
        (cell.Quality, cell.Reason, cell.Band, cell.Whole).ShouldBe(("pooled", "facilitator", own.Band, own.Whole));
        Cell(view, "C1").Value.ShouldBe(12, "its own");
        view.Summary!.Pooled.ShouldBe(16);
        view.Summary.Needs.ShouldBe(["facilitator"]);
    }

    [Fact]
    public void one_facilitator_alone_tells_no_content() =>
        Cell(Groups(6, facilitators: 1).Read(Year), "D3").Reason.ShouldBe("facilitator");

    [Fact]
    [Keeps("opened-by-agreed-bilan")]
    [Breaks("opened-by-agreed-bilan")]
    public void content_counts_only_where_an_agreed_bilan_opens_it()
    {
        var none = Groups(5, agreed: false).Read(Year);
        (Cell(none, "C1").Value, Cell(none, "D3").Quality, Cell(none, "D3").Reason).ShouldBe((0, "not-offered", "bilan"));
        Cell(Groups(5).Read(Year), "C1").Value.ShouldBe(60);
    }

    [Fact]
    public void a_bilan_opens_the_sessions_that_were_told_when_it_was_locked()
    {
        var world = Groups(5);
        world.Meet(1, Year.Until.AddDays(-4), [.. Persons(1)], Hours);
        Cell(world.Read(Year), "C1").Value.ShouldBe(60, "the late one is held, and not opened");
        Cell(world.Read(Year), "A1").Value.ShouldBe(61);

        // Of a bilan that was agreed before bilans said which, all that were told.
        var old = Folding.Of<GroupRecord>(
            World.GroupId(1),
            [
                .. world.FactsOf(1).Take(4),
                new BilanAgreementRecorded(Given.Id(2), Given.Id(70), 5, false, new(2025, 1, 1), new(2025, 12, 31)),
                .. world.FactsOf(1).Skip(4).Take(2),
            ]
        )!;
        old.Sessions.Select(s => old.Agreed[0].Opens(s)).ShouldBe([true, false]);
    }

    [Fact]
    public void made_up_persons_lift_nothing_over_the_floor()
    {
        IndicatorsView With(int madeUp)
        {
            var world = new World();
            world.Found(1, 1, 1, [.. Persons(1, 4)]);
            for (var n = 0; n < madeUp; n++)
            {
                world.Join(1, 150 + n, Quarter.From.AddDays(2));
            }

            for (var n = 0; n < 3; n++)
            {
                world.Meet(1, Quarter.From.AddDays(9 + n), [.. Persons(1, 4), .. Enumerable.Range(150, madeUp)], Bond);
            }

            return world.Read(Quarter);
        }

        Cell(With(0), "B2").Reason.ShouldBe("persons");
        Cell(With(4), "B2").ShouldBe(Cell(With(0), "B2"));
    }

    [Fact]
    public void made_up_persons_lift_no_figure_into_a_higher_band()
    {
        // Five of eight came to each of three sessions.
        var world = new World();
        world.Found(1, 1, 1, [.. Persons(1)]);
        for (var n = 0; n < 3; n++)
        {
            world.Join(1, 150 + n, Quarter.From.AddDays(2));
        }

        for (var n = 0; n < 3; n++)
        {
            world.Meet(1, Quarter.From.AddDays(9 + n), [.. Persons(1, 5), 150, 151, 152], Bond);
        }

        Cell(world.Read(Quarter), "B2").Band.ShouldBe(new(10, 15));
    }

    [Fact]
    public void who_accepts_the_charter_in_a_quarter_counts_from_the_next_one_on()
    {
        var record = Groups(1).Record(1) with { };
        record.Counting(Quarter.From).Count.ShouldBe(8);
        var world = Groups(1);
        world.Join(1, 900, Quarter.From.AddDays(1));
        world.Record(1).Counting(Quarter.From).ShouldNotContain(World.Person(900));
        world.Record(1).Counting(Quarter.Until).ShouldContain(World.Person(900));
        world.Tell(1, new DepartureNoted(Given.Id(2), World.Person(100), Story.Origin(Quarter.From.AddDays(5))));
        world.Record(1).Counting(Quarter.Until).ShouldNotContain(World.Person(100));
    }

    [Fact]
    public void the_order_of_publication_changes_nothing()
    {
        World Twelve()
        {
            var world = new World();
            for (var g = 1; g <= 3; g++)
            {
                world.Found(g, g == 3 ? 2 : 1, g % 2, [.. Persons(g, g == 3 ? 4 : 6)]);
                world.Meet(g, Quarter.From.AddDays(9), [.. Persons(g, 6)], Bond);
                world.Meet(g, Quarter.From.AddDays(29), [.. Persons(g, 5)], Bond);
            }

            return world;
        }

        var (poolFirst, poolLast) = (Twelve(), Twelve());
        poolFirst.Release(Pool, Quarter, 1, 2);
        var (after, before) = (poolFirst.Read(Quarter), poolLast.Read(Quarter));
        poolLast.Release(Pool, Quarter, 1, 2);
        after.Cells.ShouldBe(before.Cells);
        Cell(after, "B2").Band.ShouldBe(new(12, 24), "a safe establishment of twelve loses nothing");
        poolFirst.Released[0].ForCommissioner.Cells.ShouldBe(poolLast.Released[1].ForCommissioner.Cells);
    }

    [Fact]
    public void what_is_told_late_changes_nothing_that_was_closed()
    {
        var world = Groups(2);
        world.Close(Year);
        var late = Groups(2);
        late.Close(Year);
        late.Meet(1, Quarter.From.AddDays(33), [.. Persons(1)], Hours);
        late.Agree(1, new(2025, 1, 1), new(2025, 12, 31));
        late.Read(Quarter).Cells.ShouldBe(world.Read(Quarter).Cells);
        late.Read(Year).Cells.ShouldBe(world.Read(Year).Cells);
    }

    [Fact]
    [Keeps("release-difference")]
    [Breaks("release-difference")]
    public void what_was_released_stands_and_is_published_anew_where_it_was_retracted()
    {
        var world = Groups(2);
        var first = world.Read(Quarter);
        world.Release(One, Quarter, 1).ShouldBreak("always", "release-difference", "design");
        world.Retract(Quarter, first.Release);
        var again = world.Read(Quarter);
        (again.Number, again.Corrects).ShouldBe((2, first.Release));
        again.Cells.ShouldBe(first.Cells);
    }

    [Fact]
    public void of_a_period_that_was_closed_before_records_were_frozen_nothing_more_is_released() =>
        PublishRelease
            .Decide(
                Given.Facts<IndicatorRelease>([new PeriodClosed("2025-Q1", 5, 10)]),
                One,
                [World.Establishment(1)],
                Groups(2).Frozen(Quarter),
                null,
                Given.Id(1),
                Given.Now
            )
            .ShouldBeRefused(409);

    [Fact]
    public void what_a_group_chose_to_say_is_listed_without_figures()
    {
        var world = Groups(1);
        world.Agree(1, new(2025, 7, 1), new(2025, 12, 30), new WorkedOn("working-hours", "organisational"));
        world.Agree(1, new(2024, 1, 1), new(2024, 12, 31), new WorkedOn("emotional-demands", "individual"));
        var said = world.Read(Year).Said!.ShouldHaveSingleItem();
        (said.From, said.To, said.AgreedAt).ShouldBe(
            (new(2025, 7, 1), new(2025, 12, 30), new DateTimeOffset(2026, 1, 8, 9, 0, 0, TimeSpan.Zero))
        );
        said.Worked.ShouldBe([new("working-hours", "organisational")]);
        world.Released[^1].ForPlatforms.Said!.Single().Bilan.ShouldBe(said.Bilan);
        world.Read(new(2025, 4)).Said!.Single().Bilan.ShouldBe(said.Bilan);
        world.Read(Quarter).Said!.ShouldBeEmpty();
        world.Release(Pool, Year, 1);
        world.Released[^1].ForCommissioner.Said!.ShouldBeEmpty("roll-ups name no group's bilan");
    }

    [Fact]
    public void a_theme_that_was_said_keeps_six_counts()
    {
        // Eight groups of twelve sessions; what two of them said widens the bands of that theme alone.
        var world = Groups(8);
        world.Agree(1, new(2025, 1, 1), new(2025, 12, 31), new WorkedOn("degraded-social-relations", "collective"));
        world.Agree(2, new(2025, 1, 1), new(2025, 12, 31), new WorkedOn("degraded-social-relations", "collective"));
        Bands.Of(96, 12, 12, said: 2)[0].ShouldBe(new(0, 19));
        Cell(world.Read(Year), "D5").Band.ShouldBe(new(20, 39));
        Cell(world.Released[^1].ForCommissioner, "D2").Band.ShouldBe(new(0, 17));
    }

    [Fact]
    public void platforms_read_no_figure_more_and_those_under_their_floor_are_withheld()
    {
        var world = Groups(1);
        var commissioner = world.Read(Quarter);
        var platforms = world.Released[^1].ForPlatforms;
        Cell(commissioner, "B2").Band.ShouldBe(new(16, 24), "eight persons");
        Cell(platforms, "B2").ShouldBe(new("B2", "attendance", "B", "presences", null, "withheld", "persons"));
        Cell(platforms, "B3").Quality.ShouldBe("withheld");
        Cell(platforms, "A1").Value.ShouldBe(3);
        platforms.Cells.Zip(commissioner.Cells).ShouldAllBe(pair => !pair.First.IsTold || pair.First == pair.Second);
        (commissioner.Floor, platforms.Floor).ShouldBe((5, 10));
    }

    [Fact]
    public void a_pulse_is_told_by_the_sessions_at_which_most_answers_are_favourable()
    {
        var world = new World();
        for (var g = 1; g <= 5; g++)
        {
            world.Found(g, 1, g % 2, [.. Persons(g)]);
            foreach (var quarter in Year.Quarters)
            {
                for (var n = 0; n < 3; n++)
                {
                    world.Meet(g, quarter.From.AddDays(9 + n), [.. Persons(g)], Bond);
                    world.Pulse(g, answered: 7, favourable: n == 0 ? 3 : 4);
                }
            }

            world.Agree(g, new(2025, 1, 1), new(2025, 12, 31));
        }

        // Forty of sixty: that each answer but one is favourable looks like any other majority.
        Cell(world.Read(Year), "W1").Band.ShouldBe(new(36, 60));
        Cell(world.Released[^1].ForCommissioner, "W1").Percent.ShouldBe(new(60, 100));
    }

    [Fact]
    public void trends_are_between_periods_of_one_length_and_the_practice_stands_beside()
    {
        var world = Groups(2);
        world.Read(Quarter);
        world.Read(Year);
        var view = world.Read(new(2025, 2));
        Cell(view, "B2").Previous.ShouldBe(new(32, 48), "in the unit of the figure");
        Cell(view, "B2").PreviousPercent.ShouldBe(new(66, 100));
        Cell(view, "A1").Previous.ShouldBe(new(6, 6));
        Cell(view, "A1").PreviousPercent.ShouldBeNull();
        Cell(view, "B2").Practice.ShouldBe(new(66, 100));
    }

    [Fact]
    public void what_is_published_anew_repeats_of_the_period_before_what_stands_then()
    {
        var world = Groups(2);
        world.Read(Quarter);
        CalendarPeriod next = new(2025, 2);
        var first = world.Read(next);
        world.Retract(Quarter, world.Read(Quarter).Release);
        world.Retract(next, first.Release);
        var again = world.Read(next);
        again.Cells.ShouldAllBe(c => c.Previous == null && c.PreviousPercent == null, "what was retracted comes back by no other way");
        again
            .Cells.Select(c => (c.Code, c.Value, c.Band, c.Whole, c.Quality, c.Reason))
            .ShouldBe(first.Cells.Select(c => (c.Code, c.Value, c.Band, c.Whole, c.Quality, c.Reason)));
    }

    [Fact]
    [Keeps("transparency")]
    [Breaks("transparency")]
    public void attendance_is_told_of_groups_whose_charter_lists_its_rate()
    {
        // The last quarter is not closed yet.
        CalendarPeriod last = new(2025, 4);
        var world = Groups(2);
        world.Receive(2, "indicators");
        var one = world.Read(last);
        (Cell(one, "B2").Band, Cell(one, "B3").Value).ShouldBe((new Band(16, 24), 24), "of the other group alone");
        Cell(one, "A1").Value.ShouldBe(6);
        var none = Groups(2);
        none.Receive(1, "indicators");
        none.Receive(2, "indicators", "bilans");
        foreach (var code in new[] { "B2", "B3" })
        {
            (Cell(none.Read(last), code).Quality, Cell(none.Read(last), code).Reason).ShouldBe(("not-offered", "charter"));
        }

        var listed = Groups(2);
        listed.Receive(1, "indicators", "attendance-rate");
        listed.Receive(2, "indicators", "attendance-rate");
        Cell(listed.Read(last), "B2").Band.ShouldBe(new(32, 48));
    }

    [Fact]
    public void where_nobody_counts_towards_the_floor_no_bilan_would_help()
    {
        var world = new World();
        world.Found(1, 1, 1, [.. Persons(1, 4)]);
        foreach (var quarter in Year.Quarters)
        {
            world.Meet(1, quarter.From.AddDays(9), [.. Persons(1, 4)], Bond);
        }

        world.Agree(1, new(2025, 1, 1), new(2025, 12, 31));
        (Cell(world.Read(Year), "C1").Value, Cell(world.Read(Year), "D5").Reason).ShouldBe((0, "persons"));
    }

    [Fact]
    public void each_release_says_what_it_shows_and_what_would_show_more()
    {
        var view = Groups(1).Read(Quarter);
        (view.Summary!.Released, view.Summary.Pooled, view.Summary.WithheldPercent).ShouldBe((7, 0, 70));
        view.Summary.Needs.ShouldBe(["year"]);
        view.Cells.Select(c => c.Reason)
            .OfType<string>()
            .Distinct()
            .ShouldAllBe(r => IndicatorCatalogue.Newest.Reasons!.Any(t => t.Code == r));
    }

    [Fact]
    [Keeps("floor")]
    [Breaks("floor")]
    public void five_members_who_count_are_the_floor_of_a_group()
    {
        foreach (var (size, reason) in new[] { (4, "persons"), (5, null) })
        {
            var world = new World();
            world.Found(1, 1, 1, [.. Persons(1, size)]);
            for (var n = 0; n < 4; n++)
            {
                world.Meet(1, Quarter.From.AddDays(9 + n), [.. Persons(1, size)], Bond);
            }

            Cell(world.Read(Quarter), "B2").Reason.ShouldBe(reason);
        }
    }

    [Fact]
    [Keeps("dominance")]
    [Breaks("dominance")]
    public void a_person_who_may_be_all_of_a_band_may_as_well_be_none_of_it()
    {
        for (var size = 5; size <= 12; size++)
        {
            for (var sessions = 1; sessions <= 12; sessions++)
            {
                foreach (var band in Bands.Of(size * sessions, Math.Max(size, sessions), high: true))
                {
                    band.Least.ShouldBeLessThanOrEqualTo((size - 1) * sessions, "all others came each time");
                    band.Most.ShouldBeGreaterThanOrEqualTo(Math.Min(5, sessions), "nobody else came");
                }
            }
        }
    }

    [Fact]
    public void the_same_facts_give_the_same_bytes()
    {
        var (one, other) = (Groups(5), Groups(5));
        one.Release(One, Year, 1).Facts.Select(Story.Json).ShouldBe(other.Release(One, Year, 1).Facts.Select(Story.Json));
    }

    [Fact]
    public void a_release_folds_to_what_is_read_of_it()
    {
        var facts = Groups(2).Release(One, Quarter, 1).Facts;
        var published = facts.OfType<ReleasePublished>().Single();
        Canonical.Hash(published.ForCommissioner.Bytes).ShouldBe(published.ForCommissioner.Hash);
        var period = Given.Facts<IndicatorRelease>([
            new PeriodClosed("2025-Q1", 5, 10),
            .. facts,
            new CellSuppressed(published.Release, "T1", Withheld.Few, Audience.Everyone),
            new ReleaseRetracted(published.Release, RetractionReason.WrongData),
        ]);
        var release = period.Last(One)!;
        release.For(new("t", Roles.Platform, Given.Id(1))).ShouldBe(published.ForPlatforms);
        release.For(new("t", Roles.Establishment, Given.Id(1))).ShouldBe(published.ForCommissioner);
        release.Retraction.ShouldBe(RetractionReason.WrongData);
        release.Suppressed.ShouldContain(new SuppressedCell("T1", Withheld.Few, Audience.Everyone), "as version 1 told it");
        RetractRelease.Decide(new(RetractionReason.WrongScope), period, published.Release).ShouldBeRefused(409);
        RetractRelease.Decide(new(RetractionReason.WrongScope), period, Given.Id(3)).ShouldBeRefused(404);
    }

    [Fact]
    public void nothing_released_is_of_a_person_or_a_session()
    {
        var world = Groups(5);
        var bytes = world.Release(One, Year, 1).Facts.OfType<ReleasePublished>().Single().ForCommissioner.Bytes;
        foreach (var record in Enumerable.Range(1, 5).Select(g => world.Record(g)))
        {
            foreach (var id in record.Everybody.Concat(record.Sessions.Select(s => s.Session)).Append(record.Id))
            {
                bytes.ShouldNotContain(id.ToString());
            }
        }

        typeof(Figure)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(string))
            .Select(p => p.Name)
            .ShouldBe(["Code", "Name", "Class", "Unit", "Quality", "Reason", "Groups"], "all words of the catalogue, no text of anybody");
    }
}
