using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Webhooks;

/// <summary>Takes a new secret; the old one signs beside it for a while, so that no call is lost.</summary>
/// <param name="OverlapHours">How long, 0 to 72; 24 where absent.</param>
public sealed record RotateSecret(int OverlapHours = 24) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RotateSecret command, Act act, byte[] secret) =>
        command.OverlapHours is < 0 or > 72
            ? Refusal.OfInput("overlapHours is not between 0 and 72.", "Give whole hours, at most three days.")
            : new WebhookSecretRotated(
                act.Seal(SubscribeWebhook.SecretOf(secret), Webhook.SecretMember),
                act.Now.AddHours(command.OverlapHours)
            );
}

/// <summary>Is not to be called for now.</summary>
public sealed record DisableWebhook : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Webhook webhook) =>
        webhook.State == WebhookState.Disabled ? Decision.Nothing : new WebhookDisabled(DisabledReason.Asked);
}

/// <summary>Is to be called again; what happened meanwhile can be sent again, or read in the feed.</summary>
public sealed record EnableWebhook : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Webhook webhook) => webhook.State == WebhookState.Enabled ? Decision.Nothing : new WebhookEnabled();
}

/// <summary>Is never to be called again.</summary>
public sealed record RemoveWebhook : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Webhook webhook) => webhook.State == WebhookState.Removed ? Decision.Nothing : new WebhookRemoved();
}

/// <summary>Sends an event that says nothing, to see that calls arrive.</summary>
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
}

/// <summary>Sends again what happened in a span of time, one event or many.</summary>
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
        if (command.From > command.To)
        {
            return Refusal.OfInput("from lies after to.", "Give a span of time.");
        }

        if (webhook.State == WebhookState.Disabled)
        {
            return Refusal.OfOrder("The webhook is disabled.", "Enable it first.");
        }

        var asked = events.Where(e => webhook.AskedFor(e.Type)).ToList();
        return asked.Count > Most
            ? Refusal.OfInput($"More than {Most} events lie in the span.", "Ask for a shorter one, or read the feed.")
            : asked
                .Index()
                .Aggregate(
                    Decision.Of(new EventsResent(command.From, command.To, asked.Count)),
                    // What is due is taken by its time: a microsecond apart, they leave in the order of the feed.
                    (decision, e) => decision.Scheduling(act.Now.AddMicroseconds(e.Index), new DeliverWebhook(webhook.Id, e.Item, 1))
                );
    }
}

/// <summary>The routes by which an owner leads a webhook.</summary>
public static class LeadWebhook
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        Change<RotateSecret>(
            routes,
            "rotate-secret",
            "Take a new signing secret",
            (command, _, act) => RotateSecret.Decide(command, act, SubscribeWebhook.NewSecret())
        );
        Change<DisableWebhook>(routes, "disable", "Do not call it for now", (_, webhook, _) => DisableWebhook.Decide(webhook));
        Change<EnableWebhook>(routes, "enable", "Call it again", (_, webhook, _) => EnableWebhook.Decide(webhook));
        Change<RemoveWebhook>(routes, "remove", "Remove it for good", (_, webhook, _) => RemoveWebhook.Decide(webhook));
        Append<TestWebhook>(routes, "test", "Send a test event", (_, _, webhook, act) => Task.FromResult(TestWebhook.Decide(webhook, act)));
        Append<ResendEvents>(
            routes,
            "resend",
            "Send again what happened in a span of time",
            async (command, session, webhook, act) =>
                ResendEvents.Decide(command, webhook, await Feed.Between(session, webhook, command.From, command.To, act.Now), act)
        );
    }

    private static void Change<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, Webhook, Act, Decision> decide
    )
        where TCommand : Command =>
        Post(
                routes,
                verb,
                summary,
                (Guid id, TCommand command, Streams streams) =>
                    streams.Change<Webhook>(id, command, (webhook, act) => decide(command, webhook, act))
            )
            .UnderIfMatch();

    private static void Append<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, IQuerySession, Webhook, Act, Task<Decision>> decide
    )
        where TCommand : Command =>
        Post(
            routes,
            verb,
            summary,
            (Guid id, TCommand command, Streams streams) =>
                streams.Append<Webhook>(id, command, (session, webhook, act) => decide(command, session, webhook, act))
        );

    private static RouteHandlerBuilder Post(IEndpointRouteBuilder routes, string verb, string summary, Delegate handler) =>
        routes
            .MapPost($"/v1/webhooks/{{id:guid}}/{verb}", handler)
            .WithSummary(summary)
            .Produces<WebhookView>()
            .For(Roles.Practice, Roles.Establishment, Roles.Platform);
}
