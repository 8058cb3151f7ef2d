using System.Text;
using Markdig;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Gateway;

/// <summary>The front page, guides for each kind of user, pages for each question of an integrator, all in English and French, and the changelog: pages made
/// of the repository's Markdown, or that Markdown itself for whoever does not ask for HTML.</summary>
public static class Guides
{
    /// <summary>The pages, in the order in which they are listed: the integrator's path and questions, each other kind of user, what the tags of
    /// rules mean.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "integrator",
        "webhooks",
        "live",
        "errors",
        "idempotency",
        "paging",
        "as-of",
        "testing",
        "versions",
        "establishment",
        "auditor",
        "facilitator",
        "member",
        "sources",
    ];

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>Maps <c>/</c>, <c>/guides</c>, <c>/guides/{name}</c> and <c>/changelog</c>; <c>?lang=fr</c> or <c>en</c> asks for a language whatever
    /// <c>Accept-Language</c> says.</summary>
    public static void MapGuides(this WebApplication app)
    {
        MapPage(app, "/", "welcome");
        app.Map("/guides", (HttpContext http) => Show(http, Contents(LanguageOf(http)), LanguageOf(http)))
            .GetAlone()
            .AsksOnly(Language.Asked);
        foreach (var name in Names)
        {
            MapPage(app, $"/guides/{name}", name);
        }

        app.Map("/changelog", (HttpContext http) => Show(http, Text("changelog.md"), "en")).GetAlone().AsksOnly();
    }

    private static void MapPage(WebApplication app, string path, string name) =>
        app.Map(path, (HttpContext http) => Show(http, Text($"guides/{name}.{LanguageOf(http)}.md"), LanguageOf(http), path))
            .GetAlone()
            .AsksOnly(Language.Asked);

    private static string LanguageOf(HttpContext http) => Language.Of(http.Request);

    private static string Contents(string language) =>
        "# Guides\n\n" + string.Concat(Names.Select(n => $"- [{Title(Text($"guides/{n}.{language}.md"))}](/guides/{n}?lang={language})\n"));

    private static IResult Show(HttpContext http, string markdown, string language, string? translated = null)
    {
        if (!HtmlPage.IsWanted(http.Request))
        {
            return Results.Text(markdown, "text/markdown; charset=utf-8");
        }

        var body = Markdig.Markdown.ToHtml(markdown[(markdown.IndexOf('\n', StringComparison.Ordinal) + 1)..], Markdown);
        var (other, said) = language == "fr" ? ("en", "This page in English") : ("fr", "Cette page en français");
        var link = translated is null
            ? string.Empty
            : $"<p><a href=\"{translated}?lang={other}\" hreflang=\"{other}\" lang=\"{other}\">{said}</a></p>";
        return HtmlPage.Of(http, language, Title(markdown), link + body);
    }

    private static string Title(string markdown) => markdown[..markdown.IndexOf('\n', StringComparison.Ordinal)].TrimStart('#', ' ');

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Guides).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
