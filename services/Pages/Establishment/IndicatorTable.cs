using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PracticeAnalysis.Pages.Establishment;

/// <summary>A row of a release as the API's table tells it: its words are the same on the page, on paper and in a spreadsheet.</summary>
/// <param name="Code">The indicator's code; empty for what a group chose to say.</param>
/// <param name="Title">What is counted, in the reader's language.</param>
/// <param name="Words">The figure in words; where it is not shown, why, and what would make it so.</param>
/// <param name="IsShown">Whether a figure of the establishment's own is shown.</param>
/// <param name="Previous">The figure of the period before, such as "36 – 54"; empty where there is none.</param>
/// <param name="Reference">The practice's figure; empty where there is none.</param>
public sealed record IndicatorRow(string Code, string Title, string Words, bool IsShown, string Previous, string Reference);

/// <summary>Reads the API's table.</summary>
public static class IndicatorTable
{
    // Columns by their place: their names are in the reader's language.
    private const int Code = 5;
    private const int Quality = 10;
    private const int LeastPrevious = 18;
    private const int LeastPractice = 20;
    private const int Title = 25;
    private const int Words = 26;

    /// <summary>The rows of a table, whatever separates its columns.</summary>
    public static IReadOnlyList<IndicatorRow> Read(string csv)
    {
        using var reader = new CsvReader(
            new StringReader(csv.TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [";", ","] }
        );
        reader.Read();
        reader.ReadHeader();
        var rows = new List<IndicatorRow>();
        while (reader.Read())
        {
            rows.Add(
                new(
                    reader[Code]!,
                    reader[Title]!,
                    reader[Words]!,
                    reader[Quality] is "released" or "publié",
                    Between(reader[LeastPrevious]!, reader[LeastPrevious + 1]!),
                    Between(reader[LeastPractice]!, reader[LeastPractice + 1]!)
                )
            );
        }

        return rows;
    }

    private static string Between(string least, string most) => least == most ? least : $"{least} – {most}";
}
