using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.OpenApi;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>A release as CSV: one line a figure, then one for each thing that the release says of itself, and for each theme that a group chose to say. The same as its
/// JSON says; since version 2 in the words of the reader's language too.</summary>
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
        "leastPracticePercent",
        "mostPracticePercent",
        "leastPreviousPercent",
        "mostPreviousPercent",
        "bilan",
        "title",
        "words",
    ];

    // A cell that a spreadsheet would take for a formula is escaped; lines end alike on every machine.
    private static CsvConfiguration Csv(TableForm form) =>
        new(form.Culture)
        {
            Delimiter = form.Separator,
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
    /// <param name="form">How it is written, and in which language its titles and sentences are.</param>
    public static string Write(Frozen frozen, TableForm form)
    {
        var view = IndicatorsView.Read(frozen);
        var words = new InWords(IndicatorCatalogue.Of(view.Catalogue), form.IsFrench ? "fr" : "en");
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, Csv(form));
        object?[] release = [view.Period, form.Word(Words.Of(view.Scope.Kind)), view.Scope.Code, view.Release, view.Number];
        var old = view.Catalogue == 1;
        Record(csv, Columns.Concat(old ? OfVersion1 : InBands).Select(form.Header));
        foreach (var c in view.Cells)
        {
            object?[] more = old
                ? [c.Ratio, c.Before, c.Reference]
                :
                [
                    c.Band?.Least,
                    c.Band?.Most,
                    c.Whole,
                    .. Both(c.Percent),
                    .. Both(c.Previous),
                    .. Both(c.Practice),
                    .. Both(c.PreviousPercent),
                    null,
                    words.Title(c.Code),
                    words.Of(c),
                ];
            Record(csv, [.. release, c.Code, c.Name, c.Class, Unit(c.Unit), c.Value, form.Word(c.Quality), c.Reason, c.Groups, .. more]);
        }

        foreach (var line in words.Of(view.Summary))
        {
            Record(csv, [.. release, "summary", line.Code, null, Unit(line.Unit), line.Value, null, line.Reason, .. Blank(14), line.Words]);
        }

        foreach (var (said, theme) in (view.Said ?? []).SelectMany(s => s.Worked.Select(w => (s, w))))
        {
            Record(csv, [.. release, "said", $"{theme.Axis}/{theme.Level}", .. Blank(17), said.Bilan, null, words.Of(said, theme)]);
        }

        csv.Flush();
        return form.Mark + text;

        string Unit(string unit) => form.IsFrench ? words.Name(unit) : unit;
    }

    private static object?[] Both(Band? band) => [band?.Least, band?.Most];

    private static object?[] Blank(int fields) => new object?[fields];

    private static void Record(CsvWriter csv, IEnumerable<object?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
