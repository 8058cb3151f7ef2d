using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Two nodes of each service, of which one's clock is two minutes ahead or behind, as who leads and as who follows. Nobody is ejected by whoever judges by a
/// wrong clock, health says whose clock it is, and once that is right whatever both took in is told.</summary>
[Long("wrong_clock")]
public sealed class when_a_nodes_clock_is_wrong : IAsyncLifetime
{
    private const int Commands = 20;

    // What a node tries again later is due by its own clock: later by as much as that is ahead.
    private const int AheadOrBehind = 4;

    // The wall clock alone: what waits goes by another one, which stays right.
    private const string WrongClock = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdlib.h>
        #include <time.h>
        int clock_gettime(clockid_t id, struct timespec *now) {
          static int (*real)(clockid_t, struct timespec *);
          if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
          int result = real(id, now);
          if (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE) now->tv_sec += atol(getenv("CLOCK_OFF_BY"));
          return result;
        }
        """;

    // A node whose clock is judged wrongly is ejected every two seconds: so many looks of each node at the others are waited for.
    private const int Looks = 10;

    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-clock-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Actor _practice = new("cabinet", Roles.Practice, Given.Id(1));
    private readonly Dictionary<string, int> _off = [];
    private LocalHost _host = null!;

    private string Library => Path.Combine(_directory, "wrong-clock.so");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Nodes => Databases.Services.SelectMany(service => (string[])[service, $"{service}-2"]);

    public async ValueTask InitializeAsync()
    {
        Machine.Wants("cc", "gcc");
        await File.WriteAllTextAsync(Library + ".c", WrongClock, Cancel);
        using var cc = Process.Start("cc", ["-shared", "-fPIC", "-O2", "-o", Library, Library + ".c", "-ldl"]);
        await cc.WaitForExitAsync(Cancel);
        cc.ExitCode.ShouldBe(0);
        _host = await LocalHost.Start(_directory, PrivateCluster.FreePort(), _ => { }, Cancel, spread: new(null, Nodes: 2, ByItsClock));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(-120)]
    public async Task nobody_is_ejected_and_all_is_told(int seconds)
    {
        // Whoever is started last follows: the one whose clock is wrong, or the other one.
        foreach (var leads in new[] { false, true })
        {
            foreach (var service in Databases.Services)
            {
                _off[service] = seconds;
                await Restart(service);
                if (leads)
                {
                    await Restart($"{service}-2");
                }
            }

            await Checked(seconds);
            var before = await Known();
            var looked = await Heartbeats();
            for (var look = 0; look < Looks; look++)
            {
                await Submit(string.Empty);
                await Submit("-2");
                var from = looked;
                await SystemFixture.Until(
                    async () => (looked = await Heartbeats()).All(beat => beat.Value > from.GetValueOrDefault(beat.Key)),
                    "each node tells that it lives"
                );
            }

            (await Known()).ShouldBe(before, ignoreOrder: true, "the nodes that there were, and their leaders");
            await SetRight();
            await Told();
            Observed.Tell($"{seconds} s off, {(leads ? "leading" : "following")}: {Looks} looks, no node ejected");
        }
    }

    // What a leader has a node do lapses by the clock of whoever reads it: what was to be moved to the one, or by it, may stand still until its clock is right.
    private async Task SetRight()
    {
        foreach (var service in _off.Keys.ToList())
        {
            _off.Remove(service);
            await Restart(service);
        }
    }

    private async Task Restart(string node)
    {
        await _host.Stop(node);
        await _host.Restart(node, Cancel, ready: false);
    }

    private Dictionary<string, string>? ByItsClock(string node, PrivateCluster cluster) =>
        _off.TryGetValue(node, out var seconds)
            ? new Dictionary<string, string> { ["LD_PRELOAD"] = Library, ["CLOCK_OFF_BY"] = seconds.ToString(CultureInfo.InvariantCulture) }
            : null;

    // Health is red for whose clock it is, and for nothing else.
    private async Task Checked(int seconds)
    {
        foreach (var node in Nodes)
        {
            var isWrong = _off.ContainsKey(node);
            var said = string.Empty;
            await SystemFixture.Until(
                async () =>
                {
                    try
                    {
                        using var answer = await _http.GetAsync(new Uri(_host.Service(node).Address, "/health/ready"), Cancel);
                        said = await answer.Content.ReadAsStringAsync(Cancel);
                    }
                    catch (HttpRequestException)
                    {
                        return false;
                    }

                    var red = JsonNode.Parse(said)!["checks"]!.AsObject().Where(c => c.Value!["status"]!.GetValue<string>() == "Unhealthy");
                    return isWrong ? red.Select(c => c.Key).SequenceEqual(["clock"]) : !red.Any();
                },
                () => $"{node}: {said}"
            );
            if (isWrong)
            {
                var clock = JsonNode.Parse(said)!["checks"]!["clock"]!["description"]!.GetValue<string>();
                clock.ShouldEndWith(seconds < 0 ? "ms behind the database's." : "ms ahead of the database's.");
            }
        }
    }

    private async Task Submit(string nodes)
    {
        var node = _host.Service($"engagement{nodes}");
        for (var i = 0; i < Commands; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, "/v1/establishments"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _host.Mint.For(_practice));
            request.Content = JsonContent.Create(
                new
                {
                    name = "Les Tilleuls",
                    siret = Given.NewSiret(),
                    sector = "medico-social",
                }
            );
            using var answer = await _http.SendAsync(request, Cancel);
            var said = await answer.Content.ReadAsStringAsync(Cancel);
            ((int)answer.StatusCode).ShouldBe(201, $"{said} {(node.Runs ? node.Tail : "Somebody else answers at the node's address.")}");
        }
    }

    private async Task Told()
    {
        long stored = 0;
        long proven = 0;
        await SystemFixture.Until(
            async () =>
            {
                stored = (await OfflineFold.Read(_host.Cluster, _practice.Tenant)).Sum(engagement => engagement.Count());
                proven = (await Rows("select count(*)::text from reporting.tree_leaf")).Select(long.Parse).Single();
                return stored == proven;
            },
            () => $"{stored} events are stored, {proven} stand in the tree",
            AheadOrBehind
        );
    }

    // Nodes and leaders: an ejected node is not among them, or leads no more.
    private async Task<IReadOnlyList<string>> Known() =>
        [
            .. await PerService("select id::text from {0}.wolverine_nodes"),
            .. await PerService("select 'leads ' || node_id from {0}.wolverine_node_assignments where id = 'wolverine://leader/'"),
        ];

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> Heartbeats() =>
        (await PerService("select id || ' ' || extract(epoch from health_check) from {0}.wolverine_nodes"))
            .Select(row => row.Split(' '))
            .ToDictionary(
                row => row[0],
                row => DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(double.Parse(row[1], CultureInfo.InvariantCulture))
            );

    private async Task<IReadOnlyList<string>> PerService(string sql)
    {
        var rows = new List<string>();
        foreach (var service in Databases.Services)
        {
            rows.AddRange(await Rows(string.Format(CultureInfo.InvariantCulture, sql, service)));
        }

        return rows;
    }

    private async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(_host.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
