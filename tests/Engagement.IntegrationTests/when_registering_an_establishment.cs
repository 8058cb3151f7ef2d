using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_registering_an_establishment(EngagementFixture service)
{
    private const string Body = """{"name":"IME Les Tilleuls","siret":"73282932000074","sector":"medico-social"}""";

    [Fact]
    public async Task it_is_answered_with_its_place_and_can_be_read()
    {
        var practice = service.As(Roles.Practice);
        var created = await practice.Post("/v1/establishments", Body, 201);
        created.ETag.ShouldBe("\"1\"");
        created.Location.ShouldBe($"/v1/establishments/{created.Id}");
        (await practice.Get(created.Location)).Body.ToJsonString().ShouldBe(created.Body.ToJsonString());
    }

    [Fact]
    public async Task it_is_found_by_its_numbers()
    {
        var tenant = $"cabinet-{Guid.NewGuid():N}";
        var practice = service.As(Roles.Practice, tenant: tenant);
        var place = Body[..^1] + ",\"finess\":\"380000125\",\"entity\":\"389999111\",\"territory\":\"2A\"}";
        var created = await practice.Post("/v1/establishments", place, 201);
        created.Body["territory"]!.GetValue<string>().ShouldBe("2A");
        var other = await practice.Post("/v1/establishments", Body, 201);
        (await Found(practice, "")).ShouldBe([created.Id, other.Id]);
        (await Found(practice, "?finess=380000125")).ShouldBe([created.Id]);
        (await Found(practice, "?siret=73282932000074")).ShouldBe([created.Id, other.Id]);
        (await Found(practice, "?finess=380000125&siret=1")).ShouldBeEmpty();
        (await Found(service.As(Roles.Establishment, tenant: tenant, establishment: other.Id), "")).ShouldBe([other.Id]);
        (await Found(service.As(Roles.Platform, tenant: tenant), "?finess=380000125")).ShouldBeEmpty("nothing grants it anything");
        await service.As(Roles.Platform, tenant: tenant).Get("/v1/establishments", 400);
        (await Found(service.As(Roles.Practice), "?finess=380000125")).ShouldNotContain(created.Id);
        await practice.Post("/v1/establishments", place.Replace("389999111", "380000125", StringComparison.Ordinal), 422);
        await practice.Post("/v1/establishments", place.Replace("389999111", "389999112", StringComparison.Ordinal), 422);
        await practice.Post("/v1/establishments", place.Replace("2A", "2C", StringComparison.Ordinal), 400);

        async Task<IEnumerable<Guid>> Found(Speaker who, string query) =>
            (await who.Get($"/v1/establishments{query}")).Body["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task another_tenant_finds_nothing()
    {
        var created = await service.As(Roles.Practice).Post("/v1/establishments", Body, 201);
        await service.As(Roles.Practice, tenant: "autre").Get(created.Location, 404);
    }

    [Fact]
    public async Task a_wrong_siret_is_refused_by_its_rule()
    {
        var problem = await service.As(Roles.Practice).Post("/v1/establishments", Body.Replace("74", "75"), 422);
        problem.Body["rules"]![0]!["rule"]!.GetValue<string>().ShouldBe("siret");
    }

    [Fact]
    public async Task a_facilitator_may_not() => await service.As(Roles.Facilitator).Post("/v1/establishments", Body, 403);

    [Theory]
    [InlineData("""{"name":"a\u0000","siret":"73282932000074","sector":"other"}""")]
    [InlineData("""{"name":"a\ud800","siret":"73282932000074","sector":"other"}""")]
    [InlineData("""{"name":"a","name":"b","siret":"73282932000074","sector":"other"}""")]
    [InlineData("""{"name":"a","siret":"73282932000074","sector":"other","unknown":1}""")]
    [InlineData("""{"name":"a","sector":"other"}""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public async Task what_cannot_be_read_is_malformed(string body)
    {
        var problem = await service.As(Roles.Practice).Post("/v1/establishments", body, 400);
        problem.Body["type"]!.GetValue<string>().ShouldBe("/problems/malformed");
    }
}
