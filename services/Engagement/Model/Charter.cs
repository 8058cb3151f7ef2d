using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What an establishment may receive: the list is closed (S3).</summary>
public enum OutwardItem
{
    /// <summary>Bilans, once they are agreed (S2).</summary>
    Bilans,

    /// <summary>Syntheses, once they are validated (S3).</summary>
    Syntheses,

    /// <summary>Action tracks that an agreed bilan or a validated synthesis lists (S3).</summary>
    ActionTracks,

    /// <summary>Decisions taken in common that an agreed bilan or a validated synthesis lists (S3).</summary>
    Decisions,

    /// <summary>Released indicators, masked where they are under their floor.</summary>
    Indicators,

    /// <summary>The attendance rate, among released indicators; never one person's presence (S3).</summary>
    AttendanceRate,

    /// <summary>Each person's hours, of periods that have ended.</summary>
    Attestations,
}

/// <summary>The charter: its text and clauses, what goes outward, who accepted it.</summary>
/// <param name="TextHash">What is accepted: the hash of the exact text, its clauses and its outward list.</param>
public sealed record Charter(
    Sealed Text,
    IReadOnlyList<OutwardItem> Outward,
    IReadOnlyList<Guid> AcceptedBy,
    bool Ratified,
    int Number = 1,
    int? Catalogue = null,
    IReadOnlyList<string>? Clauses = null,
    string? TextHash = null
)
{
    /// <summary>Everybody accepts, on the exact text.</summary>
    internal static readonly Rule Acceptance = new("always", "charter-acceptance", "S3");

    /// <summary>Who takes over has not accepted yet.</summary>
    public static readonly Refusal First = Refusal.OfRule(
        Acceptance,
        "You take over once you have accepted the charter; until then nobody leads.",
        "Read the charter, and accept its exact text."
    );
}

/// <summary>The command by which a person accepts the charter: who takes over brings no other one before.</summary>
public interface IAcceptsCharter;
