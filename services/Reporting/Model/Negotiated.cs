using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>Where a bilan is.</summary>
public enum BilanState
{
    /// <summary>It is drafted and amended: its text is not fixed.</summary>
    Draft,

    /// <summary>Its text is fixed and waits for approvals.</summary>
    Locked,

    /// <summary>Those agreed whose word it takes; it is not handed over yet.</summary>
    Agreed,

    /// <summary>Handed to the establishment.</summary>
    Published,

    /// <summary>No agreement came about: what is handed over is the failure, without text.</summary>
    Failed,
}

/// <summary>How an amendment stands.</summary>
public enum AmendmentState
{
    /// <summary>Waiting for the facilitator, who takes it or not.</summary>
    Proposed,

    /// <summary>Taken into the text; approvals given before are void (S2).</summary>
    Accepted,

    /// <summary>Not taken: the text stays as it was.</summary>
    Refused,
}

/// <summary>A command that puts another text forward.</summary>
public interface IAmends;

/// <summary>Another text for a section.</summary>
/// <param name="Now">Where the group stands along the dimension, where that is amended too.</param>
/// <param name="Names">Those whom it names.</param>
/// <param name="Worked">What the group says that it worked on, where that is amended too.</param>
public sealed record Amendment(
    Guid Id,
    Guid By,
    Dimension Dimension,
    Sealed Text,
    AmendmentState State,
    int? Now = null,
    IReadOnlyList<Guid>? Names = null,
    IReadOnlyList<WorkedOn>? Worked = null
);

/// <summary>An objection, with the reason that the group sees while it stands.</summary>
/// <param name="AsFacilitator">Whether it is the facilitator's: whoever takes their place may withdraw it.</param>
/// <param name="AuthorErased">Whether its author was erased: its text is gone, and it stands.</param>
/// <param name="Fallen">Whether its author was erased and the locked text is another one than they objected to, on which everybody left has their say.</param>
public sealed record Objection(
    Guid Id,
    Guid Party,
    Sealed Reason,
    bool Withdrawn,
    bool AsFacilitator = false,
    bool AuthorErased = false,
    bool Fallen = false
)
{
    /// <summary>Whether it blocks an agreement.</summary>
    [JsonIgnore]
    public bool Stands => !Withdrawn && !Fallen;

    /// <summary>Whether it was withdrawn later than the moment as of which it is read.</summary>
    [JsonIgnore]
    public bool WithdrawnSince { get; init; }
}

/// <summary>What the establishment observes upon a published bilan.</summary>
/// <param name="IsHeld">Whether its words may name a member, and the facilitator has not passed it on.</param>
public sealed record Observation(Guid Id, DateTimeOffset At, Sealed Text, bool IsHeld);

/// <summary>A section, and the member of the fact that its text was sealed for.</summary>
/// <param name="Names">Those whom it names.</param>
public sealed record CurrentSection(Dimension Dimension, Sealed Text, string SealedFor, IReadOnlyList<Guid>? Names = null);

/// <summary>A recommended orientation.</summary>
public sealed record Orientation(string Code, Sealed Text);
