using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.Session.Mandates;
using Wolverine;
using Wolverine.Postgresql;

namespace PracticeAnalysis.Session;

/// <summary>What the Session service stores, sends, receives and answers.</summary>
public static class SessionConfiguration
{
    /// <summary>The service, as the common host takes it.</summary>
    public static ServiceDefinition Service { get; } =
        new("session", typeof(SessionConfiguration).Assembly, ConfigureSession, ConfigureSession, [typeof(MandateFact)]);

    /// <summary>The aggregates.</summary>
    public static void ConfigureSession(StoreOptions options) => options.AddAggregate<Mandate>();

    /// <summary>The messages.</summary>
    public static void ConfigureSession(WolverineOptions options)
    {
        options.Publishes<LedgerEntryRecorded>("reporting");
        options.ListenToPostgresqlQueue("session");
    }

    /// <summary>How the aggregates are shown.</summary>
    public static void AddSessionViews(this IServiceCollection services) => _ = services;

    /// <summary>The routes.</summary>
    public static void MapSession(this WebApplication app) => _ = app;
}
