using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_running_the_phases
{
    private static readonly Act Act = Story.As(Story.Facilitator);

    public static TheoryData<string> Names => [Story.S2, Story.S4];

    [Theory]
    [Keeps("phase-order")]
    [Breaks("phase-order")]
    [MemberData(nameof(Names))]
    public void they_start_in_their_order_alone(string name)
    {
        var protocol = Story.Protocols.Find(name, 1)!;
        var facts = Story.Attended(protocol).ToList();
        foreach (var next in protocol.Phases)
        {
            foreach (var phase in protocol.Phases)
            {
                var decision = StartPhase.Decide(new(), phase.Code, Story.Of(facts), protocol, Act);
                if (phase == next)
                {
                    decision.ShouldHappen(new PhaseStarted(phase.Code));
                }
                else
                {
                    decision.ShouldBeRefused(422);
                    decision.ShouldBreak(name, "phase-order", protocol.Source);
                }
            }

            facts.AddRange([new PhaseStarted(next.Code), new PhaseCompleted(next.Code)]);
        }

        StartPhase.Decide(new(), protocol.Phases[0].Code, Story.Of(facts), protocol, Act).ShouldBreak(name, "phase-order", protocol.Source);
    }

    [Fact]
    public void one_starts_with_attendance_recorded_and_no_other_running()
    {
        StartPhase.Decide(new(), "expose", Story.Of(Story.Opened(Story.Interpreting)), Story.Interpreting, Act).ShouldBeRefused(409);
        StartPhase
            .Decide(new(), "interpret", Story.Of(Story.Attended(Story.Interpreting), new PhaseStarted("expose")), Story.Interpreting, Act)
            .ShouldBeRefused(409);
        StartPhase.Decide(new(), "expose", Story.Of(Story.Scheduled(Story.Interpreting)), Story.Interpreting, Act).ShouldBeRefused(409);
        StartPhase.Decide(new(), "expose", Story.Of(Story.Closed(Story.Interpreting)), Story.Interpreting, Act).ShouldBeRefused(409);
        StartPhase.Decide(new(), "pistes", Story.Of(Story.Attended(Story.Interpreting)), Story.Interpreting, Act).ShouldBeRefused(404);
    }

    [Fact]
    public void only_the_one_that_runs_completes()
    {
        CompletePhase
            .Decide(new(), "question", Story.Of(Story.In(Story.Narrating, "question")), Story.Narrating, Act)
            .ShouldHappen(new PhaseCompleted("question"));
        CompletePhase.Decide(new(), "expose", Story.Of(Story.In(Story.Narrating, "question")), Story.Narrating, Act).ShouldBeRefused(409);
        CompletePhase.Decide(new(), "question", Story.Of(Story.Attended(Story.Narrating)), Story.Narrating, Act).ShouldBeRefused(409);
        CompletePhase.Decide(new(), "question", Story.Of(Story.Closed(Story.Narrating)), Story.Narrating, Act).ShouldBeRefused(409);
    }

    /// <summary>Each phase, the rule that holds it back, and what lets it complete.</summary>
    public static TheoryData<string, string, string> Lacking =>
        new()
        {
            { Story.S2, "expose", "exposed" },
            { Story.S2, "interpret", "interpreted" },
            { Story.S2, "pronounce", "every-interpretation-pronounced" },
            { Story.S2, "respond", "responded" },
            { Story.S4, "expose", "exposed" },
            { Story.S4, "expose", "starting-position-stated" },
            { Story.S4, "objective", "objective-stated" },
            { Story.S4, "pistes", "piste-from-every-member" },
            { Story.S4, "feedback", "feedback-given" },
            { Story.S4, "echo", "echo-from-every-member" },
        };

    private static IReadOnlyList<Fact> Bringing(string need) =>
        need switch
        {
            "exposed" => [Story.Made(1, Story.Anne, ContributionKind.Expose)],
            "starting-position-stated" => [new StartingPositionStated(Story.Text())],
            "interpreted" => [Story.Made(2, Story.Bob, ContributionKind.Interpretation)],
            "every-interpretation-pronounced" =>
            [
                new InterpretationPronounced(Given.Id(3), Stance.Partly, null),
                new InterpretationPronounced(Given.Id(4), Stance.Holds, null),
            ],
            "responded" => [Story.Made(5, Story.Anne, ContributionKind.Response)],
            "objective-stated" => [new ObjectiveStated(Story.Text())],
            "piste-from-every-member" =>
            [
                Story.Made(6, Story.Bob, ContributionKind.Piste),
                Story.Made(7, Story.Chloe, ContributionKind.Piste),
            ],
            "feedback-given" => [new FeedbackGiven(Story.Text())],
            _ => [.. new[] { Story.Anne, Story.Bob, Story.Chloe }.Select(p => new EchoGiven(p, Story.Text(), false))],
        };

    [Theory]
    [Keeps("exposed")]
    [Breaks("exposed")]
    [Keeps("interpreted")]
    [Breaks("interpreted")]
    [Keeps("every-interpretation-pronounced")]
    [Breaks("every-interpretation-pronounced")]
    [Keeps("responded")]
    [Breaks("responded")]
    [Keeps("starting-position-stated")]
    [Breaks("starting-position-stated")]
    [Keeps("objective-stated")]
    [Breaks("objective-stated")]
    [Keeps("piste-from-every-member")]
    [Breaks("piste-from-every-member")]
    [Keeps("feedback-given")]
    [Breaks("feedback-given")]
    [Keeps("echo-from-every-member")]
    [Breaks("echo-from-every-member")]
    [MemberData(nameof(Lacking))]
    public void one_completes_once_it_has_what_it_asks(string name, string phase, string need)
    {
        var protocol = Story.Protocols.Find(name, 1)!;
        Fact[] interpreted =
        [
            Story.Made(3, Story.Bob, ContributionKind.Interpretation),
            Story.Made(4, Story.Chloe, ContributionKind.Interpretation),
        ];
        IReadOnlyList<Fact> facts = [.. Story.In(protocol, phase), .. phase == "pronounce" ? interpreted : []];
        var needs = protocol.Phases.Single(p => p.Code == phase).Needs.Select(n => Kebab(n)).Where(n => n != "situation-chosen").ToArray();
        needs.ShouldContain(need);
        IReadOnlyList<Fact> others = [.. needs.Where(n => n != need).SelectMany(Bringing)];

        var without = CompletePhase.Decide(new(), phase, Story.Of(facts, others), protocol, Act);
        without.ShouldBeRefused(422);
        without.Refusal!.Rules.ShouldBe([new Rule(name, need, protocol.Source)]);

        var brought = Bringing(need);
        if (need is "every-interpretation-pronounced" or "piste-from-every-member" or "echo-from-every-member")
        {
            CompletePhase
                .Decide(new(), phase, Story.Of(facts, [.. others, .. brought.Skip(1)]), protocol, Act)
                .ShouldBreak(name, need, protocol.Source);
        }

        CompletePhase.Decide(new(), phase, Story.Of(facts, [.. others, .. brought]), protocol, Act).ShouldHappen(new PhaseCompleted(phase));
    }

    [Fact]
    [Keeps("situation-raised")]
    [Breaks("situation-raised")]
    [Keeps("situation-chosen")]
    [Breaks("situation-chosen")]
    public void emerging_needs_a_situation_and_choosing_a_choice()
    {
        IReadOnlyList<Fact> none = [.. Story.Opened(Story.Narrating), new AttendanceRecorded([Story.Anne]), new PhaseStarted("emerge")];
        CompletePhase.Decide(new(), "emerge", Story.Of(none), Story.Narrating, Act).ShouldBreak(Story.S4, "situation-raised", "S4");
        CompletePhase
            .Decide(new(), "emerge", Story.Of(Story.In(Story.Narrating, "emerge")), Story.Narrating, Act)
            .ShouldHappen(new PhaseCompleted("emerge"));

        IReadOnlyList<Fact> raised = [.. Story.Attended(Story.Narrating), new PhaseStarted("choose")];
        CompletePhase.Decide(new(), "choose", Story.Of(raised), Story.Narrating, Act).ShouldBreak(Story.S4, "situation-chosen", "S4");
        CompletePhase
            .Decide(new(), "choose", Story.Of(Story.In(Story.Narrating, "choose")), Story.Narrating, Act)
            .ShouldHappen(new PhaseCompleted("choose"));

        IReadOnlyList<Fact> exposed =
        [
            .. Story.Attended(Story.Interpreting),
            new PhaseStarted("expose"),
            Story.Made(1, Story.Anne, ContributionKind.Expose),
        ];
        CompletePhase.Decide(new(), "expose", Story.Of(exposed), Story.Interpreting, Act).ShouldBreak(Story.S2, "situation-chosen", "S2");
    }

    [Fact]
    public void what_was_withdrawn_counts_for_nothing_and_asks_for_nothing()
    {
        IReadOnlyList<Fact> facts = Story.In(Story.Interpreting, "interpret");
        CompletePhase
            .Decide(
                new(),
                "interpret",
                Story.Of(facts, Story.Made(2, Story.Bob, ContributionKind.Interpretation), new ContributionWithdrawn(Given.Id(2))),
                Story.Interpreting,
                Act
            )
            .ShouldBreak(Story.S2, "interpreted", "S2");
        CompletePhase
            .Decide(
                new(),
                "pronounce",
                Story.Of(
                    Story.In(Story.Interpreting, "pronounce"),
                    Story.Made(2, Story.Bob, ContributionKind.Interpretation),
                    new ContributionWithdrawn(Given.Id(2))
                ),
                Story.Interpreting,
                Act
            )
            .ShouldHappen(new PhaseCompleted("pronounce"));
    }

    [Fact]
    public void a_piste_is_asked_of_those_present_the_narrator_aside_and_an_echo_of_each()
    {
        var session = Story.Of(Story.In(Story.Narrating, "pistes"), [.. Bringing("piste-from-every-member")]);
        Need.PisteFromEveryMember.IsMet(session).ShouldBeTrue();
        Need.EchoFromEveryMember.IsMet(session).ShouldBeFalse();
        ((Need)99).IsMet(session).ShouldBeFalse();
    }

    private static string Kebab(Need need) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(need.ToString());
}
