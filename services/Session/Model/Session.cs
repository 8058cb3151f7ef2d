using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session;

/// <summary>A session (séance): one meeting, run by a protocol. What is said in it is for its group and its facilitator alone.</summary>
public sealed record Session(
    Guid Engagement,
    Guid Group,
    Guid? Facilitator,
    IReadOnlyList<Guid> Members,
    Pin Protocol,
    DateTimeOffset PlannedFor,
    int PlannedMinutes,
    string Frame
) : Aggregate, IFold<Session>
{
    /// <inheritdoc />
    public static Type Facts => typeof(SessionFact);

    /// <summary>Whether it may end with nothing.</summary>
    public bool NoneAllowed { get; init; }

    /// <summary>Where it is.</summary>
    public SessionState State { get; init; }

    /// <summary>Whether it was scheduled later after the one before than the frame allows.</summary>
    public bool IntervalPassed { get; init; }

    /// <summary>Who is recorded as present.</summary>
    public IReadOnlyList<Guid> Present { get; init; } = [];

    /// <summary>What its members offered.</summary>
    public IReadOnlyList<Situation> Situations { get; init; } = [];

    /// <summary>The situation that is worked on.</summary>
    public Guid? ChosenSituation { get; init; }

    /// <summary>Whose situation is worked on.</summary>
    public Guid? Narrator { get; init; }

    /// <summary>From where the narrator starts.</summary>
    public Sealed? StartingPosition { get; init; }

    /// <summary>The phase that runs.</summary>
    public string? CurrentPhase { get; init; }

    /// <summary>The phases that ended, in order.</summary>
    public IReadOnlyList<string> CompletedPhases { get; init; } = [];

    /// <summary>What was brought, in order.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>What the narrator wants, that depends on them.</summary>
    public Sealed? Objective { get; init; }

    /// <summary>The narrator's word at the end, against the starting position.</summary>
    public Sealed? Feedback { get; init; }

    /// <summary>What it stirred in its members.</summary>
    public IReadOnlyList<Echo> Echoes { get; init; } = [];

    /// <summary>Its themes, by axis and level.</summary>
    public IReadOnlyList<CodedTheme> Themes { get; init; } = [];

    /// <summary>How long it lasted; null until it is closed.</summary>
    public int? Minutes { get; init; }

    /// <summary>What it ended with; null until it is closed.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>How closely the frame asks the protocol to be followed.</summary>
    public Strictness FrameStrictness { get; init; } = Strictness.Strict;

    /// <summary>Which frame says whether the session may end with nothing, where one does.</summary>
    public RuleOrigin? OutcomeRule { get; init; }

    /// <summary>Whether no child may be present.</summary>
    public bool ChildFree { get; init; }

    /// <summary>Which frame asks so; null in sessions of before, which were eaje's.</summary>
    public RuleOrigin? ChildFreeRule { get; init; }

    /// <summary>The practice's own protocol, where the session runs by one.</summary>
    public Protocol? OwnProtocol { get; init; }

    /// <summary>The time box of the phase that runs, where it has one.</summary>
    public TimeBox? Box { get; init; }

    /// <summary>Departures from the protocol.</summary>
    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    /// <summary>Decisions to be agreed in common (S3).</summary>
    public IReadOnlyList<CommonDecision> Decisions { get; init; } = [];

    /// <summary>What broke the frame.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>On which grounds the exception of 226-14 was invoked.</summary>
    public IReadOnlyList<ExceptionBasis> Exceptions { get; init; } = [];

    /// <summary>When it began; not known of sessions that were held before this was kept.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When it was closed, or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was hard to believe of it, and was explained.</summary>
    public IReadOnlyList<Implausibility> Explained { get; init; } = [];

    /// <summary>Whether it was explained at its opening or closing that both were told afterwards: its times are not its own.</summary>
    public bool IsToldAfterwards { get; init; }

    /// <summary>Who of the members had left when it was told that the session was held.</summary>
    public IReadOnlyList<Guid> Left { get; init; } = [];

    /// <summary>What of it was corrected, in order.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The words of members whose presence nobody had corrected, and who say that they were not there.</summary>
    public IReadOnlyList<PresenceContest> Contests { get; init; } = [];

    /// <summary>The words of members who were not recorded as present, and say that they were.</summary>
    public IReadOnlyList<PresenceClaim> Claims { get; init; } = [];

    /// <summary>Those whose presence is recorded as they themselves say: no correction goes against that.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> AsTheySay =>
        Denied.Concat(Corrections.SelectMany(c => c.ContestedBy)).Concat(Claims.Where(c => c.Confirmed).Select(c => c.Member));

    /// <summary>Members who contested what was recorded of their presence: it is as they say.</summary>
    public IReadOnlyList<Guid> Denied { get; init; } = [];

    /// <summary>Who came to it or left it as its group changed, and what had been said before each came: that is not theirs.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; init; } = [];

    /// <summary>Until when a member may say that they were present who is not recorded so, or that they were not.</summary>
    public DateTimeOffset? ContestableUntil { get; init; }

    /// <summary>The texts that were locked over it.</summary>
    public IReadOnlyList<ThemeLock> Locks { get; init; } = [];

    /// <summary>Whether its engagement is concluded: nothing of it is corrected any more.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Whether its themes stand, since a text that covers it is locked.</summary>
    [JsonIgnore]
    public bool ThemesStand => Locks.Any(l => l.Stands);

    /// <summary>Those who brought something: they were there.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> TookPart =>
        Contributions
            .Select(c => c.Author)
            .Concat(Situations.Select(s => s.Author))
            .Concat(Echoes.Select(e => e.Author))
            .Concat(Decisions.SelectMany(d => d.AgreedBy.Append(d.Author)))
            .Concat(SuspendedBy)
            .Concat(Narrator is { } narrator ? [narrator] : []);

    /// <summary>Whether who led it leads its group no more: nobody is there to correct it.</summary>
    [JsonIgnore]
    public bool IsLedNoMore => HasLostLeader || Gone.Any(g => g.Person == Facilitator);

    /// <summary>Whether who led it was lost later than the moment as of which it is read.</summary>
    [JsonIgnore]
    public bool HasLostLeader { get; init; }

    /// <summary>Members who interrupted it.</summary>
    public IReadOnlyList<Guid> SuspendedBy { get; init; } = [];

    /// <summary>Who left while it ran or after it was held, and how far they read it: they stay among its members.</summary>
    public IReadOnlyList<GoneReader> Gone { get; init; } = [];

    /// <summary>Its members who are in the group still.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Staying => Members.Except(Gone.Select(g => g.Person));

    /// <summary>Those of whom its record says something: its members, and whoever is recorded as present.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Roster => Members.Union(Present);

    /// <summary>Those present who are still members: who left takes part no more, and stays recorded as having been there.</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> Attending => [.. Present.Intersect(Staying)];

    /// <summary>Whether no member did anything in it by a token of their own: that it was held, and who was there, is the facilitator's word alone.</summary>
    [JsonIgnore]
    public bool IsToldByFacilitatorAlone =>
        Situations.Count == 0
        && StartingPosition is null
        && Objective is null
        && Feedback is null
        && Echoes.Count == 0
        && SuspendedBy.Count == 0
        && Decisions.All(d => d.AgreedBy.Count == 0)
        && !Contributions.Any(c => c.Stance is not null || Members.Contains(c.Author) || Present.Contains(c.Author));

    /// <summary>Whether the narrator left the group while their situation was worked on.</summary>
    public bool NarratorLeft { get; init; }

    /// <summary>What calendars know it by.</summary>
    public Announcement Announced { get; init; } = new(0, default);

    /// <summary>Whether it is still to be held, or runs.</summary>
    public bool IsAhead => State is SessionState.Scheduled or SessionState.Open or SessionState.Suspended;

    /// <inheritdoc />
    public static Session Fold(Session? state, Fact fact) =>
        (state, fact) switch
        {
            (null, SessionScheduled e) => new(e.Engagement, e.Group, e.Facilitator, e.Members, e.Protocol, e.PlannedFor, e.Minutes, e.Frame)
            {
                NoneAllowed = e.NoneAllowed,
                FrameStrictness = e.Strictness,
                OutcomeRule = e.OutcomeRule,
                ChildFree = e.ChildFree,
                ChildFreeRule = e.ChildFreeRule,
                OwnProtocol = e.Own,
                Left = e.Left ?? [],
                Announced = new(0, e.OccurredAt),
            },
            ({ } s, IntervalBreached) => s with { IntervalPassed = true },
            ({ } s, SessionRescheduled e) => s with { PlannedFor = e.PlannedFor, Announced = s.Announced.Again(e.OccurredAt) },
            ({ } s, SessionCancelled e) => s with
            {
                State = SessionState.Cancelled,
                EndedAt = e.OccurredAt,
                Announced = s.Announced.Again(e.OccurredAt),
            },
            ({ } s, SessionOpened e) => s with { State = SessionState.Open, OpenedAt = e.OccurredAt },
            ({ } s, TermPassed) => s,
            ({ } s, ImplausibilityExplained e) => s with
            {
                Explained = [.. s.Explained, e.What],
                IsToldAfterwards = s.IsToldAfterwards || (e.Why == Explanation.ToldAfterwards && s.State != SessionState.Closed),
            },
            ({ } s, GroupChanged e) => s.Of(e),
            ({ } s, ReaderLeft e) => s with { Gone = [.. s.Gone, new(e.Person, s.Version)] },
            ({ } s, ReaderReturned e) => s with { Gone = [.. s.Gone.Where(g => g.Person != e.Person)] },
            ({ } s, SessionSuspended e) => s with
            {
                State = SessionState.Suspended,
                Box = s.Box?.Stopped(e.OccurredAt),
                SuspendedBy = e.By is { } by ? [.. s.SuspendedBy, by] : s.SuspendedBy,
            },
            ({ } s, SessionResumed e) => s with { State = SessionState.Open, Box = s.Box?.Resumed(e.OccurredAt) },
            ({ } s, AttendanceRecorded e) => s with { Present = e.Present },
            ({ } s, SituationRaised e) => s with { Situations = [.. s.Situations, new(e.Situation, e.Author, e.Text, e.From)] },
            ({ } s, SituationChosen e) => s with { ChosenSituation = e.Situation },
            ({ } s, NarratorDesignated e) => s with { Narrator = e.Narrator },
            ({ } s, StartingPositionStated e) => s with { StartingPosition = e.Text },
            ({ } s, PhaseStarted e) => s with
            {
                CurrentPhase = e.Phase,
                Box = e.Minutes is { } m ? new(e.Phase, e.OccurredAt.AddMinutes(m), TimeSpan.Zero, false) : null,
            },
            ({ } s, TimeBoxPassed) => s with { Box = s.Box! with { Passed = true } },
            ({ } s, ProtocolDeviationJustified e) => s with { Deviations = [.. s.Deviations, new(e.Phase, e.Reason)] },
            ({ } s, PhaseCompleted e) => s with
            {
                CurrentPhase = null,
                Box = null,
                CompletedPhases = [.. s.CompletedPhases.Where(p => p != e.Phase), e.Phase],
            },
            ({ } s, ContributionMade e) => s with
            {
                Contributions = [.. s.Contributions, new(e.Contribution, e.Author, e.Phase, e.Kind, e.Text, e.Private, To: s.Narrator)],
            },
            ({ } s, ContributionWithdrawn e) => s.Changing(e.Contribution, c => c with { Withdrawn = true }),
            ({ } s, InterpretationPronounced e) => s.Changing(e.Contribution, c => c with { Stance = e.Stance, Pronouncement = e.Text }),
            ({ } s, ObjectiveStated e) => s with { Objective = e.Text },
            ({ } s, FeedbackGiven e) => s with { Feedback = e.Text },
            ({ } s, EchoGiven e) => s with { Echoes = [.. s.Echoes, new(e.Author, e.Text, e.Private, s.Narrator)] },
            ({ } s, DecisionProposed e) => s with
            {
                Decisions = [.. s.Decisions, new(e.Decision, e.Author, e.Text, [], false) { Asked = e.Present ?? [] }],
            },
            ({ } s, DecisionAgreed e) => s.Deciding(e.Decision, d => d with { AgreedBy = [.. d.AgreedBy, e.Member] }),
            ({ } s, CommonDecisionAdopted e) => s.Deciding(
                e.Decision,
                d => d with { Adopted = true, Text = e.Text ?? d.Text, Unheard = [] }
            ),
            ({ } s, CommonDecisionSetAside e) => s.Deciding(e.Decision, d => d with { Adopted = false, Unheard = e.Unheard }),
            ({ } s, FrameIncidentRecorded e) => s with { Incidents = [.. s.Incidents, new(e.Kind, e.Text, e.Contribution)] },
            ({ } s, ConfidentialityExceptionInvoked e) => s with { Exceptions = [.. s.Exceptions, e.Basis] },
            ({ } s, ThemesCoded e) => s with { Themes = e.Themes },
            ({ } s, MinutesCorrected e) => s.Corrected(new(CorrectedField.Minutes, new(e.From), new(e.To), e.Reason, e.OccurredAt)) with
            {
                Minutes = e.To,
            },
            ({ } s, AttendanceCorrected e) => s.Corrected(
                    new(
                        CorrectedField.Present,
                        new(Present: e.PresentBefore),
                        new(Present: e.Present),
                        e.Reason,
                        e.OccurredAt,
                        e.ContestableUntil
                    )
                )
                .Confirming(e.Present),
            ({ } s, ThemesCorrected e) => s.Corrected(
                new(CorrectedField.Themes, new(Themes: e.From), new(Themes: e.To), e.Reason, e.OccurredAt)
            ) with
            {
                Themes = e.To,
            },
            ({ } s, CorrectionContested e) => s with
            {
                Present = e.Present,
                Denied = [.. s.Denied.Union([e.Member])],
                Contests = s.LastOf(e.Member) is null ? [.. s.Contests, new(e.Member, e.OccurredAt)] : s.Contests,
                // Who falls with this word waits again; who had taken their own word back does not. Who is recorded by it waits no more.
                Claims =
                [
                    .. s.Claims.Select(c =>
                        c.Member == e.Member ? c with { Confirmed = c.Confirmed || e.Present.Contains(c.Member) }
                        : s.Present.Except(e.Present).Contains(c.Member) ? c with { Confirmed = false }
                        : c
                    ),
                ],
                Corrections =
                [
                    .. s.Corrections.Select(c => c.Touches(e.Member) ? c with { ContestedBy = [.. c.ContestedBy, e.Member] } : c),
                ],
            },
            ({ } s, PresenceClaimed e) => s with
            {
                Present = e.Present ?? s.Present,
                Claims = [.. s.Claims, new(e.Member, e.OccurredAt, e.ConfirmableUntil, e.Present is not null)],
            },
            ({ } s, PresenceConfirmed e) => s.Confirming(e.Present, e.By),
            ({ } s, ThemesLocked e) => s with { Locks = s.With(new(e.Bilan, e.BilanVersion, true)) },
            ({ } s, ThemesUnlocked e) => s with { Locks = s.With(new(e.Bilan, e.BilanVersion, false)) },
            ({ } s, SynthesisLockLearned e) => s with { Locks = s.With(new(e.Synthesis, e.SynthesisVersion, true)) },
            ({ } s, SynthesisUnlockLearned e) => s with { Locks = s.With(new(e.Synthesis, e.SynthesisVersion, false)) },
            ({ } s, SessionSettled) => s with { IsSettled = true },
            ({ } s, SessionClosed e) => s with
            {
                State = SessionState.Closed,
                EndedAt = e.OccurredAt,
                Minutes = e.Minutes,
                Outcome = e.Outcome,
                ContestableUntil = e.ContestableUntil ?? e.OccurredAt.AddDays(Correction.DaysToContest),
            },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>Every text that was said in it.</summary>
    [JsonIgnore]
    public IEnumerable<Sealed> Said =>
        Situations
            .Select(s => s.Text)
            .Concat(Contributions.Select(c => c.Text))
            .Concat(Contributions.Select(c => c.Pronouncement).OfType<Sealed>())
            .Concat(Echoes.Select(e => e.Text))
            .Concat(Deviations.Select(d => d.Reason))
            .Concat(Decisions.Select(d => d.Text))
            .Concat(Incidents.Select(i => i.Text).OfType<Sealed>())
            .Concat(new[] { StartingPosition, Objective, Feedback }.OfType<Sealed>());

    /// <summary>Whether this text was said before this reader came to the session: then it is not theirs.</summary>
    public bool WasSaidBefore(Actor reader, Sealed text) =>
        Arrivals.LastOrDefault(a => a.Person == reader.Person)?.Before.Contains(text.Nonce) is true;

    /// <summary>The contributions of a kind that stand: made and not withdrawn.</summary>
    public IEnumerable<Contribution> Standing(ContributionKind kind) => Contributions.Where(c => c.Kind == kind && !c.Withdrawn);

    /// <summary>The last correction of this person's presence; null where there is none.</summary>
    public Correction? LastOf(Guid person) => Corrections.LastOrDefault(c => c.Touches(person));

    /// <summary>Whether it is recorded as it was before all corrections of this person's presence: whoever read one of them and contests it now means that one, and
    /// would turn the word against themself.</summary>
    public bool IsPutRight(Guid person) =>
        Corrections.FirstOrDefault(c => c.Touches(person)) is { } first && first.From.Present!.Contains(person) == Present.Contains(person);

    /// <summary>Until when this person may contest what is recorded of their presence by the facilitator's word alone; null where they said what it was, took
    /// part, or nothing of it is to be contested.</summary>
    public DateTimeOffset? ContestableBy(Guid person)
    {
        var isPresent = Present.Contains(person);
        return AsTheySay.Contains(person) || (isPresent && TookPart.Contains(person))
            ? null
            : new[]
            {
                isPresent || !IsPutRight(person) ? LastOf(person)?.ContestableUntil : null,
                isPresent && State == SessionState.Closed ? ContestableUntil : null,
            }.Max();
    }

    /// <summary>Whether this person is recorded as present by their own word, which somebody confirmed: they may take it back.</summary>
    public bool IsByOwnWord(Guid person) =>
        Present.Contains(person)
        && Claims.Any(c => c.Member == person && c.Confirmed)
        && !Corrections.Any(c => c.ContestedBy.Contains(person));

    /// <summary>This person, and those present by their word alone or by the word of somebody among them, who took no other part.</summary>
    /// <param name="erased">Who can say nothing more: they stay as they are recorded.</param>
    public IReadOnlyList<Guid> RestingOn(Guid person, IReadOnlyList<Guid> erased)
    {
        List<Guid> resting = [person];
        for (var at = 0; at < resting.Count; at++)
        {
            resting.AddRange(
                Claims
                    .Where(c => c.Confirmed && c.By == resting[at] && Present.Contains(c.Member))
                    .Select(c => c.Member)
                    .Except(resting)
                    .Except(TookPart)
                    .Except(erased)
            );
        }

        return resting;
    }

    /// <summary>Whether this person is a member who is present.</summary>
    public bool HasPresent(Guid person) => Attending.Contains(person);

    /// <summary>Its facilitator sees it, and the members; of those who left, who was present, once it runs no more, or was corrected to be absent.</summary>
    public bool IsVisibleTo(Actor actor) =>
        (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (
            actor.Is(Roles.Member)
            && Members.Contains(actor.Person)
            && !Left.Contains(actor.Person)
            && (ReadUntil(actor) is null || (!IsAhead && Present.Contains(actor.Person)) || Corrections.Any(c => c.Touches(actor.Person)))
        );

    /// <summary>Who has left contests what was recorded of their presence, and reads nothing for it that they could not.</summary>
    public bool Hears(Actor actor, Command command) =>
        IsVisibleTo(actor) || (command is IOpenToFormerMembers && actor.Is(Roles.Member) && Members.Contains(actor.Person));

    // Who had left before it was told that it was held reads that it was planned.
    /// <inheritdoc />
    public long? ReadUntil(Actor actor) =>
        Gone.FirstOrDefault(g => g.Person == actor.Person)?.Version ?? (Left.Contains(actor.Person) ? 1 : null);

    /// <summary>Who were in it and are of its group no more, though the session does not know it yet: they read it up to here.</summary>
    public IEnumerable<Guid> LeftBy(Mandate now) =>
        Members
            .Except(Left)
            .Concat(Facilitator is { } led ? [led] : [])
            .Except(now.Persons)
            .Except(now.Facilitator is { } leads ? [leads] : [])
            .Except(Gone.Select(g => g.Person));

    /// <inheritdoc />
    public static Session Withdrawing(Session then, Session now)
    {
        var withdrawn = now.Contributions.Where(c => c.Withdrawn).Select(c => c.Id).ToHashSet();
        var led = then.IsLedNoMore == now.IsLedNoMore ? then : then with { HasLostLeader = now.IsLedNoMore };
        return then.Contributions.Any(c => !c.Withdrawn && withdrawn.Contains(c.Id))
            ? led with
            {
                Contributions = [.. then.Contributions.Select(c => c with { WithdrawnSince = !c.Withdrawn && withdrawn.Contains(c.Id) })],
            }
            : led;
    }

    // Whoever was a member while it ran stays among its members, wherever they are since: their word on their presence is theirs. What the narrator who left
    // had brought is worked on no more.
    private Session Of(GroupChanged e)
    {
        var parted = Members.Except(e.Members).Where(p => RanWith(p, e.OccurredAt)).ToList();
        return this with
        {
            Members = [.. e.Members, .. parted],
            Arrivals = [.. Arrivals, .. Arriving(e)],
            Left = [.. (e.Left ?? []).Union(Left.Intersect(parted))],
            Gone = [.. Gone, .. parted.Except(Left).Except(Gone.Select(g => g.Person)).Select(p => new GoneReader(p, Version))],
            Facilitator = e.Facilitator,
            NarratorLeft = NarratorLeft || (Narrator is { } n && !e.Members.Contains(n)),
            ChosenSituation = Narrator is { } narrator && !e.Members.Contains(narrator) ? null : ChosenSituation,
            Narrator = Narrator is { } one && !e.Members.Contains(one) ? null : Narrator,
        };
    }

    // Who comes reads what is said from now on. Who leaves while it runs stays among its members, and who led it before reads all of it when they lead again.
    private IEnumerable<Arrival> Arriving(GroupChanged e)
    {
        Guid[] led = Facilitator is { } leads ? [leads] : [];
        Guid[] leading = e.Facilitator is { } next ? [next] : [];
        var known = Arrivals.Select(a => a.Person).ToList();
        return led.Except(leading)
            .Except(known)
            .Select(p => new Arrival(p, []))
            .Concat(
                e.Members.Except(Members)
                    .Concat(leading.Except(led).Except(known))
                    .Select(p => new Arrival(p, [.. Said.Select(t => t.Nonce)]))
            );
    }

    // Who had left before it was opened, as is told now, was never in it, unless they are recorded as present.
    private bool RanWith(Guid person, DateTimeOffset left) =>
        State is SessionState.Open or SessionState.Suspended
        && (!(left < OpenedAt) || Present.Contains(person) || Left.Contains(person) || Gone.Any(g => g.Person == person));

    // Whoever records as present who says that they were confirms their word.
    private Session Confirming(IReadOnlyList<Guid> present, Guid? by = null) =>
        this with
        {
            Present = present,
            Claims = [.. Claims.Select(c => !c.Confirmed && present.Contains(c.Member) ? c with { Confirmed = true, By = by } : c)],
        };

    private Session Corrected(Correction correction) => this with { Corrections = [.. Corrections, correction] };

    // Words about one bilan come in any order.
    private IReadOnlyList<ThemeLock> With(ThemeLock told) =>
        Locks.Any(l => l.Bilan == told.Bilan && l.Version > told.Version) ? Locks : [.. Locks.Where(l => l.Bilan != told.Bilan), told];

    private Session Deciding(Guid decision, Func<CommonDecision, CommonDecision> change) =>
        this with
        {
            Decisions = [.. Decisions.Select(d => d.Id == decision ? change(d) : d)],
        };

    private Session Changing(Guid contribution, Func<Contribution, Contribution> change) =>
        this with
        {
            Contributions = [.. Contributions.Select(c => c.Id == contribution ? change(c) : c)],
        };
}
