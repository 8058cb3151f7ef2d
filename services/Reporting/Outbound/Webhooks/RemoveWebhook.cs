using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Is never to be called again.</summary>
public sealed record RemoveWebhook : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Webhook webhook) => webhook.State == WebhookState.Removed ? Decision.Nothing : new WebhookRemoved();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/webhooks/{id:guid}/remove",
                (Guid id, RemoveWebhook command, Streams streams) => streams.Change<Webhook>(id, command, (webhook, _) => Decide(webhook))
            )
            .WithSummary("Remove it for good")
            .Produces<WebhookView>()
            .For(SubscribeWebhook.Owners);
}
