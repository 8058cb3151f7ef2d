using JasperFx.Events.Projections;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Outbound.Events;
using PracticeAnalysis.Reporting.Outbound.Webhooks;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Outbound;

/// <summary>What those outside are told: that something happened, or waits for their word, by webhook or in the feed; and what platforms are granted.</summary>
public static class OutboundModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<LearnedGrant>();
                store.AddAggregate<Webhook>();
                store.Schema.For<Webhook>().Index(w => w.Owner);
                store.Schema.For<PublicEvent>().Index(e => e.Position);
                store.Schema.For<Delivery>().Index(d => d.Webhook);
                store.Projections.Add(new PublicEventProjection(), ProjectionLifecycle.Async);
            },
            Views = views =>
                views
                    .AddScoped<Feed>()
                    .AddLive<FeedMoves>()
                    .AddSingleton<Egress>()
                    .AddSingleton(WebhookCaller.Create)
                    .AddSingleton(new View<Webhook>(w => w.Texts, (w, _, opener) => WebhookView.Of(w, opener))),
            // A receiver is called once at a time, in the order of the ledger; one that hangs holds up a few others at most.
            Messages = messages => messages.HandlesInTurn<DeliverWebhook>(delivery => delivery.Webhook.ToString()),
            Ledgered = [typeof(WebhookFact)],
            Subscriptions = [new WebhookDispatch()],
        };
}
