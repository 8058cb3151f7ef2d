using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using PracticeAnalysis.Gateway;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

[Collection(typeof(TheSystem))]
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

    [Theory]
    [InlineData("Idempotency-Key", 400)]
    [InlineData("X-Anything", 201)]
    public async Task a_header_that_is_not_ascii_is_passed_on_as_it_came(string header, int expected)
    {
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(system.Host.Gateway, "/v1/establishments"));
        request.Headers.Authorization = new("Bearer", system.Host.Mint.For(new("cabinet-des-entetes", Roles.Practice, Guid.NewGuid())));
        request.Headers.TryAddWithoutValidation(header, "clé-née");
        request.Content = new StringContent(
            """{"name":"IME Les Tilleuls","siret":"73282932000074","sector":"medico-social"}""",
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string? ServiceOf(string path) =>
        ServiceRoutes.Routes.OrderBy(r => r.Order).FirstOrDefault(r => Matches(r.Match.Path!, path))?.ClusterId;

    private static bool Matches(string template, string path) =>
        new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(new PathString(path), []);
}
