using System.Security.Cryptography;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Asks to be called when something happens.</summary>
/// <param name="Url">Where: https, without credentials, fragment or spaces, 2,048 characters at most, a public address.</param>
/// <param name="Types">What for; absent or empty means every type that the role may know of.</param>
public sealed record SubscribeWebhook(
    Narrative Url,
    [property: ClosedList(typeof(EventCatalogue), nameof(EventCatalogue.Types))] IReadOnlyList<string>? Types = null
) : Command
{
    private const int MaxUrl = 2048;
    internal static readonly string[] Owners = [Roles.Practice, Roles.Establishment, Roles.Platform];

    /// <summary>Decides.</summary>
    /// <param name="secret">The random bytes of the signing secret.</param>
    /// <param name="loopback">Whether addresses of this machine may be called: development alone.</param>
    public static Decision Decide(SubscribeWebhook command, Act act, byte[] secret, bool loopback) =>
        Refusal.All(
            IsAddress(command.Url.Text, loopback)
                ? null
                : Refusal.OfInput(
                    "url is not an address that can be called.",
                    "Give a public, absolute https address of at most 2,048 characters, without credentials, fragment or spaces."
                ),
            Input.CheckAmong(command.Types ?? [], EventCatalogue.TypesFor(act.By.Role), "types", mayBeEmpty: true)
        )
            is { } wrong
            ? wrong
            : new WebhookSubscribed(
                act.By.Role,
                act.By.Person,
                act.By.Establishment,
                act.Seal(command.Url, Webhook.UrlMember),
                [.. (command.Types ?? []).Distinct().Order(StringComparer.Ordinal)],
                act.Seal(SecretOf(secret), Webhook.SecretMember)
            );

    /// <summary>A secret as Standard Webhooks writes it.</summary>
    internal static Narrative SecretOf(byte[] bytes) => new($"whsec_{Convert.ToBase64String(bytes)}");

    /// <summary>New random bytes for a secret.</summary>
    internal static byte[] NewSecret() => RandomNumberGenerator.GetBytes(24);

    private static bool IsAddress(string text, bool loopback) =>
        text.Length <= MaxUrl
        // What a parser would leave out, or read as something else.
        && text.All(c => c > ' ' && c is not ('\u007f' or '\\'))
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Fragment: "", Port: > 0 }
        // Neither credentials nor a zone, which is this machine's own.
        && text.Split('/', '?', '#').Skip(2).First().IndexOfAny(['@', '%']) < 0
        && ReachableHost.Is(url, loopback)
        && (url.Scheme == Uri.UriSchemeHttps || (loopback && url is { IsLoopback: true, Scheme: "http" }));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/webhooks",
                (SubscribeWebhook command, Streams streams, Egress egress) =>
                    streams.Start<Webhook>(command, act => Decide(command, act, NewSecret(), egress.Loopback))
            )
            .WithSummary("Ask to be called when something happens")
            .Produces<WebhookView>(201)
            .For(Owners);
        routes
            .MapGet("/v1/webhooks/{id:guid}", (Guid id, Streams streams) => streams.Show<Webhook>(id))
            .WithSummary("Read a webhook")
            .Produces<WebhookView>()
            .For(Owners);
        routes
            .MapGet(
                "/v1/webhooks",
                ([AsParameters] Portion portion, HttpContext http, Streams streams) => List(Actor.From(http.User)!.Person, portion, streams)
            )
            .WithSummary("List your webhooks")
            .Produces<WebhooksView>()
            .For(Owners);
    }

    private static Task<IResult> List(Guid owner, Portion portion, Streams streams) =>
        streams.List<Webhook>(w => w.Owner == owner, portion);
}
