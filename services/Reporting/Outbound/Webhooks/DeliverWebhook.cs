using System.Security.Cryptography;
using System.Text;
using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Outbound.Events;
using Wolverine;
using Wolverine.Attributes;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>The service told itself to call a webhook: at once, or again when it failed. Durable: it survives restarts.</summary>
/// <param name="Attempt">From 1.</param>
[MessageIdentity("reporting.deliver-webhook")]
public sealed record DeliverWebhook(Guid Webhook, PublicEvent Event, int Attempt);

/// <summary>One call of a webhook as the delivery log keeps it.</summary>
/// <param name="Id">Webhook, when, and event: in the order of the calls.</param>
/// <param name="Outcome">delivered, failed (and tried again), given-up, or not-sent where the webhook was not enabled any more.</param>
/// <param name="Status">What the receiver answered, where it did.</param>
/// <param name="Failure">Why there was no answer: a word, never the receiver's text.</param>
/// <param name="NextAt">When it is tried again.</param>
/// <param name="Request">The body that was sent.</param>
/// <param name="Answer">The first characters of the receiver's answer, in calls of before.</param>
/// <param name="Said">The first characters of the receiver's answer, which may say anything, under the key of the webhook's owner.</param>
public sealed record Delivery(
    string Id,
    Guid Webhook,
    Guid Event,
    string Type,
    int Attempt,
    DateTimeOffset At,
    string Outcome,
    int? Status,
    string? Failure,
    int Milliseconds,
    DateTimeOffset? NextAt,
    string Request,
    [property: InClearBefore] string? Answer = null,
    Sealed? Said = null
)
{
    /// <summary>What the receiver's answer is sealed for.</summary>
    internal const string SaidMember = "Delivery.Said";
}

/// <summary>What came of one call.</summary>
public sealed record Sent(int? Status, string? Failure, string? Answer, int Milliseconds)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool Taken => Status is >= 200 and < 300;
}

/// <summary>Calls a receiver: signed by Standard Webhooks, bounded in time and in what is read of the answer.</summary>
public sealed class WebhookCaller(HttpClient http, TimeProvider time, TimeSpan patience)
{
    private const int Excerpt = 512;

    /// <summary>The caller, over connections that reach public addresses alone, follow no redirect and know no proxy.</summary>
    public static WebhookCaller Create(IServiceProvider services) =>
        new(
            new HttpClient(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseProxy = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                    ConnectCallback = services.GetRequiredService<Egress>().Connect,
                }
            ),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Egress>().Patience
        );

    /// <summary>Calls once.</summary>
    /// <param name="secrets">Those that sign, the newest first.</param>
    public async Task<Sent> Call(Uri url, PublicEvent e, IReadOnlyList<string> secrets, CancellationToken cancel)
    {
        var body = CloudEvents.Text(e);
        var (now, began) = (time.GetUtcNow(), time.GetTimestamp());
        var id = e.Id.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, CloudEvents.MediaType),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{now.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", string.Join(' ', secrets.Select(s => Signature(s, id, now, body))));
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bounded.CancelAfter(patience);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bounded.Token);
            return new((int)answer.StatusCode, null, await Start(answer, bounded.Token), Elapsed(began));
        }
        catch (HttpRequestException failed)
        {
            var why = failed.InnerException is ClosedAddressException ? "address-not-public" : Words.Of(failed.HttpRequestError);
            return new(null, why, null, Elapsed(began));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(null, "timeout", null, Elapsed(began));
        }
    }

    // As Standard Webhooks has it: HMAC-SHA256 over id, seconds and body, under the secret's bytes.
    private static string Signature(string secret, string id, DateTimeOffset at, string body) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(
                Convert.FromBase64String(secret["whsec_".Length..]),
                Encoding.UTF8.GetBytes($"{id}.{at.ToUnixTimeSeconds()}.{body}")
            )
        );

    private static async Task<string?> Start(HttpResponseMessage answer, CancellationToken cancel)
    {
        var buffer = new byte[Excerpt];
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var read = await stream.ReadAtLeastAsync(buffer, Excerpt, throwOnEndOfStream: false, cancel);
        return read == 0 ? null : Encoding.UTF8.GetString(buffer, 0, read).Replace("\0", string.Empty, StringComparison.Ordinal);
    }

    private int Elapsed(long began) => (int)time.GetElapsedTime(began).TotalMilliseconds;
}

/// <summary>Calls a webhook, logs what came of it, and tries again over three days.</summary>
public static class DeliverWebhookHandler
{
    /// <summary>How long to wait after each failed attempt: three days and a few hours in all.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    /// <summary>When to try again after this attempt; null when it is given up.</summary>
    public static DateTimeOffset? Next(DeliverWebhook delivery, Sent sent, DateTimeOffset now) =>
        sent.Taken || sent.Status == StatusCodes.Status410Gone || delivery.Attempt > Waits.Count ? null : now + Waits[delivery.Attempt - 1];

    /// <summary>Why the webhook is not to be called any more, after this attempt; null while it is.</summary>
    public static DisabledReason? Ends(DeliverWebhook delivery, Sent sent) =>
        sent.Taken ? null
        : sent.Status == StatusCodes.Status410Gone ? DisabledReason.Gone
        : delivery.Attempt > Waits.Count ? DisabledReason.Undeliverable
        : null;

    /// <summary>Calls.</summary>
    public static async Task Handle(
        DeliverWebhook delivery,
        IDocumentSession session,
        TextVault vault,
        WebhookCaller caller,
        Inbox inbox,
        IMessageContext bus,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await session.LoadAsync<Webhook>(delivery.Webhook, cancel) is not { State: WebhookState.Enabled } webhook)
        {
            session.Store(Log(delivery, new(null, "not-enabled", null, 0), null, "not-sent", null, time.GetUtcNow()));
            return;
        }

        var hearing = await Hearing.Of(session, webhook.OwnerRole, webhook.Owner, webhook.Establishment, time.GetUtcNow(), cancel);
        if (delivery.Event.Type != EventCatalogue.Test && !hearing.Allows(delivery.Event))
        {
            return;
        }

        var opener = await vault.OpenerFor(session, webhook.Id, webhook.Texts, cancel);
        var secrets = webhook.SecretsAt(time.GetUtcNow(), opener);
        await session.MayWait(cancel);
        var sent =
            opener.Open(webhook.Url, Webhook.UrlMember) is { } url && secrets.Count > 0
                ? await caller.Call(new Uri(url), delivery.Event, secrets, cancel)
                : new Sent(StatusCodes.Status410Gone, "erased", null, 0);
        var now = time.GetUtcNow();
        var next = Next(delivery, sent, now);
        var said = sent.Answer is { } answer
            ? (await vault.SealFor(session, webhook.Id, webhook.Owner, cancel))(new(answer), Delivery.SaidMember)
            : null;
        session.Store(
            Log(
                delivery,
                sent,
                said,
                sent.Taken ? "delivered"
                    : next is null ? "given-up"
                    : "failed",
                next,
                now
            )
        );
        if (next is { } at)
        {
            await bus.ScheduleAsync(
                delivery with
                {
                    Attempt = delivery.Attempt + 1,
                },
                at,
                new DeliveryOptions { TenantId = session.TenantId }
            );
        }

        if (Ends(delivery, sent) is { } reason)
        {
            await inbox.Decide<Webhook>(
                webhook.Id,
                now,
                (found, _) => found.State == WebhookState.Enabled ? new WebhookDisabled(reason) : Decision.Nothing,
                cancel
            );
        }
    }

    private static Delivery Log(
        DeliverWebhook delivery,
        Sent sent,
        Sealed? said,
        string outcome,
        DateTimeOffset? next,
        DateTimeOffset now
    ) =>
        new(
            $"{delivery.Webhook:N}{now.UtcTicks:x16}{delivery.Event.Id:N}",
            delivery.Webhook,
            delivery.Event.Id,
            delivery.Event.Type,
            delivery.Attempt,
            now,
            outcome,
            sent.Status,
            sent.Failure,
            sent.Milliseconds,
            next,
            CloudEvents.Text(delivery.Event),
            Said: said
        );
}
