using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
            "Accept names none of the media types that are answered here.",
            $"Accept one of {string.Join(", ", answered)}, or leave Accept out."
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

    private static Refusal? Refused(HttpContext context)
    {
        var route = context.GetEndpoint()?.Metadata;
        return route?.GetMetadata<IAcceptsMetadata>() is { } reads
            && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var sent)
            && !reads.ContentTypes.Any(type => sent.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
                ? Problems.NoJson
            : Answered(route) is { Count: > 0 } answered
            && context.Request.GetTypedHeaders().Accept is { Count: > 0 } accepted
            && !accepted.Any(a => a.Quality is not 0 && answered.Any(type => new MediaTypeHeaderValue(type).IsSubsetOf(Bare(a))))
                ? NotAcceptable(answered)
            : null;
    }

    private static List<string> Answered(EndpointMetadataCollection? route) =>
        [
            .. (route?.GetOrderedMetadata<IProducesResponseTypeMetadata>() ?? [])
                .Where(p => p.StatusCode is >= 200 and < 300)
                .SelectMany(p => p.ContentTypes)
                .Where(type => type != Problem)
                .Distinct(StringComparer.Ordinal),
        ];

    // Its parameters (a quality, a charset) say nothing of what is answered.
    private static MediaTypeHeaderValue Bare(MediaTypeHeaderValue accepted) => new(accepted.MediaType);

    private static bool IsOfTheRouter(ServiceDescriptor service) =>
        service.ServiceType == typeof(MatcherPolicy) && service.ImplementationType?.Name == "AcceptsMatcherPolicy";
}
