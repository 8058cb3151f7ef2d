using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>A release as CSV: one line a figure, the same as its JSON says.</summary>
public static class IndicatorsCsv
{
    private static readonly string[] Columns =
    [
        "period",
        "scope",
        "scopeCode",
        "release",
        "number",
        "code",
        "name",
        "class",
        "unit",
        "value",
        "quality",
        "reason",
        "groups",
        "ratio",
        "before",
        "reference",
    ];

    // A cell that a spreadsheet would take for a formula is escaped; lines end alike on every machine.
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",
    };

    /// <summary>Writes it.</summary>
    public static string Write(Frozen frozen)
    {
        var view = IndicatorsView.Read(frozen);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, Csv);
        Record(csv, Columns);
        foreach (var c in view.Cells)
        {
            Record(
                csv,
                view.Period,
                Words.Of(view.Scope.Kind),
                view.Scope.Code,
                view.Release,
                view.Number,
                c.Code,
                c.Name,
                c.Class,
                c.Unit,
                c.Value,
                c.Quality,
                c.Reason,
                c.Groups,
                c.Ratio,
                c.Before,
                c.Reference
            );
        }

        csv.Flush();
        return text.ToString();
    }

    private static void Record(CsvWriter csv, params IEnumerable<object?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
