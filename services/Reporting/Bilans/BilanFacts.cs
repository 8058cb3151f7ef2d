using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Reporting.Bilans;

/// <summary>The facts of a bilan.</summary>
public abstract record BilanFact : Fact;

/// <summary>A bilan was drafted from what the sessions of a period showed.</summary>
/// <param name="Groups">The groups it speaks of: one for an intermediate bilan, all of the engagement's for the final one.</param>
/// <param name="Parties">Who negotiates: the facilitator and every member of the groups. The establishment is no party.</param>
public sealed record BilanDrafted(
    Guid Engagement,
    Guid Establishment,
    bool Final,
    IReadOnlyList<Guid> Groups,
    Guid Facilitator,
    IReadOnlyList<Guid> Parties,
    DateOnly From,
    DateOnly To,
    Figures Figures,
    IReadOnlyList<Section> Sections
) : BilanFact, IBelongsToEngagement;

/// <summary>A party proposed another text for a section.</summary>
public sealed record AmendmentProposed(Guid Amendment, Guid By, Dimension Dimension, Sealed Text) : BilanFact;

/// <summary>An amendment took the place of its section's text; approvals given before are void.</summary>
public sealed record AmendmentAccepted(Guid Amendment) : BilanFact;

/// <summary>An amendment was not taken, with a reason.</summary>
public sealed record AmendmentRefused(Guid Amendment, Sealed Reason) : BilanFact;

/// <summary>The text is fixed: this hash is approved, and nothing else.</summary>
public sealed record ContentLocked(string TextHash, DateTimeOffset? Deadline) : BilanFact;

/// <summary>A party approved the locked text.</summary>
public sealed record PartyApproved(Guid Party, string TextHash) : BilanFact;

/// <summary>A party stands aside: it neither approves nor blocks; outside it shows as a count.</summary>
public sealed record DissentRecorded(Guid Party, string TextHash) : BilanFact;

/// <summary>A party objects, with a reason that the group sees; it blocks and reopens amendment.</summary>
public sealed record ObjectionRaised(Guid Objection, Guid Party, Sealed Reason) : BilanFact;

/// <summary>Its author took an objection back.</summary>
public sealed record ObjectionWithdrawn(Guid Objection) : BilanFact;

/// <summary>An orientation was recommended; a final bilan alone may.</summary>
public sealed record OrientationRecommended(string Code, Sealed Text) : BilanFact;

/// <summary>Every party approved or stood aside.</summary>
public sealed record BilanAgreed(string TextHash) : BilanFact;

/// <summary>No agreement came about; what is published of it is the failure, without text.</summary>
public sealed record NegotiationFailed : BilanFact;

/// <summary>The agreed bilan was handed to the establishment.</summary>
public sealed record BilanPublished : BilanFact;

/// <summary>What the sessions of a bilan's period showed, drawn up when it was drafted.</summary>
/// <param name="AttendancePercent">Members present in a hundred expected.</param>
public sealed record Figures(int Sessions, int Minutes, int AttendancePercent, IReadOnlyList<ThemeCount> Themes);

/// <summary>How often a theme was coded.</summary>
public sealed record ThemeCount(string Axis, string Level, int Count);

/// <summary>One section: what it says along one dimension.</summary>
public sealed record Section(Dimension Dimension, Sealed Text);

/// <summary>The dimensions along which a bilan speaks (S1).</summary>
public enum Dimension
{
    /// <summary>What works, what to adjust.</summary>
    ContinuousImprovement,

    /// <summary>The bond of the team.</summary>
    Bond,

    /// <summary>Professional development.</summary>
    ProfessionalDevelopment,

    /// <summary>Prevention of psychosocial risks.</summary>
    RpsPrevention,
}
