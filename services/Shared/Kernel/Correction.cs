namespace PracticeAnalysis.Kernel;

/// <summary>Why what was entered is put right: the list is closed.</summary>
public enum CorrectionReason
{
    /// <summary>It was typed wrongly.</summary>
    Mistyped,

    /// <summary>What it was taken from was wrong.</summary>
    WrongSource,

    /// <summary>It was left out.</summary>
    Omitted,

    /// <summary>It was right, and is otherwise since.</summary>
    Changed,
}

/// <summary>What of a resource may be corrected.</summary>
/// <param name="Field">The field, as the resource names it.</param>
/// <param name="By">The roles that may.</param>
/// <param name="Until">Until when; null where no time ends it.</param>
public sealed record Correctable(string Field, IReadOnlyList<string> By, DateTimeOffset? Until = null);
