using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Is not to be called for now.</summary>
public sealed record DisableWebhook : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Webhook webhook) =>
        webhook.State == WebhookState.Disabled ? Decision.Nothing : new WebhookDisabled(DisabledReason.Asked);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/webhooks/{id:guid}/disable",
                (Guid id, DisableWebhook command, Streams streams) => streams.Change<Webhook>(id, command, (webhook, _) => Decide(webhook))
            )
            .WithSummary("Do not call it for now")
            .Produces<WebhookView>()
            .For(SubscribeWebhook.Owners);
}
