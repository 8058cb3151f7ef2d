using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_diagnosing
{
    [Fact]
    public void it_starts_once_with_a_facilitator()
    {
        StartDiagnosis.Decide(Story.Of(Story.Opened, new FacilitatorAssigned(Story.Facilitator))).ShouldHappen(new DiagnosisStarted());
        StartDiagnosis.Decide(Story.Of(Story.Opened)).ShouldBeRefused(409);
        StartDiagnosis.Decide(Story.Of(Story.Diagnosing)).ShouldBeRefused(409);
    }

    [Fact]
    public void findings_and_protagonists_belong_to_it()
    {
        var state = Story.Of(Story.Diagnosing);
        RecordFinding
            .Decide(new(new("text"), FindingLevel.Organisational), state, Story.Act())
            .ShouldHappen(
                new DiagnosisFindingRecorded(Given.Id(999), Story.Text("DiagnosisFindingRecorded.Text"), FindingLevel.Organisational)
            );
        HearProtagonist
            .Decide(new(Capacity.Direction, new("text")), state, Story.Act())
            .ShouldHappen(new ProtagonistHeard(Given.Id(999), Capacity.Direction, Story.Text("ProtagonistHeard.Asks")));
        HearProtagonist
            .Decide(new(Capacity.Team), state, Story.Act())
            .ShouldHappen(new ProtagonistHeard(Given.Id(999), Capacity.Team, null));
        foreach (var elsewhere in new[] { Story.Of(Story.Opened), Story.Of(Story.Designing) })
        {
            RecordFinding.Decide(new(new("text"), FindingLevel.Individual), elsewhere, Story.Act()).ShouldBeRefused(409);
            HearProtagonist.Decide(new(Capacity.Team), elsewhere, Story.Act()).ShouldBeRefused(409);
        }
    }

    [Fact]
    public void it_is_restituted_once_it_found_something()
    {
        var found = Story.Of(Story.Diagnosing, new DiagnosisFindingRecorded(Given.Id(3), Story.Text(), FindingLevel.Collective));
        RestituteDiagnosis
            .Decide(new(new("text")), found, Story.Act())
            .ShouldHappen(new DiagnosisRestituted(Story.Text("DiagnosisRestituted.Summary")));
        Measured bond = new(Dimension.Bond, 2);
        var measured = RestituteDiagnosis.Decide(new(new("text"), [bond]), found, Story.Act());
        Folding.Apply(found, found.Id, measured.Facts[0]).Measures.ShouldBe([bond]);
        foreach (var wrong in new[] { [bond, bond], [bond with { Value = 0 }], new[] { bond with { Value = 6 } } })
        {
            RestituteDiagnosis.Decide(new(new("text"), wrong), found, Story.Act()).ShouldBeRefused(400);
        }

        RestituteDiagnosis.Decide(new(new("text")), Story.Of(Story.Diagnosing), Story.Act()).ShouldBeRefused(409);
        RestituteDiagnosis.Decide(new(new("text")), Story.Of(Story.Designing), Story.Act()).ShouldBeRefused(409);
    }
}
