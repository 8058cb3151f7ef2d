using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine;
using Wolverine.Runtime;

namespace PracticeAnalysis.Messaging;

/// <summary>Has the nodes of a service judged by the database's clock, and a leader that hangs replaced. Wolverine compares heartbeats, which the
/// database times, with the clock of whoever compares; and its leader holds a lock for as long as its connection is open, whether it lives or not.</summary>
public sealed partial class NodeWatch(
    StoreDefinition service,
    IWolverineRuntime runtime,
    NpgsqlDataSource database,
    NodeClock clock,
    IHostApplicationLifetime life,
    TimeProvider time,
    ILogger<NodeWatch> log
) : BackgroundService
{
    /// <summary>How long a node may be silent before the others take over what it does.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // A database that was away heard from no node: each has so long to be heard again before any is judged.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private bool _wasOff;
    private DateTimeOffset _away = DateTimeOffset.MinValue;
    private DateTime? _registered;

    /// <summary>Before anything judges nodes, so register it before Wolverine.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, time);
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

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            Follow(await clock.Off(cancel));
            if (runtime.Options.Durability.Mode != DurabilityMode.Balanced)
            {
                return;
            }

            if (await WasGivenUp(cancel))
            {
                LogGivenUp(log);
                life.StopApplication();
            }
            else if (await EndSilentLeader(cancel) is > 0 and var ended)
            {
                LogEnded(log, ended);
            }
        }
        catch (NpgsqlException)
        {
            // Who is away, or has a database that is, judges nobody.
            _away = time.GetUtcNow();
        }
    }

    // By so much later, or earlier, a node seems silent to this clock.
    private void Follow(TimeSpan off)
    {
        runtime.Options.Durability.StaleNodeTimeout = Silence + off + (time.GetUtcNow() - _away < Grace ? Grace : TimeSpan.Zero);
        var isOff = off.Duration() > Occurrence.Tolerance;
        if (isOff && !_wasOff)
        {
            LogOff(log, off.TotalSeconds);
        }

        _wasOff = isOff;
    }

    // The others have taken over all that this node did, and its own copies of it have failed. It would claim it back; it ends instead, and whoever runs it
    // starts it anew.
    private async Task<bool> WasGivenUp(CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"select started from {service.Name}.wolverine_nodes where id = $1");
        command.Parameters.Add(new() { Value = runtime.Options.UniqueNodeId });
        var registered = await command.ExecuteScalarAsync(cancel) as DateTime?;
        var before = _registered;
        _registered ??= registered;
        return before is not null && registered != before;
    }

    // A leader that lives asks on the lock's connection every second. The connection is of our own login, so that we may end it, and its lock with it.
    private async Task<long> EndSilentLeader(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"""
            select count(pg_terminate_backend(a.pid)) from pg_stat_activity a
            where a.datname = current_database() and a.usename = current_user and a.application_name like 'wolverine-advisory-lock:%'
              and a.state_change < clock_timestamp() - $1
              and exists (select from pg_locks l where l.pid = a.pid and l.locktype = 'advisory' and l.granted)
              and not exists (
                select from {service.Name}.wolverine_node_assignments leads join {service.Name}.wolverine_nodes n on n.id = leads.node_id
                where leads.id = 'wolverine://leader/' and n.health_check > clock_timestamp() - $1)
            """
        );
        command.Parameters.Add(new() { Value = Silence });
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This node's clock is {Seconds} seconds off the database's: set it. Nodes are judged by the database's clock meanwhile."
    )]
    private static partial void LogOff(ILogger log, double seconds);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "This node was silent for so long that the others took over what it did: it ends, and is to be started anew."
    )]
    private static partial void LogGivenUp(ILogger log);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A leader was silent for too long: {Count} session was ended, and another node may lead."
    )]
    private static partial void LogEnded(ILogger log, long count);
}

/// <summary>Adds the watch.</summary>
public static class NodeWatching
{
    /// <summary>Adds it, and what says how far the clock is off; not to a migration, which is no node.</summary>
    public static void AddNodeWatch(this WebApplicationBuilder builder)
    {
        // A clock that is set back on purpose says nothing of the machine's.
        builder.Services.AddSingleton(s => new NodeClock(
            s.GetRequiredService<NpgsqlDataSource>(),
            s.GetRequiredService<TimeProvider>() is var time and not SetBackTime ? time : TimeProvider.System
        ));
        if (!builder.Configuration.GetValue<bool>("Migrate"))
        {
            builder.Services.AddHostedService<NodeWatch>();
        }
    }
}
