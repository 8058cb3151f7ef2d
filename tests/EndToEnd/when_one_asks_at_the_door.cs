using System.Net.Http.Headers;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.EndToEnd;

public class when_one_asks_at_the_door(SystemFixture system)
{
    private const int Many = 1_500;

    private HttpRequestMessage Ask(Actor? who, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(system.Host.Gateway, path));
        request.Headers.Authorization = who is null ? null : new AuthenticationHeaderValue("Bearer", system.Host.Mint.For(who));
        return request;
    }

    [Theory]
    [InlineData("/v1/frames", "default-src 'none'")]
    [InlineData("/v1/nothing", "default-src 'none'")]
    [InlineData("/reference", "default-src 'self'")]
    public async Task every_answer_tells_a_browser_to_guess_nothing(string path, string policy)
    {
        using var http = new HttpClient();
        using var request = Ask(system.Demonstration.Actors[0], path);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith(policy);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("RateLimit-Policy").Single().ShouldContain("q=");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task one_who_asks_too_often_waits_and_nobody_else_does()
    {
        using var http = new HttpClient();
        var hasty = new Actor("cabinet-presse", Roles.Practice, Guid.NewGuid());
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(async _ =>
                {
                    // What the gateway answers alone, so that many are asked for within a second on any machine.
                    using var request = Ask(hasty, "/v1/nothing");
                    using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                    return (
                        Status: (int)answer.StatusCode,
                        Retry: answer.Headers.RetryAfter?.Delta,
                        answer.Content.Headers.ContentType?.MediaType
                    );
                })
        );
        var refused = answers.Where(a => a.Status == 429).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(a => a.Retry == TimeSpan.FromSeconds(1) && a.MediaType == "application/problem+json");
        answers.ShouldAllBe(a => a.Status == 404 || a.Status == 429);
        (await system.Ask(hasty with { Person = Guid.NewGuid() }, "/v1/frames")).Status.ShouldBe(200);
    }
}
