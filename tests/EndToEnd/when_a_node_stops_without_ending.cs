using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Two nodes of each service, of which one hangs with its connections open, its locks held and its shards in the middle of their
/// work; first the one, then the other, so that each service's leader is among them once. It hangs because its process is stopped (SIGSTOP), or because
/// the network between it and the database is cut, which neither end is told. The other nodes take over within the bound, and when the hanging ones go
/// on nothing was told twice.</summary>
[Long("stopped_leader")]
public sealed class when_a_node_stops_without_ending : IAsyncLifetime
{
    private const int Commands = 40;

    // Seven seconds until a node counts as gone, one or two until the next leads, some for what it had in work; and as much again for a busy machine.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-stopped-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Actor _practice = new("cabinet", Roles.Practice, Given.Id(1));
    private readonly Dictionary<string, Wire> _wires = [];
    private LocalHost _host = null!;
    private Guid _establishment;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await LocalHost.Start(_directory, PrivateCluster.FreePort(), _ => { }, Cancel, spread: new(null, Nodes: 2, OverItsWire));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        foreach (var wire in _wires.Values)
        {
            await wire.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public Task the_others_take_over_from_who_is_stopped_and_nothing_is_told_twice() =>
        TakeOver(node => Signal("STOP", node), node => Signal("CONT", node));

    [Fact]
    public Task the_others_take_over_from_whose_network_is_cut_and_nothing_is_told_twice() =>
        TakeOver(
            node =>
            {
                _wires[node].Cut();
                return Task.CompletedTask;
            },
            node =>
            {
                _wires[node].Mend();
                return Task.CompletedTask;
            }
        );

    private async Task TakeOver(Func<string, Task> hang, Func<string, Task> goOn)
    {
        var registered = await Send(
            "engagement",
            "/v1/establishments",
            $$"""{"name":"Les Tilleuls","siret":"{{Given.Siret(1)}}","sector":"medico-social"}"""
        );
        _establishment = registered["id"]!.GetValue<Guid>();
        await Submit("");
        await Told("before");
        var followed = new HashSet<string>();
        foreach (var (stops, lives) in (IEnumerable<(string, string)>)[("", "-2"), ("-2", "")])
        {
            var led = await Leaders();

            // In the middle of what is told of these.
            await Submit(lives);
            foreach (var service in Databases.Services)
            {
                await hang(service + stops);
            }

            var stopped = Stopwatch.StartNew();
            await Submit(lives);
            await Told("while the others hang");
            stopped.Elapsed.ShouldBeLessThan(Bound);
            Observed.Tell($"{stopped.Elapsed.TotalSeconds:F1} s until all was told after a node of each service hung");
            followed.UnionWith((await Leaders()).Except(led).Select(l => l.Service));

            // Who goes on after that ends by itself, and is started anew by whoever runs it: here, by hand.
            await SystemFixture.Until(async () => await Nodes() == Databases.Services.Count, "the nodes that hang are given up");
            foreach (var service in Databases.Services)
            {
                await goOn(service + stops);
                await SystemFixture.Until(() => Task.FromResult(!_host.Service(service + stops).Runs), $"{service}{stops} ends");
                await _host.Restart(service + stops, Cancel);
            }

            await Submit(stops);
            await Submit(lives);
            await Told("after they went on");
            await Green();
        }

        followed.ShouldBe(Databases.Services, ignoreOrder: true, "each service's leader hung once, and another one followed");
        await Forgotten();
    }

    // Each node reaches the database over a wire of its own.
    private Dictionary<string, string> OverItsWire(string node, PrivateCluster cluster)
    {
        var service = node.Split('-')[0];
        if (!_wires.TryGetValue(node, out var wire))
        {
            _wires[node] = wire = new(cluster.Port);
        }

        string By(string login) => new NpgsqlConnectionStringBuilder(cluster.ConnectionString(login)) { Port = wire.Port }.ConnectionString;
        return new Dictionary<string, string>
        {
            ["ConnectionStrings__Postgres"] = By(service),
            ["ConnectionStrings__Daemon"] = By($"{service}_daemon"),
        };
    }

    // A transaction that nobody goes on with, and that holds a shard's progress: as a node that hangs in the middle of it leaves it.
    private async Task Forgotten()
    {
        await using var daemon = new NpgsqlConnection(_host.Cluster.ConnectionString("reporting_daemon"));
        await daemon.OpenAsync(Cancel);
        await using var transaction = await daemon.BeginTransactionAsync(Cancel);
        await using (var hold = new NpgsqlCommand("select name from reporting.mt_event_progression for update", daemon, transaction))
        {
            await hold.ExecuteNonQueryAsync(Cancel);
        }

        var held = Stopwatch.StartNew();
        await Submit("");
        await Told("behind a transaction that nobody goes on with");
        held.Elapsed.ShouldBeLessThan(Bound);
        Observed.Tell($"{held.Elapsed.TotalSeconds:F1} s until all was told behind a transaction that nobody went on with");
        await Green();
    }

    private async Task<HashSet<(string Service, Guid Node)>> Leaders()
    {
        var leaders = new HashSet<(string, Guid)>();
        await using var owner = NpgsqlDataSource.Create(_host.Cluster.ConnectionString("owner"));
        foreach (var service in Databases.Services)
        {
            await using var command = owner.CreateCommand(
                $"select node_id from {service}.wolverine_node_assignments where id = 'wolverine://leader/'"
            );
            leaders.Add((service, (Guid)(await command.ExecuteScalarAsync(Cancel))!));
        }

        return leaders;
    }

    private static async Task Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancel);
        kill.ExitCode.ShouldBe(0);
    }

    private Task Signal(string signal, string node) => Signal(signal, _host.Service(node).Id);

    // Something of Engagement and something of Reporting, asked of the nodes that are named.
    private async Task Submit(string nodes)
    {
        var request = $$"""
            {"establishment":"{{_establishment}}","context":"Un contexte.","sector":"medico-social","territory":"38",
             "headcount":12,"asked":"Une demande.","demand":"complex-situation"}
            """;
        for (var i = 0; i < Commands; i++)
        {
            await Send($"engagement{nodes}", "/v1/requests", request);
        }

        await Send(
            $"reporting{nodes}",
            "/v1/audit-grants",
            $$"""{"auditor":"{{Given.Id(2)}}","purpose":"data-protection","until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}"""
        );
    }

    private async Task<JsonNode> Send(string node, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Service(node).Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _host.Mint.For(_practice));
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request, Cancel);
        ((int)answer.StatusCode).ShouldBe(201, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }

    // The ledger shows each event of the stores once, and the tree holds each entry of it.
    private async Task Told(string when)
    {
        const string entries = "from reporting.mt_events where type = 'entry_ledgered'";
        long stored = 0;
        long shown = 0;
        long proven = 0;
        await SystemFixture.Until(
            async () =>
            {
                stored = (await OfflineFold.Read(_host.Cluster, _practice.Tenant)).Sum(engagement => engagement.Count());
                shown = await Count($"select count(*) {entries}");
                proven = await Count("select count(*) from reporting.tree_leaf");
                return stored == shown && shown == proven;
            },
            () => $"{when}: {stored} events are stored, {shown} stand in the ledger and {proven} in the tree"
        );
        (await Count($"select count(distinct (data #>> '{{entry,source}}', data #>> '{{entry,sequence}}')) {entries}")).ShouldBe(stored);
        (await Count("select count(distinct sequence) from reporting.tree_leaf")).ShouldBe(stored);
    }

    private async Task Green()
    {
        foreach (var node in Databases.Services.SelectMany(service => (string[])[service, $"{service}-2"]))
        {
            var said = string.Empty;
            await SystemFixture.Until(
                async () =>
                {
                    using var answer = await _http.GetAsync(new Uri(_host.Service(node).Address, "/health/ready"), Cancel);
                    said = await answer.Content.ReadAsStringAsync(Cancel);
                    return answer.IsSuccessStatusCode;
                },
                () => $"{node} is well again: {said}"
            );
        }
    }

    private async Task<long> Nodes()
    {
        var nodes = 0L;
        foreach (var service in Databases.Services)
        {
            nodes += await Count($"select count(*) from {service}.wolverine_nodes");
        }

        return nodes;
    }

    private async Task<long> Count(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(_host.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
