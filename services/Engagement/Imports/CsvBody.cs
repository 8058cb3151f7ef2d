using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>A line of an import: the JSON of its command.</summary>
/// <param name="Number">The line of the body on which it begins, from 1.</param>
/// <param name="Unread">Of CSV: why a cell cannot be read.</param>
/// <param name="Columns">Of CSV: what the header calls its columns, each by a name that we know.</param>
public sealed record BodyLine(int Number, string Text, Refusal? Unread = null, IReadOnlyList<string>? Columns = null);

/// <summary>Reads a body of CSV as spreadsheets write it: UTF-8 or Windows-1252; separated by <c>;</c>, <c>,</c> or tabs; with a header in French or English. What it
/// holds is judged when the lines are done, as that of JSON.</summary>
public static class CsvBody
{
    /// <summary>The media type.</summary>
    public const string Type = "text/csv";

    // Who sends more faults than this learns of the others once these are mended.
    private const int MostTold = 100;

    private static readonly string[] Separators = [";", "\t", ","];
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The lines that hold something; or why the body is refused whole.</summary>
    /// <param name="charset">As <c>Content-Type</c> has it, in lower case; null: UTF-8, or Windows-1252 where it is none.</param>
    /// <param name="dates">How columns of dates are written, where their header does not say it: <c>from=dd/MM/yyyy</c>.</param>
    public static (Refusal? Refused, IReadOnlyList<BodyLine> Lines) Read(
        ReadOnlySpan<byte> body,
        string? charset,
        OperationKind kind,
        IReadOnlyList<string> dates
    )
    {
        if (TextOf(body, charset) is not { } text)
        {
            return (
                Refusal.OfSyntax("The body is declared as UTF-8, but is not UTF-8.", "Save it in UTF-8, or declare charset=windows-1252."),
                []
            );
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return (Refusal.OfSyntax("The body contains U+0000.", "Save it as CSV, without U+0000."), []);
        }

        var form = FormOf(text);
        if (Unclosed(text, form.Delimiter[0]) is { } opened)
        {
            return (Refusal.OfSyntax($"The quotation mark opened on line {opened} is not closed.", Quoting), []);
        }

        using var parser = new CsvParser(new StringReader(text), form);
        var (lines, ragged, end, at) = (new List<BodyLine>(), new List<Refusal>(), 0, 0);
        Header? header = null;
        try
        {
            for (; parser.Read(); end = parser.RawRow)
            {
                at = end + 1;
                var cells = parser.Record!.Select(c => c.Trim()).ToList();
                if (cells.All(c => c.Length == 0) || (header is null && at == 1 && IsSeparator(cells)))
                {
                    continue;
                }

                if (header is null)
                {
                    (var wrong, header) = Header.Of(cells, kind, dates);
                    if (wrong is not null)
                    {
                        return (wrong, []);
                    }

                    continue;
                }

                if (cells.Skip(header.Columns.Count).Any(c => c.Length > 0))
                {
                    ragged.Add(
                        Refusal.OfInput(
                            $"Line {at} has more cells than the header.",
                            "Give each column a header, and quote cells that contain the separator."
                        )
                    );
                }

                lines.Add(header.Line(at, cells));
            }
        }
        catch (BadDataException)
        {
            return (Refusal.OfSyntax($"Line {parser.RawRow} contains a quotation mark in an unquoted cell.", Quoting), []);
        }

        return ragged.Count > 0 ? (Refusal.All(ragged.Take(MostTold)), [])
            : lines.Count == 0 ? (Refusal.OfInput("The body is without any lines.", "Send a header, and a line for each record."), [])
            : (null, lines);
    }

    private const string Quoting = "Enclose a cell that contains quotation marks in quotation marks, and double those inside.";

    // The line on which a cell begins with a quotation mark that nothing closes before a cell ends; null where marks are even, or none is so.
    private static int? Unclosed(string text, char separator)
    {
        if (text.Count(c => c == '"') % 2 == 0)
        {
            return null;
        }

        bool Ends(int at) => at >= text.Length || text[at] == separator || text[at] is '\r' or '\n';
        var (line, opened) = (1, (int?)null);
        for (var at = 0; at < text.Length; at++)
        {
            line += text[at] == '\n' ? 1 : 0;
            if (text[at] != '"')
            {
                continue;
            }

            if (opened is null)
            {
                opened = at == 0 || Ends(at - 1) ? line : null;
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                at++;
            }
            else if (Ends(at + 1))
            {
                opened = null;
            }
            else
            {
                return opened;
            }
        }

        return opened;
    }

    private static string? TextOf(ReadOnlySpan<byte> body, string? charset)
    {
        var marked = body.StartsWith(Encoding.UTF8.Preamble);
        try
        {
            return marked ? Strict.GetString(body[Encoding.UTF8.Preamble.Length..])
                : charset is not null && StrictJson.OfTables.Contains(charset) ? Windows1252.GetString(body)
                : Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return marked || charset is not null ? null : Windows1252.GetString(body);
        }
    }

    // As the first line has it that holds something: the sign that separates most, of those that are not quoted.
    private static CsvConfiguration FormOf(string text)
    {
        var first = text.Split('\n').FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)) ?? string.Empty;
        var plain = string.Concat(first.Split('"').Where((_, i) => i % 2 == 0));
        return new(CultureInfo.InvariantCulture)
        {
            Delimiter = Separators.MaxBy(d => plain.Split(d).Length)!,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
        };
    }

    // The first line by which a spreadsheet names the separator.
    private static bool IsSeparator(List<string> cells) =>
        cells[0].Equals("sep=", StringComparison.OrdinalIgnoreCase) && cells.Skip(1).All(c => c.Length == 0);

    private sealed record Header(IReadOnlyList<HeadedColumn> Columns)
    {
        private readonly IReadOnlyList<string> _called = [.. Columns.Select(c => c.Called)];

        /// <summary>What the cells of the first line name; or why one of them is refused.</summary>
        public static (Refusal?, Header?) Of(List<string> cells, OperationKind kind, IReadOnlyList<string> dates)
        {
            var known = CsvColumns.Of(kind);
            var columns = new List<HeadedColumn>();
            var wrong = new List<Refusal>();
            var french = IsFrench(cells, known);
            var asked = dates.Select(d => d.Split('=', 2)).ToList();
            if (asked.Any(d => d.Length < 2 || !cells.Any(c => Named(c, known).Column is { } column && column.IsCalled(d[0]))))
            {
                wrong.Add(
                    Refusal.OfParameter(
                        "dates",
                        "dates does not name a column of the header.",
                        "Write it as column=format, such as from=dd/MM/yyyy."
                    )
                );
            }

            // Spreadsheets leave columns behind that have neither header nor cells.
            var last = cells.FindLastIndex(c => c.Length > 0);
            foreach (var (at, cell) in cells.Take(last + 1).Index())
            {
                var (column, called, form) = Named(cell, known);
                if (column is null)
                {
                    wrong.Add(Unknown(at + 1, cell, known, french));
                    continue;
                }

                if (columns.Any(c => c.Column.Path == column.Path))
                {
                    wrong.Add(Twice(at + 1, column, called!));
                    continue;
                }

                var described = form is null ? asked.FirstOrDefault(d => column.IsCalled(d[0]))?[1] : null;
                form ??= described;
                if (form is not null && DateForm.Of(form, column.Kind) is null)
                {
                    wrong.Add(Formless(at + 1, described is not null));
                }

                columns.Add(new(column, called!, form is null ? null : DateForm.Of(form, column.Kind), french));
            }

            return wrong.Count > 0 ? (Refusal.All(wrong), null) : (null, new(columns));
        }

        private static Refusal Formless(int at, bool isParameter)
        {
            var refusal = Refusal.OfInput(
                $"The format of the dates in column {at} is not recognised.",
                "Give day, month and year (dd/MM/yyyy). For a date and time, also give hours, minutes and the time zone: dd/MM/yyyy HH:mm, Europe/Paris."
            );
            return isParameter ? Refusal.OfParameter("dates", refusal.Detail, refusal.Satisfy) : refusal;
        }

        // What it is called is the caller's own.
        private static Refusal Unknown(int at, string cell, IReadOnlyList<CsvColumn> known, bool? french)
        {
            var refusal = Refusal.OfInput(
                $"Column {at} of the header is not one of this import's.",
                CsvColumns.Nearest(cell, known, french) is { } nearest
                    ? $"Did you mean {nearest}? The columns are: {CsvColumns.Listed(known, french)}."
                    : $"The columns are: {CsvColumns.Listed(known, french)}."
            );
            return refusal with { Errors = [new(string.Empty, null, "unknown", refusal.Satisfy, refusal.Detail)] };
        }

        private static Refusal Twice(int at, CsvColumn column, string called)
        {
            var refusal = Refusal.OfInput(
                $"Column {at} of the header appears twice.",
                "Give each column once; hours and minutes count as one."
            );
            return refusal with { Errors = [new(column.At, null, "twice", refusal.Satisfy, refusal.Detail, called)] };
        }

        /// <summary>The JSON of a line. What cannot be read is left as it stands: no command takes it.</summary>
        public BodyLine Line(int number, List<string> cells)
        {
            var line = new JsonObject();
            var unread = new List<Refusal?> { Unnamed(cells) };
            foreach (var (column, cell) in Columns.Zip(cells).Where(c => c.Second.Length > 0))
            {
                var (value, wrong) = column.Read(cell);
                unread.Add(wrong);
                var path = column.Column.Path.Split('.');
                var owner = path.Length == 1 ? line : (line[path[0]] ??= new JsonObject()).AsObject();
                owner[path[^1]] = value ?? cell;
            }

            return new(number, line.ToJsonString(), Refusal.All(unread), _called);
        }

        // Who numbers lines numbers them all: one without its number would be entered again by the next import.
        private Refusal? Unnamed(List<string> cells)
        {
            var at = Columns.ToList().FindIndex(c => c.Column.Path == "reference");
            if (at < 0 || (at < cells.Count && cells[at].Length > 0))
            {
                return null;
            }

            var refusal = Refusal.OfInput("reference is empty.", "Give each line its reference, or omit the column.");
            return refusal with { Errors = [new("/reference", null, "missing", refusal.Satisfy, refusal.Detail, Columns[at].Called)] };
        }

        // Of the names that are in one language alone; null where there are none, or as many of both.
        private static bool? IsFrench(List<string> cells, IReadOnlyList<CsvColumn> known)
        {
            var named = cells.Select(c => Named(c, known)).Select(n => n.Column?.IsFrench(n.Called!)).ToList();
            var (french, english) = (named.Count(n => n is true), named.Count(n => n is false));
            return french == english ? null : french > english;
        }

        // A header, how it calls its column, and in parentheses the form of its dates.
        private static (CsvColumn? Column, string? Called, string? Form) Named(string cell, IReadOnlyList<CsvColumn> known)
        {
            if (known.FirstOrDefault(c => c.IsCalled(cell)) is { } whole)
            {
                return (whole, whole.As(cell), null);
            }

            var open = cell.IndexOf('(', StringComparison.Ordinal);
            return
                open > 0
                && cell[^1] == ')'
                && known.FirstOrDefault(c => c.IsCalled(cell[..open])) is { Kind: CellKind.Day or CellKind.Moment } column
                ? (column, column.As(cell[..open]), cell[(open + 1)..^1])
                : (null, null, null);
        }
    }
}
