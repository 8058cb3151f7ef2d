using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The establishment receives what the charter says, and nothing else (S2).</summary>
public static class Transparency
{
    /// <summary>Agreed bilans.</summary>
    public const string Bilans = "bilans";

    /// <summary>Validated syntheses.</summary>
    public const string Syntheses = "syntheses";

    /// <summary>Action tracks: their state, and their text once it is listed.</summary>
    public const string ActionTracks = "action-tracks";

    /// <summary>Decisions taken in common.</summary>
    public const string Decisions = "decisions";

    /// <summary>Released indicators.</summary>
    public const string Indicators = "indicators";

    /// <summary>The attendance rate, among released indicators.</summary>
    public const string AttendanceRate = "attendance-rate";

    private static readonly Rule OfTheCharter = new("always", "transparency", "S2");

    /// <summary>Whether the charter of the group's engagement says that the establishment receives this. What was not told is not withheld.</summary>
    public static bool Gives(this GroupRecord group, string item) => group.Activation?.Outward is not { } outward || outward.Contains(item);

    /// <summary>Why this may not leave these groups, or null.</summary>
    public static Refusal? Refused(IEnumerable<GroupRecord> groups, string item) =>
        groups.All(g => g.Gives(item))
            ? null
            : Refusal.OfRule(
                OfTheCharter,
                $"The charter does not say that the establishment receives {item}.",
                "First propose a charter that says so, have everyone accept it, and ratify it."
            );
}
