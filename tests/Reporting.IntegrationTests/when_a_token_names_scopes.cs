using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_a_token_names_scopes(ReportingFixture service)
{
    private Speaker With(Journey journey, params string[] scopes) =>
        new(service.Host, service.Mint.For(new("cabinet", Roles.Facilitator, journey.FacilitatorId), scopes));

    [Fact]
    public async Task it_may_do_those_alone_whatever_its_role_may()
    {
        var journey = await new Journey(service).ToHeld();
        var bilans = $"/v1/groups/{journey.Group}/bilans";
        await With(journey, "bilans:read").Get(bilans);
        await With(journey, "bilans:read").Get(journey.EvolutionPath, 403);
        await With(journey, "history:read").Get(bilans, 403);
        await With(journey, "bilans:read").Post(bilans, Journey.Draft(), 403);
        await With(journey, "bilans:read", "bilans:write").Post(bilans, Journey.Draft(), 201);
    }

    [Fact]
    public async Task the_reference_names_the_scope_of_each_operation()
    {
        var document = (await service.As(Roles.Practice).Get("/openapi/reporting.json")).Body;
        document["components"]!["securitySchemes"]!["bearer"]!["scheme"]!.ToString().ShouldBe("bearer");
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).ToList();
        operations.ShouldAllBe(o => o.Value!["security"]![0]!["bearer"]!.AsArray().Count == 1);
        document["paths"]!["/v1/establishments/{id}/indicators"]!["get"]!["security"]!
            .ToJsonString()
            .ShouldBe("""[{"bearer":["indicators:read"]}]""");
    }
}
