using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using Wolverine.Attributes;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>What an engagement looks at when a time comes.</summary>
public enum Watched
{
    /// <summary>An intermediate bilan of a group is due (S2).</summary>
    IntermediateBilan,

    /// <summary>The term ends: the final bilan is due (S2).</summary>
    FinalBilan,

    /// <summary>The minimum term of a frame is reached (S3, S4).</summary>
    MinimumTerm,

    /// <summary>Whether each group held a session within the interval (S3, S4).</summary>
    Interval,

    /// <summary>Whether each group held as many sessions in a month as the frames ask for (S3, S4).</summary>
    Frequency,

    /// <summary>Whether a group has fallen under its fewest members: when somebody left it, and at each of its sessions (S1, S2, S3).</summary>
    Size,
}

/// <summary>The service told itself to look at an engagement at this time; it survives restarts.</summary>
/// <param name="Group">The group that it is about, where it is about one.</param>
[MessageIdentity("engagement.watch-due")]
public sealed record WatchDue(Guid Engagement, Watched What, Guid? Group, DateTimeOffset Due);

/// <summary>Watches over the frame: what is due, reached or awaited too long is recorded and told; nothing is closed by it.</summary>
public static class WatchFrame
{
    // A month's sessions have a week to be told.
    private static readonly TimeSpan Telling = TimeSpan.FromDays(7);

    /// <summary>What to look at from an activation on.</summary>
    internal static Decision Watching(this Decision decision, Engagement engagement, Dispositif dispositif, Policies policies, Act act)
    {
        var until = act.OccurredAt.AddMonths(dispositif.TermMonths);
        decision = decision.Awaiting(until, new WatchDue(engagement.Id, Watched.FinalBilan, null, until), act);
        if (policies.Of(FrameRule.MinimumTerm) is { } term)
        {
            var reached = act.OccurredAt.AddMonths(term.Value);
            decision = decision.Awaiting(reached, new WatchDue(engagement.Id, Watched.MinimumTerm, null, reached), act);
        }

        foreach (
            var (due, group) in Intermediate(dispositif, act.OccurredAt, until).SelectMany(d => engagement.GroupIds().Select(g => (d, g)))
        )
        {
            decision = decision.Awaiting(due, new WatchDue(engagement.Id, Watched.IntermediateBilan, group, due), act);
        }

        if (AsksFrequency(policies))
        {
            decision = decision.Scheduling(AfterMonth(act.Now), MonthOver(engagement, act.Now));
        }

        // From now, not from the activation: what is imported from the past is judged by its own dates when its sessions are.
        return AllowedDays(dispositif, policies) is { } days
            ? decision.Scheduling(act.Now.AddDays(days + 1), new WatchDue(engagement.Id, Watched.Interval, null, act.Now.AddDays(days + 1)))
            : decision;
    }

    /// <summary>What to look at besides, once an active engagement runs by other terms.</summary>
    internal static Decision WatchingAnew(this Decision decision, Engagement before, Engagement after, FrameLibrary frames, Act act)
    {
        var (was, now) = (frames.Pinned(before.Dispositif!.Frames), frames.Pinned(after.Dispositif!.Frames));
        if (after.Until is { } until && until != before.Until)
        {
            decision = decision.Awaiting(until, new WatchDue(after.Id, Watched.FinalBilan, null, until), act);
        }

        if (now.Of(FrameRule.MinimumTerm) is { } term && term.Value != was.Of(FrameRule.MinimumTerm)?.Value && !after.MinimumTermReached)
        {
            var reached = after.ActivatedAt!.Value.AddMonths(term.Value);
            decision = decision.Awaiting(reached, new WatchDue(after.Id, Watched.MinimumTerm, null, reached), act);
        }

        if (AsksFrequency(now) && !AsksFrequency(was))
        {
            decision = decision.Scheduling(AfterMonth(act.Now), MonthOver(after, act.Now));
        }

        return AllowedDays(after.Dispositif, now) is { } days && AllowedDays(before.Dispositif, was) is null
            ? decision.Scheduling(act.Now.AddDays(days + 1), new WatchDue(after.Id, Watched.Interval, null, act.Now.AddDays(days + 1)))
            : decision;
    }

    /// <summary>Most days between two sessions: the dispositif's or the frame's, whichever is fewer.</summary>
    internal static int? AllowedDays(Dispositif dispositif, Policies policies) =>
        policies.Of(FrameRule.Interval) is { } interval
            ? Math.Min(interval.Value, dispositif.IntervalDays ?? interval.Value)
            : dispositif.IntervalDays;

    /// <summary>Decides what is to be recorded at a time that was set before.</summary>
    public static Decision Decide(WatchDue due, Engagement engagement, FrameLibrary frames, DateTimeOffset now)
    {
        var running = engagement.State is EngagementState.Active or EngagementState.Suspended;
        if (!running || engagement.Dispositif is not { } dispositif)
        {
            return Decision.Nothing;
        }

        var policies = frames.Pinned(dispositif.Frames);
        var day = DateOnly.FromDateTime(due.Due.UtcDateTime);
        return due.What switch
        {
            Watched.MinimumTerm
                when policies.Of(FrameRule.MinimumTerm) is { } term
                    && !engagement.MinimumTermReached
                    && engagement.ActivatedAt!.Value.AddMonths(term.Value) <= due.Due => Decision
                .Of(new MinimumTermPassed(term.Rule, term.Value))
                .Telling(origin => new V1.MinimumTermReached(engagement.Id, engagement.GroupIds(), origin)),
            Watched.FinalBilan when engagement.Until <= due.Due && !FinalIsDue(engagement) => BilanDue(engagement, null, day),
            Watched.IntermediateBilan when due.Group is { } group && engagement.GroupIds().Contains(group) => BilanDue(
                engagement,
                group,
                day
            ),
            Watched.Interval when AllowedDays(dispositif, policies) is { } days => Awaited(engagement, days, now),
            Watched.Frequency when AsksFrequency(policies) => Counted(engagement, policies, now),
            Watched.Size when due.Group is { } group && engagement.Groups.Any(g => g.Group == group && g.Sealed) => Fallen(
                engagement,
                dispositif,
                policies,
                group,
                due.Due
            ),
            _ => Decision.Nothing,
        };
    }

    /// <summary>And look, at once, whether a group has fallen under its fewest members.</summary>
    internal static Decision WatchingSize(this Decision decision, Engagement engagement, Guid group, Act act) =>
        decision.Scheduling(act.Now, new WatchDue(engagement.Id, Watched.Size, group, act.OccurredAt));

    private static Decision Fallen(Engagement engagement, Dispositif dispositif, Policies policies, Guid group, DateTimeOffset on) =>
        engagement.Members.Count(m => m.Group == group) is var members
        && members < dispositif.GroupMinimum
        && !engagement.SizeBreaches.Any(b => b.Group == group && b.On == on)
            ? new SizeBreached(
                group,
                members,
                dispositif.GroupMinimum,
                DispositifRules.SizeRule(policies.Of(FrameRule.SizeMinimum), dispositif.GroupMinimum),
                on
            )
            : Decision.Nothing;

    // A term that was shortened is looked at again at its old end; it fell due at the new one.
    private static bool FinalIsDue(Engagement engagement) =>
        engagement.Due.Any(d => d.Group is null && d.Due >= DateOnly.FromDateTime(engagement.Until!.Value.UtcDateTime));

    private static bool AsksFrequency(Policies policies) =>
        policies.Of(FrameRule.FrequencyMinimum) is not null || policies.Of(FrameRule.FrequencyMaximum) is not null;

    private static DateTimeOffset AfterMonth(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1) + Telling;

    private static WatchDue MonthOver(Engagement engagement, DateTimeOffset now) =>
        new(engagement.Id, Watched.Frequency, null, AfterMonth(now));

    // Every whole month since sessions are awaited that is over and told, each judged once; suspended, nothing is awaited.
    private static Decision Counted(Engagement engagement, Policies policies, DateTimeOffset now)
    {
        var breaches =
            from month in engagement.State == EngagementState.Suspended ? [] : Months(engagement.AwaitedFrom!.Value, now - Telling)
            from @group in engagement.GroupIds()
            where !engagement.FrequencyBreaches.Any(b => b.Group == @group && b.Month == month)
            let held = engagement.Held.Count(h => h.Group == @group && FirstDay(h.At) == month)
            let passed = policies.Of(FrameRule.FrequencyMinimum) is { } fewest && held < fewest.Value ? fewest
            : policies.Of(FrameRule.FrequencyMaximum) is { } most && held > most.Value ? most
            : null
            where passed is not null
            select (Fact)new FrequencyBreached(@group, month, held, passed.Value, passed.Rule);
        return Decision.Of([.. breaches]).Scheduling(AfterMonth(now), MonthOver(engagement, now));
    }

    private static IEnumerable<DateOnly> Months(DateTimeOffset from, DateTimeOffset until)
    {
        for (var month = FirstDay(from).AddMonths(1); month < FirstDay(until); month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private static DateOnly FirstDay(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);

    private static Decision BilanDue(Engagement engagement, Guid? group, DateOnly day) =>
        engagement.Due.Contains(new(group, day))
            ? Decision.Nothing
            : Decision
                .Of(new BilanFellDue(group, day))
                .Telling(origin => new V1.BilanDue(engagement.Id, group, group is { } one ? [one] : engagement.GroupIds(), day, origin));

    // While it runs it is looked at again and again; suspended, nothing is awaited.
    private static Decision Awaited(Engagement engagement, int days, DateTimeOffset now)
    {
        var late =
            engagement.State == EngagementState.Suspended
                ? []
                : engagement
                    .GroupIds()
                    .Select(g => (Group: g, Days: (int)(now - Last(engagement, g)).TotalDays))
                    .Where(g => g.Days > days && !engagement.CountedLate.Contains(g.Group))
                    .Select(Fact (g) => new SessionAwaitedTooLong(g.Group, g.Days, days));
        var next = now.AddDays(days + 1);
        return Decision.Of([.. late]).Scheduling(next, new WatchDue(engagement.Id, Watched.Interval, null, next));
    }

    private static DateTimeOffset Last(Engagement engagement, Guid group) =>
        engagement.Held.Where(h => h.Group == group).Select(h => h.At).Append(engagement.AwaitedFrom!.Value).Max();

    private static IEnumerable<DateTimeOffset> Intermediate(Dispositif dispositif, DateTimeOffset from, DateTimeOffset until) =>
        dispositif.BilanMonths is { } months
            ? Enumerable.Range(1, 120 / months).Select(n => from.AddMonths(n * months)).TakeWhile(due => due < until)
            : [];
}

/// <summary>Looks at what the engagement told itself to look at.</summary>
public static class WatchDueHandler
{
    /// <summary>Looks, and records.</summary>
    public static async Task Handle(
        WatchDue due,
        Marten.IDocumentSession session,
        FrameLibrary frames,
        Inbox inbox,
        CancellationToken cancel
    )
    {
        var known = await frames.With(session);
        await inbox.Decide<Engagement>(
            due.Engagement,
            due.Due,
            (engagement, now) => WatchFrame.Decide(due, engagement, known, now),
            cancel
        );
    }
}
