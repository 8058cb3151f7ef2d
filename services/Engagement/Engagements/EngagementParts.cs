using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Kernel;

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

    /// <summary>Each person's hours, of periods that have ended.</summary>
    Attestations,
}

/// <summary>The dimensions along which the diagnosis measures and bilans speak: S1's four, and S0's outcomes.</summary>
public enum Dimension
{
    /// <summary>What works, what to adjust.</summary>
    ContinuousImprovement,

    /// <summary>The bond of the team.</summary>
    Bond,

    /// <summary>Professional development.</summary>
    ProfessionalDevelopment,

    /// <summary>Prevention of psychosocial risks.</summary>
    RpsPrevention,

    /// <summary>Wear prevented (S0).</summary>
    WearPrevented,

    /// <summary>Cohesion (S0).</summary>
    Cohesion,

    /// <summary>Quality of support (S0).</summary>
    QualityOfSupport,

    /// <summary>Sense of competence (S0).</summary>
    SenseOfCompetence,
}

/// <summary>Where the group stood along one dimension at the diagnosis.</summary>
/// <param name="Value">1 (badly) to 5 (well).</param>
public sealed record Measured(Dimension Dimension, int Value);

/// <summary>A finding of the diagnosis.</summary>
/// <param name="To">Whose it is: who facilitated then.</param>
public sealed record Finding(Guid Id, Sealed Text, FindingLevel Level, Guid? To = null);

/// <summary>A protagonist who was heard.</summary>
/// <param name="To">To whom they confided it: who facilitated then.</param>
public sealed record Protagonist(Guid Id, Capacity Capacity, Sealed? Asks, Sealed? Stakes = null, bool Validated = false, Guid? To = null);

/// <summary>A dispositif: the designed frame.</summary>
/// <param name="Frames">The frames it follows, pinned.</param>
/// <param name="Protocol">The protocol of every session, pinned.</param>
/// <param name="SessionMinutes">Planned length of a session.</param>
/// <param name="IntervalDays">Most days planned between two sessions.</param>
/// <param name="GroupMinimum">Fewest members of a group: the frames' bound where the dispositif sets none.</param>
/// <param name="GroupMaximum">Most members of a group.</param>
/// <param name="BilanMonths">Months between two intermediate bilans, where they are scheduled.</param>
/// <param name="RateReason">Why the rate lies outside a frame's range, where the frame allows it.</param>
/// <param name="AnswerDays">Days that the parties have to answer a locked bilan; 14 where it sets none.</param>
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
    int GroupMaximum,
    int? BilanMonths = null,
    Sealed? RateReason = null,
    int? AnswerDays = null
)
{
    /// <summary>What it costs for so many groups.</summary>
    public Quote Quote(int groups)
    {
        var minutes = (long)SessionsPlanned * SessionMinutes * Math.Max(groups, 1);
        return new(Math.Max(groups, 1), SessionsPlanned, minutes, RateCents, minutes * RateCents / 60, "EUR");
    }
}

/// <summary>What who pays accepts.</summary>
public enum Accepted
{
    /// <summary>The dispositif.</summary>
    Dispositif,

    /// <summary>An amendment of it.</summary>
    Amendment,

    /// <summary>A renewal.</summary>
    Renewal,
}

/// <summary>That who pays accepted: by a token of theirs, or as the practice recorded it.</summary>
/// <param name="ShownBy">What shows it, where the practice recorded it.</param>
public sealed record Acceptance(Sealed? ShownBy = null);

/// <summary>What who pays accepted, and when.</summary>
/// <param name="ShownBy">What shows it, where the practice recorded it.</param>
/// <param name="Proposal">The proposal; null of a dispositif, which is agreed.</param>
/// <param name="Establishment">The one that paid then.</param>
public sealed record AcceptedTerms(Accepted What, DateTimeOffset At, Sealed? ShownBy, Guid? Proposal = null, Guid? Establishment = null)
{
    /// <summary>Until when who pays may contest it, where the practice recorded it in their name.</summary>
    public DateTimeOffset? ContestableUntil { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? ContestedAt { get; init; }

    /// <summary>Why they did.</summary>
    public Sealed? ContestReason { get; init; }

    /// <summary>Whether who pays may contest it at this moment.</summary>
    public bool IsContestable(DateTimeOffset now) => ContestableUntil > now && ContestedAt is null;
}

/// <summary>An amendment or a renewal that the practice proposed, until who pays accepts it.</summary>
/// <param name="Dispositif">As it would be amended; null for a renewal.</param>
/// <param name="Reason">Why it is amended.</param>
/// <param name="RateFrom">From when on a new rate would hold, where it is not from the acceptance on.</param>
/// <param name="Months">By how many months it would be renewed; null for an amendment.</param>
public sealed record Proposal(Guid Id, Dispositif? Dispositif, Sealed? Reason, DateTimeOffset? RateFrom, int? Months);

/// <summary>A rate that was agreed, and from when on it holds.</summary>
/// <param name="Cents">Cents an hour.</param>
public sealed record AgreedRate(int Cents, DateTimeOffset From);

/// <summary>What a dispositif costs: its sessions at its hourly rate, in integer cents; travel and taxes are not in it.</summary>
/// <param name="Groups">Groups that it is for.</param>
/// <param name="SessionsEach">Sessions of each group.</param>
/// <param name="Minutes">Minutes in all.</param>
/// <param name="RateCents">Cents an hour.</param>
/// <param name="TotalCents">Cents in all.</param>
public sealed record Quote(int Groups, int SessionsEach, long Minutes, int RateCents, long TotalCents, string Currency);

/// <summary>What the dispositif passes of what a frame asks for.</summary>
public sealed record Breach(Rule Rule, int Planned, int Allowed);

/// <summary>A group that had fallen under its fewest members.</summary>
public sealed record SizeBreach(Guid Group, int Members, int Asked, DateTimeOffset On);

/// <summary>The charter: its text and clauses, what goes outward, who accepted it.</summary>
/// <param name="TextHash">What is accepted: the hash of the exact text, its clauses and its outward list.</param>
public sealed record Charter(
    Sealed Text,
    IReadOnlyList<OutwardItem> Outward,
    IReadOnlyList<Guid> AcceptedBy,
    bool Ratified,
    int Number = 1,
    int? Catalogue = null,
    IReadOnlyList<string>? Clauses = null,
    string? TextHash = null
);

/// <summary>A group as its engagement knows it.</summary>
public sealed record EngagedGroup(Guid Group, bool Sealed);

/// <summary>A member as the engagement knows them.</summary>
public sealed record EngagedMember(Guid Group, Guid Person, Guid? Institution = null);

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

    /// <summary>As a correction says it.</summary>
    public HeldSession Corrected(Contracts.Session.V1.SessionCorrected by) =>
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
public sealed record FrequencyBreach(Guid Group, DateOnly Month, int Held, int Asked, Rule Rule);

/// <summary>A bilan that is due.</summary>
/// <param name="Group">The group, or null for the final bilan.</param>
public sealed record DueBilan(Guid? Group, DateOnly Due);

/// <summary>What the other services told.</summary>
/// <param name="IntervalBreaches">How often a session came later than the frame allows, or none came for as long; not what is merely planned.</param>
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

/// <summary>What was entered wrongly of an engagement and put right.</summary>
/// <param name="Field">establishment, spans or authorityOver.</param>
/// <param name="From">The establishment of before.</param>
/// <param name="To">The one in its place.</param>
/// <param name="IsAlone">Whether it was for one establishment alone: that is told, and where several are, none learns of another.</param>
public sealed record EngagementCorrection(
    string Field,
    Guid? From,
    Guid? To,
    CorrectionReason Reason,
    DateTimeOffset At,
    bool IsAlone = false
);

/// <summary>Another establishment took the place of one that the engagement is for; what was handed over before stays with that.</summary>
/// <param name="Establishment">The one of before.</param>
/// <param name="Successor">The one that reads it since; null where the engagement was for it already.</param>
/// <param name="IsGivenBack">Whether the diagnosis had been given back: to the one of before.</param>
public sealed record Handover(Guid Establishment, Guid? Successor, DateTimeOffset At, bool IsGivenBack);

/// <summary>An establishment that the engagement is for employs its facilitator, since it took the place of another one.</summary>
/// <param name="Rule">The frame's, which the facilitator's employment breaks.</param>
public sealed record ExternalityBreach(Guid Establishment, Rule Rule, DateTimeOffset At);
