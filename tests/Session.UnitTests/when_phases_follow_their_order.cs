using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_phases_follow_their_order
{
    [Fact]
    public void the_next_phase_starts() =>
        StartPhase.Decide("expose", Meeting.State(Meeting.Open(Meeting.S2)), Meeting.S2).ShouldBe(new PhaseStarted("expose"));

    [Fact]
    public void no_phase_is_skipped() =>
        StartPhase
            .Decide("interpret", Meeting.State(Meeting.Open(Meeting.S2)), Meeting.S2)
            .ShouldBreak("expose-interpret-respond", "phase-order", "S2");

    [Fact]
    public void one_phase_runs_at_a_time() =>
        StartPhase.Decide("interpret", Meeting.State(Meeting.In(Meeting.S2, "expose")), Meeting.S2).ShouldBeRefused(409);

    [Fact]
    public void an_unknown_phase_is_not_found() =>
        StartPhase.Decide("lunch", Meeting.State(Meeting.Open(Meeting.S2)), Meeting.S2).ShouldBeRefused(404);

    [Fact]
    public void attendance_comes_first() =>
        StartPhase
            .Decide("expose", Meeting.State(Meeting.Scheduled(Meeting.S2).Append(new SessionOpened())), Meeting.S2)
            .ShouldBeRefused(409);

    [Fact]
    public void a_phase_that_does_not_run_is_not_completed() =>
        CompletePhase.Decide("respond", Meeting.State(Meeting.In(Meeting.S2, "expose")), Meeting.S2).ShouldBeRefused(409);

    public static TheoryData<string, string, string> Lacking =>
        [
            .. from protocol in new[] { Meeting.S2, Meeting.S4 }
            from phase in protocol.Phases
            from need in phase.Needs
            where need is not (Need.SituationRaised or Need.EveryInterpretationPronounced)
            select (protocol.Name, phase.Code, System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(need.ToString())),
        ];

    [Theory]
    [MemberData(nameof(Lacking))]
    public void a_phase_that_lacks_what_it_asks_is_not_completed(string protocol, string phase, string rule)
    {
        var pinned = Meeting.Library.Find(protocol, 1)!;
        CompletePhase.Decide(phase, Meeting.State(Meeting.In(pinned, phase)), pinned).ShouldBreak(protocol, rule, pinned.Source);
    }

    [Fact]
    public void situations_must_emerge_before_one_is_chosen() =>
        CompletePhase
            .Decide("emerge", Meeting.State([.. Meeting.Open(Meeting.S4), new PhaseStarted("emerge")]), Meeting.S4)
            .ShouldBreak("narrator", "situation-raised", "S4");

    [Fact]
    public void every_interpretation_is_pronounced_upon()
    {
        var one = Meeting.Made(41, Meeting.Ada, "interpret", ContributionKind.Interpretation);
        var other = Meeting.Made(42, Meeting.Ada, "interpret", ContributionKind.Interpretation);
        var pronounced = new InterpretationPronounced(one.Contribution, Stance.Partly, null);
        CompletePhase
            .Decide("pronounce", Meeting.State(Meeting.In(Meeting.S2, "pronounce", one, other, pronounced)), Meeting.S2)
            .ShouldBreak("expose-interpret-respond", "every-interpretation-pronounced", "S2");
        CompletePhase
            .Decide(
                "pronounce",
                Meeting.State(Meeting.In(Meeting.S2, "pronounce", one, other, pronounced, new ContributionWithdrawn(other.Contribution))),
                Meeting.S2
            )
            .ShouldBe(new PhaseCompleted("pronounce"));
    }

    [Fact]
    public void everyone_present_brings_a_piste_but_the_narrator() =>
        CompletePhase
            .Decide(
                "pistes",
                Meeting.State(Meeting.In(Meeting.S4, "pistes", Meeting.Made(41, Meeting.Ada, "pistes", ContributionKind.Piste))),
                Meeting.S4
            )
            .ShouldBe(new PhaseCompleted("pistes"));

    [Fact]
    public void everyone_present_gives_an_echo()
    {
        var first = new EchoGiven(Meeting.Ada, Meeting.Said("EchoGiven.Text"), false);
        var second = new EchoGiven(Meeting.Narrator, Meeting.Said("EchoGiven.Text"), false);
        CompletePhase
            .Decide("echo", Meeting.State(Meeting.In(Meeting.S4, "echo", first)), Meeting.S4)
            .ShouldBreak("narrator", "echo-from-every-member", "S4");
        CompletePhase
            .Decide("echo", Meeting.State(Meeting.In(Meeting.S4, "echo", first, second)), Meeting.S4)
            .ShouldBe(new PhaseCompleted("echo"));
    }
}
