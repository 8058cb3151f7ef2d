using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>A route that goes says so long before: since when, until when, and what to use instead. No route goes yet; this one is the test's own.</summary>
public sealed class when_a_route_goes : IAsyncLifetime
{
    private WebApplication _app = null!;
    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseRouting();
        _app.UseAnswering();
        _app.UseConditionalReads();
        _app.MapGet("/v1/old", () => new { kept = true })
            .Produces<object>(200, "application/json")
            .Deprecated(
                new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2028, 12, 31, 0, 0, 0, TimeSpan.Zero),
                "/changelog"
            );
        _app.MapGet("/v1/new", () => new { kept = true }).Produces<object>(200, "application/json");
        await _app.StartAsync();
        _address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<HttpResponseMessage> Ask(string path, string? known = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, path));
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task its_answers_say_since_when_until_when_and_what_instead()
    {
        using var answer = await Ask("/v1/old");
        answer.Headers.GetValues("Deprecation").ShouldBe(["@1798761600"]);
        answer.Headers.GetValues("Sunset").ShouldBe(["Sun, 31 Dec 2028 00:00:00 GMT"]);
        answer.Headers.GetValues("Link").ShouldBe(["</changelog>; rel=\"deprecation\""]);
        using var other = await Ask("/v1/new");
        other.Headers.Contains("Deprecation").ShouldBeFalse();
        other.Headers.Contains("Sunset").ShouldBeFalse();
    }

    [Fact]
    public async Task what_is_known_is_not_sent_again()
    {
        using var first = await Ask("/v1/new");
        var tag = first.Headers.ETag!.ToString();
        foreach (var known in new[] { tag, $"\"other\", {tag}", "*" })
        {
            using var again = await Ask("/v1/new", known);
            ((int)again.StatusCode).ShouldBe(304);
            again.Headers.ETag!.ToString().ShouldBe(tag);
            (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        using var changed = await Ask("/v1/new", "\"other\"");
        ((int)changed.StatusCode).ShouldBe(200);
    }
}
