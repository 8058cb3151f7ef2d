using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>A group that had fallen under its fewest members.</summary>
/// <param name="Members">How many members the group had when that was looked at.</param>
/// <param name="Asked">The fewest that the dispositif asked for then.</param>
/// <param name="On">When somebody left it, or when a session of it was held.</param>
public sealed record SizeBreach(Guid Group, int Members, int Asked, DateTimeOffset On);

/// <summary>A session that was held: who was there, for how long, and nothing of what was said.</summary>
/// <param name="Explained">Whether its times or its length were hard to believe, and were explained.</param>
/// <param name="ToldAlone">Whether no member did anything in it by a token of their own.</param>
public sealed record HeldSession(
    Guid Group,
    Guid Session,
    DateTimeOffset At,
    int Minutes,
    int Enrolled,
    IReadOnlyList<Guid> Present,
    bool Explained = false,
    bool ToldAlone = false
)
{
    /// <summary>Whether its minutes were corrected.</summary>
    public bool HasMinutesCorrected { get; init; }

    /// <summary>The minutes that were entered first, where they were corrected.</summary>
    public int? EnteredMinutes { get; init; }

    /// <summary>Whether who was there was corrected.</summary>
    public bool HasPresenceCorrected { get; init; }

    /// <summary>When it was opened; null where that is not told: it ran up to <see cref="At" />.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Minutes of one person at these sessions. Nobody is at two at once: a minute in which several ran counts once. Those whose times were
    /// explained have none of their own, and count whole.</summary>
    public static int MinutesOf(IReadOnlyList<HeldSession> sessions)
    {
        var counted = new HashSet<long>();
        foreach (var session in sessions.Where(s => !s.Explained).OrderBy(s => s.At))
        {
            counted.UnionWith(session.Ran.Where(minute => !counted.Contains(minute)).Take(session.Minutes).ToList());
        }

        return counted.Count + sessions.Where(s => s.Explained).Sum(s => s.Minutes);
    }

    private IEnumerable<long> Ran
    {
        get
        {
            // Sessions of before may have lasted longer than they were open.
            var least = At.AddMinutes(-Minutes);
            var from = (OpenedAt < least ? OpenedAt.Value : least).UtcTicks / TimeSpan.TicksPerMinute;
            return Enumerable.Sequence(from, Math.Max(from, (At.UtcTicks - 1) / TimeSpan.TicksPerMinute), 1);
        }
    }

    /// <summary>As a correction says it.</summary>
    public HeldSession Corrected(SessionCorrectionNoted by) =>
        this with
        {
            Minutes = by.Minutes ?? Minutes,
            Present = by.Present ?? Present,
            Enrolled = by.Enrolled ?? Enrolled,
            Explained = Explained || by.Explained is true,
            HasMinutesCorrected = HasMinutesCorrected || by.Minutes is not null,
            EnteredMinutes = EnteredMinutes ?? (by.Minutes is null ? null : Minutes),
            HasPresenceCorrected = HasPresenceCorrected || by.Present is not null,
        };
}

/// <summary>Whose hours of which year were read, when, and in which role.</summary>
public sealed record ReadHours(Guid Whose, int Year, string By, DateTimeOffset At);

/// <summary>A month in which a group held fewer or more sessions than the frame asks for.</summary>
/// <param name="Month">The first day of the calendar month, in UTC.</param>
/// <param name="Held">How many sessions the group held in it, of those told when it was judged.</param>
/// <param name="Asked">The bound that was passed: the fewest or the most sessions a month.</param>
/// <param name="Rule">The frame's rule, with its source.</param>
public sealed record FrequencyBreach(Guid Group, DateOnly Month, int Held, int Asked, Rule Rule);

/// <summary>A bilan that is due.</summary>
/// <param name="Group">The group, or null for the final bilan.</param>
/// <param name="Due">The day on which it fell due, in UTC.</param>
public sealed record DueBilan(Guid? Group, DateOnly Due);

/// <summary>What the other services told.</summary>
/// <param name="SessionsHeld">How many sessions were held, over all its groups.</param>
/// <param name="MinutesHeld">How many minutes they lasted in all, as they were corrected.</param>
/// <param name="IntervalBreaches">How often a session came later than the frame allows, or none came for as long; not what is merely planned.</param>
/// <param name="IntermediateBilans">How many intermediate bilans were agreed, over all its groups (S2).</param>
/// <param name="FinalBilan">The final bilan that was agreed.</param>
/// <param name="Orientations">What it recommends, by code.</param>
/// <param name="FinalNegotiationFailed">Whether the negotiation of a final bilan failed.</param>
/// <param name="Incidents">Frame incidents, by their word, and how often; the exception of 226-14 among them.</param>
public sealed record Course(
    int SessionsHeld,
    int MinutesHeld,
    int IntervalBreaches,
    int IntermediateBilans,
    Guid? FinalBilan,
    IReadOnlyList<string> Orientations,
    bool FinalNegotiationFailed,
    IReadOnlyDictionary<string, int>? Incidents = null
)
{
    /// <summary>Nothing yet.</summary>
    public static Course None { get; } = new(0, 0, 0, 0, null, [], false);

    /// <summary>With its incidents in the order of their words: what is stored comes back in the database's own.</summary>
    public Course InOrder() =>
        this with
        {
            Incidents = Incidents is null
                ? null
                : new SortedDictionary<string, int>(Incidents.ToDictionary(i => i.Key, i => i.Value), StringComparer.Ordinal),
        };

    /// <summary>One more incident.</summary>
    public Course With(string incident) =>
        this with
        {
            Incidents = new SortedDictionary<string, int>(
                (Incidents ?? new Dictionary<string, int>()).ToDictionary(i => i.Key, i => i.Value),
                StringComparer.Ordinal
            )
            {
                [incident] = (Incidents?.GetValueOrDefault(incident) ?? 0) + 1,
            },
        };
}
