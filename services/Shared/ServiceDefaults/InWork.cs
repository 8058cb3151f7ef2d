using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.JsonWebTokens;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>How much one process has in work at once, whoever asks: so many commands, so many reads, and half as many that wait for their turn.
/// Commands of one stream have one place, and wait for it apart, the oldest first. Past that the answer is 503, before a token is checked, a body read or a
/// connection taken, so that those who were let in are served in time.
/// <c>Limits:InWork</c>, by default eight for each processor (<c>services/docs/decisions</c>: what is in work at once, places for a stream).</summary>
public static class InWork
{
    private const int PerProcessor = 8;

    private const string Scheme = "Bearer ";

    private static readonly JsonWebTokenHandler Tokens = new();

    // As many copies of one command wait for its answer, and take no place of other commands meanwhile.
    private const int Copies = 64;

    // So many times as many as are in work wait for one stream: what it does in a second or two, as Retry-After says.
    private const int WaitingForStream = 8;

    // And so many for all streams together, with those in work.
    private const int Commands = 32;

    // What is made inside another leaves that as it is, and need not come one after the other: a quarter of the places.
    private const int MadeWithin = 4;

    // A read that waits for a write works for a moment ten times a second.
    private const int WaitingForOne = 8;

    // Each is a connection and some kilobytes, and nothing of the database.
    private const int OpenStreams = 1_000;

    /// <summary>How long who is turned away waits to be told so. Who heeds <c>Retry-After</c> loses nothing by it; who comes again at once does
    /// so a few times a second, and takes nothing meanwhile from those who were let in.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private enum Work
    {
        Command,
        Read,

        // What may go on for long has places of its own: exports, replays, what an import sends.
        Stream,
        Waiting,

        // What stays open works for a moment now and then.
        Live,
    }

    /// <summary>Adds the limits.</summary>
    public static void AddInWork(this WebApplicationBuilder builder)
    {
        var most = builder.Configuration.GetValue("Limits:InWork", PerProcessor * Environment.ProcessorCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, "Limits:InWork");
        var live = builder.Configuration.GetValue("Live:PerNode", OpenStreams);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(live, "Live:PerNode");
        var longest = RequestLimits.Time(builder.Configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = new InTime(
                PartitionedRateLimiter.CreateChained(
                    PartitionedRateLimiter.Create<HttpContext, string>(context =>
                        KeyOf(context.Request) is { } key
                            ? RateLimitPartition.GetConcurrencyLimiter(key, _ => Limit(1, Copies))
                            : RateLimitPartition.GetNoLimiter(string.Empty)
                    ),
                    PartitionedRateLimiter.Create<HttpContext, bool>(context =>
                        PlaceOf(context) is not null
                            ? RateLimitPartition.GetConcurrencyLimiter(true, _ => Limit(most * Commands, 0))
                            : RateLimitPartition.GetNoLimiter(false)
                    ),
                    PartitionedRateLimiter.Create<HttpContext, Place>(context =>
                        PlaceOf(context) is { } place
                            ? RateLimitPartition.GetConcurrencyLimiter(
                                place,
                                p => Limit(p.Makes ? Math.Max(1, most / MadeWithin) : 1, most * WaitingForStream)
                            )
                            : RateLimitPartition.GetNoLimiter(default(Place))
                    ),
                    PartitionedRateLimiter.Create<HttpContext, Work>(context =>
                        RateLimitPartition.GetConcurrencyLimiter(
                            KindOf(context),
                            kind => kind == Work.Live ? Limit(live, 0) : Limit(kind == Work.Waiting ? most * WaitingForOne : most, most / 2)
                        )
                    )
                ),
                longest
            );
            options.OnRejected = async (rejected, _) =>
            {
                var refused = rejected.HttpContext;
                var time = refused.RequestServices.GetRequiredService<TimeProvider>();
                await Task.Delay(Pause, time, refused.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await Problems.Unavailable("The service is too busy to answer in time.").ToResult().ExecuteAsync(refused);
            };
        });
    }

    private static ConcurrencyLimiterOptions Limit(int inWork, int waiting) =>
        new()
        {
            PermitLimit = inWork,
            QueueLimit = waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };

    // Whose key it is is not known yet, but by what they present.
    private static string? KeyOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Headers.TryGetValue(Idempotency.Header, out var key)
            ? Canonical.Hash($"{request.Headers.Authorization}\n{key}")
            : null;

    // Which stream a command is for is said by its path: /v1/sessions/{id}/open; who may is not known yet.
    private static Place? PlaceOf(HttpContext context) =>
        context.Request.Path.Value!.Split('/') is [_, _, _, var id, ..]
        && Guid.TryParse(id, out var stream)
        && KindOf(context) == Work.Command
            ? new(
                TenantOf(context.Request),
                stream,
                context.GetEndpoint()?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(m => m.StatusCode == 201) == true
            )
            : null;

    private static Work KindOf(HttpContext context)
    {
        var (request, endpoint) = (context.Request, context.GetEndpoint());
        var told = endpoint?.Metadata;
        return EventStream.IsAsked(context) && !request.Query.ContainsKey(Reflecting.Parameter) ? Work.Live
            : HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
                ? told?.GetMetadata<ToldLater>() is not null && request.Query.ContainsKey(Reflecting.Parameter) ? Work.Waiting
                    : endpoint is null || ConditionalReads.AnswersWhole(endpoint) ? Work.Read
                    : Work.Stream
            : told?.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains(Ndjson.Type) == true ? Work.Stream
            : Work.Command;
    }

    // The practice is read from a token that is not checked yet, so that nobody of another one stands in the way; who forges it is told so in a moment.
    private static string TenantOf(HttpRequest request)
    {
        try
        {
            var token = request.Headers.Authorization.ToString();
            return token.StartsWith(Scheme, StringComparison.Ordinal) && Tokens.CanReadToken(token[Scheme.Length..])
                ? Tokens.ReadJsonWebToken(token[Scheme.Length..]).TryGetPayloadValue<string>("tenant", out var tenant)
                    ? tenant ?? string.Empty
                    : string.Empty
                : string.Empty;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whoever brings what is no token is refused when it is checked.
            return string.Empty;
        }
    }

    private readonly record struct Place(string Tenant, Guid Stream, bool Makes);

    // Nobody waits longer than a request may take: behind a stream that stands still the last would wait for each before it.
    private sealed class InTime(PartitionedRateLimiter<HttpContext> turns, TimeSpan most) : PartitionedRateLimiter<HttpContext>
    {
        public override RateLimiterStatistics? GetStatistics(HttpContext resource) => turns.GetStatistics(resource);

        protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) =>
            turns.AttemptAcquire(resource, permitCount);

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
            HttpContext resource,
            int permitCount,
            CancellationToken cancellationToken
        )
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(most);
            try
            {
                return await turns.AcquireAsync(resource, permitCount, patience.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return turns.AttemptAcquire(resource, permitCount);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                turns.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
