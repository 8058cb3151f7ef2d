using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>What a session may end with.</summary>
public static class Outcomes
{
    /// <summary>Why it may not end with this: nothing, where no frame allows it (S1, S3); a decision, where none was agreed in common (S3).</summary>
    public static Refusal? Refused(Outcome outcome, Session session) =>
        outcome switch
        {
            Outcome.None when !session.NoneAllowed => Refusal.OfRule(
                session.OutcomeRule is { } rule ? new(rule.Frame, "outcome", rule.Source) : new("always", "outcome", "S3"),
                "The frame does not let a session end with nothing.",
                "Name a change, open an action track or agree on a decision."
            ),
            Outcome.Decision when session.Decisions.All(d => !d.Adopted) => Refusal.OfRule(
                new("always", "agreed-in-common", "S3"),
                "No decision was agreed by everyone present.",
                "Propose one and have everyone present agree, or end with something else."
            ),
            _ => null,
        };
}
