using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using PracticeAnalysis.EventStore;
using Wolverine;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace PracticeAnalysis.Ledger;

/// <summary>What one shard of the daemon takes of the service's events, and how its own rows show that it has not taken one.</summary>
/// <param name="Shard">The shard, such as <c>Ledger:All</c>.</param>
/// <param name="Types">The aliases of the facts that it takes.</param>
/// <param name="Untaken">SQL over an event <c>e</c>: it was not taken.</param>
public sealed record Followed(string Shard, IReadOnlyList<string> Types, string Untaken);

/// <summary>Looks whether a shard that says how far it came has taken every event up to there, by its rows and not by the store's high-water mark.
/// What it passed over makes health red, and is taken when the shard goes back to it. Done by the node that runs the shard: a second's work at
/// most looks at ten thousand numbers, and nothing is written.</summary>
public sealed partial class Completeness(
    IEnumerable<Followed> followed,
    StoreDefinition service,
    IWolverineRuntime runtime,
    IEventSubscriptionAgentFamily shards,
    [FromKeyedServices(Stores.Daemon)] NpgsqlDataSource daemon,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<Completeness> log
) : BackgroundService
{
    private const int AtOnce = 1_000;
    private const int Rounds = 10;
    private const int MostHoles = 1_000;
    private const int MostRewinds = 3;

    private readonly IReadOnlyList<WatchedShard> _looks = [.. followed.Select(f => new WatchedShard(f))];
    private bool _sees;

    // What one shard was seen to have. A number without an event is looked at again: who holds it may still store one.
    private sealed class WatchedShard(Followed followed)
    {
        public Followed Of => followed;

        public long Verified { get; set; }

        public SortedSet<long> Holes { get; } = [];

        public Dictionary<long, int> Untaken { get; } = [];

        public long TakenUp { get; set; }

        public string? Failure { get; set; }
    }

    /// <summary>What health says: which shard passed over how many events, and the first of them.</summary>
    internal HealthCheckResult Said
    {
        get
        {
            var missing = _looks
                .Where(l => l.Untaken.Count > 0)
                .Select(l =>
                    $"{service.Name}, {l.Of.Shard}: {l.Untaken.Count} events passed over, the first of number {l.Untaken.Keys.Min()}."
                )
                .ToList();
            var failed = _looks
                .Where(l => l.Failure is not null)
                .Select(l => $"{service.Name}, {l.Of.Shard} cannot be looked at: {l.Failure}");
            return missing.Concat(failed).ToList() is { Count: > 0 } wrong
                ? HealthCheckResult.Unhealthy(string.Join(' ', wrong))
                : HealthCheckResult.Healthy($"{_looks.Sum(l => l.TakenUp)} events taken up again since the start.");
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A node of this kind runs no shards.
        if (runtime.Options.Durability.Mode == DurabilityMode.MediatorOnly)
        {
            return;
        }

        using var beat = new PeriodicTimer(configuration.GetValue("Ledger:Look", TimeSpan.FromSeconds(1)), time);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var look in _looks)
                {
                    await At(look, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }

    // Whatever goes wrong is seen in health, and the next second comes.
    private async Task At(WatchedShard look, CancellationToken cancel)
    {
        try
        {
            if (await shards.Running(runtime, look.Of.Shard) is not { } shard)
            {
                look.Failure = null;
                return;
            }

            if (!(_sees = _sees || await Sees(cancel)))
            {
                look.Failure = "the daemon's login does not find who holds numbers: run prepare.sql again.";
                return;
            }

            for (var round = 0; round < Rounds && await Advance(look, cancel); round++) { }

            look.Failure = null;
            var again = look.Untaken.Where(u => u.Value < MostRewinds).Select(u => u.Key).DefaultIfEmpty(0).Min();
            if (again > 0 && again <= await daemon.Progress(service.Name, look.Of.Shard, cancel))
            {
                LogPassedOver(log, service.Name, look.Of.Shard, again);
                look.Untaken[again]++;
                await shard.RewindAsync(again - 1, null, cancel);
            }
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            look.Failure = Stores.Why(e, daemon);
        }
    }

    // Whether there is more to look at.
    private async Task<bool> Advance(WatchedShard look, CancellationToken cancel)
    {
        var progress = await daemon.Progress(service.Name, look.Of.Shard, cancel);
        var until = Math.Min(look.Verified + AtOnce, progress);
        List<long> numbers = [.. look.Holes, .. look.Untaken.Keys];
        for (var number = look.Verified + 1; number <= until; number++)
        {
            numbers.Add(number);
        }

        if (numbers.Count == 0)
        {
            return false;
        }

        await using var command = daemon.CreateCommand(
            $"""
            select n.number, e.seq_id is null
            from unnest($1) n (number)
            left join {service.Name}.mt_events e on e.seq_id = n.number
            where n.number <= (select p.last_seq_id from {service.Name}.mt_event_progression p where p.name = $2)
              and (e.seq_id is null or e.type = any($3) and {look.Of.Untaken})
            """
        );
        command.Parameters.AddWithValue(numbers);
        command.Parameters.AddWithValue(look.Of.Shard);
        command.Parameters.AddWithValue(look.Of.Types.ToArray());
        var untaken = new HashSet<long>();
        look.Holes.Clear();
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                if (reader.GetBoolean(1))
                {
                    look.Holes.Add(reader.GetInt64(0));
                }
                else
                {
                    untaken.Add(reader.GetInt64(0));
                }
            }
        }

        while (look.Holes.Count > MostHoles)
        {
            look.Holes.Remove(look.Holes.Min);
        }

        foreach (var taken in look.Untaken.Keys.Where(n => n <= progress && !untaken.Contains(n)).ToList())
        {
            look.Untaken.Remove(taken);
            look.TakenUp++;
        }

        foreach (var number in untaken)
        {
            look.Untaken.TryAdd(number, 0);
        }

        look.Verified = Math.Max(look.Verified, until);
        return until < progress;
    }

    // The store would pass over numbers that it cannot see anybody hold.
    private async Task<bool> Sees(CancellationToken cancel)
    {
        await using var command = daemon.CreateCommand("select to_regclass('pg_stat_activity') = to_regclass('evidence.pg_stat_activity')");
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Service}, {Shard}: event {Number} was passed over, and is taken up again")]
    private static partial void LogPassedOver(ILogger log, string service, string shard, long number);
}

/// <summary>Every event that the daemon has passed is taken, and the ledger is told what was published to it.</summary>
public sealed class CompletenessCheck(Completeness completeness, Reconciliation reconciliation) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            completeness.Said is { Status: HealthStatus.Healthy } && reconciliation.Failure is { } failure
                ? HealthCheckResult.Unhealthy($"The ledger cannot be told what was published to it: {failure}")
                : completeness.Said
        );
}
