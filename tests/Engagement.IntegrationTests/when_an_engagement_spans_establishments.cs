using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>A managers' group spans establishments of one practice; none of them sees which others there are.</summary>
public class when_an_engagement_spans_establishments(EngagementFixture service)
{
    [Fact]
    public async Task neither_establishment_sees_the_other()
    {
        var journey = await new Journey(service).ToDesigning();
        var other = await service
            .As(Roles.Practice)
            .Post("/v1/establishments", $$"""{"name":"MECS La Clairière","siret":"{{Given.NewSiret()}}","sector":"social"}""", 201);
        var stranger = await service
            .As(Roles.Practice)
            .Post("/v1/establishments", $$"""{"name":"Autre maison","siret":"{{Given.NewSiret()}}","sector":"health"}""", 201);
        await journey.Change(journey.Practice, journey.EngagementPath, "establishments", $$"""{"establishment":"{{other.Id}}"}""");
        await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", Journey.Dispositif("managers"));
        await journey.Change(journey.Asker, journey.EngagementPath, "dispositif/agree", "{}");
        var group = await journey.Practice.Post($"{journey.EngagementPath}/groups", """{"label":"Cadres"}""", 201);
        foreach (var institution in (Guid[])[journey.Establishment, other.Id])
        {
            await journey.Practice.Post(
                $"{group.Location}/members",
                $$"""{"displayName":"Camille","institution":"{{institution}}"}""",
                200
            );
        }

        // The practice, which leads it, sees both.
        var whole = (await journey.Practice.Get(journey.EngagementPath)).Body.ToJsonString();
        whole.ShouldContain($"{journey.Establishment}");
        whole.ShouldContain($"{other.Id}");

        var joined = service.As(Roles.Establishment, Given.Id(902), establishment: other.Id);
        await SeesItselfAlone(journey, journey.Asker, journey.Establishment, other.Id);
        await SeesItselfAlone(journey, joined, other.Id, journey.Establishment);
        await joined.Get($"/v1/requests/{journey.Request}", 404);
        await service.As(Roles.Establishment, Given.Id(903), establishment: stranger.Id).Get(journey.EngagementPath, 404);
    }

    private static async Task SeesItselfAlone(Journey journey, Speaker speaker, Guid own, Guid other)
    {
        var one = (await speaker.Get(journey.EngagementPath)).Body.ToJsonString();
        one.ShouldContain($"{own}");
        one.ShouldNotContain($"{other}");
        var all = (await speaker.Get("/v1/engagements")).Body;
        all["items"]!.AsArray().Select(e => e!["id"]!.GetValue<Guid>()).ShouldContain(journey.Engagement);
        all.ToJsonString().ShouldNotContain($"{other}");
        await speaker.Get($"/v1/establishments/{other}", 404);
        await speaker.Get($"/v1/groups/{Given.Id(1)}/identities", 403);
    }
}
