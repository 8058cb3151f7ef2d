using Alba;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_an_api_key_is_kept(EngagementFixture service)
{
    private static string In(int days) => DateTimeOffset.UtcNow.AddDays(days).ToString("O");

    private static string Body(string role = "practice", string scopes = "\"registry:read\"") =>
        $$"""{"label":"Outil de suivi","role":"{{role}}","scopes":[{{scopes}}],"expiresAt":"{{In(90)}}"}""";

    private static string Text(Answer answer) => answer.Body["key"]!.GetValue<string>();

    private Speaker By(string key) => new(service.Host, key);

    private async Task<Guid> Establishment() =>
        (
            await service
                .As(Roles.Practice)
                .Post("/v1/establishments", $$"""{"name":"IME","siret":"{{Given.NewSiret()}}","sector":"medico-social"}""", 201)
        ).Id;

    [Fact]
    public async Task its_text_is_told_once_and_opens_what_its_scopes_say()
    {
        var practice = service.As(Roles.Practice);
        var establishment = await Establishment();
        var issued = await practice.Post("/v1/api-keys", Body(), 201);
        Text(issued).ShouldStartWith("pa_test_");
        await By(Text(issued)).Get($"/v1/establishments/{establishment}");
        await By(Text(issued)).Get("/v1/engagements", 403);
        await By(Text(issued)).Post("/v1/establishments", """{"name":"x","siret":"73282932000074","sector":"x"}""", 403);
        var read = await practice.Get(issued.Location);
        read.Body["key"].ShouldBeNull();
        read.ETag.ShouldBe("\"1\"");
        read.Body["label"]!.GetValue<string>().ShouldBe("Outil de suivi");
        (await practice.Get("/v1/api-keys")).Body["items"]![0]!["label"]!.GetValue<string>().ShouldBe("Outil de suivi");
        (await service.Count("select count(*) from engagement.mt_events e where e.data::text like '%Outil de suivi%'")).ShouldBe(0);
        (await service.Count("select count(*) from engagement.mt_doc_api_key d where d.data::text like '%Outil de suivi%'")).ShouldBe(0);
        (await practice.Get("/v1/api-keys")).Body.ToJsonString().ShouldNotContain(Text(issued));
        await service.As(Roles.Practice, tenant: "autre").Get(issued.Location, 404);
    }

    [Fact]
    public async Task no_key_makes_keys()
    {
        await service.As(Roles.Practice).Post("/v1/api-keys", Body(scopes: "\"access:write\""), 400);
        var issued = await service.As(Roles.Practice).Post("/v1/api-keys", Body(scopes: "\"access:read\""), 201);
        await By(Text(issued)).Get("/v1/api-keys");
        await By(Text(issued)).Post("/v1/api-keys", Body(), 403);
        var narrow = new Speaker(
            service.Host,
            service.Mint.For(new Actor("cabinet", Roles.Practice, Guid.NewGuid()), "access:write", "registry:read")
        );
        await narrow.Post("/v1/api-keys", Body(), 201);
        await narrow.Post("/v1/api-keys", Body(scopes: "\"engagements:write\""), 400);
    }

    [Fact]
    public async Task an_establishments_is_for_itself()
    {
        var (one, other) = (await Establishment(), await Establishment());
        var speaker = service.As(Roles.Establishment, Guid.NewGuid(), establishment: one);
        var issued = await speaker.Post("/v1/api-keys", Body("establishment"), 201);
        await By(Text(issued)).Get($"/v1/establishments/{one}");
        await By(Text(issued)).Get($"/v1/establishments/{other}", 404);
        await service.As(Roles.Practice).Get(issued.Location, 404);
        await service.As(Roles.Establishment, Guid.NewGuid(), establishment: other).Get(issued.Location, 404);
        var listed = (await speaker.Get("/v1/api-keys")).Body["items"]!.AsArray();
        listed.ShouldHaveSingleItem()!["id"]!.GetValue<Guid>().ShouldBe(issued.Id);
        (await service.As(Roles.Practice).Get("/v1/api-keys")).Body.ToJsonString().ShouldNotContain(issued.Id.ToString());
    }

    [Fact]
    public async Task rotated_it_overlaps_and_revoked_it_ends_at_once()
    {
        var practice = service.As(Roles.Practice);
        var path = $"/v1/establishments/{await Establishment()}";
        var first = await practice.Post("/v1/api-keys", Body(), 201);
        var rotate = $$"""{"expiresAt":"{{In(90)}}","overlapMinutes":10}""";
        await practice.Post($"{first.Location}/rotate", rotate, 428);
        var second = await practice.Post($"{first.Location}/rotate", rotate, 200, first.ETag);
        Text(second).ShouldNotBe(Text(first));
        await By(Text(first)).Get(path);
        await By(Text(second)).Get(path);

        var third = await practice.Post(
            $"{first.Location}/rotate",
            $$"""{"expiresAt":"{{In(90)}}","overlapMinutes":0}""",
            200,
            second.ETag
        );
        await By(Text(first)).Get(path, 401);
        await By(Text(second)).Get(path, 401);
        await By(Text(third)).Get(path);

        var revoked = await practice.Post($"{first.Location}/revoke", "{}", 200);
        revoked.Body["key"].ShouldBeNull();
        await By(Text(third)).Get(path, 401);
        await practice.Post($"{first.Location}/rotate", rotate, 409, revoked.ETag);
    }

    [Fact]
    public async Task what_is_no_key_of_this_place_is_refused_and_told_how()
    {
        var issued = await service.As(Roles.Practice).Post("/v1/api-keys", Body(), 201);
        var text = Text(issued);
        var strangers = new[]
        {
            text[..^1] + (text[^1] == 'a' ? 'b' : 'a'),
            text.Replace("pa_test_", "pa_live_", StringComparison.Ordinal),
            ApiKeyText.Of(true, issued.Id, new byte[ApiKeyText.SecretSize]),
            ApiKeyText.Of(false, issued.Id, new byte[ApiKeyText.SecretSize]),
            ApiKeyText.Of(false, Guid.NewGuid(), new byte[ApiKeyText.SecretSize]),
            "pa_test_",
        };
        foreach (var stranger in strangers)
        {
            var answer = await service.Host.Scenario(s =>
            {
                s.Get.Url("/v1/frames");
                s.WithRequestHeader("Authorization", $"Bearer {stranger}");
                s.StatusCodeShouldBe(401);
            });
            answer.Context.Response.Headers.WWWAuthenticate.ToString().ShouldStartWith("Bearer");
            (await answer.ReadAsTextAsync()).ShouldContain("/problems/unauthenticated");
        }
    }

    [Fact]
    public async Task its_last_use_is_shown_and_its_text_is_stored_nowhere()
    {
        var practice = service.As(Roles.Practice);
        var issued = await practice.Post("/v1/api-keys", Body(scopes: "\"frames:read\""), 201);
        (await practice.Get(issued.Location)).Body["lastUsedAt"].ShouldBeNull();
        await By(Text(issued)).Get("/v1/frames");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await practice.Get(issued.Location)).Body["lastUsedAt"] is null)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }

        await using var database = Npgsql.NpgsqlDataSource.Create(service.Cluster.ConnectionString("migrator"));
        foreach (var table in new[] { "mt_events", "mt_doc_knownkey", "mt_doc_api_key" })
        {
            await using var look = database.CreateCommand(
                $"select count(*) from engagement.{table} where data::text like '%' || $1 || '%'"
            );
            look.Parameters.AddWithValue(Text(issued)[40..]);
            (await look.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L, table);
        }
    }
}
