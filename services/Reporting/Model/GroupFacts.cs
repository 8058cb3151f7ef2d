using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The facts of a group's record: what the other services told of it, as far as it is reported on, and the bilans agreed here.</summary>
public abstract record GroupFact : Fact, IBelongsToEngagement
{
    /// <inheritdoc />
    public abstract Guid Engagement { get; init; }
}

/// <summary>A member of the group.</summary>
/// <param name="Person">Opaque id of the person.</param>
public sealed record GroupMember(Guid Person);

/// <summary>What bilans run by; <see cref="ActivationNoted" /> says what its members mean.</summary>
public sealed record Terms(int? IntervalDays, string Approval, IReadOnlyList<string>? Outward, int? AnswerDays = null);

/// <summary>Engagement sealed the group.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("sealing_learned")]
public sealed record SealingNoted(Guid Engagement, IReadOnlyList<GroupMember> Members, Origin Origin) : GroupFact;

/// <summary>The group's engagement is active.</summary>
/// <param name="Establishment">The commissioner.</param>
/// <param name="IntervalDays">Longest interval between two sessions; null where no frame asks one.</param>
/// <param name="Approval">Who approves a bilan.</param>
/// <param name="Establishments">Every establishment that it spans, the commissioner first; null where it is the commissioner alone.</param>
/// <param name="Outward">What the establishment receives, by the charter (S2); null where it was not told: everything that may leave.</param>
/// <param name="Diagnosis">Where the diagnosis found the group to stand, by dimension.</param>
/// <param name="AnswerDays">Days that the parties have to answer a locked bilan.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("activation_learned")]
public sealed record ActivationNoted(
    Guid Engagement,
    Guid Establishment,
    Guid Facilitator,
    int? IntervalDays,
    Origin Origin,
    string Approval = "facilitator-and-every-member",
    IReadOnlyList<Guid>? Establishments = null,
    IReadOnlyList<string>? Outward = null,
    IReadOnlyList<Measure>? Diagnosis = null,
    int? AnswerDays = null
) : GroupFact
{
    /// <summary>What the message says.</summary>
    public static ActivationNoted Of(EngagementActivated told) =>
        new(
            told.Engagement,
            told.Establishment,
            told.Facilitator,
            told.IntervalDays,
            told.Origin,
            told.Approval,
            told.Establishments,
            told.Outward,
            told.Diagnosis,
            told.AnswerDays
        );

    /// <summary>The same engagement under terms that changed since; itself where none did.</summary>
    public ActivationNoted Under(Terms? terms) =>
        terms is null
            ? this
            : this with
            {
                IntervalDays = terms.IntervalDays,
                Approval = terms.Approval,
                Outward = terms.Outward,
                AnswerDays = terms.AnswerDays ?? AnswerDays,
            };
}

/// <summary>The group's engagement runs by other terms.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("terms_learned")]
public sealed record TermsNoted(Guid Engagement, Terms Terms, Origin Origin) : GroupFact;

/// <summary>The group's engagement is concluded.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("conclusion_learned")]
public sealed record ConclusionNoted(Guid Engagement, Origin Origin) : GroupFact;

/// <summary>A session of the group is to be held.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("scheduling_learned")]
public sealed record SchedulingNoted(Guid Engagement, Guid Session, Origin Origin) : GroupFact;

/// <summary>A session of the group will not be held.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("cancellation_learned")]
public sealed record CancellationNoted(Guid Engagement, Guid Session, Origin Origin) : GroupFact;

/// <summary>A session of the group was held.</summary>
/// <param name="Enrolled">Number of members who were expected.</param>
/// <param name="Present">Opaque ids of those who were there.</param>
/// <param name="Facilitator">Who facilitated it.</param>
/// <param name="OpenedAt">When it was opened; it was closed at the origin's time. Null where that was not told.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("session_learned")]
public sealed record SessionNoted(
    Guid Engagement,
    Guid Session,
    int Minutes,
    int Enrolled,
    IReadOnlyList<Guid> Present,
    Origin Origin,
    Guid? Facilitator = null,
    DateTimeOffset? OpenedAt = null
) : GroupFact;

/// <summary>The themes of a session were coded.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("themes_learned")]
public sealed record ThemesNoted(Guid Engagement, Guid Session, IReadOnlyList<Theme> Themes, Origin Origin) : GroupFact;

/// <summary>Minutes or presence of a session were corrected. Who was there is the group's: of presence alone the practice does not see it.</summary>
/// <param name="Minutes">How long it lasted, where that was corrected.</param>
/// <param name="Present">Opaque ids of all who were there, where that was corrected.</param>
/// <param name="Enrolled">Number of members who were expected, told with who was there.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("correction_learned")]
public sealed record CorrectionNoted(
    Guid Engagement,
    Guid Session,
    Origin Origin,
    int? Minutes = null,
    IReadOnlyList<Guid>? Present = null,
    int? Enrolled = null
) : GroupFact
{
    /// <summary>Whether a class of readers sees a fact of a group.</summary>
    internal static bool Shows(Fact fact, string role) =>
        Readers.Name(fact, role) && !(role == Roles.Practice && fact is CorrectionNoted { Minutes: null });
}

/// <summary>The themes of a session were corrected.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("themes_correction_learned")]
public sealed record ThemesCorrectionNoted(Guid Engagement, Guid Session, IReadOnlyList<Theme> Themes, Origin Origin) : GroupFact;

/// <summary>An action track changed its state.</summary>
/// <param name="State">opened, progressed, completed or abandoned.</param>
/// <param name="With">Opaque ids of the members who build it.</param>
/// <param name="By">Who opened it; null where it was opened before somebody else had to endorse it.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("track_learned")]
public sealed record TrackNoted(Guid Engagement, Guid Track, string State, Origin Origin, IReadOnlyList<Guid>? With = null, Guid? By = null)
    : GroupFact;

/// <summary>A member stands behind an action track.</summary>
/// <param name="Member">Opaque id of the member.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("endorsement_learned")]
public sealed record EndorsementNoted(Guid Engagement, Guid Track, Guid Member, Origin Origin) : GroupFact;

/// <summary>A member contested the endorsement that was recorded of them.</summary>
/// <param name="Member">Opaque id of the member.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("contest_learned")]
public sealed record ContestNoted(Guid Engagement, Guid Track, Guid Member, Origin Origin) : GroupFact;

/// <summary>A member joined the sealed group, by its agreement (S4).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("enrolment_learned")]
public sealed record EnrolmentNoted(Guid Engagement, GroupMember Member, Origin Origin) : GroupFact;

/// <summary>A member left the group (S4).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("departure_learned")]
public sealed record DepartureNoted(Guid Engagement, Guid Person, Origin Origin) : GroupFact;

/// <summary>A member revoked their volunteering (S3).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("revocation_learned")]
public sealed record RevocationNoted(Guid Engagement, Guid Person, Origin Origin) : GroupFact;

/// <summary>The facilitator was relieved: nobody leads the group until a successor accepts the charter.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("relief_learned")]
public sealed record ReliefNoted(Guid Engagement, Origin Origin) : GroupFact;

/// <summary>Another facilitator was appointed.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("assignment_learned")]
public sealed record AssignmentNoted(Guid Engagement, Guid Facilitator, Origin Origin) : GroupFact;

/// <summary>The engagement is suspended.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("suspension_learned")]
public sealed record SuspensionNoted(Guid Engagement, Origin Origin) : GroupFact;

/// <summary>The engagement goes on.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("resumption_learned")]
public sealed record ResumptionNoted(Guid Engagement, Origin Origin) : GroupFact;

/// <summary>The engagement was renewed.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("renewal_learned")]
public sealed record RenewalNoted(Guid Engagement, Origin Origin) : GroupFact;

/// <summary>The engagement ends before its term.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("early_end_learned")]
public sealed record EarlyEndNoted(Guid Engagement, Origin Origin) : GroupFact;

/// <summary>Another establishment took the place of one that the engagement is for.</summary>
/// <param name="Establishment">The one of before.</param>
/// <param name="Successor">The one in its place.</param>
/// <param name="Keeps">Whether what was held and handed over before stays with the one of before.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("succession_learned")]
public sealed record SuccessionNoted(Guid Engagement, Guid Establishment, Guid Successor, Origin Origin, bool Keeps = false) : GroupFact;

/// <summary>A bilan fell due.</summary>
/// <param name="Group">The group, or null for the final bilan.</param>
/// <param name="Due">The day on which it is due.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("bilan_due_learned")]
public sealed record BilanDueNoted(Guid Engagement, Guid? Group, DateOnly Due, Origin Origin) : GroupFact;

/// <summary>The minimum term that a frame asks for is reached.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("minimum_term_learned")]
public sealed record MinimumTermNoted(Guid Engagement, Origin Origin) : GroupFact;

/// <summary>A decision was adopted in common (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("decision_learned")]
public sealed record DecisionNoted(Guid Engagement, Guid Decision, Guid Session, Origin Origin) : GroupFact;

/// <summary>A decision is adopted in common no more (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Auditor)]
[Formerly("decision_set_aside_learned")]
public sealed record DecisionSetAsideNoted(Guid Engagement, Guid Decision, Guid Session, Origin Origin) : GroupFact;

/// <summary>An anonymous pulse of a session was counted.</summary>
/// <param name="Answered">How many answered.</param>
[SeenBy()]
[Formerly("pulse_learned")]
public sealed record PulseNoted(Guid Engagement, Guid Session, int Answered, IReadOnlyList<PulseScore> Scores, Origin Origin) : GroupFact;

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
    public override Guid Engagement { get; init; } = Engagement;
}

/// <summary>A bilan's text that covers sessions of the group was locked: their themes stand as they are.</summary>
/// <param name="Sessions">The group's sessions that it covers.</param>
[SeenBy()]
public sealed record BilanLockRecorded(Guid Engagement, Guid Bilan, IReadOnlyList<Guid> Sessions) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; init; } = Engagement;
}

/// <summary>A bilan's text that covered sessions of the group is locked no more.</summary>
[SeenBy()]
public sealed record BilanUnlockRecorded(Guid Engagement, Guid Bilan) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; init; } = Engagement;
}

/// <summary>A synthesis of sessions of the group was locked: their themes stand as they are.</summary>
/// <param name="Sessions">The sessions that it is of.</param>
[SeenBy()]
public sealed record SynthesisLockRecorded(Guid Engagement, Guid Synthesis, IReadOnlyList<Guid> Sessions) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; init; } = Engagement;
}

/// <summary>A synthesis of sessions of the group is locked no more.</summary>
[SeenBy()]
public sealed record SynthesisUnlockRecorded(Guid Engagement, Guid Synthesis) : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; init; } = Engagement;
}
