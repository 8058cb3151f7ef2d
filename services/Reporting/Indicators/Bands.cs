namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Between which whole numbers a figure lies, both included.</summary>
/// <param name="Least">The lowest value that is possible.</param>
/// <param name="Most">The highest value that is possible.</param>
public sealed record Band(int Least, int Most)
{
    /// <summary>What lies in the one and what lies in the other, added up: it tells nothing more than the two.</summary>
    public static Band operator +(Band one, Band other) => new(one.Least + other.Least, one.Most + other.Most);

    /// <summary>The share of a whole, in a hundred.</summary>
    public Band Percent(int whole) => new(100 * Least / whole, 100 * Most / whole);
}

/// <summary>In which bands a figure is told. They follow from what everybody knows, so that nobody learns from a band but that the figure lies in it.</summary>
public static class Bands
{
    /// <summary>Nothing, and five other values, stay possible for whatever is protected.</summary>
    public const int Values = 6;

    /// <summary>The bands, from the lowest. Where there is one alone the figure is not offered: it would tell nothing.</summary>
    /// <param name="whole">The most that the figure can be.</param>
    /// <param name="part">The most that one part of it can be that is protected, such as one session's presences.</param>
    /// <param name="known">The most that one person may know already and take away.</param>
    /// <param name="said">How much of it was said in public.</param>
    /// <param name="high">Whether narrow bands are wanted at the top, where the figure is likely; else at the bottom.</param>
    public static IReadOnlyList<Band> Of(int whole, int part, int known = 0, int said = 0, bool high = false)
    {
        // The lowest band leaves six values to a part though one person knows all of theirs; above the highest start a part could not be nothing.
        var (width, highest) = (known + said + Values, whole - known - part);
        List<int> starts = [0];
        for (var start = width + (high ? Math.Max(0, highest) % width : 0); start <= highest; start += width)
        {
            starts.Add(start);
        }

        return [.. starts.Select((start, n) => new Band(start, n + 1 < starts.Count ? starts[n + 1] - 1 : whole))];
    }
}
