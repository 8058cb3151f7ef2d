using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Primitives;
using PracticeAnalysis.Access;

namespace PracticeAnalysis.Gateway;

/// <summary>What holds at the door, before any service is asked: headers that keep a browser from guessing, and how often one client may ask.</summary>
public static class Door
{
    // The reference is the one page here that runs a script; others bring their own policy; all else is data, which no browser has to run or frame.
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";
    private const string ForThePage =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    /// <summary>Limits each client, told apart by its token or key, by its address without one.</summary>
    public static void AddRateLimit(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddProviderTokens(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Ceiling(after.TotalSeconds) : 1;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
        builder
            .Services.AddOptions<RateLimiterOptions>()
            .Configure<RateLimits>((options, limits) => options.GlobalLimiter = limits.Limiter);
    }

    /// <summary>The headers on every answer, refusals too.</summary>
    public static void UseSafeHeaders(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    var page = context.Request.Path.StartsWithSegments("/reference", StringComparison.Ordinal);
                    headers.XContentTypeOptions = "nosniff";
                    headers.XFrameOptions = "DENY";
                    headers["Referrer-Policy"] = "no-referrer";
                    headers["Cross-Origin-Resource-Policy"] = "same-origin";
                    if (page || StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
                    {
                        headers.ContentSecurityPolicy = page ? ForThePage : ForData;
                    }

                    limits.Say(context);
                    var kept = context.GetEndpoint()?.Metadata.GetMetadata<MayBeKept>() is not null;
                    if (!page && !kept && !context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
                    {
                        headers.CacheControl = "no-store";
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }
}
