using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>The facts of a group's mandate: what Engagement told of it, as far as sessions go by it.</summary>
/// <param name="Engagement">The engagement's opaque id.</param>
/// <param name="Origin">The event of Engagement that says so.</param>
public abstract record MandateFact(Guid Engagement, Origin Origin) : Fact, IBelongsToEngagement;

/// <summary>A member of the group.</summary>
/// <param name="Person">Opaque id of the person.</param>
public sealed record GroupMember(Guid Person);

/// <summary>What sessions run by.</summary>
/// <param name="Frames">The policy sets, pinned.</param>
/// <param name="IntervalDays">Longest interval between two sessions; null where no frame asks one.</param>
/// <param name="SessionMinutes">Planned length of a session.</param>
/// <param name="NoneAllowed">Whether a session may end with an explicit 'none'.</param>
/// <param name="Strictness">How closely sessions follow the protocol.</param>
/// <param name="OutcomeRule">Which frame forbids or allows to end with nothing, where one says so.</param>
/// <param name="Until">When the term ends.</param>
/// <param name="ChildFree">Whether no child may be present.</param>
/// <param name="ChildFreeRule">Which frame asks that, where one does.</param>
public sealed record Terms(
    IReadOnlyList<Pin> Frames,
    int? IntervalDays,
    int SessionMinutes,
    bool NoneAllowed,
    string Strictness,
    RuleOrigin? OutcomeRule,
    DateTimeOffset? Until,
    bool ChildFree,
    RuleOrigin? ChildFreeRule = null
);

/// <summary>Engagement sealed the group.</summary>
[Formerly("group_sealing_learned")]
public sealed record SealingNoted(Guid Engagement, IReadOnlyList<GroupMember> Members, Origin Origin) : MandateFact(Engagement, Origin)
{
    /// <summary>What the message says.</summary>
    public static SealingNoted Of(GroupSealed told) =>
        new(told.Engagement, [.. told.Members.Select(m => new GroupMember(m.Person))], told.Origin);
}

/// <summary>Engagement is active: sessions may be scheduled. <see cref="Terms" /> says what its members mean.</summary>
/// <param name="Protocol">The protocol that every session runs, pinned.</param>
[Formerly("activation_learned")]
public sealed record ActivationNoted(
    Guid Engagement,
    Guid Facilitator,
    Pin Protocol,
    IReadOnlyList<Pin> Frames,
    int? IntervalDays,
    int SessionMinutes,
    bool NoneAllowed,
    Origin Origin,
    string Strictness = "strict",
    RuleOrigin? OutcomeRule = null,
    DateTimeOffset? Until = null,
    bool ChildFree = false,
    RuleOrigin? ChildFreeRule = null
) : MandateFact(Engagement, Origin)
{
    /// <summary>What the message says.</summary>
    public static ActivationNoted Of(EngagementActivated told) =>
        new(
            told.Engagement,
            told.Facilitator,
            told.Protocol,
            told.Frames,
            told.IntervalDays,
            told.SessionMinutes,
            told.NoneAllowed,
            told.Origin,
            told.Strictness,
            told.OutcomeRule,
            told.Until,
            told.ChildFree,
            told.ChildFreeRule
        );

    /// <summary>The same engagement under terms that changed since; itself where none did.</summary>
    public ActivationNoted Under(Terms? terms) =>
        terms is null
            ? this
            : this with
            {
                Frames = terms.Frames,
                IntervalDays = terms.IntervalDays,
                SessionMinutes = terms.SessionMinutes,
                NoneAllowed = terms.NoneAllowed,
                Strictness = terms.Strictness,
                OutcomeRule = terms.OutcomeRule,
                Until = terms.Until,
                ChildFree = terms.ChildFree,
                ChildFreeRule = terms.ChildFreeRule,
            };
}

/// <summary>The engagement runs by other terms.</summary>
[Formerly("terms_learned")]
public sealed record TermsNoted(Guid Engagement, Terms Terms, Origin Origin) : MandateFact(Engagement, Origin)
{
    /// <summary>What the message says.</summary>
    public static TermsNoted Of(TermsChanged told)
    {
        var terms = told.Terms;
        return new(
            told.Engagement,
            new(
                terms.Frames,
                terms.IntervalDays,
                terms.SessionMinutes,
                terms.NoneAllowed,
                terms.Strictness,
                terms.OutcomeRule,
                terms.Until,
                terms.ChildFree,
                terms.ChildFreeRule
            ),
            told.Origin
        );
    }
}

/// <summary>Engagement is concluded: no session may be scheduled any more.</summary>
[Formerly("conclusion_learned")]
public sealed record ConclusionNoted(Guid Engagement, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>A member joined the sealed group, by its agreement (S4).</summary>
[Formerly("enrolment_learned")]
public sealed record EnrolmentNoted(Guid Engagement, GroupMember Member, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>A member left the group (S4).</summary>
[Formerly("departure_learned")]
public sealed record DepartureNoted(Guid Engagement, Guid Person, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>A member revoked their volunteering; it takes effect at once (S3).</summary>
[Formerly("revocation_learned")]
public sealed record RevocationNoted(Guid Engagement, Guid Person, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>The engagement is suspended: no session is held for now.</summary>
[Formerly("suspension_learned")]
public sealed record SuspensionNoted(Guid Engagement, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>The engagement goes on.</summary>
[Formerly("resumption_learned")]
public sealed record ResumptionNoted(Guid Engagement, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>The engagement was renewed: its term ends later.</summary>
/// <param name="Until">When the renewed term ends.</param>
[Formerly("renewal_learned")]
public sealed record RenewalNoted(Guid Engagement, DateTimeOffset Until, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>The engagement ends before its term: no further session is held.</summary>
[Formerly("early_end_learned")]
public sealed record EarlyEndNoted(Guid Engagement, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>The facilitator was relieved: nobody leads the group until a successor accepts the charter.</summary>
[Formerly("relief_learned")]
public sealed record ReliefNoted(Guid Engagement, Origin Origin) : MandateFact(Engagement, Origin);

/// <summary>Another facilitator was appointed.</summary>
[Formerly("assignment_learned")]
public sealed record AssignmentNoted(Guid Engagement, Guid Facilitator, Origin Origin) : MandateFact(Engagement, Origin);
