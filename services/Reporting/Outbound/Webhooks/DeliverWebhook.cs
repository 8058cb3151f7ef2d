using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Outbound.Events;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Marten.Publishing;

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

/// <summary>Calls a webhook, logs what came of it, and tries again over three days.</summary>
public static class DeliverWebhookHandler
{
    private const string Delivered = "delivered";

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
    /// <param name="takesOthers">Whether the receiver took another event since this one was tried first: then it is this one that cannot be delivered.</param>
    public static DisabledReason? Ends(DeliverWebhook delivery, Sent sent, bool takesOthers) =>
        sent.Taken ? null
        : sent.Status == StatusCodes.Status410Gone ? DisabledReason.Gone
        : delivery.Attempt > Waits.Count && !takesOthers ? DisabledReason.Undeliverable
        : null;

    /// <summary>Calls, between two transactions: none is open while the receiver answers. Who crashes in between calls again, by the same id.</summary>
    [NonTransactional]
    public static async Task Handle(
        DeliverWebhook delivery,
        IDocumentStore store,
        OutboxedSessionFactory sessions,
        Recording recording,
        HybridClock clock,
        TextVault vault,
        WebhookCaller caller,
        IMessageContext bus,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await Read(delivery, store, vault, bus.TenantId!, time.GetUtcNow(), cancel) is not { } due)
        {
            return;
        }

        var sent =
            due.Owner is null ? new Sent(null, "not-enabled", null, 0)
            : due.Url is { } url && due.Secrets.Count > 0 ? await caller.Call(new Uri(url), delivery.Event, due.Secrets, cancel)
            : new Sent(StatusCodes.Status410Gone, "erased", null, 0);
        await using var session = sessions.OpenSession(bus);
        await session.Enter(cancel);
        var now = time.GetUtcNow();
        var next = due.Owner is null ? null : Next(delivery, sent, now);
        var said =
            due.Owner is { } owner && sent.Answer is { } answer
                ? (await vault.SealFor(session, delivery.Webhook, owner, cancel))(new(answer), Delivery.SaidMember)
                : null;
        var outcome =
            due.Owner is null ? "not-sent"
            : sent.Taken ? Delivered
            : next is null ? "given-up"
            : "failed";
        session.Store(Log(delivery, sent, said, outcome, next, now));
        if (next is { } at)
        {
            var again = delivery with { Attempt = delivery.Attempt + 1 };
            await bus.ScheduleAsync(again, at, new DeliveryOptions { TenantId = session.TenantId });
        }

        if (due.Owner is not null && Ends(delivery, sent, await TakesOthers(session, delivery, cancel)) is { } reason)
        {
            await new Inbox(session, recording, clock, bus, time).Decide<Webhook>(
                delivery.Webhook,
                now,
                (found, _) => found.State == WebhookState.Enabled ? new WebhookDisabled(reason) : Decision.Nothing,
                cancel
            );
        }

        await session.Commit();
    }

    private static async Task<bool> TakesOthers(IQuerySession session, DeliverWebhook delivery, CancellationToken cancel)
    {
        if (delivery.Attempt <= Waits.Count)
        {
            return false;
        }

        var log = session.Query<Delivery>().Where(d => d.Webhook == delivery.Webhook);
        var first = await log.Where(d => d.Event == delivery.Event.Id).MinAsync(d => d.At, cancel);
        return await log.AnyAsync(d => d.Outcome == Delivered && d.At > first, cancel);
    }

    // Null where its owner may not be told of it any more.
    private static async Task<Recipient?> Read(
        DeliverWebhook delivery,
        IDocumentStore store,
        TextVault vault,
        string tenant,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await using var session = await store.ForTenant(tenant, cancel);
        if (await session.LoadAsync<Webhook>(delivery.Webhook, cancel) is not { State: WebhookState.Enabled } webhook)
        {
            return new(null, null, []);
        }

        var hearing = await Hearing.Of(session, webhook.OwnerRole, webhook.Owner, webhook.Establishment, now, cancel);
        if (delivery.Event.Type != EventCatalogue.Test && !hearing.Allows(delivery.Event))
        {
            return null;
        }

        var opener = await vault.OpenerFor(session, webhook.Id, webhook.Texts, cancel);
        return new(webhook.Owner, opener.Open(webhook.Url, Webhook.UrlMember), webhook.SecretsAt(now, opener));
    }

    /// <summary>Who is called where.</summary>
    /// <param name="Owner">Whose webhook it is; null where it is not called any more.</param>
    /// <param name="Url">Null once its text is erased.</param>
    private sealed record Recipient(Guid? Owner, string? Url, IReadOnlyList<string> Secrets);

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
