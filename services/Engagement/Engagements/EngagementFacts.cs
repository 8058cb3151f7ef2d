using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>The facts of an engagement.</summary>
public abstract record EngagementFact : Fact;

/// <summary>An engagement came of a qualified request.</summary>
public sealed record EngagementOpened(Guid Request, Guid Establishment, Kind Kind) : EngagementFact;

/// <summary>A facilitator, who declared independence, was assigned.</summary>
public sealed record FacilitatorAssigned(Guid Facilitator) : EngagementFact;

/// <summary>The diagnosis was started.</summary>
public sealed record DiagnosisStarted : EngagementFact;

/// <summary>A finding was recorded, at its level (S0).</summary>
public sealed record DiagnosisFindingRecorded(Guid Finding, Sealed Text, FindingLevel Level) : EngagementFact;

/// <summary>A protagonist was heard: in which capacity, and what they ask (S3).</summary>
public sealed record ProtagonistHeard(Guid Protagonist, Capacity Capacity, Sealed? Asks) : EngagementFact;

/// <summary>The diagnosis was given back to those it concerns.</summary>
public sealed record DiagnosisRestituted(Sealed Summary) : EngagementFact;

/// <summary>The dispositif designed after the diagnosis is of another kind than the request was qualified for (S2).</summary>
public sealed record KindRedirected(Kind From, Kind To) : EngagementFact;

/// <summary>A dispositif was proposed; it pins the frames and the protocol.</summary>
public sealed record DispositifProposed(Dispositif Dispositif) : EngagementFact;

/// <summary>The proposed dispositif was revised before it was agreed.</summary>
public sealed record DispositifRevised(Dispositif Dispositif) : EngagementFact;

/// <summary>The dispositif passes what a frame asks for; it is recorded and shown, never refused.</summary>
/// <param name="Rule">The frame's rule.</param>
public sealed record DispositifBreachRecorded(Rule Rule, int Planned, int Allowed) : EngagementFact;

/// <summary>The dispositif was agreed by the one who asks.</summary>
public sealed record DispositifAgreed : EngagementFact;

/// <summary>A group was constituted for the engagement.</summary>
public sealed record GroupAdded(Guid Group) : EngagementFact;

/// <summary>A member was enrolled in one of the engagement's groups.</summary>
public sealed record MemberAdmitted(Guid Group, Guid Person) : EngagementFact;

/// <summary>One of the engagement's groups was sealed.</summary>
public sealed record GroupSealingNoted(Guid Group) : EngagementFact;

/// <summary>A charter was proposed; acceptances of an earlier text are void.</summary>
/// <param name="Outward">What the establishment will receive, and nothing else (S2).</param>
public sealed record CharterProposed(Sealed Text, IReadOnlyList<OutwardItem> Outward) : EngagementFact;

/// <summary>A member, or the facilitator, accepted the charter.</summary>
public sealed record CharterAccepted(Guid Person) : EngagementFact;

/// <summary>The charter was accepted by every member and the facilitator, and ratified.</summary>
public sealed record CharterRatified : EngagementFact;

/// <summary>The engagement is active: its groups meet.</summary>
public sealed record EngagementActivated : EngagementFact;

/// <summary>The engagement was suspended.</summary>
public sealed record EngagementSuspended(Sealed Reason) : EngagementFact;

/// <summary>The engagement was resumed.</summary>
public sealed record EngagementResumed : EngagementFact;

/// <summary>The engagement ended before the minimum term that a frame asks for; recorded, never refused.</summary>
/// <param name="Rule">The frame's rule.</param>
/// <param name="MinimumMonths">The term it asks for.</param>
public sealed record EngagementEndedEarly(Rule Rule, int MinimumMonths) : EngagementFact;

/// <summary>The engagement is concluded.</summary>
public sealed record EngagementConcluded : EngagementFact;

/// <summary>The engagement was abandoned before it was active.</summary>
public sealed record EngagementAbandoned(Sealed Reason) : EngagementFact;

/// <summary>Session told that a session was held.</summary>
public sealed record SessionHeldLearned(SessionHeld Message) : EngagementFact;

/// <summary>Session told that the interval between two sessions was passed; recorded and shown (S3, S4).</summary>
public sealed record IntervalBreached(SessionIntervalBreached Message) : EngagementFact;

/// <summary>Reporting told that an intermediate bilan was agreed.</summary>
public sealed record IntermediateBilanAgreementLearned(IntermediateBilanAgreed Message) : EngagementFact;

/// <summary>Reporting told that the final bilan was agreed: the engagement may conclude.</summary>
public sealed record FinalBilanAgreementLearned(FinalBilanAgreed Message) : EngagementFact;

/// <summary>Reporting told that the negotiation of a bilan failed; of the final one, the engagement may conclude.</summary>
public sealed record NegotiationFailureLearned(NegotiationFailed Message) : EngagementFact;
