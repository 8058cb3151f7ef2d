using CsCheck;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_protocol_is_walked
{
    private static readonly ContributionKind[] Kinds =
    [
        ContributionKind.Expose,
        ContributionKind.Question,
        ContributionKind.Interpretation,
        ContributionKind.Piste,
        ContributionKind.Response,
        ContributionKind.Resonance,
    ];

    private static readonly Gen<ContributionKind> Kind = Gen.Int[0, Kinds.Length - 1].Select(at => Kinds[at]);

    private static readonly Bringing Exposing = new(ContributionKind.Expose, [Part.Narrator]);

    private static Phase Phase(
        IReadOnlyList<Bringing>? brings = null,
        IReadOnlyList<Need>? needs = null,
        IReadOnlyList<ContributionKind>? asks = null
    ) => new("phase", "Phase", brings ?? [], needs ?? [], asks);

    private static Protocol Of(params IReadOnlyList<Phase> phases) =>
        new("atelier", 1, "practice", Strictness.Strict, [.. phases.Select((p, at) => p with { Code = $"phase-{at}" })]);

    /// <summary>What cannot be walked: the phase at which a group would stand still, and what it would lack there.</summary>
    public static TheoryData<int, string, Protocol> Stuck =>
        new()
        {
            { 1, "exposed", Of(Phase([Exposing], [Need.Exposed]), Phase(needs: [Need.SituationChosen])) },
            { 2, "exposed", Of(Phase([Exposing]), Phase(needs: [Need.SituationChosen, Need.Exposed])) },
            { 1, "objective-stated", Of(Phase(needs: [Need.ObjectiveStated])) },
            { 2, "objective-stated", Of(Phase(), Phase(needs: [Need.ObjectiveStated]), Phase(needs: [Need.SituationChosen])) },
            { 1, "starting-position-stated", Of(Phase(needs: [Need.StartingPositionStated])) },
            { 2, "feedback-given", Of(Phase(needs: [Need.SituationChosen]), Phase(needs: [Need.FeedbackGiven])) },
            { 2, "every-interpretation-pronounced", Of(Phase([Exposing]), Phase(needs: [Need.EveryInterpretationPronounced])) },
            { 1, "piste-from-every-member", Of(Phase([new(ContributionKind.Piste, [Part.Facilitator])], [Need.PisteFromEveryMember])) },
            { 1, "facilitator-shares", Of(Phase([new(ContributionKind.Resonance, [Part.Member])], [Need.FacilitatorShares])) },
            { 1, "interpreted", Of(Phase([new(ContributionKind.Interpretation, [])], [Need.Interpreted])) },
            { 1, "brought", Of(Phase(asks: [ContributionKind.Question]), Phase([new(ContributionKind.Question, [Part.Member])])) },
            {
                1,
                "brought",
                Of(
                    Phase([new(ContributionKind.Contract, [Part.Narrator])], asks: [ContributionKind.Contract]),
                    Phase(needs: [Need.SituationChosen])
                )
            },
        };

    [Theory]
    [MemberData(nameof(Stuck))]
    public void what_nobody_can_bring_by_then_is_refused_by_its_phase_and_its_need(int phase, string need, Protocol protocol)
    {
        var refusals = new[]
        {
            DraftProtocol.Decide(new(protocol), Story.Protocols),
            PublishProtocol.Decide(Given.Facts<ProtocolTemplate>(new ProtocolDrafted(protocol)), Story.Protocols),
        };
        foreach (var refused in refusals)
        {
            refused.ShouldBreak("atelier", need, "practice");
            refused.Refusal!.Detail.ShouldStartWith($"Phase {phase} of the protocol");
        }
    }

    [Fact]
    public void what_ships_is_walked() =>
        Story.Protocols.All.Select(p => p with { Name = "atelier", Source = "practice" }).ShouldAllBe(p => Leads(p) && IsTaken(p));

    [Fact]
    public void what_is_taken_leads_to_its_last_phase()
    {
        var taken = 0;
        Protocols()
            .Sample(
                protocol =>
                {
                    if (IsTaken(protocol))
                    {
                        Interlocked.Increment(ref taken);
                        Leads(protocol).ShouldBeTrue();
                    }
                },
                iter: 2_000
            );
        taken.ShouldBeGreaterThan(200);
    }

    private static bool IsTaken(Protocol protocol) => DraftProtocol.Decide(new(protocol), Story.Protocols).Refusal is null;

    private static Gen<Protocol> Protocols() =>
        Gen.Select(
                Gen.Select(Kind, Gen.Enum<Part>().Array[1, 3]).Array[0, 3],
                Gen.Enum<Need>().Array[0, 2],
                Kind.Array[0, 1],
                (brings, needs, asks) =>
                    Phase(
                        [.. brings.DistinctBy(b => b.Item1).Select(b => new Bringing(b.Item1, [.. b.Item2.Distinct()]))],
                        [.. needs.Distinct()],
                        asks
                    )
            )
            .Array[1, 4]
            .Select(phases => Of(phases));

    // A group that does in each phase whatever it may: whether it can complete them all.
    private static bool Leads(Protocol protocol)
    {
        var session = Story.Of(Story.Attended(protocol));
        var ids = 1_000;
        bool Do(Func<Session, Act, Decision> decide, Guid who)
        {
            var decision = decide(session, Story.As(who) with { NewId = Given.Id(++ids) });
            session = decision.Facts.Aggregate(session, (state, fact) => Folding.Apply(state, state.Id, fact));
            return decision.Refusal is null;
        }

        foreach (var phase in protocol.Phases)
        {
            Do((s, act) => StartPhase.Decide(new(), phase.Code, s, protocol, act), Story.Facilitator);
            Do((s, _) => ChooseSituation.Decide(Story.SituationId, s, protocol), Story.Facilitator);
            foreach (var who in session.Present.Append(Story.Facilitator))
            {
                foreach (var brought in phase.Brings)
                {
                    Do((s, act) => Contribute.Decide(new(brought.Kind, new("text")), s, protocol, act), who);
                }

                Do((s, act) => ProposeDecision.Decide(new(new("text")), s, protocol, act), who);
            }

            Do((s, act) => StateStartingPosition.Decide(new(new("text")), s, protocol, act), Story.Anne);
            Do((s, act) => StateObjective.Decide(new(new("text"), true), s, protocol, act), Story.Anne);
            Do((s, act) => GiveFeedback.Decide(new(new("text")), s, protocol, act), Story.Anne);
            foreach (var made in session.Contributions)
            {
                Do((s, act) => PronounceInterpretation.Decide(new(Stance.Holds), made.Id, s, protocol, act), Story.Anne);
            }

            foreach (var who in session.Present)
            {
                Do((s, act) => GiveEcho.Decide(new(new("text")), s, protocol, act), who);
                foreach (var decision in session.Decisions)
                {
                    Do((s, act) => Story.Agree(decision.Id, s, act), who);
                }
            }

            if (!Do((s, act) => CompletePhase.Decide(new(), phase.Code, s, protocol, act), Story.Facilitator))
            {
                return false;
            }
        }

        return true;
    }
}
