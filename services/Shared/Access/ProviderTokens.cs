using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>Tokens of any OpenID Connect provider, by configuration: <c>Auth:Authority</c>, <c>Auth:Issuer</c> where it is another,
/// <c>Auth:Audience</c>, and <c>Auth:Claims</c> for a provider that must name ours otherwise.</summary>
public static class ProviderTokens
{
    private const int KeysAskedAtMostEverySeconds = 30;
    private const string Critical = "crit";

    // A provider's public key checks these; none of them can be made with it.
    private static readonly string[] Signatures =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
    ];

    /// <summary>Adds them; in development, tokens signed with a generated key instead.</summary>
    public static void AddProviderTokens(
        this AuthenticationBuilder authentication,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var auth = configuration.GetSection("Auth");
        var names = auth.GetSection("Claims").GetChildren().Select(c => (Ours: c.Key.ToLowerInvariant(), Theirs: c.Value!)).ToList();
        authentication.AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.Authority = auth["Authority"];
            options.RequireHttpsMetadata = environment.IsProduction() || !auth.GetValue<bool>("AllowHttp");
            options.Audience = auth["Audience"] ?? Tokens.DevelopmentIssuer;
            options.TokenValidationParameters.ValidIssuer = auth["Issuer"] ?? auth["Authority"] ?? Tokens.DevelopmentIssuer;
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            options.TokenValidationParameters.ValidAlgorithms = Signatures;

            // A token by a key not seen yet has the keys asked for again, yet not for each forged one; and what was withdrawn is not kept long.
            options.RefreshInterval = TimeSpan.FromSeconds(auth.GetValue("KeysAskedAtMostEverySeconds", KeysAskedAtMostEverySeconds));
            options.AutomaticRefreshInterval = BaseConfigurationManager.MinimumAutomaticRefreshInterval;
            if (auth["DevelopmentKey"] is { Length: > 0 } key && !environment.IsProduction())
            {
                options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key));
                options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
            }

            options.Events = new()
            {
                OnMessageReceived = message =>
                {
                    if (ApiKeys.SentWith(message.Request) is not null)
                    {
                        message.NoResult();
                    }

                    return Task.CompletedTask;
                },
                OnTokenValidated = valid =>
                {
                    // RFC 7515, 4.1.11: what the issuer says must be understood, and is not understood here, makes it no token.
                    if (valid.SecurityToken is JsonWebToken token && token.TryGetHeaderValue<object>(Critical, out _))
                    {
                        valid.Fail("crit");
                        return Task.CompletedTask;
                    }

                    if (valid.SecurityToken is JsonWebToken { EncodedPayload: var payload } && Malformed(payload, names) is { } malformed)
                    {
                        valid.HttpContext.Features.Set(new RefusedToken(malformed));
                        valid.Fail(malformed.Detail);
                        return Task.CompletedTask;
                    }

                    Rename((ClaimsIdentity)valid.Principal!.Identity!, names);
                    return Task.CompletedTask;
                },
                OnAuthenticationFailed = failed => SeeProvider(failed.Options),
            };
        });

        // A key that the provider withdrew is no good key any more, however well it served.
        authentication.Services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            options =>
            {
                if (options.ConfigurationManager is BaseConfigurationManager keys)
                {
                    keys.UseLastKnownGoodConfiguration = false;
                }
            }
        );
    }

    // Of two members of one name each reader may take another, and a number is read as a text that it is not.
    private static Refusal? Malformed(string payload, IReadOnlyCollection<(string Ours, string Theirs)> names)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(payload), new() { AllowDuplicateProperties = false });
            return Actor
                .Claims.Where(ours =>
                    claims.RootElement.TryGetProperty(names.FirstOrDefault(n => n.Ours == ours).Theirs ?? ours, out var claim)
                    && claim.ValueKind is not (JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Null)
                )
                .Select(ours => Refused($"The token's claim {ours} is not a string."))
                .FirstOrDefault();
        }
        catch (JsonException)
        {
            return Refused("The token's payload has a member twice.");
        }
    }

    private static Refusal Refused(string detail) =>
        new(
            401,
            "unauthenticated",
            detail,
            "Have its issuer write each claim once, and tenant, role, person and establishment as strings."
        );

    // Under the names that the provider gives them: a claim of our own name that it did not mean so is none.
    private static void Rename(ClaimsIdentity identity, IEnumerable<(string Ours, string Theirs)> names)
    {
        foreach (var (ours, named) in names)
        {
            var theirs = identity.FindAll(named).Select(c => c.Value).ToList();
            foreach (var claim in identity.FindAll(ours).ToList())
            {
                identity.RemoveClaim(claim);
            }

            identity.AddClaims(theirs.Select(value => new Claim(ours, value)));
        }
    }

    // Without the provider's keys nobody can say whether a token is good: that is no reason to call it a bad one.
    private static async Task SeeProvider(JwtBearerOptions options)
    {
        if (options.ConfigurationManager is { } keys)
        {
            try
            {
                await keys.GetConfigurationAsync(CancellationToken.None);
            }
            catch (InvalidOperationException)
            {
                throw new ProviderAwayException();
            }
        }
    }
}
