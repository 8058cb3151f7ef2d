using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>What signs the calls of a webhook.</summary>
/// <param name="Secret">The newest signing secret, as Standard Webhooks writes it: <c>whsec_</c> and base64; null once it is erased.</param>
public sealed record WebhookSecretView(string? Secret);

/// <summary>Reads the secret that signs: an operation of its own, so that it stands in no list, and in no answer that is kept for something else.</summary>
public static class ReadSecret
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/webhooks/{id:guid}/secret",
                (Guid id, Streams streams, TextVault vault) =>
                    streams.Show<Webhook>(
                        id,
                        async (session, webhook, _) =>
                        {
                            var newest = webhook.Secrets[0].Secret;
                            var opener = await vault.OpenerFor(session, webhook.Id, [newest], CancellationToken.None);
                            return new WebhookSecretView(opener.Open(newest, Webhook.SecretMember));
                        }
                    )
            )
            .WithSummary("Read the secret that signs a webhook's calls")
            .Produces<WebhookSecretView>()
            .For(SubscribeWebhook.Owners);
}
