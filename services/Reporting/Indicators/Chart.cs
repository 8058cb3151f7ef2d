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

/// <summary>A series of a release as a small SVG: bars with their figures; a masked figure has no bar, and is not zero.</summary>
public static class Chart
{
    private const int Line = 26;
    private const int Names = 330;
    private const int Bars = 240;

    /// <summary>Draws it; null where the series is none.</summary>
    public static string? Draw(Frozen frozen, string series, string language)
    {
        var catalogue = IndicatorCatalogue.Newest;
        if (catalogue.Series.SingleOrDefault(s => s.Code == series) is not { } drawn)
        {
            return null;
        }

        var view = IndicatorsView.Read(frozen);
        var cells = drawn.Of.Select(code => view.Cells.Single(c => c.Code == code)).ToList();
        var most = Math.Max(1, cells.Max(c => c.Value ?? 0));
        var (width, height) = (Names + Bars + 70, (Line * cells.Count) + 44);
        var svg = new StringBuilder();
        void Add(FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture));
        Add(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" "
        );
        Add($"font-family=\"sans-serif\" font-size=\"13\"><title>{series}, {view.Period}</title>");
        Add($"<desc>{(language == "en" ? "A masked figure is not zero." : "Un chiffre masqué n'est pas un zéro.")}</desc>");
        Add(
            $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/><text x=\"8\" y=\"20\" font-weight=\"bold\">{series} · {view.Period}</text>"
        );
        foreach (var (n, cell) in cells.Index())
        {
            var y = 34 + (n * Line);
            var title = WebUtility.HtmlEncode(catalogue.Indicators.Single(i => i.Code == cell.Code).In(language).Title);
            Add($"<text x=\"8\" y=\"{y + 16}\">{cell.Code} {title}</text>");
            if (cell.Value is { } value)
            {
                var length = Bars * value / most;
                Add($"<rect x=\"{Names}\" y=\"{y + 3}\" width=\"{length}\" height=\"{Line - 8}\" fill=\"#1f5f8b\"/>");
                Add($"<text x=\"{Names + length + 6}\" y=\"{y + 16}\">{value}</text>");
            }
            else
            {
                Add(
                    $"<text x=\"{Names}\" y=\"{y + 16}\" fill=\"#555\" font-style=\"italic\">{(language == "en" ? "masked" : "masqué")}</text>"
                );
            }
        }

        return svg.Append("</svg>").ToString();
    }
}
