using Microsoft.AspNetCore.Http.Features;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Gateway;

/// <summary>Event streams that are passed through: they end when the gateway does, and their length is no answer's time.</summary>
public static class Streams
{
    /// <summary>Ends them with the gateway, so that none holds up its end; whoever follows comes again by the last event that they took.</summary>
    public static async Task EndWithGateway(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(EventStream.Type, StringComparison.OrdinalIgnoreCase)))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.MetricsDisabled = true;
        }

        var life = http.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using var ends = life.ApplicationStopping.Register(() =>
        {
            if (http.Response.ContentType == EventStream.Type)
            {
                http.Abort();
            }
        });
        await next(http);
    }
}
