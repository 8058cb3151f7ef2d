using Marten;
using Marten.Linq.MatchesSql;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Webhooks;

/// <summary>The calls of a webhook, the newest first.</summary>
public sealed record DeliveriesView(IReadOnlyList<Delivery> Items);

/// <summary>Reads the delivery log: what was sent, what the receiver answered, when it is tried again.</summary>
public static class ReadDeliveries
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/webhooks/{id:guid}/deliveries",
                (Guid id, Guid? @event, [AsParameters] Portion portion, Streams streams) =>
                    streams.Show<Webhook>(id, async (session, webhook, _) => await Of(session, webhook.Id, @event, portion))
            )
            .Reflects(
                async (session, id, actor, written, _, cancel) =>
                {
                    var events = PublicEvent.IdsOf(written);
                    return await session.LoadAsync<Webhook>(id, cancel) is { } webhook
                        && webhook.IsVisibleTo(actor)
                        && await session.Query<Delivery>().Where(d => d.Webhook == id && d.Event.IsOneOf(events)).AnyAsync(cancel);
                }
            )
            .WithSummary("Read the delivery log, the newest calls first, or those of one event")
            .Produces<DeliveriesView>()
            .For(Roles.Practice, Roles.Establishment, Roles.Platform);

    private static async Task<object?> Of(IQuerySession session, Guid webhook, Guid? @event, Portion portion)
    {
        // Ids begin with the webhook and the time, so that they are in order; the tilde comes after every digit.
        var before = portion.AfterKey ?? "~";
        var read = await session
            .Query<Delivery>()
            .Where(d => d.Webhook == webhook && (@event == null || d.Event == @event))
            .Where(d => d.MatchesSql("d.id collate \"C\" < ?", before))
            .OrderByDescending(d => d.Id)
            .Take(portion.Size + 1)
            .ToListAsync();
        return new DeliveriesView(portion.Behind(read, d => d.Id));
    }
}
