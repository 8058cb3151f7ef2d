using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>Lists are read portion by portion: each names the next one, until there is none.</summary>
public class when_a_list_is_long(EngagementFixture service)
{
    private const string Establishments = "/v1/establishments";

    private readonly Speaker _practice = service.As(Roles.Practice, tenant: $"cabinet-{Guid.NewGuid()}");

    private async Task<IReadOnlyList<string>> Registered(int count, string? siret = null)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            // Sites of one SIRET have FINESS numbers of their own.
            var numbers = $"\"siret\":\"{siret ?? Given.NewSiret()}\"{(siret is null ? "" : $",\"finess\":\"{Given.Finess(i)}\"")}";
            var made = await _practice.Post(Establishments, $$"""{"name":"IME {{i}}",{{numbers}},"sector":"medico-social"}""", 201);
            ids.Add(made.Body["id"]!.GetValue<string>());
        }

        return ids;
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> Portions(string path, string member = "id")
    {
        var portions = new List<IReadOnlyList<string>>();
        for (string? next = path; next is not null; )
        {
            var answer = await _practice.Get(next);
            portions.Add([.. answer.Body["items"]!.AsArray().Select(i => i![member]!.ToString())]);
            next = answer.Next;
        }

        return portions;
    }

    [Fact]
    public async Task each_portion_leads_to_the_next_and_none_is_told_twice()
    {
        var ids = await Registered(5);
        var portions = await Portions($"{Establishments}?limit=2");
        portions.Select(p => p.Count).ShouldBe([2, 2, 1]);
        portions.SelectMany(p => p).ShouldBe(ids);
    }

    [Fact]
    public async Task a_portion_that_holds_the_rest_leads_nowhere()
    {
        await Registered(2);
        (await Portions($"{Establishments}?limit=2")).ShouldHaveSingleItem();
        (await Portions(Establishments)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task what_else_was_asked_stays_asked()
    {
        await Registered(1);
        var found = await Registered(3, "35600000000048");
        var portions = await Portions($"{Establishments}?siret=35600000000048&limit=1");
        portions.SelectMany(p => p).ShouldBe(found);
    }

    [Fact]
    public async Task what_came_meanwhile_comes_last()
    {
        var ids = await Registered(3);
        var first = await _practice.Get($"{Establishments}?limit=2");
        var late = await Registered(1);
        (await _practice.Get(first.Next!)).Body["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>()).ShouldBe([ids[2], .. late]);
    }

    [Fact]
    public async Task the_newest_first_is_kept_to()
    {
        var keys = new List<string>();
        var expires = DateTimeOffset.UtcNow.AddDays(30);
        for (var i = 0; i < 3; i++)
        {
            var body = $$"""{"label":"clé {{i}}","role":"practice","scopes":["registry:read"],"expiresAt":"{{expires:O}}"}""";
            keys.Insert(0, (await _practice.Post("/v1/api-keys", body, 201)).Body["id"]!.GetValue<string>());
        }

        (await Portions("/v1/api-keys?limit=1")).SelectMany(p => p).ShouldBe(keys);
    }

    [Fact]
    public async Task a_list_that_is_no_store_of_resources_is_read_alike()
    {
        var whole = (await Portions("/v1/frames", "name")).Single();
        var portions = await Portions("/v1/frames?limit=4", "name");
        portions.Count.ShouldBeGreaterThan(1);
        portions.SelectMany(p => p).ShouldBe(whole);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=-1")]
    [InlineData("limit=many")]
    [InlineData("after=anything")]
    [InlineData("after=%00")]
    [InlineData("after=0123")]
    public async Task a_cursor_or_limit_that_is_none_is_refused(string query)
    {
        (await _practice.Get($"{Establishments}?{query}", 400)).Kind().ShouldBe("/problems/malformed");
        (await _practice.Get($"/v1/frames?{query}", 400)).Kind().ShouldBe("/problems/malformed");
    }
}
