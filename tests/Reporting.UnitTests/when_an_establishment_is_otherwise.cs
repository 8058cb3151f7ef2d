using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Prevention;
using PracticeAnalysis.Reporting.Syntheses;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Establishments are corrected and succeeded: what is closed stays, and whoever stands in another's place reads what was that one's.</summary>
public class when_an_establishment_is_otherwise
{
    private static readonly CalendarPeriod Quarter = new(2026, 1);
    private static readonly CalendarPeriod Year = new(2025);
    private static readonly (Guid Old, Guid New, Guid Last) House = (Given.Id(21), Given.Id(22), Given.Id(23));

    private static Origin Origin(long version) => new(House.Old, version, Given.Now);

    private static EstablishmentLearned Registered => new(new EstablishmentRegistered(House.Old, "123456789", null, "38", Origin(1)));

    private static EstablishmentCorrectionLearned Corrected(long version, string territory) =>
        new EstablishmentCorrectionLearned(new(House.Old, "123456789", null, territory, Origin(version)));

    private static EstablishmentRecord Place(params IReadOnlyList<Fact> facts) => Folding.Of<EstablishmentRecord>(House.Old, facts)!;

    private static SuccessionLearned Succeeded(Guid from, Guid to) =>
        new(new EstablishmentSucceeded(Story.Engagement, [Story.GroupId], from, to, new(from, 2, Given.Now)));

    [Fact]
    public void the_last_word_on_a_place_stands_in_whatever_order_it_is_told()
    {
        Place(Registered, Corrected(2, "69")).Territory.ShouldBe("69");
        Place(Registered, Corrected(3, "01"), Corrected(2, "69")).Territory.ShouldBe("01");
        Place(Corrected(2, "69"), Registered).Territory.ShouldBe("69");
    }

    [Fact]
    public void closing_a_period_freezes_where_establishments_belong()
    {
        Decision Close(EstablishmentRecord place) => ClosePeriod.Decide(new($"{Quarter}"), null, [], [], [place], "t", Quarter.Until);
        Close(Place(Registered)).Facts.Cast<PeriodClosed>().Single().Places.ShouldBe([], "as they were registered");
        Close(Place(Registered, Corrected(2, "69"))).Facts.Cast<PeriodClosed>().Single().Places.ShouldBe([new PlaceState(House.Old, 2)]);
    }

    // Two groups of eight, which meet each month; the second one's establishment is in the scope for the first half of the year alone.
    [Fact]
    public void of_a_year_each_quarter_counts_where_it_was()
    {
        var world = new World();
        foreach (var group in new[] { 1, 2 })
        {
            world.Found(group, group, group, [.. Enumerable.Range(100 * group, 8)]);
            foreach (var quarter in Year.Quarters)
            {
                for (var month = 0; month < 3; month++)
                {
                    world.Meet(group, quarter.From.AddDays(9 + (30 * month)), [.. Enumerable.Range(100 * group, 7)]);
                }
            }
        }

        world.Close(Year);
        var scope = new Scope(ScopeKind.Territory, "38");
        Figure Told(CalendarPeriod period, string code, IReadOnlyList<int> held, Func<CalendarPeriod, IReadOnlyList<int>>? quarters = null)
        {
            IReadOnlyList<Guid> Ids(IReadOnlyList<int> numbers) => [.. numbers.Select(World.Establishment)];
            var input = new ReleaseInput(
                Given.Id(1),
                scope,
                Ids(held),
                world.Period(period)!,
                world.Frozen(period),
                null,
                Given.Now,
                quarters is null ? null : period.Quarters.ToDictionary(q => q, q => Ids(quarters(q)))
            );
            var published = MakeRelease.Of(input).Facts.OfType<ReleasePublished>().Single();
            return IndicatorsView.Read(published.ForCommissioner).Cells.Single(c => c.Code == code);
        }

        IReadOnlyList<int> Half(CalendarPeriod quarter) => quarter.Quarter <= 2 ? [1, 2] : [1];
        Told(Year, "A1", [1], Half).Value.ShouldBe(12 + 6);

        // What a year tells is what its quarters told: no difference of the two tells of one establishment alone.
        foreach (var code in new[] { "A1", "A2" })
        {
            Told(Year, code, [1], Half).Value.ShouldBe(Year.Quarters.Sum(q => Told(q, code, Half(q)).Value));
        }

        var bands = Year.Quarters.Select(q => Told(q, "B2", Half(q)).Band).OfType<Band>().ToList();
        var whole = Told(Year, "B2", [1], Half).Band;
        (whole?.Least, whole?.Most).ShouldBe((bands.Sum(b => b.Least), bands.Sum(b => b.Most)));
    }

    [Fact]
    public void a_group_that_was_elsewhere_has_no_bands_of_its_own_for_the_rest_of_the_year()
    {
        // One session a quarter is too few for a band; a year of four is not, and a year of two is none that another release tells.
        var world = new World();
        world.Found(1, 1, 1, [.. Enumerable.Range(100, 8)]);
        foreach (var quarter in Year.Quarters)
        {
            world.Meet(1, quarter.From.AddDays(9), [.. Enumerable.Range(100, 7)]);
        }

        world.Close(Year);
        var all = new PeriodFigures(world.Frozen(Year), (_, _) => true);
        var half = new PeriodFigures(world.Frozen(Year), (_, period) => period.IsYear || period.Quarter <= 2);
        var attendance = IndicatorCatalogue.Newest.Indicators.Single(i => i.Code == "B2");
        new PeriodFigures(world.Frozen(new(2025, 1)), (_, _) => true).Of(attendance).Band.ShouldBeNull();
        all.Of(attendance).Band.ShouldNotBeNull();
        half.Of(attendance).Band.ShouldBeNull();
    }

    [Fact]
    public void the_successor_is_in_the_place_of_the_one_before_in_whatever_order_it_is_told()
    {
        var activated = (ActivationLearned)Story.Activation(null, Story.GroupId);
        var active = new ActivationLearned(activated.Message with { Establishment = House.Old, Establishments = [House.Old, House.New] });
        foreach (
            var facts in new Fact[][]
            {
                [active, Succeeded(House.Old, House.New), Succeeded(House.New, House.Last)],
                [active, Succeeded(House.New, House.Last), Succeeded(House.Old, House.New)],
                [Succeeded(House.New, House.Last), Succeeded(House.Old, House.New), active],
            }
        )
        {
            var record = Folding.Of<GroupRecord>(Story.GroupId, facts)!;
            record.Concerns(House.Last).ShouldBeTrue();
            record.Concerns(House.Old).ShouldBeFalse();
            record.Activation!.Establishments.ShouldBe([House.Last]);
            record.SuccessorOf(House.Old).ShouldBe(House.Last);
        }
    }

    [Fact]
    public void what_was_handed_to_the_house_of_before_is_the_successors()
    {
        Actor Of(Guid house) => new("cabinet", Roles.Establishment, Given.Id(901), house);
        var bilan = Story.Of(Story.Drafted()) with { State = BilanState.Published, Handed = true };
        bilan.IsVisibleTo(Of(bilan.Establishment)).ShouldBeTrue();
        var after = Folding.Apply(bilan, bilan.Id, new BilanTakenOver(bilan.Establishment, House.New));
        after.IsVisibleTo(Of(bilan.Establishment)).ShouldBeFalse();
        after.IsVisibleTo(Of(House.New)).ShouldBeTrue();
        after.HashOfText().ShouldBe(bilan.HashOfText(), "what was agreed stays agreed");
    }
}
