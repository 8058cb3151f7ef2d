using System.Globalization;
using System.Net;
using System.Text;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>The methodology page, in French and English: each indicator with its stable code, how figures are withheld, and their limits.</summary>
public static class ReadMethodology
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/methodology/indicators",
                (HttpContext http) =>
                {
                    http.Response.Headers.Vary = "Accept-Language";
                    return Page(Language.Of(http.Request, "fr"), http.Request.Query["version"]) is { } page
                        ? HtmlPage.Whole(http, page)
                        : Refusal.NotFound.ToResult();
                }
            )
            .AsksOnly(Language.Asked, new("version", "A version of the catalogue; the newest, where absent."))
            .AllowAnonymous()
            .ExcludeFromDescription();

    /// <summary>The page in one language, with the indicators of one version; the newest, where none is named. Null where there is none of that version.</summary>
    public static string? Page(string language, string? version = null)
    {
        var catalogue = IndicatorCatalogue.Of(
            int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null
        );
        if (version is not null && version != $"{catalogue.Version}")
        {
            return null;
        }

        using var text = new StreamReader(
            typeof(ReadMethodology).Assembly.GetManifestResourceStream($"indicators/methodology-{language}.html")!
        );
        var table = new StringBuilder();
        foreach (var indicator in catalogue.Indicators)
        {
            var said = indicator.In(language);
            table.Append("<tr id=\"").Append(indicator.Code).Append("\"><th scope=\"row\">").Append(indicator.Code).Append("</th>");
            foreach (var column in (string[])[indicator.Class, said.Title, said.Definition, said.Formula, indicator.Name])
            {
                table.Append("<td>").Append(WebUtility.HtmlEncode(column)).Append("</td>");
            }

            table.Append("</tr>\n");
        }

        var mapping = string.Concat(
            IndicatorCatalogue.Mapping.Codes.Select(c => $"<tr><th scope=\"row\">{c.Code}</th><td>{c.Gollac}</td><td>{c.RpsDu}</td></tr>\n")
        );
        var reasons = string.Concat(
            (IndicatorCatalogue.Newest.Reasons ?? []).Select(r =>
                $"<tr><th scope=\"row\">{r.Code}</th><td>{WebUtility.HtmlEncode(language == "en" ? r.En : r.Fr)}</td></tr>\n"
            )
        );
        return text.ReadToEnd()
            .Replace("{{version}}", $"{catalogue.Version}", StringComparison.Ordinal)
            .Replace("{{reasons}}", reasons, StringComparison.Ordinal)
            .Replace("{{indicators}}", table.ToString(), StringComparison.Ordinal)
            .Replace("{{mapping}}", mapping, StringComparison.Ordinal);
    }
}
