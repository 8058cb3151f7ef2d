using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Whether a group had a mandate to meet when something happened: a session told afterwards is judged by what stood then.</summary>
public static class Mandated
{
    /// <summary>No session comes before everybody accepted the charter and the engagement was active.</summary>
    public static Refusal TooEarly { get; } =
        Refusal.OfRule(
            new("always", "charter-acceptance", "S2"),
            "The engagement was not active yet at that time.",
            "Give times after the charter was accepted and the engagement became active."
        );

    /// <summary>Why no session can be scheduled or opened, or null.</summary>
    /// <param name="now">The group's mandate as it stands.</param>
    /// <param name="then">The mandate at the time of the command; null where there was none.</param>
    public static Refusal? Refused(Mandate now, Mandate? then, Act act) =>
        now.Concluded || now is not { Group: not null, Engagement: not null }
            ? Refusal.OfOrder(
                "The group's engagement is not active.",
                "Activate the engagement first; one that has ended has no further sessions."
            )
        : then is not { Group: not null, Engagement: not null } ? TooEarly
        : !then.IsOpen
            ? Refusal.OfOrder(
                "The group's engagement is suspended, or is ending early.",
                "Resume it first, or give an earlier time. An engagement that is ending has no further sessions."
            )
        : then.IsFacilitatedBy(act.By.Person) ? null
        : now.IsFacilitatedBy(act.By.Person)
            ? Refusal.OfRule(
                new("always", "mandate", "design"),
                "You did not facilitate the group at that time.",
                "Record what you led; what someone else led is theirs to record."
            )
        : Refusal.NotFound;

    /// <summary>The group's mandate as of a moment, for a session that ran until then: whoever was a member while it ran is in it.</summary>
    internal static async Task<Mandate?> While(this IQuerySession query, Mandate now, Session session, DateTimeOffset until) =>
        (await query.AsOf(now, until))?.Since(session.OpenedAt is { } from ? await query.AsOf(now, from) : null);

    /// <summary>The term had passed: recorded, never refused.</summary>
    public static IReadOnlyList<Fact> Overdue(Mandate then, Act act) =>
        then.Term is { } term && act.OccurredAt > term.Value ? [new TermPassed(term.Value)] : [];
}
