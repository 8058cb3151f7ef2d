using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>The facts of a session (séance).</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public abstract record SessionFact : Fact;

/// <summary>A session was scheduled; it pins the protocol of its engagement.</summary>
/// <param name="Members">Who is expected: the group as it stands.</param>
/// <param name="Frame">The first frame that the dispositif follows.</param>
/// <param name="Strictness">How closely the frame asks the protocol to be followed.</param>
/// <param name="OutcomeRule">Which frame says whether a session may end with nothing, where one does.</param>
/// <param name="ChildFree">Whether no child may be present.</param>
/// <param name="Own">The practice's own protocol as it was published, where the engagement pins one; else it is a shipped one.</param>
/// <param name="Left">Who of them has left since, where it is told afterwards: they read nothing of it.</param>
/// <param name="ChildFreeRule">Which frame asks that no child is present, where one does.</param>
public sealed record SessionScheduled(
    Guid Engagement,
    Guid Group,
    Guid Facilitator,
    IReadOnlyList<Guid> Members,
    Pin Protocol,
    DateTimeOffset PlannedFor,
    int Minutes,
    bool NoneAllowed,
    string Frame,
    Strictness Strictness = Strictness.Strict,
    RuleOrigin? OutcomeRule = null,
    bool ChildFree = false,
    Protocol? Own = null,
    IReadOnlyList<Guid>? Left = null,
    RuleOrigin? ChildFreeRule = null
) : SessionFact, IBelongsToEngagement;

/// <summary>The interval that the frame allows was passed when this session was scheduled; recorded, never refused.</summary>
public sealed record IntervalBreached(int Days, int AllowedDays) : SessionFact;

/// <summary>A session was moved.</summary>
public sealed record SessionRescheduled(DateTimeOffset PlannedFor, Sealed Reason) : SessionFact;

/// <summary>A session will not be held.</summary>
public sealed record SessionCancelled(Sealed Reason) : SessionFact;

/// <summary>A session began.</summary>
public sealed record SessionOpened : SessionFact;

/// <summary>The session was held after the engagement's term; recorded, never refused.</summary>
/// <param name="Until">When the term ended.</param>
public sealed record TermPassed(DateTimeOffset Until) : SessionFact;

/// <summary>The group or its facilitator changed while the session was ahead or ran: from now on it is theirs.</summary>
/// <param name="Left">Who of the members has left since, where it is told afterwards: they read nothing of it.</param>
/// <param name="Facilitator">Who leads it; null while nobody does.</param>
public sealed record GroupChanged(IReadOnlyList<Guid> Members, Guid? Facilitator, IReadOnlyList<Guid>? Left = null) : SessionFact;

/// <summary>Who was in the group when the session was held left it, or leads it no more: where they were there, they read it up to here.</summary>
public sealed record ReaderLeft(Guid Person) : SessionFact;

/// <summary>Who led the session leads its group again: they read all of it.</summary>
public sealed record ReaderReturned(Guid Person) : SessionFact;

/// <summary>The session is interrupted; it goes on later from where it is.</summary>
/// <param name="By">The member who interrupted it: they were there. Null where the facilitator did, or where that was not kept yet.</param>
public sealed record SessionSuspended(Sealed Reason, Guid? By = null) : SessionFact;

/// <summary>The session goes on.</summary>
public sealed record SessionResumed : SessionFact;

/// <summary>Who is present; regular presence is an obligation and is recorded (S3).</summary>
/// <param name="Kept">Those of them who stay recorded since they were erased: the service says so, and the facilitator need not name them. Null where that
/// was not told apart yet, nor who took part kept from becoming absent.</param>
public sealed record AttendanceRecorded(IReadOnlyList<Guid> Present, IReadOnlyList<Guid>? Kept = null) : SessionFact;

/// <summary>A member offered a lived work situation to the group.</summary>
/// <param name="From">The situation of the group's backlog that it is, told again.</param>
public sealed record SituationRaised(Guid Situation, Guid Author, Sealed Text, Guid? From = null) : SessionFact;

/// <summary>The group chose a situation that federates; the others go back to its backlog (S4).</summary>
public sealed record SituationChosen(Guid Situation) : SessionFact;

/// <summary>The member whose situation is worked on; never the facilitator.</summary>
public sealed record NarratorDesignated(Guid Narrator) : SessionFact;

/// <summary>The narrator said from where they start, to be measured against at the end (S4).</summary>
public sealed record StartingPositionStated(Sealed Text) : SessionFact;

/// <summary>A phase of the protocol began.</summary>
/// <param name="Minutes">Its soft time box, where it has one.</param>
public sealed record PhaseStarted(string Phase, int? Minutes = null) : SessionFact;

/// <summary>The time box of the phase that runs has passed; the group is reminded and nothing is cut.</summary>
public sealed record TimeBoxPassed(string Phase) : SessionFact;

/// <summary>A guided protocol was left, with its reason.</summary>
/// <param name="Phase">The phase where it was left, or null at the closing.</param>
public sealed record ProtocolDeviationJustified(string? Phase, Sealed Reason) : SessionFact;

/// <summary>A phase of the protocol has what it asks and ended.</summary>
public sealed record PhaseCompleted(string Phase) : SessionFact;

/// <summary>Somebody brought something in a phase.</summary>
public sealed record ContributionMade(Guid Contribution, Guid Author, string Phase, ContributionKind Kind, Sealed Text, bool Private)
    : SessionFact;

/// <summary>Its author took a contribution back; nobody edits another's.</summary>
public sealed record ContributionWithdrawn(Guid Contribution) : SessionFact;

/// <summary>The narrator pronounced on an interpretation (S2).</summary>
public sealed record InterpretationPronounced(Guid Contribution, Stance Stance, Sealed? Text) : SessionFact;

/// <summary>The narrator said what they want; it depends on them (S4).</summary>
public sealed record ObjectiveStated(Sealed Text) : SessionFact;

/// <summary>The narrator gave feedback, against the starting position (S4).</summary>
public sealed record FeedbackGiven(Sealed Text) : SessionFact;

/// <summary>A member said what the session stirred in them (S4).</summary>
public sealed record EchoGiven(Guid Author, Sealed Text, bool Private) : SessionFact;

/// <summary>Somebody proposed a decision to be agreed in common (S3).</summary>
/// <param name="Present">Those recorded present, who all agree or it is not adopted; null where that was not recorded yet.</param>
public sealed record DecisionProposed(Guid Decision, Guid Author, Sealed Text, IReadOnlyList<Guid>? Present = null) : SessionFact;

/// <summary>A member agreed to a decision.</summary>
public sealed record DecisionAgreed(Guid Decision, Guid Member) : SessionFact;

/// <summary>Everyone present agreed: the decision is adopted in common (S3).</summary>
/// <param name="Text">Its text, sealed anew under the engagement's key: it is the group's, and outlives whoever proposed it.</param>
/// <param name="Of">How many members the group had: half of them at least were present. Null where that was not asked yet.</param>
/// <param name="Present">Those recorded present, of whom it is asked by the record as it stands later too. Null where it was adopted before that was asked.</param>
public sealed record CommonDecisionAdopted(Guid Decision, Sealed? Text = null, int? Of = null, IReadOnlyList<Guid>? Present = null)
    : SessionFact;

/// <summary>Somebody is recorded as present since who had not agreed: the decision is adopted in common no more (S3).</summary>
/// <param name="Unheard">Opaque ids of those who had not.</param>
public sealed record CommonDecisionSetAside(Guid Decision, IReadOnlyList<Guid> Unheard) : SessionFact;

/// <summary>Something broke the frame; said by a word of the field, its text for the group alone.</summary>
/// <param name="Contribution">The contribution that it flags, where it is one.</param>
public sealed record FrameIncidentRecorded(IncidentKind Kind, Sealed? Text, Guid? Contribution = null) : SessionFact;

/// <summary>The exception of penal code 226-14 was invoked: its basis, never content.</summary>
public sealed record ConfidentialityExceptionInvoked(ExceptionBasis Basis) : SessionFact;

/// <summary>The session's themes, by axis and level; they count once an agreed bilan covers the session.</summary>
public sealed record ThemesCoded(IReadOnlyList<CodedTheme> Themes) : SessionFact;

/// <summary>How long the session lasted was entered wrongly.</summary>
public sealed record MinutesCorrected(int From, int To, CorrectionReason Reason) : SessionFact;

/// <summary>Who was present was entered wrongly. Ids stand in no member named from: that one names things.</summary>
/// <param name="PresentBefore">Opaque ids of those who were recorded as present.</param>
/// <param name="Present">Opaque ids of those who were.</param>
/// <param name="ContestableUntil">Until when a member whose presence it changes may contest that.</param>
public sealed record AttendanceCorrected(
    IReadOnlyList<Guid> PresentBefore,
    IReadOnlyList<Guid> Present,
    CorrectionReason Reason,
    DateTimeOffset ContestableUntil
) : SessionFact;

/// <summary>The themes of the session were coded wrongly.</summary>
public sealed record ThemesCorrected(IReadOnlyList<CodedTheme> From, IReadOnlyList<CodedTheme> To, CorrectionReason Reason) : SessionFact;

/// <summary>A member contests what was recorded of their own presence: of a correction it is again as it was recorded before, of the first entry of a closed
/// session they were not there. Whose presence they alone confirmed is recorded so no more, where they say that they were not there.</summary>
/// <param name="Present">Opaque ids of those who are recorded as present since.</param>
public sealed record CorrectionContested(Guid Member, IReadOnlyList<Guid> Present) : SessionFact;

/// <summary>A member of whom it was not recorded that they were present says that they were: a word beside the record until somebody confirms it.</summary>
/// <param name="Present">Opaque ids of those who are recorded as present since, where the member's word alone was enough; null where it waits.</param>
/// <param name="ConfirmableUntil">Until when somebody who was there may confirm it; null where the word alone was enough.</param>
public sealed record PresenceClaimed(Guid Member, IReadOnlyList<Guid>? Present = null, DateTimeOffset? ConfirmableUntil = null)
    : SessionFact;

/// <summary>Who led the session, or somebody recorded as present at it, confirms that a member was there who says so: they are recorded so.</summary>
/// <param name="Present">Opaque ids of those who are recorded as present since.</param>
/// <param name="By">Who of those present confirms it: it stands as long as they were there. Null where who led the session does.</param>
public sealed record PresenceConfirmed(Guid Member, IReadOnlyList<Guid> Present, Guid? By = null) : SessionFact;

/// <summary>Reporting told that a bilan's text which covers the session was locked: its themes stand.</summary>
/// <param name="BilanVersion">Of the bilan: of two words about one, the later version holds.</param>
public sealed record ThemesLocked(Guid Bilan, long BilanVersion) : SessionFact;

/// <summary>Reporting told that a bilan's text which covers the session is locked no more.</summary>
/// <param name="BilanVersion">Of the bilan: of two words about one, the later version holds.</param>
public sealed record ThemesUnlocked(Guid Bilan, long BilanVersion) : SessionFact;

/// <summary>Reporting told that a synthesis which covers the session was locked: its themes stand.</summary>
/// <param name="SynthesisVersion">Of the synthesis: of two words about one, the later version holds.</param>
public sealed record SynthesisLockLearned(Guid Synthesis, long SynthesisVersion) : SessionFact;

/// <summary>Reporting told that a synthesis which covers the session is written anew.</summary>
/// <param name="SynthesisVersion">Of the synthesis: of two words about one, the later version holds.</param>
public sealed record SynthesisUnlockLearned(Guid Synthesis, long SynthesisVersion) : SessionFact;

/// <summary>Engagement told that it is concluded: nothing of the session is corrected any more.</summary>
public sealed record SessionSettled : SessionFact;

/// <summary>The session ended on what can be changed, an action track, or an explicit 'none'.</summary>
/// <param name="ContestableUntil">Until when a member may say that they were present who is not recorded so, or that they were not; null where it was closed before
/// that was asked.</param>
public sealed record SessionClosed(int Minutes, Outcome Outcome, DateTimeOffset? ContestableUntil = null) : SessionFact;

/// <summary>Something that is hard to believe was explained: conformance and attestations show it.</summary>
public sealed record ImplausibilityExplained(Implausibility What, Explanation Why) : SessionFact;
