using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Groups;

/// <summary>The facts of a group's record: what the other services told of it, and the bilans agreed here.</summary>
public abstract record GroupFact : Fact, IBelongsToEngagement
{
    /// <inheritdoc />
    public abstract Guid Engagement { get; }
}

/// <summary>Engagement sealed the group.</summary>
public sealed record SealingLearned(GroupSealed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement is active.</summary>
public sealed record ActivationLearned(EngagementActivated Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement runs by other terms.</summary>
public sealed record TermsLearned(TermsChanged Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement is concluded.</summary>
public sealed record ConclusionLearned(EngagementConcluded Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A session of the group was held.</summary>
public sealed record SessionLearned(SessionHeld Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The themes of a session were coded.</summary>
public sealed record ThemesLearned(ThemesCoded Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>An action track changed its state.</summary>
public sealed record TrackLearned(TrackStateChanged Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member stands behind an action track.</summary>
public sealed record EndorsementLearned(TrackEndorsed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member joined the sealed group, by its agreement (S4).</summary>
public sealed record EnrolmentLearned(MemberEnrolled Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member left the group (S4).</summary>
public sealed record DepartureLearned(MemberLeft Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member revoked their volunteering (S3).</summary>
public sealed record RevocationLearned(VolunteeringRevoked Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Another facilitator was appointed.</summary>
public sealed record AssignmentLearned(FacilitatorAssigned Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement is suspended.</summary>
public sealed record SuspensionLearned(EngagementSuspended Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement goes on.</summary>
public sealed record ResumptionLearned(EngagementResumed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement was renewed.</summary>
public sealed record RenewalLearned(EngagementRenewed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement ends before its term.</summary>
public sealed record EarlyEndLearned(EngagementEndedEarly Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A bilan fell due.</summary>
public sealed record BilanDueLearned(BilanDue Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The minimum term that a frame asks for is reached.</summary>
public sealed record MinimumTermLearned(MinimumTermReached Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A decision was adopted in common (S3).</summary>
public sealed record DecisionLearned(CommonDecisionAdopted Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>An anonymous pulse of a session was counted.</summary>
public sealed record PulseLearned(PulseCounted Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A bilan that covers the group was agreed; the themes of the sessions it covers count from now on.</summary>
public sealed record BilanAgreementRecorded(Guid Engagement, Guid Bilan, long BilanVersion, bool Final, DateOnly From, DateOnly To)
    : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; } = Engagement;
}
