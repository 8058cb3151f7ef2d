using Marten;
using Marten.Events;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A rebuild of every projection gives the same bytes; and the daemon, in production's mode, moves them on.</summary>
[Collection(typeof(TheSystem))]
public class when_projections_are_rebuilt(SystemFixture system)
{
    [Theory]
    [InlineData("engagement")]
    [InlineData("session")]
    [InlineData("reporting")]
    public async Task every_document_has_the_same_bytes_as_before(string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        var service = OfflineFold.Services.Single(s => s.Name == name);
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        // The login that the service's own daemon has.
        await using var store = OfflineFold.Open(system.Host.Cluster, service, $"{name}_daemon");
        await store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromMinutes(1));
        await using var down = await system.Host.Kill(name);
        // What came between the wait and the end is projected first.
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();
        await store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromMinutes(1));
        await daemon.StopAllAsync();
        var before = await Documents(owner, store, service);
        before.ShouldNotBeEmpty();
        foreach (var projection in store.Options.Projections.All)
        {
            await daemon.RebuildProjectionAsync(projection.Name, TimeSpan.FromMinutes(5), cancel);
        }

        (await Documents(owner, store, service)).ShouldBe(before);
    }

    private static async Task<List<string>> Documents(NpgsqlDataSource owner, DocumentStore store, ServiceDefinition service)
    {
        var documents = new List<string>();
        foreach (var projection in store.Options.Projections.All)
        {
            // A snapshot is of its aggregate; what is no snapshot says which document it writes.
            var document = projection.ImplementationType.GetGenericArguments() is [var aggregate]
                ? FactTypes.Alias(aggregate)
                : projection.PublishedTypes().Single().Name;
            var table = document.ToLowerInvariant();
            await using var command = owner.CreateCommand(
                $"select '{table} ' || tenant_id || ' ' || id || ' ' || data from {service.Name}.mt_doc_{table} order by 1"
            );
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                documents.Add(reader.GetString(0));
            }
        }

        return documents;
    }
}
