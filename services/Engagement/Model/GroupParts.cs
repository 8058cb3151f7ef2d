using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What an exception to a group's stability is for.</summary>
public enum StabilityChange
{
    /// <summary>One person, who is named, joins.</summary>
    Joins,

    /// <summary>One person, who is named, leaves.</summary>
    Leaves,
}

/// <summary>An exception to the group's stability.</summary>
/// <param name="Agreed">Whether every member agreed.</param>
/// <param name="Used">Whether somebody joined or left by it.</param>
/// <param name="Change">What it is for; null where it was asked for when it served for either.</param>
/// <param name="Person">Who leaves by it, or is to join; null where it was asked for when who joins was not named.</param>
public sealed record StabilityException(
    Guid Id,
    Sealed Reason,
    IReadOnlyList<Guid> Approvals,
    bool Agreed,
    bool Used,
    StabilityChange? Change = null,
    Guid? Person = null
);

/// <summary>Why a member departs: the list is closed.</summary>
public enum DepartureReason
{
    /// <summary>They left the institution that they belonged to in the group.</summary>
    LeftInstitution,

    /// <summary>They are absent for long, and are not waited for.</summary>
    LongAbsence,

    /// <summary>They wish to, as whoever records it says.</summary>
    Wish,

    /// <summary>They died; the delay runs all the same, so that one who lives can say so.</summary>
    Death,

    /// <summary>Another reason, of which no more is recorded.</summary>
    Other,
}

/// <summary>Where a departure is.</summary>
public enum DepartureState
{
    /// <summary>The group may object until its delay is over.</summary>
    Announced,

    /// <summary>The member left, by it or in another way.</summary>
    Effective,

    /// <summary>The member stays: they objected, or the group did not agree.</summary>
    Declined,

    /// <summary>It was withdrawn before it took effect; the member stays.</summary>
    Withdrawn,
}

/// <summary>What a member answers to a departure.</summary>
/// <param name="Objection">Why they object; null where they agree.</param>
/// <param name="At">When they answered.</param>
public sealed record DepartureAnswer(Guid Person, Sealed? Objection = null, DateTimeOffset At = default);

/// <summary>A member's departure.</summary>
/// <param name="Days">The delay.</param>
/// <param name="Until">Until when the group may answer.</param>
/// <param name="ByAgreement">Whether it takes the agreement of all who are reached.</param>
/// <param name="IsPut">Whether an objection put it to the group.</param>
public sealed record Departure(
    Guid Id,
    Guid Person,
    DepartureReason Reason,
    int Days,
    DateTimeOffset Until,
    bool ByAgreement,
    bool IsPut,
    IReadOnlyList<DepartureAnswer> Answers,
    DepartureState State
)
{
    /// <summary>With an answer, in place of an earlier one of the same person.</summary>
    public Departure Answered(DepartureAnswer answer) => this with { Answers = [.. Answers.Where(a => a.Person != answer.Person), answer] };
}
