using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace PracticeAnalysis.EventStore;

/// <summary>Compares snapshots with their streams, and writes anew what differs while its stream is held: beside running nodes, and without a
/// moment in which it is not there.</summary>
public sealed class Snapshots(
    StoreDefinition service,
    IDocumentStore store,
    [FromKeyedServices(Stores.Daemon)] NpgsqlDataSource everyTenant
)
{
    private readonly IReadOnlyList<ISnapshot> _kinds = Kinds(service);

    /// <summary>The next streams in the order of tenants and ids, and whether each has a snapshot; none after the last one.</summary>
    /// <param name="until">The store's number up to which a stream must have begun: who walks while others write would never come to an end.</param>
    public Task<IReadOnlyList<(string Tenant, Guid Id, bool IsKept)>> After(
        (string Tenant, Guid Id) last,
        long until,
        int most,
        CancellationToken cancel
    ) =>
        Find(
            $"""
            select s.tenant_id, s.id, e.type = any($1)
            from {service.Name}.mt_streams s
            join {service.Name}.mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = 1
            where (s.tenant_id, s.id) > ($2, $3) and e.seq_id <= $4
            order by 1, 2 limit $5
            """,
            cancel,
            last.Tenant,
            last.Id,
            until,
            most
        );

    /// <summary>The streams that gained facts between two of the store's numbers, the second included.</summary>
    public Task<IReadOnlyList<(string Tenant, Guid Id, bool IsKept)>> Between(
        long after,
        long through,
        int most,
        CancellationToken cancel
    ) =>
        Find(
            $"""
            select distinct tenant_id, stream_id, true from {service.Name}.mt_events
            where seq_id > $2 and seq_id <= $3 and type = any($1) limit $4
            """,
            cancel,
            after,
            through,
            most
        );

    /// <summary>The store's highest number.</summary>
    public async Task<long> Newest(CancellationToken cancel)
    {
        await using var command = everyTenant.CreateCommand($"select coalesce(max(seq_id), 0) from {service.Name}.mt_events");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Every tenant that has facts.</summary>
    public async Task<IReadOnlyList<string>> Tenants(CancellationToken cancel)
    {
        await using var command = everyTenant.CreateCommand($"select distinct tenant_id from {service.Name}.mt_streams order by 1");
        var tenants = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            tenants.Add(reader.GetString(0));
        }

        return tenants;
    }

    /// <summary>Compares a stream's snapshots, and writes anew what differs.</summary>
    /// <returns>The aggregates that differed.</returns>
    public async Task<IReadOnlyList<string>> Mend(string tenant, Guid stream, CancellationToken cancel)
    {
        await using (var reading = await store.ForTenant(tenant, cancel))
        {
            if ((await Differing(reading, stream, cancel)).Count == 0)
            {
                return [];
            }
        }

        // A writer may have come between the two reads; once the stream is held there is none, as in every command.
        await using var holding = await store.ForTenant(tenant, cancel);
        await using (var hold = holding.Connection!.CreateCommand())
        {
            hold.CommandText = $"select version from {service.Name}.mt_streams where tenant_id = $1 and id = $2 for update";
            hold.Parameters.Add(new() { Value = tenant });
            hold.Parameters.Add(new() { Value = stream });
            await hold.ExecuteScalarAsync(cancel);
        }

        var differing = await Differing(holding, stream, cancel);
        await holding.Commit();
        return differing;
    }

    private async Task<List<string>> Differing(IDocumentSession session, Guid stream, CancellationToken cancel)
    {
        var events = await session.Events.FetchStreamAsync(stream, token: cancel);
        var differing = new List<string>();
        foreach (var kind in events.Count == 0 ? [] : _kinds)
        {
            // What the daemon is still to write is behind, and not different.
            var written = kind.Lifecycle == ProjectionLifecycle.Inline || await Reached(session, kind.Name, cancel) >= events[^1].Sequence;
            if (written && await kind.Mend(session, events, cancel) == true)
            {
                differing.Add(kind.Name);
            }
        }

        return differing;
    }

    private async Task<long> Reached(IDocumentSession session, string projection, CancellationToken cancel)
    {
        await using var command = session.Connection!.CreateCommand();
        command.CommandText = $"select coalesce(max(last_seq_id), 0) from {service.Name}.mt_event_progression where name = $1";
        command.Parameters.Add(new() { Value = $"{projection}:All" });
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<IReadOnlyList<(string Tenant, Guid Id, bool IsKept)>> Find(
        string sql,
        CancellationToken cancel,
        params object[] values
    )
    {
        await using var command = everyTenant.CreateCommand(sql);
        command.Parameters.Add(new() { Value = _kinds.SelectMany(k => k.Facts).ToArray() });
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var streams = new List<(string, Guid, bool)>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            streams.Add((reader.GetString(0), reader.GetGuid(1), reader.GetBoolean(2)));
        }

        return streams;
    }

    private static ISnapshot[] Kinds(StoreDefinition service)
    {
        var options = new StoreOptions();
        service.Configure(options);
        return [.. options.Projections.All.OfType<ISnapshot>()];
    }
}
