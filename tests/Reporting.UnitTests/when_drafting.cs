using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_drafting
{
    private static readonly DraftBilan Command = new(
        Story.From,
        Story.To,
        [new(Dimension.Bond, new("text"))],
        Unmeasured: Unmeasured.TooEarly
    );

    [Fact]
    public void its_figures_are_drawn_from_the_sessions_of_the_period()
    {
        var group = Story.Group(
            Story.Held(1, Story.Day(1, 1, 0), 100, 2, Story.Members),
            Story.Held(2, Story.Day(2, 28, 23), 50, 2, Story.Members[0]),
            Story.Held(3, Story.Day(3, 1, 0), 70, 2, Story.Members),
            Story.Held(4, Story.Day(1, 1, 0).AddTicks(-1), 80, 2, Story.Members),
            Story.Coded(2, Story.Day(2, 28), new Theme("b", "y"), new Theme("a", "z")),
            Story.Coded(1, Story.Day(1, 2), new Theme("b", "y"), new Theme("b", "x")),
            Story.Coded(3, Story.Day(3, 1), new Theme("b", "y"))
        );
        var figures = Drafted(Command, group).Figures;
        figures.Sessions.ShouldBe(2);
        figures.Minutes.ShouldBe(150);
        figures.AttendancePercent.ShouldBe(75);
        figures.Themes.ShouldBe([new("a", "z", 1), new("b", "x", 1), new("b", "y", 2)]);
    }

    [Fact]
    public void a_group_says_that_it_worked_on_what_was_coded_and_on_nothing_else_and_that_is_part_of_what_is_approved()
    {
        var group = Story.Group(
            Story.Held(1, Story.Day(1, 1, 0), 100, 2, Story.Members),
            Story.Coded(1, Story.Day(1, 2), new Theme("b", "y"))
        );
        var worked = Command with { Worked = [new("b", "y")] };
        var drafted = Drafted(worked, group);
        drafted.Worked.ShouldBe(worked.Worked);
        DraftBilan
            .Decide(Command with { Worked = [new("b", "x")] }, false, [group], null, Story.Act())
            .ShouldBreak("always", "outward-list", "S3");
        DraftBilan.Decide(Command with { Worked = [new("b", "y"), new("b", "y")] }, false, [group], null, Story.Act()).ShouldBeRefused(400);
        Story.Of(drafted).HashOfText().ShouldNotBe(Story.Of(Drafted(Command, group)).HashOfText());

        // A party may want it said no more.
        var amended = ProposeAmendment.Decide(new(Dimension.Bond, new("text"), Worked: []), Story.Of(drafted), Story.Act(Story.Members[0]));
        var amendment = amended.Facts.OfType<AmendmentProposed>().Single().Amendment;
        Story.Of([drafted, .. amended.Facts, new AmendmentAccepted(amendment)]).Worked.ShouldBeEmpty();
        ProposeAmendment
            .Decide(new(Dimension.Bond, new("text"), Worked: [new("b", "x")]), Story.Of(drafted), Story.Act(Story.Members[0]))
            .ShouldBreak("always", "outward-list", "S3");
    }

    [Fact]
    public void without_sessions_the_figures_are_zero() =>
        Story.Json(Drafted(Command, Story.Group()).Figures).ShouldBe(Story.Json(new Figures(0, 0, 0, [])));

    [Fact]
    public void its_parties_are_the_facilitator_and_every_member_once()
    {
        var other = Folding.Of<GroupRecord>(Given.Id(31), [Story.Sealing(Story.Members[1], Given.Id(43)), Story.Activation()])!;
        DraftBilan
            .Decide(Command, true, [Story.Group(), other], null, Story.Act())
            .ShouldHappen(
                Story.Drafted(true, Story.Members[0], Story.Members[1], Given.Id(43)) with
                {
                    Groups = [Story.GroupId, Given.Id(31)],
                    Figures = new(0, 0, 0, []),
                    Assessments = [],
                    Listed = [],
                    Unmeasured = Unmeasured.TooEarly,
                }
            );
    }

    [Fact]
    [Keeps("bilan-period")]
    [Breaks("bilan-period")]
    public void the_period_has_passed_and_lies_within_the_engagement()
    {
        var today = DateOnly.FromDateTime(Given.Now.UtcDateTime);
        Drafted(Command with { To = today }, Story.Group()).To.ShouldBe(today);
        Drafted(Command with { To = Story.From }, Story.Group()).To.ShouldBe(Story.From);
        Decide(Command with { To = today.AddDays(1) }, Story.Group()).ShouldBreak("always", "bilan-period", "design");
        var back = Story.Act(at: Given.Now.AddDays(-3)) with { Now = Given.Now };
        DraftBilan.Decide(Command with { To = today }, false, [Story.Group()], null, back).ShouldBreak("always", "bilan-period", "design");
        DraftBilan.Decide(Command with { To = today.AddDays(-3) }, false, [Story.Group()], null, back).Refusal.ShouldBeNull();
        Decide(Command with { From = new(2020, 1, 1) }, Story.Group()).ShouldBreak("always", "bilan-period", "design");
        Decide(Command with { From = Story.From.AddDays(-1) }, Story.Group()).ShouldBreak("always", "bilan-period", "design");
        Decide(Command with { To = Story.From.AddDays(-1) }, Story.Group()).ShouldBeRefused(400);
    }

    [Fact]
    public void each_dimension_comes_once_and_one_at_least()
    {
        SectionDraft bond = new(Dimension.Bond, new("text"));
        Drafted(Command with { Sections = [bond, new(Dimension.RpsPrevention, new("none"))] }, Story.Group()).Sections.Count.ShouldBe(2);
        Decide(Command with { Sections = [bond, bond] }, Story.Group()).ShouldBeRefused(400);
        Decide(Command with { Sections = [] }, Story.Group()).ShouldBeRefused(400);
        Decide(Command with { Sections = [bond, null!] }, Story.Group()).ShouldBeRefused(400);
    }

    [Fact]
    public void who_does_not_facilitate_the_group_finds_none()
    {
        DraftBilan.Decide(Command, false, [Story.Group()], null, Given.Act(Roles.Facilitator, Given.Id(11))).ShouldBeRefused(404);
        DraftBilan.Decide(Command, false, [], null, Story.Act()).ShouldBeRefused(404);
        var others = Folding.Of<GroupRecord>(Given.Id(31), [Story.Sealing(), Story.Activation(Given.Id(11))])!;
        DraftBilan.Decide(Command, true, [Story.Group(), others], null, Story.Act()).ShouldBeRefused(404);
    }

    [Fact]
    public void a_group_that_is_half_known_waits()
    {
        Decide(Command, Folding.Of<GroupRecord>(Story.GroupId, [Story.Activation()])!).ShouldBeRefused(409);
        Decide(Command, Folding.Of<GroupRecord>(Story.GroupId, [Story.Sealing()])!).ShouldBeRefused(404);
    }

    [Fact]
    public void there_is_none_after_the_final_one()
    {
        Decide(Command, Story.Group(Story.Covering(Story.From, Story.To, final: true))).ShouldBeRefused(409);
        Drafted(Command, Story.Group(Story.Covering(Story.From, Story.To))).Final.ShouldBeFalse();
    }

    private static Decision Decide(DraftBilan command, GroupRecord group) => DraftBilan.Decide(command, false, [group], null, Story.Act());

    private static BilanDrafted Drafted(DraftBilan command, GroupRecord group)
    {
        var decision = Decide(command, group);
        decision.Refusal.ShouldBeNull();
        return decision.Facts.Single().ShouldBeOfType<BilanDrafted>();
    }
}
