using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The facts of a group's record: what the other services told of it, and the bilans agreed here.</summary>
public abstract record GroupFact : Fact, IBelongsToEngagement
{
    /// <inheritdoc />
    public abstract Guid Engagement { get; }
}

/// <summary>Engagement sealed the group.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record SealingLearned(GroupSealed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement is active.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record ActivationLearned(EngagementActivated Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement runs by other terms.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record TermsLearned(TermsChanged Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement is concluded.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record ConclusionLearned(EngagementConcluded Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A session of the group is to be held.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record SchedulingLearned(SessionScheduled Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A session of the group will not be held.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record CancellationLearned(SessionCancelled Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A session of the group was held.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record SessionLearned(SessionHeld Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The themes of a session were coded.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record ThemesLearned(ThemesCoded Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Minutes or presence of a session were corrected. Who was there is the group's: of presence alone the practice does not see it.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record CorrectionLearned(SessionCorrected Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;

    /// <summary>Whether a class of readers sees a fact of a group.</summary>
    internal static bool Shows(Fact fact, string role) =>
        Readers.Name(fact, role) && !(role == Roles.Practice && fact is CorrectionLearned { Message.Minutes: null });
}

/// <summary>The themes of a session were corrected.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record ThemesCorrectionLearned(ThemesCorrected Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>An action track changed its state.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record TrackLearned(TrackStateChanged Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member stands behind an action track.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record EndorsementLearned(TrackEndorsed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member contested the endorsement that was recorded of them.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record ContestLearned(EndorsementContested Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member joined the sealed group, by its agreement (S4).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record EnrolmentLearned(MemberEnrolled Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member left the group (S4).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record DepartureLearned(MemberLeft Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member revoked their volunteering (S3).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record RevocationLearned(VolunteeringRevoked Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The facilitator was relieved: nobody leads the group until a successor accepts the charter.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record ReliefLearned(FacilitatorRelieved Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Another facilitator was appointed.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record AssignmentLearned(FacilitatorAssigned Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement is suspended.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record SuspensionLearned(EngagementSuspended Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement goes on.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record ResumptionLearned(EngagementResumed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement was renewed.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record RenewalLearned(EngagementRenewed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement ends before its term.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record EarlyEndLearned(EngagementEndedEarly Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Another establishment took the place of one that the engagement is for.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record SuccessionLearned(EstablishmentSucceeded Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A bilan fell due.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record BilanDueLearned(BilanDue Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The minimum term that a frame asks for is reached.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record MinimumTermLearned(MinimumTermReached Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A decision was adopted in common (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record DecisionLearned(CommonDecisionAdopted Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A decision is adopted in common no more (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record DecisionSetAsideLearned(CommonDecisionSetAside Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>An anonymous pulse of a session was counted.</summary>
[SeenBy()]
public sealed record PulseLearned(PulseCounted Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A bilan that covers the group was agreed; the themes of the sessions it opens count from now on.</summary>
/// <param name="Sessions">The group's sessions that were told when the text was locked.</param>
/// <param name="Worked">What the group says in it that it worked on.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public sealed record BilanAgreementRecorded(
    Guid Engagement,
    Guid Bilan,
    long BilanVersion,
    bool Final,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<Guid>? Sessions = null,
    IReadOnlyList<WorkedOn>? Worked = null
) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; } = Engagement;
}

/// <summary>A bilan's text that covers sessions of the group was locked: their themes stand as they are.</summary>
/// <param name="Sessions">The group's sessions that it covers.</param>
[SeenBy()]
public sealed record BilanLockRecorded(Guid Engagement, Guid Bilan, IReadOnlyList<Guid> Sessions) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; } = Engagement;
}

/// <summary>A bilan's text that covered sessions of the group is locked no more.</summary>
[SeenBy()]
public sealed record BilanUnlockRecorded(Guid Engagement, Guid Bilan) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; } = Engagement;
}

/// <summary>A synthesis of sessions of the group was locked: their themes stand as they are.</summary>
/// <param name="Sessions">The sessions that it is of.</param>
[SeenBy()]
public sealed record SynthesisLockRecorded(Guid Engagement, Guid Synthesis, IReadOnlyList<Guid> Sessions) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; } = Engagement;
}

/// <summary>A synthesis of sessions of the group is locked no more.</summary>
[SeenBy()]
public sealed record SynthesisUnlockRecorded(Guid Engagement, Guid Synthesis) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; } = Engagement;
}
