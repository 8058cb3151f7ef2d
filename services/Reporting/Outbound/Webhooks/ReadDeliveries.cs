using System.ComponentModel;
using Marten;
using Marten.Linq.MatchesSql;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>The calls of a webhook, the newest first.</summary>
public sealed record DeliveriesView(IReadOnlyList<DeliveryView> Items) : ShowsTexts;

/// <summary>One call of a webhook as its owner sees it.</summary>
/// <param name="Id">Webhook, when, and event: in the order of the calls.</param>
/// <param name="Webhook">The webhook that was to be called.</param>
/// <param name="Event">The event's id, the same in each of its calls: the header <c>webhook-id</c>.</param>
/// <param name="Type">The event's type, such as <c>bilan.published</c>.</param>
/// <param name="Attempt">Counted from 1 to 10; from 1 again where the event is sent again.</param>
/// <param name="At">When it was logged, after the call.</param>
/// <param name="Outcome">delivered, failed (and tried again), given-up, or not-sent where the webhook was not enabled any more.</param>
/// <param name="Status">What the receiver answered, where it did.</param>
/// <param name="Failure">Why there was no answer: a word, never the receiver's text.</param>
/// <param name="Milliseconds">How long the call took; 0 where none was made.</param>
/// <param name="NextAt">When it is tried again.</param>
/// <param name="Request">The body that was sent.</param>
/// <param name="Answer">The first characters of the receiver's answer.</param>
public sealed record DeliveryView(
    string Id,
    Guid Webhook,
    Guid Event,
    string Type,
    int Attempt,
    DateTimeOffset At,
    [property: ClosedList(typeof(DeliveryView), nameof(DeliveryView.Outcomes))] string Outcome,
    int? Status,
    string? Failure,
    int Milliseconds,
    DateTimeOffset? NextAt,
    string Request,
    string? Answer
)
{
    internal static readonly IReadOnlyList<string> Outcomes = ["delivered", "failed", "given-up", "not-sent"];

    /// <summary>The view.</summary>
    public static DeliveryView Of(Delivery d, TextOpener opener) =>
        new(
            d.Id,
            d.Webhook,
            d.Event,
            d.Type,
            d.Attempt,
            d.At,
            d.Outcome,
            d.Status,
            d.Failure,
            d.Milliseconds,
            d.NextAt,
            d.Request,
            opener.Open(d.Said, Delivery.SaidMember) ?? d.Answer
        );
}

/// <summary>Reads the delivery log: what was sent, what the receiver answered, when it is tried again.</summary>
public static class ReadDeliveries
{
    private const string OfEvent = "Id of one event: the calls that told of it alone; all, where absent.";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/webhooks/{id:guid}/deliveries",
                (Guid id, [Description(OfEvent)] Guid? @event, [AsParameters] Portion portion, TextVault vault, Streams streams) =>
                    streams.Show<Webhook>(id, async (session, webhook, _) => await Of(session, vault, webhook.Id, @event, portion))
            )
            .Reflects(
                async (session, id, actor, written, _, cancel) =>
                {
                    var events = await PublicEvent.IdsOf(session, actor, written, cancel);
                    return await session.LoadAsync<Webhook>(id, cancel) is { } webhook
                        && webhook.IsVisibleTo(actor)
                        && await session.Query<Delivery>().Where(d => d.Webhook == id && d.Event.IsOneOf(events)).AnyAsync(cancel);
                }
            )
            .WithSummary("Read the delivery log, the newest calls first, or those of one event")
            .Produces<DeliveriesView>()
            .For(Roles.Practice, Roles.Establishment, Roles.Platform);

    private static async Task<object?> Of(IQuerySession session, TextVault vault, Guid webhook, Guid? @event, Portion portion)
    {
        // Ids begin with the webhook and the time, so that they are in order; the tilde comes after every digit.
        var before = portion.After ?? "~";
        var read = await session
            .Query<Delivery>()
            .Where(d => d.Webhook == webhook && (@event == null || d.Event == @event))
            .Where(d => d.MatchesSql("d.id collate \"C\" < ?", before))
            .OrderByDescending(d => d.Id)
            .Take(portion.Size + 1)
            .ToListAsync();
        var shown = portion.Behind(read, d => d.Id);
        var opener = await vault.OpenerFor(session, webhook, shown.Select(d => d.Said).OfType<Sealed>(), CancellationToken.None);
        return new DeliveriesView([.. shown.Select(d => DeliveryView.Of(d, opener))]);
    }
}
