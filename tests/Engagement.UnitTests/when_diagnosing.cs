using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

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
        }

        HearProtagonist.Decide(new(Capacity.Team), Story.Of(Story.Opened), Story.Act()).ShouldBeRefused(409);
    }

    [Theory]
    [InlineData(Roles.Practice, true)]
    [InlineData(Roles.Establishment, false)]
    [InlineData(Roles.Member, false)]
    public void what_is_confided_is_the_facilitators_alone_before_it_is_restituted_and_after(string role, bool knowsWhoWasHeard)
    {
        var confided = Story.Of(
            Story.Diagnosing,
            new DiagnosisFindingRecorded(Given.Id(3), Story.Text(), FindingLevel.Individual),
            new ProtagonistHeard(Given.Id(4), Capacity.Representative, Story.Text(), Story.Text())
        );
        Seen(confided, role).Protagonists.Count.ShouldBe(knowsWhoWasHeard ? 1 : 0);
        var restituted = Folding.Apply(confided, confided.Id, new DiagnosisRestituted(Story.Text()));
        Seen(restituted, role).Protagonists.ShouldBe([new(Given.Id(4), Capacity.Representative, null, null, false)]);
        foreach (var state in new[] { confided, restituted })
        {
            Seen(state, role).Findings.ShouldBeEmpty();
            Seen(state, role).Protagonists.ShouldAllBe(p => p.Asks == null && p.Stakes == null);
            Seen(state, Roles.Facilitator).Findings.ShouldBe([new(Given.Id(3), TextOpener.Erased, FindingLevel.Individual)]);
            Seen(state, Roles.Facilitator)
                .Protagonists.ShouldBe([new(Given.Id(4), Capacity.Representative, TextOpener.Erased, TextOpener.Erased, false)]);
        }
    }

    // A text that the reader may read is opened; here its key is nowhere, so that it reads as erased.
    private static EngagementView Seen(Engagement state, string role) =>
        EngagementView.Of(
            state,
            Story.Act(role, role == Roles.Facilitator ? Story.Facilitator : null).By,
            new("cabinet", state.Id, new Dictionary<string, byte[]>())
        );

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
