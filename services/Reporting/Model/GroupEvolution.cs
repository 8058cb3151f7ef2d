using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The event that a line comes from.</summary>
/// <param name="Service">The service that recorded it: engagement, session or reporting.</param>
/// <param name="Stream">The stream that it stands in, such as an engagement's, a session's or a track's.</param>
/// <param name="Version">In the stream's history; null for the practice: it would count what the group did there and the practice does not see.</param>
public sealed record Source(string Service, Guid Stream, long? Version);

/// <summary>One step of a group: what happened, its figures, and its source event. No person is in it, attendance is a rate.</summary>
/// <param name="What">sealed, activated, member-joined, member-left, volunteering-revoked, facilitator-assigned, facilitator-relieved, suspended, resumed, renewed, terms-changed, ends-early,
/// session-held, minutes-corrected, attendance-corrected, themes-coded, themes-corrected, themes-corrected-late (a text that covers the session was locked, and
/// stands), decision-adopted, decision-set-aside, track-opened …, track-endorsed, endorsement-contested, bilan-due, final-bilan-due,
/// intermediate-bilan-agreed, final-bilan-agreed, minimum-term-reached, concluded.</param>
/// <param name="SessionsSoFar">Sessions held up to here.</param>
/// <param name="MinutesSoFar">Minutes held up to here.</param>
/// <param name="Source">The event that tells of it.</param>
/// <param name="Minutes">Of a session, or its correction: how long it lasted. Null for every other line.</param>
/// <param name="AttendancePercent">Of a session, or its correction: members present in a hundred expected. Never for the practice.</param>
/// <param name="Themes">Of a coding, or its correction: axis and level. Never for the practice.</param>
/// <param name="Bilan">Of an agreement: which bilan.</param>
public sealed record EvolutionLine(
    DateTimeOffset OccurredAt,
    string What,
    int SessionsSoFar,
    int MinutesSoFar,
    Source Source,
    int? Minutes = null,
    int? AttendancePercent = null,
    IReadOnlyList<string>? Themes = null,
    Guid? Bilan = null
);

/// <summary>How a group moved from session to session and bilan to bilan. Folded from the same facts as its record, asynchronously.</summary>
public sealed record GroupEvolution(Guid? Facilitator, IReadOnlyList<Guid> Members, IReadOnlyList<EvolutionLine> Lines)
    : Aggregate,
        IFold<GroupEvolution>
{
    private const string Held = "session-held";

    /// <inheritdoc />
    public static Type Facts => typeof(GroupFact);

    /// <summary>The texts that are locked or agreed, and the sessions that they cover.</summary>
    public IReadOnlyList<LockedSessions> Locks { get; init; } = [];

    /// <summary>Who facilitates since another one was appointed, or nobody.</summary>
    public Leadership? Successor { get; init; }

    /// <summary>Who left; the message may come before the one that says who was in it.</summary>
    public IReadOnlyList<Guid> Gone { get; init; } = [];

    /// <inheritdoc />
    public static GroupEvolution Fold(GroupEvolution? state, Fact fact)
    {
        var known = state ?? new(null, [], []);
        return fact switch
        {
            SealingNoted e => known.Adding(fact, "sealed", e.Origin, "engagement") with
            {
                Members = [.. known.Members.Union(e.Members.Select(m => m.Person))],
            },
            ActivationNoted e => known.Adding(fact, "activated", e.Origin, "engagement") with
            {
                Facilitator = known.Successor is { } turn ? turn.Facilitator : e.Facilitator,
            },
            TermsNoted e => known.Adding(fact, "terms-changed", e.Origin, "engagement"),
            ConclusionNoted e => known.Adding(fact, "concluded", e.Origin, "engagement"),
            // For which establishment it is moves nothing in the group.
            SuccessionNoted => known,
            // What is to be held moves nothing yet.
            SchedulingNoted or CancellationNoted => known,
            SessionNoted e => known.Adding(
                fact,
                Held,
                e.Origin,
                "session",
                l => l with { Minutes = e.Minutes, AttendancePercent = Percent(e.Present, e.Enrolled), SessionsSoFar = l.SessionsSoFar + 1 }
            ),
            CorrectionNoted e => known.Correcting(e),
            ThemesCorrectionNoted e => known.Adding(
                fact,
                known.Locks.Any(l => l.Sessions.Contains(e.Session)) ? "themes-corrected-late" : "themes-corrected",
                e.Origin,
                "session",
                l => l with { Themes = [.. e.Themes.Select(t => $"{t.Axis}/{t.Level}")] }
            ),
            // That a text is locked moves nothing in the group.
            BilanLockRecorded e => known with { Locks = known.With(new(e.Bilan, e.Sessions)) },
            BilanUnlockRecorded e => known with { Locks = [.. known.Locks.Where(l => l.Bilan != e.Bilan)] },
            SynthesisLockRecorded e => known with { Locks = known.With(new(e.Synthesis, e.Sessions)) },
            SynthesisUnlockRecorded e => known with { Locks = [.. known.Locks.Where(l => l.Bilan != e.Synthesis)] },
            ThemesNoted e => known.Adding(
                fact,
                "themes-coded",
                e.Origin,
                "session",
                l => l with { Themes = [.. e.Themes.Select(t => $"{t.Axis}/{t.Level}")] }
            ),
            EnrolmentNoted e => known.Adding(fact, "member-joined", e.Origin, "engagement") with
            {
                Members = [.. known.Members.Union([e.Member.Person])],
            },
            DepartureNoted e => known.Adding(fact, "member-left", e.Origin, "engagement") with { Gone = [.. known.Gone.Union([e.Person])] },
            RevocationNoted e => known.Adding(fact, "volunteering-revoked", e.Origin, "engagement") with
            {
                Gone = [.. known.Gone.Union([e.Person])],
            },
            AssignmentNoted e => known
                .Adding(fact, "facilitator-assigned", e.Origin, "engagement")
                .Led(new(e.Facilitator, e.Origin.Version)),
            ReliefNoted e => known.Adding(fact, "facilitator-relieved", e.Origin, "engagement").Led(new(null, e.Origin.Version)),
            SuspensionNoted e => known.Adding(fact, "suspended", e.Origin, "engagement"),
            ResumptionNoted e => known.Adding(fact, "resumed", e.Origin, "engagement"),
            RenewalNoted e => known.Adding(fact, "renewed", e.Origin, "engagement"),
            EarlyEndNoted e => known.Adding(fact, "ends-early", e.Origin, "engagement"),
            MinimumTermNoted e => known.Adding(fact, "minimum-term-reached", e.Origin, "engagement"),
            BilanDueNoted e => known.Adding(fact, e.Group is null ? "final-bilan-due" : "bilan-due", e.Origin, "engagement"),
            EndorsementNoted e => known.Adding(fact, "track-endorsed", e.Origin, "session"),
            ContestNoted e => known.Adding(fact, "endorsement-contested", e.Origin, "session"),
            DecisionNoted e => known.Adding(fact, "decision-adopted", e.Origin, "session"),
            DecisionSetAsideNoted e => known.Adding(fact, "decision-set-aside", e.Origin, "session"),
            // Whether enough answered is no part of what happened in the group.
            PulseNoted => known,
            TrackNoted e => known.Adding(fact, $"track-{e.State}", e.Origin, "session"),
            BilanAgreementRecorded e => known.Adding(
                fact,
                e.Final ? "final-bilan-agreed" : "intermediate-bilan-agreed",
                new(e.Bilan, e.BilanVersion, e.OccurredAt),
                "reporting",
                l => l with { Bilan = e.Bilan }
            ) with
            {
                Locks = known.With(new(e.Bilan, e.Sessions ?? [.. known.Lines.Where(l => l.What == Held).Select(l => l.Source.Stream)])),
            },
            _ => throw new UnknownFactException(fact),
        };
    }

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || actor.Is(Roles.Auditor)
        || (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (actor.Is(Roles.Member) && Members.Contains(actor.Person) && !Gone.Contains(actor.Person));

    /// <inheritdoc />
    public static bool Shows(GroupEvolution? before, Fact fact, string role) => CorrectionNoted.Shows(fact, role);

    private static int Percent(IReadOnlyList<Guid> present, int enrolled) => enrolled == 0 ? 0 : 100 * present.Count / enrolled;

    private IReadOnlyList<LockedSessions> With(LockedSessions locked) => [.. Locks.Where(l => l.Bilan != locked.Bilan), locked];

    private GroupEvolution Correcting(CorrectionNoted e)
    {
        var corrected = e.Minutes is { } minutes
            ? Adding(e, "minutes-corrected", e.Origin, "session", l => l with { Minutes = minutes })
            : this;
        return e.Present is { } present
            ? corrected.Adding(
                e,
                "attendance-corrected",
                e.Origin,
                "session",
                l => l with { AttendancePercent = Percent(present, e.Enrolled ?? 0) }
            )
            : corrected;
    }

    // A session counts once it is told as held, by the latest word on its minutes; a correction may come before.
    private int MinutesOf(Guid session) =>
        Lines.Any(l => l.What == Held && l.Source.Stream == session)
            ? Lines.Where(l => l.Source.Stream == session && l.Minutes is not null).MaxBy(l => l.Source.Version)!.Minutes!.Value
            : 0;

    private GroupEvolution Led(Leadership told)
    {
        var turn = Leadership.Later(Successor, told);
        return this with { Successor = turn, Facilitator = turn.Facilitator };
    }

    private GroupEvolution Adding(Fact fact, string what, Origin origin, string service, Func<EvolutionLine, EvolutionLine>? more = null)
    {
        var last = Lines.Count == 0 ? null : Lines[^1];
        var line = new EvolutionLine(
            fact.OccurredAt,
            what,
            last?.SessionsSoFar ?? 0,
            last?.MinutesSoFar ?? 0,
            new(service, origin.Stream, origin.Version)
        );
        line = more is null ? line : more(line);
        var minutes = (this with { Lines = [.. Lines, line] }).MinutesOf(origin.Stream) - MinutesOf(origin.Stream);
        return this with { Lines = [.. Lines, line with { MinutesSoFar = line.MinutesSoFar + minutes }] };
    }
}
