using System.Net.Http.Headers;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Membership, API keys and grants, over the three services.</summary>
[Collection(typeof(TheSystem))]
public class when_access_is_given_and_taken_back(SystemFixture system)
{
    private static readonly HttpClient Http = new();

    private Actor Practice => system.Demonstration.Actors.Single(a => a.Role == Roles.Practice);

    private Actor Establishment => system.Demonstration.Actors.Single(a => a.Role == Roles.Establishment);

    [Fact]
    public async Task who_is_in_a_group_is_known_from_its_stream_whatever_a_token_says()
    {
        var practice = new Actor("cabinet-acces", Roles.Practice, Guid.NewGuid());
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        var stage = new Stage(api, new(TimeProvider.System), practice);
        var told = Stories.Read();
        await stage.Register(told.Establishments);
        var story = told.Engagements.Single(s => s.Key == "circle-8");
        var (cast, _) = await new Founding(stage, story).Lead();
        await new Meeting(stage, story, story.Sessions[0], cast).Hold();

        var member = cast.Members[0];
        string[] paths =
        [
            $"/v1/groups/{cast.Group}",
            $"/v1/groups/{cast.Group}?version=4",
            $"/v1/engagements/{cast.Engagement}",
            $"/v1/groups/{cast.Group}/situations",
            $"/v1/groups/{cast.Group}/parts",
            $"/v1/groups/{cast.Group}/evolution",
        ];
        var stranger = Claiming(member with { Person = Guid.NewGuid() }, cast);
        foreach (var path in paths)
        {
            await SystemFixture.Until(async () => (await system.Ask(member, path)).Status == 200, path);
            (await Get(stranger, path)).ShouldBe(404, path);
        }

        // The token says what it said; the stream says that they left.
        var (left, _) = await system.Ask(
            member,
            $"/v1/groups/{cast.Group}/leave",
            $$"""{"person":"{{member.Person}}","reason":"Changement de service."}"""
        );
        left.ShouldBe(200);
        foreach (var path in paths[..3])
        {
            (await Get(Claiming(member, cast), path)).ShouldBe(404, path);
        }

        foreach (var path in paths[3..])
        {
            await SystemFixture.Until(async () => await Get(Claiming(member, cast), path) == 404, path);
        }
    }

    [Fact]
    public async Task a_key_opens_the_three_services_until_it_is_revoked()
    {
        string[] paths =
        [
            $"/v1/groups/{system.Demonstration.Groups[0]}",
            "/v1/protocol-templates",
            $"/v1/bilans/{system.Demonstration.FinalBilan}",
        ];
        var (status, issued) = await system.Ask(
            Practice,
            "/v1/api-keys",
            $$"""
            {"label":"Tableau de bord","role":"practice","scopes":["engagements:read","frames:read","bilans:read"],
             "expiresAt":"{{DateTimeOffset.UtcNow.AddDays(30):O}}"}
            """
        );
        status.ShouldBe(201);
        var key = issued!["key"]!.GetValue<string>();
        foreach (var path in paths)
        {
            await SystemFixture.Until(async () => await Get(key, path) == 200, path);
        }

        (await Get(key, $"/v1/groups/{system.Demonstration.Groups[0]}/evolution")).ShouldBe(403);
        await SystemFixture.Until(
            async () => (await system.Ask(Practice, $"/v1/api-keys/{issued["id"]}")).Body!["lastUsedAt"] is not null,
            "its last use"
        );

        (await system.Ask(Practice, $"/v1/api-keys/{issued["id"]}/revoke", "{}")).Status.ShouldBe(200);
        (await Get(key, paths[0])).ShouldBe(401);
        foreach (var path in paths)
        {
            await SystemFixture.Until(async () => await Get(key, path) == 401, path);
        }
    }

    [Fact]
    public async Task a_platform_reads_while_the_establishment_lets_it()
    {
        var platform = new Actor(Practice.Tenant, Roles.Platform, Guid.NewGuid());
        var establishment = Establishment.Establishment!.Value;
        var indicators = $"/v1/establishments/{establishment}/indicators?period={system.Demonstration.Quarter}";
        (await system.Ask(platform, indicators)).Status.ShouldBe(404);
        var (status, granted) = await system.Ask(
            Establishment,
            $"/v1/establishments/{establishment}/platform-grants",
            $$"""{"platform":"{{platform.Person}}","scopes":["indicators:read"],"until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}"""
        );
        status.ShouldBe(201);
        await SystemFixture.Until(async () => (await system.Ask(platform, indicators)).Status == 200, "the grant");
        (await system.Ask(Establishment, $"/v1/platform-grants/{granted!["id"]}/revoke", "{}")).Status.ShouldBe(200);
        await SystemFixture.Until(async () => (await system.Ask(platform, indicators)).Status == 404, "the revocation");
    }

    [Fact]
    public async Task what_is_disclosed_ends_with_the_grant_of_who_reads_it_and_the_group_is_told_when_it_is_asked()
    {
        var auditor = new Actor(Practice.Tenant, Roles.Auditor, Guid.NewGuid());
        var facilitator = system.Demonstration.Actors.First(a => a.Role == Roles.Facilitator);
        var member = system.Demonstration.Actors.First(a => a.Role == Roles.Member);
        var asking = $"/v1/sessions/{system.Demonstration.Session}/disclosures";
        const string order = """{"basis":"judicial-order","reference":"TJ Grenoble, 26/0042"}""";
        (await system.Ask(auditor, asking, order)).Status.ShouldBe(404, "nobody granted this auditor anything");

        var grant = $$"""{"auditor":"{{auditor.Person}}","purpose":"legal-obligation","until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}""";
        var granted = (await system.Ask(Practice, "/v1/audit-grants", grant)).Body!["id"]!.GetValue<Guid>();
        var asked = Guid.Empty;
        await SystemFixture.Until(
            async () =>
                (await system.Ask(auditor, asking, order)) is (201, { } body) && (asked = body["id"]!.GetValue<Guid>()) != Guid.Empty,
            "Session knows of the grant"
        );
        foreach (var told in (Actor[])[facilitator, member])
        {
            await SystemFixture.Until(
                async () =>
                    (await system.Ask(told, "/v1/events?type=disclosure.requested")).Body!["items"]!
                        .AsArray()
                        .Any(e => e!["subject"]!.GetValue<string>() == $"/v1/disclosures/{asked}"),
                $"the {told.Role} is told"
            );
        }

        (await system.Ask(auditor, $"/v1/disclosures/{asked}/narratives")).Status.ShouldBe(404);
        (await system.Ask(Practice, $"/v1/disclosures/{asked}/agree", "{}")).Status.ShouldBe(200);
        (await system.Ask(facilitator, $"/v1/disclosures/{asked}/agree", "{}")).Status.ShouldBe(200);
        (await system.Ask(auditor, $"/v1/disclosures/{asked}/narratives")).Status.ShouldBe(200);

        (await system.Ask(Practice, $"/v1/audit-grants/{granted}/revoke", "{}")).Status.ShouldBe(200);
        // Until Session is told, it is read once more by each look.
        var readings = 1;
        await SystemFixture.Until(
            async () =>
            {
                var status = (await system.Ask(auditor, $"/v1/disclosures/{asked}/narratives")).Status;
                readings += status == 200 ? 1 : 0;
                return status == 404;
            },
            "what was disclosed ends"
        );
        var seen = (await system.Ask(member, $"/v1/disclosures/{asked}")).Body!;
        seen["state"]!.GetValue<string>().ShouldBe("ended");
        seen["readings"]!.AsArray().Count.ShouldBe(readings);
        (await system.Ask(auditor, asking, order)).Status.ShouldBe(404);
    }

    private string Claiming(Actor actor, Cast cast) => system.Host.Mint.Claiming(actor, cast.Group, cast.Engagement);

    private async Task<int> Get(string bearer, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(system.Host.Gateway, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
