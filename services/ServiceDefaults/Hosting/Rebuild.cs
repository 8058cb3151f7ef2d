using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events;
using Marten.Events.Projections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>Rebuilds a service's views beside its running nodes: stream by stream, each while it is held, and nothing is taken away first. May be
/// broken off and run again.</summary>
public static class Rebuild
{
    private const int Most = 200;

    /// <summary>Rebuilds them.</summary>
    /// <returns>How many streams were compared with their snapshots, how many of them differed and were written anew, and how many events were
    /// projected once more.</returns>
    public static async Task<(int Compared, int Mended, int Projected)> Run(IHost host, CancellationToken cancel)
    {
        var snapshots = host.Services.GetRequiredService<Snapshots>();
        var (compared, mended, last) = (0, 0, (Tenant: string.Empty, Id: Guid.Empty));
        for (var more = true; more; )
        {
            var next = await snapshots.After(last, Most, cancel);
            foreach (var (tenant, stream, _) in next.Where(s => s.IsKept))
            {
                mended += (await snapshots.Mend(tenant, stream, cancel)).Count > 0 ? 1 : 0;
            }

            (compared, more) = (compared + next.Count(s => s.IsKept), next.Count == Most);
            last = more ? (next[^1].Tenant, next[^1].Id) : last;
        }

        return (compared, mended, await Project(host, await snapshots.Tenants(cancel), cancel));
    }

    // What is no snapshot is written event by event, alike by whoever writes it: the daemon may go on meanwhile.
    private static async Task<int> Project(IHost host, IReadOnlyList<string> tenants, CancellationToken cancel)
    {
        var options = new StoreOptions();
        host.Services.GetRequiredService<ServiceDefinition>().Configure(options);
        var store = host.Services.GetRequiredService<IDocumentStore>();
        var projected = 0;
        foreach (var projection in options.Projections.All.OfType<EventProjection>())
        {
            foreach (var tenant in tenants)
            {
                for (var (last, more) = (0L, true); more; )
                {
                    await using var session = await store.ForTenant(tenant, cancel);
                    var types = projection.IncludedEventTypes.ToArray();
                    var events = await session
                        .Events.QueryAllRawEvents()
                        .Where(e => e.Sequence > last && e.EventTypesAre(types))
                        .OrderBy(e => e.Sequence)
                        .Take(Most)
                        .ToListAsync(cancel);
                    foreach (var e in events)
                    {
                        await projection.ApplyAsync(session, e, cancel);
                    }

                    await session.Commit();
                    (projected, more) = (projected + events.Count, events.Count == Most);
                    last = more ? events[^1].Sequence : last;
                }
            }
        }

        return projected;
    }
}
