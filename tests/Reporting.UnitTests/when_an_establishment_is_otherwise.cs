using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;
using PracticeAnalysis.Reporting.Negotiation.Prevention;
using PracticeAnalysis.Reporting.Negotiation.Syntheses;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Establishments are corrected and succeeded: what is closed stays, and whoever stands in another's place reads what was that one's.</summary>
public class when_an_establishment_is_otherwise
{
    private static readonly CalendarPeriod Quarter = new(2026, 1);
    private static readonly CalendarPeriod Year = new(2025);
    private static readonly (Guid Old, Guid New, Guid Last) House = (Given.Id(21), Given.Id(22), Given.Id(23));

    private static Origin Origin(long version) => new(House.Old, version, Given.Now);

    private static EstablishmentNoted Registered => new("123456789", null, "38", Origin(1));

    private static EstablishmentCorrectionNoted Corrected(long version, string territory) =>
        new("123456789", null, territory, Origin(version));

    private static EstablishmentRecord Place(params IReadOnlyList<Fact> facts) => Folding.Of<EstablishmentRecord>(House.Old, facts)!;

    private static SuccessionNoted Succeeded(Guid from, Guid to) => new(Story.Engagement, from, to, new(from, 2, Given.Now));

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
        var active = Story.Activation() with { Establishment = House.Old, Establishments = [House.Old, House.New] };
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

    private static BilanTakenOver TakenOver => new(Story.Establishment, House.New, Keeps: true);

    private static SynthesisTakenOver SynthesisTaken => new(Story.Establishment, House.New, Keeps: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Breaks("nothing-before-agreement")]
    public void a_bilan_that_was_agreed_for_the_house_of_before_is_locked_anew_for_its_successor(bool final)
    {
        IReadOnlyList<Fact> facts = [.. Story.Agreed(final), TakenOver];
        var concluded = Story.Group(Story.Covering(Story.From, Story.To, final: true));
        var agreed = Story.Of(facts);
        PublishBilan.Decide(agreed, [concluded], NamesFound.None).ShouldBreak("always", "nothing-before-agreement", "S2");

        // As it was agreed, by those who took part, for the successor; no other service is told of it once more.
        var anew = Story.Lock(new(), agreed, Story.Act());
        anew.Elsewhere.ShouldBeEmpty();
        anew.Messages.ShouldBeEmpty();
        anew.Facts.OfType<ContentLocked>().Single().Addressee.ShouldBe(House.New);
        facts = [.. facts, .. anew.Facts];
        var locked = Story.Of(facts);
        (locked.State, locked.Approvals.Count, locked.IsPut).ShouldBe((BilanState.Locked, 0, false));
        locked.HashOfText().ShouldBe(agreed.HashOfText());
        ProposeAmendment.Decide(new(Dimension.Bond, new("other")), locked, Story.Act(Story.Members[0])).ShouldBeRefused(409);
        FailNegotiation.Decide(locked, Story.Act(at: Given.Now.AddYears(1))).ShouldBeRefused(409);
        AgreeBilan.Decide(locked, [concluded], NamesFound.None, Story.Act()).ShouldBreak("always", "approval", "S2");
        facts = [.. facts, .. locked.Parties.Select(p => new PartyApproved(p, locked.TextHash!))];
        var again = AgreeBilan.Decide(Story.Of(facts), [concluded], NamesFound.None, Story.Act());
        again.ShouldHappen(new BilanAgreed(locked.TextHash!));
        again.Elsewhere.ShouldBeEmpty("it is in each group's record already");
        again.Messages.ShouldBeEmpty();
        PublishBilan.Decide(Story.Of([.. facts, .. again.Facts]), [Story.Group()], NamesFound.None).ShouldHappen(new BilanPublished());

        // Another succession before it is handed over: once more.
        var next = Story.Of([.. facts, .. again.Facts, new BilanTakenOver(House.New, House.Last, Keeps: true)]);
        PublishBilan.Decide(next, [Story.Group()], NamesFound.None).ShouldBreak("always", "nothing-before-agreement", "S2");
        Story.Lock(new(), next, Story.Act()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void what_a_bilan_was_locked_for_is_told_to_its_parties_and_a_failure_is_the_successors_without_text()
    {
        var locked = Story.Of(Story.Locked());
        locked.Addressee.ShouldBe(Story.Establishment, "also where the fact does not say so");
        Story.Of([.. Story.Draft(), TakenOver]).Addressee.ShouldBeNull();
        PublishBilan
            .Decide(Story.Of([.. Story.Locked(), new NegotiationFailed(), TakenOver]), [Story.Group()], NamesFound.None)
            .ShouldHappen(new BilanPublished());
        PublishBilan.Decide(Story.Of(Story.Agreed()), [Story.Group()], NamesFound.None).ShouldHappen(new BilanPublished());
        Guid? Shown(Actor reader) => BilanView.Of(locked, reader, new("cabinet", locked.Id, new Dictionary<string, byte[]>())).Addressee;
        Shown(new("cabinet", Roles.Member, Story.Members[0])).ShouldBe(Story.Establishment);
        Shown(new("cabinet", Roles.Establishment, Given.Id(901), House.New)).ShouldBeNull();
    }

    [Fact]
    [Breaks("nothing-before-agreement")]
    public void a_synthesis_that_was_validated_for_the_house_of_before_is_validated_anew()
    {
        var group = Story.Group(
            Story.Held(1, Story.Day(1, 9), 100, 2, Story.Members),
            Story.Coded(1, Story.Day(1, 9), new Contracts.Session.V1.Theme("conflicts-of-values", "collective"))
        );
        var drafted = new SynthesisDrafted(
            Story.Engagement,
            Story.Establishment,
            Story.GroupId,
            Story.Facilitator,
            [Story.Facilitator, Given.Id(49)],
            Given.Id(1),
            new(2026, 1, 9),
            new(2026, 1, 9),
            [new("conflicts-of-values", "collective", Story.Text("Synthesis.Axes"))],
            [],
            Approval.FacilitatorAndEveryMember
        );
        var hash = Given.Facts<Synthesis>(drafted).HashOfText();
        IReadOnlyList<Fact> facts =
        [
            drafted,
            new SynthesisLocked(hash, Parties: drafted.Parties, Sessions: [Given.Id(1)], Addressee: Story.Establishment),
            .. drafted.Parties.Select(p => new SynthesisApproved(p, hash)),
            new SynthesisValidated(hash),
            SynthesisTaken,
        ];
        var validated = Given.Facts<Synthesis>(facts);
        PublishSynthesis.Decide(validated, group, NamesFound.None).ShouldBreak("always", "nothing-before-agreement", "S3");
        var anew = LockSynthesis.Decide(new(), validated, new(validated.Axes, validated.Listed), NamesFound.None, group);
        anew.ShouldHappen(
            new SynthesisLocked(
                hash,
                new(validated.Axes, validated.Listed),
                Parties: [Story.Facilitator, .. Story.Members],
                Sessions: [Given.Id(1)],
                Addressee: House.New
            )
        );
        anew.Elsewhere.ShouldBeEmpty("its themes are held already");
        facts = [.. facts, .. anew.Facts];
        Given.Facts<Synthesis>(facts).Approvals.ShouldBeEmpty();
        ValidateSynthesis.Decide(Given.Facts<Synthesis>(facts), group, NamesFound.None).ShouldBreak("always", "approval", "S3");
        facts =
        [
            .. facts,
            .. Story.Members.Prepend(Story.Facilitator).Select(p => new SynthesisApproved(p, hash)),
            new SynthesisValidated(hash),
        ];
        PublishSynthesis.Decide(Given.Facts<Synthesis>(facts), group, NamesFound.None).ShouldHappen(new SynthesisPublished());

        // What stands no more may be left out then.
        ReviseSynthesis
            .Decide(new([new("conflicts-of-values", "collective", new("none"))], []), validated, group, Story.Act())
            .Refusal.ShouldBeNull();
    }

    private static SuccessionNoted Taken(Guid from, Guid to, DateTimeOffset at) =>
        new(Story.Engagement, from, to, new(from, 2, at), Keeps: true);

    [Fact]
    public void what_was_handed_over_stays_and_what_is_handed_over_later_is_the_successors()
    {
        Actor Of(Guid house) => new("cabinet", Roles.Establishment, Given.Id(901), house);
        var handed = Story.Of(Story.Drafted()) with { State = BilanState.Published, Handed = true };
        var taken = new BilanTakenOver(handed.Establishment, House.New, Keeps: true);
        var kept = Folding.Apply(handed, handed.Id, taken);
        kept.IsVisibleTo(Of(handed.Establishment)).ShouldBeTrue();
        kept.IsVisibleTo(Of(House.New)).ShouldBeFalse();
        var draft = Folding.Apply(Story.Of(Story.Drafted()), handed.Id, taken) with { State = BilanState.Published, Handed = true };
        draft.IsVisibleTo(Of(handed.Establishment)).ShouldBeFalse();
        draft.IsVisibleTo(Of(House.New)).ShouldBeTrue();
    }

    [Fact]
    public void a_moment_is_theirs_for_whom_the_group_was_then_in_whatever_order_it_is_told()
    {
        var active = Story.Activation() with { Establishment = House.Old, Establishments = [House.Old] };
        var (first, second) = (Given.Now.AddDays(10), Given.Now.AddDays(20));
        Fact[] taken = [Taken(House.Old, House.New, first), Taken(House.New, House.Last, second)];
        foreach (var facts in new Fact[][] { [active, .. taken], [.. taken.Reverse(), active], [taken[0], active, taken[1]] })
        {
            var record = Folding.Of<GroupRecord>(Story.GroupId, facts)!;
            record.EstablishmentsAt(first.AddTicks(-1)).ShouldBe([House.Old]);
            record.EstablishmentsAt(first).ShouldBe([House.New]);
            record.EstablishmentsAt(second).ShouldBe([House.Last]);
            record.Activation!.Establishment.ShouldBe(House.Last);
            record
                .Shares(Given.Now, Given.Now.AddDays(30))
                .ShouldBe(
                    [new(Given.Now, first, [House.Old]), new(first, second, [House.New]), new(second, Given.Now.AddDays(30), [House.Last])],
                    new Same()
                );
        }

        // Of before what was held stayed, the successor stands for all time.
        var before = Folding.Of<GroupRecord>(Story.GroupId, [active, Succeeded(House.Old, House.New)])!;
        before.EstablishmentsAt(Given.Now.AddYears(-1)).ShouldBe([House.New]);
    }

    // A group of eight that met each month of the quarter; its house was taken over in the middle of it.
    [Fact]
    public void sessions_of_before_are_the_house_of_befores_and_those_after_are_the_successors()
    {
        var world = new World();
        world.Found(1, 1, 1, [.. Enumerable.Range(100, 8)]);
        world.Found(2, 3, 2, [.. Enumerable.Range(200, 8)]);
        for (var month = 0; month < 3; month++)
        {
            world.Meet(1, Quarter.From.AddDays(9 + (30 * month)), [.. Enumerable.Range(100, 7)]);
            world.Meet(2, Quarter.From.AddDays(9 + (30 * month)), [.. Enumerable.Range(200, 7)]);
        }

        world.Tell(1, Taken(World.Establishment(1), World.Establishment(2), Quarter.From.AddDays(45)));
        Sessions(world, Quarter, 1).ShouldBe(2);
        Sessions(world, Quarter, 2).ShouldBe(1);

        // What was closed before stays as it was; what is closed later is his who had it then.
        var next = new CalendarPeriod(2026, 2);
        world.Meet(1, next.From.AddDays(9), [.. Enumerable.Range(100, 7)]);
        Sessions(world, next, 2).ShouldBe(1);
        world.Release(new(ScopeKind.Establishment, World.Establishment(1).ToString()), next, 1).ShouldBeRefused(404);
    }

    [Fact]
    public void a_quarter_that_was_over_before_is_the_house_of_befores_whenever_it_is_closed()
    {
        var world = new World();
        world.Found(1, 1, 1, [.. Enumerable.Range(100, 8)]);
        world.Meet(1, Quarter.From.AddDays(9), [.. Enumerable.Range(100, 7)]);
        world.Tell(1, Taken(World.Establishment(1), World.Establishment(2), Quarter.Until.AddDays(20)));
        Sessions(world, Quarter, 1).ShouldBe(1);
        world.Release(new(ScopeKind.Establishment, World.Establishment(2).ToString()), Quarter, 2).ShouldBeRefused(404);
    }

    [Fact]
    public void a_track_that_a_handed_text_lists_stays_with_the_house_of_before_as_it_was()
    {
        var bilan = Story.Of(Story.Drafted()) with
        {
            Establishment = House.Old,
            State = BilanState.Published,
            Handed = true,
            Groups = [Story.GroupId],
        };
        TrackNoted Track(string state, long version) =>
            new(Story.Engagement, Given.Id(80), state, new(Given.Id(80), version, Given.Now.AddDays(version)), []);
        var group = Folding.Of<GroupRecord>(
            Story.GroupId,
            [
                Story.Activation() with
                {
                    Establishment = House.Old,
                    Establishments = [House.Old],
                },
                Track("opened", 1),
                new BilanAgreementRecorded(Story.Engagement, bilan.Id, 5, false, new(2026, 1, 1), new(2026, 2, 1), [], [])
                {
                    OccurredAt = Given.Now.AddDays(2),
                },
                Taken(House.Old, House.New, Given.Now.AddDays(5)),
                Track("completed", 9),
            ]
        )!;
        group.ReadBy(House.Old)!.Tracks.Single().State.ShouldBe("opened");
        group.ReadBy(House.New)!.Tracks.Single().State.ShouldBe("completed");
        group.ReadBy(House.Last).ShouldBeNull();
        IReadOnlyList<Bilan> For(Guid house) => PreventionPlan.HandedTo(house, [group], ([bilan], [])).Bilans;
        For(House.Old).ShouldBe([bilan]);
        For(House.New).ShouldBeEmpty();
    }

    private static int? Sessions(World world, CalendarPeriod period, int establishment) =>
        world.Read(period, establishment).Cells.Single(c => c.Code == "A1").Value;

    private sealed class Same : IEqualityComparer<Share>
    {
        public bool Equals(Share? one, Share? other) =>
            (one!.From, one.Until) == (other!.From, other.Until) && one.Establishments.SequenceEqual(other.Establishments);

        public int GetHashCode(Share share) => share.From.GetHashCode();
    }
}
