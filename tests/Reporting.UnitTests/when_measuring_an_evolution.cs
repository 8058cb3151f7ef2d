using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_measuring_an_evolution
{
    private static readonly DraftBilan Command = new(Story.From, Story.To, [new(Dimension.Bond, new("text"))]);

    private static Bilan Previous(params IReadOnlyList<Assessment> assessments) =>
        Story.Of([Story.Drafted() with { Assessments = assessments }, new ContentLocked("h", null), new BilanAgreed("h")]);

    private static Decision Draft(Bilan? previous, params IReadOnlyList<AssessmentDraft> assessments) =>
        DraftBilan.Decide(Command with { Assessments = assessments }, false, [Story.Group()], previous, Story.Act());

    private static BilanDrafted Drafted(Decision decision) => (BilanDrafted)decision.Facts.Single();

    [Fact]
    public void it_is_compared_with_the_bilan_before_and_with_the_diagnosis()
    {
        var drafted = Drafted(
            Draft(
                Previous(new(Dimension.Bond, 2, 1, null), new(Dimension.Cohesion, 3, null, null)),
                [new(Dimension.Bond, 4), new(Dimension.WearPrevented, 3, 2)]
            )
        );
        drafted.Assessments.ShouldBe([new(Dimension.Bond, 4, 1, 2), new(Dimension.WearPrevented, 3, 2, null)]);
        drafted.Previous.ShouldBe(Given.Id(1));
        Drafted(Draft(null, new AssessmentDraft(Dimension.Bond, 4))).Assessments.ShouldBe([new(Dimension.Bond, 4, null, null)]);
    }

    [Fact]
    [Keeps("evolution")]
    [Breaks("evolution")]
    public void what_the_diagnosis_said_stays()
    {
        var activation = Story.Activation();
        var diagnosed = Folding.Of<GroupRecord>(Story.GroupId, [Story.Sealing(), activation with { Diagnosis = [new("bond", 2)] }])!;
        Decision Draft(GroupRecord group, Bilan? previous, AssessmentDraft draft) =>
            DraftBilan.Decide(Command with { Assessments = [draft] }, false, [group], previous, Story.Act());
        Drafted(Draft(diagnosed, null, new(Dimension.Bond, 4))).Assessments!.ShouldBe([new(Dimension.Bond, 4, 2, null)]);
        Drafted(Draft(diagnosed, null, new(Dimension.Bond, 4, 2))).Assessments!.ShouldBe([new(Dimension.Bond, 4, 2, null)]);
        Draft(diagnosed, null, new(Dimension.Bond, 4, 1)).ShouldBreak("always", "evolution", "S2");
        Draft(Story.Group(), Previous(new Assessment(Dimension.Bond, 3, 1, null)), new(Dimension.Bond, 4, 2))
            .ShouldBreak("always", "evolution", "S2");
    }

    [Fact]
    [Keeps("evolution")]
    [Breaks("evolution")]
    public void an_intermediate_one_measures_or_says_why_not()
    {
        static Decision Draft(bool final, Unmeasured? why, params IReadOnlyList<AssessmentDraft> assessments) =>
            DraftBilan.Decide(Command with { Assessments = assessments, Unmeasured = why }, final, [Story.Group()], null, Story.Act());
        Draft(false, null).ShouldBreak("always", "evolution", "S2");
        Draft(false, Unmeasured.TooEarly, new AssessmentDraft(Dimension.Bond, 3)).ShouldBreak("always", "evolution", "S2");
        Draft(true, null).Refusal.ShouldBeNull();
        var drafted = Drafted(Draft(false, Unmeasured.TooEarly));
        drafted.Unmeasured.ShouldBe(Unmeasured.TooEarly);

        // It is part of what is approved, until an amendment measures.
        Story.Hash(drafted).ShouldNotBe(Story.Hash(drafted with { Unmeasured = Unmeasured.GroupChanged }));
        var measured = ProposeAmendment.Decide(new(Dimension.Bond, new("none"), 3), Story.Of(drafted), Story.Act(Story.Members[0]));
        Story.Of([drafted, .. measured.Facts, new AmendmentAccepted(Given.Id(999))]).Unmeasured.ShouldBeNull();
        Story.Of([drafted, Story.Proposed(), new AmendmentAccepted(Story.Amendment)]).Unmeasured.ShouldBe(Unmeasured.TooEarly);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(6, null)]
    [InlineData(3, 0)]
    [InlineData(3, 6)]
    public void it_goes_from_one_to_five(int now, int? atDiagnosis) =>
        Draft(null, new AssessmentDraft(Dimension.Bond, now, atDiagnosis)).ShouldBeRefused(400);

    [Fact]
    public void each_dimension_is_measured_once() =>
        Draft(null, new AssessmentDraft(Dimension.Bond, 3), new AssessmentDraft(Dimension.Bond, 4)).ShouldBeRefused(400);

    [Fact]
    public void it_is_negotiated_as_the_text_is()
    {
        var draft = Story.Drafted() with { Assessments = [new(Dimension.Bond, 4, 1, 2)] };
        var proposed = ProposeAmendment.Decide(new(Dimension.Bond, new("none"), 3), Story.Of(draft), Story.Act(Story.Members[0]));
        var amended = Story.Of([draft, .. proposed.Facts, new AmendmentAccepted(Given.Id(999))]);
        amended.Assessments.ShouldBe([new(Dimension.Bond, 3, 1, 2)]);
        amended.HashOfText().ShouldNotBe(Story.Of(draft).HashOfText());
        Story.Hash(draft with { Assessments = [new(Dimension.Bond, 3, 1, 2)] }).ShouldNotBe(Story.Hash(draft));
        ProposeAmendment.Decide(new(Dimension.Bond, new("none"), 9), Story.Of(draft), Story.Act(Story.Members[0])).ShouldBeRefused(400);
        var added = ProposeAmendment.Decide(new(Dimension.Cohesion, new("none"), 2), Story.Of(draft), Story.Act(Story.Members[0]));
        Story
            .Of([draft, .. added.Facts, new AmendmentAccepted(Given.Id(999))])
            .Assessments.ShouldBe([new(Dimension.Bond, 4, 1, 2), new(Dimension.Cohesion, 2, null, null)]);
    }
}
