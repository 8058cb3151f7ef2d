using JasperFx.Events.Projections;
using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Reporting.Ledger;
using PracticeAnalysis.ServiceDefaults.Hosting;
using Wolverine;
using Wolverine.Postgresql;

namespace PracticeAnalysis.Reporting;

/// <summary>What the Reporting service stores, receives and answers.</summary>
public static class ReportingConfiguration
{
    /// <summary>The service, as the common host takes it. The ledger's own facts mirror other facts and are not ledgered again.</summary>
    public static ServiceDefinition Service { get; } =
        new("reporting", typeof(ReportingConfiguration).Assembly, ConfigureReporting, ConfigureReporting, []);

    /// <summary>The aggregates and projections.</summary>
    public static void ConfigureReporting(StoreOptions options) => options.AddAggregate<EngagementLedger>(ProjectionLifecycle.Async);

    /// <summary>The messages.</summary>
    public static void ConfigureReporting(WolverineOptions options)
    {
        options.Publishes<LedgerEntryRecorded>("reporting");
        options.ListenToPostgresqlQueue("reporting");
    }

    /// <summary>How the aggregates are shown.</summary>
    public static void AddReportingViews(this IServiceCollection services) => services.AddScoped<ReadHistory>();

    /// <summary>The routes.</summary>
    public static void MapReporting(this WebApplication app)
    {
        ReadHistory.Map(app);
    }
}
