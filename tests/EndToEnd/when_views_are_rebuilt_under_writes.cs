using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Marten;
using Npgsql;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Views are rebuilt while nodes live and commands come: nothing is away for a moment, and nothing is lost.</summary>
[Long("rebuild_while_writing")]
[Collection(typeof(TheSystem))]
public class when_views_are_rebuilt_under_writes(SystemFixture system)
{
    private const int Writers = 6;
    private const int Before = 60;

    [Fact]
    public async Task the_tool_that_would_empty_them_is_refused()
    {
        var (said, status, written) = await UnderWrites("cabinet-vide", _ => Task.CompletedTask, "projections", "rebuild");
        status.ShouldNotBe(0, said);
        said.ShouldContain("rebuild");
        await ShouldBeTheirFacts("cabinet-vide", written);
    }

    [Fact]
    public async Task the_services_own_command_mends_them()
    {
        var (said, status, written) = await UnderWrites(
            "cabinet-repris",
            async ids =>
            {
                await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
                await using var damage = owner.CreateCommand(
                    """
                    update engagement.mt_doc_establishment set data = jsonb_set(data, '{name}', '"Un autre"') where id = any($1);
                    """
                );
                damage.Parameters.Add(new() { Value = ids.Take(10).ToArray() });
                (await damage.ExecuteNonQueryAsync()).ShouldBe(10);
                await using var lose = owner.CreateCommand("delete from engagement.mt_doc_establishment where id = any($1)");
                lose.Parameters.Add(new() { Value = ids.Skip(10).Take(10).ToArray() });
                (await lose.ExecuteNonQueryAsync()).ShouldBe(10);
            },
            "rebuild"
        );
        status.ShouldBe(0, said);
        // The services' own watch mends too, and may have come first.
        said.ShouldMatch("[0-9]+ written anew");
        await ShouldBeTheirFacts("cabinet-repris", written);
    }

    [Fact]
    public async Task what_the_daemon_writes_is_mended_beside_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var before = await Documents(owner);
        await using (
            var damage = owner.CreateCommand(
                """
                delete from reporting.mt_doc_publicevent where ctid in (select ctid from reporting.mt_doc_publicevent limit 5);
                delete from reporting.mt_doc_group_evolution where ctid in (select ctid from reporting.mt_doc_group_evolution limit 1)
                """
            )
        )
        {
            await damage.ExecuteNonQueryAsync(cancel);
        }

        var (said, status) = await Run("reporting", "rebuild");
        status.ShouldBe(0, said);
        (await Documents(owner)).ShouldBe(before);
    }

    private static async Task<List<string>> Documents(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand(
            """
            select id || ' ' || data from reporting.mt_doc_publicevent union all
            select id || ' ' || data from reporting.mt_doc_group_evolution order by 1
            """
        );
        var documents = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            documents.Add(reader.GetString(0));
        }

        return documents;
    }

    // What was written is read at once, all the while; it is never away.
    private async Task<(string Said, int Status, IReadOnlyList<Guid> Written)> UnderWrites(
        string tenant,
        Func<IReadOnlyList<Guid>, Task> damage,
        params string[] command
    )
    {
        using var end = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var practice = new Actor(tenant, Roles.Practice, Guid.NewGuid());
        var written = new ConcurrentQueue<Guid>();
        var wrong = new ConcurrentQueue<int>();
        var writers = Enumerable.Range(0, Writers).Select(_ => Write(http, practice, written, wrong, end.Token)).ToList();
        await SystemFixture.Until(() => Task.FromResult(written.Count > Before), "there is something to rebuild");
        await damage([.. written.Take(Before)]);
        var (said, status) = await Run("engagement", command);
        var enough = written.Count + Before;
        await SystemFixture.Until(() => Task.FromResult(written.Count > enough || wrong.Count > enough), "writing goes on");
        await end.CancelAsync();
        await Task.WhenAll(writers);
        TestContext.Current.SendDiagnosticMessage($"{written.Count} written, {wrong.Count} wrong answers");
        wrong.ShouldBeEmpty($"{wrong.Count} wrong answers beside {written.Count} writes");
        return (said, status, [.. written]);
    }

    private async Task Write(
        HttpClient http,
        Actor practice,
        ConcurrentQueue<Guid> written,
        ConcurrentQueue<int> wrong,
        CancellationToken end
    )
    {
        var token = new AuthenticationHeaderValue("Bearer", system.Host.Mint.For(practice));
        while (!end.IsCancellationRequested)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/establishments")
            {
                Content = new StringContent(
                    $$"""{"name":"IME Les Tilleuls","siret":"{{Given.NewSiret()}}","sector":"medico-social"}""",
                    Encoding.UTF8,
                    "application/json"
                ),
            };
            request.Headers.Authorization = token;
            using var made = await http.SendAsync(request, TestContext.Current.CancellationToken);
            if ((int)made.StatusCode != 201)
            {
                wrong.Enqueue((int)made.StatusCode);
                continue;
            }

            using var again = new HttpRequestMessage(HttpMethod.Get, made.Headers.Location);
            again.Headers.Authorization = token;
            using var read = await http.SendAsync(again, TestContext.Current.CancellationToken);
            if ((int)read.StatusCode != 200)
            {
                wrong.Enqueue((int)read.StatusCode);
            }

            var body = await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            written.Enqueue(JsonNode.Parse(body)!["id"]!.GetValue<Guid>());
        }
    }

    private async Task ShouldBeTheirFacts(string tenant, IReadOnlyList<Guid> written)
    {
        var service = OfflineFold.Services.Single(s => s.Name == "engagement");
        await using var store = OfflineFold.Open(system.Host.Cluster, service);
        await using var session = store.QuerySession(tenant);
        var kept = await session.LoadManyAsync<Establishment>(TestContext.Current.CancellationToken, [.. written]);
        kept.Count.ShouldBe(written.Count);
        foreach (var establishment in kept)
        {
            var folded = await session.Events.AggregateStreamAsync<Establishment>(
                establishment.Id,
                token: TestContext.Current.CancellationToken
            );
            Canonical.Digest(establishment).ShouldBe(Canonical.Digest(folded!));
        }
    }

    private async Task<(string Said, int Status)> Run(string service, params string[] command)
    {
        var (exit, said, errors) = await OperatorsScript.Run(system.Host, service, command);
        return (said + errors, exit);
    }
}
