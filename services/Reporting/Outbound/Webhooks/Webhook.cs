using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Whether a webhook is called.</summary>
public enum WebhookState
{
    /// <summary>It is called when what it asked for happens.</summary>
    Enabled,

    /// <summary>It is not called until its owner enables it.</summary>
    Disabled,

    /// <summary>It is gone for good: neither called nor shown any more.</summary>
    Removed,
}

/// <summary>Why a webhook is not called any more.</summary>
public enum DisabledReason
{
    /// <summary>Its owner asked for it.</summary>
    Asked,

    /// <summary>Nothing could be delivered for three days.</summary>
    Undeliverable,

    /// <summary>The receiver answered 410: it wants no more.</summary>
    Gone,
}

/// <summary>The facts of a webhook. Address and secret are sealed: an address may hold a credential.</summary>
public abstract record WebhookFact : Fact;

/// <summary>Somebody asked to be called when these happen; none named means every one that their role may know of.</summary>
public sealed record WebhookSubscribed(
    string OwnerRole,
    Guid Owner,
    Guid? Establishment,
    Sealed Url,
    IReadOnlyList<string> Types,
    Sealed Secret
) : WebhookFact;

/// <summary>It signs with a new secret; the old one signs beside it until a time.</summary>
public sealed record WebhookSecretRotated(Sealed Secret, DateTimeOffset OldUntil) : WebhookFact;

/// <summary>It is not called any more.</summary>
public sealed record WebhookDisabled(DisabledReason Reason) : WebhookFact;

/// <summary>It is called again.</summary>
public sealed record WebhookEnabled : WebhookFact;

/// <summary>A test event was sent.</summary>
public sealed record WebhookTested(Guid Event) : WebhookFact;

/// <summary>Events of a span were sent again.</summary>
public sealed record EventsResent(DateTimeOffset From, DateTimeOffset To, int Count) : WebhookFact;

/// <summary>It is gone for good.</summary>
public sealed record WebhookRemoved : WebhookFact;

/// <summary>A secret that signs, until a time where another has taken its place.</summary>
public sealed record SigningSecret(Sealed Secret, DateTimeOffset? Until);

/// <summary>A webhook: who is called where, for what, and by which secrets it is signed.</summary>
public sealed record Webhook(
    string OwnerRole,
    Guid Owner,
    Guid? Establishment,
    Sealed Url,
    IReadOnlyList<string> Types,
    IReadOnlyList<SigningSecret> Secrets,
    WebhookState State,
    DisabledReason? Reason
) : Aggregate, IFold<Webhook>
{
    internal const string UrlMember = "Webhook.Url";
    internal const string SecretMember = "Webhook.Secret";

    /// <inheritdoc />
    public static Type Facts => typeof(WebhookFact);

    /// <inheritdoc />
    public static Webhook Fold(Webhook? state, Fact fact) =>
        (state, fact) switch
        {
            (null, WebhookSubscribed e) => new(
                e.OwnerRole,
                e.Owner,
                e.Establishment,
                e.Url,
                e.Types,
                [new(e.Secret, null)],
                WebhookState.Enabled,
                null
            ),
            ({ } s, WebhookSecretRotated e) => s with { Secrets = [new(e.Secret, null), s.Secrets[0] with { Until = e.OldUntil }] },
            ({ } s, WebhookDisabled e) => s with { State = WebhookState.Disabled, Reason = e.Reason },
            ({ } s, WebhookEnabled) => s with { State = WebhookState.Enabled, Reason = null },
            ({ } s, WebhookTested or EventsResent) => s,
            ({ } s, WebhookRemoved) => s with { State = WebhookState.Removed },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>The texts that it holds.</summary>
    public IEnumerable<Sealed> Texts => Secrets.Select(s => s.Secret).Prepend(Url);

    /// <summary>Whether its owner asked to be told of events of this type.</summary>
    public bool AskedFor(string type) => Types.Count == 0 || Types.Contains(type);

    /// <summary>Whether its owner may ever be told of this event; what a platform is granted is judged when it is called.</summary>
    public bool Concerns(PublicEvent e) =>
        EventCatalogue.TypesFor(OwnerRole).Contains(e.Type)
        && (Establishment is not { } own || e.Establishments.Contains(own) || (e.Persons.Contains(Owner) && e.House == own));

    /// <summary>The secrets that sign now, the newest first; erased ones do not.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now, TextOpener opener) =>
        [
            .. Secrets
                .Where(s => s.Until is null || s.Until > now)
                .Select(s => opener.Open(s.Secret, SecretMember))
                .OfType<string>()
                .Where(secret => secret != TextOpener.Erased),
        ];

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        State != WebhookState.Removed && actor.Role == OwnerRole && actor.Person == Owner && actor.Establishment == Establishment;
}

/// <summary>A webhook as its owner sees it.</summary>
/// <param name="Url">The address that is called; null once its text is erased.</param>
/// <param name="Types">What it is called for; empty for every type that its owner may be told of.</param>
/// <param name="State">Removed stands in the answer to its removal alone: from then on it is not there.</param>
/// <param name="Reason">Why it was disabled; null where it was not, or was enabled since.</param>
public sealed record WebhookView(
    Guid Id,
    long Version,
    string? Url,
    [property: ClosedList(typeof(EventCatalogue), nameof(EventCatalogue.Types))] IReadOnlyList<string> Types,
    WebhookState State,
    DisabledReason? Reason
)
{
    /// <summary>The view.</summary>
    public static WebhookView Of(Webhook webhook, TextOpener opener) =>
        new(webhook.Id, webhook.Version, opener.Open(webhook.Url, Webhook.UrlMember), webhook.Types, webhook.State, webhook.Reason);
}

/// <summary>The reader's own webhooks.</summary>
public sealed record WebhooksView(IReadOnlyList<WebhookView> Items);
