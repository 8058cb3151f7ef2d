using System.Diagnostics;
using System.Text.Json.Nodes;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A sandbox begins anew within seconds: what was written in it is reached no more, its fixed seed stands again under the same ids, nobody else
/// notices, another practice with its own sandbox neither, and what was written stays provable.</summary>
[Long("sandbox")]
[Collection(typeof(TheSystem))]
public class when_the_sandbox_is_reset(SystemFixture system)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

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
        await using var sandbox = system.LoadSandbox(spare: true);
        var first = await sandbox.Reset(Practice);
        var seeded = sandbox.Loaded;
        var elsewhere = await List(system.One(Roles.Practice), "/v1/establishments");

        var id = await Write(Practice);
        (await List(Practice, "/v1/establishments")).ShouldContain(id);
        var key = await Key(Practice, "registry:read");
        (await With(key, "/v1/establishments")).Status.ShouldBe(200);

        await sandbox.Spare();
        var again = sandbox.Loaded;
        await ResetsSoon(sandbox, Practice, seeded);
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
        (await With(key, "/v1/establishments")).Status.ShouldBe(403);
        (await system.Ask(Practice with { Tenant = $"sandbox.{first}" }, "/v1/establishments")).Status.ShouldBe(403);

        (await List(system.One(Roles.Practice), "/v1/establishments")).ShouldBe(elsewhere);

        using var auditor = new when_an_auditor_verifies(system);
        await auditor.FindsThatItHolds();
    }

    [Fact]
    public async Task each_practice_has_its_own_and_reaches_no_other()
    {
        var (one, other) = (system.One(Roles.Practice), new Actor("cabinet-voisin", Roles.Practice, Guid.NewGuid()));
        var (own, others) = (InSandboxOf(one), InSandboxOf(other));
        var real = await List(one, "/v1/establishments");
        (await system.Ask(other, "/v1/sandbox")).Status.ShouldBe(404);
        var (refused, problem) = await system.Ask(others, "/v1/establishments");
        refused.ShouldBe(403);
        problem!["detail"]!.GetValue<string>().ShouldBe("The practice has not asked for a sandbox of its own yet.");

        await using var sandbox = system.LoadSandbox(spare: true);
        await sandbox.Reset(one);
        await sandbox.Reset(other);
        (await system.Ask(one, "/v1/sandbox")).Body!["tenant"]!.GetValue<string>().ShouldBe(own.Tenant);
        (await system.Ask(own, "/v1/sandbox")).Body!["tenant"]!.GetValue<string>().ShouldBe(own.Tenant);
        var seeded = sandbox.Loaded;
        foreach (var who in (Actor[])[own, others])
        {
            (await List(who, "/v1/establishments")).ShouldBe(seeded.Establishments, ignoreOrder: true);
            (await List(who, "/v1/engagements")).ShouldBe(seeded.Engagements, ignoreOrder: true);
            var member = seeded.Actors.Single(a => a.Role == Roles.Member) with { Tenant = who.Tenant };
            (await system.Ask(member, $"/v1/sessions/{seeded.Session}")).Status.ShouldBe(200);
        }

        var (written, writtenThere) = (await Write(own), await Write(others));
        (await system.Ask(own, $"/v1/establishments/{writtenThere}")).Status.ShouldBe(404);
        (await system.Ask(others, $"/v1/establishments/{written}")).Status.ShouldBe(404);
        (await system.Ask(one, $"/v1/establishments/{written}")).Status.ShouldBe(404);

        await sandbox.Spare();
        var generation = await ResetsSoon(sandbox, one, seeded, own);
        (await system.Ask(own, $"/v1/establishments/{written}")).Status.ShouldBe(404);
        (await system.Ask(others, $"/v1/establishments/{writtenThere}")).Status.ShouldBe(200);
        (await List(one, "/v1/establishments")).ShouldBe(real);

        // Without a spare that stands it takes what is being loaded, and waits; until then it is not reset again.
        var (status, again) = await system.Ask(own, "/v1/sandbox/reset", "{}");
        (status, again!["state"]!.GetValue<string>()).ShouldBe((202, "loading"));
        again["generation"]!.GetValue<int>().ShouldBeGreaterThan(generation);
        (await system.Ask(one, "/v1/sandbox/reset", "{}")).Status.ShouldBe(409);
        await sandbox.Ready(one);
        (await List(own, "/v1/establishments")).ShouldBe(seeded.Establishments, ignoreOrder: true);

        // Nobody but their loader is shown whose they are.
        foreach (var who in (Actor[])[one, own, Practice])
        {
            (await system.Ask(who, "/v1/sandbox/generations")).Status.ShouldBe(404);
        }

        (await system.Ask(own with { Tenant = SandboxTenant.Of(generation) }, "/v1/establishments")).Status.ShouldBe(403);
        (await system.Ask(Local.Sandbox.Loader, "/v1/establishments")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task a_practices_key_reads_of_the_practices_own_and_stays_in_the_practice()
    {
        var practice = new Actor("cabinet-a-clef", Roles.Practice, Guid.NewGuid());
        var key = await Key(practice, "access:read", "registry:read");
        await SystemFixture.Until(async () => (await With(key, "/v1/sandbox")).Status == 404, "the key is known, and nobody has asked yet");
        (await With(key, "/v1/sandbox/reset", "{}")).Status.ShouldBe(403, "no key may");
        var (status, begun) = await system.Ask(practice, "/v1/sandbox/reset", "{}");
        (status, $"{begun!["tenant"]}").ShouldBe((202, InSandboxOf(practice).Tenant));
        var read = (await With(key, "/v1/sandbox")).Body;
        ($"{read["tenant"]}", $"{read["generation"]}").ShouldBe(($"{begun["tenant"]}", $"{begun["generation"]}"));

        var written = await Write(practice);
        Ids((await With(key, "/v1/establishments")).Body).ShouldBe([written]);
        (await With(await Key(practice, "registry:read"), "/v1/sandbox")).Status.ShouldBe(403, "the scope is lacking");
    }

    private static Actor InSandboxOf(Actor practice) => practice with { Tenant = SandboxTenant.OfPractice(practice.Tenant)! };

    // From the reset to the first read of the seed in what is new.
    private async Task<int> ResetsSoon(LoadsSandbox sandbox, Actor practice, DemonstrationResult seeded, Actor? within = null)
    {
        var watch = Stopwatch.StartNew();
        var generation = await sandbox.Reset(practice);
        var read = await List(within ?? practice, "/v1/establishments");
        var took = watch.Elapsed;
        read.ShouldBe(seeded.Establishments, ignoreOrder: true);
        Observed.Tell($"a reset took {took.TotalSeconds:F1} s to the first read");
        took.ShouldBeLessThan(Within);
        return generation;
    }

    private async Task<Guid> Write(Actor practice)
    {
        var (status, written) = await system.Ask(
            practice,
            "/v1/establishments",
            """{"name":"Écrit dans le bac","siret":"55210055400013","sector":"social"}"""
        );
        status.ShouldBe(201);
        return written!["id"]!.GetValue<Guid>();
    }

    // A key of a practice; of one in the sandbox it belongs to the generation that it was issued in.
    private async Task<string> Key(Actor practice, params string[] scopes)
    {
        var wanted = $"""["{string.Join("\",\"", scopes)}"]""";
        var (status, issued) = await system.Ask(
            practice,
            "/v1/api-keys",
            $$"""
            {"label":"Essai","role":"practice","scopes":{{wanted}},"expiresAt":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}
            """
        );
        status.ShouldBe(201, $"{issued}");
        return issued!["key"]!.GetValue<string>();
    }

    private async Task<(int Status, JsonNode Body)> With(string key, string path, string? body = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(system.Host.Gateway, path));
        request.Content = body is null ? null : new StringContent(body, null, "application/json");
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
