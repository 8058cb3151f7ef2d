using PracticeAnalysis.Http;

namespace PracticeAnalysis.Pages.Layout;

/// <summary>The language of a page: the one that the visitor chose, else their browser's, else French.</summary>
public static class PageLanguage
{
    private const string Cookie = "__Host-language";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public static string Of(HttpRequest request) =>
        request.Cookies[Cookie] is { } chosen and ("fr" or "en") ? chosen
        : request.Headers.AcceptLanguage.Count > 0 ? Language.Of(request, "fr")
        : "fr";

    /// <summary>Maps the choice: <c>/language/{language}</c>, back to the page that it was made on.</summary>
    public static void MapLanguage(this WebApplication app) =>
        app.MapGet(
            "/language/{language:regex(^(fr|en)$)}",
            (HttpContext http, string language, string? back) =>
            {
                http.Response.Cookies.Append(
                    Cookie,
                    language,
                    new()
                    {
                        Secure = true,
                        HttpOnly = true,
                        SameSite = SameSiteMode.Lax,
                        MaxAge = TimeSpan.FromDays(365),
                        Path = "/",
                    }
                );
                return Results.LocalRedirect(LocalPath.Of(back));
            }
        );
}
