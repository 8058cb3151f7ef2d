using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>The facts of a session (séance).</summary>
public abstract record SessionFact : Fact;

/// <summary>A session was scheduled; it pins the protocol of its engagement.</summary>
/// <param name="Members">Who is expected: the group as it is sealed.</param>
public sealed record SessionScheduled(
    Guid Engagement,
    Guid Group,
    Guid Facilitator,
    IReadOnlyList<Guid> Members,
    Pin Protocol,
    DateTimeOffset PlannedFor,
    int Minutes,
    bool NoneAllowed,
    string Frame
) : SessionFact, IBelongsToEngagement;

/// <summary>The interval that the frame allows was passed when this session was scheduled; recorded, never refused.</summary>
public sealed record IntervalBreached(int Days, int AllowedDays) : SessionFact;

/// <summary>A session was moved.</summary>
public sealed record SessionRescheduled(DateTimeOffset PlannedFor, Sealed Reason) : SessionFact;

/// <summary>A session will not be held.</summary>
public sealed record SessionCancelled(Sealed Reason) : SessionFact;

/// <summary>A session began.</summary>
public sealed record SessionOpened : SessionFact;

/// <summary>Who is present; regular presence is an obligation and is recorded (S3).</summary>
public sealed record AttendanceRecorded(IReadOnlyList<Guid> Present) : SessionFact;

/// <summary>A member offered a lived work situation to the group.</summary>
public sealed record SituationRaised(Guid Situation, Guid Author, Sealed Text) : SessionFact;

/// <summary>The group chose a situation that federates; the others go back to its backlog (S4).</summary>
public sealed record SituationChosen(Guid Situation) : SessionFact;

/// <summary>The member whose situation is worked on; never the facilitator.</summary>
public sealed record NarratorDesignated(Guid Narrator) : SessionFact;

/// <summary>The narrator said from where they start, to be measured against at the end (S4).</summary>
public sealed record StartingPositionStated(Sealed Text) : SessionFact;

/// <summary>A phase of the protocol began.</summary>
public sealed record PhaseStarted(string Phase) : SessionFact;

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

/// <summary>The session's themes, by axis and level; they count once an agreed bilan covers the session.</summary>
public sealed record ThemesCoded(IReadOnlyList<CodedTheme> Themes) : SessionFact;

/// <summary>The session ended on what can be changed, an action track, or an explicit 'none'.</summary>
public sealed record SessionClosed(int Minutes, Outcome Outcome) : SessionFact;

/// <summary>A theme: one of Gollac's six axes and one of three levels.</summary>
public sealed record CodedTheme(Axis Axis, Level Level);

/// <summary>Kinds of contribution.</summary>
public enum ContributionKind
{
    /// <summary>The narrator tells the situation.</summary>
    Expose,

    /// <summary>A question.</summary>
    Question,

    /// <summary>An interpretation, on which the narrator will pronounce (S2).</summary>
    Interpretation,

    /// <summary>What a member imagines they would do (S4).</summary>
    Piste,

    /// <summary>Part of a response adapted to the situation (S2).</summary>
    Response,
}

/// <summary>How the narrator pronounces on an interpretation.</summary>
public enum Stance
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It holds in part.</summary>
    Partly,

    /// <summary>It does not hold.</summary>
    DoesNotHold,
}

/// <summary>What a session ends with.</summary>
public enum Outcome
{
    /// <summary>What can be changed.</summary>
    Change,

    /// <summary>An action track.</summary>
    ActionTrack,

    /// <summary>An explicit 'none', where the frame allows it (S1).</summary>
    None,
}

/// <summary>Gollac's six axes of psychosocial risks.</summary>
public enum Axis
{
    /// <summary>Intensity and time of work.</summary>
    WorkIntensityAndTime,

    /// <summary>Emotional demands.</summary>
    EmotionalDemands,

    /// <summary>Lack of autonomy.</summary>
    LackOfAutonomy,

    /// <summary>Degraded social relations.</summary>
    DegradedSocialRelations,

    /// <summary>Conflicts of values.</summary>
    ConflictsOfValues,

    /// <summary>Insecurity of the work situation.</summary>
    InsecurityOfWorkSituation,
}

/// <summary>The level a theme stands at (S0).</summary>
public enum Level
{
    /// <summary>One person's work.</summary>
    Individual,

    /// <summary>The team.</summary>
    Collective,

    /// <summary>The establishment.</summary>
    Organisational,
}
