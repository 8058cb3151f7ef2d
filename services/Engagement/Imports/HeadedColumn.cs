using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>A column of a file.</summary>
/// <param name="Called">What its header calls it, by a name that we know.</param>
/// <param name="Dates">How its dates are written; null: as JSON has them.</param>
/// <param name="IsFrench">Whether the header is in French; null where it is unclear.</param>
public sealed partial record HeadedColumn(CsvColumn Column, string Called, DateForm? Dates, bool? IsFrench)
{
    /// <summary>What a cell says, as JSON has it; or why it says nothing that the column takes.</summary>
    public (JsonNode? Value, Refusal? Wrong) Read(string cell)
    {
        switch (Column.Kind)
        {
            case CellKind.Text:
                return (JsonValue.Create(cell), null);
            case CellKind.Word:
                return Or(
                    CsvColumns.WordOf(Column, cell) is { } word ? JsonValue.Create(word) : null,
                    Refusal.OfInput(
                        $"The cell in column \"{Called}\" is not one of the allowed values.",
                        Input.OneOf(CsvColumns.Shown(Column, IsFrench))
                    )
                );
            case CellKind.YesNo:
                return Or(YesNo(cell), Refusal.OfInput($"The cell in column \"{Called}\" is neither yes nor no.", "Give yes or no."));
            case CellKind.Number:
                return Or(
                    Decimal(cell) is { } number ? Whole(number) : null,
                    Column.Bounds is var (least, most)
                        ? Refusal.OfInput(
                            $"The cell in column \"{Called}\" is not a whole number.",
                            $"Give a whole number from {least:N0} to {most:N0}."
                        )
                        : Refusal.OfInput(
                            $"The cell in column \"{Called}\" is not a whole number.",
                            "Give a whole number of minutes, 15 to 600 for each session."
                        )
                );
            case CellKind.Hours:
                var minutes = HoursAndMinutes(cell) ?? Decimal(cell) * 60;
                return Or(
                    minutes is { } known ? Whole(known) : null,
                    minutes is null
                        ? Refusal.OfInput(
                            $"The cell in column \"{Called}\" is not a number of hours.",
                            "Give hours as 22.5, 22h30 or 22:30."
                        )
                        : Refusal.OfInput(
                            $"The duration in column \"{Called}\" is not a whole number of minutes.",
                            "Give hours and minutes, such as 22h20 or 22:20."
                        )
                );
            default:
                var (read, fault) = DateForm.Read(cell, Column.Kind, Dates);
                return Or(read is null ? null : JsonValue.Create(read), Untimely(fault));
        }
    }

    private (JsonNode? Value, Refusal? Wrong) Or(JsonNode? value, Refusal? wrong) =>
        value is not null
            ? (value, null)
            : (null, wrong! with { Errors = [new(Column.At, null, "value", wrong.Satisfy, wrong.Detail, Called)] });

    private Refusal Untimely(DateFault fault) =>
        fault switch
        {
            DateFault.Skipped => Refusal.OfInput(
                $"The time in column \"{Called}\" does not exist: the clocks went forward over it.",
                "Give a time before or after that hour."
            ),
            DateFault.Twice => Refusal.OfInput(
                $"The time in column \"{Called}\" occurred twice: the clocks went back over it.",
                "Give a time before or after that hour, or use UTC for the column."
            ),
            DateFault.Future => Refusal.OfInput($"The date in column \"{Called}\" is in the future.", "Give a past date."),
            DateFault.Early => Refusal.OfInput(
                $"The date in column \"{Called}\" is too far in the past.",
                "Give a date from 1900 onwards, or a date and time from 2000 onwards."
            ),
            _ when Dates is { } form => Refusal.OfInput(
                $"The cell in column \"{Called}\" is not in the stated format.",
                $"Write it as {form.Example}."
            ),
            _ when Column.Kind == CellKind.Day => Refusal.OfInput(
                $"The cell in column \"{Called}\" is not a date in the default format.",
                $"Write it as 2026-03-02, or give the format in the header: {Called} (dd/MM/yyyy)."
            ),
            _ => Refusal.OfInput(
                $"The cell in column \"{Called}\" is not a date and time in the default format.",
                $"Write it as 2026-03-02T09:00:00+01:00, or give the format in the header: {Called} (dd/MM/yyyy HH:mm, Europe/Paris)."
            ),
        };

    private static JsonValue? YesNo(string cell) =>
        CsvColumns.Plain(cell) switch
        {
            "oui" or "yes" or "vrai" or "true" or "o" or "y" or "x" or "1" => JsonValue.Create(true),
            "non" or "no" or "faux" or "false" or "n" or "0" => JsonValue.Create(false),
            _ => null,
        };

    private static JsonValue? Whole(decimal number) =>
        decimal.Abs(number) < int.MaxValue && decimal.IsInteger(number) ? JsonValue.Create((int)number) : null;

    // Of a comma and a point nobody knows which one marks thousands.
    private static decimal? Decimal(string cell) =>
        decimal.TryParse(
            Tight(cell).Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var read
        )
        && decimal.Abs(read) < int.MaxValue
            ? read
            : null;

    private static decimal? HoursAndMinutes(string cell) =>
        HourForm().Match(Tight(cell)) is { Success: true } said
            ? (decimal.Parse(said.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) * 60)
                + (said.Groups["m"].Value is { Length: > 0 } minutes ? decimal.Parse(minutes, CultureInfo.InvariantCulture) : 0)
            : null;

    private static string Tight(string cell) => string.Concat(cell.Where(c => !char.IsWhiteSpace(c)));

    // A spreadsheet writes a duration with its seconds too.
    [GeneratedRegex(@"\A(?<h>[0-9]{1,6})(?:[hH](?<m>[0-5][0-9])?|:(?<m>[0-5][0-9])(?::00)?)\z")]
    private static partial Regex HourForm();
}
