using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The French departments and what stands for one overseas, by their INSEE codes: a closed list, so that no place is told in words.</summary>
public static class Departments
{
    private static readonly HashSet<string> Codes =
    [
        // 20 is Corsica before 1976.
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
        "989",
    ];

    /// <summary>Why this is no code of one, or null.</summary>
    public static Refusal? Check(string code) =>
        Codes.Contains(code)
            ? null
            : Refusal.OfInput("territory is no code of a department.", "Give two digits, 2A or 2B, or three digits overseas.");
}
