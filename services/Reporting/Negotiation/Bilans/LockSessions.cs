using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A locked text holds the themes of its sessions. It says so in the record of each group, in one transaction: a correction that comes at the same
/// time is before it or after it, and never in between. Session is told, and refuses from then on.</summary>
public static class LockSessions
{
    /// <summary>And the sessions' themes are held.</summary>
    /// <param name="sessions">Those that the text covers.</param>
    public static Decision Holding(this Decision locked, Bilan bilan, IReadOnlyList<Guid> sessions, IReadOnlyList<GroupRecord> groups) =>
        sessions.Count == 0
            ? locked
            : groups
                .Aggregate(
                    locked,
                    (decision, group) =>
                        decision.With(
                            group,
                            new BilanLockRecorded(
                                bilan.Engagement,
                                bilan.Id,
                                [.. group.Sessions.Select(s => s.Session).Intersect(sessions)]
                            )
                        )
                )
                .Telling(origin => new BilanLocked(bilan.Id, bilan.Engagement, sessions, origin));

    /// <summary>And they are held no more, where something happened to the text that was locked.</summary>
    /// <param name="bilan">As it was before.</param>
    public static Decision Releasing(this Decision changed, Bilan bilan, IReadOnlyList<GroupRecord> groups) =>
        changed.Facts.Count == 0 || bilan is not { State: BilanState.Locked, Sessions: { Count: > 0 } sessions }
            ? changed
            : groups
                .Aggregate(changed, (decision, group) => decision.With(group, new BilanUnlockRecorded(bilan.Engagement, bilan.Id)))
                .Telling(origin => new BilanUnlocked(bilan.Id, bilan.Engagement, sessions, origin));
}
