using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Npgsql;
using PracticeAnalysis.Benchmark.Measures;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark;

/// <summary>The system as it runs in production, on this machine, and what is measured of it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    // What waits in PostgreSQL's queues.
    private const string Queued = """
        (select count(*) from queues.wolverine_queue_ledger) + (select count(*) from queues.wolverine_queue_engagement)
            + (select count(*) from queues.wolverine_queue_session) + (select count(*) from queues.wolverine_queue_reporting)
        """;

    // What a broker holds cannot be asked of a database: what was stored and does not stand in the ledger yet holds that too.
    private const string Ledgered = "(select count(*) from reporting.mt_events where type = 'entry_ledgered')";
    private static readonly string Stored = $"(select count(*) from engagement.mt_events where tenant_id = '{Contestant.Tenant}')";

    private readonly IReadOnlyDictionary<string, NpgsqlDataSource> _owners;
    private readonly bool _apart;
    private readonly TelemetrySink _sink;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private Bench(Plan plan, string directory, LocalHost host, TelemetrySink sink, bool apart)
    {
        Plan = plan;
        Directory = directory;
        Host = host;
        _sink = sink;
        _apart = apart;
        var together = apart ? null : NpgsqlDataSource.Create(host.Cluster.ConnectionString("owner"));
        _owners = Databases.Services.ToDictionary(
            s => s,
            s => together ?? NpgsqlDataSource.Create(host.Cluster.ConnectionString("owner", s))
        );
    }

    /// <summary>How much is measured.</summary>
    public Plan Plan { get; }

    /// <summary>Where everything of this run lies.</summary>
    public string Directory { get; }

    /// <summary>The services and their database.</summary>
    public LocalHost Host { get; }

    /// <summary>The services' database as its owner sees it; Reporting's, where each has its own.</summary>
    public NpgsqlDataSource Owner => _owners["reporting"];

    /// <summary>What was measured.</summary>
    public Figures Figures { get; } = new();

    /// <summary>The statements of one command, where they were taken.</summary>
    public IReadOnlyList<IReadOnlyList<Statement>> Statements { get; set; } = [];

    /// <summary>How much telemetry has left the services, in bytes.</summary>
    public long TelemetryBytes => _sink.Bytes;

    /// <summary>Who acts for the benchmark's practice.</summary>
    public Actor Practice { get; } = new(Contestant.Tenant, Roles.Practice, Guid.NewGuid());

    /// <summary>Brings the system up.</summary>
    /// <param name="broker">What carries messages between the services, each in a database of its own then; where there is none, they share one and its
    /// queues.</param>
    public static async Task<Bench> Start(Plan plan, string directory, CancellationToken cancel, PrivateBroker? broker = null)
    {
        var sink = await TelemetrySink.Start(cancel);
        try
        {
            var settings = new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            };

            // One client stands for many here: the limit of each is not what is measured.
            foreach (var capability in new[] { "reads", "writes", "exports", "address" })
            {
                settings[$"RateLimit__{capability}__PerSecond"] = settings[$"RateLimit__{capability}__Burst"] = "1000000";
            }

            var host = await LocalHost.Start(
                directory,
                PrivateCluster.FreePort(),
                part => Console.WriteLine($"  starting: {part}"),
                cancel,
                settings,
                broker is null ? null : new Spread(broker.Address, Nodes: 1)
            );
            return new(plan, directory, host, sink, broker is not null);
        }
        catch
        {
            await sink.DisposeAsync();
            throw;
        }
    }

    /// <summary>Our own service, direct, as the driver calls it.</summary>
    public Contestant Ours => new(OneCommand.Ours, Host.Service("engagement").Address, Authorization(Practice));

    /// <summary>A client of a service, or of the gateway, as somebody.</summary>
    public HttpClient Http(string service, Actor who)
    {
        var http = new HttpClient { BaseAddress = Host.Service(service).Address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(Authorization(who));
        return http;
    }

    /// <summary>Says how far it is.</summary>
    public void Say(string what) => Console.WriteLine($"[{_watch.Elapsed:h\\:mm\\:ss}] {what}");

    /// <summary>The header of a token.</summary>
    public string Authorization(Actor who) => $"Bearer {Host.Mint.For(who)}";

    /// <summary>Waits until the ledger and the views have all that was written: what drains would be measured with what comes next.</summary>
    /// <returns>Seconds.</returns>
    public async Task<double> Settle(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        for (long left; (left = await Left(cancel)) > 0; await Task.Delay(100, cancel))
        {
            if (watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{left} events and messages were on their way for {Patience.TotalMinutes} minutes.");
            }
        }

        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Runs something as the owner.</summary>
    public async Task Execute(string sql, CancellationToken cancel, NpgsqlDataSource? database = null)
    {
        await using var command = (database ?? Owner).CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var owner in _owners.Values.Distinct())
        {
            await owner.DisposeAsync();
        }

        await Host.DisposeAsync();
        await _sink.DisposeAsync();
    }

    /// <summary>A number that the owner reads of the services' database: an expression, such as a query in brackets.</summary>
    public Task<long> Number(string expression, CancellationToken cancel) => Number(Owner, expression, cancel);

    /// <summary>How much processor time each service, the gateway and PostgreSQL with all of its processes have taken, in seconds.</summary>
    public IReadOnlyDictionary<string, double> Busy()
    {
        var busy = Measures.Footprint.Processes.ToDictionary(name => name, name => ProcessorTime.Of(Host.Service(name).Id));
        busy["PostgreSQL"] = ProcessorTime.OfTree(Host.Cluster.ProcessId);
        return busy;
    }

    /// <summary>How many megabytes of a service, or of the gateway, are resident.</summary>
    public double Resident(string service) =>
        double.Parse(
            File.ReadLines($"/proc/{Host.Service(service).Id}/status")
                .Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
            CultureInfo.InvariantCulture
        ) / 1024;

    /// <summary>How many messages wait to be sent.</summary>
    public Task<long> Outgoing(CancellationToken cancel) => OfAll(Unsent, cancel);

    /// <summary>How many events a projection or subscription has not passed yet.</summary>
    public Task<long> Behind(CancellationToken cancel) => OfAll(Unpassed, cancel);

    private async Task<long> Left(CancellationToken cancel) =>
        await OfAll(s => $"{Unsent(s)} + {Unhandled(s)} + {Unpassed(s)}", cancel)
        + (
            _apart
                ? -await Number(_owners["reporting"], Ledgered, cancel) + await Number(_owners["engagement"], Stored, cancel)
                : await Number(Owner, Queued, cancel)
        );

    private static string Unsent(string service) => $"(select count(*) from {service}.wolverine_outgoing_envelopes)";

    private static string Unhandled(string service) =>
        $"(select count(*) from {service}.wolverine_incoming_envelopes where status = 'Incoming')";

    private static string Unpassed(string service) =>
        $"""
            (select greatest(0, coalesce(max(seq_id), 0)
                - (select min(last_seq_id) from {service}.mt_event_progression where name like '%:All')) from {service}.mt_events)
            """;

    // One statement for each database.
    private async Task<long> OfAll(Func<string, string> sql, CancellationToken cancel)
    {
        var sum = 0L;
        foreach (var database in _owners.GroupBy(o => o.Value, o => o.Key))
        {
            sum += await Number(database.Key, string.Join(" + ", database.Select(sql)), cancel);
        }

        return sum;
    }

    private static async Task<long> Number(NpgsqlDataSource database, string sql, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"select {sql}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }
}
