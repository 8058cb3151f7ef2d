using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A hot standby answers what is told later, as old as it is, to whom did not write or read what is newer; commands and everything else stay
/// on the primary, which answers all where the standby is gone.</summary>
[Long("standby")]
public sealed class when_reporting_reads_from_a_standby : IAsyncLifetime
{
    private const string Feed = "/v1/events?type=request.submitted";

    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-primary-").FullName;
    private readonly string _beside = Directory.CreateTempSubdirectory("practice-analysis-standby-").FullName;
    private readonly Dictionary<string, string> _settings = [];
    private readonly HttpClient _http = new();
    private readonly Actor _practice = new("cabinet", Roles.Practice, Given.Id(1));
    private LocalHost _host = null!;
    private PrivateCluster? _standby;
    private Guid _establishment;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!PrivateCluster.MakesStandbys)
        {
            return;
        }

        _host = await LocalHost.Start(_directory, PrivateCluster.FreePort(), _ => { }, Cancel, _settings);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
            await End();
        }

        Directory.Delete(_directory, recursive: true);
        Directory.Delete(_beside, recursive: true);
    }

    [Fact]
    public async Task what_is_told_later_is_read_there_and_nothing_goes_back_in_time()
    {
        Machine.Wants("pg_basebackup", "postgresql");
        await Follow();
        var first = await Submit();
        (await Ask(_practice, $"{Feed}&reflects={first}@1", "wait=20")).Status.ShouldBe(200);
        (await Number(_standby!, "select count(*) from pg_stat_activity where usename = 'reporting'")).ShouldBeGreaterThan(0);
        (await Shown(_practice, Feed)).ShouldBe([first]);
        (await Shown(new("elsewhere", Roles.Practice, Given.Id(1)), Feed)).ShouldBeEmpty("the standby keeps each to their practice");
        var cursor = (await Ask(_practice, Feed)).Body!["next"];

        await Execute("select pg_wal_replay_pause()");
        var second = await Submit();
        await SystemFixture.Until(
            async () => await Number(_host.Cluster, "select count(*) from reporting.mt_doc_publicevent where tenant_id = 'cabinet'") == 2,
            "the primary knows of the second"
        );
        (await Shown(_practice, Feed)).ShouldBe([first], "the standby is as old as it is");
        (await Ask(_practice, $"{Feed}&reflects={second}@1", "wait=0")).Status.ShouldBe(503);
        (await Shown(_practice, $"{Feed}&after={cursor}")).ShouldBe([second], "a cursor names a state that was read");

        // What Reporting itself wrote is there with the write's answer.
        var granted = await Told(
            _practice,
            "/v1/audit-grants",
            $$"""{"auditor":"{{Given.Id(2)}}","purpose":"data-protection","until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}"""
        );
        (await Ask(_practice, $"/v1/audit-grants/{granted.Body!["id"]}")).Status.ShouldBe(200);

        var waiting = Ask(_practice, $"{Feed}&reflects={second}@1", "wait=20");
        (await Ask(_practice, $"{Feed}&reflects={second}@1", "wait=1")).Status.ShouldBe(503);
        waiting.IsCompleted.ShouldBeFalse("it waits for the standby, which it then reads");
        await Execute("select pg_wal_replay_resume()");
        var (status, body) = await waiting;
        status.ShouldBe(200);
        Of(body).ShouldBe([first, second]);

        // What has replayed nothing for a minute counts as gone.
        await Execute("select pg_wal_replay_pause()");
        var third = await Submit();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while ((await Shown(_practice, Feed)).Count == 2)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }

        (await Shown(_practice, Feed)).ShouldBe([first, second, third]);
        (await Number(_standby!, "select count(*) from reporting.mt_doc_publicevent where tenant_id = 'cabinet'")).ShouldBe(2);

        await End();
        var fourth = await Submit();
        (await Ask(_practice, $"{Feed}&reflects={fourth}@1", "wait=20")).Status.ShouldBe(200);
        (await Shown(_practice, Feed)).ShouldBe([first, second, third, fourth], "the primary answers where the standby is gone");
    }

    // Reporting, with a standby beside its database.
    private async Task Follow()
    {
        _standby = await _host.Cluster.StartStandby(_beside, Cancel);
        await _host.Stop("reporting");
        _settings["ConnectionStrings__Replica"] = _standby.ConnectionString("reporting");
        await _host.Restart("reporting", Cancel);
        var registered = await Told(
            _practice,
            "/v1/establishments",
            $$"""{"name":"Les Tilleuls","siret":"{{Given.Siret(1)}}","sector":"medico-social"}"""
        );
        _establishment = registered.Body!["id"]!.GetValue<Guid>();
    }

    // Once: the test ends it, or its end does.
    private async Task End()
    {
        if (_standby is { } standby)
        {
            _standby = null;
            await standby.DisposeAsync();
        }
    }

    private async Task<Guid> Submit()
    {
        var told = await Told(
            _practice,
            "/v1/requests",
            $$"""
            {"establishment":"{{_establishment}}","context":"Un contexte.","sector":"medico-social","territory":"38",
             "headcount":12,"asked":"Une demande.","demand":"complex-situation"}
            """
        );
        return told.Body!["id"]!.GetValue<Guid>();
    }

    private async Task<IReadOnlyList<Guid>> Shown(Actor who, string path)
    {
        var (status, body) = await Ask(who, path);
        status.ShouldBe(200);
        return Of(body);
    }

    // A request is named at the end of its address.
    private static List<Guid> Of(JsonNode? feed) =>
        [.. feed!["items"]!.AsArray().Select(e => Guid.Parse(e!["subject"]!.GetValue<string>().Split('/')[^1]))];

    private async Task<(int Status, JsonNode? Body)> Told(Actor who, string path, string body)
    {
        var told = await Ask(who, path, body: body);
        told.Status.ShouldBe(201);
        return told;
    }

    private async Task<(int Status, JsonNode? Body)> Ask(Actor who, string path, string? prefer = null, string? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(_host.Gateway, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _host.Mint.For(who));
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        using var answer = await _http.SendAsync(request, Cancel);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel));
    }

    private async Task Execute(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(_standby!.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<long> Number(PrivateCluster cluster, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
