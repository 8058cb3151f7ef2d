using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.OpenApi;

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
    ];

    private static readonly string[] OfVersion1 = ["ratio", "before", "reference"];

    private static readonly string[] InBands =
    [
        "least",
        "most",
        "whole",
        "leastPercent",
        "mostPercent",
        "leastPrevious",
        "mostPrevious",
        "leastPractice",
        "mostPractice",
    ];

    // A cell that a spreadsheet would take for a formula is escaped; lines end alike on every machine.
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",
    };

    /// <summary>What the contract says of it.</summary>
    public static CsvColumns Form { get; } =
        new(
            [.. Columns, .. InBands],
            new Dictionary<string, string> { ["period"] = "2026-Q1 or 2026, a quarter or a year of the calendar, in UTC" }
        );

    /// <summary>Writes it.</summary>
    public static string Write(Frozen frozen)
    {
        var view = IndicatorsView.Read(frozen);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, Csv);
        var old = view.Catalogue == 1;
        Record(csv, [.. Columns, .. old ? OfVersion1 : InBands]);
        foreach (var c in view.Cells)
        {
            object?[] more = old
                ? [c.Ratio, c.Before, c.Reference]
                :
                [
                    c.Band?.Least,
                    c.Band?.Most,
                    c.Whole,
                    c.Percent?.Least,
                    c.Percent?.Most,
                    c.Previous?.Least,
                    c.Previous?.Most,
                    c.Practice?.Least,
                    c.Practice?.Most,
                ];
            Record(
                csv,
                [
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
                    .. more,
                ]
            );
        }

        csv.Flush();
        return text.ToString();
    }

    private static void Record(CsvWriter csv, IEnumerable<object?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
