using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PracticeAnalysis.Pages.Layout;

namespace PracticeAnalysis.Pages.SignIn;

/// <summary>How a visitor signs in and out: at the OpenID Connect provider that <c>Auth:Authority</c> names; in development, as one of the people
/// that <c>Pages:People</c> lists. The visitor's access token stays in a sealed cookie; the API alone judges it.</summary>
public static class SignInModule
{
    /// <summary>The cookie that holds who is signed in.</summary>
    public const string Cookie = "__Host-visitor";

    private const string Token = "access_token";
    private const string Session = "session";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    // The claims of a token that pages choose by; which of its own names a provider uses is the configuration's to say.
    private static readonly string[] Claims = ["tenant", "role", "person", "establishment"];

    /// <summary>Adds cookie, provider, forms that cannot be forged, and the key ring that all nodes share.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Pages");
        var ring = Directory.CreateDirectory(
            settings["KeyRing"]
                ?? throw new InvalidOperationException("The setting Pages:KeyRing is missing: a folder that all nodes share.")
        );
        builder.Services.AddDataProtection().SetApplicationName("PracticeAnalysis.Pages").PersistKeysToFileSystem(ring);
        builder.Services.AddSingleton(services => new SignedOut(
            ring.CreateSubdirectory("signed-out"),
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddSingleton(new People(builder.Environment.IsDevelopment() ? settings["People"] : null));
        builder.Services.AddAntiforgery(forms =>
            forms.Cookie = new SecureCookie
            {
                Name = "__Host-form",
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                IsEssential = true,
            }
        );
        builder.Services.AddAuthorization();
        var authentication = builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Keep);
        if (builder.Configuration["Auth:Authority"] is { Length: > 0 })
        {
            authentication.AddOpenIdConnect(oidc => Ask(oidc, builder.Configuration, builder.Environment));
        }
    }

    /// <summary>Maps what signs in and out: <c>/sign-in/provider</c>, <c>/sign-in/as</c>, <c>/sign-out</c>.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        var provider = app.Configuration["Auth:Authority"] is { Length: > 0 };
        if (provider)
        {
            app.MapGet(
                "/sign-in/provider",
                (string? returnTo) =>
                    Results.Challenge(new() { RedirectUri = LocalPath.Of(returnTo) }, [OpenIdConnectDefaults.AuthenticationScheme])
            );
        }

        app.MapPost(
            "/sign-in/as",
            async (HttpContext http, People people, [FromForm] int person, [FromForm] string? returnTo) =>
            {
                if (people.All.ElementAtOrDefault(person) is not { } chosen)
                {
                    return Results.LocalRedirect("/sign-in");
                }

                await http.SignOutAsync();
                await http.SignInAsync(Principal(chosen.Token, []), Properties(chosen.Token));
                return Results.LocalRedirect(LocalPath.Of(returnTo));
            }
        );
        app.MapPost(
            "/sign-out",
            async (HttpContext http, SignedOut signedOut, IAntiforgery forms) =>
            {
                if (!await forms.IsRequestValidAsync(http))
                {
                    return Results.BadRequest();
                }

                if (http.User.FindFirstValue(Session) is { } session)
                {
                    signedOut.Note(session);
                }

                await http.SignOutAsync();
                return provider
                    ? Results.SignOut(new() { RedirectUri = "/" }, [OpenIdConnectDefaults.AuthenticationScheme])
                    : Results.LocalRedirect("/");
            }
        );
    }

    /// <summary>The visitor's access token; null for who is not signed in.</summary>
    public static async Task<string?> TokenOf(HttpContext http) => await http.GetTokenAsync(Token);

    private static void Keep(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;

        // Lax, not strict: whoever follows a link in a message comes to the page, not to the sign-in.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnTo";

        // What is not open to a visitor is as if it were not there.
        options.Events.OnRedirectToAccessDenied = denied =>
        {
            denied.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = async seen =>
        {
            var services = seen.HttpContext.RequestServices;
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (
                seen.Principal?.FindFirstValue(Session) is not { } session
                || services.GetRequiredService<SignedOut>().Holds(session)
                || seen.Properties.GetTokenValue(Token) is not { } token
                || new JsonWebToken(token).ValidTo <= now.UtcDateTime
            )
            {
                seen.RejectPrincipal();
                await seen.HttpContext.SignOutAsync();
            }
        };
    }

    private static void Ask(OpenIdConnectOptions oidc, ConfigurationManager configuration, IHostEnvironment environment)
    {
        var auth = configuration.GetSection("Auth");
        var pages = configuration.GetSection("Pages");
        var names = auth.GetSection("Claims").GetChildren().ToDictionary(c => c.Key.ToLowerInvariant(), c => c.Value!);
        oidc.Authority = auth["Authority"];
        oidc.RequireHttpsMetadata = environment.IsProduction() || !auth.GetValue<bool>("AllowHttp");
        oidc.ClientId = pages["ClientId"] ?? throw new InvalidOperationException("The setting Pages:ClientId is missing.");
        oidc.ClientSecret = pages["ClientSecret"] ?? throw new InvalidOperationException("The setting Pages:ClientSecret is missing.");
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.Resource = auth["Audience"];
        oidc.MapInboundClaims = false;
        oidc.Scope.Clear();
        foreach (var scope in (pages["Scopes"] ?? "openid").Split(' '))
        {
            oidc.Scope.Add(scope);
        }

        oidc.CallbackPath = "/sign-in/done";
        oidc.SignedOutCallbackPath = "/sign-out/done";
        oidc.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oidc.NonceCookie.SameSite = SameSiteMode.Lax;
        // The origin that people know, whatever host a request names.
        var origin = new Uri(
            pages["Address"] ?? throw new InvalidOperationException("The setting Pages:Address is missing: the origin that people see.")
        );
        oidc.Events.OnRedirectToIdentityProvider = asked =>
        {
            asked.ProtocolMessage.RedirectUri = $"{new Uri(origin, asked.Options.CallbackPath.Value!)}";
            return Task.CompletedTask;
        };
        oidc.Events.OnRedirectToIdentityProviderForSignOut = asked =>
        {
            asked.ProtocolMessage.PostLogoutRedirectUri = $"{new Uri(origin, asked.Options.SignedOutCallbackPath.Value!)}";
            return Task.CompletedTask;
        };
        oidc.Events.OnAuthorizationCodeReceived = received =>
        {
            received.TokenEndpointRequest!.RedirectUri = $"{new Uri(origin, received.Options.CallbackPath.Value!)}";
            return Task.CompletedTask;
        };
        oidc.Events.OnTokenValidated = validated =>
        {
            var token = validated.TokenEndpointResponse!.AccessToken;
            var to = validated.Properties!.RedirectUri;
            validated.Principal = Principal(token, names);
            validated.Properties = Properties(token);
            validated.Properties.RedirectUri = to;
            return Task.CompletedTask;
        };
    }

    private static ClaimsPrincipal Principal(string token, Dictionary<string, string> names)
    {
        var said = new JsonWebToken(token);
        var claims = Claims.SelectMany(ours =>
            said.Claims.Where(c => c.Type == names.GetValueOrDefault(ours, ours)).Select(c => new Claim(ours, c.Value))
        );

        // New each time: a cookie that somebody else set before is of no session.
        var session = new Claim(Session, RandomNumberGenerator.GetHexString(32));
        return new(new ClaimsIdentity([.. claims, session], CookieAuthenticationDefaults.AuthenticationScheme, "person", "role"));
    }

    private static AuthenticationProperties Properties(string token)
    {
        var properties = new AuthenticationProperties();
        properties.StoreTokens([new() { Name = Token, Value = token }]);
        return properties;
    }

    // TLS ends before us, and forms would refuse to be made over what they see: the browser alone has to keep it to TLS.
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
