using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The store that a release holds is restored by <c>deploy/restore</c>, and the services of today read it: figures, texts, and what was signed.</summary>
[Long("released_store")]
public sealed class when_a_releases_store_is_restored : IDisposable
{
    private readonly string _released = Directory.CreateTempSubdirectory("practice-analysis-release-").FullName;
    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-store-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_released, recursive: true);
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task the_services_of_today_read_it()
    {
        Machine.Wants("pg_dump", "postgresql");
        var said = await OperatorsScript.Run(new(Path.Combine(Repository.Root, "deploy/release"), ["--store", "--out", _released]));
        var archive = Directory.GetFiles(_released, "store-*.tar.gz").ShouldHaveSingleItem(said);
        (await OperatorsScript.Run(new("tar", ["-xzf", archive, "-C", _directory]))).ShouldBeEmpty();

        await using (var cluster = await PrivateCluster.Start(_directory, Cancel))
        {
            await Databases.Prepare(cluster, Cancel);
            var (erasures, dump) = (Path.Combine(_directory, "erasures"), Path.Combine(_directory, "practice.dump"));
            (await OperatorsScript.Run("restore", cluster, erasures, dump, "--replace")).ShouldContain("Restored.");
        }

        await using var host = await LocalHost.Start(_directory, PrivateCluster.FreePort(), _ => { }, Cancel);
        using var http = new HttpClient { BaseAddress = host.Gateway };
        var practice = new Actor(Local.Demonstration.Tenant, Roles.Practice, Guid.NewGuid());
        var engagements = (await Read("/v1/engagements"))["items"]!.AsArray();
        engagements.Count.ShouldBe(9);
        foreach (var engagement in engagements)
        {
            // What was said is read by the master key of the store.
            $"{(await Read($"/v1/requests/{engagement!["request"]}"))["asked"]}".ShouldNotBeEmpty();
        }

        var quarter = new Calendar(TimeProvider.System).ClosedQuarters(1)[0];
        (await Read($"/v1/roll-ups/practice/all/indicators?period={quarter}"))["cells"]!.AsArray().ShouldNotBeEmpty();

        // The ledger goes on from what was signed.
        var before = await Read("/v1/proof/keys");
        using var sign = new HttpRequestMessage(HttpMethod.Post, "/v1/proof/checkpoints")
        {
            Content = new StringContent("{}", null, "application/json"),
        };
        sign.Headers.Authorization = Of(practice with { Role = Roles.Operator });
        using var signed = await http.SendAsync(sign, Cancel);
        ((int)signed.StatusCode).ShouldBe(200, await signed.Content.ReadAsStringAsync(Cancel));
        (await Read("/v1/proof/keys"))["keys"]![0]!["firstSize"]!.ToString().ShouldBe(before["keys"]![0]!["firstSize"]!.ToString());

        AuthenticationHeaderValue Of(Actor who) => new("Bearer", host.Mint.For(who));

        async Task<JsonNode> Read(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = Of(practice);
            using var answer = await http.SendAsync(request, Cancel);
            var body = await answer.Content.ReadAsStringAsync(Cancel);
            ((int)answer.StatusCode).ShouldBe(200, $"{path}: {body}");
            return JsonNode.Parse(body)!;
        }
    }
}
