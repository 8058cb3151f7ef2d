using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Sends an event that says nothing, to see that calls arrive. It needs no <c>If-Match</c>, but is recorded and moves the version on: a change that
/// follows takes the ETag of this answer.</summary>
public sealed record TestWebhook : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Webhook webhook, Act act) =>
        webhook.State == WebhookState.Disabled
            ? Refusal.OfOrder("The webhook is disabled.", "Enable it first.")
            : Decision
                .Of(new WebhookTested(act.NewId))
                .Scheduling(
                    act.Now,
                    new DeliverWebhook(webhook.Id, new(act.NewId, 0, EventCatalogue.Test, $"/v1/webhooks/{webhook.Id}", [], act.Now), 1)
                );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/webhooks/{id:guid}/test",
                (Guid id, TestWebhook command, Streams streams) =>
                    streams.Append<Webhook>(id, command, (webhook, act) => Decide(webhook, act))
            )
            .WithSummary("Send a test event")
            .Produces<WebhookView>()
            .For(SubscribeWebhook.Owners);
}
