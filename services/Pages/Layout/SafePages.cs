namespace PracticeAnalysis.Pages.Layout;

/// <summary>The headers that keep a page to its own origin: no script or style but ours, in no frame, in no cache.</summary>
public static class SafePages
{
    /// <summary>Adds them to every answer; what is served as a file may be cached.</summary>
    public static void UseSafePages(this WebApplication app)
    {
        // A form that signs out is answered by a redirect to the provider, which a browser counts as the form's own target.
        var provider = app.Configuration["Auth:Authority"] is { Length: > 0 } authority
            ? " " + new Uri(authority).GetLeftPart(UriPartial.Authority)
            : "";
        var policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
            + $"frame-ancestors 'none'; form-action 'self'{provider}";
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    var headers = http.Response.Headers;
                    headers.ContentSecurityPolicy = policy;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "no-referrer";
                    if (headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal))
                    {
                        headers.CacheControl = "no-store";
                        headers.ContentLanguage = PageLanguage.Of(http.Request);
                    }

                    return Task.CompletedTask;
                });
                return next(http);
            }
        );
    }
}
