using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using PracticeAnalysis.Gateway;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.EndToEnd;

public class when_the_gateway_routes(SystemFixture system)
{
    public static TheoryData<string> Services => [.. ServiceRoutes.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task every_path_of_a_service_reaches_that_service(string service)
    {
        var (status, document) = await system.Ask(
            new(Local.Demonstration.Tenant, Roles.Practice, Guid.NewGuid()),
            $"/openapi/{service}.json"
        );
        status.ShouldBe(200);
        var paths = document!["paths"]!.AsObject().Select(p => p.Key).ToList();
        paths.Count.ShouldBeGreaterThan(5);
        paths.Where(path => ServiceOf(path) != service).ShouldBeEmpty();
    }

    private static string? ServiceOf(string path) =>
        ServiceRoutes.Routes.OrderBy(r => r.Order).FirstOrDefault(r => Matches(r.Match.Path!, path))?.ClusterId;

    private static bool Matches(string template, string path) =>
        new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(new PathString(path), []);
}
