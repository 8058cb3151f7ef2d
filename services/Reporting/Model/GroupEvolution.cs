using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The event that a line comes from.</summary>
/// <param name="Version">In the stream's history; null for the practice: it would count what the group did there and the practice does not see.</param>
public sealed record Source(string Service, Guid Stream, long? Version);

/// <summary>One step of a group: what happened, its figures, and its source event. No person is in it, attendance is a rate.</summary>
/// <param name="What">sealed, activated, member-joined, member-left, volunteering-revoked, facilitator-assigned, facilitator-relieved, suspended, resumed, renewed, terms-changed, ends-early,
/// session-held, minutes-corrected, attendance-corrected, themes-coded, themes-corrected, themes-corrected-late (a text that covers the session was locked, and
/// stands), decision-adopted, decision-set-aside, track-opened …, bilan-due, final-bilan-due, bilan-agreed, minimum-term-reached, concluded.</param>
/// <param name="AttendancePercent">Of a session, or its correction: members present in a hundred expected. Never for the practice.</param>
/// <param name="Themes">Of a coding, or its correction: axis and level. Never for the practice.</param>
/// <param name="Bilan">Of an agreement: which bilan.</param>
/// <param name="SessionsSoFar">Sessions held up to here.</param>
/// <param name="MinutesSoFar">Minutes held up to here.</param>
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
            SealingLearned e => known.Adding(fact, "sealed", e.Message.Origin, "engagement") with
            {
                Members = [.. known.Members.Union(e.Message.Members.Select(m => m.Person))],
            },
            ActivationLearned e => known.Adding(fact, "activated", e.Message.Origin, "engagement") with
            {
                Facilitator = known.Successor is { } turn ? turn.Facilitator : e.Message.Facilitator,
            },
            TermsLearned e => known.Adding(fact, "terms-changed", e.Message.Origin, "engagement"),
            ConclusionLearned e => known.Adding(fact, "concluded", e.Message.Origin, "engagement"),
            // For which establishment it is moves nothing in the group.
            SuccessionLearned => known,
            // What is to be held moves nothing yet.
            SchedulingLearned or CancellationLearned => known,
            SessionLearned { Message: var m } => known.Adding(
                fact,
                Held,
                m.Origin,
                "session",
                l => l with { Minutes = m.Minutes, AttendancePercent = Percent(m.Present, m.Enrolled), SessionsSoFar = l.SessionsSoFar + 1 }
            ),
            CorrectionLearned { Message: var m } => known.Correcting(fact, m),
            ThemesCorrectionLearned { Message: var m } => known.Adding(
                fact,
                known.Locks.Any(l => l.Sessions.Contains(m.Session)) ? "themes-corrected-late" : "themes-corrected",
                m.Origin,
                "session",
                l => l with { Themes = [.. m.Themes.Select(t => $"{t.Axis}/{t.Level}")] }
            ),
            // That a text is locked moves nothing in the group.
            BilanLockRecorded e => known with { Locks = known.With(new(e.Bilan, e.Sessions)) },
            BilanUnlockRecorded e => known with { Locks = [.. known.Locks.Where(l => l.Bilan != e.Bilan)] },
            SynthesisLockRecorded e => known with { Locks = known.With(new(e.Synthesis, e.Sessions)) },
            SynthesisUnlockRecorded e => known with { Locks = [.. known.Locks.Where(l => l.Bilan != e.Synthesis)] },
            ThemesLearned { Message: var m } => known.Adding(
                fact,
                "themes-coded",
                m.Origin,
                "session",
                l => l with { Themes = [.. m.Themes.Select(t => $"{t.Axis}/{t.Level}")] }
            ),
            EnrolmentLearned { Message: var m } => known.Adding(fact, "member-joined", m.Origin, "engagement") with
            {
                Members = [.. known.Members.Union([m.Member.Person])],
            },
            DepartureLearned { Message: var m } => known.Adding(fact, "member-left", m.Origin, "engagement") with
            {
                Gone = [.. known.Gone.Union([m.Person])],
            },
            RevocationLearned { Message: var m } => known.Adding(fact, "volunteering-revoked", m.Origin, "engagement") with
            {
                Gone = [.. known.Gone.Union([m.Person])],
            },
            AssignmentLearned { Message: var m } => known
                .Adding(fact, "facilitator-assigned", m.Origin, "engagement")
                .Led(new(m.Facilitator, m.Origin.Version)),
            ReliefLearned { Message: var m } => known
                .Adding(fact, "facilitator-relieved", m.Origin, "engagement")
                .Led(new(null, m.Origin.Version)),
            SuspensionLearned e => known.Adding(fact, "suspended", e.Message.Origin, "engagement"),
            ResumptionLearned e => known.Adding(fact, "resumed", e.Message.Origin, "engagement"),
            RenewalLearned e => known.Adding(fact, "renewed", e.Message.Origin, "engagement"),
            EarlyEndLearned e => known.Adding(fact, "ends-early", e.Message.Origin, "engagement"),
            MinimumTermLearned e => known.Adding(fact, "minimum-term-reached", e.Message.Origin, "engagement"),
            BilanDueLearned e => known.Adding(
                fact,
                e.Message.Group is null ? "final-bilan-due" : "bilan-due",
                e.Message.Origin,
                "engagement"
            ),
            EndorsementLearned e => known.Adding(fact, "track-endorsed", e.Message.Origin, "session"),
            ContestLearned e => known.Adding(fact, "endorsement-contested", e.Message.Origin, "session"),
            DecisionLearned e => known.Adding(fact, "decision-adopted", e.Message.Origin, "session"),
            DecisionSetAsideLearned e => known.Adding(fact, "decision-set-aside", e.Message.Origin, "session"),
            // Whether enough answered is no part of what happened in the group.
            PulseLearned => known,
            TrackLearned { Message: var m } => known.Adding(fact, $"track-{m.State}", m.Origin, "session"),
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
    public static bool Shows(GroupEvolution? before, Fact fact, string role) => CorrectionLearned.Shows(fact, role);

    private static int Percent(IReadOnlyList<Guid> present, int enrolled) => enrolled == 0 ? 0 : 100 * present.Count / enrolled;

    private IReadOnlyList<LockedSessions> With(LockedSessions locked) => [.. Locks.Where(l => l.Bilan != locked.Bilan), locked];

    private GroupEvolution Correcting(Fact fact, SessionCorrected m)
    {
        var corrected = m.Minutes is { } minutes
            ? Adding(fact, "minutes-corrected", m.Origin, "session", l => l with { Minutes = minutes })
            : this;
        return m.Present is { } present
            ? corrected.Adding(
                fact,
                "attendance-corrected",
                m.Origin,
                "session",
                l => l with { AttendancePercent = Percent(present, m.Enrolled ?? 0) }
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
