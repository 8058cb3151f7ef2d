using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace PracticeAnalysis.Gateway;

/// <summary>What holds at the door, before any service is asked: headers that keep a browser from guessing, and how often one client may ask.</summary>
public static class Door
{
    private const int DefaultPerSecond = 200;
    private const int Burst = 2;

    // The reference is the one page here; everything else is data, which no browser has to run or frame.
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";
    private const string ForThePage =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    /// <summary>Limits each client, told apart by its token (by its address without one): <c>RateLimit:PerSecond</c>, with twice that at once.</summary>
    public static void AddRateLimit(this WebApplicationBuilder builder)
    {
        var perSecond = builder.Configuration.GetValue("RateLimit:PerSecond", DefaultPerSecond);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(
                    Client(context),
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = perSecond * Burst,
                        TokensPerPeriod = perSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        QueueLimit = 0,
                    }
                )
            );
        });
    }

    /// <summary>The headers on every answer, refusals too.</summary>
    public static void UseSafeHeaders(this WebApplication app)
    {
        var policy = $"\"client\";q={app.Configuration.GetValue("RateLimit:PerSecond", DefaultPerSecond)};w=1";
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
                    headers.ContentSecurityPolicy = page ? ForThePage : ForData;
                    headers["RateLimit-Policy"] = policy;
                    if (!page)
                    {
                        headers.CacheControl = "no-store";
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    // The token itself is not kept, not even as a key in memory.
    private static string Client(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { Length: > 0 } token
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))
            : context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
