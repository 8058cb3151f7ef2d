using System.Net.Http.Headers;
using System.Text;
using Npgsql;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A service is killed while it takes commands: some were committed and never answered. Sent again with their keys, each happened
/// once, and is answered alike ever after.</summary>
[Collection(typeof(TheSystem))]
public class when_a_service_dies_under_commands(SystemFixture system)
{
    private const int Commands = 40;
    private const string Tenant = "cabinet-interrompu";

    [Fact]
    public async Task each_sent_again_with_its_key_happened_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var practice = new Actor(Tenant, Roles.Practice, Guid.NewGuid());
        var keys = Enumerable.Range(0, Commands).Select(_ => Guid.NewGuid().ToString()).ToList();

        var before = keys.Select(key => Register(http, practice, key)).ToList();
        await SystemFixture.Until(async () => await Registered(owner) > 0, "a first command is committed");
        await using var down = await system.Host.Kill("engagement");
        await Task.WhenAll(before);
        await system.Host.Restart("engagement", cancel);

        var again = new List<(int Status, string Body)>();
        var third = new List<(int Status, string Body)>();
        foreach (var key in keys)
        {
            again.Add(await Register(http, practice, key));
            third.Add(await Register(http, practice, key));
        }

        again.ShouldAllBe(a => a.Status == 201);
        third.ShouldBe(again);
        (await Registered(owner)).ShouldBe(Commands);
        foreach (var (answered, now) in before.Select(b => b.Result).Zip(again).Where(p => p.First.Status == 201))
        {
            now.ShouldBe(answered);
        }
    }

    private async Task<(int Status, string Body)> Register(HttpClient http, Actor practice, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/establishments")
        {
            Content = new StringContent(
                $$"""{"name":"IME Les Tilleuls","siret":"{{Given.Siret(Convert.ToInt32(key[..7], 16))}}","sector":"medico-social"}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", system.Host.Mint.For(practice));
        request.Headers.Add(Idempotency.Header, key);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<long> Registered(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand(
            $"select count(*) from engagement.mt_events where tenant_id = '{Tenant}' and type = 'establishment_registered'"
        );
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
