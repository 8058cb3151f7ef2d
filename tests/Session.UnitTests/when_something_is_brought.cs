using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_something_is_brought
{
    [Fact]
    public void a_member_interprets_in_the_phase_of_interpretations() =>
        Contribute
            .Decide(
                new(ContributionKind.Interpretation, Meeting.Words),
                Meeting.State(Meeting.In(Meeting.S2, "interpret")),
                Meeting.S2,
                Meeting.AsAda
            )
            .ShouldBe(Meeting.Made(999, Meeting.Ada, "interpret", ContributionKind.Interpretation));

    [Fact]
    public void the_narrator_does_not_interpret_their_own_situation() =>
        Contribute
            .Decide(
                new(ContributionKind.Interpretation, Meeting.Words),
                Meeting.State(Meeting.In(Meeting.S2, "interpret")),
                Meeting.S2,
                Meeting.AsNarrator
            )
            .ShouldBreak("expose-interpret-respond", "who-brings-what", "S2");

    [Fact]
    public void the_facilitator_brings_no_piste() =>
        Contribute
            .Decide(
                new(ContributionKind.Piste, Meeting.Words),
                Meeting.State(Meeting.In(Meeting.S4, "pistes")),
                Meeting.S4,
                Meeting.AsFacilitator
            )
            .ShouldBreak("narrator", "who-brings-what", "S4");

    [Fact]
    public void who_is_absent_brings_nothing() =>
        Contribute
            .Decide(
                new(ContributionKind.Question, Meeting.Words),
                Meeting.State(Meeting.In(Meeting.S2, "interpret")),
                Meeting.S2,
                Meeting.AsAbsent
            )
            .ShouldBreak("always", "presence", "S3");

    [Fact]
    public void nothing_is_brought_between_phases() =>
        Contribute
            .Decide(new(ContributionKind.Question, Meeting.Words), Meeting.State(Meeting.Open(Meeting.S2)), Meeting.S2, Meeting.AsAda)
            .ShouldBeRefused(409);

    [Fact]
    public void a_contribution_is_withdrawn_by_its_author_alone()
    {
        var made = Meeting.Made(41, Meeting.Ada, "interpret", ContributionKind.Question);
        var state = Meeting.State(Meeting.In(Meeting.S2, "interpret", made));
        WithdrawContribution.Decide(made.Contribution, state, Meeting.AsAda).ShouldBe(new ContributionWithdrawn(made.Contribution));
        WithdrawContribution.Decide(made.Contribution, state, Meeting.AsNarrator).ShouldBreak("always", "own-words", "S3");
        WithdrawContribution.Decide(Given.Id(42), state, Meeting.AsAda).ShouldBeRefused(404);
    }

    [Fact]
    public void the_narrator_alone_pronounces()
    {
        var made = Meeting.Made(41, Meeting.Ada, "interpret", ContributionKind.Interpretation);
        var state = Meeting.State(Meeting.In(Meeting.S2, "pronounce", made));
        PronounceInterpretation
            .Decide(new(Stance.Holds), made.Contribution, state, Meeting.S2, Meeting.AsNarrator)
            .ShouldBe(new InterpretationPronounced(made.Contribution, Stance.Holds, null));
        PronounceInterpretation
            .Decide(new(Stance.Holds), made.Contribution, state, Meeting.S2, Meeting.AsAda)
            .ShouldBreak("expose-interpret-respond", "narrator-alone", "S2");
    }

    [Fact]
    public void the_objective_depends_on_the_narrator()
    {
        var state = Meeting.State(Meeting.In(Meeting.S4, "objective"));
        StateObjective
            .Decide(new(Meeting.Words, true), state, Meeting.S4, Meeting.AsNarrator)
            .ShouldBe(new ObjectiveStated(Meeting.Said("ObjectiveStated.Text")));
        StateObjective
            .Decide(new(Meeting.Words, false), state, Meeting.S4, Meeting.AsNarrator)
            .ShouldBreak("narrator", "objective-depends-on-narrator", "S4");
        StateObjective.Decide(new(Meeting.Words, true), state, Meeting.S4, Meeting.AsAda).ShouldBreak("narrator", "narrator-alone", "S4");
    }

    [Fact]
    public void feedback_is_given_against_the_starting_position()
    {
        var position = new StartingPositionStated(Meeting.Said("StartingPositionStated.Text"));
        GiveFeedback
            .Decide(new(Meeting.Words), Meeting.State(Meeting.In(Meeting.S4, "feedback", position)), Meeting.S4, Meeting.AsNarrator)
            .ShouldBe(new FeedbackGiven(Meeting.Said("FeedbackGiven.Text")));
        GiveFeedback
            .Decide(new(Meeting.Words), Meeting.State(Meeting.In(Meeting.S4, "feedback")), Meeting.S4, Meeting.AsNarrator)
            .ShouldBreak("narrator", "starting-position", "S4");
    }

    [Fact]
    public void an_echo_is_given_once()
    {
        var given = new EchoGiven(Meeting.Ada, Meeting.Said("EchoGiven.Text"), false);
        GiveEcho.Decide(new(Meeting.Words), Meeting.State(Meeting.In(Meeting.S4, "echo")), Meeting.S4, Meeting.AsAda).ShouldBe(given);
        GiveEcho
            .Decide(new(Meeting.Words), Meeting.State(Meeting.In(Meeting.S4, "echo", given)), Meeting.S4, Meeting.AsAda)
            .ShouldBeRefused(409);
    }
}
