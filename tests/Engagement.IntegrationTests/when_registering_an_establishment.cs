using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_registering_an_establishment(EngagementFixture service)
{
    private const string Body = """{"name":"IME Les Tilleuls","siret":"73282932000074","sector":"medico-social"}""";

    private Speaker Practice { get; } = service.As(Roles.Practice, tenant: $"cabinet-{Guid.NewGuid():N}");

    [Fact]
    public async Task it_is_answered_with_its_place_and_can_be_read()
    {
        var practice = Practice;
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
        var other = await practice.Post("/v1/establishments", place.Replace("380000125", "380000018", StringComparison.Ordinal), 201);
        (await Found(practice, "")).ShouldBe([created.Id, other.Id]);
        (await Found(practice, "?finess=380000125")).ShouldBe([created.Id]);
        (await Found(practice, "?siret=73282932000074")).ShouldBe([created.Id, other.Id]);
        (await Found(practice, "?siret=732%20829%20320%2000074")).ShouldBe([created.Id, other.Id]);
        (await Found(practice, "?finess=380000125&siret=80000000210016")).ShouldBeEmpty();
        await practice.Get("/v1/establishments?siret=1", 400);
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
    public async Task a_number_that_is_there_is_refused_and_names_whose_it_is()
    {
        var place = Body[..^1] + ",\"finess\":\"380000125\"}";
        var created = await Practice.Post("/v1/establishments", place, 201);
        foreach (
            var again in (string[])
                [
                    Body,
                    place.Replace("73282932000074", "732 829 320 00074", StringComparison.Ordinal),
                    """{"name":"B","finess":"380000125","sector":"social"}""",
                ]
        )
        {
            var refused = (await Practice.Post("/v1/establishments", again, 409)).Body;
            refused["detail"]!.ToString().ShouldBe($"Establishment {created.Id} of this practice already has this number.");
        }

        await service.As(Roles.Practice, tenant: $"cabinet-{Guid.NewGuid():N}").Post("/v1/establishments", place, 201);
        await Practice.Post("/v1/establishments", """{"name":"C","sector":"social"}""", 400);
        var alone = await Practice.Post("/v1/establishments", """{"name":"C","finess":"380000018","sector":"social"}""", 201);
        (alone.Body["siret"], alone.Body["finess"]!.ToString()).ShouldBe((null, "380000018"));
    }

    [Fact]
    public async Task of_twenty_at_once_one_is_registered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Practice.Try("/v1/establishments", Body)));
        answers.Select(a => a.Status).Order().ShouldBe([201, .. Enumerable.Repeat(409, 19)]);
    }

    [Fact]
    public async Task another_tenant_finds_nothing()
    {
        var created = await Practice.Post("/v1/establishments", Body, 201);
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
