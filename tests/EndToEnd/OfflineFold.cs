using Marten;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Engagement;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Local;
using PracticeAnalysis.Reporting;
using PracticeAnalysis.Reporting.History.Replay;
using PracticeAnalysis.ServiceDefaults;
using PracticeAnalysis.Session;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What the ledger must say, folded from the three stores without the services.</summary>
public static class OfflineFold
{
    /// <summary>The services.</summary>
    public static readonly ServiceDefinition[] Services =
    [
        EngagementConfiguration.Service,
        SessionConfiguration.Service,
        ReportingConfiguration.Service,
    ];

    /// <summary>Every event of a tenant in the three stores that the ledger shows, by the engagement it belongs to, in causal order.</summary>
    /// <param name="apart">Whether each service has a database of its own.</param>
    public static async Task<ILookup<Guid, LedgerEntryRecorded>> Read(PrivateCluster cluster, string tenant, bool apart = false)
    {
        var entries = new List<LedgerEntryRecorded>();
        foreach (var service in Services)
        {
            await using var owner = new NpgsqlConnection(cluster.ConnectionString("owner", apart ? service.Name : "practice"));
            await owner.OpenAsync();
            await foreach (var entry in new StoredEntries(service.Name, service.LedgeredFacts).Read(owner, tenant))
            {
                entries.Add(entry);
            }
        }

        return ReadHistory.InCausalOrder(entries).ToLookup(e => e.Subject);
    }

    /// <summary>A service's store, opened from outside.</summary>
    public static DocumentStore Open(PrivateCluster cluster, ServiceDefinition service, string login = "owner") =>
        DocumentStore.For(options =>
        {
            options.Connection(cluster.ConnectionString(login));
            service.Configure(options);
            options.AutoCreateSchemaObjects = JasperFx.AutoCreate.None;
        });
}
