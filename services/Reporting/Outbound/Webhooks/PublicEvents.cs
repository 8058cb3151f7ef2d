using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Outbound.Events;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>The public events in the order of the ledger: what the feed reads, and what is sent again from. A rebuild gives the same.</summary>
internal sealed partial class PublicEventProjection : EventProjection
{
    /// <summary>The projection of ledger entries.</summary>
    public PublicEventProjection()
    {
        Name = "PublicEvents";
        IncludeType<EntryLedgered>();
        RegisterPublishedType(typeof(PublicEvent));
        Options.DeleteViewTypeOnTeardown<PublicEvent>();
    }

    /// <inheritdoc />
    public override async ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (await EventCatalogue.Of(e, operations, cancellation) is { } found)
        {
            operations.Store(found);
        }
    }
}

/// <summary>Calls the webhooks that asked for an event, as the ledger takes it: once, with the subscription's progress in one transaction.</summary>
public sealed class WebhookDispatch : BatchSubscription
{
    /// <summary>The subscription to ledger entries.</summary>
    public WebhookDispatch()
        : base("Webhooks") => IncludeType<EntryLedgered>();

    /// <inheritdoc />
    public override async Task ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        foreach (var tenant in page.Events.GroupBy(e => e.TenantId))
        {
#pragma warning disable RS0030 // The daemon's own store, whose login sees every tenant.
            await using var session = operations.DocumentStore.QuerySession(tenant.Key);
#pragma warning restore RS0030
            var webhooks = await session.Query<Webhook>().Where(w => w.State == WebhookState.Enabled).ToListAsync(cancellationToken);
            foreach (var e in tenant.Where(_ => webhooks.Count > 0).OrderBy(e => e.Sequence))
            {
                if (await EventCatalogue.Of(e, session, cancellationToken) is not { } told)
                {
                    continue;
                }

                foreach (var webhook in webhooks.Where(w => w.AskedFor(told.Type) && w.Concerns(told)))
                {
                    await bus.PublishAsync(new DeliverWebhook(webhook.Id, told, 1), new DeliveryOptions { TenantId = tenant.Key });
                }
            }
        }
    }
}
