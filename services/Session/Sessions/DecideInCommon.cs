using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>How a group decides in common: what is agreed so is asked of whoever is present by the record as it stands.</summary>
public static class DecideInCommon
{
    /// <summary>And the decision is adopted.</summary>
    /// <param name="session">The session, with those who are present.</param>
    public static Decision Adopting(this Decision decided, CommonDecision decision, Sealed? text, Session session) =>
        decided
            .And(new CommonDecisionAdopted(decision.Id, text, session.Staying.Count(), session.Present))
            .Telling(origin => new V1.CommonDecisionAdopted(decision.Id, session.Id, session.Group, session.Engagement, origin));

    /// <summary>And what it says of who was present is asked of each decision: it is set aside where somebody is there who had not agreed, and stands again
    /// once those are not for whose sake it was.</summary>
    /// <param name="session">As it was before.</param>
    public static Decision Reconsidering(this Decision changed, Session session)
    {
        var after = changed.Facts.Aggregate(session, (state, fact) => Folding.Apply(state, session.Id, fact));
        return session.Decisions.Aggregate(
            changed,
            (decided, decision) =>
                decision.Adopted
                    ? after.Present.Except(session.Present).Except(decision.AgreedBy).ToList() is { Count: > 0 } unheard
                        ? decided
                            .And(new CommonDecisionSetAside(decision.Id, unheard))
                            .Telling(origin => new V1.CommonDecisionSetAside(
                                decision.Id,
                                session.Id,
                                session.Group,
                                session.Engagement,
                                origin
                            ))
                        : decided
                    : decision.Unheard.Count > 0 && !after.Present.Except(decision.AgreedBy).Any()
                        ? decided.Adopting(decision, null, after)
                        : decided
        );
    }
}
