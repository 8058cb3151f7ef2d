using System.Collections.Concurrent;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace PracticeAnalysis.EventStore;

/// <summary>What stopped the shards of this node, until they are past it. A shard that stopped is tried again, with longer and longer pauses: between two
/// tries it looks as if it ran.</summary>
public sealed class StoppedShards(IDaemonStore store) : IHostedService, IObserver<ShardState>
{
    private readonly ConcurrentDictionary<string, (string Shard, long Progress, ShardFailure Failure)> _stopped = new();
    private IDisposable? _told;

    /// <summary>Each shard that stopped, how far it had come, and why.</summary>
    public IEnumerable<(string Shard, long Progress, ShardFailure Failure)> All => _stopped.Values;

    /// <summary>It is past what stopped it.</summary>
    public void Passed(string shard) => _stopped.TryRemove(shard, out _);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _told = ((IMartenDatabase)store.Storage.Database).Tracker.Subscribe(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _told?.Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void OnNext(ShardState value)
    {
        if (value.Failure is { } failure)
        {
            _stopped[value.ShardName] = (value.ShardName, value.Sequence, failure);
        }
        else if (
            value.Action == ShardAction.Started
            && _stopped.TryGetValue(value.ShardName, out var before)
            && before.Failure.Event is null
        )
        {
            // What was wrong with no event in particular shows again, or is over.
            Passed(value.ShardName);
        }
    }

    /// <inheritdoc />
    public void OnCompleted() { }

    /// <inheritdoc />
    public void OnError(Exception error) { }
}

/// <summary>The daemon is let in by its database; its mark and each projection and subscription move on while there is something to move to, and none was stopped
/// by an event. Judged by the events themselves, never by what the daemon says of how far there is to go.</summary>
public sealed class DaemonLagCheck(
    StoreDefinition service,
    IEventStore daemon,
    StoppedShards stopped,
    [FromKeyedServices(Stores.Daemon)] NpgsqlDataSource database
) : IHealthCheck
{
    private const long Allowed = 10_000;

    // The database is asked as long as this for it, so that health answers soon, whatever holds up the database.
    private const int SecondsToAnswer = 3;

    /// <summary>How long what has something to move to may stand still. A commit that takes longer, or a gap that the store waits at, is red too:
    /// nothing recorded after it is told until it has passed.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var (behind, wrong) = await Shards(connection, cancellationToken);
            wrong.AddRange(await PoisonFacts.Found(connection, service, cancellationToken));
            return wrong.Count > 0 ? HealthCheckResult.Unhealthy(string.Join(' ', wrong.Select(w => $"{service.Name}: {w}")))
                : behind > Allowed ? HealthCheckResult.Unhealthy($"{service.Name}: {behind} events behind.")
                : HealthCheckResult.Healthy($"{behind} events behind.");
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy($"{service.Name}: {Stores.Why(e, database)}");
        }
    }

    private async Task<(long Behind, List<string> Wrong)> Shards(NpgsqlConnection connection, CancellationToken cancel)
    {
        // What an earlier version projected and this one does not stays where it was, and is behind for ever.
        string[] names = [ShardState.HighWaterMark, .. daemon.RegisteredShardNames().Select(s => s.Identity)];
        // The mark's row is written at each look, whether it moved or not.
        await using var command = new NpgsqlCommand(
            $"""
            select s.name, coalesce(p.last_seq_id, 0), coalesce((select max(seq_id) from {service.Name}.mt_events), 0), e.seq_id, e.type,
              case s.name when '{ShardState.HighWaterMark}' then now() - e.timestamp else least(now() - p.last_updated, now() - e.timestamp) end
            from unnest($1) s (name) left join {service.Name}.mt_event_progression p on p.name = s.name
            left join lateral (
              select seq_id, type, timestamp from {service.Name}.mt_events where seq_id > coalesce(p.last_seq_id, 0) order by seq_id limit 1
            ) e on true
            """,
            connection
        )
        {
            CommandTimeout = SecondsToAnswer,
        };
        command.Parameters.Add(new() { Value = names });
        var (behind, wrong, why) = (0L, new List<string>(), stopped.All.ToDictionary(s => s.Shard));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var (shard, progress, highest) = (reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2));
            behind = Math.Max(behind, highest - progress);
            if (why.TryGetValue(shard, out var known) && known.Failure.Event is { } at && progress >= at.Sequence)
            {
                stopped.Passed(shard);
            }
            else if (known.Failure is { } failure)
            {
                wrong.Add(
                    $"{shard} stopped at {progress} "
                        + (failure.Event is { } e ? $"by the event {e.Sequence} ({e.EventTypeName})." : $"by {failure.RootExceptionType}.")
                );
            }
            else if (!reader.IsDBNull(3) && reader.GetTimeSpan(5) is var still && still > Timeout)
            {
                wrong.Add(
                    $"{shard} stands at {progress} for {still.TotalSeconds:F0} s; the next event is {reader.GetInt64(3)} ({reader.GetString(4)})."
                );
            }
        }

        return (behind, wrong);
    }
}
