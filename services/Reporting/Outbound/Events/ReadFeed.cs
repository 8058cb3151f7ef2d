using System.ComponentModel;
using System.Text.Json.Nodes;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Outbound.Events;

/// <summary>A page of the feed, in the order in which things were recorded.</summary>
/// <param name="Items">CloudEvents 1.0 envelopes.</param>
/// <param name="Next">The cursor after the last one; ask again with it, also when nothing came.</param>
public sealed record FeedView(IReadOnlyList<JsonNode> Items, string? Next);

/// <summary>The public events of a reader: pulled with a cursor, as an equal alternative to webhooks.</summary>
public sealed class Feed(Reads reads, TimeProvider time)
{
    private const int Page = 200;

    private async Task<IResult> Read(HttpContext http, Guid? after, string? type, int limit, CancellationToken cancel)
    {
        var actor = Actor.From(http.User)!;
        var types = EventCatalogue.TypesFor(actor.Role).Where(t => type is null || t == type).ToArray();
        if (limit is < 1 or > Page)
        {
            return Refusal.OfInput($"limit is not between 1 and {Page}.", "Give a number within these bounds.").ToResult();
        }

        if (types.Length == 0)
        {
            return Refusal
                .OfInput(
                    "type names nothing that this role is told of.",
                    $"Give one of {string.Join(", ", EventCatalogue.TypesFor(actor.Role))}."
                )
                .ToResult();
        }

        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var hearing = await Hearing.Of(session, actor.Role, actor.Person, actor.Establishment, time.GetUtcNow(), cancel);
        var position = 0L;
        if (after is { } cursor)
        {
            if (await session.LoadAsync<PublicEvent>(cursor, cancel) is not { } last || !hearing.Allows(last))
            {
                return Refusal.OfInput("after is no cursor of this feed.", "Give next of the page before, or none to begin.").ToResult();
            }

            position = last.Position;
        }

        var told = new List<PublicEvent>();
        for (var more = true; more && told.Count < limit; )
        {
            var from = position;
            var page = await session
                .Query<PublicEvent>()
                .Where(e => e.Position > from && e.Type.IsOneOf(types))
                .OrderBy(e => e.Position)
                .Take(Page)
                .ToListAsync(cancel);
            told.AddRange(page.Where(hearing.Allows).Take(limit - told.Count));
            more = page.Count == Page;
            position = page.Count == 0 ? position : page[^1].Position;
        }

        if (told.Count == limit)
        {
            Portion.LinkNext(http, told[^1].Id.ToString());
        }

        return Results.Ok(new FeedView([.. told.Select(CloudEvents.Json)], (told.Count > 0 ? told[^1].Id : after)?.ToString()));
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/events",
                (
                    Guid? after,
                    [Description("One type of event, such as bilan.published; all that the role is told of, where absent.")] string? type,
                    int? limit,
                    HttpContext http,
                    Feed feed,
                    CancellationToken cancel
                ) => feed.Read(http, after, type, limit ?? Page, cancel)
            )
            .Reflects(
                async (session, _, actor, written, now, cancel) =>
                {
                    var told = await session.LoadManyAsync<PublicEvent>(cancel, await PublicEvent.IdsOf(session, actor, written, cancel));
                    var hearing = await Hearing.Of(session, actor.Role, actor.Person, actor.Establishment, now, cancel);
                    return told.Any(hearing.Allows);
                }
            )
            .MayBeBehind()
            .WithSummary("Pull what happened since a cursor")
            .Produces<FeedView>()
            .For(Roles.Practice, Roles.Establishment, Roles.Platform, Roles.Facilitator, Roles.Member);
}
