using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_the_narrator_speaks
{
    private static readonly PronounceInterpretation Pronouncing = new(Stance.Partly, new("text"));

    private static IReadOnlyList<Fact> Interpreted =>
        [
            .. Story.In(Story.Interpreting, "pronounce"),
            Story.Made(1, Story.Bob, ContributionKind.Interpretation),
            Story.Made(2, Story.Bob, ContributionKind.Question),
        ];

    private static Decision Pronounce(IReadOnlyList<Fact> facts, Guid by, int on = 1) =>
        PronounceInterpretation.Decide(Pronouncing, Given.Id(on), Story.Of(facts), Story.Interpreting, Story.As(by));

    [Fact]
    [Keeps("narrator-alone")]
    public void they_pronounce_on_an_interpretation_with_or_without_words()
    {
        Pronounce(Interpreted, Story.Anne)
            .ShouldHappen(new InterpretationPronounced(Given.Id(1), Stance.Partly, Story.Text("InterpretationPronounced.Text")));
        PronounceInterpretation
            .Decide(new(Stance.DoesNotHold), Given.Id(1), Story.Of(Interpreted), Story.Interpreting, Story.As(Story.Anne))
            .ShouldHappen(new InterpretationPronounced(Given.Id(1), Stance.DoesNotHold, null));
    }

    [Fact]
    [Breaks("narrator-alone")]
    public void nobody_else_pronounces()
    {
        foreach (var other in new[] { Story.Bob, Story.Chloe, Story.David, Story.Facilitator })
        {
            var decision = Pronounce(Interpreted, other);
            decision.ShouldBeRefused(422);
            decision.ShouldBreak(Story.S2, "narrator-alone", "S2");
        }
    }

    [Fact]
    public void they_pronounce_on_interpretations_that_stand_alone()
    {
        Pronounce(Interpreted, Story.Anne, on: 2).ShouldBeRefused(409);
        Pronounce(Interpreted, Story.Anne, on: 3).ShouldBeRefused(404);
        Pronounce([.. Interpreted, new ContributionWithdrawn(Given.Id(1))], Story.Anne).ShouldBeRefused(409);
    }

    [Fact]
    public void they_pronounce_in_the_phase_for_it_alone()
    {
        Pronounce([.. Story.In(Story.Interpreting, "interpret"), .. Interpreted.TakeLast(2)], Story.Anne).ShouldBeRefused(409);
        Pronounce([.. Interpreted, new PhaseCompleted("pronounce")], Story.Anne).ShouldBeRefused(409);
        Pronounce([.. Interpreted, new SessionClosed(100, Outcome.Change)], Story.Anne).ShouldBeRefused(409);
    }

    [Fact]
    public void they_state_from_where_they_start_in_their_expose()
    {
        StateStartingPosition command = new(new("text"));
        Decision State(IReadOnlyList<Fact> facts, Guid by) =>
            StateStartingPosition.Decide(command, Story.Of(facts), Story.Narrating, Story.As(by));

        State(Story.In(Story.Narrating, "expose"), Story.Anne)
            .ShouldHappen(new StartingPositionStated(Story.Text("StartingPositionStated.Text")));
        State(Story.In(Story.Narrating, "expose"), Story.Bob).ShouldBreak(Story.S4, "narrator-alone", "S4");
        State(Story.In(Story.Narrating, "question"), Story.Anne).ShouldBeRefused(409);
        State(Story.Closed(Story.Narrating), Story.Anne).ShouldBeRefused(409);
        StateStartingPosition
            .Decide(command, Story.Of(Story.In(Story.Interpreting, "expose")), Story.Interpreting, Story.As(Story.Anne))
            .ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("objective-depends-on-narrator")]
    [Breaks("objective-depends-on-narrator")]
    public void their_objective_depends_on_them()
    {
        Decision State(IReadOnlyList<Fact> facts, Guid by, bool depends = true) =>
            StateObjective.Decide(new(new("text"), depends), Story.Of(facts), Story.Narrating, Story.As(by));

        var running = Story.In(Story.Narrating, "objective");
        State(running, Story.Anne).ShouldHappen(new ObjectiveStated(Story.Text("ObjectiveStated.Text")));
        State(running, Story.Anne, depends: false).ShouldBreak(Story.S4, "objective-depends-on-narrator", "S4");
        State(running, Story.Bob).ShouldBreak(Story.S4, "narrator-alone", "S4");
        State(Story.In(Story.Narrating, "pistes"), Story.Anne).ShouldBeRefused(409);
        State(Story.Closed(Story.Narrating), Story.Anne).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("starting-position")]
    [Breaks("starting-position")]
    public void their_feedback_is_given_against_their_starting_position()
    {
        Decision Give(IReadOnlyList<Fact> facts, Guid by) =>
            GiveFeedback.Decide(new(new("text")), Story.Of(facts), Story.Narrating, Story.As(by));

        IReadOnlyList<Fact> running = [.. Story.In(Story.Narrating, "feedback"), new StartingPositionStated(Story.Text())];
        Give(running, Story.Anne).ShouldHappen(new FeedbackGiven(Story.Text("FeedbackGiven.Text")));
        Give(Story.In(Story.Narrating, "feedback"), Story.Anne).ShouldBreak(Story.S4, "starting-position", "S4");
        Give(running, Story.Chloe).ShouldBreak(Story.S4, "narrator-alone", "S4");
        Give([.. running, new PhaseCompleted("feedback")], Story.Anne).ShouldBeRefused(409);
        Give([.. running, new SessionClosed(100, Outcome.Change)], Story.Anne).ShouldBeRefused(409);
    }

    [Fact]
    public void nobody_is_the_narrator_before_one_is_designated() =>
        StateStartingPosition
            .Decide(
                new(new("text")),
                Story.Of(Story.Attended(Story.Narrating), new PhaseStarted("expose")),
                Story.Narrating,
                Story.As(Story.Anne)
            )
            .ShouldBreak(Story.S4, "narrator-alone", "S4");
}
