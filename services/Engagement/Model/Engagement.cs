using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

// In the service's own namespace: anywhere below it, C# would take the name Engagement for that namespace.
namespace PracticeAnalysis.Engagement;

/// <summary>An engagement (intervention): the whole relation, from request to final bilan.</summary>
/// <param name="Kind">Of the request as qualified; of the dispositif once it redirects.</param>
/// <param name="Reason">Of the last suspension, or of the abandonment.</param>
public sealed record Engagement(
    EngagementState State,
    Guid Request,
    Guid Establishment,
    Kind Kind,
    Guid? Facilitator,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Protagonist> Protagonists,
    Sealed? Summary,
    Dispositif? Dispositif,
    IReadOnlyList<Breach> Breaches,
    Charter? Charter,
    IReadOnlyList<EngagedGroup> Groups,
    IReadOnlyList<EngagedMember> Members,
    DateTimeOffset? ActivatedAt,
    Sealed? Reason,
    Course Course
) : Aggregate, IFold<Engagement>
{
    /// <summary>Establishments that it spans beside the one that asked.</summary>
    public IReadOnlyList<Guid> Spans { get; init; } = [];

    /// <summary>Which establishments others took the place of, the first one first.</summary>
    public IReadOnlyList<Handover> Handovers { get; init; } = [];

    /// <summary>Which establishments employ its facilitator, since they took the place of others.</summary>
    public IReadOnlyList<ExternalityBreach> ExternalityBreaches { get; init; } = [];

    /// <summary>What was entered wrongly of it and put right, the first one first.</summary>
    public IReadOnlyList<EngagementCorrection> Corrections { get; init; } = [];

    /// <summary>Members over whom its facilitator holds authority after all, as was said since.</summary>
    public IReadOnlyList<Guid> AuthorityOver { get; init; } = [];

    /// <summary>The support process that its protagonists validate (S3, regulation).</summary>
    public Sealed? Process { get; init; }

    /// <summary>Whether those who lead the establishment signed their commitment (S3).</summary>
    public bool IsCommitted { get; init; }

    /// <summary>Those who signed for an establishment that it spans.</summary>
    public IReadOnlyList<Guid> CommittedBeside { get; init; } = [];

    /// <summary>When the term ends, from its activation on.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether it ends before its term, with a reason.</summary>
    public bool EndsEarly { get; init; }

    /// <summary>Where the diagnosis found the group to stand, by dimension.</summary>
    public IReadOnlyList<Measured> Measures { get; init; } = [];

    /// <summary>What the establishment receives, by the charter that is ratified (S2); a new one changes it once it is ratified too.</summary>
    public IReadOnlyList<OutwardItem>? Outward { get; init; }

    /// <summary>Everybody who accepted a charter of it, at any time.</summary>
    public IReadOnlyList<Guid> Bound { get; init; } = [];

    /// <summary>The sessions that were to be held, as they were told.</summary>
    public IReadOnlyList<Guid> Scheduled { get; init; } = [];

    /// <summary>Those of them that will not be.</summary>
    public IReadOnlyList<Guid> Cancelled { get; init; } = [];

    /// <summary>Whether a session is still to be held, or runs.</summary>
    [JsonIgnore]
    public bool HasSessionAhead => Scheduled.Except(Cancelled).Except(Held.Select(h => h.Session)).Any();

    /// <summary>The sessions held.</summary>
    public IReadOnlyList<HeldSession> Held { get; init; } = [];

    /// <summary>What was corrected of sessions; a correction may come before its session.</summary>
    public IReadOnlyList<SessionCorrectionNoted> SessionCorrections { get; init; } = [];

    /// <summary>The sessions that were planned later than the frame allows.</summary>
    public IReadOnlyList<Guid> PlannedLate { get; init; } = [];

    /// <summary>The groups whose present silence is counted as a breach of the interval, and the sessions that ended one which was.</summary>
    public IReadOnlyList<Guid> CountedLate { get; init; } = [];

    /// <summary>Who read whose hours.</summary>
    public IReadOnlyList<ReadHours> Readings { get; init; } = [];

    /// <summary>The bilans that fell due.</summary>
    public IReadOnlyList<DueBilan> Due { get; init; } = [];

    /// <summary>Months in which a group held fewer or more sessions than its frames ask for.</summary>
    public IReadOnlyList<FrequencyBreach> FrequencyBreaches { get; init; } = [];

    /// <summary>Which groups had fallen under their fewest members, and when.</summary>
    public IReadOnlyList<SizeBreach> SizeBreaches { get; init; } = [];

    /// <summary>From when on its sessions are awaited: its activation, or the last time it was resumed.</summary>
    public DateTimeOffset? AwaitedFrom { get; init; }

    /// <summary>Whether the minimum term of its frames is reached.</summary>
    public bool MinimumTermReached { get; init; }

    /// <summary>What the practice proposed and who pays has not accepted: an amendment and a renewal at most.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>The proposals whose places others took, or that were made under what the frames asked before.</summary>
    public IReadOnlyList<Guid> Replaced { get; init; } = [];

    /// <summary>What who pays accepted.</summary>
    public IReadOnlyList<AcceptedTerms> Accepted { get; init; } = [];

    /// <summary>What was said of the terms since the dispositif was agreed, with what it was before the first of it: the later word is last.</summary>
    public IReadOnlyList<TermsSaid> Terms { get; init; } = [];

    /// <summary>Whether those whom the diagnosis concerns were told of it: it was restituted, or a process was proposed to its protagonists.</summary>
    [JsonIgnore]
    public bool IsGivenBack => Summary is not null || Process is not null;

    /// <inheritdoc />
    public static Type Facts => typeof(EngagementFact);

    /// <inheritdoc />
    public static Engagement Fold(Engagement? state, Fact fact) =>
        (state, fact) switch
        {
            (null, EngagementOpened e) => new(
                EngagementState.Opened,
                e.Request,
                e.Establishment,
                e.Kind,
                null,
                [],
                [],
                null,
                null,
                [],
                null,
                [],
                [],
                null,
                null,
                Course.None
            ),
            (not null, EngagementFact) => state.Design(fact)
                ?? state.Constitute(fact)
                ?? state.Live(fact)
                ?? throw new UnknownFactException(fact),
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public static bool Shows(Engagement? before, Fact fact, string role) =>
        fact switch
        {
            // That a bilan on the way failed is its parties' own; without the final one the engagement concludes.
            NegotiationFailureNoted { Final: true } => true,
            // Once something of the diagnosis was given back, who was heard besides shows to all.
            ProtagonistHeard when before?.IsGivenBack is true => true,
            // Where an engagement is for one establishment alone, it reads that it was put right for whom; another one's id is in no view of it.
            EstablishmentReplaced { Reason: not null } when role == Roles.Establishment => before is { Spans.Count: 0 },
            SessionCorrectionNoted { Minutes: null } => role is Roles.Facilitator or Roles.Member,
            _ => Readers.Name(fact, role),
        };

    /// <summary>Whether its facilitator has still to accept the charter before they lead: until then nobody does.</summary>
    [JsonIgnore]
    public bool AwaitsFacilitator => ActivatedAt is not null && Facilitator is { } awaited && !Bound.Contains(awaited);

    /// <summary>Whether this person is a member of one of its groups.</summary>
    public bool HasMember(Guid person) => Members.Any(m => m.Person == person);

    /// <summary>The establishments that it is for: the one that asked, then those that it spans.</summary>
    public IReadOnlyList<Guid> Establishments() => [Establishment, .. Spans];

    /// <summary>The groups, by their ids.</summary>
    public IReadOnlyList<Guid> GroupIds() => [.. Groups.Select(g => g.Group)];

    /// <summary>How many have not accepted the charter yet, the facilitator among them.</summary>
    public int AcceptancesMissing() =>
        Members.Select(m => m.Person).Append(Facilitator ?? Guid.Empty).Except(Charter?.AcceptedBy ?? []).Count();

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (actor.Is(Roles.Establishment) && actor.Establishment is { } own && (own == Establishment || Spans.Contains(own)))
        || (actor.Is(Roles.Member) && HasMember(actor.Person));

    /// <summary>Who takes over accepts the charter first, and does nothing else before.</summary>
    public Refusal? Bars(Actor actor, Command command) =>
        actor.Is(Roles.Facilitator) && AwaitsFacilitator && command is not IAcceptsCharter ? Charter.First : null;

    /// <summary>Cents an hour of a session that was held then.</summary>
    public int RateAt(DateTimeOffset at) => Agreed().RateAt(at) ?? Dispositif!.RateCents;

    /// <summary>The terms as they stand, without what was contested; or as they were held to be agreed at some time.</summary>
    internal AgreedTerms Agreed(DateTimeOffset? heldAt = null)
    {
        var said = Terms.Where(t => t.ContestedAt is null || t.ContestedAt > heldAt);
        return new(Terms.Count == 0 ? Base : said, ActivatedAt);
    }

    private Engagement? Design(Fact fact) =>
        fact switch
        {
            FacilitatorAssigned e => this with { Facilitator = e.Facilitator, AuthorityOver = [] },
            DiagnosisStarted => this with { State = EngagementState.Diagnosing },
            DiagnosisFindingRecorded e => this with { Findings = [.. Findings, new(e.Finding, e.Text, e.Level, Facilitator)] },
            ProtagonistHeard e => this with
            {
                Protagonists = [.. Protagonists, new(e.Protagonist, e.Capacity, e.Asks, e.Stakes, To: Facilitator)],
            },
            SupportProcessProposed e => this with
            {
                Process = e.Text,
                Protagonists = [.. Protagonists.Select(p => p with { Validated = false })],
            },
            DiagnosisValidated e => this with
            {
                Protagonists = [.. Protagonists.Select(p => p.Id == e.Protagonist ? p with { Validated = true } : p)],
            },
            EstablishmentJoined e => this with { Spans = [.. Spans, e.Establishment] },
            EstablishmentReplaced e => Replacing(e),
            AuthorityCorrected e => this with
            {
                AuthorityOver = e.Members,
                Corrections = [.. Corrections, new("authorityOver", null, null, e.Reason, e.OccurredAt)],
            },
            DiagnosisRestituted e => this with { State = EngagementState.Designing, Summary = e.Summary, Measures = e.Measures ?? [] },
            KindRedirected e => this with { Kind = e.To },
            DispositifProposed e => this with { Dispositif = e.Dispositif, Breaches = [] },
            DispositifRevised e => this with { Dispositif = e.Dispositif, Breaches = [] },
            DispositifBreachRecorded e => this with { Breaches = [.. Breaches, new(e.Rule, e.Planned, e.Allowed)] },
            DispositifAgreed e => Accepting(Model.Accepted.Dispositif, e, e.Acceptance) with
            {
                State = EngagementState.Chartering,
                Terms = [],
            },
            DispositifAmendmentProposed e => Proposing(new(e.Proposal, e.Dispositif, e.Reason, e.RateFrom, null)),
            DispositifAmended { Restores: true } e => this with { Dispositif = e.Dispositif, Breaches = [] },
            DispositifAmended e => Accepting(Model.Accepted.Amendment, e, e.Acceptance, e.Proposal)
                .Saying(new(e.OccurredAt, e.Proposal, e.Dispositif, RateFrom(e))) with
            {
                Dispositif = e.Dispositif,
                Breaches = [],
                Until = TermBy(e.Dispositif),
            },
            // An amendment was proposed under what the frames asked before: it is proposed anew.
            FramesUpgraded e => this with
            {
                Dispositif = Dispositif! with { Frames = e.To },
                Breaches = [],
                Proposals = [.. Proposals.Where(p => p.Dispositif is null)],
                Replaced = [.. Replaced, .. Proposals.Where(p => p.Dispositif is not null).Select(p => p.Id)],
                State = e.Voids ? EngagementState.Designing : State,
            },
            AcceptanceRecorded e => Marking(
                Accepted.LastOrDefault(a => a.What == e.What && a.Proposal == e.Proposal),
                a => a with { ContestableUntil = e.ContestableUntil }
            ),
            AcceptanceContested e => Contesting(e),
            ManagementCommitmentSigned { Beside: true } e => this with { CommittedBeside = [.. CommittedBeside, e.Person] },
            ManagementCommitmentSigned => this with { IsCommitted = true },
            _ => null,
        };

    private Engagement? Constitute(Fact fact) =>
        fact switch
        {
            GroupAdded e => this with { Groups = [.. Groups, new(e.Group, false)] },
            GroupRemoved e => this with
            {
                Groups = [.. Groups.Where(g => g.Group != e.Group)],
                Members = [.. Members.Where(m => m.Group != e.Group)],
            },
            MemberAdmitted e => this with { Members = [.. Members, new(e.Group, e.Person, e.Institution)] },
            MemberDeparted e => this with { Members = [.. Members.Where(m => m.Group != e.Group || m.Person != e.Person)] },
            GroupSealingNoted e => this with { Groups = [.. Groups.Select(g => g.Group == e.Group ? g with { Sealed = true } : g)] },
            CharterProposed e => this with
            {
                Charter = new(e.Text, e.Outward, [], false, (Charter?.Number ?? 0) + 1, e.Catalogue, e.Clauses, e.TextHash),
            },
            CharterAccepted e => this with
            {
                Charter = Charter! with { AcceptedBy = [.. Charter.AcceptedBy, e.Person] },
                Bound = [.. Bound.Union([e.Person])],
            },
            CharterRatified => this with { Charter = Charter! with { Ratified = true }, Outward = Charter.Outward },
            _ => null,
        };

    private Engagement? Live(Fact fact) =>
        fact switch
        {
            EngagementActivated e => this with
            {
                State = EngagementState.Active,
                ActivatedAt = e.OccurredAt,
                AwaitedFrom = e.OccurredAt,
                Until = e.OccurredAt.AddMonths(Dispositif!.TermMonths),
            },
            EngagementSuspended e => this with { State = EngagementState.Suspended, Reason = e.Reason },
            EngagementResumed e => this with
            {
                State = EngagementState.Active,
                AwaitedFrom = e.OccurredAt,
                CountedLate = [.. CountedLate.Except(GroupIds())],
            },
            RenewalProposed e => Proposing(new(e.Proposal, null, null, null, e.Months)),
            EngagementRenewed e => Accepting(Model.Accepted.Renewal, e, e.Acceptance, e.Proposal).Saying(Renewal(e)) with
            {
                Until = e.Until,
            },
            EngagementEndedEarly e => this with { EndsEarly = true, Reason = e.Reason ?? Reason },
            EngagementConcluded => this with { State = EngagementState.Concluded },
            EngagementAbandoned e => this with { State = EngagementState.Abandoned, Reason = e.Reason },
            SessionSchedulingNoted e => this with { Scheduled = [.. Scheduled, e.Session] },
            SessionCancellationNoted e => this with { Cancelled = [.. Cancelled, e.Session] },
            SessionHeldNoted e => (this with { CountedLate = [.. CountedLate.Select(late => late == e.Group ? e.Session : late)] })
                .Holding(
                    e.Session,
                    [
                        .. Held,
                        new(
                            e.Group,
                            e.Session,
                            e.Origin.OccurredAt,
                            e.Minutes,
                            e.Enrolled,
                            e.Present,
                            e.Explained is true,
                            e.ToldByFacilitatorAlone is true
                        )
                        {
                            OpenedAt = e.OpenedAt,
                        },
                    ]
                )
                .Counting(PlannedLate.Contains(e.Session) && !CountedLate.Contains(e.Group)),
            SessionCorrectionNoted e => (this with { SessionCorrections = [.. SessionCorrections, e.Said()] }).Holding(e.Session, Held),
            BilanFellDue e => this with { Due = [.. Due, new(e.Group, e.Due)] },
            MinimumTermPassed => this with { MinimumTermReached = true },
            // One silence is one breach, however often it is looked at, and whether or not a session ends it.
            SessionAwaitedTooLong e when CountedLate.Contains(e.Group) => this,
            SessionAwaitedTooLong e => this with
            {
                CountedLate = [.. CountedLate, e.Group],
                Course = Course with { IntervalBreaches = Course.IntervalBreaches + 1 },
            },
            AttestationRead e => this with { Readings = [.. Readings, new(e.Whose, e.Year, e.By, e.OccurredAt)] },
            FrequencyBreached e => this with { FrequencyBreaches = [.. FrequencyBreaches, new(e.Group, e.Month, e.Held, e.Asked, e.Rule)] },
            SizeBreached e => this with { SizeBreaches = [.. SizeBreaches, new(e.Group, e.Members, e.Asked, e.On)] },
            FrameIncidentNoted e => this with { Course = Course.With(e.Kind) },
            // What is planned may still be moved or cancelled: it came late once it was held.
            IntervalBreachNoted { Origin.Stream: var session } => this with
            {
                PlannedLate = [.. PlannedLate, session],
                Course = Course with
                {
                    IntervalBreaches =
                        Course.IntervalBreaches + (Held.Any(h => h.Session == session) && !CountedLate.Contains(session) ? 1 : 0),
                },
            },
            IntermediateBilanAgreementNoted => this with { Course = Course with { IntermediateBilans = Course.IntermediateBilans + 1 } },
            FinalBilanAgreementNoted e => this with
            {
                State = Concluding(),
                Course = Course with { FinalBilan = e.Bilan, Orientations = e.Orientations },
            },
            NegotiationFailureNoted { Final: true } => this with
            {
                State = Concluding(),
                Course = Course with { FinalNegotiationFailed = true },
            },
            NegotiationFailureNoted => this,
            _ => null,
        };

    private Engagement Counting(bool late) =>
        this with
        {
            Course = Course with { SessionsHeld = Course.SessionsHeld + 1, IntervalBreaches = Course.IntervalBreaches + (late ? 1 : 0) },
        };

    // Corrections come in any order, before their session too: in the order of their versions each says what holds since.
    private Engagement Holding(Guid session, IReadOnlyList<HeldSession> held)
    {
        IReadOnlyList<HeldSession> corrected =
        [
            .. held.Select(h =>
                h.Session != session
                    ? h
                    : SessionCorrections
                        .Where(c => c.Session == session)
                        .OrderBy(c => c.Origin.Version)
                        .Aggregate(h, (one, c) => one.Corrected(c))
            ),
        ];
        return this with
        {
            Held = corrected,
            Course = Course with { MinutesHeld = Course.MinutesHeld + corrected.Sum(h => h.Minutes) - Held.Sum(h => h.Minutes) },
        };
    }

    // One of its kind: what was not accepted gives way.
    private Engagement Proposing(Proposal proposal) =>
        this with
        {
            Proposals = [.. Proposals.Where(p => (p.Dispositif is null) != (proposal.Dispositif is null)), proposal],
            Replaced = [.. Replaced, .. Proposals.Where(p => (p.Dispositif is null) == (proposal.Dispositif is null)).Select(p => p.Id)],
        };

    // A renewal stands until the term itself is amended.
    private DateTimeOffset? TermBy(Dispositif amended) =>
        amended.TermMonths == Dispositif?.TermMonths ? Until : ActivatedAt?.AddMonths(amended.TermMonths);

    // Each of them once: who takes the place of one may be there already.
    private Engagement Replacing(EstablishmentReplaced e)
    {
        List<Guid> those = [.. Establishments().Select(id => id == e.From ? e.To : id).OfType<Guid>().Distinct()];
        var field = e.From == Establishment ? "establishment" : "spans";
        return this with
        {
            Establishment = those[0],
            Spans = those[1..],
            Corrections = e.Reason is { } why
                ? [.. Corrections, new(field, e.From, e.To, why, e.OccurredAt, Spans.Count == 0)]
                : Corrections,
            Proposals = e.Lapses ? [] : Proposals,
            Handovers = e.Keeps
                ? [.. Handovers, new(e.From, Establishments().Contains(e.To!.Value) ? null : e.To, e.OccurredAt, IsGivenBack)]
                : Handovers,
            ExternalityBreaches = e.Breaks is { } rule
                ? [.. ExternalityBreaches, new(e.To!.Value, rule, e.OccurredAt)]
                : ExternalityBreaches,
        };
    }

    // Before the first word, the dispositif is as it was agreed.
    private IReadOnlyList<TermsSaid> Base => Dispositif is { } agreed ? [new(default, null, agreed)] : [];

    private Engagement Saying(TermsSaid said) => this with { Terms = [.. Terms.Count == 0 ? Base : Terms, said] };

    // A rate that stays holds from when it was to: it may lie ahead.
    private DateTimeOffset RateFrom(DispositifAmended e) =>
        e.RateFrom
        ?? (
            Dispositif?.RateCents == e.Dispositif.RateCents && Agreed().Rate is { } rate && rate.From > e.OccurredAt
                ? rate.From
                : e.OccurredAt
        );

    // From the end of the term, or, where that had passed, from its acceptance by the clock, however it is dated.
    private TermsSaid Renewal(EngagementRenewed e)
    {
        var months = Proposals.FirstOrDefault(p => p.Id == e.Proposal)?.Months;
        var at = months is { } more && Until?.AddMonths(more) != e.Until ? e.Until.AddMonths(-more) : e.OccurredAt;
        return new(at, e.Proposal, null, Months: months, Before: Until, Until: e.Until);
    }

    private Engagement Contesting(AcceptanceContested e)
    {
        var marked = Marking(
            Accepted.LastOrDefault(a =>
                a.What == e.What && a.Proposal == e.Proposal && a.ContestableUntil is not null && a.ContestedAt is null
            ),
            a => a with { ContestedAt = e.OccurredAt, ContestReason = e.Reason }
        );
        return marked with
        {
            State =
                State == EngagementState.Chartering
                && e.What == Model.Accepted.Dispositif
                && marked.Accepted.Last(a => a.What == Model.Accepted.Dispositif).ContestedAt is not null
                    ? EngagementState.Designing
                    : State,

            // What is proposed since is proposed of the terms that were contested, unless others were agreed in between.
            Proposals =
                e.What == Model.Accepted.Amendment && (!e.NeverBound || Agreed().Amended == e.Proposal)
                    ? [.. Proposals.Where(p => p.Dispositif is null)]
                    : Proposals,
            Terms =
                e.NeverBound && e.Proposal is not null
                    ? [.. Terms.Select(t => t.Proposal == e.Proposal ? t with { ContestedAt = e.OccurredAt } : t)]
                    : Terms,
            Until = e.NeverBound ? e.Until : Until,
        };
    }

    private Engagement Accepting(Accepted what, Fact fact, Acceptance? acceptance, Guid? proposal = null) =>
        this with
        {
            Proposals = [.. Proposals.Where(p => p.Id != proposal)],
            Accepted = acceptance is null
                ? Accepted
                : [.. Accepted, new(what, fact.OccurredAt, acceptance.ShownBy, proposal, Establishment)],
        };

    private Engagement Marking(AcceptedTerms? marked, Func<AcceptedTerms, AcceptedTerms> mark) =>
        this with
        {
            Accepted = [.. Accepted.Select(a => ReferenceEquals(a, marked) ? mark(a) : a)],
        };

    private EngagementState Concluding() =>
        State is EngagementState.Active or EngagementState.Suspended ? EngagementState.Concluding : State;
}
