namespace PracticeAnalysis.OpenApi;

/// <summary>What the contract says of the CSV that a route answers or reads: its columns, in order, and how those are written that hold a time.</summary>
/// <param name="Times">Each such column, with its format and zone.</param>
public sealed record CsvColumns(IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Times)
{
    /// <summary>How every instant of a CSV is written.</summary>
    public const string Instant = "RFC 3339, in UTC";

    /// <summary>How every day of a CSV is written.</summary>
    public const string Day = "a day such as 2026-03-02, in UTC";

    /// <summary>In a sentence or two.</summary>
    public override string ToString() =>
        $"CSV, in UTF-8; where Accept-Language asks for French, with a byte order mark, semicolons, decimal commas and French names. Columns: {Listed}.";

    /// <summary>The same of what is read.</summary>
    public string AsRead =>
        $"CSV, in UTF-8 or Windows-1252; cells between semicolons, commas or tabs; a header in English or French. Columns: {Listed}.";

    private string Listed => string.Join(", ", Columns.Select(c => Times.TryGetValue(c, out var written) ? $"{c} ({written})" : c));
}
