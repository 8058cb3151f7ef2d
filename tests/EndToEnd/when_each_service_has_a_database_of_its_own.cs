using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The system spread out: RabbitMQ between the services, each in a database of its own on two nodes. Nothing that was acknowledged is lost
/// or done twice, whether nodes or the broker go away.</summary>
[Long("separate_databases")]
public sealed class when_each_service_has_a_database_of_its_own : IAsyncLifetime
{
    private const int Commands = 20;

    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-spread-").FullName;
    private readonly string _kept = Directory.CreateTempSubdirectory("practice-analysis-broker-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Actor _practice = new(Local.Demonstration.Tenant, Roles.Practice, Given.Id(1));
    private readonly Actor _auditor = new(Local.Demonstration.Tenant, Roles.Auditor, Guid.NewGuid());
    private PrivateBroker _broker = null!;
    private LocalHost _host = null!;
    private Guid _establishment;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!PrivateBroker.IsThere)
        {
            return;
        }

        _broker = await PrivateBroker.Start(_kept, Cancel);
        _host = await LocalHost.Start(_directory, PrivateCluster.FreePort(), _ => { }, Cancel, spread: new(_broker.Address, Nodes: 2));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
            await _broker.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
        Directory.Delete(_kept, recursive: true);
    }

    [Fact]
    public async Task nodes_and_the_broker_may_go_and_every_event_stands_in_the_ledger_once()
    {
        Assert.SkipUnless(PrivateBroker.IsThere, "RabbitMQ is missing; install it with: apt-get install -y rabbitmq-server");
        var loaded = await Local.Demonstration.Load(_host.Gateway, _host.Mint, _directory, TimeProvider.System, _ => { }, Cancel);
        _establishment = loaded.Establishments[0];
        await Send(
            "/v1/audit-grants",
            $$"""{"auditor":"{{_auditor.Person}}","purpose":"data-protection","until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}"""
        );
        await Settled("the demonstration");
        (await Queues()).ShouldBe(0, "no queue of PostgreSQL carries anything");

        foreach (var service in Databases.Services)
        {
            await _host.Service(service).Kill();
        }

        var taken = Stopwatch.StartNew();
        await Submit();
        await Settled("what was sent after one node of each service was killed");
        Observed.Tell($"{taken.Elapsed.TotalSeconds:F1} s until the other nodes had taken over all that the killed ones did");

        await _broker.Kill();
        for (var i = 0; i < Commands; i++)
        {
            await Submit();
        }

        await _broker.Start(Cancel);
        var drained = Stopwatch.StartNew();
        await Settled("what was sent while the broker was away");
        Observed.Tell($"{drained.Elapsed.TotalSeconds:F1} s until the outbox was drained after the broker's outage");

        foreach (var service in Databases.Services)
        {
            await _host.Restart(service, Cancel);
        }

        await Submit();
        await Settled("what was sent after all were back");
    }

    private Task<JsonNode> Submit() =>
        Send(
            "/v1/requests",
            $$"""
            {"establishment":"{{_establishment}}","context":"Un contexte.","sector":"medico-social","territory":"38",
             "headcount":12,"asked":"Une demande.","demand":"complex-situation"}
            """
        );

    // As an integrator does: with a key, and again with the same one when no answer came or the answer was 503.
    private async Task<JsonNode> Send(string path, string body)
    {
        var key = Guid.NewGuid().ToString();
        JsonNode? said = null;
        await SystemFixture.Until(async () => (said = await Attempt(path, body, key)) is not null, $"{path} is answered");
        return said!;
    }

    private async Task<JsonNode?> Attempt(string path, string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Gateway, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _host.Mint.For(_practice));
        request.Headers.Add(Idempotency.Header, key);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request, Cancel);
        if ((int)answer.StatusCode == 503)
        {
            return null;
        }

        ((int)answer.StatusCode).ShouldBe(201);
        return await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel);
    }

    // The ledger shows each event of the three stores, and shows it once.
    private async Task Settled(string what)
    {
        var (stored, shown) = (0, 0);
        await SystemFixture.Until(
            async () =>
            {
                var fold = (await OfflineFold.Read(_host.Cluster, _practice.Tenant, apart: true)).SelectMany(e => e).ToList();
                stored = fold.Count;
                shown = await Scalar("reporting", "select count(*) from reporting.mt_events where type = 'entry_ledgered'");
                return stored == shown;
            },
            () => $"{what}: {stored} events are stored, {shown} stand in the ledger"
        );
        (
            await Scalar(
                "reporting",
                "select count(distinct (data #>> '{entry,source}', data #>> '{entry,sequence}')) from reporting.mt_events where type = 'entry_ledgered'"
            )
        ).ShouldBe(shown);
        foreach (var service in Databases.Services)
        {
            (await Scalar(service, $"select count(*) from {service}.wolverine_dead_letters")).ShouldBe(0);
        }
    }

    private async Task<int> Queues()
    {
        var tables = 0;
        foreach (var service in Databases.Services)
        {
            tables += await Scalar(service, "select count(*) from pg_tables where schemaname = 'queues'");
        }

        return tables;
    }

    private async Task<int> Scalar(string database, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(_host.Cluster.ConnectionString("owner", database));
        await using var command = owner.CreateCommand(sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture);
    }
}
