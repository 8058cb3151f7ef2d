using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

[Collection(typeof(TheSystem))]
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

    [Fact]
    public async Task no_other_origin_is_let_in_unless_the_configuration_names_it()
    {
        const string named = "https://plateforme.exemple.test";
        await using var open = ServiceProcess.Start(
            "gateway",
            Path.GetFullPath(
                Path.Combine(AppContext.BaseDirectory, "../../../../../services/Gateway/bin/Release/net10.0/PracticeAnalysis.Gateway.dll")
            ),
            PrivateCluster.FreePort(),
            Path.Combine(system.Host.Logs, "gateway-open.log"),
            new Dictionary<string, string>
            {
                ["Cors__Origins__0"] = named,
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Auth__DevelopmentKey"] = system.Host.Mint.Key,
                ["Services__engagement"] = system.Host.Service("engagement").Address.ToString(),
                ["Services__session"] = system.Host.Service("session").Address.ToString(),
                ["Services__reporting"] = system.Host.Service("reporting").Address.ToString(),
            }
        );
        await open.WaitUntilReady(TestContext.Current.CancellationToken);

        (await Preflight(system.Host.Gateway, named)).ShouldBeNull();
        (await Preflight(open.Address, "https://ailleurs.exemple.test")).ShouldBeNull();
        (await Preflight(open.Address, named)).ShouldBe(named);
    }

    [Fact]
    public async Task who_dawdles_is_not_waited_for()
    {
        // A head that never ends, and a body that never comes.
        var closed = await Task.WhenAll(
            Dawdle("GET /v1/frames HTTP/1.1\r\nHost: x\r\nX-A: "),
            Dawdle("POST /v1/establishments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
        );
        closed.ShouldAllBe(seconds => seconds < 25);
    }

    [Theory]
    [InlineData(12_000, 0, 200)]
    [InlineData(17_000, 0, 431)]
    [InlineData(12_000, 9_000, 414)]
    public async Task a_head_has_its_bounds(int headers, int address, int status)
    {
        using var http = new HttpClient();
        foreach (var door in new[] { system.Host.Gateway, system.Host.Service("engagement").Address })
        {
            using var request = Ask(system.Demonstration.Actors[0], "/v1/frames");
            request.RequestUri = new Uri(door, address == 0 ? "/v1/frames" : $"/v1/frames?{new string('a', address)}");
            for (var part = 0; part < 4; part++)
            {
                request.Headers.Add($"X-Part-{part}", new string('a', headers / 4));
            }

            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(status);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe(status == 200 ? "application/json" : "application/problem+json");
        }
    }

    [Fact]
    public async Task more_headers_than_are_read_are_refused()
    {
        using var http = new HttpClient();
        using var request = Ask(system.Demonstration.Actors[0], "/v1/frames");
        for (var n = 0; n < 70; n++)
        {
            request.Headers.Add($"X-Part-{n}", "a");
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((431, "application/problem+json"));
    }

    [Theory]
    [InlineData(200 * 1024, 400)]
    [InlineData(257 * 1024, 413)]
    public async Task a_body_has_its_bounds(int size, int status)
    {
        using var http = new HttpClient();
        using var request = Ask(system.Demonstration.Actors.Single(a => a.Role == Roles.Practice), "/v1/establishments");
        request.RequestUri = new Uri(system.Host.Service("engagement").Address, "/v1/establishments");
        request.Method = HttpMethod.Post;
        request.Content = new StringContent($"\"{new string('a', size)}\"", Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status);
    }

    private static async Task<string?> Preflight(Uri gateway, string origin)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(gateway, "/v1/frames"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }

    // How many seconds it takes the gateway to close on a caller that says this and then nothing.
    private async Task<double> Dawdle(string beginning)
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(system.Host.Gateway.Host, system.Host.Gateway.Port, TestContext.Current.CancellationToken);
        await using var stream = caller.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, patience.Token) > 0) { }
        }
        catch (IOException)
        {
            // Closed without a word.
        }

        return watch.Elapsed.TotalSeconds;
    }
}
