using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_an_establishment_grants_a_platform(EngagementFixture service)
{
    private static readonly Guid Platform = Guid.CreateVersion7();

    private static string Body(string scope = "indicators:read") =>
        $$"""{"platform":"{{Platform}}","scopes":["{{scope}}"],"until":"{{DateTimeOffset.UtcNow.AddDays(30):O}}"}""";

    private async Task<(Guid Id, Speaker Speaker)> Establishment()
    {
        var id = (
            await service
                .As(Roles.Practice)
                .Post("/v1/establishments", $$"""{"name":"IME","siret":"{{Given.NewSiret()}}","sector":"medico-social"}""", 201)
        ).Id;
        return (id, service.As(Roles.Establishment, Guid.CreateVersion7(), establishment: id));
    }

    [Fact]
    public async Task it_can_be_read_and_is_taken_back_without_asking_for_a_version()
    {
        var (id, establishment) = await Establishment();
        var granted = await establishment.Post($"/v1/establishments/{id}/platform-grants", Body(), 201);
        granted.Location.ShouldBe($"/v1/platform-grants/{granted.Id}");
        (await establishment.Get(granted.Location)).Body.ToJsonString().ShouldBe(granted.Body.ToJsonString());
        foreach (var reader in new[] { establishment, service.As(Roles.Platform, Platform), service.As(Roles.Practice) })
        {
            var listed = (await reader.Get("/v1/platform-grants")).Body["items"]!.AsArray();
            listed.Select(g => g!["id"]!.GetValue<Guid>()).ShouldContain(granted.Id);
        }

        var revoked = await establishment.Post($"{granted.Location}/revoke", "{}", 200);
        revoked.Body["revokedAt"].ShouldNotBeNull();
        (await establishment.Post($"{granted.Location}/revoke", "{}", 200)).ETag.ShouldBe(revoked.ETag);
    }

    [Fact]
    public async Task the_platform_finds_it_by_its_number_while_it_is_granted_and_nobody_else()
    {
        var (id, establishment) = await Establishment();
        var person = Guid.CreateVersion7();
        var platform = service.As(Roles.Platform, person);
        var siret = (await service.As(Roles.Practice).Get($"/v1/establishments/{id}")).Body["siret"]!.ToString();
        async Task<IEnumerable<Guid>> Found(Speaker who, string? by = null) =>
            (await who.Get($"/v1/establishments?{by ?? $"siret={siret}"}")).Body["items"]!
                .AsArray()
                .Select(i => i!["id"]!.GetValue<Guid>());

        (await Found(platform)).ShouldBeEmpty("whose client an establishment is, is told to those whom it grants something");
        var body = Body().Replace($"{Platform}", $"{person}", StringComparison.Ordinal);
        var granted = await establishment.Post($"/v1/establishments/{id}/platform-grants", body, 201);
        (await Found(platform)).ShouldBe([id]);
        (await Found(platform, "siret=80000000210016")).ShouldBeEmpty();
        (await Found(platform, "finess=380000125")).ShouldBeEmpty();
        (await Found(service.As(Roles.Platform, Guid.CreateVersion7()))).ShouldBeEmpty();
        await establishment.Post($"{granted.Location}/revoke", "{}", 200);
        (await Found(platform)).ShouldBeEmpty();
    }

    [Fact]
    public async Task nobody_grants_or_takes_back_for_another()
    {
        var (id, establishment) = await Establishment();
        var (_, other) = await Establishment();
        var grants = $"/v1/establishments/{id}/platform-grants";
        await other.Post(grants, Body(), 404);
        await service.As(Roles.Practice).Post(grants, Body(), 403);
        await establishment.Post(grants, Body("sessions:read"), 400);
        var granted = await establishment.Post(grants, Body(), 201);
        await other.Post($"{granted.Location}/revoke", "{}", 404);
        await service.As(Roles.Practice).Post($"{granted.Location}/revoke", "{}", 403);
        await other.Get(granted.Location, 404);
        await service.As(Roles.Platform, Guid.CreateVersion7()).Get(granted.Location, 404);
        (await other.Get("/v1/platform-grants")).Body["items"]!.AsArray().ShouldBeEmpty();
        (await establishment.Get(granted.Location)).ETag.ShouldBe("\"1\"");
    }
}
