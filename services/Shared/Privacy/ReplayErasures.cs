using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.Privacy;

/// <summary>Erases again whom a restored backup brought back, from the list that is kept outside of it. To be run before the services start.</summary>
public static class ReplayErasures
{
    /// <summary>Replays the list on this service's database.</summary>
    /// <returns>How many the list holds, and how many of them had come back.</returns>
    public static async Task<(int Listed, int Erased)> Run(IHost host, CancellationToken cancel)
    {
        var list = host.Services.GetRequiredService<ErasureList>().Read();
        var erased = 0;
        foreach (var erasure in list)
        {
            await using var session = await host.Services.GetRequiredService<IDocumentStore>().ForTenant(erasure.Tenant, cancel);
            var before = await session.LoadAsync<ErasedPerson>(PersonStreams.Erased(erasure.Person), cancel);
            var after = await host
                .Services.GetRequiredService<PersonErasure>()
                .Erase(session, erasure.Person, before?.LastOccurredAt ?? erasure.At, cancel);
            erased += after.Version == (before?.Version ?? 0) ? 0 : 1;
            await session.Commit();
        }

        return (list.Count, erased);
    }
}
