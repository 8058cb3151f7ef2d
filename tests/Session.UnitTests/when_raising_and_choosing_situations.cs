using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_raising_and_choosing_situations
{
    private static readonly RaiseSituation Raising = new(new("text"));

    [Fact]
    public void a_member_who_is_present_raises_one() =>
        RaiseSituation
            .Decide(Raising, Story.Of(Story.Attended(Story.Interpreting)), [], Story.As(Story.Bob))
            .ShouldHappen(new SituationRaised(Given.Id(999), Story.Bob, Story.Text("SituationRaised.Text")));

    [Fact]
    public void one_who_is_absent_does_not()
    {
        RaiseSituation
            .Decide(Raising, Story.Of(Story.Attended(Story.Interpreting)), [], Story.As(Story.David))
            .ShouldBreak("always", "presence", "S3");
        RaiseSituation
            .Decide(Raising, Story.Of(Story.Opened(Story.Interpreting)), [], Story.As(Story.Anne))
            .ShouldBreak("always", "presence", "S3");
    }

    [Fact]
    public void none_is_raised_out_of_an_open_session_or_once_one_is_chosen()
    {
        RaiseSituation.Decide(Raising, Story.Of(Story.Scheduled(Story.Interpreting)), [], Story.As(Story.Anne)).ShouldBeRefused(409);
        RaiseSituation.Decide(Raising, Story.Of(Story.Closed(Story.Interpreting)), [], Story.As(Story.Anne)).ShouldBeRefused(409);
        RaiseSituation.Decide(Raising, Story.Of(Story.In(Story.Interpreting, "expose")), [], Story.As(Story.Bob)).ShouldBeRefused(409);
    }

    [Theory]
    [InlineData(Story.S2, "expose")]
    [InlineData(Story.S4, "choose")]
    public void the_chosen_ones_author_becomes_the_narrator_in_the_phase_that_asks_for_it(string name, string phase)
    {
        var protocol = Story.Protocols.Find(name, 1)!;
        var facts = Story.Attended(protocol);
        ChooseSituation
            .Decide(Story.SituationId, Story.Of(facts, new PhaseStarted(phase)), protocol)
            .ShouldHappen(new SituationChosen(Story.SituationId), new NarratorDesignated(Story.Anne));
        ChooseSituation.Decide(Story.SituationId, Story.Of(facts), protocol).ShouldBeRefused(409);
        foreach (var other in protocol.Phases.Select(p => p.Code).Where(p => p != phase))
        {
            ChooseSituation.Decide(Story.SituationId, Story.Of(facts, new PhaseStarted(other)), protocol).ShouldBeRefused(409);
        }
    }

    [Fact]
    public void an_unknown_one_is_not_found() =>
        ChooseSituation
            .Decide(Given.Id(51), Story.Of(Story.Attended(Story.Interpreting), new PhaseStarted("expose")), Story.Interpreting)
            .ShouldBeRefused(404);

    [Fact]
    public void one_is_chosen_once_and_in_an_open_session()
    {
        Fact[] two = [new SituationRaised(Given.Id(51), Story.Bob, Story.Text())];
        ChooseSituation
            .Decide(Given.Id(51), Story.Of(Story.In(Story.Interpreting, "expose"), two), Story.Interpreting)
            .ShouldBeRefused(409);
        ChooseSituation.Decide(Story.SituationId, Story.Of(Story.Closed(Story.Interpreting)), Story.Interpreting).ShouldBeRefused(409);
    }

    // Nobody could tell it: the attendance stands once the protocol began, so the session could never end.
    [Fact]
    public void the_situation_of_one_who_left_before_the_protocol_began_is_not_chosen()
    {
        var session = Story.Of(
            Story.Attended(Story.Interpreting),
            new AttendanceRecorded([Story.Bob, Story.Chloe]),
            new PhaseStarted("expose")
        );
        var decision = ChooseSituation.Decide(Story.SituationId, session, Story.Interpreting);
        decision.ShouldBeRefused(422);
        decision.ShouldBreak("always", "presence", "S3");
    }
}
