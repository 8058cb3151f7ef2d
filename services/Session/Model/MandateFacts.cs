using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>The facts of a group's mandate: what Engagement told of it.</summary>
public abstract record MandateFact : Fact, IBelongsToEngagement
{
    /// <inheritdoc />
    public abstract Guid Engagement { get; }
}

/// <summary>Engagement sealed the group.</summary>
public sealed record GroupSealingLearned(GroupSealed Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Engagement is active: sessions may be scheduled.</summary>
public sealed record ActivationLearned(EngagementActivated Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement runs by other terms.</summary>
public sealed record TermsLearned(TermsChanged Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Engagement is concluded: no session may be scheduled any more.</summary>
public sealed record ConclusionLearned(EngagementConcluded Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member joined the sealed group, by its agreement (S4).</summary>
public sealed record EnrolmentLearned(MemberEnrolled Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member left the group (S4).</summary>
public sealed record DepartureLearned(MemberLeft Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A member revoked their volunteering; it takes effect at once (S3).</summary>
public sealed record RevocationLearned(VolunteeringRevoked Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement is suspended: no session is held for now.</summary>
public sealed record SuspensionLearned(EngagementSuspended Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement goes on.</summary>
public sealed record ResumptionLearned(EngagementResumed Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement was renewed: its term ends later.</summary>
public sealed record RenewalLearned(EngagementRenewed Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The engagement ends before its term: no further session is held.</summary>
public sealed record EarlyEndLearned(EngagementEndedEarly Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The facilitator was relieved: nobody leads the group until a successor accepts the charter.</summary>
public sealed record ReliefLearned(FacilitatorRelieved Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Another facilitator was appointed.</summary>
public sealed record AssignmentLearned(FacilitatorAssigned Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}
