using System.Security.Claims;
using System.Text.Encodings.Web;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.Access;

/// <summary>API keys, as bearer tokens: what begins as one is never taken for anything else.</summary>
public static class ApiKeys
{
    /// <summary>The name of this way to authenticate.</summary>
    public const string Scheme = "ApiKey";

    private const string Bearer = "Bearer ";

    /// <summary>Adds it.</summary>
    public static void AddApiKeys(this AuthenticationBuilder authentication)
    {
        authentication.AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(Scheme, null);
        authentication.Services.AddSingleton<KeyUses>();
        authentication.Services.AddHostedService<TellKeyUses>();
    }

    /// <summary>Whether it is a key that asks, and no person's token.</summary>
    public static bool IsOne(ClaimsPrincipal user) => user.Identities.Any(i => i.AuthenticationType == Scheme);

    /// <summary>The text of the key that a request is sent with, or null.</summary>
    public static string? SentWith(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && header[Bearer.Length..].Trim() is var text
        && ApiKeyText.IsMeant(text)
            ? text
            : null;
}

/// <summary>Checks an API key against what this service knows of it, at each request: what was revoked is refused by the next one.</summary>
public sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IDocumentStore store,
    KeyUses uses,
    TimeProvider time,
    IHostEnvironment environment
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ApiKeys.SentWith(Request) is not { } text || ApiKeyText.Read(environment.IsProduction(), text) is not { } id)
        {
            return AuthenticateResult.Fail("No key of this place.");
        }

        await using var session = await store.ForNobody(Context.RequestAborted);
        var now = time.GetUtcNow();
        if ((await session.LoadAsync<KnownKey>(id, Context.RequestAborted))?.Identify(text, now) is not { } identity)
        {
            return AuthenticateResult.Fail("Unknown, expired or revoked.");
        }

        uses.Note(id, identity.FindFirst("tenant")!.Value, now);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return base.HandleChallengeAsync(properties);
    }
}
