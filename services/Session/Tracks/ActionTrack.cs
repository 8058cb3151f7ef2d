using System.Text.Json.Serialization;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

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

/// <summary>Where a track is.</summary>
public enum TrackState
{
    /// <summary>Opened, nothing done yet.</summary>
    Opened,

    /// <summary>Under way.</summary>
    Progressed,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Given up.</summary>
    Abandoned,
}

/// <summary>An action track: a co-built action, followed from session to session (S0, S3).</summary>
public sealed record ActionTrack(
    Guid Engagement,
    Guid Group,
    Guid? Facilitator,
    IReadOnlyList<Guid> Members,
    Guid Session,
    IReadOnlyList<Guid> With,
    Sealed Text,
    TrackState State,
    IReadOnlyList<Guid> EndorsedBy,
    IReadOnlyList<Sealed> Progress
) : Aggregate, IFold<ActionTrack>
{
    /// <inheritdoc />
    public static Type Facts => typeof(TrackFact);

    /// <summary>The contribution that it comes from.</summary>
    public Guid? Finding { get; init; }

    /// <summary>Who opened it; null where that was not recorded yet.</summary>
    public Guid? By { get; init; }

    /// <summary>Those of its endorsements that were given orally.</summary>
    public IReadOnlyList<OralEndorsement> EndorsedOrally { get; init; } = [];

    /// <summary>Who left the group, and up to which version they read the track, where they may still contest an endorsement.</summary>
    public IReadOnlyList<Sessions.GoneReader> Gone { get; init; } = [];

    /// <summary>Those who contested an endorsement that was recorded of them.</summary>
    public IReadOnlyList<Guid> ContestedBy { get; init; } = [];

    /// <summary>Whether somebody else than who opened it stands behind it: it counts, and may leave (S0, S3).</summary>
    [JsonIgnore]
    public bool IsCoBuilt => EndorsedBy.Any(m => m != By);

    /// <summary>The sessions at which it was followed.</summary>
    public IReadOnlyList<Guid> FollowedAt { get; init; } = [];

    /// <summary>Whether it is still followed.</summary>
    public bool IsFollowed => State is TrackState.Opened or TrackState.Progressed;

    /// <inheritdoc />
    public static ActionTrack Fold(ActionTrack? state, Fact fact) =>
        (state, fact) switch
        {
            (null, TrackOpened e) => new(
                e.Engagement,
                e.Group,
                e.Facilitator,
                e.Members,
                e.Session,
                e.With,
                e.Text,
                TrackState.Opened,
                [],
                []
            )
            {
                Finding = e.Finding,
                By = e.By,
            },
            ({ } t, TrackEndorsed e) => t with
            {
                EndorsedBy = [.. t.EndorsedBy.Union([e.Member])],
                EndorsedOrally = [.. t.EndorsedOrally.Where(o => o.Member != e.Member)],
            },
            ({ } t, TrackEndorsedOrally e) => t with
            {
                EndorsedBy = [.. t.EndorsedBy, e.Member],
                EndorsedOrally = [.. t.EndorsedOrally, new(e.Member, e.At, e.ContestableUntil)],
            },
            ({ } t, EndorsementContested e) => t with
            {
                EndorsedBy = [.. t.EndorsedBy.Where(m => m != e.Member)],
                EndorsedOrally = [.. t.EndorsedOrally.Where(o => o.Member != e.Member)],
                ContestedBy = [.. t.ContestedBy, e.Member],
            },
            ({ } t, TrackNamingContested e) => t with { With = [.. t.With.Where(m => m != e.Member)] },
            ({ } t, TrackEntrusted e) => t with
            {
                Members = e.Members,
                Facilitator = e.Facilitator,
                Gone = [.. t.Gone, .. t.Members.Except(e.Members).Select(m => new Sessions.GoneReader(m, t.Version))],
            },
            ({ } t, TrackProgressed e) => t.Now(TrackState.Progressed, e.At) with { Progress = [.. t.Progress, e.Text] },
            ({ } t, TrackCompleted e) => t.Now(TrackState.Completed, e.At),
            ({ } t, TrackAbandoned e) => t.Now(TrackState.Abandoned, e.At),
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (actor.Is(Roles.Member) && (Members.Contains(actor.Person) || EndorsedOrally.Any(o => o.Member == actor.Person)));

    /// <inheritdoc />
    public long? ReadUntil(Actor actor) => Gone.FirstOrDefault(g => g.Person == actor.Person)?.Version;

    // What somebody contested they never said: of before as of now.
    /// <inheritdoc />
    public static ActionTrack Withdrawing(ActionTrack then, ActionTrack now) =>
        then.EndorsedBy.Intersect(now.ContestedBy).Except(now.EndorsedBy).ToList() is { Count: > 0 } contested
            ? then with
            {
                EndorsedBy = [.. then.EndorsedBy.Except(contested)],
                EndorsedOrally = [.. then.EndorsedOrally.Where(o => !contested.Contains(o.Member))],
            }
            : then;

    private ActionTrack Now(TrackState state, Guid? at) =>
        this with
        {
            State = state,
            FollowedAt = at is { } session ? [.. FollowedAt.Union([session])] : FollowedAt,
        };
}

/// <summary>An endorsement that a member gave orally, as the facilitator recorded it.</summary>
/// <param name="At">The session.</param>
/// <param name="ContestableUntil">Until when that member may contest it.</param>
public sealed record OralEndorsement(Guid Member, Guid At, DateTimeOffset ContestableUntil);

/// <summary>A track as its group and facilitator read it.</summary>
/// <param name="CoBuilt">Whether somebody else than who opened it endorsed it: it counts, and may leave.</param>
/// <param name="EndorsedOrally">Those of its endorsements that the facilitator recorded.</param>
public sealed record TrackView(
    Guid Id,
    long Version,
    Guid Group,
    Guid Session,
    IReadOnlyList<Guid> With,
    string? Text,
    TrackState State,
    IReadOnlyList<Guid> EndorsedBy,
    IReadOnlyList<string?> Progress,
    IReadOnlyList<Guid> FollowedAt,
    Guid? Finding,
    bool CoBuilt,
    IReadOnlyList<OralEndorsement> EndorsedOrally
) : ShowsTexts
{
    /// <summary>The texts to be opened.</summary>
    public static IEnumerable<Sealed> Texts(ActionTrack track) => track.Progress.Prepend(track.Text);

    /// <summary>The view.</summary>
    public static TrackView Of(ActionTrack t, TextOpener opener) =>
        new(
            t.Id,
            t.Version,
            t.Group,
            t.Session,
            t.With,
            opener.Open(t.Text, "TrackOpened.Text"),
            t.State,
            t.EndorsedBy,
            [.. t.Progress.Select(p => opener.Open(p, "TrackProgressed.Text"))],
            t.FollowedAt,
            t.Finding,
            t.IsCoBuilt,
            t.EndorsedOrally
        );
}
