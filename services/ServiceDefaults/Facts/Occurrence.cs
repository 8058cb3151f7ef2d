namespace PracticeAnalysis.ServiceDefaults.Facts;

/// <summary>When a fact may have happened: not in the future, and not before the last one of its resource.</summary>
public static class Occurrence
{
    private static readonly Rule OccurredAt = new("always", "occurred-at", "design");

    /// <summary>Why it cannot have happened then, or null.</summary>
    /// <param name="last">When the resource's last fact happened, where it has one.</param>
    public static Refusal? Wrong(DateTimeOffset occurredAt, DateTimeOffset now, DateTimeOffset? last) =>
        occurredAt > now ? Refusal.OfRule(OccurredAt, "occurredAt lies in the future.", "Give a time that has passed.")
        : occurredAt < last
            ? Refusal.OfRule(
                OccurredAt,
                "occurredAt lies before the last fact of this resource.",
                "Give a time that is not before the last fact's."
            )
        : null;
}
