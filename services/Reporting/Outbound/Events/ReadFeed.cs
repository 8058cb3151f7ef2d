using System.ComponentModel;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Outbound.Events;

/// <summary>A page of the feed, in the order in which things were recorded.</summary>
/// <param name="Items">CloudEvents 1.0 envelopes.</param>
/// <param name="Next">The cursor after the last one; ask again with it, also when nothing came.</param>
public sealed record FeedView(IReadOnlyList<JsonNode> Items, string? Next);

/// <summary>Which events are told.</summary>
/// <param name="After">The cursor of the link or of the answer that is followed; the beginning, where none is given.</param>
/// <param name="Type">One type of event, such as bilan.published; all that the role is told of, where absent.</param>
/// <param name="Limit">How many events of a page at most, 1 to 200, and as many where none is given; a stream takes none.</param>
public sealed record FeedAsked(
    HttpContext Http,
    [FromQuery(Name = "after")] Guid? After = null,
    [FromQuery(Name = "type")] string? Type = null,
    [FromQuery(Name = "limit"), Between(1, FeedAsked.Page)] int? Limit = null
) : IAsked
{
    /// <summary>The most events of a page.</summary>
    internal const int Page = 200;

    /// <summary>The types that are told.</summary>
    internal string[] Types => [.. ToldOf.Where(t => Type is null || t == Type)];

    private IReadOnlyList<string> ToldOf => EventCatalogue.TypesFor(Actor.From(Http.User)!.Role);

    /// <inheritdoc />
    public Refusal? Wrong() =>
        Refusal.All(
            Types.Length == 0 ? Refusal.OfInput("type does not name an event announced to this role.", Input.OneOf(ToldOf)) : null,
            Limit is not null && EventStream.IsAsked(Http)
                ? Refusal.OfParameter("limit", "limit applies to a page; a stream has no pages.", "Omit it.")
                : null
        );
}

/// <summary>The public events of a reader: pulled with a cursor, or told as they come, as an equal alternative to webhooks.</summary>
public sealed class Feed(Reads reads, LiveStreams live, TimeProvider time)
{
    private static readonly Refusal NoCursor = Refusal.OfInput(
        "after is not a cursor of this feed.",
        "Give the next value of the previous page, or omit it to begin."
    );

    private async Task<IResult> Answer(FeedAsked asked, CancellationToken cancel)
    {
        var (http, actor) = (asked.Http, Actor.From(asked.Http.User)!);
        http.Response.Headers.Append("Vary", "Accept");
        return EventStream.IsAsked(http)
            ? await Follow(http, actor, asked.After, asked.Types)
            : await Read(http, actor, asked.After, asked.Types, asked.Limit ?? FeedAsked.Page, cancel);
    }

    private async Task<IResult> Read(HttpContext http, Actor actor, Guid? after, string[] types, int limit, CancellationToken cancel)
    {
        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var hearing = await Hearing(session, actor, cancel);
        if (await Behind(session, hearing, after, cancel) is not { } position)
        {
            return NoCursor.ToResult();
        }

        var (told, _) = await Told(session, hearing, types, position, limit, cancel);
        if (told.Count == limit)
        {
            Portion.LinkNext(http, told[^1].Id.ToString());
        }

        return Results.Ok(new FeedView([.. told.Select(CloudEvents.Json)], (told.Count > 0 ? told[^1].Id : after)?.ToString()));
    }

    // From the primary: what moved is told of it.
    private async Task<IResult> Follow(HttpContext http, Actor actor, Guid? after, string[] types)
    {
        var last = EventStream.Last(http.Request);
        if (last is not null && !Guid.TryParse(last, out _))
        {
            return EventStream.UnknownLast.ToResult();
        }

        // Whoever comes again, to the address that they began with, is behind what they were told since.
        var begin = last is null ? after : Guid.Parse(last);
        long? position = null;
        return await live.Open(
            http,
            new(actor.Tenant),
            async (session, cancel) =>
            {
                if (
                    position is { } reached
                    && !await session.Query<PublicEvent>().AnyAsync(e => e.Position > reached && e.Type.IsOneOf(types), cancel)
                )
                {
                    return new(null, []);
                }

                var hearing = await Hearing(session, actor, cancel);
                position ??= await Behind(session, hearing, begin, cancel);
                if (position is not { } from)
                {
                    return last is null ? NoCursor : EventStream.UnknownLast;
                }

                (var told, position) = await Told(session, hearing, types, from, FeedAsked.Page, cancel);
                return new(
                    null,
                    [.. told.Select(e => new StreamEvent(e.Type, $"{e.Id}", CloudEvents.Json(e)))],
                    told.Count == FeedAsked.Page
                );
            }
        );
    }

    private Task<Hearing> Hearing(IQuerySession session, Actor actor, CancellationToken cancel) =>
        Events.Hearing.Of(session, actor.Role, actor.Person, actor.Establishment, time.GetUtcNow(), cancel);

    // Where a cursor is; null where it is none of this reader's.
    private static async Task<long?> Behind(IQuerySession session, Hearing hearing, Guid? cursor, CancellationToken cancel) =>
        cursor is not { } id ? 0
        : await session.LoadAsync<PublicEvent>(id, cancel) is { } last && hearing.Allows(last) ? last.Position
        : null;

    // What the reader may hear of behind a position, and up to which one that is all.
    private static async Task<(IReadOnlyList<PublicEvent> Told, long Position)> Told(
        IQuerySession session,
        Hearing hearing,
        string[] types,
        long position,
        int limit,
        CancellationToken cancel
    )
    {
        var told = new List<PublicEvent>();
        for (var more = true; more && told.Count < limit; )
        {
            var from = position;
            var page = await session
                .Query<PublicEvent>()
                .Where(e => e.Position > from && e.Type.IsOneOf(types))
                .OrderBy(e => e.Position)
                .Take(FeedAsked.Page)
                .ToListAsync(cancel);
            told.AddRange(page.Where(hearing.Allows).Take(limit - told.Count));
            more = page.Count == FeedAsked.Page;
            position = page.Count == 0 ? position : page[^1].Position;
        }

        return (told, told.Count == limit ? told[^1].Position : position);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/events", ([AsParameters] FeedAsked asked, Feed feed, CancellationToken cancel) => feed.Answer(asked, cancel))
            .Reflects(
                async (session, _, actor, written, now, cancel) =>
                {
                    var told = await session.LoadManyAsync<PublicEvent>(cancel, await PublicEvent.IdsOf(session, actor, written, cancel));
                    var hearing = await Events.Hearing.Of(session, actor.Role, actor.Person, actor.Establishment, now, cancel);
                    return told.Any(hearing.Allows);
                }
            )
            .MayBeBehind()
            .Tells(EventCatalogue.Told)
            .WithSummary("Pull what happened since a cursor, or follow it as it happens")
            .Produces<FeedView>(200, "application/json", EventStream.Type)
            .Streams(
                "Each event is named by its type, such as bilan.published; its data is the item that the page as JSON has, and its id the cursor behind it. A "
                    + "stream begins behind Last-Event-ID, else behind after, else at the beginning, and takes no limit.",
                """
                event: bilan.published
                data: {"specversion":"1.0","id":"01a20d7e-0000-7000-8000-000000000001","source":"/practice-analysis","type":"practice-analysis.bilan.published.v1","subject":"/v1/bilans/01a20d7e-0000-7000-8000-000000000002","time":"2026-03-02T09:00:00Z","datacontenttype":"application/json","data":{"resource":"/v1/bilans/01a20d7e-0000-7000-8000-000000000002"}}
                id: 01a20d7e-0000-7000-8000-000000000001


                """
            )
            .For(Roles.Practice, Roles.Establishment, Roles.Platform, Roles.Facilitator, Roles.Member);
}

/// <summary>Which practices' feeds have events behind the last one that was looked at. They are stored in the order of their positions.</summary>
public sealed class FeedMoves : ISeesMoves
{
    private const string Position = "CAST(data ->> 'position' as bigint)";

    private const string Newest = $"select max({Position}) from reporting.mt_doc_publicevent";

    /// <summary>The practices with events behind a position, and the last of each.</summary>
    public const string Behind = $"select tenant_id, max({Position}) from reporting.mt_doc_publicevent where {Position} > $1 group by 1";

    private long? _seen;

    /// <inheritdoc />
    public async Task<IReadOnlySet<Followed>> Moved(
        NpgsqlDataSource database,
        IReadOnlyCollection<Followed> followed,
        CancellationToken cancel
    )
    {
        if (_seen is not { } seen)
        {
            await using var newest = database.CreateCommand(Newest);
            _seen = await newest.ExecuteScalarAsync(cancel) as long? ?? 0;
            return followed.ToHashSet();
        }

        await using var command = database.CreateCommand(Behind);
        command.Parameters.Add(new() { Value = seen });
        var moved = new HashSet<Followed>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            moved.Add(new(rows.GetString(0)));
            seen = Math.Max(seen, rows.GetInt64(1));
        }

        _seen = seen;
        return moved;
    }
}
