using System.Security.Cryptography;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>One trace spans gateway, service, queue and Reporting; metrics flow; health says what it sees.</summary>
[Collection(typeof(TheSystem))]
public class when_the_system_is_observed(SystemFixture system)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task one_trace_spans_gateway_service_queue_and_reporting()
    {
        // A track that is progressed is told to Reporting by message.
        var trace = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var member = system.Demonstration.Actors.Single(a => a.Role == Roles.Member);
        var track = await OpenTrack(member);
        var (status, body) = await system.Ask(member, $"/v1/tracks/{track}/progress", """{"text":"Une étape de plus."}""", trace: trace);
        status.ShouldBe(200, body?.ToJsonString());

        foreach (var service in (string[])["gateway", "session", "reporting"])
        {
            await SystemFixture.Until(() => Task.FromResult(system.Collector.HasSpan(service, trace)), $"{service} sends its span");
        }

        await SystemFixture.Until(
            () => Task.FromResult(system.Collector.HasSpan("reporting", trace, "session.v1.track-state-changed")),
            "the span of the message's handling"
        );
    }

    [Theory]
    [InlineData("wolverine-")]
    [InlineData("marten.")]
    public Task metrics_are_sent(string name) =>
        SystemFixture.Until(() => Task.FromResult(system.Collector.HasMetric("engagement", name)), $"the metrics {name}*");

    [Fact]
    public async Task health_names_database_daemon_lag_and_dead_letters()
    {
        foreach (var service in (string[])["engagement", "session", "reporting"])
        {
            var ready = await Http.GetStringAsync(
                new Uri(system.Host.Service(service).Address, "/health/ready"),
                TestContext.Current.CancellationToken
            );
            ready.ShouldContain("\"database\":{\"status\":\"Healthy\"");
            ready.ShouldContain("\"daemon-lag\":{\"status\":\"Healthy\"");
            ready.ShouldContain("\"dead-letters\":{\"status\":\"Healthy\"");
            (
                await Http.GetStringAsync(
                    new Uri(system.Host.Service(service).Address, "/health/live"),
                    TestContext.Current.CancellationToken
                )
            ).ShouldBe("Healthy");
        }
    }

    [Fact]
    public async Task asynchronous_projections_advance_under_the_daemon_of_production()
    {
        var member = system.Demonstration.Actors.Single(a => a.Role == Roles.Member);
        var path = $"/v1/groups/{system.Demonstration.Groups[0]}/evolution";
        var before = (await system.Ask(member, path)).Body!["version"]!.GetValue<long>();
        var track = await OpenTrack(member);
        (await system.Ask(member, $"/v1/tracks/{track}/progress", """{"text":"Encore une étape."}""")).Status.ShouldBe(200);
        await SystemFixture.Until(
            async () => (await system.Ask(member, path)).Body!["version"]!.GetValue<long>() > before,
            "the group's evolution moves on"
        );
    }

    // One that has not ended, whichever comes first in the list.
    private async Task<Guid> OpenTrack(Actor member) =>
        (await system.Ask(member, $"/v1/groups/{system.Demonstration.Groups[0]}/tracks")).Body!["items"]!
            .AsArray()
            .First(t => t!["state"]!.GetValue<string>() is "opened" or "progressed")!["id"]!.GetValue<Guid>();
}
