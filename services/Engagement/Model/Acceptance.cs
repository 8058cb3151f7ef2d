using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What who pays accepts.</summary>
public enum Accepted
{
    /// <summary>The dispositif, as it was proposed last.</summary>
    Dispositif,

    /// <summary>An amendment of it: the whole dispositif, as the proposal shows it.</summary>
    Amendment,

    /// <summary>A renewal: its months, from the end of the term or from its acceptance, whichever is later.</summary>
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

    /// <summary>Whether this establishment accepted it, or it was recorded in its name; who takes its place said nothing by it.</summary>
    public bool IsOf(Guid establishment) => (Establishment ?? establishment) == establishment;

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
