using System.Diagnostics.CodeAnalysis;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The French departments and what stands for one overseas, by their INSEE codes: a closed list, so that no place is told in words.</summary>
public static class Departments
{
    private static readonly HashSet<string> Codes =
    [
        // 20 is Corsica before 1976; 989, Clipperton, has nobody.
        .. Enumerable.Range(1, 95).Where(n => n != 20).Select(n => $"{n:D2}"),
        "2A",
        "2B",
        "971",
        "972",
        "973",
        "974",
        "975",
        "976",
        "977",
        "978",
        "984",
        "986",
        "987",
        "988",
    ];

    // The codes that FINESS has of its own.
    private static readonly Dictionary<string, string> OfFiness = new()
    {
        ["9A"] = "971",
        ["9B"] = "972",
        ["9C"] = "973",
        ["9D"] = "974",
        ["9E"] = "975",
        ["9F"] = "976",
    };

    /// <summary>Whether FINESS numbers begin with these two characters: a department's code, or the digits that those overseas share.</summary>
    internal static bool BeginsFiness(string two) => Codes.Contains(two) || two is "97" or "98";

    /// <summary>A code as it is kept: without blanks, in capitals, and INSEE's where FINESS has one of its own.</summary>
    [return: NotNullIfNotNull(nameof(entered))]
    public static string? Normal(string? entered) =>
        Identifiers.Normal(entered) is { } code ? OfFiness.GetValueOrDefault(code, code) : null;

    /// <summary>Why this is no code of one, or null.</summary>
    public static Refusal? Check(string code) =>
        Codes.Contains(code)
            ? null
            : Refusal.OfInput(
                "territory is not the code of a department.",
                "Give two digits, 2A or 2B, or three digits for an overseas department."
            );
}
