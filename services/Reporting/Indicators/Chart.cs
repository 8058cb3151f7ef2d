using System.Globalization;
using System.Net;
using System.Text;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>One figure of a chart: of an indicator, in a period.</summary>
/// <param name="Bar">From where to where it is drawn: a band from its least to its most, an exact figure from nothing.</param>
/// <param name="Scale">To where its bar goes at the most: a hundred, of shares; else the greatest figure of its unit.</param>
public sealed record Drawn(Figure Cell, string Indicator, string Period, string Text, Band? Bar, int Scale);

/// <summary>A series over the periods of some releases: the figures of each indicator one below another, on one scale.</summary>
public sealed class Chart
{
    private readonly IndicatorsView _asked;
    private readonly InWords _words;

    private Chart(IReadOnlyList<IndicatorsView> shown, Series series, string language)
    {
        var catalogue = IndicatorCatalogue.Of(shown[^1].Catalogue);
        (_asked, _words) = (shown[^1], new(catalogue, language));
        var cells = series
            .Of.SelectMany(code => shown.Select(view => (view.Period, Cell: view.Cells.Single(c => c.Code == code))))
            // A year says itself what no quarter of it can tell.
            .Where(c => c.Cell.Reason != Missing.Year || c.Period.Length == _asked.Period.Length)
            .ToList();
        int Most(string unit) =>
            Math.Max(1, cells.Max(c => c.Cell.Percent is null && c.Cell.Unit == unit ? Counted(c.Cell)?.Most ?? 0 : 0));
        Rows =
        [
            .. cells.Select(c => new Drawn(
                c.Cell,
                $"{c.Cell.Code} {_words.Title(c.Cell.Code)}",
                _words.Period(c.Period),
                _words.Of(c.Cell),
                Bar(c.Cell),
                c.Cell.Percent is null && c.Cell.Unit != "percent" ? Most(c.Cell.Unit) : 100
            )),
        ];
        Title = $"{_words.Title(series)}, {_words.Period(_asked.Period)}";
    }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>Its figures, by indicator and period.</summary>
    public IReadOnlyList<Drawn> Rows { get; }

    /// <summary>The chart of what was released, the period that is asked for at the end; null where the series is none.</summary>
    public static Chart? Of(IReadOnlyList<Frozen> released, string series, string language)
    {
        var views = released.Select(IndicatorsView.Read).ToList();
        return IndicatorCatalogue.Of(views[^1].Catalogue).Series.SingleOrDefault(s => s.Code == series) is { } drawn
            // Figures of another catalogue are other figures.
            ? new([.. views.Where(v => v.Catalogue == views[^1].Catalogue)], drawn, language)
            : null;
    }

    /// <summary>As an SVG.</summary>
    public string Draw() => new Sheet(_words).Draw(this, Source);

    /// <summary>As a page: the chart, a table that says the same for those who do not see it, and what the release says of itself.</summary>
    public string Page()
    {
        var page = new StringBuilder();
        void Add(string tag, string text, string attributes = "") =>
            page.Append($"<{tag}{attributes}>{WebUtility.HtmlEncode(text)}</{tag}>");
        page.Append("<div>").Append(Draw()).Append("</div><table>");
        Add("caption", _words.In("Les mêmes chiffres en tableau", "The same figures in a table"));
        page.Append("<thead><tr>");
        foreach (
            var column in (string[])[_words.In("Indicateur", "Indicator"), _words.In("Période", "Period"), _words.In("Chiffre", "Figure")]
        )
        {
            Add("th", column, " scope=\"col\"");
        }

        page.Append("</tr></thead><tbody>");
        foreach (var row in Rows)
        {
            page.Append("<tr>");
            Add("th", row.Indicator, " scope=\"row\"");
            Add("td", row.Period);
            Add("td", row.Text);
            page.Append("</tr>");
        }

        page.Append("</tbody></table>");
        var summary = _words.Of(_asked.Summary);
        List(
            _words.In("Ce que montre cette publication", "What this release shows"),
            summary.Where(l => l.Reason is null).Select(l => l.Words)
        );
        List(
            _words.In("Ce qui en montrerait davantage", "What would show more"),
            summary.Where(l => l.Reason is not null).Select(l => l.Words)
        );
        List(
            _words.In("Ce que les groupes ont choisi de dire", "What groups chose to say"),
            (_asked.Said ?? []).SelectMany(s => s.Worked.Select(w => _words.Of(s, w)))
        );
        Add("p", Source);
        return page.ToString();

        void List(string heading, IEnumerable<string> lines)
        {
            var said = lines.ToList();
            if (said.Count == 0)
            {
                return;
            }

            Add("h2", heading);
            page.Append("<ul>");
            said.ForEach(line => Add("li", line));
            page.Append("</ul>");
        }
    }

    private string Source => _words.Source(_asked);

    private static Band? Bar(Figure cell) =>
        (cell.Percent ?? Counted(cell)) is { } told ? told with { Least = cell.Band is null ? 0 : told.Least } : null;

    private static Band? Counted(Figure cell) => cell.Band ?? (cell.Value is { } value ? new(value, value) : null);
}

/// <summary>The SVG of a chart. It is as wide as a telephone: what is too long goes on in the next line, and no label lies on another one.</summary>
internal sealed class Sheet(InWords words)
{
    private const int Width = 328;
    private const int Margin = 4;
    private const int Line = 17;
    private const int Bars = 76;

    // Wider than the letters of any common font of twelve pixels are on the average.
    private const int Letter = 7;

    private readonly StringBuilder _svg = new();
    private readonly Dictionary<string, int> _notes = [];
    private int _y = Margin;

    /// <summary>Draws it.</summary>
    public string Draw(Chart chart, string source)
    {
        Write(chart.Title, " font-weight=\"bold\"");
        Write(words.In("Ce qui n'est pas montré n'est pas un zéro.", "What is not shown is not zero."), Quiet);
        foreach (var indicator in chart.Rows.GroupBy(r => r.Indicator))
        {
            _y += 8;
            Write(indicator.Key + (indicator.FirstOrDefault(r => r.Bar is not null) is { } told ? $" ({Scale(told)})" : string.Empty));
            foreach (var row in indicator)
            {
                Bar(row);
            }
        }

        _y += 8;
        foreach (var (note, number) in _notes)
        {
            Write($"({number}) {note}", Quiet);
        }

        Write(source, Quiet);
        var table = string.Join(words.In(" ; ", "; "), chart.Rows.Select(r => $"{r.Indicator}, {r.Period}{words.In(" :", ":")} {r.Text}"));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{_y + Margin}\" viewBox=\"0 0 {Width} {_y + Margin}\" role=\"img\" "
            + $"aria-labelledby=\"title table\" font-family=\"sans-serif\" font-size=\"12\"><title id=\"title\">{WebUtility.HtmlEncode(chart.Title)}</title>"
            + $"<desc id=\"table\">{WebUtility.HtmlEncode($"{table}. {source}")}</desc><rect width=\"{Width}\" height=\"{_y + Margin}\" fill=\"#fff\"/>{_svg}</svg>";
    }

    private const string Quiet = " fill=\"#555\"";

    private string Scale(Drawn row) =>
        row.Cell.Percent is null && row.Cell.Unit != "percent"
            ? words.In($"de 0 à {row.Scale} {words.Name(row.Cell.Unit)}", $"0 to {row.Scale} {words.Name(row.Cell.Unit)}")
            : words.In("part, de 0 à 100 %", "share, 0 to 100%");

    // The period and its bar, and below them the figure in words; why there is none is said once, at the foot.
    private void Bar(Drawn row)
    {
        if (row.Bar is not { } bar)
        {
            Write(
                $"{row.Period}{words.In(" :", ":")} {(row.Cell.Reason is null ? row.Text : Note(row.Text))}",
                Quiet + " font-style=\"italic\""
            );
            return;
        }

        Rectangle(0, Width - Margin - Bars, "#e3e3e3");
        int At(int value) => (Width - Margin - Bars) * value / row.Scale;
        Rectangle(At(bar.Least), Math.Max(2, At(bar.Most) - At(bar.Least)), row.Cell.Quality == "pooled" ? "#7d9db5" : "#1f5f8b");
        Write(row.Period);
        Write(row.Text, Quiet);
    }

    private string Note(string text) =>
        words.In("pas de chiffre, note ", "no figure, note ")
        + (_notes.TryGetValue(text, out var number) ? number : _notes[text] = _notes.Count + 1);

    private void Rectangle(int from, int width, string fill) =>
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{Bars + from}\" y=\"{_y + 3}\" width=\"{width}\" height=\"11\" fill=\"{fill}\"/>"
        );

    private void Write(string text, string style = "")
    {
        foreach (var line in Lines(text))
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{_y + 13}\"{style}>{WebUtility.HtmlEncode(line)}</text>");
            _y += Line;
        }
    }

    private static IEnumerable<string> Lines(string text)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && (line.Length + 1 + word.Length) * Letter > Width - (2 * Margin))
            {
                yield return line;
                line = string.Empty;
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        yield return line;
    }
}
