using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events;
using Marten.Events.Projections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PracticeAnalysis.EventStore;

/// <summary>What a rebuild did.</summary>
/// <param name="Compared">How many streams were compared with their snapshots.</param>
/// <param name="Mended">How many of them differed and were written anew.</param>
/// <param name="Projected">How many events were projected once more.</param>
/// <param name="Poison">The facts that cannot be read or applied. Their streams were left as they are.</param>
public sealed record Rebuilt(int Compared, int Mended, int Projected, IReadOnlyCollection<string> Poison);

/// <summary>Rebuilds a service's views beside its running nodes: stream by stream, each while it is held, and nothing is taken away first. May be
/// broken off and run again.</summary>
public static class Rebuild
{
    private const int Most = 200;

    /// <summary>Rebuilds them.</summary>
    public static async Task<Rebuilt> Run(IHost host, CancellationToken cancel)
    {
        var snapshots = host.Services.GetRequiredService<Snapshots>();
        var poison = new SortedSet<string>(StringComparer.Ordinal);
        // What comes later is written by nodes that know how.
        var until = await snapshots.Newest(cancel);
        var (compared, mended, last) = (0, 0, (Tenant: string.Empty, Id: Guid.Empty));
        for (var more = true; more; )
        {
            var next = await snapshots.After(last, until, Most, cancel);
            foreach (var (tenant, stream, _) in next.Where(s => s.IsKept))
            {
                compared++;
                await LeavingOut(poison, async () => mended += (await snapshots.Mend(tenant, stream, cancel)).Count > 0 ? 1 : 0);
            }

            more = next.Count == Most;
            last = more ? (next[^1].Tenant, next[^1].Id) : last;
        }

        return new(compared, mended, await Project(host, await snapshots.Tenants(cancel), until, poison, cancel), poison);
    }

    // One fact of which nothing can be made keeps none of the others from their views.
    private static async Task LeavingOut(SortedSet<string> poison, Func<Task> rebuild)
    {
        try
        {
            await rebuild();
        }
        catch (Exception e) when (PoisonFactException.In(e) is { } fact)
        {
            poison.Add(fact.Said);
        }
    }

    // What is no snapshot is written event by event, alike by whoever writes it: the daemon may go on meanwhile.
    private static async Task<int> Project(
        IHost host,
        IReadOnlyList<string> tenants,
        long until,
        SortedSet<string> poison,
        CancellationToken cancel
    )
    {
        var options = new StoreOptions();
        host.Services.GetRequiredService<StoreDefinition>().Configure(options);
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
                        .Where(e => e.Sequence > last && e.Sequence <= until && e.EventTypesAre(types))
                        .OrderBy(e => e.Sequence)
                        .Take(Most)
                        .ToListAsync(cancel);
                    foreach (var e in events)
                    {
                        await LeavingOut(poison, () => projection.ApplyAsync(session, e, cancel).AsTask());
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
