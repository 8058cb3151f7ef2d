using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>An event of a stream.</summary>
/// <param name="Event">What happened, in a word.</param>
/// <param name="Id">Up to where the stream has come by it: who names it as <c>Last-Event-ID</c> is told what comes behind it.</param>
/// <param name="Data">Said as JSON.</param>
public sealed record StreamEvent(string Event, string Id, object Data);

/// <summary>What a look finds that was not told yet, or why this reader is told nothing.</summary>
/// <param name="HasMore">Whether there is more to be told at once.</param>
public sealed record Look(Refusal? Refusal, IReadOnlyList<StreamEvent> Events, bool HasMore = false)
{
    /// <summary>A refusal is what it comes to.</summary>
    public static implicit operator Look(Refusal refusal) => new(refusal, []);
}

/// <summary>The last event of a stream, named <c>end</c>.</summary>
/// <param name="Code">Why: <c>renew</c> after its time and <c>stopping</c> where the node ends, to be asked again at once; <c>unavailable</c>, to be asked again
/// a moment later; else the problem that asking again is answered by: unauthenticated, forbidden, not-found.</param>
public sealed record StreamEnd(string Code);

/// <summary>Streams of server-sent events. Each waits without a connection, looks again when what it follows moved, and before it says anything asks anew
/// whether its reader still may. <c>Live:PerPerson</c> (8) and <c>Live:PerTenant</c> (500) bound how many are open on a node, <c>Live:PerNode</c> (1,000) bounds
/// all; <c>Live:Minutes</c> (15) how long one lasts, <c>Live:BeatSeconds</c> (15) how long it may be silent and a right unasked, <c>Live:WriteSeconds</c> (10) how
/// long its reader may take for what is said.</summary>
public sealed class LiveStreams(
    Moves moves,
    IDocumentStore store,
    IServiceScopeFactory scopes,
    IAuthorizationPolicyProvider policies,
    IPolicyEvaluator evaluator,
    IHostApplicationLifetime life,
    IConfiguration configuration,
    TimeProvider time
) : IAsyncDisposable
{
    // A room, or all rooms after a node was lost, wakes at once: they take their turn.
    private const int LookingAtOnce = 4;

    private static readonly Refusal TooMany = new(
        429,
        "too-many-requests",
        "This person, or their practice, already has all the streams open that are allowed.",
        "Close one, or try again after the time in Retry-After."
    );

    private static readonly Look Away = Problems.Unavailable("The database is unavailable.");

    private readonly TimeSpan _longest = TimeSpan.FromMinutes(configuration.GetValue("Live:Minutes", 15.0));
    private readonly TimeSpan _beat = TimeSpan.FromSeconds(configuration.GetValue("Live:BeatSeconds", 15.0));
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(configuration.GetValue("Live:WriteSeconds", 10.0));
    private readonly SemaphoreSlim _turns = new(LookingAtOnce);

    private readonly PartitionedRateLimiter<Actor> _places = PartitionedRateLimiter.CreateChained(
        Places(a => $"{a.Tenant} {a}", configuration.GetValue("Live:PerPerson", 8)),
        Places(a => a.Tenant, configuration.GetValue("Live:PerTenant", 500))
    );

    /// <summary>Answers with what the looks find, from the first on. Why the reader is told nothing is a problem before it, and the last event after it.</summary>
    /// <param name="what">When it moves, it is looked at again.</param>
    /// <param name="look">What there is since the look before.</param>
    public async Task<IResult> Open(HttpContext http, Followed what, Func<IQuerySession, CancellationToken, Task<Look>> look)
    {
        var actor = Actor.From(http.User)!;
        var place = _places.AttemptAcquire(actor);
        http.Response.RegisterForDispose(place);
        if (!place.IsAcquired)
        {
            http.Response.Headers.RetryAfter = "2";
            return TooMany.ToResult();
        }

        var bell = moves.Follow(what);
        http.Response.RegisterForDispose(bell);
        var first = await Look(actor, look, http.RequestAborted);
        if (first.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        // A proxy before the gateway may gather an answer, unless it is told not to.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            // How long somebody listened is not how long an answer took.
            metrics.MetricsDisabled = true;
        }

        return TypedResults.ServerSentEvents(Events(http, bell, first, cancel => Again(http, actor, look, cancel)));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _places.DisposeAsync();
        _turns.Dispose();
    }

    private static PartitionedRateLimiter<Actor> Places(Func<Actor, string> of, int most) =>
        PartitionedRateLimiter.Create<Actor, string>(actor =>
            RateLimitPartition.GetConcurrencyLimiter(of(actor), _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 })
        );

    private async IAsyncEnumerable<SseItem<object>> Events(
        HttpContext http,
        Bell bell,
        Look first,
        Func<CancellationToken, Task<Look>> again,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        if (http.Features.Get<AskedHead>() is not null)
        {
            yield break;
        }

        using var over = new CancellationTokenSource(_longest, time);
        string? ends;
        var said = time.GetTimestamp();
        await KeepAlive(http, cancel);
        for (var found = first; ; )
        {
            foreach (var e in found.Events)
            {
                using var patience = Patience(http);
                yield return new(e.Data, e.Event) { EventId = e.Id };
                said = time.GetTimestamp();
            }

            if (found is { Refusal: null, HasMore: false })
            {
                // By the clock alone: nobody learns from a sign of life that something came which is not for them.
                if (time.GetElapsedTime(said) >= _beat)
                {
                    await KeepAlive(http, cancel);
                    said = time.GetTimestamp();
                }

                await Heard(bell, _beat - time.GetElapsedTime(said), over.Token, cancel);
            }

            ends = Ends(found, over.Token);
            if (ends is not null)
            {
                break;
            }

            found = await again(cancel);
        }

        yield return new(new StreamEnd(ends), "end");
    }

    private string? Ends(Look found, CancellationToken over) =>
        found.Refusal is { } refusal ? refusal.Type
        : life.ApplicationStopping.IsCancellationRequested ? "stopping"
        : over.IsCancellationRequested ? "renew"
        : null;

    // Until what is followed moves, or the beat, or an end.
    private async Task Heard(Bell bell, TimeSpan most, CancellationToken over, CancellationToken cancel)
    {
        using var beat = new CancellationTokenSource(most > TimeSpan.Zero ? most : TimeSpan.Zero, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(beat.Token, over, life.ApplicationStopping, cancel);
        await bell.Heard(any.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
    }

    // A comment, which clients pass over: headers go at once, and nothing between takes the connection for dead.
    private async Task KeepAlive(HttpContext http, CancellationToken cancel)
    {
        using var patience = Patience(http);
        await http.Response.WriteAsync(": keep-alive\n\n", cancel);
        await http.Response.Body.FlushAsync(cancel);
    }

    // Who does not take what is said is cut off, and comes again by the last event that they took.
    private ITimer Patience(HttpContext http) => time.CreateTimer(_ => http.Abort(), null, _patience, Timeout.InfiniteTimeSpan);

    private async Task<Look> Again(
        HttpContext http,
        Actor actor,
        Func<IQuerySession, CancellationToken, Task<Look>> look,
        CancellationToken cancel
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        try
        {
            return await Refused(http, actor, ends.Token) ?? await Look(actor, look, ends.Token);
        }
        catch (Exception) when (life.ApplicationStopping.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            // The node ends: a database that hangs does not hold it up, and what it asked with may be gone already.
            return new(null, []);
        }
        catch (Exception e) when (e is ProviderAwayException || Transient.IsCause(e))
        {
            return Away;
        }
    }

    private async Task<Look> Look(Actor actor, Func<IQuerySession, CancellationToken, Task<Look>> look, CancellationToken cancel)
    {
        await _turns.WaitAsync(cancel);
        try
        {
            await using var session = await store.ForTenant(actor.Tenant, cancel);
            return await session.LoadAsync<ErasedPerson>(PersonStreams.Erased(actor.Person), cancel) is null
                ? await look(session, cancel)
                : Refusal.Erased;
        }
        finally
        {
            _turns.Release();
        }
    }

    // As if it were asked now. Who a request is of is established once for each, so that it is asked by another one.
    private async Task<Look?> Refused(HttpContext http, Actor actor, CancellationToken ends)
    {
        await using var scope = scopes.CreateAsyncScope();
        var route = http.GetEndpoint()!;
        var asked = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ends };
        asked.Request.Headers.Authorization = http.Request.Headers.Authorization;
        asked.SetEndpoint(route);
        var known = await asked.AuthenticateAsync();
        asked.User = known.Principal ?? asked.User;
        var policy = await AuthorizationPolicy.CombineAsync(
            policies,
            route.Metadata.GetOrderedMetadata<IAuthorizeData>(),
            route.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
        );
        var may = await evaluator.AuthorizeAsync(policy!, known, asked, asked);
        return may.Succeeded && Actor.From(asked.User) == actor ? null : Ended(may.Challenged ? "unauthenticated" : "forbidden");
    }

    // Asking again is answered by the problem of this type, which says more.
    private static Look Ended(string type) => new Refusal(0, type, string.Empty, string.Empty);
}

/// <summary>Puts streams in place, in the services that have any.</summary>
public static class LiveParts
{
    /// <summary>Adds them.</summary>
    /// <typeparam name="T">Knows what moved.</typeparam>
    public static IServiceCollection AddLive<T>(this IServiceCollection services)
        where T : class, ISeesMoves =>
        services
            .AddSingleton<ISeesMoves, T>()
            .AddSingleton<Moves>()
            .AddHostedService(provider => provider.GetRequiredService<Moves>())
            .AddSingleton<LiveStreams>();
}
