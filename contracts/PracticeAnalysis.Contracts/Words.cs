namespace PracticeAnalysis.Contracts;

/// <summary>How closely a session follows its protocol. Frame and protocol each say it, and the stricter holds, which comes later here.</summary>
public enum Strictness
{
    /// <summary>The order is advice.</summary>
    Free,

    /// <summary>A deviation needs a reason.</summary>
    Guided,

    /// <summary>No skip, no reorder, no other protocol.</summary>
    Strict,
}

/// <summary>Who must approve a text (S2); an objection blocks in either case. The stricter comes later.</summary>
public enum Approval
{
    /// <summary>The facilitator and more than half of the members.</summary>
    FacilitatorAndMajority,

    /// <summary>The facilitator and every member; who stands aside has decided too.</summary>
    FacilitatorAndEveryMember,
}

/// <summary>The tags of the documents that rules come from. What a practice writes itself bears none of them: its reader would take it for that
/// document's.</summary>
public static class SourceTags
{
    /// <summary>All of them; <c>design</c> is what none of the documents says.</summary>
    public static IReadOnlyList<string> All { get; } = ["S0", "S1", "S2", "S3", "S4", "eaje", "design"];

    /// <summary>Whether a word is one of them, or is read as one: in another case, with another number, with hyphens in it, or with something behind it.</summary>
    public static bool ReadsAsOne(string word) =>
        word.Replace("-", string.Empty, StringComparison.Ordinal) is var plain
        && (
            All.Contains(plain, StringComparer.OrdinalIgnoreCase)
            || plain is ['s' or 'S', >= '0' and <= '9', ..]
            || All.Any(tag => word.StartsWith($"{tag}-", StringComparison.OrdinalIgnoreCase))
        );
}
