using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_protocol_is_left
{
    private static readonly Act Act = Story.As(Story.Facilitator);
    private static readonly Narrative Why = new("text");
    private static readonly Fact Justified = new ProtocolDeviationJustified("knots", Story.Text("ProtocolDeviationJustified.Reason"));

    private static Decision Skip(Protocol protocol, string phase, Narrative? reason, Strictness? asked = null) =>
        StartPhase.Decide(new(Reason: reason), phase, Story.Of(Story.Attended(protocol, asked: asked)), protocol, Act);

    [Fact]
    [Keeps("deviation-reason")]
    public void a_guided_one_is_left_with_a_reason_that_is_kept()
    {
        var decision = Skip(Story.Resonating, "knots", Why);
        decision.ShouldHappen(Justified, new PhaseStarted("knots"));
        Story.Of(Story.Attended(Story.Resonating), decision.Facts).Deviations.Single().Phase.ShouldBe("knots");
    }

    [Fact]
    [Breaks("deviation-reason")]
    public void a_guided_one_is_not_left_without_a_reason()
    {
        Skip(Story.Resonating, "knots", null).ShouldBeRefused(422);
        Skip(Story.Resonating, "knots", null).ShouldBreak("resonance", "deviation-reason", "design");
        Skip(Story.Resonating, "knots", null).ShouldBreak("resonance", "phase-order", "S3");
    }

    [Fact]
    public void a_strict_one_is_not_left_whatever_the_reason() =>
        Skip(Story.Interpreting, "respond", Why).ShouldBreak("expose-interpret-respond", "phase-order", "S2");

    [Fact]
    public void a_free_one_is_left_at_will() => Skip(Story.Circling, "thread", null).ShouldHappen(new PhaseStarted("thread"));

    [Theory]
    [InlineData(Strictness.Strict, Strictness.Strict)]
    [InlineData(Strictness.Guided, Strictness.Guided)]
    [InlineData(Strictness.Free, Strictness.Free)]
    public void of_what_frame_and_protocol_ask_the_stricter_holds(Strictness frame, Strictness holds)
    {
        Story.Of(Story.Scheduled(Story.Circling, asked: frame)).Strictness(Story.Circling).ShouldBe(holds);
        Story.Of(Story.Scheduled(Story.Narrating, asked: frame)).Strictness(Story.Narrating).ShouldBe(Strictness.Strict);
    }

    [Fact]
    public void a_phase_that_lacks_what_it_asks_is_completed_with_a_reason()
    {
        var facts = Story.In(Story.Resonating, "knots");
        CompletePhase.Decide(new(), "knots", Story.Of(facts), Story.Resonating, Act).ShouldBreak("resonance", "brought", "S3");
        CompletePhase
            .Decide(new(Why), "knots", Story.Of(facts), Story.Resonating, Act)
            .ShouldHappen(Justified, new PhaseCompleted("knots"));
        CompletePhase
            .Decide(new(), "read", Story.Of(Story.In(Story.Circling, "read")), Story.Circling, Act)
            .ShouldHappen(new PhaseCompleted("read"));
    }

    [Fact]
    public void a_session_is_closed_before_its_last_phase_with_a_reason()
    {
        CloseSession closing = new(60, [new(Axis.EmotionalDemands, Level.Individual)], Outcome.Change);
        var session = Story.Of(Story.In(Story.Resonating, "knots"), new PhaseCompleted("knots"));
        Story.CloseNow(closing, session, Story.Resonating, false, Act).ShouldBreak("resonance", "phase-order", "S3");
        Story
            .CloseNow(closing with { Reason = Why }, session, Story.Resonating, false, Act)
            .Facts[0]
            .ShouldBe(new ProtocolDeviationJustified(null, Story.Text("ProtocolDeviationJustified.Reason")));
    }

    // Nobody could speak for the narrator who left, so a strict protocol would never end.
    [Fact]
    public void where_the_narrator_left_a_reason_will_do()
    {
        var session = Story.Of(
            Story.In(Story.Narrating, "objective"),
            new GroupChanged([Story.Bob, Story.Chloe, Story.David], Story.Facilitator)
        );
        session.Narrator.ShouldBeNull();
        session.ChosenSituation.ShouldBeNull();
        CompletePhase.Decide(new(), "objective", session, Story.Narrating, Act).ShouldBeRefused(422);
        CompletePhase.Decide(new(Why), "objective", session, Story.Narrating, Act).Facts[^1].ShouldBe(new PhaseCompleted("objective"));
    }

    [Fact]
    public void after_a_phase_that_came_early_the_one_behind_it_is_next()
    {
        var session = Story.Of(Story.Attended(Story.Circling), new PhaseStarted("read"), new PhaseCompleted("read"));
        session.NextPhase(Story.Circling)!.Code.ShouldBe("thread");
        Story.Of(Story.Complete(Story.Circling)).NextPhase(Story.Circling).ShouldBeNull();
    }
}
