using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>What the gateway answers itself, of several services, holds to the rules of every door; no service is asked before.</summary>
public sealed class when_the_gateway_composes : IAsyncLifetime
{
    private readonly TokenMint _mint = new("a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm");
    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await AlbaHost.For<Allowance>(builder =>
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting("Auth:DevelopmentKey", _mint.Key);
            foreach (var service in ServiceRoutes.Services)
            {
                builder.UseSetting($"Services:{service}", "http://127.0.0.1:1");
            }
        });

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "?bogus=1", null, 400)]
    [InlineData("GET", "", "text/csv", 406)]
    [InlineData("PUT", "", null, 405)]
    [InlineData("TRACE", "", null, 405)]
    [InlineData("CONNECT", "", null, 405)]
    [InlineData("GET", "", "application/json", 503)]
    public async Task its_routes_refuse_what_every_door_refuses(string method, string query, string? accept, int status)
    {
        foreach (var what in new[] { "waiting", "export" })
        {
            var answer = (
                await _host.Scenario(s =>
                {
                    s.Get.Url($"/v1/persons/me/{what}{query}");
                    s.ConfigureHttpContext(c =>
                    {
                        c.Request.Method = method;
                        c.Request.Headers.Accept = accept;
                        c.Request.Headers.Authorization = $"Bearer {_mint.For(new("cabinet", Roles.Practice, Guid.NewGuid()))}";
                    });
                    s.IgnoreStatusCode();
                })
            ).Context.Response;
            answer.StatusCode.ShouldBe(status);
            answer.Headers.Allow.ToString().ShouldBe(status == 405 ? "GET, HEAD" : string.Empty);
        }
    }
}
