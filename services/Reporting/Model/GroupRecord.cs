using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>What an agreed bilan is of: the period that it covers, both days included, and what was told of it.</summary>
/// <param name="Sessions">The sessions that were told when its text was locked: it opens them and no other one.</param>
/// <param name="Worked">What the group says in it that it worked on.</param>
/// <param name="At">When it was agreed.</param>
public sealed record AgreedPeriod(
    Guid Bilan,
    bool Final,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<Guid>? Sessions = null,
    IReadOnlyList<WorkedOn>? Worked = null,
    DateTimeOffset? At = null
)
{
    /// <summary>Whether the moment lies in it.</summary>
    public bool Covers(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime) is var day && day >= From && day <= To;

    /// <summary>Whether it opens what was worked on at the session.</summary>
    public bool Opens(SessionNoted held) => Covers(held.Origin.OccurredAt) && Sessions?.Contains(held.Session) is not false;
}

/// <summary>An action track as it stands: its state, never its text.</summary>
/// <param name="Version">The version of the track that said so.</param>
/// <param name="With">Opaque ids of the members who build it.</param>
/// <param name="By">Who opened it; null where it was opened before somebody else had to endorse it.</param>
public sealed record TrackStanding(
    Guid Track,
    string State,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version,
    IReadOnlyList<Guid>? With = null,
    Guid? By = null
)
{
    /// <summary>The later of two words about one track; they come in any order.</summary>
    public TrackStanding And(TrackStanding other) =>
        (other.Version > Version ? other : this) with
        {
            OpenedAt = other.OpenedAt < OpenedAt ? other.OpenedAt : OpenedAt,
            With = With ?? other.With,
            By = By ?? other.By,
        };
}

/// <summary>A decision that the group adopted in common (S3).</summary>
/// <param name="Version">The version of the session that said so.</param>
/// <param name="SetAside">Whether it is adopted no more.</param>
public sealed record DecisionStanding(
    Guid Decision,
    DateTimeOffset AdoptedAt,
    Guid? Session = null,
    long Version = 0,
    bool SetAside = false
);

/// <summary>A member stands behind an action track, or contests that they did.</summary>
/// <param name="Version">The version of the track that said so.</param>
public sealed record Endorsement(Guid Track, Guid Member, DateTimeOffset At, long Version = 0);

/// <summary>Somebody came to a group, or left it.</summary>
public sealed record Passage(Guid Person, DateTimeOffset At);

/// <summary>A bilan that fell due.</summary>
public sealed record DueBilan(DateOnly Due, bool Final);

/// <summary>A text that is locked, and the sessions of a group that it covers.</summary>
/// <param name="Bilan">The bilan, or the synthesis.</param>
public sealed record LockedSessions(Guid Bilan, IReadOnlyList<Guid> Sessions);

/// <summary>Who facilitates, as of a version of the engagement; null: nobody, until a successor accepts the charter.</summary>
public sealed record Leadership(Guid? Facilitator, long Version)
{
    /// <summary>The later of two; they are told in any order.</summary>
    public static Leadership Later(Leadership? known, Leadership told) => known is { } later && later.Version > told.Version ? later : told;
}

/// <summary>Establishments that an engagement was for, during some time.</summary>
/// <param name="Until">The first moment after it.</param>
public sealed record Share(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<Guid> Establishments)
{
    /// <summary>Whether the moment lies in it.</summary>
    public bool Holds(DateTimeOffset moment) => moment >= From && moment < Until;
}

/// <summary>The tracks of a group as they stood when another establishment took the place of one, which goes on reading them so.</summary>
public sealed record LeftBehind(Guid Establishment, IReadOnlyList<TrackStanding> Tracks);

/// <summary>What Reporting knows of a group (its stream has the group's id). Messages come in any order.</summary>
public sealed record GroupRecord(
    SealingNoted? Group,
    ActivationNoted? Activation,
    bool Concluded,
    IReadOnlyList<SessionNoted> Sessions,
    IReadOnlyList<ThemesNoted> Themes,
    IReadOnlyList<AgreedPeriod> Agreed
) : Aggregate, IFold<GroupRecord>, IFilledByOthers
{
    /// <inheritdoc />
    public static Type Facts => typeof(GroupFact);

    /// <summary>The members, by their opaque ids.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Persons => Everybody.Except(Left);

    /// <summary>The engagement it is of, once that was told.</summary>
    [JsonIgnore]
    public Guid? Engagement => Group?.Engagement ?? Activation?.Engagement;

    /// <summary>Who facilitates; null while nobody does.</summary>
    [JsonIgnore]
    public Guid? Facilitator => Successor is { } turn ? turn.Facilitator : Activation?.Facilitator;

    /// <summary>The sessions that were to be held, as they were told.</summary>
    public IReadOnlyList<Guid> Scheduled { get; init; } = [];

    /// <summary>Those of them that will not be.</summary>
    public IReadOnlyList<Guid> Cancelled { get; init; } = [];

    /// <summary>Whether a session is still to be held, or runs.</summary>
    [JsonIgnore]
    public bool HasSessionAhead => Scheduled.Except(Cancelled).Except(Sessions.Select(s => s.Session)).Any();

    /// <summary>Who joined after the group was sealed.</summary>
    public IReadOnlyList<Guid> Joined { get; init; } = [];

    /// <summary>Who left it, or revoked their volunteering.</summary>
    public IReadOnlyList<Guid> Left { get; init; } = [];

    /// <summary>Who facilitates since another one was appointed, or nobody.</summary>
    public Leadership? Successor { get; init; }

    /// <summary>What the engagement runs by since its terms changed; <see cref="Activation" /> says it too.</summary>
    public Latest<Terms>? Changed { get; init; }

    /// <summary>Establishments in whose place others are; <see cref="Activation" /> says it too.</summary>
    public IReadOnlyList<SuccessionNoted> Successions { get; init; } = [];

    /// <summary>Those that the engagement was for when it was activated; <see cref="Activation" /> says those that it is for.</summary>
    public IReadOnlyList<Guid> First { get; init; } = [];

    /// <summary>What establishments go on reading in whose place others are.</summary>
    public IReadOnlyList<LeftBehind> Behind { get; init; } = [];

    /// <summary>The action tracks as they stand.</summary>
    public IReadOnlyList<TrackStanding> Tracks { get; init; } = [];

    /// <summary>The decisions adopted in common, those that were set aside since among them.</summary>
    public IReadOnlyList<DecisionStanding> Decisions { get; init; } = [];

    /// <summary>Those of them that stand.</summary>
    [JsonIgnore]
    public IEnumerable<DecisionStanding> Adopted => Decisions.Where(d => !d.SetAside);

    /// <summary>Who stands behind which track.</summary>
    public IReadOnlyList<Endorsement> Endorsements { get; init; } = [];

    /// <summary>Who contested an endorsement that was recorded of them.</summary>
    public IReadOnlyList<Endorsement> Contests { get; init; } = [];

    /// <summary>When those who joined came.</summary>
    public IReadOnlyList<Passage> Arrivals { get; init; } = [];

    /// <summary>When those who left went.</summary>
    public IReadOnlyList<Passage> Departures { get; init; } = [];

    /// <summary>What the pulses of its sessions came to.</summary>
    public IReadOnlyList<PulseNoted> Pulses { get; init; } = [];

    /// <summary>What was corrected of sessions; a correction may come before its session.</summary>
    public IReadOnlyList<CorrectionNoted> Corrections { get; init; } = [];

    /// <summary>The sessions whose themes were corrected.</summary>
    public IReadOnlyList<Guid> Recoded { get; init; } = [];

    /// <summary>Corrections of themes that do not hold: they came before the themes, or once a text that covers the session was locked.</summary>
    public IReadOnlyList<ThemesCorrectionNoted> ThemesInWait { get; init; } = [];

    /// <summary>The texts that are locked; of what is agreed, <see cref="Agreed" /> says it too.</summary>
    public IReadOnlyList<LockedSessions> Locks { get; init; } = [];

    /// <summary>The bilans that fell due.</summary>
    public IReadOnlyList<DueBilan> Due { get; init; } = [];

    /// <inheritdoc />
    public static GroupRecord Fold(GroupRecord? state, Fact fact)
    {
        var known = state ?? new(null, null, false, [], [], []);
        return fact switch
        {
            SealingNoted e => known with { Group = e.Said() },
            ActivationNoted e => known.Under(e.Said().Under(known.Changed?.Value)) with { First = e.Establishments ?? [e.Establishment] },
            SuccessionNoted e => known with
            {
                Successions = [.. known.Successions, e.Said()],
                Behind = e.Keeps ? [.. known.Behind, new(e.Establishment, known.Tracks)] : known.Behind,
            }
                is var succeeded
            && succeeded.Activation is { } active
                ? succeeded.Under(active)
                : succeeded,
            TermsNoted e when known.Changed.IsAfter(e.Origin.Version) => known,
            TermsNoted e => known with { Changed = new(e.Terms, e.Origin.Version), Activation = known.Activation?.Under(e.Terms) },
            ConclusionNoted => known with { Concluded = true },
            SchedulingNoted e => known with { Scheduled = [.. known.Scheduled, e.Session] },
            CancellationNoted e => known with { Cancelled = [.. known.Cancelled, e.Session] },
            SessionNoted e => (known with { Sessions = [.. known.Sessions, e.Said()] }).Correcting(e.Session),
            CorrectionNoted e => (known with { Corrections = [.. known.Corrections, e.Said()] }).Correcting(e.Session),
            ThemesNoted e => (known with { Themes = [.. known.Themes, e.Said()] }).Recoding(),
            ThemesCorrectionNoted e => (known with { ThemesInWait = [.. known.ThemesInWait, e.Said()] }).Recoding(),
            BilanLockRecorded e => known with { Locks = [.. known.Locks.Where(l => l.Bilan != e.Bilan), new(e.Bilan, e.Sessions)] },
            BilanUnlockRecorded e => (known with { Locks = [.. known.Locks.Where(l => l.Bilan != e.Bilan)] }).Recoding(),
            SynthesisLockRecorded e => known with { Locks = [.. known.Locks, new(e.Synthesis, e.Sessions)] },
            SynthesisUnlockRecorded e => (known with { Locks = [.. known.Locks.Where(l => l.Bilan != e.Synthesis)] }).Recoding(),
            TrackNoted e => known with { Tracks = known.With(e) },
            DecisionNoted e => known.Deciding(new(e.Decision, e.Origin.OccurredAt, e.Session, e.Origin.Version)),
            DecisionSetAsideNoted e => known.Deciding(new(e.Decision, e.Origin.OccurredAt, e.Session, e.Origin.Version, SetAside: true)),
            PulseNoted e => known with { Pulses = [.. known.Pulses, e.Said()] },
            EndorsementNoted e => known with
            {
                Endorsements = [.. known.Endorsements, new(e.Track, e.Member, e.Origin.OccurredAt, e.Origin.Version)],
            },
            ContestNoted e => known with { Contests = [.. known.Contests, new(e.Track, e.Member, e.Origin.OccurredAt, e.Origin.Version)] },
            EnrolmentNoted e => known with
            {
                Joined = [.. known.Joined.Union([e.Member.Person])],
                Arrivals = [.. known.Arrivals, new(e.Member.Person, e.Origin.OccurredAt)],
            },
            DepartureNoted e => known.Without(e.Person, e.Origin.OccurredAt),
            RevocationNoted e => known.Without(e.Person, e.Origin.OccurredAt),
            AssignmentNoted e => known with { Successor = Leadership.Later(known.Successor, new(e.Facilitator, e.Origin.Version)) },
            ReliefNoted e => known with { Successor = Leadership.Later(known.Successor, new(null, e.Origin.Version)) },
            BilanDueNoted e => known with { Due = [.. known.Due, new(e.Due, e.Group is null)] },
            SuspensionNoted or ResumptionNoted or RenewalNoted or EarlyEndNoted or MinimumTermNoted => known,
            // Before bilans named the sessions that they open, those were all that had been told.
            BilanAgreementRecorded e => known with
            {
                Agreed =
                [
                    .. known.Agreed,
                    new(
                        e.Bilan,
                        e.Final,
                        e.From,
                        e.To,
                        e.Sessions ?? [.. known.Sessions.Select(s => s.Session)],
                        e.Worked ?? [],
                        e.OccurredAt
                    ),
                ],
            },
            _ => throw new UnknownFactException(fact),
        };
    }

    /// <summary>The members who count in figures from a moment on: they accepted the charter before, each by a token of their own, and had not left by
    /// then. Engagement tells of an activation, and of whoever joins later, upon acceptance.</summary>
    public IReadOnlyList<Guid> Counting(DateTimeOffset from) => [.. Everybody.Where(p => HadCome(p, from) && !HasLeft(p, from))];

    /// <summary>Whoever was a member while a session ran, from its opening to its closing: who left meanwhile was in it.</summary>
    public IEnumerable<Guid> During(SessionNoted held) => Everybody.Where(p => HadCome(p, held.Origin.OccurredAt) && !HadLeft(p, held));

    /// <summary>Whether somebody had left before a session was opened; where that was not told, before it was closed.</summary>
    public bool HadLeft(Guid person, SessionNoted held) => HasLeft(person, held.OpenedAt ?? held.Origin.OccurredAt);

    /// <summary>Everybody who was in the group at some time.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Everybody => (Group?.Members.Select(m => m.Person) ?? []).Union(Joined);

    /// <summary>When somebody joined a group that was sealed before; null where they were in it from the beginning.</summary>
    public DateTimeOffset? ArrivalOf(Guid person) => Arrivals.FirstOrDefault(a => a.Person == person)?.At;

    /// <summary>Whether somebody had left by a moment.</summary>
    public bool HasLeft(Guid person, DateTimeOffset by) => Departures.Any(d => d.Person == person && d.At < by);

    private bool HadCome(Guid person, DateTimeOffset by) =>
        (ArrivalOf(person) ?? Later(Group?.Origin.OccurredAt, Activation?.Origin.OccurredAt)) < by;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    /// <summary>Whether a track counts and may leave: somebody else than who opened it endorsed it, and did not contest that since.</summary>
    public bool IsCoBuilt(TrackStanding track) =>
        track.By is not { } by
        || Endorsements.Any(e =>
            e.Track == track.Track
            && e.Member != by
            && !Contests.Any(c => c.Track == e.Track && c.Member == e.Member && c.Version > e.Version)
        );

    /// <summary>Who stands in an establishment's place by now, or stood by then: of a chain the last one, in whatever order it was told.</summary>
    public Guid SuccessorOf(Guid establishment, DateTimeOffset? by = null) =>
        Successions.FirstOrDefault(s => s.Establishment == establishment && !(s.Keeps && s.Origin.OccurredAt > by)) is { } told
            ? SuccessorOf(told.Successor, by)
            : establishment;

    /// <summary>The establishments that the engagement was for at a moment, the one that asked first. Where another one took the place of one before what was
    /// handed over stayed, it stands for all time.</summary>
    public IReadOnlyList<Guid> EstablishmentsAt(DateTimeOffset moment) =>
        [
            .. (First.Count > 0 || Activation is null ? First : Activation.Establishments ?? [Activation.Establishment])
                .Select(e => SuccessorOf(e, moment))
                .Distinct(),
        ];

    /// <summary>The establishments of a time, as others took their places in it.</summary>
    public IReadOnlyList<Share> Shares(DateTimeOffset from, DateTimeOffset until)
    {
        List<DateTimeOffset> cuts =
        [
            from,
            .. Successions.Where(s => s.Keeps).Select(s => s.Origin.OccurredAt).Where(at => at > from && at < until).Distinct().Order(),
            until,
        ];
        return [.. cuts.Zip(cuts.Skip(1)).Select(cut => new Share(cut.First, cut.Second, EstablishmentsAt(cut.First)))];
    }

    /// <summary>Whether this person facilitates the group or is a member of it.</summary>
    public bool IsParty(Actor actor) =>
        (actor.Is(Roles.Facilitator) && Facilitator == actor.Person) || (actor.Is(Roles.Member) && Persons.Contains(actor.Person));

    /// <inheritdoc />
    public static bool Shows(GroupRecord? before, Fact fact, string role) => CorrectionNoted.Shows(fact, role);

    /// <summary>Whether a text that covers the session is locked or agreed: its themes stand as they are.</summary>
    public bool HasLocked(Guid session) =>
        Locks.Any(l => l.Sessions.Contains(session)) || Agreed.Any(a => a.Sessions?.Contains(session) is true);

    // Corrections come in any order: in the order of their versions each says what holds since.
    private GroupRecord Correcting(Guid session) =>
        this with
        {
            Sessions =
            [
                .. Sessions.Select(s =>
                    s.Session != session
                        ? s
                        : Corrections
                            .Where(c => c.Session == session)
                            .OrderBy(c => c.Origin.Version)
                            .Aggregate(
                                s,
                                (held, c) =>
                                    held with
                                    {
                                        Minutes = c.Minutes ?? held.Minutes,
                                        Present = c.Present ?? held.Present,
                                        Enrolled = c.Enrolled ?? held.Enrolled,
                                    }
                            )
                ),
            ],
        };

    // What is not held back by a locked text holds from now on; the later word is the one of the later version.
    private GroupRecord Recoding()
    {
        var taken = ThemesInWait.Where(c => Themes.Any(t => t.Session == c.Session) && !HasLocked(c.Session)).ToList();
        return taken.Aggregate(
            this with
            {
                ThemesInWait = [.. ThemesInWait.Where(c => !taken.Contains(c))],
                Recoded = [.. Recoded.Union(taken.Select(c => c.Session))],
            },
            (record, c) =>
                record with
                {
                    Themes =
                    [
                        .. record.Themes.Select(t =>
                            t.Session == c.Session && t.Origin.Version < c.Origin.Version
                                ? t with
                                {
                                    Themes = c.Themes,
                                    Origin = t.Origin with { Version = c.Origin.Version },
                                }
                                : t
                        ),
                    ],
                }
        );
    }

    // Words about one decision come in any order: the later one holds.
    private GroupRecord Deciding(DecisionStanding told) =>
        Decisions.Any(d => d.Decision == told.Decision && d.Version > told.Version)
            ? this
            : this with
            {
                Decisions = [.. Decisions.Where(d => d.Decision != told.Decision), told],
            };

    // Each establishment once, as others took their places.
    private GroupRecord Under(ActivationNoted active) =>
        this with
        {
            Activation = active with
            {
                Establishment = SuccessorOf(active.Establishment),
                Establishments = active.Establishments is { } all ? [.. all.Select(e => SuccessorOf(e)).Distinct()] : null,
            },
        };

    private GroupRecord Without(Guid person, DateTimeOffset at) =>
        this with
        {
            Left = [.. Left.Union([person])],
            Departures = [.. Departures, new(person, at)],
        };

    private IReadOnlyList<TrackStanding> With(TrackNoted e)
    {
        var told = new TrackStanding(e.Track, e.State, e.Origin.OccurredAt, e.Origin.OccurredAt, e.Origin.Version, e.With, e.By);
        return Tracks.Any(t => t.Track == e.Track) ? [.. Tracks.Select(t => t.Track == e.Track ? t.And(told) : t)] : [.. Tracks, told];
    }

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => IsParty(actor) || actor.Is(Roles.Practice) || actor.Is(Roles.Auditor);

    /// <summary>Whether there is such a group for them, as far as lists within it go: an establishment's are those that it asked for, or did.</summary>
    public bool IsThereFor(Actor actor) =>
        IsVisibleTo(actor)
        || (
            actor.Establishment is { } house
            && Activation is { } active
            && (
                active.Establishment == house || active.Establishments?.Contains(house) is true || Behind.Any(b => b.Establishment == house)
            )
        );
}
