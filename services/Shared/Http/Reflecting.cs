using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A write as its answer told of it: the resource's id, and the version that its ETag names, which the class of who wrote counts.</summary>
public sealed record Written(Guid Resource, long Version)
{
    /// <summary>As a request says it, <c>{id}@{version}</c>; null where this is none.</summary>
    public static Written? Read(string text) =>
        text.Split('@') is [var id, var version]
        && Guid.TryParse(id, out var resource)
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(resource, number)
            : null;
}

/// <summary>Whether a view has come so far that it reflects a write.</summary>
/// <param name="view">The <c>id</c> of its route, or its <c>group</c>; the empty id, where it has neither.</param>
/// <param name="by">The reader. For one who may not see the view, it never has: nobody learns by waiting what they may not read.</param>
public delegate Task<bool> HasComeSoFar(
    IQuerySession session,
    Guid view,
    Actor by,
    Written written,
    DateTimeOffset now,
    CancellationToken cancel
);

/// <summary>The route shows what it is told of later, and may be asked to wait for it.</summary>
public sealed record ToldLater;

/// <summary>Reading after writing. A view that is told of a write later is asked to wait until it reflects it: <c>?reflects={id}@{version}</c>,
/// five seconds at most or as many as <c>Prefer: wait=</c> says, twenty at most. Past that it answers 503, not-yet.</summary>
public static class Reflecting
{
    /// <summary>The parameter.</summary>
    public const string Parameter = "reflects";

    private const int Usual = 5;
    private const int Longest = 20;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    internal static readonly Refusal None = Refusal.OfParameter(
        "reflects",
        "reflects does not name a write.",
        "Give the id of what was written and the version in the answer's ETag, as {id}@{version}."
    );

    private static readonly Refusal NoStream = Refusal.OfParameter(
        "reflects",
        "reflects waits for a view; a stream announces what comes.",
        "Omit it."
    );

    private static readonly Refusal NotYet = new(
        503,
        "not-yet",
        "The view does not reflect this write yet.",
        "Ask again after the time in Retry-After, or read without waiting."
    );

    /// <summary>The route waits where it is asked to.</summary>
    public static RouteHandlerBuilder Reflects(this RouteHandlerBuilder route, HasComeSoFar reflects) =>
        route
            .WithMetadata(new ToldLater())
            .AddEndpointFilter(
                async (call, next) =>
                {
                    var http = call.HttpContext;
                    return http.Request.Query[Parameter] switch
                    {
                        [] => await next(call),
                        _ when EventStream.IsAsked(http) => NoStream.ToResult(),
                        var said => await Waited(http, Written.Read(said[0]!)!, reflects) ? await next(call) : Later(http),
                    };
                }
            );

    /// <summary>The route shows an aggregate that learns from other services, and waits until it has learned of the write.</summary>
    /// <typeparam name="T">The aggregate under the route's id: whoever may see it may wait for it.</typeparam>
    /// <param name="itself">Whether the id is the resource's own, so that a write of it is there at once; else the aggregate is what is known of another service's.</param>
    public static RouteHandlerBuilder ReflectsWhatIsLearned<T>(this RouteHandlerBuilder route, bool itself = false)
        where T : Aggregate, IFold<T> =>
        route.Reflects(
            async (session, id, actor, written, _, cancel) =>
                await session.LoadAsync<T>(id, cancel) is { } found
                && found.IsVisibleTo(actor)
                && (
                    (itself && written.Resource == id && found.VersionFor(actor) >= written.Version)
                    || await session.Learned([id], actor, written, cancel)
                )
        );

    /// <summary>Whether one of these streams holds a fact by which this service took over what another one told of the write, or of a later one
    /// of the same resource.</summary>
    /// <param name="by">The reader, by whose count the write is named.</param>
    public static async Task<bool> Learned(
        this IQuerySession session,
        IReadOnlyList<Guid> streams,
        Actor by,
        Written written,
        CancellationToken cancel
    ) => await session.VersionLearned(streams, by, written, cancel) is not null;

    /// <summary>The stream's version in which a write was told, or the first later one that was; null where none was yet. The fact that takes it
    /// over has its origin, those of before in the message that they held, and among its headers how each class of readers counts the origin's
    /// version. A class that sees nothing of the resource has no count of it and no word of it ever: nobody learns by waiting that there is what
    /// they do not see. What was told before counts were goes by the version itself.</summary>
    /// <param name="by">The reader, by whose count the write is named.</param>
    public static async Task<long?> VersionLearned(
        this IQuerySession session,
        IReadOnlyList<Guid> streams,
        Actor by,
        Written written,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select min(version) from (
              select (origin ->> 'version')::bigint as version, (headers ->> '{EventHeaders.Seen}')::jsonb as seen
              from {session.DocumentStore.Options.DatabaseSchemaName}.mt_events
              cross join lateral (select coalesce(data -> 'origin', data -> 'message' -> 'origin')) said (origin)
              where tenant_id = $1 and stream_id = any($2) and origin ->> 'stream' = $3) told
            where case when seen is null then version >= $4 else coalesce((seen ->> $5)::bigint >= $4, false) end
            """
        );
        foreach (var value in (object[])[session.TenantId, streams.ToArray(), written.Resource.ToString(), written.Version, by.Role])
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        return await reader.ReadAsync(cancel) && !await reader.IsDBNullAsync(0, cancel) ? reader.GetInt64(0) : null;
    }

    private static async Task<bool> Waited(HttpContext http, Written written, HasComeSoFar reflects)
    {
        var (reads, time) = (http.RequestServices.GetRequiredService<Reads>(), http.RequestServices.GetRequiredService<TimeProvider>());
        var (actor, cancel) = (Actor.From(http.User)!, http.RequestAborted);
        var route = http.Request.RouteValues;
        var view = Guid.TryParse((route["id"] ?? route["group"]) as string, out var named) ? named : Guid.Empty;
        using var beat = new PeriodicTimer(Beat, time);
        for (var began = time.GetTimestamp(); ; )
        {
            // No connection is held while it waits; it looks where it will be read.
            await using (var session = await reads.ForTenant(actor.Tenant, cancel))
            {
                if (await reflects(session, view, actor, written, time.GetUtcNow(), cancel))
                {
                    return true;
                }
            }

            if (time.GetElapsedTime(began) >= LongestWait(http.Request))
            {
                return false;
            }

            await beat.WaitForNextTickAsync(cancel);
        }
    }

    private static IResult Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return NotYet.ToResult();
    }

    // RFC 7240: a preference that is no number of seconds is none.
    private static TimeSpan LongestWait(HttpRequest request) =>
        TimeSpan.FromSeconds(
            request
                .Headers["Prefer"]
                .SelectMany(p => p?.Split(',') ?? [])
                .Select(p => p.Trim().Split('='))
                .Where(p => p is ["wait", _])
                .Select(p => int.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? Math.Min(s, Longest) : Usual)
                .FirstOrDefault(Usual)
        );
}
