using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

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

    /// <summary>Whether this person is a member of one of its groups.</summary>
    public bool HasMember(Guid person) => Members.Any(m => m.Person == person);

    /// <summary>How many have not accepted the charter yet, the facilitator among them.</summary>
    public int AcceptancesMissing() =>
        Members.Select(m => m.Person).Append(Facilitator ?? Guid.Empty).Except(Charter?.AcceptedBy ?? []).Count();

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (actor.Is(Roles.Establishment) && actor.Establishment == Establishment)
        || (actor.Is(Roles.Member) && HasMember(actor.Person));

    private Engagement? Design(Fact fact) =>
        fact switch
        {
            FacilitatorAssigned e => this with { Facilitator = e.Facilitator },
            DiagnosisStarted => this with { State = EngagementState.Diagnosing },
            DiagnosisFindingRecorded e => this with { Findings = [.. Findings, new(e.Finding, e.Text, e.Level)] },
            ProtagonistHeard e => this with { Protagonists = [.. Protagonists, new(e.Protagonist, e.Capacity, e.Asks)] },
            DiagnosisRestituted e => this with { State = EngagementState.Designing, Summary = e.Summary },
            KindRedirected e => this with { Kind = e.To },
            DispositifProposed e => this with { Dispositif = e.Dispositif, Breaches = [] },
            DispositifRevised e => this with { Dispositif = e.Dispositif, Breaches = [] },
            DispositifBreachRecorded e => this with { Breaches = [.. Breaches, new(e.Rule, e.Planned, e.Allowed)] },
            DispositifAgreed => this with { State = EngagementState.Chartering },
            _ => null,
        };

    private Engagement? Constitute(Fact fact) =>
        fact switch
        {
            GroupAdded e => this with { Groups = [.. Groups, new(e.Group, false)] },
            MemberAdmitted e => this with { Members = [.. Members, new(e.Group, e.Person)] },
            GroupSealingNoted e => this with { Groups = [.. Groups.Select(g => g.Group == e.Group ? g with { Sealed = true } : g)] },
            CharterProposed e => this with { Charter = new(e.Text, e.Outward, [], false) },
            CharterAccepted e => this with { Charter = Charter! with { AcceptedBy = [.. Charter.AcceptedBy, e.Person] } },
            CharterRatified => this with { Charter = Charter! with { Ratified = true } },
            _ => null,
        };

    private Engagement? Live(Fact fact) =>
        fact switch
        {
            EngagementActivated e => this with { State = EngagementState.Active, ActivatedAt = e.OccurredAt },
            EngagementSuspended e => this with { State = EngagementState.Suspended, Reason = e.Reason },
            EngagementResumed => this with { State = EngagementState.Active },
            EngagementEndedEarly => this,
            EngagementConcluded => this with { State = EngagementState.Concluded },
            EngagementAbandoned e => this with { State = EngagementState.Abandoned, Reason = e.Reason },
            SessionHeldLearned { Message: var m } => this with
            {
                Course = Course with { SessionsHeld = Course.SessionsHeld + 1, MinutesHeld = Course.MinutesHeld + m.Minutes },
            },
            IntervalBreached => this with { Course = Course with { IntervalBreaches = Course.IntervalBreaches + 1 } },
            IntermediateBilanAgreementLearned => this with { Course = Course with { IntermediateBilans = Course.IntermediateBilans + 1 } },
            FinalBilanAgreementLearned { Message: var m } => this with
            {
                State = Concluding(),
                Course = Course with { FinalBilan = m.Bilan, Orientations = m.Orientations },
            },
            NegotiationFailureLearned { Message.Final: true } => this with
            {
                State = Concluding(),
                Course = Course with { FinalNegotiationFailed = true },
            },
            NegotiationFailureLearned => this,
            _ => null,
        };

    private EngagementState Concluding() =>
        State is EngagementState.Active or EngagementState.Suspended ? EngagementState.Concluding : State;
}
