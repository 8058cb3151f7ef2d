using System.Collections.Concurrent;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PracticeAnalysis.EventStore;

/// <summary>A snapshot that was not what its stream's facts add up to.</summary>
/// <param name="What">The aggregates, or why they could not be compared.</param>
/// <param name="At">When it was last found so.</param>
/// <param name="IsMended">Whether it was written anew.</param>
public sealed record Difference(string What, DateTimeOffset At, bool IsMended);

/// <summary>Compares snapshots with their streams in the background, a few at a time and one node at a time: those that gained facts, and in a slow
/// walk all others; begins the walk anew every hour. What differs is written anew.</summary>
public sealed partial class SnapshotWatch(
    Snapshots snapshots,
    StoreDefinition service,
    [FromKeyedServices(Stores.Daemon)] NpgsqlDataSource database,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<SnapshotWatch> log
) : BackgroundService
{
    // Fifty streams of each kind are some tens of milliseconds of one processor.
    private const int Most = 50;

    private static readonly TimeSpan Walk = TimeSpan.FromHours(1);

    // What was mended stays red for so long: an operator is to see it.
    private readonly TimeSpan _seen = configuration.GetValue("Snapshots:Shown", TimeSpan.FromMinutes(10));

    private readonly ConcurrentDictionary<(string Tenant, Guid Stream), Difference> _found = [];
    private (string Tenant, Guid Id) _walked = (string.Empty, Guid.Empty);
    private DateTimeOffset _rests;
    private long? _newest;

    /// <summary>What differed, by its stream: while it does, and for ten minutes more.</summary>
    public IReadOnlyDictionary<(string Tenant, Guid Stream), Difference> Found => _found;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration.GetValue<bool>("Migrate"))
        {
            return;
        }

        using var beat = new PeriodicTimer(configuration.GetValue("Snapshots:Every", TimeSpan.FromSeconds(5)), time);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                await Look(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }

    /// <summary>Looks once; not where another node does at this moment, nor while the database is away.</summary>
    public async Task Look(CancellationToken cancel)
    {
        try
        {
            // It only reads: what it holds holds nobody up.
            await using var connection = await database.OpenConnectionAsync(cancel);
            await using var alone = await connection.BeginTransactionAsync(cancel);
            await using var turn = new NpgsqlCommand(
                $"select pg_try_advisory_xact_lock(hashtextextended('{service.Name}/snapshots', 0)), (select coalesce(max(seq_id), 0) from {service.Name}.mt_events)",
                connection
            );
            await using var row = await turn.ExecuteReaderAsync(cancel);
            await row.ReadAsync(cancel);
            var (mine, newest) = (row.GetBoolean(0), row.GetInt64(1));
            await row.CloseAsync();
            if (mine)
            {
                await Look(newest, cancel);
            }
        }
        catch (Exception e) when (Transient.IsCause(e))
        {
            // The next look comes.
        }
    }

    private async Task Look(long newest, CancellationToken cancel)
    {
        var streams = (await snapshots.Between(_newest ?? newest, newest, Most, cancel)).ToList();
        _newest = newest;
        if (time.GetUtcNow() >= _rests)
        {
            var next = await snapshots.After(_walked, newest, Most, cancel);
            streams.AddRange(next);
            (_walked, _rests) =
                next.Count == Most ? ((next[^1].Tenant, next[^1].Id), _rests) : ((string.Empty, Guid.Empty), time.GetUtcNow() + Walk);
        }

        foreach (var stream in _found.Keys.Take(Most).Concat(streams.Where(s => s.IsKept).Select(s => (s.Tenant, s.Id))).Distinct())
        {
            await Compare(stream, cancel);
        }
    }

    private async Task Compare((string Tenant, Guid Id) stream, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        try
        {
            var differing = await snapshots.Mend(stream.Tenant, stream.Id, cancel);
            if (differing.Count > 0)
            {
                var what = string.Join(", ", differing);
                LogMended(log, what, stream.Id);
                _found[stream] = new(what, now, true);
            }
            else if (_found.TryGetValue(stream, out var before) && (!before.IsMended || now - before.At > _seen))
            {
                _found.TryRemove(stream, out _);
            }
        }
        catch (Exception e) when (!Transient.IsCause(e) && !Race.WasLost(e) && e is not OperationCanceledException)
        {
            _found[stream] = new(PoisonFactException.In(e)?.Said ?? e.GetType().Name, now, false);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The snapshot {ProjectionName} of stream {Stream} was not its facts' fold; it is written anew."
    )]
    private static partial void LogMended(ILogger log, string projectionName, Guid stream);
}

/// <summary>Every snapshot is what its stream's facts add up to, as far as was looked.</summary>
public sealed class SnapshotCheck(SnapshotWatch watch, StoreDefinition service) : IHealthCheck
{
    private const int Named = 5;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var found = watch.Found;
        return Task.FromResult(
            found.Count == 0
                ? HealthCheckResult.Healthy("As their facts say.")
                : HealthCheckResult.Unhealthy(
                    $"{service.Name}: {string.Join(" ", found.Take(Named).Select(f => Said(f.Key.Stream, f.Value)))}"
                )
        );
    }

    private static string Said(Guid stream, Difference difference) =>
        difference.IsMended
            ? $"{difference.What} of {stream} was not what its facts say, and is written anew."
            : $"The stream {stream} cannot be compared with its snapshots: {difference.What}.";
}

/// <summary>Puts it all in place.</summary>
public static class SnapshotParts
{
    /// <summary>Adds the comparing of snapshots, in the background and for the command <c>rebuild</c>.</summary>
    public static void AddSnapshotWatch(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Snapshots>();
        builder.Services.AddSingleton<SnapshotWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SnapshotWatch>());
    }
}
