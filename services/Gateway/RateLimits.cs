using System.Globalization;
using System.Threading.RateLimiting;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Gateway;

/// <summary>How often somebody may ask for something: so many a second, and so many at once.</summary>
/// <param name="Name">reads, writes, exports, or address for those who are not known.</param>
public sealed record Allowance(string Name, int PerSecond, int Burst)
{
    /// <summary>As <c>RateLimit-Policy</c> says it: the quota, and the seconds in which it is whole again.</summary>
    public string Policy => string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";q={Burst};w={Seconds(Burst)}");

    /// <summary>As <c>RateLimit</c> says it: what remains, and the seconds until the quota is whole again.</summary>
    public string Remaining(long permits) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";r={permits};t={Seconds(Burst - permits)}");

    private long Seconds(long permits) => (permits + PerSecond - 1) / PerSecond;
}

/// <summary>What each client may ask for at the door, by capability: reads, writes, and what is costly (whole histories, exports, bulk).
/// Configured by <c>RateLimit:{Reads|Writes|Exports|Address}:{PerSecond|Burst}</c>.</summary>
public sealed class RateLimits(IConfiguration configuration) : IAsyncDisposable
{
    private static readonly HashSet<string> Costly = ["history", "export", "exports", "replay", "bulk"];
    private static readonly string[] InBulk = [.. Ndjson.Types, "text/csv"];

    private readonly Dictionary<string, Allowance> _allowances = new[]
    {
        new Allowance("reads", 200, 400),
        new Allowance("writes", 200, 400),
        new Allowance("exports", 10, 100),
        new Allowance("address", 400, 800),
    }.ToDictionary(a => a.Name, a => Configured(configuration.GetSection($"RateLimit:{a.Name}"), a));

    private PartitionedRateLimiter<HttpContext>? _clients;

    /// <summary>Each client and capability apart; and those whose token nobody has checked yet, by their address too, so that nobody gets
    /// more by inventing tokens.</summary>
    public PartitionedRateLimiter<HttpContext> Limiter => PartitionedRateLimiter.CreateChained(Clients, ByAddress());

    private PartitionedRateLimiter<HttpContext> Clients =>
        _clients ??= PartitionedRateLimiter.Create<HttpContext, string>(context =>
            IsProbe(context) ? RateLimitPartition.GetNoLimiter("probe") : Bucket($"{Asked(context).Name} {Client(context)}", Asked(context))
        );

    /// <summary>The two headers of the draft standard, for this client and what it asked for.</summary>
    public void Say(HttpContext context)
    {
        if (!IsProbe(context) && Clients.GetStatistics(context) is { } left)
        {
            context.Response.Headers["RateLimit-Policy"] = Asked(context).Policy;
            context.Response.Headers["RateLimit"] = Asked(context).Remaining(left.CurrentAvailablePermits);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _clients?.DisposeAsync() ?? ValueTask.CompletedTask;

    private PartitionedRateLimiter<HttpContext> ByAddress() =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            IsProbe(context) || Actor.From(context.User) is not null
                ? RateLimitPartition.GetNoLimiter("known")
                : Bucket(Address(context), _allowances["address"])
        );

    private static RateLimitPartition<string> Bucket(string key, Allowance allowance) =>
        RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = allowance.Burst,
                TokensPerPeriod = allowance.PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }
        );

    private Allowance Asked(HttpContext context)
    {
        var request = context.Request;
        var last = (request.Path.Value ?? string.Empty).TrimEnd('/').Split('/')[^1];
        var costly =
            Costly.Contains(last)
            || request.Path.StartsWithSegments("/v1/imports", StringComparison.Ordinal)
            || request.Query["format"] == "csv"
            || request.Headers.Accept.Any(a => InBulk.Any(kind => a!.Contains(kind, StringComparison.OrdinalIgnoreCase)));
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return _allowances[
            costly ? "exports"
            : reads ? "reads"
            : "writes"
        ];
    }

    // The subject of a checked token; a key by its hash, since the text is not kept; else the address.
    private static string Client(HttpContext context) =>
        Actor.From(context.User) is { } actor ? $"{actor.Tenant} {actor}"
        : ApiKeys.SentWith(context.Request) is { } key ? ApiKeyText.Hash(key)
        : Address(context);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static bool IsProbe(HttpContext context) => context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static Allowance Configured(IConfigurationSection section, Allowance allowance) =>
        allowance with
        {
            PerSecond = section.GetValue("PerSecond", allowance.PerSecond),
            Burst = section.GetValue("Burst", allowance.Burst),
        };
}
