using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using Shouldly;

namespace PracticeAnalysis.Testing;

/// <summary>The OpenID Connect provider <c>oidc-provider</c> from npm in a process of its own, with keys that the test knows.</summary>
public sealed partial class IdentityProvider : IAsyncDisposable
{
    private const string Redirect = "https://client.invalid/back";
    private const string Public = "client-of-persons";
    private const string Secret = "a secret for tests alone";

    private readonly Process _process;

    private IdentityProvider(Process process, int port)
    {
        _process = process;
        Authority = new($"http://127.0.0.1:{port}");
    }

    /// <summary>Its issuer.</summary>
    public Uri Authority { get; }

    /// <summary>The audience of the access tokens it issues.</summary>
    public static string Audience => "https://api.invalid";

    /// <summary>A new key of a provider.</summary>
    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>Starts it, with platforms as confidential clients and persons who may log in, each by the person's id.</summary>
    public static async Task<IdentityProvider> Start(
        int port,
        SecurityKey key,
        IReadOnlyList<Actor> platforms,
        IReadOnlyList<Actor> persons
    )
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "IdentityProvider");
        await Install(folder);
        var settings = new
        {
            port,
            audience = Audience,
            clients = platforms
                .Select(p => Client($"{p.Person}", Claims(p), "client_credentials"))
                .Append(Client(Public, [], "authorization_code")),
            persons = persons.ToDictionary(p => $"{p.Person}", Claims),
        };
        var start = new ProcessStartInfo("node", ["provider.mjs", JsonSerializer.Serialize(settings)])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var provider = new IdentityProvider(process, port);
        await provider.Use(key);
        return provider;
    }

    /// <summary>Goes on with these keys: it signs by the first and publishes all.</summary>
    public async Task Use(params IReadOnlyList<SecurityKey> keys)
    {
        var jwks = new JsonArray([.. keys.Cast<RsaSecurityKey>().Select(k => (JsonNode)Jwk(k))]);
        var line = new JsonObject { ["jwks"] = new JsonObject { ["keys"] = jwks } };
        await _process.StandardInput.WriteLineAsync(line.ToJsonString());
        await _process.StandardInput.FlushAsync();
        (await _process.StandardOutput.ReadLineAsync()).ShouldNotBeNull("the provider did not start");
    }

    /// <summary>An access token for a platform, by its client credentials.</summary>
    public async Task<string> ForPlatform(Actor platform, string scope)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Authority, "/token"));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{platform.Person}:{Uri.EscapeDataString(Secret)}"))
        );
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", scope)]);
        return (await Tokens(http, request)).Access;
    }

    /// <summary>An access token and an id token for a person who logs in and consents, by authorization code with PKCE.</summary>
    public async Task<(string Access, string Id)> ForPerson(Actor person, string scope)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var at = new Uri(
            Authority,
            $"/auth?client_id={Public}&response_type=code&redirect_uri={Uri.EscapeDataString(Redirect)}"
                + $"&scope={Uri.EscapeDataString(scope)}&code_challenge={challenge}&code_challenge_method=S256"
        );
        while (!at.ToString().StartsWith(Redirect, StringComparison.Ordinal))
        {
            at = await Follow(browser, at, $"{person.Person}");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Authority, "/token"))
        {
            Content = new FormUrlEncodedContent([
                new("grant_type", "authorization_code"),
                new("client_id", Public),
                new("redirect_uri", Redirect),
                new("code_verifier", verifier),
                new("code", Code().Match(at.Query).Groups[1].Value),
            ]),
        };
        return await Tokens(browser, request);
    }

    /// <summary>The tokens with which <c>openid-client</c>, which nobody here wrote, gets in: the platform's by client credentials, the
    /// person's by authorization code with PKCE, and the person's id token.</summary>
    public async Task<(string Platform, string Person, string Id)> ByOpenIdClient(Actor platform, Actor person, string scope)
    {
        var asked = new
        {
            issuer = Authority,
            redirect = Redirect,
            scope,
            platform = new { id = $"{platform.Person}", secret = Secret },
            person = new { client = Public, login = $"{person.Person}" },
        };
        var (exit, printed, error) = await Checks.Run(["identity.mjs"], JsonSerializer.Serialize(asked));
        exit.ShouldBe(0, error);
        var tokens = JsonNode.Parse(printed)!;
        string Of(string whose) => tokens[whose]!.GetValue<string>();
        return (Of("platform"), Of("person"), Of("idToken"));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // It ends when its input does.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // A page with a form is answered as a person would; anything else redirects.
    private static async Task<Uri> Follow(HttpClient browser, Uri at, string login)
    {
        using var page = await browser.GetAsync(at);
        if (page.Headers.Location is { } next)
        {
            return new(at, next);
        }

        var html = await page.Content.ReadAsStringAsync();
        var form = Form().Match(html);
        form.Success.ShouldBeTrue(html);
        using var fields = new FormUrlEncodedContent([
            new("prompt", Prompt().Match(html).Groups[1].Value),
            new("login", login),
            new("password", "any"),
        ]);
        using var answer = await browser.PostAsync(new Uri(at, form.Groups[1].Value), fields);
        return new(at, answer.Headers.Location.ShouldNotBeNull());
    }

    private static async Task<(string Access, string Id)> Tokens(HttpClient http, HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        var tokens = JsonNode.Parse(body)!;
        return (tokens["access_token"]!.GetValue<string>(), tokens["id_token"]?.GetValue<string>() ?? string.Empty);
    }

    private static Dictionary<string, string> Claims(Actor actor)
    {
        var claims = new Dictionary<string, string>
        {
            ["tenant"] = actor.Tenant,
            ["role"] = actor.Role,
            ["person"] = $"{actor.Person}",
        };
        if (actor.Establishment is { } establishment)
        {
            claims["establishment"] = $"{establishment}";
        }

        return claims;
    }

    private static Dictionary<string, object> Client(string id, Dictionary<string, string> claims, string grant) =>
        new(claims.Select(c => KeyValuePair.Create(c.Key, (object)c.Value)))
        {
            ["client_id"] = id,
            ["grant_types"] = new[] { grant },
            ["redirect_uris"] = grant == "authorization_code" ? [Redirect] : Array.Empty<string>(),
            ["response_types"] = grant == "authorization_code" ? ["code"] : Array.Empty<string>(),
            ["token_endpoint_auth_method"] = grant == "authorization_code" ? "none" : "client_secret_basic",
            ["client_secret"] = Secret,
        };

    private static JsonObject Jwk(RsaSecurityKey key)
    {
        var rsa = key.Rsa.ExportParameters(true);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(rsa.Modulus),
            ["e"] = Base64UrlEncoder.Encode(rsa.Exponent),
            ["d"] = Base64UrlEncoder.Encode(rsa.D),
            ["p"] = Base64UrlEncoder.Encode(rsa.P),
            ["q"] = Base64UrlEncoder.Encode(rsa.Q),
            ["dp"] = Base64UrlEncoder.Encode(rsa.DP),
            ["dq"] = Base64UrlEncoder.Encode(rsa.DQ),
            ["qi"] = Base64UrlEncoder.Encode(rsa.InverseQ),
        };
    }

    // By the committed lockfile, once.
    private static async Task Install(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules", "oidc-provider")))
        {
            return;
        }

        Process npm;
        try
        {
            npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new MissingException("Node 20 or newer is missing; install it with: apt-get install -y nodejs npm (or from nodejs.org)");
        }

        using (npm)
        {
            await npm.WaitForExitAsync();
            npm.ExitCode.ShouldBe(0, "npm ci failed");
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Form();

    [GeneratedRegex("name=\"prompt\" value=\"([^\"]+)\"")]
    private static partial Regex Prompt();

    [GeneratedRegex("code=([^&]+)")]
    private static partial Regex Code();
}
