using System.Collections.Concurrent;
using Alba;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PracticeAnalysis.Http;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>A service that has two of each in work and lets one wait, behind the gateway: its refusal comes through as it is, and it stays in service.</summary>
public sealed class when_a_service_has_too_much_in_work : IAsyncLifetime
{
    private const int LetIn = 3;

    private readonly TaskCompletionSource _done = new();
    private WebApplication _service = null!;
    private IAlbaHost _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _service = Built("2");
        _service.UseProblems();
        _service.UseRateLimiter();
        foreach (var health in new[] { "/health/live", "/health/ready" })
        {
            _service.MapGet(health, () => "Healthy").DisableRateLimiting();
        }

        _service.MapPost("/v1/requests", Work);
        _service.MapGet("/v1/requests", Work).WithMetadata(new ToldLater());
        _service.MapGet("/v1/persons/me/export/{service}", Work);
        _service.MapGet("/v1/requests/lines", Work).Produces<string>(200, Ndjson.Type);
        _service.MapPost("/v1/imports/lines", Work).Accepts<string>(Ndjson.Type);
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

    [Theory]
    [InlineData("POST", "/v1/requests")]
    [InlineData("GET", "/v1/requests")]
    [InlineData("GET", "/v1/requests/lines")]
    [InlineData("POST", "/v1/imports/lines")]
    public async Task its_refusal_comes_through_and_only_those_of_its_kind_are_refused(string method, string path)
    {
        var asked = Enumerable.Range(0, LetIn + 1).Select(_ => Ask(method, path)).ToList();
        var refused = await await Task.WhenAny(asked);
        (refused.StatusCode, refused.ContentType, refused.Headers.RetryAfter.ToString()).ShouldBe((503, "application/problem+json", "2"));
        (await Ask("GET", "/health/ready")).StatusCode.ShouldBe(200);

        // One of every other kind is let in: all wait for the same, and none of them is answered.
        (string, string)[] others = [("POST", "/v1/requests"), ("GET", "/v1/requests"), ("GET", "/v1/requests?reflects=x")];
        asked.AddRange(others.Where(o => o != (method, path)).Select(o => Ask(o.Item1, o.Item2)));
        _done.SetResult();
        (await Task.WhenAll(asked)).Select(a => a.StatusCode).Order().ShouldBe([.. Enumerable.Repeat(200, asked.Count - 1), 503]);
        (await Ask(method, path)).StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task what_the_gateway_gathers_itself_says_when_to_come_again_too()
    {
        var asked = Enumerable.Range(0, LetIn + 1).Select(_ => Ask("GET", "/v1/requests")).ToList();
        await await Task.WhenAny(asked);
        var refused = await Ask("GET", "/v1/persons/me/export");
        (refused.StatusCode, refused.ContentType, refused.Headers.RetryAfter.ToString()).ShouldBe((503, "application/problem+json", "2"));
        _done.SetResult();
        await Task.WhenAll(asked);
    }

    [Fact]
    public async Task who_is_turned_away_is_told_so_after_a_pause()
    {
        var time = new Hurried();
        await using var service = Built("2", time);
        service.UseRateLimiter();
        service.MapPost("/", Work);
        var cancel = TestContext.Current.CancellationToken;
        await service.StartAsync(cancel);
        using var http = new HttpClient { BaseAddress = new(service.Urls.Single()) };
        var asked = Enumerable.Range(0, LetIn + 1).Select(_ => http.PostAsync(new Uri("/", UriKind.Relative), null, cancel)).ToList();
        (await await Task.WhenAny(asked)).StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        time.Waited.ShouldBe([InWork.Pause]);
        _done.SetResult();
        await Task.WhenAll(asked);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-8")]
    public void a_service_that_may_have_nothing_in_work_does_not_start(string most) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Built(most)).Message.ShouldContain("Limits:InWork");

    private static WebApplication Built(string most, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Configuration["Limits:InWork"] = most;
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddInWork();
        return builder.Build();
    }

    private async Task<string> Work()
    {
        await _done.Task;
        return "done";
    }

    private async Task<HttpResponse> Ask(string method, string path) => (
            await _gateway.Scenario(ask =>
            {
                ask.Get.Url(path.Split('?')[0]);
                ask.ConfigureHttpContext(c =>
                {
                    c.Request.Method = method;
                    c.Request.ContentType = Ndjson.Type;
                    c.Request.QueryString = new(path[path.Split('?')[0].Length..]);
                    c.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
                });
                ask.IgnoreStatusCode();
            })
        ).Context.Response;

    // A clock by which every wait is over at once, and known.
    private sealed class Hurried : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Waited { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
