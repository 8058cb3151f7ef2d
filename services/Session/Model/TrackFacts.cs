using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>The facts of an action track (piste d'action).</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public abstract record TrackFact : Fact;

/// <summary>A track was opened from a session, co-built with at least one member.</summary>
/// <param name="Finding">The contribution that it comes from, where it is one.</param>
/// <param name="By">Who opened it: somebody else has to endorse it. Null where it was opened before that was asked.</param>
public sealed record TrackOpened(
    Guid Engagement,
    Guid Group,
    Guid? Facilitator,
    IReadOnlyList<Guid> Members,
    Guid Session,
    IReadOnlyList<Guid> With,
    Sealed Text,
    Guid? Finding = null,
    Guid? By = null
) : TrackFact, IBelongsToEngagement;

/// <summary>A member stands behind the track, by a token of their own.</summary>
public sealed record TrackEndorsed(Guid Member) : TrackFact;

/// <summary>A member stood behind the track orally, in a session at which they were present; the facilitator recorded it.</summary>
/// <param name="ContestableUntil">Until when that member may contest it.</param>
public sealed record TrackEndorsedOrally(Guid Member, Guid At, DateTimeOffset ContestableUntil) : TrackFact;

/// <summary>A member contests the endorsement that was recorded of them: it counts no more.</summary>
/// <param name="Erased">Whether they were erased while they could have.</param>
public sealed record EndorsementContested(Guid Member, bool Erased = false) : TrackFact;

/// <summary>A member who is named as a builder of the track, and endorsed nothing, takes their name off it.</summary>
public sealed record TrackNamingContested(Guid Member) : TrackFact;

/// <summary>The group or its facilitator changed: the track is followed by those there are.</summary>
/// <param name="Facilitator">Who leads the group; null while nobody does.</param>
public sealed record TrackEntrusted(IReadOnlyList<Guid> Members, Guid? Facilitator) : TrackFact;

/// <summary>The track moved on.</summary>
/// <param name="At">The session at which the group said so, where it was at one (S0: from session to session).</param>
public sealed record TrackProgressed(Sealed Text, Guid? At = null) : TrackFact;

/// <summary>The track reached its end.</summary>
/// <param name="At">The session at which the group said so, where it was at one.</param>
public sealed record TrackCompleted(Guid? At = null) : TrackFact;

/// <summary>The track is given up, with a reason.</summary>
/// <param name="At">The session at which the group said so, where it was at one.</param>
public sealed record TrackAbandoned(Sealed Reason, Guid? At = null) : TrackFact;
