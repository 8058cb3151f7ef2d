using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Whether a session has what a phase asks. Pure.</summary>
public static class UnmetNeeds
{
    /// <summary>The rules of the protocol that this phase does not meet yet, by name.</summary>
    public static IReadOnlyList<Rule> Unmet(this Phase phase, Protocol protocol, Session session) =>
        [
            .. phase.Needs.Where(n => !n.IsMet(session)).Select(n => new Rule(protocol.Name, Words.Of(n), protocol.Source)),
            .. (phase.Asks ?? [])
                .Where(kind => session.Standing(kind).All(c => c.Phase != phase.Code))
                .Select(_ => new Rule(protocol.Name, "brought", protocol.Source))
                .Distinct(),
        ];

    /// <summary>Whether it is there.</summary>
    public static bool IsMet(this Need need, Session session) =>
        need switch
        {
            Need.SituationRaised => session.Situations.Count > 0,
            Need.SituationChosen => session.ChosenSituation is not null,
            Need.Exposed => session.Standing(ContributionKind.Expose).Any(),
            Need.StartingPositionStated => session.StartingPosition is not null,
            Need.Interpreted => session.Standing(ContributionKind.Interpretation).Any(),
            Need.EveryInterpretationPronounced => session.Standing(ContributionKind.Interpretation).All(i => i.Stance is not null),
            Need.Responded => session.Standing(ContributionKind.Response).Any(),
            Need.ObjectiveStated => session.Objective is not null,
            Need.PisteFromEveryMember => session
                .Attending.Where(p => p != session.Narrator)
                .All(p => session.Standing(ContributionKind.Piste).Any(c => c.Author == p)),
            Need.FeedbackGiven => session.Feedback is not null,
            Need.EchoFromEveryMember => session.Attending.All(p => session.Echoes.Any(e => e.Author == p)),
            Need.FacilitatorShares => session.Standing(ContributionKind.Resonance).Any(c => c.Author == session.Facilitator),
            Need.DecidedInCommon => session.Decisions.Any(d => d.Adopted),
            _ => false,
        };
}
