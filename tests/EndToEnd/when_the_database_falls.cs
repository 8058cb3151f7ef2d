using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Npgsql;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The database falls again and again under commands, as by a loss of power: no message is given up, whatever was acknowledged is
/// told once, and everything goes on by itself.</summary>
[Long("database_falls")]
[Collection(typeof(TheSystem))]
public class when_the_database_falls(SystemFixture system)
{
    private const string Tenant = "cabinet-coupe";
    private const int Falls = 8;
    private const int Writers = 12;
    private const int Between = 60;

    private PrivateCluster Cluster => system.Host.Cluster;

    [Fact]
    public async Task nothing_is_given_up_and_everything_goes_on()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var owner = NpgsqlDataSource.Create(Cluster.ConnectionString("owner") + ";Pooling=false");
        var before = await DeadLetters(owner);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var practice = new Actor(Tenant, Roles.Practice, Guid.NewGuid());
        var acknowledged = new ConcurrentQueue<string>();
        var answers = new ConcurrentDictionary<int, int>();
        var writers = Enumerable.Range(0, Writers).Select(_ => Write(http, practice, acknowledged, answers, end.Token)).ToList();
        for (var fall = 0; fall < Falls; fall++)
        {
            var reached = acknowledged.Count + Between;
            await SystemFixture.Until(() => Task.FromResult(acknowledged.Count >= reached), "commands are taken");
            var away = answers.GetValueOrDefault(503);
            await Cluster.DisposeAsync();
            await SystemFixture.Until(() => Task.FromResult(answers.GetValueOrDefault(503) > away), "callers are told that it is away");
            await Cluster.StartAgain();
        }

        var last = acknowledged.Count + Between;
        await SystemFixture.Until(() => Task.FromResult(acknowledged.Count >= last), "commands are taken after the last fall");
        await end.CancelAsync();
        await Task.WhenAll(writers);
        answers.Keys.ShouldBeSubsetOf([201, 503], $"{string.Join(", ", answers)}");

        var left = string.Empty;
        try
        {
            await SystemFixture.Until(async () => (left = await Left(owner)).Length == 0, () => left);
        }
        finally
        {
            TestContext.Current.SendDiagnosticMessage(
                $"{acknowledged.Count} acknowledged, answers {string.Join(", ", answers)}, dead letters {await DeadLetters(owner)}, left: {left}"
            );
        }

        (await DeadLetters(owner)).ShouldBe(before);

        // A number that was taken and given up as the database fell is filled by a tombstone of the practice's, which says nothing.
        var facts = await Count(owner, $"select count(*) from engagement.mt_events where tenant_id = '{Tenant}' and type <> 'tombstone'");
        facts.ShouldBe(acknowledged.Count);
        foreach (
            var told in (string[])
                [
                    $"select data -> 'entry' ->> 'sequence' from reporting.mt_events where tenant_id = '{Tenant}' and data -> 'entry' ->> 'source' = 'engagement'",
                    $"select e.seq_id::text from reporting.tree_leaf l join reporting.mt_events e on e.seq_id = l.sequence and e.tenant_id = '{Tenant}' where data -> 'entry' ->> 'source' = 'engagement'",
                ]
        )
        {
            (await Count(owner, $"select count(distinct s) from ({told}) as t (s)")).ShouldBe(facts);
            (await Count(owner, $"select count(s) from ({told}) as t (s)")).ShouldBe(facts);
        }
    }

    [Fact]
    public async Task a_service_that_starts_meanwhile_waits_and_says_so()
    {
        var cancel = TestContext.Current.CancellationToken;
        var log = Path.Combine(system.Host.Logs, "session.log");
        await system.Host.Stop("session");
        var said = Waits(log);
        await Cluster.DisposeAsync();
        try
        {
            await system.Host.Restart("session", cancel, ready: false);
            await SystemFixture.Until(() => Task.FromResult(Waits(log) > said || !system.Host.Service("session").Runs), "it waits");
            system.Host.Service("session").Runs.ShouldBeTrue();
            using var http = new HttpClient { BaseAddress = system.Host.Service("session").Address };
            using (var lives = await http.GetAsync(new Uri("/health/live", UriKind.Relative), cancel))
            {
                ((int)lives.StatusCode).ShouldBe(200);
            }

            using var serves = await http.GetAsync(new Uri("/health/serving", UriKind.Relative), cancel);
            ((int)serves.StatusCode).ShouldBe(503);
        }
        finally
        {
            await Cluster.StartAgain();
        }

        await system.Host.Service("session").WaitUntilReady(cancel);
        (await File.ReadAllTextAsync(log, cancel)).ShouldNotContain(Cluster.PasswordOf("session"));
    }

    private static int Waits(string log) =>
        File.ReadLines(log).Count(line => line.Contains("The database does not answer", StringComparison.Ordinal));

    // Each command is sent with its key until it is acknowledged: it happens once, however often it is sent.
    private async Task Write(
        HttpClient http,
        Actor practice,
        ConcurrentQueue<string> acknowledged,
        ConcurrentDictionary<int, int> answers,
        CancellationToken end
    )
    {
        while (!end.IsCancellationRequested)
        {
            var (key, siret) = (Guid.NewGuid().ToString(), Given.NewSiret());
            for (var status = 0; status != 201; answers.AddOrUpdate(status, 1, (_, n) => n + 1))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/establishments")
                {
                    Content = new StringContent(
                        $$"""{"name":"IME Les Tilleuls","siret":"{{siret}}","sector":"medico-social"}""",
                        Encoding.UTF8,
                        "application/json"
                    ),
                };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", system.Host.Mint.For(practice));
                request.Headers.Add(Idempotency.Header, key);
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                status = (int)answer.StatusCode;
            }

            acknowledged.Enqueue(key);
        }
    }

    private static Task<long> DeadLetters(NpgsqlDataSource owner) =>
        Count(owner, "select " + string.Join(" + ", Databases.Services.Select(s => $"(select count(*) from {s}.wolverine_dead_letters)")));

    // What waits to be handled, and which shard stands still.
    private static async Task<string> Left(NpgsqlDataSource owner)
    {
        var left = new List<string>();
        foreach (var service in Databases.Services)
        {
            await using var command = owner.CreateCommand(
                $"""
                select name || ' of {service} at ' || last_seq_id from {service}.mt_event_progression
                where last_seq_id < (select coalesce(max(seq_id), 0) from {service}.mt_events) and name like '%:All'
                union all select message_type from {service}.wolverine_incoming_envelopes where status = 'Incoming'
                union all select message_type from {service}.wolverine_outgoing_envelopes
                union all select message_type from queues.wolverine_queue_{service}
                union all select message_type from queues.wolverine_queue_ledger
                """
            );
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                left.Add(reader.GetString(0));
            }
        }

        return string.Join(", ", left.Take(20));
    }

    private static async Task<long> Count(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
