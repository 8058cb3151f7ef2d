using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_process_is_validated_together
{
    private static readonly ProposeDispositif Regulation = new(
        Kind.Regulation,
        Audience.TeamInDifficulty,
        [new("esms-regulation", 1)],
        new("regulation", 1),
        120,
        12,
        12,
        12_000,
        IntervalDays: 31
    );

    private static IReadOnlyList<Fact> Heard =>
        [
            .. Story.Diagnosing,
            new ProtagonistHeard(Given.Id(61), Capacity.Team, null),
            new ProtagonistHeard(Given.Id(62), Capacity.Direction, Story.Text(), Story.Text()),
            new DiagnosisFindingRecorded(Given.Id(3), Story.Text(), FindingLevel.Collective),
            new DiagnosisRestituted(Story.Text()),
            new KindRedirected(Kind.PracticeAnalysis, Kind.Regulation, Story.Text()),
        ];

    private static IReadOnlyList<Fact> Proposed => [.. Heard, new SupportProcessProposed(Story.Text())];

    private static Decision Design(IReadOnlyList<Fact> facts) =>
        ProposeDispositif.Decide(Regulation, Story.Of(facts), null, Story.Frames, Story.Act());

    [Fact]
    [Breaks("joint-validation")]
    public void nothing_is_designed_while_a_protagonist_has_not_validated()
    {
        Design(Heard).ShouldBreak("esms-regulation", "joint-validation", "S3");
        Design([.. Proposed, new DiagnosisValidated(Given.Id(61))]).ShouldBreak("esms-regulation", "joint-validation", "S3");
    }

    [Fact]
    [Keeps("joint-validation")]
    public void validated_by_each_protagonist_a_dispositif_is_designed() =>
        Design([.. Proposed, new DiagnosisValidated(Given.Id(61)), new DiagnosisValidated(Given.Id(62))]).Refusal.ShouldBeNull();

    [Theory]
    [Keeps("joint-validation")]
    [Breaks("joint-validation")]
    [InlineData(Capacity.Direction, Capacity.Team, true)]
    [InlineData(Capacity.Manager, Capacity.Professional, true)]
    [InlineData(Capacity.Manager, Capacity.Representative, true)]
    [InlineData(Capacity.Direction, Capacity.Manager, false)]
    [InlineData(Capacity.Team, Capacity.Professional, false)]
    [InlineData(Capacity.Direction, Capacity.Other, false)]
    public void those_who_lead_and_the_team_validate_it(Capacity one, Capacity other, bool jointly)
    {
        var decision = Design([
            .. Proposed.Select(f => f is ProtagonistHeard h ? h with { Capacity = h.Protagonist == Given.Id(61) ? one : other } : f),
            new DiagnosisValidated(Given.Id(61)),
            new DiagnosisValidated(Given.Id(62)),
        ]);
        if (jointly)
        {
            decision.Refusal.ShouldBeNull();
        }
        else
        {
            decision.ShouldBreak("esms-regulation", "joint-validation", "S3");
        }
    }

    [Fact]
    public void who_was_not_heard_in_the_diagnosis_is_heard_before_the_design_is_agreed()
    {
        HearProtagonist.Decide(new(Capacity.Team), Story.Of(Proposed), Story.Act()).Refusal.ShouldBeNull();
        HearProtagonist.Decide(new(Capacity.Team), Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void a_process_proposed_again_is_validated_anew()
    {
        IReadOnlyList<Fact> validated = [.. Proposed, new DiagnosisValidated(Given.Id(61)), new DiagnosisValidated(Given.Id(62))];
        ProposeProcess
            .Decide(new(new("text")), Story.Of(validated), Story.Act())
            .ShouldHappen(new SupportProcessProposed(Story.Text("SupportProcessProposed.Text")));
        Design([.. validated, new SupportProcessProposed(Story.Text())]).ShouldBreak("esms-regulation", "joint-validation", "S3");
    }

    [Fact]
    public void a_process_is_proposed_to_those_who_were_heard_and_validated_once_by_each()
    {
        ProposeProcess.Decide(new(new("text")), Story.Of(Story.Designing), Story.Act()).ShouldBeRefused(409);
        ProposeProcess.Decide(new(new("text")), Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
        ValidateProcess.Decide(Given.Id(61), Story.Of(Proposed)).ShouldHappen(new DiagnosisValidated(Given.Id(61), Capacity.Team));
        ValidateProcess.Decide(Given.Id(61), Story.Of(Proposed, new DiagnosisValidated(Given.Id(61)))).ShouldHappen();
        ValidateProcess.Decide(Given.Id(69), Story.Of(Proposed)).ShouldBeRefused(404);
        ValidateProcess.Decide(Given.Id(61), Story.Of(Heard)).ShouldBeRefused(409);
    }

    [Fact]
    public void what_is_at_stake_for_a_protagonist_is_kept_beside_what_they_ask() =>
        HearProtagonist
            .Decide(new(Capacity.Team, new("text"), new("text")), Story.Of(Story.Diagnosing), Story.Act())
            .ShouldHappen(
                new ProtagonistHeard(
                    Given.Id(999),
                    Capacity.Team,
                    Story.Text("ProtagonistHeard.Asks"),
                    Story.Text("ProtagonistHeard.Stakes")
                )
            );
}
