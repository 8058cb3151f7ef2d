using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Alba;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>What was passed on and not answered may have been done; what went nowhere, or reads, was not.</summary>
[Trait("Part", "commit_outlasts_request")]
public sealed class when_a_service_does_not_answer : IAsyncLifetime
{
    private WebApplication _service = null!;
    private IAlbaHost _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _service = builder.Build();
        _service.MapGet("/health/live", () => "Healthy");
        _service.Map("/v1/requests", (HttpContext context) => context.Abort());
        await _service.StartAsync();
        _gateway = await AlbaHost.For<Allowance>(gateway =>
        {
            gateway.UseSetting("environment", "Development");
            gateway.UseSetting(
                "Auth:DevelopmentKey",
                "a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm"
            );
            gateway.UseSetting("Services:engagement", _service.Urls.Single());
            gateway.UseSetting("Services:session", Nowhere());
            gateway.UseSetting("Services:reporting", _service.Urls.Single());
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", "/v1/requests", "/problems/outcome-unknown")]
    [InlineData("GET", "/v1/requests", "/problems/unavailable")]
    [InlineData("POST", "/v1/sessions", "/problems/unavailable")]
    public async Task a_command_that_reached_it_may_have_been_done(string method, string path, string type)
    {
        var answer = await _gateway.Scenario(ask =>
        {
            ask.Get.Url(path);
            ask.ConfigureHttpContext(c =>
            {
                c.Request.Method = method;
                c.Connection.RemoteIpAddress = IPAddress.Loopback;
            });
            ask.StatusCodeShouldBe(503);
        });
        JsonNode.Parse(await answer.ReadAsTextAsync())!["type"]!.GetValue<string>().ShouldBe(type);
        answer.Context.Response.Headers.RetryAfter.ToString().ShouldBe("2");
    }

    // Where nobody listens any more.
    private static string Nowhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
