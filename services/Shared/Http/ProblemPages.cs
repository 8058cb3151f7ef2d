using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>What the <c>type</c> of a problem resolves to: a page for people, in French or English, or the same as JSON.</summary>
public static class ProblemPages
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // The words of the pages themselves.
    private static readonly Dictionary<string, Bilingual> Words = new()
    {
        ["all"] = new("Problems", "Problèmes"),
        ["means"] = new("What it means", "Ce que cela veut dire"),
        ["do"] = new("What to do", "Que faire"),
        ["example"] = new("Example", "Exemple"),
        ["intro"] = new(
            "Every refusal of the API is one of these (RFC 9457); its 'type' leads here.",
            "Chaque refus de l'API est l'un de ceux-ci (RFC 9457) ; son « type » mène ici."
        ),
        ["sources"] = new("What the source of a rule means", "Ce que signifie la source d'une règle"),
    };

    private const string Sources = "/guides/sources";

    /// <summary>Maps <c>/problems</c> and <c>/problems/{type}</c>.</summary>
    public static void MapProblemPages(this WebApplication app)
    {
        app.Map("/problems", Index).GetAlone().AsksOnly().AllowAnonymous().ExcludeFromDescription();
        app.Map("/problems/{type}", (string type, HttpContext context) => Show(type, context))
            .GetAlone()
            .AsksOnly()
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static IResult Index(HttpContext context)
    {
        var language = Language.Of(context.Request);
        return HtmlPage.IsWanted(context.Request)
            ? HtmlPage.Of(
                context,
                language,
                Words["all"].In(language),
                $"<p>{Text(Words["intro"].In(language))}</p><ul>"
                    + string.Concat(
                        ProblemCatalogue.All.Select(p =>
                            $"<li>{string.Join(", ", p.Statuses)} <a href=\"/problems/{p.Slug}\">{Text(p.Title.In(language))}</a></li>"
                        )
                    )
                    + "</ul>"
            )
            : Data(context, new { items = ProblemCatalogue.All.Select(p => Described(p, language)) });
    }

    private static IResult Show(string type, HttpContext context)
    {
        var language = Language.Of(context.Request);
        return ProblemCatalogue.Find(type) is not { } kind ? Refusal.NotFound.ToResult()
            : HtmlPage.IsWanted(context.Request)
                ? HtmlPage.Of(
                    context,
                    language,
                    kind.Title.In(language),
                    $"<p><code>/problems/{kind.Slug}</code> · {string.Join(", ", kind.Statuses)}</p>"
                        + $"<h2>{Text(Words["means"].In(language))}</h2><p>{Text(kind.Meaning.In(language))}</p>"
                        + $"<h2>{Text(Words["do"].In(language))}</h2><p>{Text(kind.Remedy.In(language))}</p>"
                        + $"<h2>{Text(Words["example"].In(language))}</h2><pre>{Text(kind.Example(kind.Statuses[0], language).ToJsonString(Indented))}</pre>"
                        + (kind.NamesSource ? $"<p><a href=\"{Sources}\">{Text(Words["sources"].In(language))}</a></p>" : string.Empty)
                )
            : Data(context, Described(kind, language));
    }

    private static JsonObject Described(ProblemKind kind, string language)
    {
        var described = new JsonObject
        {
            ["type"] = $"/problems/{kind.Slug}",
            ["statuses"] = new JsonArray([.. kind.Statuses.Select(s => JsonValue.Create(s))]),
            ["title"] = kind.Title.In(language),
            ["meaning"] = kind.Meaning.In(language),
            ["remedy"] = kind.Remedy.In(language),
            ["example"] = kind.Example(kind.Statuses[0], language),
        };
        if (kind.NamesSource)
        {
            described["sources"] = Sources;
        }

        return described;
    }

    private static IResult Data(HttpContext context, object body)
    {
        context.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}";
        context.Response.Headers.ContentLanguage = Language.Of(context.Request);
        return Results.Json(body);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
