using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>Which media types an operation reads and answers; whoever may not ask at all is told that first.</summary>
public static class MediaTypes
{
    private const string Problem = "application/problem+json";

    /// <summary>406: nothing that is answered here is accepted.</summary>
    private static Refusal NotAcceptable(IEnumerable<string> answered) =>
        new(
            406,
            "not-acceptable",
            "Accept does not name a media type available here.",
            $"Accept what is available here ({string.Join(", ", answered)}), or omit Accept."
        );

    /// <summary>Leaves the media type of a body to <see cref="UseMediaTypes" />: the router would say 415 before it is known who asks.</summary>
    public static void AddMediaTypes(this IServiceCollection services)
    {
        foreach (var policy in services.Where(IsOfTheRouter).ToList())
        {
            services.Remove(policy);
        }
    }

    /// <summary>415 for a body of a media type that the operation does not read; 406 where none that it answers is accepted. To come after who may.</summary>
    public static void UseMediaTypes(this WebApplication app) =>
        app.Use((context, next) => Refused(context) is { } refusal ? refusal.ToResult().ExecuteAsync(context) : next(context));

    /// <summary>415, with the media types and charsets that the operation reads.</summary>
    public static Refusal Unsupported(HttpContext context)
    {
        var reads = InputErrors.EndpointOf(context)?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? ["application/json"];
        var types = string.Join(", ", reads);
        return new(
            415,
            "unsupported-media-type",
            "Content-Type does not name a media type accepted here, or the body is compressed or not in UTF-8.",
            reads.Contains(StrictJson.Table)
                ? $"Send the body as Content-Type: {types} in UTF-8 ({StrictJson.Table} also in {string.Join(", ", StrictJson.OfTables)}), without Content-Encoding."
                : $"Send the body as Content-Type: {types} in UTF-8, without Content-Encoding."
        );
    }

    /// <summary>406 where a request accepts none of these; else null.</summary>
    public static Refusal? Unacceptable(HttpRequest request, params IReadOnlyList<string> answered) =>
        Best(request, answered) is null ? NotAcceptable(answered) : null;

    /// <summary>The media type of these that a request likes best, of equals the first; null where it accepts none.</summary>
    public static string? Best(HttpRequest request, IReadOnlyList<string> types)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count == 0
            ? types[0]
            : types.Where(type => Quality(accepted, type) > 0).OrderByDescending(type => Quality(accepted, type)).FirstOrDefault();
    }

    private static Refusal? Refused(HttpContext context)
    {
        var route = context.GetEndpoint()?.Metadata;
        return route?.GetMetadata<IAcceptsMetadata>() is { } reads && !Reads(reads, context) ? Unsupported(context)
            : Answered(route, context.Request) is { Count: > 0 } answered ? Unacceptable(context.Request, answered)
            : null;
    }

    // Where there is no body, that is said, and not of what type it is not.
    private static bool Reads(IAcceptsMetadata reads, HttpContext context) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var sent)
            ? reads.ContentTypes.Contains(sent.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
            : string.IsNullOrEmpty(context.Request.ContentType)
                && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };

    // RFC 9110: what is said of a type more particularly goes before what is said of many.
    private static double Quality(IEnumerable<MediaTypeHeaderValue> accepted, string type) =>
        accepted
            .Where(a => new MediaTypeHeaderValue(type).IsSubsetOf(Bare(a)))
            .OrderBy(a =>
                a.MatchesAllTypes ? 2
                : a.MatchesAllSubTypes ? 1
                : 0
            )
            .ThenByDescending(a => a.Quality ?? 1)
            .Select(a => a.Quality ?? 1)
            .FirstOrDefault();

    // Of several forms, the one that the query names alone.
    private static List<string> Answered(EndpointMetadataCollection? route, HttpRequest request) =>
        route?.GetMetadata<AnswerForms>()?.Named(request) is { } named ? [named] : [.. Answered(route)];

    private static IEnumerable<string> Answered(EndpointMetadataCollection? route) =>
        (route?.GetOrderedMetadata<IProducesResponseTypeMetadata>() ?? [])
            .Where(p => p.StatusCode is >= 200 and < 300)
            .SelectMany(p => p.ContentTypes)
            .Where(type => type != Problem)
            .Distinct(StringComparer.Ordinal);

    // Its parameters (a quality, a charset) say nothing of what is answered.
    private static MediaTypeHeaderValue Bare(MediaTypeHeaderValue accepted) => new(accepted.MediaType);

    private static bool IsOfTheRouter(ServiceDescriptor service) =>
        service.ServiceType == typeof(MatcherPolicy) && service.ImplementationType?.Name == "AcceptsMatcherPolicy";
}
