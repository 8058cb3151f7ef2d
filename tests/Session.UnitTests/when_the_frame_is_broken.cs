using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_the_frame_is_broken
{
    private static readonly IReadOnlyList<Fact> Held = Story.Closed(Story.Interpreting);

    [Theory]
    [InlineData(IncidentKind.Judgement, "judgement")]
    [InlineData(IncidentKind.Therapy, "therapy")]
    [InlineData(IncidentKind.ComplaintWithoutPerspective, "complaint-without-perspective")]
    [InlineData(IncidentKind.BreachOfConfidence, "breach-of-confidence")]
    [Breaks("frame-incident")]
    public void it_is_recorded_and_the_practice_learns_which_by_a_word(IncidentKind kind, string word)
    {
        var decision = RecordFrameIncident.Decide(new(kind, new("text")), Story.Of(Held), Story.As(Story.Bob));
        decision.ShouldHappen(new FrameIncidentRecorded(kind, Story.Text("FrameIncidentRecorded.Text")));
        decision.ShouldTell(new FrameIncidentRaised(Given.Id(1), Story.GroupId, Story.EngagementId, word, Story.From));
    }

    [Fact]
    [Keeps("frame-incident")]
    public void a_session_that_keeps_to_the_frame_tells_of_no_incident()
    {
        Story.Of(Held).Incidents.ShouldBeEmpty();
        RecordFrameIncident
            .Decide(new(IncidentKind.Therapy), Story.Of(Story.Scheduled(Story.Interpreting)), Story.As(Story.Bob))
            .ShouldBeRefused(409);
    }

    [Fact]
    public void a_contribution_is_flagged_by_it_and_stands_as_its_author_left_it()
    {
        var held = Story.Of([.. Story.In(Story.Interpreting, "interpret"), Story.Made(70, Story.Chloe, ContributionKind.Interpretation)]);
        var decision = RecordFrameIncident.Decide(new(IncidentKind.Judgement, null, Given.Id(70)), held, Story.As(Story.Bob));
        var flagged = Folding.Apply(held, held.Id, decision.Facts[0]);
        flagged.Incidents.ShouldBe([new(IncidentKind.Judgement, null, Given.Id(70))]);
        flagged.Contributions.ShouldBe(held.Contributions);
        RecordFrameIncident.Decide(new(IncidentKind.Judgement, null, Given.Id(71)), held, Story.As(Story.Bob)).ShouldBeRefused(404);
    }

    [Fact]
    [Keeps("confidentiality-exception")]
    public void the_exception_is_a_fact_with_its_basis_and_without_content()
    {
        var decision = InvokeConfidentialityException.Decide(new(ExceptionBasis.MinorOrVulnerablePerson), Story.Of(Held));
        decision.ShouldHappen(new ConfidentialityExceptionInvoked(ExceptionBasis.MinorOrVulnerablePerson));
        decision.ShouldTell(
            new FrameIncidentRaised(Given.Id(1), Story.GroupId, Story.EngagementId, "confidentiality-exception", Story.From)
        );
        InvokeConfidentialityException.Decide(new(ExceptionBasis.MinorOrVulnerablePerson), Story.Of(Held, decision.Facts)).ShouldHappen();
        typeof(InvokeConfidentialityException).GetProperties().ShouldNotContain(p => p.PropertyType == typeof(Narrative));
    }

    [Fact]
    [Breaks("confidentiality-exception")]
    public void it_is_invoked_of_a_session_that_was_opened() =>
        InvokeConfidentialityException
            .Decide(new(ExceptionBasis.PartnerViolence), Story.Of(Story.Scheduled(Story.Interpreting)))
            .ShouldBeRefused(409);
}
