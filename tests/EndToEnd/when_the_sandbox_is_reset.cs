using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The sandbox begins anew: what was written in it is reached no more, its fixed seed stands again under the same ids, nobody else notices, and
/// what was written stays provable.</summary>
[Long("sandbox")]
[Collection(typeof(TheSystem))]
public class when_the_sandbox_is_reset(SystemFixture system)
{
    private static readonly Actor Practice = Local.Sandbox.Practice;

    private static IEnumerable<Guid> Ids(JsonNode? list) => list!["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>());

    private async Task<IReadOnlyList<Guid>> List(Actor actor, string path)
    {
        var (status, list) = await system.Ask(actor, path);
        status.ShouldBe(200, path);
        return [.. Ids(list)];
    }

    [Fact]
    public async Task what_was_written_is_gone_the_seed_is_there_again_and_everything_is_provable()
    {
        await using var sandbox = system.LoadSandbox();
        var first = await sandbox.Reset();
        var seeded = sandbox.Loaded;
        var elsewhere = await List(system.One(Roles.Practice), "/v1/establishments");

        var (status, written) = await system.Ask(
            Practice,
            "/v1/establishments",
            """{"name":"Écrit dans le bac","siret":"55210055400013","sector":"social"}"""
        );
        status.ShouldBe(201);
        var id = written!["id"]!.GetValue<Guid>();
        (await List(Practice, "/v1/establishments")).ShouldContain(id);
        var key = await Key();
        (await Status(key)).ShouldBe(200);

        (await sandbox.Reset()).ShouldBe(first + 1);
        var again = sandbox.Loaded;
        (await List(Practice, "/v1/establishments")).ShouldBe(seeded.Establishments, ignoreOrder: true);
        (await List(Practice, "/v1/engagements")).ShouldBe(seeded.Engagements, ignoreOrder: true);
        (await system.Ask(Practice, $"/v1/establishments?siret=55210055400013")).Body!["items"]!.AsArray().ShouldBeEmpty();

        // The same ids and persons: a token of the generation before reads in this one.
        again.Establishments.ShouldBe(seeded.Establishments);
        again.Engagements.ShouldBe(seeded.Engagements);
        again.Groups.ShouldBe(seeded.Groups);
        (again.Session, again.FinalBilan).ShouldBe((seeded.Session, seeded.FinalBilan));
        again.Actors.ShouldBe(seeded.Actors);
        var establishment = seeded.Actors.Single(a => a.Role == Roles.Establishment);
        var indicators = $"/v1/establishments/{establishment.Establishment}/indicators?period={seeded.Quarter}";
        (await system.Ask(establishment, indicators)).Body!["cells"]!.AsArray().ShouldNotBeEmpty();
        var member = seeded.Actors.Single(a => a.Role == Roles.Member);
        (await system.Ask(member, $"/v1/sessions/{seeded.Session}")).Status.ShouldBe(200);

        // The generation before: nobody's.
        (await Status(key)).ShouldBe(403);
        (await system.Ask(Practice with { Tenant = $"sandbox.{first}" }, "/v1/establishments")).Status.ShouldBe(403);

        (await List(system.One(Roles.Practice), "/v1/establishments")).ShouldBe(elsewhere);
        (await system.Ask(system.One(Roles.Practice), "/v1/sandbox")).Status.ShouldBe(404);
        (await system.Ask(system.One(Roles.Practice), "/v1/sandbox/reset", "{}")).Status.ShouldBe(404);

        using var auditor = new when_an_auditor_verifies(system);
        await auditor.FindsThatItHolds();
    }

    // A key of the sandbox's practice, which belongs to the generation that it was issued in.
    private async Task<string> Key()
    {
        var (status, issued) = await system.Ask(
            Practice,
            "/v1/api-keys",
            $$"""
            {"label":"Essai","role":"practice","scopes":["registry:read"],"expiresAt":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}
            """
        );
        status.ShouldBe(201);
        return issued!["key"]!.GetValue<string>();
    }

    private async Task<int> Status(string key)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(system.Host.Gateway, "/v1/establishments"));
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
