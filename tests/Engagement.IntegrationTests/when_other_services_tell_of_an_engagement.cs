using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_other_services_tell_of_an_engagement(EngagementFixture service)
{
    [Fact]
    public async Task it_learns_each_thing_once_and_concludes_after_the_final_bilan()
    {
        var journey = await new Journey(service).ToActive();
        var now = DateTimeOffset.UtcNow;
        var held = new SessionHeld(Given.Id(1), journey.Group, journey.Engagement, 120, 8, [journey.Members[0]], Origin(now));
        await Tell(held);
        await Tell(held);
        await Tell(new SessionIntervalBreached(journey.Group, journey.Engagement, 90, 62, Origin(now) with { Stream = held.Session }));
        await Tell(new IntermediateBilanAgreed(Given.Id(2), journey.Engagement, journey.Group, Origin(now)));
        var course = (await journey.Practice.Get(journey.EngagementPath)).Body["course"]!;
        course["sessionsHeld"]!.GetValue<int>().ShouldBe(1);
        course["minutesHeld"]!.GetValue<int>().ShouldBe(120);
        course["intervalBreaches"]!.GetValue<int>().ShouldBe(1);
        course["intermediateBilans"]!.GetValue<int>().ShouldBe(1);

        await journey.Change(journey.Practice, journey.EngagementPath, "suspend", Journey.Text("reason"));
        await journey.Change(journey.Practice, journey.EngagementPath, "resume", "{}");
        (await journey.Change(journey.Practice, journey.EngagementPath, "conclude", "{}", 422)).Rule().ShouldBe("always/final-bilan/S2");
        await Tell(new NegotiationFailed(Given.Id(2), journey.Engagement, Final: false, Origin(now)));
        await journey.Change(journey.Practice, journey.EngagementPath, "conclude", "{}", 422);
        await Tell(new FinalBilanAgreed(Given.Id(3), journey.Engagement, ["renew"], Origin(now)));
        (await journey.State()).ShouldBe("concluding");
        await journey.Change(journey.Practice, journey.EngagementPath, "conclude", "{}");
        (await journey.State()).ShouldBe("concluded");
    }

    [Fact]
    public async Task a_final_negotiation_that_failed_lets_it_conclude_too()
    {
        var journey = await new Journey(service).ToActive();
        await Tell(new NegotiationFailed(Given.Id(2), journey.Engagement, Final: true, Origin(DateTimeOffset.UtcNow)));
        await journey.Change(journey.Practice, journey.EngagementPath, "conclude", "{}");
        (await journey.State()).ShouldBe("concluded");
    }

    [Fact]
    public async Task a_group_fallen_under_its_fewest_members_shows_when_it_did_and_at_each_session()
    {
        var journey = await new Journey(service).ToActive();
        await journey
            .Member(0)
            .Post($"{journey.GroupPath}/leave", $$"""{"person":"{{journey.Members[0]}}","reason":"{{Journey.Canary}}"}""", 200);
        (await Breaches(journey, 1)).ShouldBe([journey.Members.Count - 1]);
        var held = new SessionHeld(
            Given.Id(1),
            journey.Group,
            journey.Engagement,
            120,
            8,
            [journey.Members[1]],
            Origin(DateTimeOffset.UtcNow)
        );
        await Tell(held);
        await Tell(held);
        (await Breaches(journey, 2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task whoever_reads_it_may_wait_for_what_is_told_and_nobody_else()
    {
        var journey = await new Journey(service).ToActive();
        var held = new SessionHeld(
            Given.Id(1),
            journey.Group,
            journey.Engagement,
            120,
            8,
            [journey.Members[0]],
            Origin(DateTimeOffset.UtcNow)
        );
        var path = $"{journey.EngagementPath}?reflects={held.Origin.Stream}@{held.Origin.Version}";
        var asked = journey.Practice.Get(path, prefer: "wait=20");
        await Tell(held);
        (await asked).Body["course"]!["sessionsHeld"]!.GetValue<int>().ShouldBe(1);
        await service.As(Roles.Practice, tenant: "voisin").Get(path, 503, "wait=0");
        var written = await journey.Practice.Get(journey.EngagementPath);
        string Itself(long version) => $"{journey.EngagementPath}?reflects={journey.Engagement}@{version}";
        var version = written.Body["version"]!.GetValue<long>();
        await journey.Practice.Get(Itself(version), prefer: "wait=0");
        await journey.Practice.Get(Itself(version + 1), 503, "wait=0");
        await service.As(Roles.Practice, tenant: "voisin").Get(Itself(1), 503, "wait=0");
        await journey.Practice.Get(path.Replace("@3", "@4", StringComparison.Ordinal), 503, "wait=0");
    }

    [Fact]
    public async Task nobody_learns_by_waiting_that_there_is_a_session_which_they_do_not_see()
    {
        var journey = await new Journey(service).ToActive();
        var session = Guid.CreateVersion7();
        var told = Origin(DateTimeOffset.UtcNow) with { Stream = session };
        await Tell(
            new SessionHeld(session, journey.Group, journey.Engagement, 120, 8, [journey.Members[0]], told),
            """{"facilitator":3,"member":2}"""
        );
        foreach (var version in new[] { 0, 1, 3 })
        {
            await journey.Asker.Get($"{journey.EngagementPath}?reflects={session}@{version}", 503, "wait=0");
        }

        await journey.Facilitator.Get($"{journey.EngagementPath}?reflects={session}@3", prefer: "wait=0");
        await journey.Facilitator.Get($"{journey.EngagementPath}?reflects={session}@4", 503, "wait=0");
    }

    // Looked at behind what was told, so a moment later.
    private static async Task<IReadOnlyList<int>> Breaches(Journey journey, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var shown = (await journey.Practice.Get(journey.EngagementPath)).Body["sizeBreaches"]!.AsArray();
            if (shown.Count >= count || patience.IsCancellationRequested)
            {
                return [.. shown.Select(b => b!["members"]!.GetValue<int>())];
            }

            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static Origin Origin(DateTimeOffset at) => new(Guid.NewGuid(), 3, at);

    // As a service sends it, with the header that says how each class counts its origin.
    private async Task Tell(object message, string? seen = null)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        var delivery = new DeliveryOptions { TenantId = "cabinet" };
        await scope
            .ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeAsync(message, seen is null ? delivery : delivery.WithHeader(EventHeaders.Seen, seen));
    }
}
