namespace PracticeAnalysis.Kernel;

/// <summary>Which known name somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>The known name that takes the fewest letters to be changed, a third of it at most, or one of two; null where none is as near, or nothing was given that could be
    /// read.</summary>
    public static string? Of(string given, IEnumerable<string> known) =>
        given.Length > 64 || !given.Any(char.IsLetterOrDigit)
            ? null
            : known
                .Select(name => (Name: name, Changes: Changes(given.ToUpperInvariant(), name.ToUpperInvariant())))
                .Where(k => k.Changes * 3 <= Math.Max(k.Name.Length, Shortest))
                .OrderBy(k => k.Changes)
                .ThenBy(k => k.Name, StringComparer.Ordinal)
                .Select(k => k.Name)
                .FirstOrDefault();

    // A name of two letters may lack or change one: no other would be near enough to any.
    private const int Shortest = 3;

    // Levenshtein's distance, a row at a time.
    private static int Changes(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
