using Microsoft.AspNetCore.Http;

namespace PracticeAnalysis.Http;

/// <summary>The language in which people are answered: French or English, as <c>Accept-Language</c> asks; English where it asks for neither.</summary>
public static class Language
{
    /// <summary>How a route says that its answer goes by a parameter too.</summary>
    public static ReadsParameter Asked { get; } =
        new("lang", "fr or en: the answer's language, whatever Accept-Language says.", "fr", "en");

    /// <summary>The language of an answer to this request: <c>fr</c> or <c>en</c>, as <c>lang</c> asks where the route reads it.</summary>
    /// <param name="otherwise">Where it asks for neither.</param>
    public static string Of(HttpRequest request, string otherwise = "en") =>
        ByParameter(request)
        ?? request
            .GetTypedHeaders()
            .AcceptLanguage.Where(l => l.Quality is not 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is "fr" or "en")
        ?? otherwise;

    private static string? ByParameter(HttpRequest request) =>
        request.HttpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<ReadsParameter>().Contains(Asked) is true
        && request.Query[Asked.Name] is [("fr" or "en") and var asked]
            ? asked
            : null;
}
