using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Evolution;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_the_parties_change
{
    private static readonly Guid Emma = Given.Id(45);
    private static readonly Guid Left = Story.Members[0];
    private static readonly Guid Other = Given.Id(11);
    private static readonly PartiesChanged Leaving = new([], [Left], Story.Facilitator);
    private static readonly string Hash = Story.Hash(Story.Draft());

    private static Actor Member(Guid person) => new("cabinet", Roles.Member, person);

    [Fact]
    public void who_joins_is_a_party_to_what_is_drafted_and_not_to_what_is_locked()
    {
        PartiesChanged joined = new([Emma], [], Story.Facilitator);
        Story.Of([.. Story.Draft(), joined]).Parties.ShouldBe([Story.Facilitator, .. Story.Members, Emma]);
        var locked = Story.Of([.. Story.Locked(), joined]);
        locked.Parties.ShouldBe([Story.Facilitator, .. Story.Members]);
        locked.IsVisibleTo(Member(Emma)).ShouldBeTrue();
        ApproveBilan.Decide(new(Hash), locked, Story.Act(Emma)).ShouldBreak("always", "approval", "S2");
        Story
            .Of([.. Story.Locked(), joined, Story.Proposed(), new AmendmentAccepted(Story.Amendment)])
            .Parties.ShouldBe([Story.Facilitator, .. Story.Members, Emma]);
    }

    [Fact]
    public void those_decide_who_took_part_in_its_period()
    {
        // Emma took part and has left, the second member took no part.
        var group = Story.Group(
            new EnrolmentNoted(Story.Engagement, new(Emma), Story.Origin()),
            Story.Held(1, Story.Day(1, 9), present: [Story.Members[0], Emma]),
            Story.Held(2, Story.Day(3, 9), present: Story.Members),
            new DepartureNoted(Story.Engagement, Emma, Story.Origin())
        );
        var facts = Story.Lock(new(), Story.Of(Story.Draft()), Story.Act(), groups: group).Facts;
        var bilan = Story.Of([.. Story.Draft(), .. facts]);
        bilan.Parties.ShouldBe([Story.Facilitator, Story.Members[0], Emma]);
        bilan.Gone.ShouldBe([Emma]);
        bilan.Newcomers.ShouldBe([Story.Members[1]]);
        facts.OfType<PartiesNotified>().Single().Parties.ShouldBe(bilan.Parties);

        // The erased are no party.
        LockBilan
            .Decide(new(), Story.Of(Story.Draft()), Story.Owned(Story.Of(Story.Draft())), NamesFound.None, [group], [Emma], Story.Act())
            .Facts.OfType<ContentLocked>()
            .Single()
            .TookPart!.Single()
            .Members.ShouldBe([Story.Members[0]]);
        LockBilan
            .Decide(
                new(),
                Story.Of(Story.Draft()),
                Story.Owned(Story.Of(Story.Draft())),
                NamesFound.None,
                [group],
                [Emma, Story.Members[0]],
                Story.Act()
            )
            .ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void of_the_final_one_all_decide_who_took_part_in_the_engagement_whatever_days_it_names()
    {
        // The period names January and February; Emma was there in March alone, and has left.
        var group = Story.Group(
            new EnrolmentNoted(Story.Engagement, new(Emma), Story.Origin()),
            Story.Held(1, Story.Day(1, 9), present: Story.Members),
            Story.Held(2, Story.Day(3, 9), present: [Emma]),
            new DepartureNoted(Story.Engagement, Emma, Story.Origin())
        );
        ContentLocked Locked(bool final) =>
            Story.Lock(new(), Story.Of(Story.Draft(final)), Story.Act(), groups: group).Facts.OfType<ContentLocked>().Single();
        Locked(final: false).TookPart!.Single().Members.ShouldBe(Story.Members);
        Locked(final: true).TookPart!.Single().Members.ShouldBe([.. Story.Members, Emma]);
        Story.Of([.. Story.Draft(final: true), Locked(final: true)]).IsVisibleTo(Member(Emma)).ShouldBeTrue();
    }

    [Fact]
    public void who_left_reads_and_decides_the_locked_text_alone()
    {
        IReadOnlyList<Fact> facts = [.. Story.Locked(), Leaving];
        var bilan = Story.Of(facts);
        bilan.Parties.ShouldContain(Left);
        ApproveBilan.Decide(new(Hash), bilan, Story.Act(Left)).ShouldHappen(new PartyApproved(Left, Hash));
        DissentFromBilan.Decide(new(Hash), bilan, Story.Act(Left)).ShouldHappen(new DissentRecorded(Left, Hash));
        ProposeAmendment.Decide(new(Dimension.Bond, new("text")), bilan, Story.Act(Left)).ShouldBreak("always", "approval", "S2");

        var view = BilanView.Of(
            Story.Of([.. facts, Story.Proposed(), Story.Raised with { Party = Story.Members[1] }]),
            Member(Left),
            new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>())
        );
        view.Sections.ShouldNotBeNull();
        (view.Figures, view.Amendments, view.Objections!.Count, view.Parties).ShouldBe((null, null, 0, null));

        Story.Of([.. Story.Draft(), Leaving]).IsVisibleTo(Member(Left)).ShouldBeFalse();
        Story.Of([.. facts, Story.Proposed(), new AmendmentAccepted(Story.Amendment)]).IsVisibleTo(Member(Left)).ShouldBeFalse();
    }

    [Fact]
    public void the_word_of_who_left_stays()
    {
        IReadOnlyList<Fact> dissenting =
        [
            .. Story.Approved(by: [Story.Facilitator, Story.Members[1]]),
            new DissentRecorded(Left, Hash),
            Leaving,
        ];
        var agreed = Story.Agree(Story.Of(dissenting), [Story.Group()]);
        agreed.ShouldHappen(new BilanAgreed(Hash));
        Story.Of([.. dissenting, .. agreed.Facts, new BilanPublished()]).Dissents.ShouldBe([Left]);

        IReadOnlyList<Fact> objecting = [.. Story.Approved(), Story.Raised with { Party = Left }, Leaving];
        Story.Of(objecting).IsBlocked.ShouldBeTrue();
        Story.Of([.. objecting, Story.Proposed(), new AmendmentAccepted(Story.Amendment), Leaving]).IsBlocked.ShouldBeTrue();
        Story
            .Agree(Story.Of([.. Story.Approved(by: [Story.Facilitator, Story.Members[1]]), Leaving]), [Story.Group()])
            .ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void before_an_erasure_was_nobodys_agreement_nobody_waited_for_who_was_erased()
    {
        PartyErased erased = new(Left);
        var bilan = Story.Of([.. Story.Approved(by: [Story.Facilitator, Story.Members[1]]), Story.Raised with { Party = Left }, erased]);
        Story.Agree(bilan, [Story.Group()]).Refusal.ShouldBeNull();
        bilan.IsVisibleTo(Member(Left)).ShouldBeFalse();

        // What they had decided stands.
        Story.Of([.. Story.Locked(), new DissentRecorded(Left, Hash), erased]).Dissents.ShouldBe([Left]);
        Story.Of([.. Story.Approved(), erased]).Approvals.Count.ShouldBe(3);
    }

    [Fact]
    public void before_texts_were_locked_with_those_who_took_part_nobody_waited_for_who_left()
    {
        IReadOnlyList<Fact> approved =
        [
            .. Story.LockedBefore(),
            .. new[] { Story.Facilitator, Story.Members[1] }.Select(p => new PartyApproved(p, Hash)),
        ];
        var bilan = Story.Of([.. approved, Leaving]);
        Story.Agree(bilan, [Story.Group()]).Refusal.ShouldBeNull();
        bilan.IsVisibleTo(Member(Left)).ShouldBeFalse();
        var objecting = Story.Of([.. approved, new PartyApproved(Left, Hash), Story.Raised with { Party = Left }, Leaving]);
        objecting.IsBlocked.ShouldBeFalse();
        objecting.Approvals.ShouldNotContain(Left);
    }

    [Fact]
    public void another_facilitator_takes_the_negotiation_over()
    {
        var bilan = Story.Of([.. Story.Approved(), new PartiesChanged([], [], Other)]);
        bilan.Parties.ShouldBe([Other, .. Story.Members]);
        bilan.Approvals.ShouldBe(Story.Members);
        Story.Agree(bilan, [Story.Group()]).ShouldBreak("always", "approval", "S2");
        bilan.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
    }

    [Fact]
    public void while_nobody_leads_nothing_is_agreed_and_the_word_of_who_was_relieved_counts_for_nobody()
    {
        IReadOnlyList<Fact> relieved = [.. Story.Approved(), new PartiesChanged([], [], null)];
        var bilan = Story.Of(relieved);
        bilan.Facilitator.ShouldBeNull();
        bilan.Parties.ShouldBe(Story.Members);
        bilan.Approvals.ShouldBe(Story.Members);
        bilan.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
        Story.Agree(bilan, [Story.Group()]).ShouldBreak("always", "approval", "S2");
        var taken = Story.Of([.. relieved, new PartiesChanged([], [], Other)]);
        taken.Parties.ShouldBe([Other, .. Story.Members]);
        Story.Agree(taken, [Story.Group()]).ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void what_was_agreed_stays_so_and_is_handed_over_by_whoever_leads()
    {
        var agreed = Story.Of([.. Story.Approved(), new BilanAgreed("h"), new SettledBilanEntrusted(null)]);
        agreed.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
        (agreed.IsAgreed, agreed.Approvals.Contains(Story.Facilitator)).ShouldBe((true, true));
        Folding
            .Apply(agreed, agreed.Id, new SettledBilanEntrusted(Other))
            .IsVisibleTo(new("cabinet", Roles.Facilitator, Other))
            .ShouldBeTrue();
    }

    [Fact]
    public void a_group_has_nobody_who_leads_it_until_the_later_word_says_who()
    {
        Fact Told(Guid? to, long version) =>
            to is { } other
                ? new AssignmentNoted(Story.Engagement, other, Story.Origin() with { Version = version })
                : new ReliefNoted(Story.Engagement, Story.Origin() with { Version = version });
        T After<T>(params IReadOnlyList<Fact> more)
            where T : Aggregate, IFold<T> => Folding.Of<T>(Story.GroupId, [Story.Sealing(), Story.Activation(), .. more])!;
        Actor By(Guid facilitator) => new("cabinet", Roles.Facilitator, facilitator);

        After<GroupRecord>(Told(null, 4)).IsParty(By(Story.Facilitator)).ShouldBeFalse();
        After<GroupEvolution>(Told(null, 4)).IsVisibleTo(By(Story.Facilitator)).ShouldBeFalse();
        foreach (var told in new[] { [Told(null, 4), Told(Other, 5)], new[] { Told(Other, 5), Told(null, 4) } })
        {
            After<GroupRecord>(told).IsParty(By(Other)).ShouldBeTrue();
            After<GroupEvolution>(told).IsVisibleTo(By(Other)).ShouldBeTrue();
        }
    }
}
