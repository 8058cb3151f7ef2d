using Marten;
using Marten.Events;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A service of its own, so that no daemon of another test writes meanwhile.</summary>
public sealed class RebuiltFixture() : ServiceFixture<Program>("reporting");

public class when_projections_are_rebuilt(RebuiltFixture rebuilt) : IClassFixture<RebuiltFixture>
{
    [Fact]
    public async Task the_documents_have_the_same_bytes_as_before()
    {
        var cancel = TestContext.Current.CancellationToken;
        var journey = await new Journey(rebuilt).ToAgreed();
        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.Origin()));
        await journey.CaughtUp();
        await rebuilt.Host.StopAsync(cancel);
        await using var owner = NpgsqlDataSource.Create(rebuilt.Cluster.ConnectionString("owner"));
        await using var store = DocumentStore.For(options =>
        {
            // As the service's own daemon does: under its login, with the schema as it is.
            options.Connection(rebuilt.Cluster.ConnectionString("reporting_daemon"));
            ReportingConfiguration.Service.Configure(options);
            options.AutoCreateSchemaObjects = JasperFx.AutoCreate.None;
        });

        // What came in until the service stopped is projected the ordinary way first.
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();
        await daemon.WaitForNonStaleData(TimeSpan.FromSeconds(30));
        await daemon.StopAllAsync();
        var before = await Documents(owner);
        foreach (var alias in new[] { "group_evolution", "group_record", "bilan" })
        {
            before.ShouldContain(d => d.StartsWith(alias, StringComparison.Ordinal));
        }

        foreach (var projection in new[] { "GroupEvolution", "GroupRecord", "Bilan" })
        {
            await daemon.RebuildProjectionAsync(projection, TimeSpan.FromMinutes(1), cancel);
        }

        (await Documents(owner)).ShouldBe(before);
    }

    private static async Task<List<string>> Documents(NpgsqlDataSource owner)
    {
        var documents = new List<string>();
        foreach (var table in new[] { "group_evolution", "group_record", "bilan" })
        {
            await using var command = owner.CreateCommand(
                $"select '{table} ' || tenant_id || ' ' || id || ' ' || data from reporting.mt_doc_{table} order by 1"
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
