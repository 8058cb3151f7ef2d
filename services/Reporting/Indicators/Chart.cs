using System.Globalization;
using System.Net;
using System.Text;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>In which language a page is read: as <c>?lang=</c> or <c>Accept-Language</c> asks; French else.</summary>
public static class Language
{
    /// <summary>The language: fr or en.</summary>
    public static string Of(HttpContext http) =>
        (
            http.Request.Query["lang"].FirstOrDefault()
            ?? http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).FirstOrDefault()?.Value.Value
            ?? "fr"
        ).StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? "en"
            : "fr";

    /// <summary>An indicator's text in it.</summary>
    public static IndicatorText In(this Indicator indicator, string language) => language == "en" ? indicator.En : indicator.Fr;
}

/// <summary>A series of a release as a small SVG: a band is drawn from its least to its most, and what is not told has no bar, and is not zero.
/// Its description says the same as a table does, for those who do not see it.</summary>
public static class Chart
{
    private const int Row = 46;
    private const int Head = 48;
    private const int Margin = 8;
    private const int Bars = 300;
    private const int Width = 720;

    /// <summary>Draws it; null where the series is none.</summary>
    public static string? Draw(Frozen frozen, string series, string language)
    {
        var view = IndicatorsView.Read(frozen);
        var catalogue = IndicatorCatalogue.Of(view.Catalogue);
        if (catalogue.Series.SingleOrDefault(s => s.Code == series) is not { } drawn)
        {
            return null;
        }

        string In(string fr, string en) => language == "en" ? en : fr;
        var rows = drawn
            .Of.Select(code => (Cell: view.Cells.Single(c => c.Code == code), Indicator: catalogue.Indicators.Single(i => i.Code == code)))
            .Select(r => (r.Cell, Title: $"{r.Cell.Code} {r.Indicator.In(language).Title}", Text: Text(r.Cell, catalogue, language)))
            .ToList();
        var most = Math.Max(1, rows.Max(r => r.Cell.Whole ?? r.Cell.Band?.Most ?? r.Cell.Value ?? 0));
        var title = $"{In(drawn.Fr ?? series, drawn.En ?? series)}, {view.Period}";
        var source = In(
            $"Plancher : {view.Floor} personnes. Source : publication {view.Number}, {view.Methodology}",
            $"Floor: {view.Floor} persons. Source: release {view.Number}, {view.Methodology}"
        );
        var height = Head + (Row * rows.Count) + 24;
        var svg = new StringBuilder();
        void Add(FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture));
        void Write(int x, int y, string text, string style = "") =>
            Add($"<text x=\"{x}\" y=\"{y}\"{style}>{WebUtility.HtmlEncode(text)}</text>");
        void Bar(int least, int upTo, int y, string fill) =>
            Add(
                $"<rect x=\"{Margin + (Bars * least / most)}\" y=\"{y}\" width=\"{Math.Max(1, Bars * (upTo - least) / most)}\" height=\"14\" fill=\"{fill}\"/>"
            );
        Add(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" role=\"img\" "
        );
        Add(
            $"aria-labelledby=\"title table\" font-family=\"sans-serif\" font-size=\"13\"><title id=\"title\">{WebUtility.HtmlEncode(title)}</title>"
        );
        var table = string.Join(" ; ", rows.Select(r => $"{r.Title} : {r.Text}"));
        Add(
            $"<desc id=\"table\">{WebUtility.HtmlEncode($"{table}. {source}")}</desc><rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>"
        );
        Write(Margin, 20, title, " font-weight=\"bold\"");
        Write(Margin, 38, In("Ce qui n'est pas montré n'est pas un zéro.", "What is not shown is not zero."), " fill=\"#555\"");
        foreach (var (n, (cell, name, text)) in rows.Index())
        {
            var y = Head + (n * Row);
            Write(Margin, y + 14, name);
            if (cell.Band is { } band)
            {
                Bar(0, cell.Whole ?? band.Most, y + 20, "#e3e3e3");
                Bar(band.Least, band.Most, y + 20, cell.Quality == "pooled" ? "#7d9db5" : "#1f5f8b");
            }
            else if (cell.Value is { } value)
            {
                Bar(0, value, y + 20, "#1f5f8b");
            }

            Write(cell.IsTold ? Margin + Bars + 10 : Margin, y + 32, text, cell.IsTold ? "" : " fill=\"#555\" font-style=\"italic\"");
        }

        Write(Margin, height - 10, source, " fill=\"#555\" font-size=\"11\"");
        return svg.Append("</svg>").ToString();
    }

    // A figure in words: its band and unit, of what, and its share; or why there is none.
    private static string Text(Figure cell, IndicatorCatalogue catalogue, string language)
    {
        string In(string fr, string en) => language == "en" ? en : fr;
        if (!cell.IsTold)
        {
            return catalogue.Reasons?.SingleOrDefault(r => r.Code == cell.Reason) is { } reason
                ? In(reason.Fr, reason.En)
                : In("masqué", "masked");
        }

        string Range(Band band) =>
            band.Least == band.Most ? $"{band.Least}" : In($"{band.Least} à {band.Most}", $"{band.Least} to {band.Most}");
        var unit = language == "en" ? cell.Unit : Units.GetValueOrDefault(cell.Unit, cell.Unit);
        var value = cell.Band is { } band ? Range(band) : $"{cell.Value}";
        var of = cell.Whole is { } whole ? In($" sur {whole}", $" of {whole}") : string.Empty;
        var share = cell.Percent is { } percent ? $" ({Range(percent)} %)" : string.Empty;
        return $"{value}{of} {unit}{share}{(cell.Quality == "pooled" ? In(", du cabinet", ", of the practice") : string.Empty)}";
    }

    private static readonly Dictionary<string, string> Units = new()
    {
        ["sessions"] = "séances",
        ["presences"] = "présences",
        ["percent"] = "%",
        ["answers"] = "réponses",
        ["tracks"] = "pistes",
        ["days"] = "jours",
        ["decisions"] = "décisions",
    };
}
