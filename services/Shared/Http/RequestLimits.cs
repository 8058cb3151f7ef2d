using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>How much one request may bring, and how long it may take: the same at the gateway and at each service.</summary>
public static class RequestLimits
{
    /// <summary>The most that a body holds, where its operation does not ask for more.</summary>
    public const int BodyBytes = 256 * Kilobyte;

    /// <summary>The most that any body holds, such as one of an import.</summary>
    public const int MostBytes = 1024 * Kilobyte;

    private const int Kilobyte = 1024;
    private const int TargetBytes = 8 * Kilobyte;
    private const int HeaderBytes = 16 * Kilobyte;
    private const int Headers = 64;

    // What the server itself refuses has no body: it reads more, so that what we refuse has one.
    private const int ReadAnyway = 4;

    private const int DefaultSeconds = 30;
    private const double BytesPerSecond = 240;

    /// <summary>How long a request may take, once it was let in: <c>Limits:Seconds</c>.</summary>
    public static TimeSpan Time(IConfiguration configuration) =>
        TimeSpan.FromSeconds(configuration.GetValue("Limits:Seconds", DefaultSeconds));

    /// <summary>Body 256 KB, address 8 KB, 64 headers of 16 KB, and time: ten seconds to say what is asked, then no less than 240 bytes a second, and
    /// <c>Limits:Seconds</c> (30) to be answered, past which it is 503, which says whether it may have been done. An endpoint that streams disables the last for itself.</summary>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
            kestrel.Limits.MaxRequestLineSize = ReadAnyway * TargetBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = ReadAnyway * HeaderBytes;
            kestrel.Limits.MaxRequestHeaderCount = ReadAnyway * Headers;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(BytesPerSecond, TimeSpan.FromSeconds(5));
        });
        builder.Services.AddRequestTimeouts(timeouts =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = Time(builder.Configuration),
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                WriteTimeoutResponse = context => RequestOutcome.OutOfTime(context).ToResult().ExecuteAsync(context),
            }
        );
    }

    /// <summary>414 for an address that is too long, 431 for headers that are too many or too large. To come before anything looks at them.</summary>
    public static void UseLimits(this WebApplication app) =>
        app.Use((context, next) => Refused(context.Request) is { } refusal ? refusal.ToResult().ExecuteAsync(context) : next(context));

    private static Refusal? Refused(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Length > TargetBytes
            ? new(
                414,
                "too-large",
                $"The address is longer than {TargetBytes / Kilobyte} KB.",
                "Ask for less at a time, or use the body if the operation takes one."
            )
        : request.Headers.Sum(h => h.Value.Count) > Headers
        || request.Headers.Sum(h => h.Value.Sum(value => h.Key.Length + (value?.Length ?? 0))) > HeaderBytes
            ? new(
                431,
                "too-large",
                $"There are more than {Headers} headers, or they exceed {HeaderBytes / Kilobyte} KB in total.",
                "Send fewer headers, and shorter ones."
            )
        : null;
}
