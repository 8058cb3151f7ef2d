using System.Globalization;
using System.Security.Cryptography;
using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>The gateway alone, with small allowances; what it asks of services is answered by nobody, which costs as much as an answer.</summary>
public sealed class when_one_asks_often : IAsyncLifetime
{
    private const int Reads = 6;
    private const int Writes = 3;
    private const int Exports = 2;
    private const int Address = 9;

    private readonly TokenMint _mint = new("a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm");
    private readonly Actor _one = new("cabinet", Roles.Practice, Guid.NewGuid());
    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await AlbaHost.For<Allowance>(builder =>
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting("Auth:DevelopmentKey", _mint.Key);
            foreach (var (name, burst) in new[] { ("Reads", Reads), ("Writes", Writes), ("Exports", Exports), ("Address", Address) })
            {
                builder.UseSetting($"RateLimit:{name}:Burst", burst.ToString(CultureInfo.InvariantCulture));

                // So slow that nothing comes back while a test runs.
                builder.UseSetting($"RateLimit:{name}:PerSecond", "1");
            }

            foreach (var service in ServiceRoutes.Services)
            {
                builder.UseSetting($"Services:{service}", "http://127.0.0.1:1");
            }
        });

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private async Task<HttpResponse> Ask(string? bearer, string path = "/v1/nothing", string method = "GET", string? accept = null) => (
            await _host.Scenario(s =>
            {
                s.Get.Url(path);
                s.ConfigureHttpContext(c =>
                {
                    c.Request.Method = method;
                    c.Request.Headers.Authorization = bearer is null ? default : $"Bearer {bearer}";
                    c.Request.Headers.Accept = accept;
                    c.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
                });
                s.IgnoreStatusCode();
            })
        ).Context.Response;

    private async Task<IReadOnlyList<int>> Often(
        int times,
        string? bearer,
        string path = "/v1/nothing",
        string method = "GET",
        string? accept = null
    )
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            statuses.Add((await Ask(bearer, path, method, accept)).StatusCode);
        }

        return statuses;
    }

    [Fact]
    public async Task each_answer_says_what_remains()
    {
        var token = _mint.For(_one);
        var first = await Ask(token);
        first.Headers["RateLimit-Policy"].ToString().ShouldBe("\"reads\";q=6;w=6");
        first.Headers["RateLimit"].ToString().ShouldBe("\"reads\";r=5;t=1");
        (await Ask(token)).Headers["RateLimit"].ToString().ShouldBe("\"reads\";r=4;t=2");
        (await Ask(token, method: "POST")).Headers["RateLimit"].ToString().ShouldBe("\"writes\";r=2;t=1");
        (await Ask(token, "/v1/engagements/x/history")).Headers["RateLimit-Policy"].ToString().ShouldBe("\"exports\";q=2;w=2");
    }

    [Fact]
    public async Task past_it_one_waits_and_is_told_how_long()
    {
        var token = _mint.For(_one);
        (await Often(Reads, token)).ShouldAllBe(s => s == 404);
        var refused = await Ask(token);
        refused.StatusCode.ShouldBe(429);
        refused.ContentType.ShouldBe("application/problem+json");
        int.Parse(refused.Headers.RetryAfter.ToString(), CultureInfo.InvariantCulture).ShouldBeInRange(1, 2);
        refused.Headers["RateLimit"].ToString().ShouldStartWith("\"reads\";r=0;t=");
    }

    [Fact]
    public async Task capabilities_are_counted_apart()
    {
        var token = _mint.For(_one);
        (await Often(Exports + 1, token, "/v1/engagements/x/export"))[^1].ShouldBe(429);
        (await Ask(token, "/v1/anything?format=csv")).StatusCode.ShouldBe(429);
        (await Ask(token, accept: "application/x-ndjson")).StatusCode.ShouldBe(429);
        (await Often(Writes + 1, token, method: "POST")).ShouldBe([.. Enumerable.Repeat(404, Writes), 429]);
        (await Often(Reads + 1, token)).ShouldBe([.. Enumerable.Repeat(404, Reads), 429]);
    }

    [Fact]
    public async Task clients_are_counted_apart_and_a_person_with_two_tokens_is_one()
    {
        (await Often(Reads + 1, _mint.For(_one)))[^1].ShouldBe(429);
        (await Ask(_mint.For(_one, "registry:read"))).StatusCode.ShouldBe(429);
        (await Ask(_mint.For(_one with { Person = Guid.NewGuid() }))).StatusCode.ShouldBe(404);
        (await Ask(_mint.For(_one with { Tenant = "autre" }))).StatusCode.ShouldBe(404);
        string Key() => ApiKeyText.Of(false, Guid.NewGuid(), RandomNumberGenerator.GetBytes(ApiKeyText.SecretSize));
        var key = Key();
        (await Often(Reads + 1, key))[^1].ShouldBe(429);
        (await Ask(Key())).StatusCode.ShouldBe(404);
    }

    [Fact]
    public async Task inventing_tokens_gives_no_more_than_an_address_has()
    {
        var statuses = new List<int>();
        for (var i = 0; i < Address + 1; i++)
        {
            var forged = new TokenMint($"another key of more than sixty-four bytes, so that it could sign by any algorithm {i}");
            statuses.Add((await Ask(forged.For(_one with { Person = Guid.NewGuid() }))).StatusCode);
        }

        statuses[^1].ShouldBe(429);
        (await Ask(_mint.For(_one))).StatusCode.ShouldBe(404);
    }

    [Fact]
    public async Task probes_are_not_counted() => (await Often(Address + 1, null, "/health/live")).ShouldAllBe(s => s == 200);
}
