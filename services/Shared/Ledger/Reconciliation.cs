using JasperFx;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace PracticeAnalysis.Ledger;

/// <summary>Tells the ledger what this service has published to it, so that it finds what it did not take: what is new a second later, and in a slow
/// walk everything, begun a minute after the start and anew an hour after its end (<c>Ledger:Walk</c>). Done by the node that runs the
/// subscription; how far it came is in memory alone.</summary>
public sealed class Reconciliation(
    StoreDefinition service,
    IWolverineRuntime runtime,
    IEventSubscriptionAgentFamily shards,
    [FromKeyedServices(Stores.Daemon)] NpgsqlDataSource daemon,
    IServiceScopeFactory scopes,
    IConfiguration configuration,
    TimeProvider time
) : BackgroundService
{
    // Numbers of events: one message of some kilobytes for each practice that is among them.
    private const int AtOnce = 1_000;
    private const int Rounds = 10;

    // A node that falls leaves messages behind which another one sends; a walk at once would miss them.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    private readonly TimeSpan _rest = configuration.GetValue("Ledger:Walk", TimeSpan.FromHours(1));
    private readonly string[] _types = [.. service.LedgeredFacts.SelectMany(FactTypes.Aliases)];

    private long? _followed;
    private long _published;
    private long _walked;
    private DateTimeOffset _rests;

    /// <summary>Why it could not tell at its last look; null where it could.</summary>
    internal string? Failure { get; private set; }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A node of this kind runs no shards.
        if (runtime.Options.Durability.Mode == DurabilityMode.MediatorOnly)
        {
            return;
        }

        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
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
            if (await shards.Running(runtime, LedgerSubscription.Shard) is null)
            {
                (_followed, Failure) = (null, null);
                return;
            }

            var progress = await daemon.Progress(service.Name, LedgerSubscription.Shard, cancel);
            if (_followed is null)
            {
                (_followed, _published, _walked, _rests) = (progress, progress, 0, time.GetUtcNow() + (_rest < First ? _rest : First));
            }

            // What was published by the last look comes before this in the same queue.
            for (var round = 0; round < Rounds && _followed < _published; round++)
            {
                _followed = await Tell(_followed.Value, _published, cancel);
            }

            if (time.GetUtcNow() >= _rests)
            {
                _walked = await Tell(_walked, _published, cancel);
                (_walked, _rests) = _walked < _published ? (_walked, _rests) : (0, time.GetUtcNow() + _rest);
            }

            _published = progress;
            Failure = null;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Failure = Stores.Why(e, daemon);
        }
    }

    // How far it came. An event that the subscription passed over was not published: that is seen where it is told.
    private async Task<long> Tell(long after, long through, CancellationToken cancel)
    {
        through = Math.Min(after + AtOnce, through);
        await using var command = daemon.CreateCommand(
            $"""
            select e.tenant_id, e.stream_id, array_agg(e.version order by e.version),
              case when max(e.version) = min(h.version) then min(h.link) end, min(h.subject)
            from {service.Name}.mt_events e
            cross join lateral (
              select (c.data ->> 'version')::bigint as version, c.data ->> 'link' as link, c.data ->> 'subject' as subject
              from {service.Name}.mt_doc_chainhead c where c.tenant_id = e.tenant_id and c.id = e.stream_id) h
            where e.seq_id > $1 and e.seq_id <= $2 and e.type = any($3) and e.version <= h.version
            group by e.tenant_id, e.stream_id
            """
        );
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(through);
        command.Parameters.AddWithValue(_types);
        var found = new List<(string Tenant, StreamVersions Stream)>();
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                found.Add(
                    (
                        reader.GetString(0),
                        new(
                            reader.GetGuid(1),
                            reader.GetFieldValue<long[]>(2),
                            reader.IsDBNull(3) ? null : reader.GetString(3),
                            Guid.Parse(reader.GetString(4))
                        )
                    )
                );
            }
        }

        await using var scope = scopes.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        foreach (var tenant in found.GroupBy(f => f.Tenant, f => f.Stream))
        {
            await bus.PublishAsync(new LedgerEntriesPublished(service.Name, [.. tenant]), new DeliveryOptions { TenantId = tenant.Key });
        }

        return through;
    }
}

/// <summary>What the looks beside the daemon ask of it.</summary>
internal static class DaemonShards
{
    /// <summary>The shard, where this node runs it.</summary>
    public static async Task<IEventSubscriptionAgent?> Running(
        this IEventSubscriptionAgentFamily shards,
        IWolverineRuntime runtime,
        string shard
    ) =>
        await shards.FindAgentUriAsync(shard, null) is { } at
        && runtime.Agents.TryFindActiveAgent<IEventSubscriptionAgent>(at, out var running)
        && running.Status == AgentStatus.Running
            ? running
            : null;

    /// <summary>The number of the last event that it has passed.</summary>
    public static async Task<long> Progress(this NpgsqlDataSource daemon, string service, string shard, CancellationToken cancel)
    {
        await using var command = daemon.CreateCommand($"select last_seq_id from {service}.mt_event_progression where name = $1");
        command.Parameters.AddWithValue(shard);
        return await command.ExecuteScalarAsync(cancel) as long? ?? 0;
    }
}
