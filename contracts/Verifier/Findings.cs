namespace PracticeAnalysis.Verifier;

/// <summary>What does not hold, by kinds; the first of each kind are said, all are counted.</summary>
internal sealed class Findings(TextWriter say)
{
    private const int Shown = 20;
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Whether all of it holds.</summary>
    public bool None => _counts.Count == 0;

    /// <summary>The kinds, with how many of each.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Something does not hold.</summary>
    public void Add(string kind, string what)
    {
        var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (count <= Shown)
        {
            say.WriteLine($"BROKEN {kind}: {what}");
        }
    }
}

/// <summary>A file that cannot be read as what it is given for.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
