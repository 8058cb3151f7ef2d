using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PracticeAnalysis.Http;

/// <summary>A page for people: plain, without a script, and with the policy that lets a browser apply its own sheet of style and nothing else.</summary>
public static class HtmlPage
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;color:#1f2933;background:#fff;margin:0}main{max-width:48rem;margin:2rem auto;padding:0 1rem}"
        + "pre{background:#f2f4f7;padding:1rem;overflow:auto}code{background:#f2f4f7;padding:.1rem .3rem}pre code{padding:0}a{color:#0b5394}"
        + "table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}"
        + "nav{margin-top:2rem;border-top:1px solid #bbb;padding-top:1rem}";

    private static readonly (string Path, Bilingual Name)[] Elsewhere =
    [
        ("/guides", new("Guides", "Guides")),
        ("/reference", new("API reference", "Référence de l'API")),
        ("/problems", new("Problems", "Problèmes")),
        ("/changelog", new("Changelog", "Journal des modifications")),
    ];

    /// <summary>Whether this request asks for a page rather than for data.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>The page.</summary>
    /// <param name="title">As text; it is the heading too.</param>
    /// <param name="body">As HTML that was made here.</param>
    public static IResult Of(HttpContext context, string language, string title, string body)
    {
        context.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}";
        context.Response.Headers.ContentLanguage = language;
        return Whole(context, Text(language, title, body));
    }

    /// <summary>Its HTML.</summary>
    /// <param name="title">As text; it is the heading too.</param>
    /// <param name="body">As HTML that was made here.</param>
    public static string Text(string language, string title, string body)
    {
        var links = string.Join(" · ", Elsewhere.Select(e => $"<a href=\"{e.Path}\">{WebUtility.HtmlEncode(e.Name.In(language))}</a>"));
        return $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + $"<title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head><body><main><h1>{WebUtility.HtmlEncode(title)}</h1>{body}"
            + $"<nav>{links}</nav></main></body></html>";
    }

    /// <summary>A page that is written whole already.</summary>
    public static IResult Whole(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy(html);
        return Results.Content(html, "text/html; charset=utf-8");
    }

    /// <summary>The policy of a page: its sheet of style by its hash.</summary>
    public static string Policy(string html)
    {
        var start = html.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length;
        var style = html[start..html.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        return $"default-src 'none'; style-src 'sha256-{hash}'; frame-ancestors 'none'";
    }
}
