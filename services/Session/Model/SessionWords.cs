using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>A theme: one of Gollac's six axes and one of three levels.</summary>
/// <param name="Axis">The axis of psychosocial risks, after Gollac; working hours apart.</param>
/// <param name="Level">Whether it is of one person's work, of the team or of the establishment (S0).</param>
public sealed record CodedTheme(Axis Axis, Level Level);

/// <summary>Kinds of contribution.</summary>
public enum ContributionKind
{
    /// <summary>The narrator tells the situation.</summary>
    Expose,

    /// <summary>A question about the situation.</summary>
    Question,

    /// <summary>An interpretation, on which the narrator will pronounce (S2).</summary>
    Interpretation,

    /// <summary>What a member imagines they would do (S4).</summary>
    Piste,

    /// <summary>Part of a response adapted to the situation (S2).</summary>
    Response,

    /// <summary>What puts the situation at a distance (S1), or the right distance (S3).</summary>
    Distance,

    /// <summary>A reading of the situation made together (S1).</summary>
    Reading,

    /// <summary>A thread of understanding (S1).</summary>
    Thread,

    /// <summary>The situation put as a problem (S3).</summary>
    Problem,

    /// <summary>An analysis of the situation (S3).</summary>
    Analysis,

    /// <summary>What can be changed (S3).</summary>
    Change,

    /// <summary>What the relation told stirs in whoever hears it (S3).</summary>
    Resonance,

    /// <summary>A relational knot (S3).</summary>
    Knot,

    /// <summary>How the team speaks to one another (S3).</summary>
    Communication,

    /// <summary>What one expects of the others (S3).</summary>
    Expectation,

    /// <summary>How the work is organised (S3).</summary>
    Organisation,

    /// <summary>A representation of mission and trade (S3).</summary>
    Representation,

    /// <summary>What could be decided (S3).</summary>
    Proposal,

    /// <summary>What the narrator asks of the group (S0).</summary>
    Contract,

    /// <summary>What the group offers in answer (S0).</summary>
    Consultation,

    /// <summary>What the narrator will do (S0).</summary>
    ActionPlan,

    /// <summary>What one learned (S0).</summary>
    Learning,

    /// <summary>What the session was worth (S0).</summary>
    Evaluation,
}

/// <summary>How the narrator pronounces on an interpretation.</summary>
public enum Stance
{
    /// <summary>It holds, for the narrator.</summary>
    Holds,

    /// <summary>It holds in part, for the narrator.</summary>
    Partly,

    /// <summary>It does not hold, for the narrator.</summary>
    DoesNotHold,
}

/// <summary>What a session ends with.</summary>
public enum Outcome
{
    /// <summary>What can be changed (S3).</summary>
    Change,

    /// <summary>An action track that was opened from it, or followed at it (S0, S3).</summary>
    ActionTrack,

    /// <summary>An explicit 'none', where the frame allows it (S1).</summary>
    None,

    /// <summary>A decision agreed in common (S3).</summary>
    Decision,
}

/// <summary>What may break the frame of a session (S3).</summary>
public enum IncidentKind
{
    /// <summary>Somebody, present or absent, was judged.</summary>
    Judgement,

    /// <summary>The session turned to therapy.</summary>
    Therapy,

    /// <summary>A complaint without perspective.</summary>
    ComplaintWithoutPerspective,

    /// <summary>What was told was carried elsewhere.</summary>
    BreachOfConfidence,
}

/// <summary>On which ground of penal code 226-14 the exception to secrecy is invoked.</summary>
public enum ExceptionBasis
{
    /// <summary>Privation or abuse of a minor or of a person who cannot protect themself (1°).</summary>
    MinorOrVulnerablePerson,

    /// <summary>Violence that a physician or care professional reports to the prosecutor or to the unit for worrying information (2°).</summary>
    ReportByCareProfessional,

    /// <summary>Violence within a couple that puts a life in immediate danger (3°).</summary>
    PartnerViolence,

    /// <summary>A person who is dangerous and holds or wants a weapon (4°).</summary>
    DangerousPerson,
}

/// <summary>Gollac's six axes of psychosocial risks; working hours are coded apart, as the seven factors of RPS-DU ask.</summary>
public enum Axis
{
    /// <summary>Intensity and time of work (intensité et temps de travail).</summary>
    WorkIntensityAndTime,

    /// <summary>Difficult working hours: of Gollac's first axis, a factor of its own in RPS-DU.</summary>
    WorkingHours,

    /// <summary>Emotional demands (exigences émotionnelles).</summary>
    EmotionalDemands,

    /// <summary>Lack of autonomy (manque d'autonomie).</summary>
    LackOfAutonomy,

    /// <summary>Degraded social relations at work (rapports sociaux dégradés).</summary>
    DegradedSocialRelations,

    /// <summary>Conflicts of values (conflits de valeurs).</summary>
    ConflictsOfValues,

    /// <summary>Insecurity of the work situation (insécurité de la situation de travail).</summary>
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

/// <summary>What is hard to believe of a session.</summary>
public enum Implausibility
{
    /// <summary>Its group, or its facilitator, was in another session at the same time.</summary>
    AtOnce,

    /// <summary>It lasted longer than from its opening to its closing, or was open for more than a day.</summary>
    Minutes,
}

/// <summary>Why it is so all the same.</summary>
public enum Explanation
{
    /// <summary>Opening and closing were told afterwards, and not at their own times.</summary>
    ToldAfterwards,

    /// <summary>Two groups met together; it explains nothing of one group's two sessions.</summary>
    MetTogether,

    /// <summary>It was interrupted, and went on another day.</summary>
    Interrupted,

    /// <summary>Another facilitator led with this one.</summary>
    CoFacilitated,
}
