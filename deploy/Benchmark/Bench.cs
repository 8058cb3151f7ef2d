using System.Diagnostics;
using System.Net.Http.Headers;
using Npgsql;
using PracticeAnalysis.Benchmark.Measures;
using PracticeAnalysis.Local;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Benchmark;

/// <summary>The system as it runs in production, on this machine, and what is measured of it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    // What is yet on its way: events that a subscription has not passed, envelopes that wait in an outbox, a queue or an inbox.
    private const string OnItsWay = """
        select (select count(*) from queues.wolverine_queue_ledger) + (select count(*) from queues.wolverine_queue_engagement)
            + (select count(*) from queues.wolverine_queue_session) + (select count(*) from queues.wolverine_queue_reporting)
            + (select count(*) from engagement.wolverine_outgoing_envelopes) + (select count(*) from session.wolverine_outgoing_envelopes)
            + (select count(*) from reporting.wolverine_outgoing_envelopes)
            + (select count(*) from engagement.wolverine_incoming_envelopes where status = 'Incoming')
            + (select count(*) from session.wolverine_incoming_envelopes where status = 'Incoming')
            + (select count(*) from reporting.wolverine_incoming_envelopes where status = 'Incoming')
            + (select greatest(0, coalesce(max(seq_id), 0) - (select min(last_seq_id) from engagement.mt_event_progression where name like '%:All')) from engagement.mt_events)
            + (select greatest(0, coalesce(max(seq_id), 0) - (select min(last_seq_id) from session.mt_event_progression where name like '%:All')) from session.mt_events)
            + (select greatest(0, coalesce(max(seq_id), 0) - (select min(last_seq_id) from reporting.mt_event_progression where name like '%:All')) from reporting.mt_events)
        """;

    private readonly TelemetrySink _sink;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private Bench(Plan plan, string directory, LocalHost host, TelemetrySink sink)
    {
        Plan = plan;
        Directory = directory;
        Host = host;
        _sink = sink;
        Owner = NpgsqlDataSource.Create(host.Cluster.ConnectionString("owner"));
    }

    /// <summary>How much is measured.</summary>
    public Plan Plan { get; }

    /// <summary>Where everything of this run lies.</summary>
    public string Directory { get; }

    /// <summary>The services and their database.</summary>
    public LocalHost Host { get; }

    /// <summary>The services' database as its owner sees it.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>What was measured.</summary>
    public Figures Figures { get; } = new();

    /// <summary>The statements of one command, where they were taken.</summary>
    public IReadOnlyList<IReadOnlyList<Statement>> Statements { get; set; } = [];

    /// <summary>How much telemetry has left the services, in bytes.</summary>
    public long TelemetryBytes => _sink.Bytes;

    /// <summary>Who acts for the benchmark's practice.</summary>
    public Actor Practice { get; } = new(Contestant.Tenant, Roles.Practice, Guid.NewGuid());

    /// <summary>Brings the system up.</summary>
    public static async Task<Bench> Start(Plan plan, string directory, CancellationToken cancel)
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
                settings
            );
            return new(plan, directory, host, sink);
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
        await Owner.DisposeAsync();
        await Host.DisposeAsync();
        await _sink.DisposeAsync();
    }

    private async Task<long> Left(CancellationToken cancel)
    {
        await using var command = Owner.CreateCommand(OnItsWay);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }
}
