using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_membership_changes
{
    private static readonly Guid One = Given.Id(51);
    private static readonly Contracts.Origin Origin = new(Story.GroupId, 9, Given.Now);
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);

    private static IReadOnlyList<Fact> Two => [new MemberEnrolled(Anne, One, true), new MemberEnrolled(Bob, One, true)];

    private static Group Sealed(params IReadOnlyList<Fact> more) => Story.Group([.. Two, new GroupSealed(), .. more]);

    private static Act As(Guid person) => Story.Act(Roles.Member, person);

    private static Decision Leave(Guid person, Group group, Act act, string frame = "narrator") =>
        LeaveGroup.Decide(new(person, new("text")), group, Story.Of(Story.Chartering(Story.Dispositif(frame))), Story.Frames, act);

    [Fact]
    public void volunteering_is_confirmed_in_person_before_the_group_is_sealed()
    {
        var engagement = Story.Of(Story.Chartering(Story.Dispositif("volunteers")));
        SealGroup
            .Decide(Story.Group([.. Two, new VolunteeringConfirmed(Anne)]), engagement, Story.Frames, Story.Act())
            .ShouldBreak("volunteers", "participation", "S3");
        SealGroup
            .Decide(
                Story.Group([.. Two, new VolunteeringConfirmed(Anne), new VolunteeringConfirmed(Bob)]),
                engagement,
                Story.Frames,
                Story.Act()
            )
            .ShouldHappen(new GroupSealed());
        ConfirmVolunteering.Decide(Story.Group(Two), As(Anne)).ShouldHappen(new VolunteeringConfirmed(Anne));
        ConfirmVolunteering.Decide(Story.Group([.. Two, new VolunteeringConfirmed(Anne)]), As(Anne)).ShouldHappen();
    }

    [Fact]
    public void volunteering_is_revoked_at_any_time_without_a_reason_and_takes_effect_at_once()
    {
        var decision = RevokeVolunteering.Decide(Sealed(), Story.Of(Story.Active()), As(Anne));
        decision.ShouldHappen(new VolunteeringRevoked(Anne));
        decision.Elsewhere.Single().Fact.ShouldBe(new MemberDeparted(Story.GroupId, Anne));
        ((V1.VolunteeringRevoked)decision.Messages.Single()(Origin)).Person.ShouldBe(Anne);
        decision.Scheduled.Single().Message.ShouldBe(new WatchDue(Given.Id(1), Watched.Size, Story.GroupId, Story.Act().OccurredAt));
        Sealed(new VolunteeringRevoked(Anne)).HasMember(Anne).ShouldBeFalse();
        RevokeVolunteering
            .Decide(Story.Group(new MemberEnrolled(Anne, One, false)), Story.Of(Story.Active()), As(Anne))
            .ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("stability")]
    public void others_have_somebody_leave_a_sealed_group_by_its_agreement_alone()
    {
        Leave(Anne, Sealed(), Story.Act()).ShouldBreak("narrator", "stability", "S4");
        Leave(Anne, Sealed(), Story.Act(), "team").ShouldBreak("always", "stability", "S4");
        Leave(Anne, Sealed(), Story.Act(), "open").Refusal.ShouldBeNull();
        Leave(Anne, Story.Group(Two), Story.Act()).Refusal.ShouldBeNull();
        Leave(Given.Id(43), Sealed(), Story.Act()).ShouldBeRefused(404);
    }

    [Fact]
    public void nobody_is_held()
    {
        var decision = Leave(Anne, Sealed(), As(Anne));
        decision.ShouldHappen(new MemberLeft(Anne, Story.Text("MemberLeft.Reason")));
        decision.Elsewhere.Single().Fact.ShouldBe(new MemberDeparted(Story.GroupId, Anne));
        ((V1.MemberLeft)decision.Messages.Single()(Origin)).Person.ShouldBe(Anne);
        Leave(Bob, Sealed(), As(Anne)).ShouldBeRefused(404);
    }

    [Fact]
    [Keeps("stability")]
    public void an_exception_agreed_by_every_member_lets_one_person_join_or_leave()
    {
        var x = Given.Id(999);
        AskStabilityException.Decide(new(new("text"), StabilityChange.Joins), Story.Group(Two), Story.Act()).ShouldBeRefused(409);
        var asked = AskStabilityException.Decide(new(new("text"), StabilityChange.Joins), Sealed(), Story.Act());
        asked.ShouldHappen(new StabilityExceptionAsked(x, Story.Text("StabilityExceptionAsked.Reason"), StabilityChange.Joins));
        var group = Sealed([.. asked.Facts]);
        AgreeStabilityException.Decide(Given.Id(1), group, As(Anne)).ShouldBeRefused(404);
        AgreeStabilityException.Decide(x, group, As(Anne)).ShouldHappen(new StabilityExceptionApproved(x, Anne));
        var half = Folding.Apply(group, group.Id, new StabilityExceptionApproved(x, Anne));
        AgreeStabilityException.Decide(x, half, As(Anne)).ShouldHappen();
        Enrol(half).ShouldBreak("narrator", "stability", "S4");
        var last = AgreeStabilityException.Decide(x, half, As(Bob));
        last.ShouldHappen(new StabilityExceptionApproved(x, Bob), new StabilityExceptionAgreed(x));
        var agreed = last.Facts.Aggregate(half, (g, fact) => Folding.Apply(g, g.Id, fact));
        var enrolled = Enrol(agreed);
        enrolled.ShouldHappen(new MemberEnrolled(Given.Id(999), One, false, Awaited: true));
        Enrol(Folding.Apply(agreed, agreed.Id, enrolled.Facts[0])).ShouldBreak("narrator", "stability", "S4");
        Leave(Anne, agreed, Story.Act()).ShouldBreak("narrator", "stability", "S4");
    }

    [Fact]
    [Keeps("stability")]
    [Breaks("stability")]
    public void an_exception_serves_for_what_the_group_agreed_to_alone()
    {
        var x = Given.Id(5);
        Group Agreed(StabilityChange? change, Guid? person = null) =>
            Sealed(new StabilityExceptionAsked(x, Story.Text(), change, person), new StabilityExceptionAgreed(x));
        var leaving = Agreed(StabilityChange.Leaves, Anne);
        Leave(Anne, leaving, Story.Act()).Refusal.ShouldBeNull();
        Leave(Bob, leaving, Story.Act()).ShouldBreak("narrator", "stability", "S4");
        Enrol(leaving).ShouldBreak("narrator", "stability", "S4");
        Folding.Apply(leaving, leaving.Id, new MemberLeft(Bob)).Exceptions.Single().Used.ShouldBeFalse();
        Folding.Apply(leaving, leaving.Id, new MemberLeft(Anne)).Exceptions.Single().Used.ShouldBeTrue();

        // One of before serves for either, as it did.
        Leave(Bob, Agreed(null), Story.Act()).Refusal.ShouldBeNull();
        Enrol(Agreed(null)).Refusal.ShouldBeNull();

        Decision Ask(StabilityChange? change, Guid? person = null) =>
            AskStabilityException.Decide(new(new("text"), change, person), Sealed(), Story.Act());
        Ask(StabilityChange.Leaves, Anne)
            .ShouldHappen(
                new StabilityExceptionAsked(Given.Id(999), Story.Text("StabilityExceptionAsked.Reason"), StabilityChange.Leaves, Anne)
            );
        Ask(null).ShouldBeRefused(400);
        Ask(StabilityChange.Leaves).ShouldBeRefused(400);
        Ask(StabilityChange.Leaves, Given.Id(77)).ShouldBeRefused(400);
        Ask(StabilityChange.Joins, Anne).ShouldBeRefused(400);
    }

    [Fact]
    public void a_group_is_dissolved_before_or_after_its_engagement_runs_and_once()
    {
        DissolveGroup
            .Decide(new(new("text")), Story.Group(Two), Story.Of(Story.Chartering()), Story.Act())
            .ShouldHappen(new GroupDissolved(Story.Text("GroupDissolved.Reason")));
        DissolveGroup.Decide(new(new("text")), Sealed(), Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
        DissolveGroup
            .Decide(new(new("text")), Sealed(new GroupDissolved(Story.Text())), Story.Of(Story.Chartering()), Story.Act())
            .ShouldBeRefused(409);
        Story.Of(Story.Accepted, new GroupRemoved(Story.GroupId)).Members.ShouldBeEmpty();
    }

    private static Decision Enrol(Group group) =>
        EnrolMember.Decide(
            new(One, "C"),
            group,
            Story.Of(Story.Active(), new DispositifAmended(Story.Dispositif("narrator", maximum: 6), Story.Text())),
            Story.Frames,
            Story.Act()
        );
}
