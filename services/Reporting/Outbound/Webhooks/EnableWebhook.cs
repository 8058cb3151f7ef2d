using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Is to be called again; what happened meanwhile can be sent again, or read in the feed.</summary>
public sealed record EnableWebhook : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Webhook webhook) => webhook.State == WebhookState.Enabled ? Decision.Nothing : new WebhookEnabled();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/webhooks/{id:guid}/enable",
                (Guid id, EnableWebhook command, Streams streams) => streams.Change<Webhook>(id, command, (webhook, _) => Decide(webhook))
            )
            .WithSummary("Call it again")
            .Produces<WebhookView>()
            .For(SubscribeWebhook.Owners);
}
