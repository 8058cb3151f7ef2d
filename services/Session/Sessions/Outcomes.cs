using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>What a session may end with.</summary>
public static class Outcomes
{
    /// <summary>Why it may not end with this: nothing, where no frame allows it (S1, S3); a decision, where none was agreed in common (S3);
    /// an action track, where the session neither opened nor followed one (S0, S3).</summary>
    public static Refusal? Refused(Outcome outcome, Session session, bool tracked) =>
        outcome switch
        {
            Outcome.None when !session.NoneAllowed => Refusal.OfRule(
                session.OutcomeRule is { } rule ? new(rule.Frame, "outcome", rule.Source) : new("always", "outcome", "S3"),
                "The frame does not allow a session to end without an outcome.",
                "Name a change, open an action track or agree on a decision."
            ),
            Outcome.Decision when session.Decisions.All(d => !d.Adopted) => Refusal.OfRule(
                new("always", "agreed-in-common", "S3"),
                "No decision was agreed by everyone present.",
                "Propose one and have everyone present agree, or end with something else."
            ),
            Outcome.ActionTrack when !tracked => Refusal.OfRule(
                new("always", "outcome", "S3"),
                "No action track was opened or followed in this session.",
                "Open one with a member, or end with something else."
            ),
            _ => null,
        };
}
