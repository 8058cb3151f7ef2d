using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Where an engagement is. The order is the one in which they come.</summary>
public enum EngagementState
{
    /// <summary>It came of a request.</summary>
    Opened,

    /// <summary>The facilitator finds out what is asked for.</summary>
    Diagnosing,

    /// <summary>The diagnosis was given back; a dispositif is designed.</summary>
    Designing,

    /// <summary>The dispositif is agreed; groups and charter are made.</summary>
    Chartering,

    /// <summary>Groups meet.</summary>
    Active,

    /// <summary>Groups do not meet for now.</summary>
    Suspended,

    /// <summary>The final bilan is agreed, or its negotiation failed.</summary>
    Concluding,

    /// <summary>It is over.</summary>
    Concluded,

    /// <summary>It was given up before it was active.</summary>
    Abandoned,
}

/// <summary>The level of a finding (S0).</summary>
public enum FindingLevel
{
    /// <summary>Of one person.</summary>
    Individual,

    /// <summary>Of the team.</summary>
    Collective,

    /// <summary>Of the organisation.</summary>
    Organisational,
}

/// <summary>In which capacity a protagonist was heard.</summary>
public enum Capacity
{
    /// <summary>Direction.</summary>
    Direction,

    /// <summary>A manager.</summary>
    Manager,

    /// <summary>A professional of the team.</summary>
    Professional,

    /// <summary>The team together.</summary>
    Team,

    /// <summary>A representative of the staff.</summary>
    Representative,

    /// <summary>Another one.</summary>
    Other,
}

/// <summary>What an establishment may receive: the list is closed (S3).</summary>
public enum OutwardItem
{
    /// <summary>Agreed bilans.</summary>
    Bilans,

    /// <summary>Validated syntheses.</summary>
    Syntheses,

    /// <summary>Action tracks.</summary>
    ActionTracks,

    /// <summary>Decisions taken in common.</summary>
    Decisions,

    /// <summary>Indicators over the floor.</summary>
    Indicators,

    /// <summary>The attendance rate.</summary>
    AttendanceRate,
}

/// <summary>A finding of the diagnosis.</summary>
public sealed record Finding(Guid Id, Sealed Text, FindingLevel Level);

/// <summary>A protagonist who was heard.</summary>
public sealed record Protagonist(Guid Id, Capacity Capacity, Sealed? Asks);

/// <summary>A dispositif: the designed frame.</summary>
/// <param name="Frames">The frames it follows, pinned.</param>
/// <param name="Protocol">The protocol of every session, pinned.</param>
/// <param name="SessionMinutes">Planned length of a session.</param>
/// <param name="IntervalDays">Most days planned between two sessions.</param>
/// <param name="GroupMinimum">Fewest members of a group: the frames' bound where the dispositif sets none.</param>
/// <param name="GroupMaximum">Most members of a group.</param>
public sealed record Dispositif(
    Kind Kind,
    Audience Audience,
    IReadOnlyList<Pin> Frames,
    Pin Protocol,
    int SessionMinutes,
    int TermMonths,
    int SessionsPlanned,
    int RateCents,
    int? IntervalDays,
    int GroupMinimum,
    int GroupMaximum
);

/// <summary>What the dispositif passes of what a frame asks for.</summary>
public sealed record Breach(Rule Rule, int Planned, int Allowed);

/// <summary>The charter: its text, what goes outward, who accepted it.</summary>
public sealed record Charter(Sealed Text, IReadOnlyList<OutwardItem> Outward, IReadOnlyList<Guid> AcceptedBy, bool Ratified);

/// <summary>A group as its engagement knows it.</summary>
public sealed record EngagedGroup(Guid Group, bool Sealed);

/// <summary>A member as the engagement knows them.</summary>
public sealed record EngagedMember(Guid Group, Guid Person);

/// <summary>What the other services told.</summary>
/// <param name="FinalBilan">The final bilan that was agreed.</param>
/// <param name="Orientations">What it recommends, by code.</param>
/// <param name="FinalNegotiationFailed">Whether the negotiation of a final bilan failed.</param>
public sealed record Course(
    int SessionsHeld,
    int MinutesHeld,
    int IntervalBreaches,
    int IntermediateBilans,
    Guid? FinalBilan,
    IReadOnlyList<string> Orientations,
    bool FinalNegotiationFailed
)
{
    /// <summary>Nothing yet.</summary>
    public static Course None { get; } = new(0, 0, 0, 0, null, [], false);
}
