using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>Where an engagement is. The order is the one in which they come.</summary>
public enum EngagementState
{
    /// <summary>It came of a request.</summary>
    Opened,

    /// <summary>The facilitator finds out what is asked for.</summary>
    Diagnosing,

    /// <summary>The diagnosis was given back; a dispositif is designed.</summary>
    Designing,

    /// <summary>The dispositif is agreed; groups and charter are made.</summary>
    Chartering,

    /// <summary>Groups meet.</summary>
    Active,

    /// <summary>Groups do not meet for now.</summary>
    Suspended,

    /// <summary>The final bilan is agreed, or its negotiation failed.</summary>
    Concluding,

    /// <summary>It is over.</summary>
    Concluded,

    /// <summary>It was given up before it was active.</summary>
    Abandoned,
}

/// <summary>A group as its engagement knows it.</summary>
public sealed record EngagedGroup(Guid Group, bool Sealed);

/// <summary>A member as the engagement knows them.</summary>
public sealed record EngagedMember(Guid Group, Guid Person, Guid? Institution = null);

/// <summary>What was entered wrongly of an engagement and put right.</summary>
/// <param name="Field">establishment, spans or authorityOver.</param>
/// <param name="From">The establishment of before.</param>
/// <param name="To">The one in its place.</param>
/// <param name="IsAlone">Whether it was for one establishment alone: that is told, and where several are, none learns of another.</param>
public sealed record EngagementCorrection(
    string Field,
    Guid? From,
    Guid? To,
    CorrectionReason Reason,
    DateTimeOffset At,
    bool IsAlone = false
);

/// <summary>Another establishment took the place of one that the engagement is for; what was handed over before stays with that.</summary>
/// <param name="Establishment">The one of before.</param>
/// <param name="Successor">The one that reads it since; null where the engagement was for it already.</param>
/// <param name="IsGivenBack">Whether the diagnosis had been given back: to the one of before.</param>
public sealed record Handover(Guid Establishment, Guid? Successor, DateTimeOffset At, bool IsGivenBack);

/// <summary>An establishment that the engagement is for employs its facilitator, since it took the place of another one.</summary>
/// <param name="Establishment">The one that employs the facilitator, and that took another's place.</param>
/// <param name="Rule">The frame's, which the facilitator's employment breaks.</param>
/// <param name="At">When it took that place.</param>
public sealed record ExternalityBreach(Guid Establishment, Rule Rule, DateTimeOffset At);
