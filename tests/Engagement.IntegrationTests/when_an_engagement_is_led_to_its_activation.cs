using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_an_engagement_is_led_to_its_activation(EngagementFixture service)
{
    [Fact]
    public async Task it_becomes_active_with_its_versions_pinned()
    {
        var journey = await new Journey(service).ToActive();
        var active = await journey.Practice.Get(journey.EngagementPath);
        active.Body["state"]!.GetValue<string>().ShouldBe("active");
        foreach (
            var (pin, name) in new[]
            {
                (active.Body["dispositif"]!["frames"]![0]!, "team"),
                (active.Body["dispositif"]!["protocol"]!, "expose-interpret-respond"),
            }
        )
        {
            (pin["name"]!.GetValue<string>(), pin["version"]!.GetValue<int>()).ShouldBe((name, 1));
            pin["digest"]!.GetValue<string>().Length.ShouldBe(64);
        }

        active.Body["dispositif"]!["groupMinimum"]!.GetValue<int>().ShouldBe(8);
        (await journey.Practice.Get($"/v1/requests/{journey.Request}")).Body["state"]!.GetValue<string>().ShouldBe("converted");
        (await journey.Practice.Get($"{journey.EngagementPath}?version=1")).Body["state"]!.GetValue<string>().ShouldBe("opened");
    }

    [Fact]
    public async Task what_was_told_stays_unreadable_in_the_events_and_names_are_not_there_at_all()
    {
        var journey = await new Journey(service).ToActive();
        (await journey.Facilitator.Get(journey.EngagementPath)).Body["findings"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        (await EventsHolding(owner, Journey.Canary)).ShouldBe(0);
        (await EventsHolding(owner, "canari")).ShouldBe(0);
        (await EventsHolding(owner, Journey.PersonName)).ShouldBe(0);
        (await EventsHolding(owner, Journey.Label)).ShouldBe(0);
        (await journey.Facilitator.Get(journey.GroupPath)).Body["label"]!.GetValue<string>().ShouldBe(Journey.Label);

        // The same search finds what stands in clear.
        (await EventsHolding(owner, Journey.Name)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task those_it_concerns_read_it_and_others_find_nothing()
    {
        var journey = await new Journey(service).ToSealed();
        (await journey.Asker.Get(journey.EngagementPath)).Body["summary"]!.GetValue<string>().ShouldBe(Journey.Canary);
        (await journey.Facilitator.Get($"/v1/requests/{journey.Request}")).Body["asked"]!.GetValue<string>().ShouldBe(Journey.Canary);
        var member = await journey.Member(0).Get(journey.EngagementPath);
        member.Body["charter"]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        member.Body["summary"].ShouldBeNull();
        (await journey.Member(1).Get(journey.GroupPath)).Body["members"]!.AsArray().Count.ShouldBe(8);

        await service.As(Roles.Practice, tenant: "autre").Get(journey.EngagementPath, 404);
        await service.As(Roles.Practice, tenant: "autre").Get(journey.GroupPath, 404);
        await service.As(Roles.Facilitator).Get(journey.EngagementPath, 404);
        await service.As(Roles.Facilitator).Get($"/v1/requests/{journey.Request}", 404);
        await service.As(Roles.Member).Get(journey.EngagementPath, 404);
        await service.As(Roles.Member).Get(journey.GroupPath, 404);
        await service.As(Roles.Member).Post($"{journey.EngagementPath}/charter/accept", await journey.Acceptance(), 404);
        await service.As(Roles.Establishment, establishment: Given.Id(77)).Get(journey.EngagementPath, 404);
        await journey.Asker.Get(journey.GroupPath, 403);
        await service.As(Roles.Platform).Get(journey.EngagementPath, 403);
        await service.As(Roles.Auditor).Get(journey.EngagementPath, 403);
    }

    [Fact]
    public async Task each_reader_lists_their_own_alone()
    {
        var journey = await new Journey(service).ToSealed();
        Speaker[] readers = [journey.Practice, journey.Facilitator, journey.Asker, journey.Member(0)];
        foreach (var reader in readers)
        {
            var items = (await reader.Get("/v1/engagements")).Body["items"]!.AsArray();
            items.Select(i => i!["id"]!.GetValue<Guid>()).ShouldContain(journey.Engagement);
        }

        foreach (
            var stranger in new[] { service.As(Roles.Facilitator), service.As(Roles.Member), service.As(Roles.Practice, tenant: "vide") }
        )
        {
            (await stranger.Get("/v1/engagements")).Body["items"]!.AsArray().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task names_are_read_by_those_who_see_the_group_and_nobody_else()
    {
        var journey = await new Journey(service).ToSealed();
        var names = (await journey.Member(0).Get($"{journey.GroupPath}/identities")).Body["items"]!.AsArray();
        names.Count.ShouldBe(9);
        names[0]!["displayName"]!.GetValue<string>().ShouldBe(Journey.PersonName);
        (await journey.Facilitator.Get($"/v1/facilitators/{journey.FacilitatorId}/identity")).Body["items"]!.AsArray().Count.ShouldBe(1);
        await service.As(Roles.Facilitator).Get($"{journey.GroupPath}/identities", 404);
        await service.As(Roles.Practice, tenant: "autre").Get($"{journey.GroupPath}/identities", 404);
        await journey.Asker.Get($"{journey.GroupPath}/identities", 403);
    }

    private static async Task<long> EventsHolding(NpgsqlDataSource owner, string text)
    {
        await using var command = owner.CreateCommand("select count(*) from engagement.mt_events where data::text ilike '%' || $1 || '%'");
        command.Parameters.AddWithValue(text);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
