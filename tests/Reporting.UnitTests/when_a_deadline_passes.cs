using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_deadline_passes
{
    private static readonly DateTimeOffset Deadline = Given.Now.AddDays(20);
    private static readonly string Hash = Story.Hash(Story.Draft());

    private static Decision Look(IReadOnlyList<Fact> facts, DateTimeOffset? due = null) =>
        NegotiationDueHandler.Decide(new(Given.Id(1), due ?? Deadline), Story.Of(facts));

    private static IReadOnlyList<Fact> Approving(params IReadOnlyList<Guid> by) =>
        [.. Story.Locked(deadline: Deadline), .. by.Select(p => new PartyApproved(p, Hash))];

    private static Decision Remind(IReadOnlyList<Fact> facts, DateTimeOffset? at = null, DateTimeOffset? deadline = null) =>
        NoticeDueHandler.Decide(new(Given.Id(1), Hash, deadline ?? Deadline), Story.Of(facts), at ?? Given.Now.AddDays(10));

    [Fact]
    public void it_is_looked_at_when_it_comes_and_at_half_of_the_time()
    {
        var locked = Story.Lock(new(Deadline), Story.Of(Story.Draft()), Story.Act());
        locked.Scheduled.ShouldBe([
            (Given.Now.AddDays(10), new NoticeDue(Given.Id(1), Hash, Deadline)),
            (Deadline, new NegotiationDue(Given.Id(1), Deadline)),
        ]);
        Story.Lock(new(), Story.Of(Story.Draft()), Story.Act()).Scheduled.ShouldBeEmpty();
    }

    [Fact]
    [Keeps("told-twice")]
    [Breaks("told-twice")]
    public void it_leaves_fourteen_days_from_now_or_as_many_as_the_dispositif_says()
    {
        static Decision Lock(DateTimeOffset deadline, Act? act = null, int? days = null) =>
            Story.Lock(
                new(deadline),
                Story.Of(Story.Draft()),
                act ?? Story.Act(),
                groups: Story.Group(Story.Activation() with { AnswerDays = days })
            );
        Lock(Given.Now.AddDays(14)).Refusal.ShouldBeNull();
        Lock(Given.Now.AddDays(14).AddTicks(-1)).ShouldBreak("always", "told-twice", "design");
        Lock(Given.Now.AddDays(20), days: 21).ShouldBreak("always", "told-twice", "design");
        Lock(Given.Now.AddDays(21), days: 21).Refusal.ShouldBeNull();

        // Amended since; terms of before say nothing of it.
        Model.GroupRecord Amended(int? to) => Story.Group(Story.Activation() with { AnswerDays = 21 }, Answering(to));
        static Model.TermsNoted Answering(int? days) =>
            Story.Receiving(9) is var told ? told with { Terms = told.Terms with { AnswerDays = days } } : told;
        Amended(30).Activation!.AnswerDays.ShouldBe(30);
        Amended(null).Activation!.AnswerDays.ShouldBe(21);

        // Dated back, it leaves no less: the parties are told now.
        var back = Story.Act(at: Given.Now.AddYears(-6)) with
        {
            Now = Given.Now,
        };
        Lock(Given.Now.AddYears(-6).AddDays(15), back).ShouldBreak("always", "told-twice", "design");
        Lock(Given.Now.AddDays(14), back).ShouldBreak("always", "occurred-at", "design");
    }

    [Fact]
    [Breaks("occurred-at")]
    public void nobody_was_told_before_they_were()
    {
        var back = Story.Act() with { OccurredAt = Given.Now.AddDays(-44) };
        Story.Lock(new(), Story.Of(Story.Draft()), back).Facts.ShouldHaveSingleItem().ShouldBeOfType<ContentLocked>();
        Story.Lock(new(Deadline), Story.Of(Story.Draft()), back).ShouldBreak("always", "occurred-at", "design");
        SetDeadline.Decide(new(Deadline), Story.Of(Story.Locked()), [Story.Group()], back).ShouldBreak("always", "occurred-at", "design");
    }

    [Fact]
    public void a_deadline_that_was_told_is_shortened_by_no_lock_of_the_same_text()
    {
        var locked = Story.Of(Story.Locked(deadline: Given.Now.AddDays(30)));
        Story.Lock(new(Given.Now.AddDays(15)), locked, Story.Act()).ShouldBeRefused(409);
        Story.Lock(new(), locked, Story.Act()).ShouldBeRefused(409);
        Story.Lock(new(Given.Now.AddDays(30)), locked, Story.Act()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void nor_by_way_of_another_text_or_of_none()
    {
        IReadOnlyList<Fact> amended =
        [
            .. Story.Locked(deadline: Given.Now.AddDays(30)),
            Story.Proposed(),
            new AmendmentAccepted(Story.Amendment),
        ];
        Story.Lock(new(Given.Now.AddDays(15)), Story.Of(amended), Story.Act()).ShouldBeRefused(409);
        Story.Lock(new(Given.Now.AddDays(30)), Story.Of(amended), Story.Act()).Refusal.ShouldBeNull();

        // Another text may wait for everybody; whoever sets it a deadline after that shortens nothing either.
        var without = Story.Lock(new(), Story.Of(amended), Story.Act());
        without.Refusal.ShouldBeNull();
        var waiting = Story.Of([.. amended, .. without.Facts]);
        SetDeadline.Decide(new(Given.Now.AddDays(15)), waiting, [Story.Group()], Story.Act()).ShouldBeRefused(409);
        var set = SetDeadline.Decide(new(Given.Now.AddDays(30)), waiting, [Story.Group()], Story.Act());
        set.Refusal.ShouldBeNull();
        SetDeadline
            .Decide(new(Given.Now.AddDays(30)), Story.Of([.. amended, .. without.Facts, .. set.Facts]), [Story.Group()], Story.Act())
            .Refusal!.Detail.ShouldBe("This is the current deadline.");
    }

    [Fact]
    [Breaks("told-twice")]
    public void a_slip_of_the_pen_is_refused_since_no_deadline_comes_nearer_again()
    {
        Story.Lock(new(Given.Now.AddDays(367)), Story.Of(Story.Draft()), Story.Act()).ShouldBreak("always", "told-twice", "design");
        SetDeadline
            .Decide(new(Given.Now.AddDays(367)), Story.Of(Story.Locked()), [Story.Group()], Story.Act())
            .ShouldBreak("always", "told-twice", "design");
        Story.Lock(new(Given.Now.AddDays(366)), Story.Of(Story.Draft()), Story.Act()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void who_has_not_decided_is_told_a_second_time_and_no_third()
    {
        var once = Approving(Story.Members[0]).Where((_, i) => i != 3).ToList();
        Story.Of(once).Notices.Count.ShouldBe(1);
        var second = Remind(once);
        second.ShouldHappen(Story.Notified(false, Deadline, Story.Facilitator, Story.Members[1]));
        Remind([.. once, .. second.Facts]).ShouldHappen();
        Remind(once, deadline: Deadline.AddDays(1)).ShouldHappen();
        Remind([.. once, Story.Proposed(), new AmendmentAccepted(Story.Amendment)]).ShouldHappen();

        // Past the deadline it would leave nobody any time.
        Remind(once, at: Deadline).ShouldHappen();
    }

    [Fact]
    public void the_negotiation_has_failed_and_that_is_told()
    {
        var failed = Look(Approving(Story.Members));
        failed.ShouldHappen(new NegotiationFailed(Deadline));
        failed.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public void unless_it_came_to_an_agreement_or_another_deadline_stands_or_the_parties_were_not_told_twice()
    {
        Look(Approving([Story.Facilitator, .. Story.Members])).ShouldHappen();
        Look(Approving(Story.Facilitator, Story.Members[0])).ShouldHappen();
        Look(Story.Agreed()).ShouldHappen();
        Look(Story.Draft()).ShouldHappen();
        Look(Approving(Story.Members), Deadline.AddDays(-1)).ShouldHappen();
        Look(Story.LockedBefore(Deadline)).ShouldHappen();
        Look([.. Story.LockedBefore(Deadline), Story.Notified(false, Deadline)]).ShouldHappen();
    }

    [Fact]
    [Keeps("approval")]
    [Breaks("approval")]
    public void the_facilitator_and_a_member_of_each_group_are_enough_and_who_is_silent_is_not_reached()
    {
        var agreed = Agree(Approving(Story.Facilitator, Story.Members[0]));
        agreed.ShouldHappen(new BilanAgreed(Hash, [Story.Members[1]]));
        var bilan = Story.Of([.. Approving(Story.Facilitator, Story.Members[0]), .. agreed.Facts]);
        (bilan.Approvals.Count, bilan.NotReached.Count, bilan.Undecided.Except(bilan.NotReached).Count()).ShouldBe((2, 1, 0));

        Agree(Approving(Story.Facilitator, Story.Members[0]), Deadline.AddTicks(-1)).ShouldBreak("always", "approval", "S2");
        Agree(Approving(Story.Facilitator)).ShouldBreak("always", "approval", "S2");
        Agree(Approving(Story.Members[0])).ShouldBreak("always", "approval", "S2");
        Agree([.. Approving(Story.Facilitator, Story.Members[0]), Story.Raised]).ShouldBreak("always", "approval", "S2");
        Agree([.. Approving(Story.Facilitator), new DissentRecorded(Story.Members[0], Hash)]).ShouldBreak("always", "approval", "S2");
        Agree([.. Story.LockedBefore(Deadline), new PartyApproved(Story.Facilitator, Hash), new PartyApproved(Story.Members[0], Hash)])
            .ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void each_group_that_it_covers_has_its_word()
    {
        var other = Given.Id(46);
        IReadOnlyList<Fact> locked =
        [
            Story.Drafted(members: [.. Story.Members, other]),
            new ContentLocked(Hash, Deadline, TookPart: [new(Story.GroupId, Story.Members), new(Given.Id(31), [other])]),
            Story.Notified(false, Deadline),
            Story.Notified(false, Deadline),
            new PartyApproved(Story.Facilitator, Hash),
            new PartyApproved(Story.Members[0], Hash),
        ];
        Agree(locked).ShouldBreak("always", "approval", "S2");
        Agree([.. locked, new PartyApproved(other, Hash)]).ShouldHappen(new BilanAgreed(Hash, [Story.Members[1]]));
        Agree([.. locked, new PartyErased(other)]).ShouldBreak("always", "approval", "S2");
        Agree([.. locked, new PartyErased(other, Stays: true)]).ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void a_locked_bilan_may_get_a_deadline_or_a_later_one_and_no_earlier()
    {
        static Decision Set(IReadOnlyList<Fact> facts, DateTimeOffset deadline) =>
            SetDeadline.Decide(new(deadline), Story.Of(facts), [Story.Group()], Story.Act());
        var set = Set(Story.Locked(), Deadline);
        set.ShouldHappen(Story.Notified(false, Deadline));
        set.Scheduled.Count.ShouldBe(2);
        Story.Of([.. Story.Locked(), .. set.Facts]).Deadline.ShouldBe(Deadline);
        var later = Story.Of([.. Story.Locked(deadline: Deadline), .. Set(Story.Locked(deadline: Deadline), Deadline.AddDays(1)).Facts]);
        (later.Deadline, later.Notices.Count).ShouldBe((Deadline.AddDays(1), 1));
        Set(Story.Locked(deadline: Deadline), Deadline.AddDays(-1)).ShouldBeRefused(409);
        Set(Story.Locked(), Given.Now.AddDays(13)).ShouldBreak("always", "told-twice", "design");
        Set(Story.Draft(), Deadline).ShouldBeRefused(409);
        Set(Story.LockedBefore(), Deadline).ShouldBeRefused(409);
    }

    private static Decision Agree(IReadOnlyList<Fact> facts, DateTimeOffset? at = null) =>
        Story.Agree(Story.Of(facts), [Story.Group()], at ?? Deadline);
}
