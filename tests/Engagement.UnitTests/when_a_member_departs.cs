using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>One person who is absent for good holds nobody up, and nobody is put out behind the group's back.</summary>
public class when_a_member_departs
{
    private static readonly Guid One = Given.Id(51);
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);
    private static readonly Guid Chloe = Given.Id(43);
    private static readonly Guid Dora = Given.Id(44);
    private static readonly Guid Leaving = Given.Id(999);
    private static readonly DateTimeOffset Until = Given.Now.AddDays(14);

    private static Group Four(params IReadOnlyList<Fact> more) =>
        Story.Group([.. new[] { Anne, Bob, Chloe, Dora }.Select(p => new MemberEnrolled(p, One, true)), new GroupSealed(), .. more]);

    private static Group Announced(bool byAgreement = false, params IReadOnlyList<Fact> more) =>
        Four([new DepartureRecorded(Leaving, Dora, DepartureReason.LongAbsence, 14, Until, byAgreement), .. more]);

    private static Engagement In(string frame) =>
        Story.Of(Story.Active(), new DispositifAmended(Story.Dispositif(frame, maximum: 6), Story.Text()));

    private static Decision Record(Group group, string frame = "team", Act? act = null, Guid? person = null) =>
        RecordDeparture.Decide(
            new(person ?? Dora, DepartureReason.LongAbsence),
            group,
            In(frame),
            Story.Frames,
            act ?? Story.Act(Roles.Facilitator, Story.Facilitator)
        );

    private static DepartureObjected Objection(Guid person, DateTimeOffset? until = null) =>
        new(Leaving, person, Story.Text("DepartureObjected.Reason"), until ?? Until);

    private static DepartureAgreed Agreement(Guid person) => new(Leaving, person);

    private static Decision Object(Guid person, Group group, DateTimeOffset? at = null) =>
        ObjectToDeparture.Decide(new(new("text")), Leaving, group, Story.Act(Roles.Member, person, at));

    private static Decision Agree(Guid person, Group group) =>
        AgreeToDeparture.Decide(Leaving, group, In("team"), Story.Act(Roles.Member, person));

    private static Decision Due(Group group, DateTimeOffset? due = null) =>
        DepartureRules.Decide(new(Story.GroupId, Leaving, due ?? Until), group, In("team"), due ?? Until);

    private static Fact Left => new MemberLeft(Dora, Departure: Leaving);

    [Theory]
    [InlineData("team", 14, false)]
    [InlineData("heard", 21, false)]
    [InlineData("narrator", 14, true)]
    [Keeps("departure")]
    public void the_group_is_told_and_has_its_frames_delay_or_fourteen_days(string frame, int days, bool byAgreement)
    {
        var decision = Record(Four(), frame);
        var until = Given.Now.AddDays(days);
        decision.ShouldHappen(new DepartureRecorded(Leaving, Dora, DepartureReason.LongAbsence, days, until, byAgreement, Heard: true));
        decision.Scheduled.Single().ShouldBe((until, new DepartureDue(Story.GroupId, Leaving, until)));
        decision.Elsewhere.ShouldBeEmpty();
        Four([.. decision.Facts]).HasMember(Dora).ShouldBeTrue();
    }

    [Fact]
    public void whom_nobody_knows_in_the_group_is_told_at_person()
    {
        Record(Four(), person: Given.Id(99)).Refusal!.Members.ShouldBe(["person"]);
    }

    [Fact]
    public void dated_back_it_leaves_the_group_the_whole_delay()
    {
        var act = Story.Act(Roles.Facilitator, Story.Facilitator) with { Now = Given.Now.AddDays(20) };
        ((DepartureRecorded)Record(Four(), act: act).Facts.Single()).Until.ShouldBe(Given.Now.AddDays(34));
    }

    [Fact]
    [Breaks("departure")]
    public void it_is_announced_once_of_a_member_of_a_group_that_runs()
    {
        Record(Announced()).ShouldBreak("always", "departure", "design");
        Record(Announced(), "heard").ShouldBreak("heard", "departure", "S4");
        Record(Announced(more: new DepartureWithdrawn(Leaving))).Refusal.ShouldBeNull();
        Record(Four(), person: Given.Id(77)).ShouldBeRefused(404);
        Record(Story.Group(new MemberEnrolled(Dora, One, true))).Refusal.ShouldBeNull("before the sealing too they are heard");
        Record(Four(), "open").Refusal.ShouldBeNull();
        Record(Four(new GroupDissolved(Story.Text()))).ShouldBeRefused(409);
        RecordDeparture
            .Decide(new(Dora, DepartureReason.Wish), Four(), Story.Of(Story.Active(), new EngagementConcluded()), Story.Frames, Story.Act())
            .ShouldBeRefused(409);
        Record(Four(), "fixed").ShouldBreak("fixed", "stability", "S4");
    }

    [Fact]
    public void where_nobody_objects_it_takes_effect_without_the_one_who_is_absent()
    {
        var decision = Due(Announced());
        decision.ShouldHappen(Left);
        decision.Elsewhere.Single().Fact.ShouldBe(new MemberDeparted(Story.GroupId, Dora));
        ((V1.MemberLeft)decision.Messages.Single()(new(Story.GroupId, 9, Until))).Person.ShouldBe(Dora);
        decision.Scheduled.Single().Message.ShouldBe(new WatchDue(Given.Id(1), Watched.Size, Story.GroupId, Until));
        var group = Announced(more: Left);
        group.HasMember(Dora).ShouldBeFalse();
        group.Departures.Single().State.ShouldBe(DepartureState.Effective);
        Due(group).Facts.ShouldBeEmpty();
        Due(Announced(more: new GroupDissolved(Story.Text()))).Facts.ShouldBeEmpty();
    }

    [Fact]
    public void an_objection_gives_those_who_are_reached_the_whole_delay_once()
    {
        var at = Given.Now.AddDays(13);
        var decision = Object(Anne, Announced(), at);
        var later = at.AddDays(14);
        decision.ShouldHappen(Objection(Anne, later));
        decision.Scheduled.Single().ShouldBe((later, new DepartureDue(Story.GroupId, Leaving, later)));
        var put = Announced(more: Objection(Anne, later));
        Due(put).Facts.ShouldBeEmpty("the end that the objection set is awaited");
        Object(Anne, put).Facts.ShouldBeEmpty();
        Object(Bob, put).ShouldHappen(Objection(Bob, later));
    }

    [Fact]
    public void those_who_are_reached_decide_on_an_objection()
    {
        Due(Announced(more: Objection(Anne))).ShouldHappen(new DepartureDeclined(Leaving));
        Due(Announced(more: [Objection(Anne), Agreement(Bob)])).ShouldHappen(new DepartureDeclined(Leaving));
        Due(Announced(more: [Objection(Anne), Agreement(Bob), Agreement(Chloe)])).ShouldHappen(Left);
        Due(Announced(more: [Objection(Anne), Agreement(Anne)])).ShouldHappen(Left);
        Due(Announced(more: [Objection(Anne), Agreement(Bob), new VolunteeringRevoked(Anne)])).ShouldHappen(Left);
    }

    [Fact]
    [Keeps("stability")]
    public void a_frame_that_asks_for_the_groups_agreement_has_it_of_all_who_are_reached()
    {
        Due(Announced(true)).ShouldHappen(new DepartureDeclined(Leaving));
        Due(Announced(true, Agreement(Anne), Agreement(Bob))).ShouldHappen(Left);
        Due(Announced(true, Agreement(Anne), Agreement(Bob), Objection(Chloe))).ShouldHappen(new DepartureDeclined(Leaving));
    }

    [Fact]
    public void nobody_is_put_out_against_their_own_word()
    {
        Object(Dora, Announced()).ShouldHappen(Objection(Dora, Until), new DepartureDeclined(Leaving));
        Announced(more: [Objection(Dora), new DepartureDeclined(Leaving)]).HasMember(Dora).ShouldBeTrue();
        WithdrawDeparture.Decide(Leaving, Announced(), Story.Act()).ShouldHappen(new DepartureWithdrawn(Leaving));
        Due(Announced(more: new DepartureWithdrawn(Leaving))).Facts.ShouldBeEmpty();
    }

    [Fact]
    public void agreed_by_who_departs_it_takes_effect_at_once_and_by_all_the_others_it_does_not()
    {
        Agree(Anne, Announced()).ShouldHappen(Agreement(Anne));
        var group = Announced(more: [Agreement(Anne), Agreement(Bob)]);
        Agree(Anne, group).Facts.ShouldBeEmpty();
        Agree(Chloe, group).ShouldHappen(Agreement(Chloe));
        Object(Dora, group).Facts[^1].ShouldBe(new DepartureDeclined(Leaving), "they have the whole delay to answer");
        var last = Agree(Dora, Announced());
        last.ShouldHappen(Agreement(Dora), Left);
        last.Elsewhere.Single().Fact.ShouldBe(new MemberDeparted(Story.GroupId, Dora));
    }

    [Fact]
    public void whoever_is_said_to_have_died_has_the_delay_too()
    {
        DepartureRecorded died = new(Leaving, Dora, DepartureReason.Death, 14, Until, false, true);
        Agree(Chloe, Four(died, Agreement(Anne), Agreement(Bob))).ShouldHappen(Agreement(Chloe));
        Object(Dora, Four(died, Agreement(Anne), Agreement(Bob), Agreement(Chloe))).Facts[^1].ShouldBe(new DepartureDeclined(Leaving));
    }

    [Fact]
    [Breaks("departure")]
    public void who_objected_to_their_own_departure_leaves_by_themself_alone_for_ninety_days()
    {
        Group Objected(int daysAgo) =>
            Announced(more: [Objection(Dora) with { OccurredAt = Given.Now.AddDays(-daysAgo) }, new DepartureDeclined(Leaving)]);
        Record(Objected(0)).ShouldBreak("always", "departure", "design");
        Record(Objected(89)).ShouldBreak("always", "departure", "design");
        Record(Objected(90)).Refusal.ShouldBeNull();
        Record(Objected(0), person: Chloe).Refusal.ShouldBeNull();

        // However it is dated; and who died is asked nothing.
        var early = Story.Act(at: Given.Now.AddDays(100)) with
        {
            Now = Given.Now.AddDays(10),
        };
        Record(Objected(0), act: early).ShouldBreak("always", "departure", "design");
        RecordDeparture.Decide(new(Dora, DepartureReason.Death), Objected(0), In("team"), Story.Frames, Story.Act()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void what_others_objected_stands_against_a_departure_that_is_recorded_anew()
    {
        Group Ended(Fact end, params IReadOnlyList<Fact> more) =>
            Announced(more: [Objection(Anne) with { OccurredAt = Given.Now }, Agreement(Bob), .. more, end]);
        DepartureRecorded recorded = new(Leaving, Dora, DepartureReason.LongAbsence, 14, Until, false, true);
        Record(Ended(new DepartureWithdrawn(Leaving))).ShouldHappen(recorded, Objection(Anne));
        Record(Ended(new DepartureDeclined(Leaving))).ShouldHappen(recorded, Objection(Anne));
        Record(Ended(new DepartureWithdrawn(Leaving), Agreement(Anne))).ShouldHappen(recorded);
        Record(Ended(new DepartureWithdrawn(Leaving), new VolunteeringRevoked(Anne))).ShouldHappen(recorded);

        // It is answered as before: nobody else agreeing, they stay.
        var again = Folding.Of<Group>(
            Story.GroupId,
            [
                new GroupConstituted(Given.Id(1), Story.Facilitator, "A"),
                .. new[] { Anne, Bob, Chloe, Dora }.Select(p => new MemberEnrolled(p, One, true)),
                new GroupSealed(),
                .. Record(Ended(new DepartureWithdrawn(Leaving))).Facts,
            ]
        )!;
        Due(again).ShouldHappen(new DepartureDeclined(Leaving));
    }

    [Fact]
    public void what_comes_after_the_delay_is_no_answer_however_it_is_dated()
    {
        var late = Story.Act(Roles.Member, Anne) with { Now = Until };
        ObjectToDeparture.Decide(new(new("text")), Leaving, Announced(), late).ShouldBeRefused(409);
        AgreeToDeparture.Decide(Leaving, Announced(), In("team"), late).ShouldBeRefused(409);
        WithdrawDeparture.Decide(Leaving, Announced(), late).ShouldBeRefused(409);
        Object(Anne, Four()).ShouldBeRefused(404);
    }

    [Fact]
    public void whoever_leaves_in_another_way_has_departed()
    {
        var group = Announced(more: new MemberLeft(Dora, Story.Text()));
        group.Departures.Single().State.ShouldBe(DepartureState.Effective);
        Due(group).Facts.ShouldBeEmpty();
    }

    [Fact]
    public void an_exception_that_the_departed_alone_held_up_is_agreed_and_not_used_up()
    {
        var x = Given.Id(5);
        var group = Announced(
            more:
            [
                new StabilityExceptionAsked(x, Story.Text()),
                .. new[] { Anne, Bob, Chloe }.Select(p => new StabilityExceptionApproved(x, p)),
            ]
        );
        Due(group).ShouldHappen(Left, new StabilityExceptionAgreed(x));
        var other = Announced(more: [new StabilityExceptionAsked(x, Story.Text()), new StabilityExceptionAgreed(x), Left]);
        other.OpenException(StabilityChange.Leaves, Anne)!.Id.ShouldBe(x);
    }

    [Fact]
    public void the_group_reads_why_somebody_objects_and_the_practice_does_not()
    {
        var group = Announced(more: [Objection(Anne), Agreement(Bob)]);

        // Without keys what is opened reads as erased, and what is not even tried as null.
        var opener = new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>());
        DepartureView Seen(string role, Guid person) => GroupView.Of(group, new("cabinet", role, person), opener).Departures.Single();
        Seen(Roles.Member, Bob).Objections.ShouldBe([new DepartureObjectionView(TextOpener.Erased)]);
        Seen(Roles.Facilitator, Story.Facilitator).Objections.ShouldBe([new DepartureObjectionView(TextOpener.Erased)]);
        Seen(Roles.Practice, Given.Id(900)).Objections.ShouldBe([new DepartureObjectionView(null)]);
        new[] { Anne, Bob, Chloe }.Select(p => Seen(Roles.Member, p).AgreedByYou).ShouldBe([false, true, null]);
    }
}
