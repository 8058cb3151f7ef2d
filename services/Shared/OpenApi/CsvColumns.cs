namespace PracticeAnalysis.OpenApi;

/// <summary>What the contract says of the CSV that a route answers: its columns, in order, and how those are written that hold a time.</summary>
/// <param name="Times">Each such column, with its format and zone.</param>
public sealed record CsvColumns(IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Times)
{
    /// <summary>How every instant of a CSV is written.</summary>
    public const string Instant = "RFC 3339, in UTC";

    /// <summary>How every day of a CSV is written.</summary>
    public const string Day = "a day such as 2026-03-02, in UTC";

    /// <summary>In a sentence or two.</summary>
    public override string ToString() =>
        $"CSV, in UTF-8. Columns: {string.Join(", ", Columns.Select(c => Times.TryGetValue(c, out var written) ? $"{c} ({written})" : c))}.";
}
