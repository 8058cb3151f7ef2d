using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>What of a session may be corrected.</summary>
public enum CorrectedField
{
    /// <summary>How long it lasted.</summary>
    Minutes,

    /// <summary>Who was present.</summary>
    Present,

    /// <summary>How its themes are coded.</summary>
    Themes,
}

/// <summary>What stood, or stands, of what a correction changes; the others are null.</summary>
/// <param name="Minutes">How long the session lasted.</param>
/// <param name="Present">Opaque ids of those present.</param>
/// <param name="Themes">Its themes by axis and level, all of them.</param>
public sealed record CorrectedValue(int? Minutes = null, IReadOnlyList<Guid>? Present = null, IReadOnlyList<CodedTheme>? Themes = null);

/// <summary>A correction of a session.</summary>
/// <param name="At">When it was corrected.</param>
/// <param name="ContestableUntil">Until when a member whose presence it changes may contest that.</param>
public sealed record Correction(
    CorrectedField Field,
    CorrectedValue From,
    CorrectedValue To,
    CorrectionReason Reason,
    DateTimeOffset At,
    DateTimeOffset? ContestableUntil = null
)
{
    /// <summary>For how many days a word about somebody's presence may be contested, or confirmed.</summary>
    internal const int DaysToContest = 14;

    /// <summary>Those who contested it: of them it does not stand.</summary>
    public IReadOnlyList<Guid> ContestedBy { get; init; } = [];

    /// <summary>Whether it changed the presence of this person.</summary>
    public bool Touches(Guid person) => From.Present?.Contains(person) != To.Present?.Contains(person);
}

/// <summary>A member's own word that they were not present, where nobody had corrected that they were.</summary>
/// <param name="Member">Opaque id of whom it is of.</param>
/// <param name="At">When they said so, as that was dated.</param>
public sealed record PresenceContest(Guid Member, DateTimeOffset At);

/// <summary>A member's own word that they were present, where that is not recorded.</summary>
/// <param name="At">When they said so.</param>
/// <param name="ConfirmableUntil">Until when somebody who was there may confirm it; null where the word alone was enough.</param>
/// <param name="Confirmed">Whether it is recorded since: before, it is a word beside the record.</param>
/// <param name="By">Who of those present confirmed it; null where the record, or who led the session, says so.</param>
public sealed record PresenceClaim(Guid Member, DateTimeOffset At, DateTimeOffset? ConfirmableUntil, bool Confirmed, Guid? By = null);

/// <summary>Whether a text that covers the session is locked, as of a version of it.</summary>
/// <param name="Bilan">The bilan, or the synthesis.</param>
public sealed record ThemeLock(Guid Bilan, long Version, bool Stands);
