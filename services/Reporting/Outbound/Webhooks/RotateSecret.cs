using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Takes a new secret; the old one signs beside it for a while, so that no call is lost.</summary>
/// <param name="OverlapHours">How long, 0 to 72; 24 where absent.</param>
public sealed record RotateSecret([property: Between(0, 72)] int OverlapHours = 24) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RotateSecret command, Act act, byte[] secret) =>
        Input.CheckNumbers(command) is { } noNumber
            ? noNumber
            : new WebhookSecretRotated(
                act.Seal(SubscribeWebhook.SecretOf(secret), Webhook.SecretMember),
                act.Now.AddHours(command.OverlapHours)
            );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/webhooks/{id:guid}/rotate-secret",
                (Guid id, RotateSecret command, Streams streams) =>
                    streams.Change<Webhook>(id, command, (_, act) => Decide(command, act, SubscribeWebhook.NewSecret()))
            )
            .WithSummary("Take a new signing secret")
            .Produces<WebhookView>()
            .For(SubscribeWebhook.Owners);
}
