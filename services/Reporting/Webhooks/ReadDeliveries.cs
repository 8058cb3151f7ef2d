using Marten;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Webhooks;

/// <summary>The calls of a webhook, the newest first.</summary>
public sealed record DeliveriesView(IReadOnlyList<Delivery> Items);

/// <summary>Reads the delivery log: what was sent, what the receiver answered, when it is tried again.</summary>
public static class ReadDeliveries
{
    private const int Page = 200;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/webhooks/{id:guid}/deliveries",
                (Guid id, Guid? @event, Streams streams) =>
                    streams.Show<Webhook>(id, async (session, webhook, _) => await Of(session, webhook.Id, @event))
            )
            .WithSummary("Read the delivery log, the newest 200 calls, or those of one event")
            .Produces<DeliveriesView>()
            .For(Roles.Practice, Roles.Establishment, Roles.Platform);

    private static async Task<object?> Of(IQuerySession session, Guid webhook, Guid? @event) =>
        new DeliveriesView(
            await session
                .Query<Delivery>()
                .Where(d => d.Webhook == webhook && (@event == null || d.Event == @event))
                .OrderByDescending(d => d.At)
                .Take(Page)
                .ToListAsync()
        );
}
