using System.Text;
using Alba;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>The service with an OpenID Connect provider that nobody here wrote, configured by issuer and audience alone.</summary>
public sealed class when_tokens_come_from_a_provider(ReportingFixture service) : IAsyncLifetime
{
    private static Journey? _released;
    private static readonly Actor Platform = new("cabinet", Roles.Platform, Guid.NewGuid());
    private static readonly Actor Establishment = new("cabinet", Roles.Establishment, Guid.NewGuid(), Guid.NewGuid());

    private readonly RsaSecurityKey _key = IdentityProvider.NewKey("first");
    private readonly int _port = PrivateCluster.FreePort();
    private IAlbaHost _host = null!;
    private IdentityProvider? _provider;

    private static string Nobodys => $"/v1/bilans/{Guid.NewGuid()}";

    public async ValueTask InitializeAsync() =>
        _host = await service.Beside(
            new Dictionary<string, string?>
            {
                ["Auth:DevelopmentKey"] = null,
                ["Auth:Authority"] = $"http://127.0.0.1:{_port}",
                ["Auth:Audience"] = IdentityProvider.Audience,
                ["Auth:AllowHttp"] = "true",
                ["Auth:KeysAskedAtMostEverySeconds"] = "1",
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }
    }

    private async Task<IdentityProvider> Provider() => _provider ??= await IdentityProvider.Start(_port, _key, [Platform], [Establishment]);

    private async Task<int> Asked(string token, string path) => (await Answered(token, path)).StatusCode;

    private async Task<HttpResponse> Answered(string token, string path) => (
            await _host.Scenario(s =>
            {
                s.Get.Url(path);
                s.WithRequestHeader("Authorization", $"Bearer {token}");
                s.IgnoreStatusCode();
            })
        ).Context.Response;

    private static string Indicators(Guid establishment) =>
        $"/v1/establishments/{establishment}/indicators?period={Journey.Quarter(Journey.ClosedQuarter)}";

    // What the provider itself would sign, but for one thing.
    private string Signed(Action<SecurityTokenDescriptor> change)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = $"http://127.0.0.1:{_port}",
            Audience = IdentityProvider.Audience,
            Expires = DateTime.UtcNow.AddMinutes(10),
            Claims = new Dictionary<string, object>
            {
                ["tenant"] = "cabinet",
                ["role"] = Roles.Practice,
                ["person"] = Guid.NewGuid().ToString(),
            },
            SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
        };
        change(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    // What is told once the quarter is closed is in no release of it: the practice has this one.
    private async Task<Journey> Released()
    {
        _released ??= await (await new Journey(service, Establishment.Establishment).ToHeld()).ToReleased();
        return _released;
    }

    [Fact]
    public async Task a_platform_comes_by_client_credentials_and_may_what_its_scopes_and_its_grants_say()
    {
        var provider = await Provider();
        var journey = await Released();
        await journey.Tell(journey.Granted(Platform.Person, DateTimeOffset.UtcNow.AddDays(1), "indicators:read"));
        var token = await provider.ForPlatform(Platform, "indicators:read");
        (await Asked(token, Indicators(journey.Establishment))).ShouldBe(200);
        (await Asked(token, Indicators(Guid.NewGuid()))).ShouldBe(404);
        (await Asked(await provider.ForPlatform(Platform, "frames:read"), Indicators(journey.Establishment))).ShouldBe(403);
    }

    [Fact]
    public async Task a_person_comes_by_authorization_code_with_pkce_and_their_id_token_opens_nothing()
    {
        var provider = await Provider();
        var journey = await Released();
        var (access, id) = await provider.ForPerson(Establishment, "openid indicators:read");
        (await Asked(access, Indicators(journey.Establishment))).ShouldBe(200);
        (await Asked(access, Indicators(Guid.NewGuid()))).ShouldBe(404);
        (await Asked(access, $"/v1/bilans/{Guid.NewGuid()}")).ShouldBe(403);
        id.ShouldNotBeEmpty();
        (await Asked(id, Indicators(journey.Establishment))).ShouldBe(401);
    }

    [Fact]
    public async Task a_client_that_nobody_here_wrote_gets_in_both_ways()
    {
        var provider = await Provider();
        var journey = await Released();
        await journey.Tell(journey.Granted(Platform.Person, DateTimeOffset.UtcNow.AddDays(1), "indicators:read"));
        var (platform, person, id) = await provider.ByOpenIdClient(Platform, Establishment, "indicators:read");
        (await Asked(platform, Indicators(journey.Establishment))).ShouldBe(200);
        (await Asked(person, Indicators(journey.Establishment))).ShouldBe(200);
        (await Asked(platform, Indicators(Guid.NewGuid()))).ShouldBe(404);
        (await Asked(id, Indicators(journey.Establishment))).ShouldBe(401);
    }

    [Fact]
    public async Task keys_that_rotate_are_followed_and_one_withdrawn_is_refused()
    {
        var provider = await Provider();
        (await Asked(Signed(_ => { }), Nobodys)).ShouldBe(404);
        var second = IdentityProvider.NewKey("second");
        await provider.Use(second, _key);
        string BySecond() => Signed(d => d.SigningCredentials = new(second, SecurityAlgorithms.RsaSha256));
        await Until(async () => await Asked(BySecond(), Nobodys) == 404);
        (await Asked(Signed(_ => { }), Nobodys)).ShouldBe(404);

        // The first is withdrawn; whoever comes with the third has the keys asked for again.
        var third = IdentityProvider.NewKey("third");
        await provider.Use(third);
        await Until(async () => await Asked(Signed(d => d.SigningCredentials = new(third, SecurityAlgorithms.RsaSha256)), Nobodys) == 404);
        (await Asked(Signed(_ => { }), Nobodys)).ShouldBe(401);
        (await Asked(BySecond(), Nobodys)).ShouldBe(401);
    }

    [Fact]
    public async Task what_the_provider_did_not_sign_so_is_refused()
    {
        await Provider();
        (await Asked(Signed(_ => { }), Nobodys)).ShouldBe(404);
        (await Asked(Signed(d => d.Expires = DateTime.UtcNow.AddMinutes(-5)), Nobodys)).ShouldBe(401);
        (await Asked(Signed(d => d.Expires = null), Nobodys)).ShouldBe(401);
        (await Asked(Signed(d => d.Audience = "https://another.invalid"), Nobodys)).ShouldBe(401);
        (await Asked(Signed(d => d.Issuer = "https://another.invalid"), Nobodys)).ShouldBe(401);
        (await Asked(Signed(d => d.SigningCredentials = null), Nobodys)).ShouldBe(401);
        (await Asked(Signed(d => d.SigningCredentials = new(_key, SecurityAlgorithms.RsaSha512)), Nobodys)).ShouldBe(401);

        // An unknown key; one that says it is known; and the public key taken for a shared secret.
        foreach (var stranger in new[] { IdentityProvider.NewKey("unknown"), IdentityProvider.NewKey(_key.KeyId) })
        {
            (await Asked(Signed(d => d.SigningCredentials = new(stranger, SecurityAlgorithms.RsaSha256)), Nobodys)).ShouldBe(401);
        }

        foreach (var known in new[] { _key.Rsa.ExportSubjectPublicKeyInfoPem(), _key.Rsa.ExportRSAPublicKeyPem() })
        {
            var shared = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(known)) { KeyId = _key.KeyId };
            (await Asked(Signed(d => d.SigningCredentials = new(shared, SecurityAlgorithms.HmacSha256)), Nobodys)).ShouldBe(401);
        }
    }

    [Fact]
    public async Task one_that_says_two_tenants_or_two_roles_may_nothing()
    {
        await Provider();
        (await Asked(Signed(d => d.Claims["role"] = new[] { Roles.Practice, Roles.Auditor }), Nobodys)).ShouldBe(403);
        (await Asked(Signed(d => d.Claims["tenant"] = new[] { "cabinet", "autre" }), Nobodys)).ShouldBe(403);
    }

    [Fact]
    public async Task while_the_provider_is_away_nobody_is_called_a_stranger()
    {
        var answer = await Answered(Signed(_ => { }), Nobodys);
        answer.StatusCode.ShouldBe(503);
        answer.Headers.RetryAfter.ToString().ShouldNotBeEmpty();
        await Provider();
        await Until(async () => await Asked(Signed(_ => { }), Nobodys) == 404);
    }

    [Fact]
    public async Task claims_may_have_other_names()
    {
        await Provider();
        await using var other = await service.Beside(
            new Dictionary<string, string?>
            {
                ["Auth:DevelopmentKey"] = null,
                ["Auth:Authority"] = $"http://127.0.0.1:{_port}",
                ["Auth:Audience"] = IdentityProvider.Audience,
                ["Auth:AllowHttp"] = "true",
                ["Auth:Claims:Role"] = "https://claims.invalid/role",
            }
        );
        async Task<int> Ask(string token)
        {
            var answer = await other.Scenario(s =>
            {
                s.Get.Url(Nobodys);
                s.WithRequestHeader("Authorization", $"Bearer {token}");
                s.IgnoreStatusCode();
            });
            return answer.Context.Response.StatusCode;
        }

        (await Ask(Signed(d => d.Claims["https://claims.invalid/role"] = Roles.Practice))).ShouldBe(404);
        (await Ask(Signed(_ => { }))).ShouldBe(403);
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }
}
