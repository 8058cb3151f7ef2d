namespace PracticeAnalysis.Contracts.Engagement.V1;

/// <summary>A published version of a frame or a protocol that is pinned.</summary>
/// <param name="Name">What it is called, as the list of frames or protocols has it.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Digest">SHA-256 of its content in canonical JSON (RFC 8785), in lower hexadecimal: what is pinned is what it was then. Null in what was
/// pinned before digests were told.</param>
public sealed record Pin(string Name, int Version, string? Digest = null);

/// <summary>A member as the other services know them: opaque ids alone.</summary>
/// <param name="Person">Opaque id of the person, the one in tokens.</param>
/// <param name="Institution">Opaque id of the institution the person belongs to.</param>
public sealed record Member(Guid Person, Guid Institution);

/// <summary>An establishment was registered: by what its figures may be rolled up. Its name stays in Engagement.</summary>
/// <param name="Association">SIREN of the association or firm that runs it: the first nine digits of its SIRET; null where it has none.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ), in the sector.</param>
/// <param name="Territory">Code of its department.</param>
public sealed record EstablishmentRegistered(Guid Establishment, string? Association, string? Entity, string? Territory, Origin Origin);

/// <summary>What is registered of an establishment was corrected, or is otherwise since: by what figures of periods that are closed later may be rolled up.</summary>
/// <param name="Association">SIREN of the association or firm that runs it, as it stands now; null where it has no SIRET.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ), in the sector.</param>
/// <param name="Territory">Code of its department.</param>
public sealed record EstablishmentCorrected(Guid Establishment, string? Association, string? Entity, string? Territory, Origin Origin);

/// <summary>Another establishment took the place of one in an engagement that runs: what is handed over from then on is for it.</summary>
/// <param name="Groups">The engagement's groups.</param>
/// <param name="Establishment">The one of before.</param>
/// <param name="Successor">The one in its place.</param>
/// <param name="Keeps">Whether what was held and handed over before stays with the one of before; not so where that was not asked yet.</param>
public sealed record EstablishmentSucceeded(
    Guid Engagement,
    IReadOnlyList<Guid> Groups,
    Guid Establishment,
    Guid Successor,
    Origin Origin,
    bool Keeps = false
);

/// <summary>A group is sealed: its membership stands for the term (S4).</summary>
public sealed record GroupSealed(Guid Group, Guid Engagement, IReadOnlyList<Member> Members, Origin Origin);

/// <summary>An engagement is active: sessions of its groups may be scheduled.</summary>
/// <param name="Protocol">The protocol template that every session runs, pinned.</param>
/// <param name="Frames">The policy sets the dispositif was designed under, pinned.</param>
/// <param name="IntervalDays">Longest interval between two sessions, or null where no frame asks one.</param>
/// <param name="SessionMinutes">Planned length of a session.</param>
/// <param name="NoneAllowed">Whether a session may end with an explicit 'none'.</param>
/// <param name="Strictness">How closely sessions follow the protocol: strict, guided or free.</param>
/// <param name="Approval">Who approves a bilan: facilitator-and-every-member or facilitator-and-majority.</param>
/// <param name="OutcomeRule">Which frame forbids or allows to end with nothing, where one says so.</param>
/// <param name="Establishments">Every establishment that it spans, the commissioner first; null where it is the commissioner alone.</param>
/// <param name="Until">When the term ends.</param>
/// <param name="BilanMonths">Months between two intermediate bilans, where they are scheduled.</param>
/// <param name="ChildFree">Whether no child may be present at a session (eaje).</param>
/// <param name="Outward">What the establishment receives, by the charter (S2); null where it was not told: everything that may leave.</param>
/// <param name="Diagnosis">Where the diagnosis found the group to stand, by dimension.</param>
/// <param name="ChildFreeRule">Which frame asks that no child is present, where one does.</param>
/// <param name="AnswerDays">Days that the parties have to answer a locked bilan; 14 where the dispositif sets none.</param>
public sealed record EngagementActivated(
    Guid Engagement,
    Guid Establishment,
    Guid Facilitator,
    string Kind,
    Pin Protocol,
    IReadOnlyList<Pin> Frames,
    IReadOnlyList<Guid> Groups,
    int? IntervalDays,
    int SessionMinutes,
    bool NoneAllowed,
    Origin Origin,
    string Strictness = "strict",
    string Approval = "facilitator-and-every-member",
    RuleOrigin? OutcomeRule = null,
    IReadOnlyList<Guid>? Establishments = null,
    DateTimeOffset? Until = null,
    int? BilanMonths = null,
    bool ChildFree = false,
    IReadOnlyList<string>? Outward = null,
    IReadOnlyList<Measure>? Diagnosis = null,
    RuleOrigin? ChildFreeRule = null,
    int? AnswerDays = null
);

/// <summary>Where a group stands along one dimension, 1 (badly) to 5 (well).</summary>
/// <param name="Dimension">One of S1's four or S0's four, such as bond.</param>
public sealed record Measure(string Dimension, int Value);

/// <summary>What sessions and bilans run by; <see cref="EngagementActivated" /> says what its members mean.</summary>
public sealed record Terms(
    IReadOnlyList<Pin> Frames,
    int? IntervalDays,
    int SessionMinutes,
    bool NoneAllowed,
    string Strictness,
    string Approval,
    RuleOrigin? OutcomeRule,
    DateTimeOffset? Until,
    bool ChildFree,
    IReadOnlyList<string>? Outward,
    RuleOrigin? ChildFreeRule = null,
    int? AnswerDays = null
);

/// <summary>An active engagement runs by other terms: its dispositif was amended, its frames upgraded, or a new charter ratified.</summary>
public sealed record TermsChanged(Guid Engagement, IReadOnlyList<Guid> Groups, Terms Terms, Origin Origin);

/// <summary>Which frame asks for a rule, and the document it comes from.</summary>
public sealed record RuleOrigin(string Frame, string Source);

/// <summary>A member joined a sealed group, by its agreement (S4).</summary>
public sealed record MemberEnrolled(Guid Group, Guid Engagement, Member Member, Origin Origin);

/// <summary>What a member of a group is called, as digests of its words: texts are compared with it before they leave the group (S3). Nobody reads
/// a name in it without the group's key, which comes wrapped under the master key.</summary>
/// <param name="Key">Id of the group's key, for which it is wrapped.</param>
/// <param name="Wrapped">The group's key, wrapped.</param>
/// <param name="Words">HMAC-SHA256 of each word of the name, folded, under the group's key; none where the name is gone.</param>
public sealed record MemberNamed(
    Guid Group,
    Guid Engagement,
    Guid Person,
    string Key,
    string Wrapped,
    IReadOnlyList<string> Words,
    Origin Origin
);

/// <summary>A member left a group; the reason stays in Engagement (S4).</summary>
public sealed record MemberLeft(Guid Group, Guid Engagement, Guid Person, Origin Origin);

/// <summary>A member revoked their volunteering: it takes effect at once (S3).</summary>
public sealed record VolunteeringRevoked(Guid Group, Guid Engagement, Guid Person, Origin Origin);

/// <summary>The facilitator of an active engagement was replaced by one who has not accepted its charter: nobody leads its groups until they have.</summary>
/// <param name="Facilitator">Who leads them no more.</param>
public sealed record FacilitatorRelieved(Guid Engagement, IReadOnlyList<Guid> Groups, Guid Facilitator, Origin Origin);

/// <summary>Another facilitator was appointed to an active engagement.</summary>
public sealed record FacilitatorAssigned(Guid Engagement, IReadOnlyList<Guid> Groups, Guid Facilitator, Origin Origin);

/// <summary>An engagement is suspended: no session may be scheduled for now.</summary>
public sealed record EngagementSuspended(Guid Engagement, IReadOnlyList<Guid> Groups, Origin Origin);

/// <summary>A suspended engagement is resumed.</summary>
public sealed record EngagementResumed(Guid Engagement, IReadOnlyList<Guid> Groups, Origin Origin);

/// <summary>An engagement was renewed: its term ends later.</summary>
/// <param name="Until">When the renewed term ends.</param>
public sealed record EngagementRenewed(Guid Engagement, IReadOnlyList<Guid> Groups, DateTimeOffset Until, Origin Origin);

/// <summary>An engagement ends before its term; its final bilan comes first all the same.</summary>
public sealed record EngagementEndedEarly(Guid Engagement, IReadOnlyList<Guid> Groups, Origin Origin);

/// <summary>A bilan is due: an intermediate one of a group, or the final one of the engagement.</summary>
/// <param name="Group">The group, or null for the final bilan.</param>
/// <param name="Due">The day on which it is due.</param>
public sealed record BilanDue(Guid Engagement, Guid? Group, IReadOnlyList<Guid> Groups, DateOnly Due, Origin Origin);

/// <summary>The minimum term that a frame asks for is reached.</summary>
public sealed record MinimumTermReached(Guid Engagement, IReadOnlyList<Guid> Groups, Origin Origin);

/// <summary>An engagement is concluded: no session may be scheduled any more.</summary>
public sealed record EngagementConcluded(Guid Engagement, IReadOnlyList<Guid> Groups, Origin Origin);
