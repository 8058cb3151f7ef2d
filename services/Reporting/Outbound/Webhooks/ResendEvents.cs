using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Sends again what happened in a span of time, one event or many. It needs no <c>If-Match</c>, but is recorded and moves the version on: a change
/// that follows takes the ETag of this answer.</summary>
/// <param name="From">From this moment.</param>
/// <param name="To">To this one, itself included.</param>
public sealed record ResendEvents(DateTimeOffset From, DateTimeOffset To) : Command
{
    /// <summary>The most events that one command sends again.</summary>
    public const int Most = 1000;

    /// <summary>Decides.</summary>
    /// <param name="events">The events of the span that its owner may be told of, one more than the most where there are more.</param>
    public static Decision Decide(ResendEvents command, Webhook webhook, IReadOnlyList<PublicEvent> events, Act act)
    {
        if (Input.CheckOrder<DateTimeOffset>(command.From, command.To) is { } crossed)
        {
            return crossed;
        }

        if (webhook.State == WebhookState.Disabled)
        {
            return Refusal.OfOrder("The webhook is disabled.", "Enable it first.");
        }

        var asked = events.Where(e => webhook.AskedFor(e.Type)).ToList();
        return asked.Count > Most
            ? Refusal.OfInput($"The period contains more than {Most:N0} events.", "Ask for a shorter period, or read the feed.")
            : asked
                .Index()
                .Aggregate(
                    Decision.Of(new EventsResent(command.From, command.To, asked.Count)),
                    // What is due is taken by its time: a microsecond apart, they leave in the order of the feed.
                    (decision, e) => decision.Scheduling(act.Now.AddMicroseconds(e.Index), new DeliverWebhook(webhook.Id, e.Item, 1))
                );
    }

    /// <summary>The events that the owner of a webhook may be told of, recorded in a span; one more than may be sent again where there are more.</summary>
    private static async Task<IReadOnlyList<PublicEvent>> Between(
        IQuerySession session,
        Webhook webhook,
        DateTimeOffset from,
        DateTimeOffset to,
        DateTimeOffset now
    )
    {
        var hearing = await Hearing.Of(session, webhook.OwnerRole, webhook.Owner, webhook.Establishment, now, CancellationToken.None);
        var (first, last) = (from.ToUniversalTime(), to.ToUniversalTime());
        var types = EventCatalogue.TypesFor(webhook.OwnerRole).ToArray();
        var found = await session
            .Query<PublicEvent>()
            .Where(e => e.At >= first && e.At <= last && e.Type.IsOneOf(types))
            .OrderBy(e => e.Position)
            .Take(Most + 1)
            .ToListAsync();
        return [.. found.Where(hearing.Allows)];
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/webhooks/{id:guid}/resend",
                (Guid id, ResendEvents command, Streams streams) =>
                    streams.Append<Webhook>(
                        id,
                        command,
                        async (session, webhook, act) =>
                            Decide(command, webhook, await Between(session, webhook, command.From, command.To, act.Now), act)
                    )
            )
            .WithSummary("Send again what happened in a span of time")
            .Produces<WebhookView>()
            .For(SubscribeWebhook.Owners);
}
