using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of an engagement.</summary>
public abstract record EngagementFact : Fact;

/// <summary>An engagement came of a qualified request.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementOpened(Guid Request, Guid Establishment, Kind Kind) : EngagementFact;

/// <summary>A facilitator, who declared independence, was assigned.</summary>
/// <param name="Members">The members that were there: the facilitator holds authority over none, as the practice says. Null where there was none.</param>
/// <param name="Relieved">Whom this relieves of an engagement that runs, at once; null where nobody led it, and in what was assigned while who was replaced
/// led on until the successor accepted the charter.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record FacilitatorAssigned(Guid Facilitator, IReadOnlyList<Guid>? Members = null, Guid? Relieved = null) : EngagementFact;

/// <summary>The diagnosis was started.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DiagnosisStarted : EngagementFact;

/// <summary>A finding was recorded, at its level (S0).</summary>
[SeenBy(Roles.Facilitator)]
public sealed record DiagnosisFindingRecorded(Guid Finding, Sealed Text, FindingLevel Level) : EngagementFact;

/// <summary>A protagonist was heard: in which capacity, what they ask, and what is at stake for them (S3).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record ProtagonistHeard(Guid Protagonist, Capacity Capacity, Sealed? Asks, Sealed? Stakes = null) : EngagementFact;

/// <summary>A support process was proposed to the protagonists; earlier validations are void (S3, regulation).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record SupportProcessProposed(Sealed Text) : EngagementFact;

/// <summary>A protagonist validated the support process (S3, regulation).</summary>
/// <param name="Capacity">In which capacity; null where those who lead and the team were not both asked for yet.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DiagnosisValidated(Guid Protagonist, Capacity? Capacity = null) : EngagementFact;

/// <summary>The diagnosis was given back to those it concerns.</summary>
/// <param name="Measures">Where the group stood, where that was said.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DiagnosisRestituted(Sealed Summary, IReadOnlyList<Measured>? Measures = null) : EngagementFact;

/// <summary>The engagement was redirected to another kind than the request was qualified for, by a person, with a reason (S2, S3).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record KindRedirected(Kind From, Kind To, Sealed? Reason = null) : EngagementFact;

/// <summary>The engagement spans one more establishment.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member)]
public sealed record EstablishmentJoined(Guid Establishment) : EngagementFact;

/// <summary>The engagement is for another establishment: it was entered for the wrong one, or another one took its place. Which ones it is for is the
/// practice's to know; the one of before reads it no more.</summary>
/// <param name="From">The establishment of before, that asked or that it spans.</param>
/// <param name="To">The one in its place; null where it was joined wrongly.</param>
/// <param name="Reason">Why it was corrected; null where another establishment took its place.</param>
/// <param name="Keeps">Whether what was handed to the one of before stays with it; not so where it was replaced before that was asked.</param>
/// <param name="Lapses">Whether it paid: what waited for its acceptance waits no more.</param>
/// <param name="Breaks">The rule of externality that the facilitator's employment breaks from now on.</param>
/// <param name="AcceptedAt">When the one in its place accepted that it pays from now on; null where it was not asked, as before, or it was put right.</param>
/// <param name="ContestableUntil">Until when it might object to that, where the practice had recorded it.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member)]
public sealed record EstablishmentReplaced(
    Guid From,
    Guid? To,
    CorrectionReason? Reason = null,
    bool Keeps = false,
    bool Lapses = false,
    Rule? Breaks = null,
    DateTimeOffset? AcceptedAt = null,
    DateTimeOffset? ContestableUntil = null
) : EngagementFact;

/// <summary>The facilitator does hold authority over these members, whatever was said at the assignment.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record AuthorityCorrected(IReadOnlyList<Guid> Members, CorrectionReason Reason) : EngagementFact;

/// <summary>A dispositif was proposed; it pins the frames and the protocol.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DispositifProposed(Dispositif Dispositif) : EngagementFact;

/// <summary>The proposed dispositif was revised before it was agreed.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DispositifRevised(Dispositif Dispositif) : EngagementFact;

/// <summary>The dispositif passes what a frame asks for; it is recorded and shown, never refused.</summary>
/// <param name="Rule">The frame's rule.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DispositifBreachRecorded(Rule Rule, int Planned, int Allowed) : EngagementFact;

/// <summary>The dispositif was agreed by the one who asks.</summary>
/// <param name="Acceptance">How; null in what was agreed before it was told.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DispositifAgreed(Acceptance? Acceptance = null) : EngagementFact;

/// <summary>An amendment of the agreed dispositif was proposed, with a reason; it takes the place of one that was not accepted.</summary>
/// <param name="RateFrom">From when on a new rate is to hold, where it is not from the acceptance on.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DispositifAmendmentProposed(Guid Proposal, Dispositif Dispositif, Sealed Reason, DateTimeOffset? RateFrom = null)
    : EngagementFact;

/// <summary>The agreed dispositif was amended, with a reason; it follows the same frames.</summary>
/// <param name="Acceptance">How who pays accepted it; null in what the practice amended alone, as it could before, and where terms that had been accepted before
/// hold again since another acceptance was contested.</param>
/// <param name="Proposal">What was accepted.</param>
/// <param name="RateFrom">From when on the rate holds, where it is a new one.</param>
/// <param name="Restores">Whether nothing is new: it stood before an acceptance that was contested.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record DispositifAmended(
    Dispositif Dispositif,
    Sealed Reason,
    Acceptance? Acceptance = null,
    Guid? Proposal = null,
    DateTimeOffset? RateFrom = null,
    bool Restores = false
) : EngagementFact;

/// <summary>The practice recorded that who pays accepted something: they are told of it, and may contest it.</summary>
/// <param name="ContestableUntil">Until when.</param>
/// <param name="Proposal">The proposal; null of the dispositif itself.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record AcceptanceRecorded(Accepted What, DateTimeOffset ContestableUntil, Guid? Proposal = null) : EngagementFact;

/// <summary>Who pays contested what the practice had recorded in their name.</summary>
/// <param name="Proposal">The proposal; null of the dispositif itself, which is agreed no more, unless they agreed to it themselves since.</param>
/// <param name="NeverBound">Whether it counts for nothing, from the beginning; false where the terms of before held again from the contest on, as they did before.</param>
/// <param name="Until">When the term ends without it.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record AcceptanceContested(
    Accepted What,
    Sealed Reason,
    Guid? Proposal = null,
    bool NeverBound = false,
    DateTimeOffset? Until = null
) : EngagementFact;

/// <summary>The engagement follows other versions of its frames from now on: an explicit act, with a reason.</summary>
/// <param name="Voids">Whether it voids the payer's agreement, given under the versions of before and not yet followed by a charter: they agree anew.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record FramesUpgraded(IReadOnlyList<Pin> From, IReadOnlyList<Pin> To, Sealed Reason, bool Voids = false) : EngagementFact;

/// <summary>Those who lead the establishment signed their own commitment (S3).</summary>
/// <param name="Person">Opaque id of who signed.</param>
/// <param name="Beside">Whether another establishment signed than the one that asked: it commits nobody else.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record ManagementCommitmentSigned(Guid Person, bool Beside = false) : EngagementFact;

/// <summary>A group was constituted for the engagement.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record GroupAdded(Guid Group) : EngagementFact;

/// <summary>A group was dissolved; the engagement goes on without it.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record GroupRemoved(Guid Group) : EngagementFact;

/// <summary>A member was enrolled in one of the engagement's groups.</summary>
/// <param name="Institution">Opaque id of the institution the person belongs to.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record MemberAdmitted(Guid Group, Guid Person, Guid? Institution = null) : EngagementFact;

/// <summary>A member of one of the engagement's groups left it.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record MemberDeparted(Guid Group, Guid Person) : EngagementFact;

/// <summary>One of the engagement's groups was sealed.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record GroupSealingNoted(Guid Group) : EngagementFact;

/// <summary>A charter was proposed; acceptances of an earlier text are void.</summary>
/// <param name="Outward">What the establishment will receive, and nothing else (S2).</param>
/// <param name="Catalogue">The version of the clause catalogue.</param>
/// <param name="Clauses">The clauses it holds, by code.</param>
/// <param name="TextHash">The hash of the exact text, clauses and list; what is accepted.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record CharterProposed(
    Sealed Text,
    IReadOnlyList<OutwardItem> Outward,
    int? Catalogue = null,
    IReadOnlyList<string>? Clauses = null,
    string? TextHash = null
) : EngagementFact;

/// <summary>A member, or the facilitator, accepted the charter, on its exact text.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record CharterAccepted(Guid Person, string? TextHash = null) : EngagementFact;

/// <summary>The charter was accepted by every member and the facilitator, and ratified.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record CharterRatified : EngagementFact;

/// <summary>The engagement is active: its groups meet.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementActivated : EngagementFact;

/// <summary>The engagement was suspended.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementSuspended(Sealed Reason) : EngagementFact;

/// <summary>The engagement was resumed.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementResumed : EngagementFact;

/// <summary>A renewal was proposed; it takes the place of one that was not accepted.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record RenewalProposed(Guid Proposal, int Months) : EngagementFact;

/// <summary>The engagement was renewed: its term ends later.</summary>
/// <param name="Acceptance">How who pays accepted it; null in what the practice renewed alone, as it could before, and where the end of before held again from when an
/// acceptance was contested, as it did before.</param>
/// <param name="Proposal">What was accepted.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementRenewed(DateTimeOffset Until, Acceptance? Acceptance = null, Guid? Proposal = null) : EngagementFact;

/// <summary>The engagement ends before its term, with a reason; its final bilan comes first all the same.</summary>
/// <param name="Rule">The frame's rule, or the dispositif's own term.</param>
/// <param name="MinimumMonths">The term it asks for.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementEndedEarly(Rule Rule, int MinimumMonths, Sealed? Reason = null) : EngagementFact;

/// <summary>A bilan is due: an intermediate one of a group, or, without a group, the final one (S2).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record BilanFellDue(Guid? Group, DateOnly Due) : EngagementFact;

/// <summary>The minimum term that a frame asks for is reached.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record MinimumTermPassed(Rule Rule, int Months) : EngagementFact;

/// <summary>A group held no session for longer than its frame allows; recorded and shown, it closes nothing (S3, S4).</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record SessionAwaitedTooLong(Guid Group, int Days, int AllowedDays) : EngagementFact;

/// <summary>A group held fewer or more sessions in a month than the frame asks for; recorded, nothing is closed by it (S3, S4).</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Asked">The bound that was passed.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record FrequencyBreached(Guid Group, DateOnly Month, int Held, int Asked, Rule Rule) : EngagementFact;

/// <summary>A sealed group has fallen under its fewest members; recorded and shown, it goes on (S1, S2, S3).</summary>
/// <param name="Asked">The fewest that its frames, or its dispositif, ask for.</param>
/// <param name="On">When somebody left it, or held a session in it.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record SizeBreached(Guid Group, int Members, int Asked, Rule Rule, DateTimeOffset On) : EngagementFact;

/// <summary>Session told that something broke the frame of a session: a word, nothing of content (S3).</summary>
/// <param name="Kind">The word.</param>
[SeenBy(Roles.Practice, Roles.Facilitator)]
[Formerly("frame_incident_learned")]
public sealed record FrameIncidentNoted(string Kind, Origin Origin) : EngagementFact;

/// <summary>Somebody who is not that person read a person's hours; the person sees it.</summary>
/// <param name="Whose">An id that follows from the person's, and stands nowhere else.</param>
/// <param name="By">In which role.</param>
[SeenBy(Roles.Member)]
public sealed record AttestationRead(Guid Whose, int Year, string By) : EngagementFact;

/// <summary>The engagement is concluded.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementConcluded : EngagementFact;

/// <summary>The engagement was abandoned before it was active.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
public sealed record EngagementAbandoned(Sealed Reason) : EngagementFact;

/// <summary>Session told that a session is to be held.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
[Formerly("session_scheduling_learned")]
public sealed record SessionSchedulingNoted(Guid Session, Origin Origin) : EngagementFact;

/// <summary>Session told that a session will not be held.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
[Formerly("session_cancellation_learned")]
public sealed record SessionCancellationNoted(Guid Session, Origin Origin) : EngagementFact;

/// <summary>Session told that a session was held.</summary>
/// <param name="Enrolled">Number of members who were expected.</param>
/// <param name="Present">Opaque ids of those who were there.</param>
/// <param name="Explained">True where its times or its length were hard to believe, and were explained; else absent.</param>
/// <param name="ToldByFacilitatorAlone">True where no member did anything in it by a token of their own; else absent.</param>
/// <param name="OpenedAt">When it was opened; it was closed at the origin's time.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
[Formerly("session_held_learned")]
public sealed record SessionHeldNoted(
    Guid Session,
    Guid Group,
    int Minutes,
    int Enrolled,
    IReadOnlyList<Guid> Present,
    Origin Origin,
    bool? Explained = null,
    bool? ToldByFacilitatorAlone = null,
    DateTimeOffset? OpenedAt = null
) : EngagementFact;

/// <summary>Session told that minutes or presence of a session were corrected. Who was there is the group's: of presence alone others do not see it.</summary>
/// <param name="Minutes">How long it lasted, where that was corrected.</param>
/// <param name="Present">Opaque ids of all who were there, where that was corrected.</param>
/// <param name="Enrolled">Number of members who were expected, told with who was there.</param>
/// <param name="Explained">True where its times or its length are hard to believe, and were explained; else absent.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
[Formerly("session_correction_learned")]
public sealed record SessionCorrectionNoted(
    Guid Session,
    Origin Origin,
    int? Minutes = null,
    IReadOnlyList<Guid>? Present = null,
    int? Enrolled = null,
    bool? Explained = null
) : EngagementFact;

/// <summary>Session told that the interval between two sessions was passed; recorded and shown (S3, S4).</summary>
/// <param name="Origin">The event of the session that came late.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
[Formerly("interval_breached")]
public sealed record IntervalBreachNoted(Guid Group, int Days, int AllowedDays, Origin Origin) : EngagementFact;

/// <summary>Reporting told that an intermediate bilan was agreed.</summary>
/// <param name="Origin">The event of the bilan that says so.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
[Formerly("intermediate_bilan_agreement_learned")]
public sealed record IntermediateBilanAgreementNoted(Origin Origin) : EngagementFact;

/// <summary>Reporting told that the final bilan was agreed: the engagement may conclude.</summary>
/// <param name="Orientations">Orientations that it recommends, by code.</param>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member)]
[Formerly("final_bilan_agreement_learned")]
public sealed record FinalBilanAgreementNoted(Guid Bilan, IReadOnlyList<string> Orientations, Origin Origin) : EngagementFact;

/// <summary>Reporting told that the negotiation of a bilan failed; of the final one, the engagement may conclude.</summary>
/// <param name="Final">Whether of the final one.</param>
[SeenBy(Roles.Practice, Roles.Facilitator)]
[Formerly("negotiation_failure_learned")]
public sealed record NegotiationFailureNoted(bool Final, Origin Origin) : EngagementFact;
