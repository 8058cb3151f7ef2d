using Alba;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>An event stream behind the gateway: each event comes as it is told, and the gateway's end ends it.</summary>
public sealed class when_a_stream_is_passed_through : IAsyncLifetime
{
    private static readonly Uri Live = new("/v1/sessions/1/live", UriKind.Relative);

    private readonly TaskCompletionSource<string> _asked = new();
    private readonly TaskCompletionSource _goOn = new();
    private readonly TaskCompletionSource _ended = new();
    private WebApplication _service = null!;
    private IAlbaHost _gateway = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _service = builder.Build();
        _service.MapMethods($"{Live}", [HttpMethods.Get, HttpMethods.Head], Tell);
        await _service.StartAsync();
        var address = _service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _gateway = await AlbaHost.For<Allowance>(gateway =>
        {
            gateway.UseSetting("environment", "Development");
            gateway.UseSetting(
                "Auth:DevelopmentKey",
                "a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm"
            );
            foreach (var name in ServiceRoutes.Services)
            {
                gateway.UseSetting($"Services:{name}", address);
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task each_event_comes_before_the_next_is_told()
    {
        using var lines = await Follow();
        (await lines.ReadLineAsync(Cancel)).ShouldBe("data: 1");
        _goOn.SetResult();
        await lines.ReadLineAsync(Cancel);
        (await lines.ReadLineAsync(Cancel)).ShouldBe("data: 2");
    }

    [Fact]
    public async Task it_ends_with_the_gateway_at_once()
    {
        using var lines = await Follow();
        await lines.ReadLineAsync(Cancel);
        var stopped = ((IHost)_gateway).StopAsync(Cancel);
        await _ended.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        await stopped;
    }

    [Fact]
    public async Task of_a_head_nothing_is_streamed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Live);
        using var http = _gateway.GetTestClient();
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(EventStream.Type);
        (await _asked.Task).ShouldBe(HttpMethods.Head);
    }

    private async Task<StreamReader> Follow()
    {
        var http = _gateway.GetTestClient();
        http.DefaultRequestHeaders.Accept.ParseAdd(EventStream.Type);
        return new(await http.GetStreamAsync(Live, Cancel));
    }

    private async Task Tell(HttpContext http)
    {
        _asked.TrySetResult(http.Request.Method);
        http.Response.ContentType = EventStream.Type;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        await http.Response.WriteAsync("data: 1\n\n", http.RequestAborted);
        try
        {
            await _goOn.Task.WaitAsync(http.RequestAborted);
            await http.Response.WriteAsync("data: 2\n\n", http.RequestAborted);
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
