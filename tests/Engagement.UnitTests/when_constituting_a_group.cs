using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_constituting_a_group
{
    private static readonly Guid One = Given.Id(51);
    private static readonly Guid Other = Given.Id(52);

    private static MemberEnrolled Enrolled(int person, Guid? institution = null) => new(Given.Id(person), institution ?? One, false);

    private static Decision Enrol(EnrolMember command, Group group, string frame = "team", int maximum = 3, params Fact[] more) =>
        EnrolMember.Decide(
            command,
            group,
            Story.Of(Story.Chartering(Story.Dispositif(frame, maximum: maximum)), more),
            Story.Frames,
            Story.Act()
        );

    [Fact]
    public void it_is_constituted_once_the_dispositif_is_agreed()
    {
        var engagement = Story.Of(Story.Chartering());
        var decision = ConstituteGroup.Decide(new("Groupe A"), engagement, Story.Act());
        decision.ShouldHappen(
            new GroupConstituted(Given.Id(1), Story.Facilitator, Name: Given.Seal(new("Groupe A"), "GroupConstituted.Name"))
        );
        decision.Elsewhere.ShouldBe([(engagement, new GroupAdded(Given.Id(1)))]);
        ConstituteGroup.Decide(new("A"), Story.Of(Story.Designing), Story.Act()).ShouldBeRefused(409);
        ConstituteGroup.Decide(new("A"), Story.Of(Story.Accepted, new CharterRatified()), Story.Act()).ShouldBeRefused(409);
        ConstituteGroup.Decide(new(""), engagement, Story.Act()).ShouldBeRefused(400);
        ConstituteGroup
            .Decide(new("A"), engagement with { LastOccurredAt = Given.Now.AddHours(1) }, Story.Act())
            .ShouldBreak("always", "occurred-at", "design");
    }

    [Fact]
    public void a_member_is_enrolled_under_a_new_id_and_the_name_stands_outside_the_events()
    {
        var decision = Enrol(new(One, "Camille Dupont"), Story.Group());
        decision.ShouldHappen(new MemberEnrolled(Given.Id(999), One, false));
        decision.Elsewhere.Single().Fact.ShouldBe(new MemberAdmitted(Story.GroupId, Given.Id(999), One));
        decision.Names.ShouldBe([(Given.Id(999), "Camille Dupont")]);
    }

    [Fact]
    public void a_member_under_the_facilitators_authority_is_refused()
    {
        Enrol(new(One, "C", UnderFacilitatorsAuthority: true), Story.Group()).ShouldBreak("team", "independence", "S2");
        Enrol(new(One, "C", UnderFacilitatorsAuthority: true), Story.Group(), "open").ShouldBreak("always", "independence", "S0");
    }

    [Fact]
    [Keeps("composition")]
    [Breaks("composition")]
    public void a_team_is_of_one_institution_and_managers_are_of_different_ones()
    {
        Enrol(new(Other, "C"), Story.Group(Enrolled(41))).ShouldBreak("team", "composition", "S2");
        Enrol(new(One, "C"), Story.Group(Enrolled(41))).Refusal.ShouldBeNull();
        Enrol(new(One, "C"), Story.Group(Enrolled(41)), "managers").ShouldBreak("managers", "composition", "S2");
        Enrol(new(Other, "C"), Story.Group(Enrolled(41)), "managers").Refusal.ShouldBeNull();
        Enrol(new(Other, "C"), Story.Group(Enrolled(41)), "open").Refusal.ShouldBeNull();
    }

    [Fact]
    [Keeps("participation")]
    [Breaks("participation")]
    public void volunteers_are_asked_for_where_the_frame_says_so()
    {
        Enrol(new(One, "C"), Story.Group(), "volunteers").ShouldBreak("volunteers", "participation", "S3");
        Enrol(new(One, "C", Volunteers: true), Story.Group(), "volunteers").ShouldHappen(new MemberEnrolled(Given.Id(999), One, true));
    }

    [Fact]
    public void the_maximum_is_the_frames_or_the_dispositifs_own()
    {
        Group full = Story.Group([.. Enumerable.Range(40, 12).Select(i => Enrolled(i))]);
        Enrol(new(One, "C"), full, maximum: 12).ShouldBreak("team", "size", "S2");
        Enrol(new(One, "C"), Story.Group(Enrolled(41), Enrolled(42), Enrolled(43))).ShouldBreak("dispositif", "size", "design");
        Enrol(new(One, "C"), Story.Group(Enrolled(41), Enrolled(42))).Refusal.ShouldBeNull();
    }

    [Fact]
    [Breaks("stability")]
    public void nobody_is_enrolled_in_a_sealed_group_nor_after_the_charter_is_ratified()
    {
        var sealedGroup = Story.Group(Enrolled(41), new GroupSealed());
        Enrol(new(One, "C"), sealedGroup).ShouldBreak("always", "stability", "S4");
        Enrol(new(One, "C"), sealedGroup, "open").Refusal.ShouldBeNull();
        Enrol(new(One, "C"), sealedGroup, "narrator").ShouldBreak("narrator", "stability", "S4");
        Enrol(new(One, "C"), Story.Group(), more: [new CharterProposed(Story.Text(), []), new CharterRatified()]).ShouldBeRefused(409);
        Enrol(new(One, ""), Story.Group()).ShouldBeRefused(400);
    }

    [Fact]
    public void it_is_sealed_with_its_minimum_and_told()
    {
        var engagement = Story.Of(Story.Chartering());
        var decision = SealGroup.Decide(Story.Group(Enrolled(41), Enrolled(42)), engagement, Story.Frames, Story.Act());
        decision.ShouldHappen(new GroupSealed());
        decision.Elsewhere.ShouldBe([(engagement, new GroupSealingNoted(Story.GroupId))]);
        var told = (V1.GroupSealed)decision.Messages.Single()(new(Story.GroupId, 4, Given.Now));
        (told.Group, told.Engagement).ShouldBe((Story.GroupId, Given.Id(1)));
        told.Members.ShouldBe([new(Given.Id(41), One), new(Given.Id(42), One)]);
    }

    [Fact]
    public void it_is_not_sealed_under_its_minimum_nor_twice_nor_too_late()
    {
        var small = Story.Group(Enrolled(41));
        SealGroup.Decide(small, Story.Of(Story.Chartering()), Story.Frames, Story.Act()).ShouldBreak("dispositif", "size", "design");
        SealGroup
            .Decide(small, Story.Of(Story.Chartering(Story.Dispositif(minimum: 8, maximum: 12))), Story.Frames, Story.Act())
            .ShouldBreak("team", "size", "S2");
        SealGroup
            .Decide(Story.Group(Enrolled(41), Enrolled(42), new GroupSealed()), Story.Of(Story.Chartering()), Story.Frames, Story.Act())
            .ShouldBeRefused(409);
        SealGroup.Decide(small, Story.Of(Story.Active()), Story.Frames, Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void its_members_its_facilitator_and_the_practice_see_it()
    {
        var group = Story.Group(Enrolled(41));
        group.IsVisibleTo(new("t", Roles.Practice, Given.Id(5))).ShouldBeTrue();
        group.IsVisibleTo(new("t", Roles.Facilitator, Story.Facilitator)).ShouldBeTrue();
        group.IsVisibleTo(new("t", Roles.Member, Given.Id(41))).ShouldBeTrue();
        group.IsVisibleTo(new("t", Roles.Member, Given.Id(42))).ShouldBeFalse();
        group.IsVisibleTo(new("t", Roles.Facilitator, Given.Id(41))).ShouldBeFalse();
        group.IsVisibleTo(new("t", Roles.Establishment, Given.Id(41), Story.Establishment)).ShouldBeFalse();
    }
}
