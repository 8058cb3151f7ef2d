using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>Where a track is.</summary>
public enum TrackState
{
    /// <summary>Opened, nothing done yet.</summary>
    Opened,

    /// <summary>Under way: somebody said what moved.</summary>
    Progressed,

    /// <summary>Done; it takes somebody else than who opened it to stand behind it.</summary>
    Completed,

    /// <summary>Given up, with a reason.</summary>
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

    /// <summary>When it was opened; null where that was not kept yet.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Those of its endorsements that were given orally.</summary>
    public IReadOnlyList<OralEndorsement> EndorsedOrally { get; init; } = [];

    /// <summary>Who left the group, and up to which version they read the track, where they may still contest an endorsement.</summary>
    public IReadOnlyList<GoneReader> Gone { get; init; } = [];

    /// <summary>Those who contested an endorsement that was recorded of them, or that they are named as a builder.</summary>
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
                OpenedAt = e.OccurredAt,
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
                With = [.. t.With.Where(m => e.Erased || m != e.Member)],
                ContestedBy = [.. t.ContestedBy, e.Member],
            },
            ({ } t, TrackNamingContested e) => t with
            {
                With = [.. t.With.Where(m => m != e.Member)],
                ContestedBy = [.. t.ContestedBy, e.Member],
            },
            ({ } t, TrackEntrusted e) => t with
            {
                Members = e.Members,
                Facilitator = e.Facilitator,
                Gone = [.. t.Gone, .. t.Members.Except(e.Members).Select(m => new GoneReader(m, t.Version))],
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
/// <param name="Member">Opaque id of the member of whom it was recorded.</param>
/// <param name="At">The session.</param>
/// <param name="ContestableUntil">Until when that member may contest it.</param>
public sealed record OralEndorsement(Guid Member, Guid At, DateTimeOffset ContestableUntil);
