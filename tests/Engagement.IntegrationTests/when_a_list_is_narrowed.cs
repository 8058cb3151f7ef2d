using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>Requests, facilitators, establishments and engagements are listed by what each given parameter fits, and to each reader theirs alone.</summary>
public class when_a_list_is_narrowed(EngagementFixture service)
{
    private readonly string _tenant = $"cabinet-{Guid.NewGuid():N}";

    private Speaker Practice => service.As(Roles.Practice, tenant: _tenant);

    private Speaker House(Guid establishment) => service.As(Roles.Establishment, tenant: _tenant, establishment: establishment);

    private async Task<Guid> Establishment(string name = "IME Les Tilleuls", string more = "\"sector\":\"medico-social\"") =>
        (await Practice.Post("/v1/establishments", $$"""{"name":"{{name}}","siret":"{{Given.NewSiret()}}",{{more}}}""", 201)).Id;

    private async Task<Guid> Request(Guid house, string demand = "complex-situation", string asked = "2026-02-02T09:00:00+01:00") =>
        (
            await House(house)
                .Post(
                    "/v1/requests",
                    $$"""
                    {"establishment":"{{house}}","context":"Une équipe.","sector":"medico-social","territory":"38","headcount":24,
                     "asked":"Un espace.","demand":"{{demand}}","occurredAt":"{{asked}}"}
                    """,
                    201
                )
        ).Id;

    private static async Task Decide(Speaker who, Guid request, string verb, string body) =>
        await who.Post($"/v1/requests/{request}/{verb}", body, 200, (await who.Get($"/v1/requests/{request}")).ETag);

    private async Task<Guid> Facilitator(string evidence, string more = "") =>
        (
            await Practice.Post(
                "/v1/facilitators",
                $$"""{"displayName":"Camille Durand","independenceDeclared":{{(more.Length == 0 ? "true" : "false")}},"evidence":[{{evidence}}]{{more}}}""",
                201
            )
        ).Id;

    private const string Diploma = """{"kind":"diploma","title":"Master de psychologie"}""";
    private const string Field = """{"kind":"field-experience","title":"Éducatrice","years":12}""";

    // Every page to the end, by two: the limit is at most what the list holds.
    private static async Task<IReadOnlyList<Guid>> All(Speaker who, string path)
    {
        var ids = new List<Guid>();
        for (string? next = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=2"; next is not null; )
        {
            var page = await who.Get(next);
            ids.AddRange(page.Body["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>()));
            next = page.Next;
        }

        ids.ShouldBeUnique();
        return ids;
    }

    [Fact]
    public async Task requests_by_state_establishment_demand_kind_and_time()
    {
        var (one, other) = (await Establishment(), await Establishment("EHPAD Les Ormes"));
        var ids = new List<Guid>();
        foreach (var month in Enumerable.Range(1, 3))
        {
            ids.Add(await Request(one, "relation", $"2026-0{month}-15T09:00:00+01:00"));
        }

        ids.Add(await Request(other));
        await Decide(Practice, ids[0], "qualify", """{"kind":"regulation","reason":"Le travail d'équipe."}""");
        await Decide(Practice, ids[1], "decline", """{"reason":"Une autre réponse."}""");

        async Task Finds(string query, params int[] which) =>
            (await All(Practice, $"/v1/requests?{query}")).ShouldBe(which.Select(i => ids[i]), query);

        (await All(Practice, "/v1/requests")).ShouldBe(ids);
        await Finds("state=submitted", 2, 3);
        await Finds("state=qualified&state=declined", 0, 1);
        await Finds($"establishment={other}", 3);
        await Finds("demand=relation", 0, 1, 2);
        await Finds("kind=regulation", 0);
        await Finds("askedFrom=2026-02-15T08:00:00Z", 1, 2);
        await Finds("askedBefore=2026-02-15T08:00:00Z", 0, 3);
        await Finds("askedFrom=2026-01-01T00:00:00Z&askedBefore=2026-02-01T00:00:00Z", 0);
        await Finds("state=withdrawn");
        await Finds("sort=newest", 3, 2, 1, 0);
        await Finds("sort=oldest&demand=relation&state=submitted", 2);
        (await Practice.Get($"/v1/requests/{ids[0]}")).Body["askedAt"]!
            .GetValue<DateTimeOffset>()
            .ShouldBe(new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task requests_are_shown_to_whom_they_concern()
    {
        var (one, other) = (await Establishment(), await Establishment("EHPAD Les Ormes"));
        var (first, second) = (await Request(one), await Request(other));
        (await All(House(one), "/v1/requests")).ShouldBe([first]);
        (await All(House(other), "/v1/requests")).ShouldBe([second]);
        (await All(House(one), $"/v1/requests?establishment={other}")).ShouldBeEmpty();
        (await All(service.As(Roles.Practice, tenant: $"autre-{_tenant}"), "/v1/requests")).ShouldBeEmpty();
        (await All(service.As(Roles.Establishment, tenant: $"autre-{_tenant}", establishment: one), "/v1/requests")).ShouldBeEmpty();
        (await All(service.As(Roles.Facilitator, Guid.NewGuid(), _tenant), "/v1/requests")).ShouldBeEmpty();
        foreach (var role in (string[])[Roles.Member, Roles.Auditor, Roles.Operator])
        {
            await service.As(role, tenant: _tenant).Get("/v1/requests", 403);
        }
    }

    [Fact]
    public async Task facilitators_by_qualification_independence_secrecy_and_employer()
    {
        var house = await Establishment();
        var both = await Facilitator($"{Diploma},{Field}");
        var diploma = await Facilitator(Diploma, $",\"employer\":\"{house}\"");
        var withdrawn = await Facilitator($"{Diploma},{Field}");
        var path = $"/v1/facilitators/{withdrawn}";
        await Practice.Post(
            $"{path}/corrections",
            """{"evidence":{"number":1,"withdrawn":true},"reason":"mistyped"}""",
            200,
            (await Practice.Get(path)).ETag
        );
        path = $"/v1/facilitators/{both}";
        await Practice.Post($"{path}/secrecy", """{"basis":"social-worker"}""", 200);

        async Task Finds(string query, params Guid[] which) => (await All(Practice, $"/v1/facilitators?{query}")).ShouldBe(which, query);

        (await All(Practice, "/v1/facilitators")).ShouldBe([both, diploma, withdrawn]);
        await Finds("qualification=diploma", both, diploma);
        await Finds("qualification=field-experience", both, withdrawn);
        await Finds("qualification=diploma&qualification=field-experience", both, diploma, withdrawn);
        await Finds("qualification=training");
        await Finds("independent=false", diploma);
        await Finds("independent=true", both, withdrawn);
        await Finds("secrecy=social-worker", both);
        await Finds($"employer={house}", diploma);
        await Finds("sort=newest", withdrawn, diploma, both);
        (await All(service.As(Roles.Facilitator, diploma, _tenant), "/v1/facilitators")).ShouldBe([diploma]);
        (await All(service.As(Roles.Practice, tenant: $"autre-{_tenant}"), "/v1/facilitators")).ShouldBeEmpty();
        foreach (var role in (string[])[Roles.Establishment, Roles.Member, Roles.Platform, Roles.Auditor])
        {
            await service.As(role, tenant: _tenant, establishment: house).Get("/v1/facilitators", 403);
        }
    }

    [Fact]
    public async Task establishments_by_sector_territory_entity_and_words_of_their_name()
    {
        var ime = await Establishment(
            "IME L'Érable",
            "\"sector\":\"medico-social\",\"territory\":\"2A\",\"finess\":\"380000125\",\"entity\":\"389999111\""
        );
        var school = await Establishment("École des Tilleuls", "\"sector\":\"education\",\"territory\":\"38\"");
        var creche = await Establishment("Crèche Les Petits Érables", "\"sector\":\"social\",\"territory\":\"38\"");

        async Task Finds(string query, params Guid[] which) => (await All(Practice, $"/v1/establishments?{query}")).ShouldBe(which, query);

        await Finds("sector=education", school);
        await Finds("territory=38", school, creche);
        await Finds("territory=2a", ime);
        await Finds("entity=389%20999%20111", ime);
        await Finds("finess=380000125&sector=education");
        await Finds("q=erable", ime, creche);
        await Finds("q=%C3%89rable%20ime", ime);
        await Finds("q=til", school);
        await Finds("q=rable");
        await Finds("q=erable&territory=38&sort=newest", creche);
        await Finds("sort=newest", creche, school, ime);
        foreach (var none in (string[])["territory=2C", "q=les", "q=", "q=%25", "sector=medico_social"])
        {
            (await Practice.Get($"/v1/establishments?{none}", 400)).Body["errors"]![0]!["parameter"]!
                .ToString()
                .ShouldBe(none.Split('=')[0]);
        }

        (await All(House(school), "/v1/establishments?q=erable")).ShouldBeEmpty();
        (await All(service.As(Roles.Practice, tenant: $"autre-{_tenant}"), "/v1/establishments?q=erable")).ShouldBeEmpty();
        await service.As(Roles.Platform, tenant: _tenant).Get("/v1/establishments?q=erable", 400);
    }

    [Fact]
    public async Task engagements_by_state_establishment_facilitator_kind_frame_and_time()
    {
        var active = await new Journey(service).ToActive();
        var opened = await new Journey(service).ToOpened();
        var since = DateTimeOffset.Parse(
            (await active.Practice.Get(active.EngagementPath)).Body["activatedAt"]!.ToString(),
            System.Globalization.CultureInfo.InvariantCulture
        );
        var after = Uri.EscapeDataString($"{since.AddSeconds(1):O}");

        // Others of this practice are led beside: each question is of one establishment.
        async Task Finds(string query, params Guid[] which)
        {
            var found = new List<Guid>();
            foreach (var house in new[] { active.Establishment, opened.Establishment })
            {
                found.AddRange(await All(active.Practice, $"/v1/engagements?establishment={house}&{query}"));
            }

            found.ShouldBe(which, ignoreOrder: false, query);
        }

        await Finds("sort=newest", active.Engagement, opened.Engagement);
        await Finds("state=active", active.Engagement);
        await Finds("state=opened&state=active", active.Engagement, opened.Engagement);
        await Finds("state=concluded");
        await Finds($"facilitator={active.FacilitatorId}", active.Engagement);
        await Finds("kind=practice-analysis", active.Engagement, opened.Engagement);
        await Finds("kind=supervision");
        await Finds("frame=team", active.Engagement);
        await Finds("frame=managers");
        await Finds($"activatedFrom={Uri.EscapeDataString($"{since:O}")}", active.Engagement);
        await Finds($"activatedFrom={after}");
        await Finds($"activatedBefore={after}", active.Engagement);

        (await All(active.Asker, "/v1/engagements")).ShouldBe([active.Engagement]);
        (await All(active.Facilitator, "/v1/engagements?state=active")).ShouldBe([active.Engagement]);
        (await All(active.Member(0), "/v1/engagements?frame=team")).ShouldBe([active.Engagement]);
        (await All(active.Member(0), "/v1/engagements?frame=managers")).ShouldBeEmpty();
        (await All(Practice, "/v1/engagements")).ShouldBeEmpty("another practice's");
        (await All(active.Facilitator, "/v1/requests")).ShouldBe([active.Request]);
    }

    [Fact]
    public async Task an_establishment_does_not_learn_by_asking_which_others_an_engagement_is_for()
    {
        var journey = await new Journey(service).ToOpened();
        var beside = (
            await journey.Practice.Post(
                "/v1/establishments",
                $$"""{"name":"EHPAD Les Ormes","siret":"{{Given.NewSiret()}}","sector":"medico-social"}""",
                201
            )
        ).Id;
        await journey.Change(journey.Practice, journey.EngagementPath, "establishments", $$"""{"establishment":"{{beside}}"}""");
        var second = service.As(Roles.Establishment, Given.Id(902), establishment: beside);
        foreach (var (who, own, other) in new[] { (journey.Asker, journey.Establishment, beside), (second, beside, journey.Establishment) })
        {
            (await All(who, $"/v1/engagements?establishment={own}")).ShouldBe([journey.Engagement]);
            (await All(who, $"/v1/engagements?establishment={other}")).ShouldBeEmpty();
        }

        (await All(journey.Practice, $"/v1/engagements?establishment={beside}")).ShouldBe([journey.Engagement]);
    }

    [Theory]
    [InlineData("requests", "stat", "state")]
    [InlineData("requests", "askedTo", "askedFrom")]
    [InlineData("facilitators", "qualifications", "qualification")]
    [InlineData("establishments", "teritory", "territory")]
    [InlineData("engagements", "activatedfor", "activatedFrom")]
    [InlineData("engagements", "sorts", "sort")]
    public async Task an_unknown_filter_is_refused_and_the_nearest_is_named(string list, string filter, string nearest)
    {
        var problem = (await Practice.Get($"/v1/{list}?{filter}=x", 400)).Body;
        problem["detail"]!.ToString().ShouldBe("A query parameter is unknown.");
        problem["satisfy"]!.ToString().ShouldStartWith($"Did you mean {nearest}?");
    }

    [Theory]
    [InlineData("requests?state=asked", "state", "value", "submitted, qualified, declined, withdrawn, converted")]
    [InlineData("requests?state=submitted&state=1", "state", "value", "submitted")]
    [InlineData("requests?sort=name", "sort", "value", "oldest, newest")]
    [InlineData("requests?sort=newest&sort=oldest", "sort", "twice", "once")]
    [InlineData("requests?askedFrom=2026-01-01", "askedFrom", "value", "RFC 3339")]
    [InlineData("requests?establishment=here", "establishment", "type", "UUID")]
    [InlineData("facilitators?qualification=Diploma", "qualification", "value", "diploma")]
    [InlineData("facilitators?independent=yes", "independent", "type", "true or false")]
    [InlineData("engagements?kind=practice_analysis", "kind", "value", "practice-analysis")]
    public async Task what_fits_nothing_that_could_be_is_refused_at_its_place(string asked, string parameter, string code, string allowed)
    {
        var error = (await Practice.Get($"/v1/{asked}", 400)).Body["errors"]![0]!;
        (error["parameter"]!.ToString(), error["code"]!.ToString()).ShouldBe((parameter, code));
        error["allowed"]!.ToString().ShouldContain(allowed);
    }

    [Theory]
    [InlineData("requests")]
    [InlineData("facilitators")]
    [InlineData("establishments")]
    [InlineData("engagements")]
    public async Task a_page_that_is_known_is_not_sent_again(string list)
    {
        await Establishment();
        var first = await Practice.Get($"/v1/{list}?sort=newest");
        first.ETag.ShouldNotBeEmpty();
        (await Practice.Whole($"/v1/{list}?sort=newest", first.ETag)).ShouldStartWith("304 ");
    }
}
