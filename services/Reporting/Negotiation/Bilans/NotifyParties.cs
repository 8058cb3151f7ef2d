using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using Wolverine.Attributes;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A locked text waits for an answer, and each party is told so twice before silence counts for anything (S2).</summary>
public static class Notice
{
    private const int FewestDays = 14;
    private const int MostDays = 366;
    internal static readonly Rule ToldTwice = new("always", "told-twice", "design");

    /// <summary>The deadline leaves fewer days than it has to, or more than a slip of the pen should: it never comes nearer again.</summary>
    internal static Refusal? Untimely(DateTimeOffset? deadline, IReadOnlyList<GroupRecord> groups, Act act)
    {
        var days = groups.Max(g => g.Activation?.AnswerDays) ?? FewestDays;
        return deadline < Told(act).AddDays(days)
                ? Refusal
                    .OfRule(
                        ToldTwice,
                        "The deadline leaves the parties too little time to answer.",
                        $"Give a later one (in days, at least: {days}), or lock the text without a deadline."
                    )
                    .At("deadline")
            : deadline > Told(act).AddDays(MostDays)
                ? Refusal
                    .OfRule(
                        ToldTwice,
                        "The deadline is more than a year ahead.",
                        "Give one within a year: it can be put off later, and never brought forward."
                    )
                    .At("deadline")
            : null;
    }

    /// <summary>The first notice, behind the fact that it tells of; the second one follows at half of the time. Of what is dated back nobody was told by
    /// then: it gives no notice, and has no deadline.</summary>
    internal static Decision Given(Bilan locked, ContentLocked? fact, DateTimeOffset? deadline, Act act)
    {
        var notified = new PartiesNotified(locked.TextHash!, deadline, [.. locked.Awaited]);
        var given =
            fact is null ? Decision.Of(notified)
            : Input.CheckClock(act) is null ? Decision.Of(fact, notified)
            : fact;
        return deadline is { } end
            ? given
                .Scheduling(Told(act) + ((end - Told(act)) / 2), new NoticeDue(locked.Id, locked.TextHash!, end))
                .Scheduling(end, new NegotiationDue(locked.Id, end))
            : given;
    }

    // Dated back, it is told now all the same.
    private static DateTimeOffset Told(Act act) => act.OccurredAt > act.Now ? act.OccurredAt : act.Now;
}

/// <summary>Half of the time to answer has passed; the service told itself to look. It survives restarts.</summary>
[MessageIdentity("reporting.notice-due")]
public sealed record NoticeDue(Guid Bilan, string TextHash, DateTimeOffset Deadline);

/// <summary>Gives the second notice to who has not decided, while the first one stands.</summary>
public static class NoticeDueHandler
{
    /// <summary>Decides.</summary>
    public static Decision Decide(NoticeDue due, Bilan bilan, DateTimeOffset now) =>
        bilan.State == BilanState.Locked
        && bilan.TextHash == due.TextHash
        && bilan.Deadline == due.Deadline
        && bilan.Notices.Count == 1
        && now < due.Deadline
            ? new PartiesNotified(due.TextHash, due.Deadline, [.. bilan.Awaited])
            : Decision.Nothing;

    /// <summary>Looks, and records.</summary>
    public static Task Handle(NoticeDue due, Inbox inbox, TimeProvider time, CancellationToken cancel) =>
        inbox.Decide<Bilan>(due.Bilan, time.GetUtcNow(), (bilan, now) => Decide(due, bilan, now), cancel);
}
