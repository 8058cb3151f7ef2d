namespace PracticeAnalysis.Kernel;

/// <summary>When a fact may have happened: not in the future, and not before the last one of its resource.</summary>
public static class Occurrence
{
    /// <summary>By how much the clocks of callers, nodes and the database may differ before somebody is told so.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>How long what happens when it is asked may have been on its way.</summary>
    public static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    internal static readonly Rule OccurredAt = new("always", "occurred-at", "design");

    /// <summary>What time it is for a resource: now, or when its last fact happened, which a node may have recorded whose clock is ahead of this one's.</summary>
    public static DateTimeOffset Now(DateTimeOffset now, DateTimeOffset? last) => last > now ? last.Value : now;

    /// <summary>When it happened: as the caller says, or now. What lies ahead by no more than clocks differ happened now: nothing is dated ahead, however often
    /// it is asked.</summary>
    /// <param name="now">What time it is for the resource.</param>
    public static DateTimeOffset At(DateTimeOffset? said, DateTimeOffset now) => said < now ? said.Value : now;

    /// <summary>Why it cannot have happened then, as the caller says, or null.</summary>
    /// <param name="now">By this node's clock alone, whatever the resource's last fact says.</param>
    /// <param name="last">When the resource's last fact happened, where it has one.</param>
    public static Refusal? Wrong(DateTimeOffset occurredAt, DateTimeOffset now, DateTimeOffset? last) =>
        occurredAt > now + Tolerance ? Refusal.OfRule(OccurredAt, "occurredAt is in the future.", "Give a past time.")
        : occurredAt < last
            ? Refusal.OfRule(
                OccurredAt,
                "occurredAt is before the last event of this resource.",
                "Give a time that is not before the last event."
            )
        : null;
}
