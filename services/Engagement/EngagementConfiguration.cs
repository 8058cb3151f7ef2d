using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using Wolverine;

namespace PracticeAnalysis.Engagement;

/// <summary>What the Engagement service stores, sends and answers.</summary>
public static class EngagementConfiguration
{
    /// <summary>The service, as the common host takes it.</summary>
    public static ServiceDefinition Service { get; } =
        new("engagement", typeof(EngagementConfiguration).Assembly, ConfigureEngagement, ConfigureEngagement, [typeof(EstablishmentFact)]);

    /// <summary>The aggregates.</summary>
    public static void ConfigureEngagement(StoreOptions options) => options.AddAggregate<Establishment>();

    /// <summary>The messages.</summary>
    public static void ConfigureEngagement(WolverineOptions options) => options.Publishes<LedgerEntryRecorded>("reporting");

    /// <summary>How the aggregates are shown.</summary>
    public static void AddEngagementViews(this IServiceCollection services) =>
        services.AddSingleton(new View<Establishment>(_ => [], (e, _, _) => EstablishmentView.Of(e)));

    /// <summary>The routes.</summary>
    public static void MapEngagement(this WebApplication app)
    {
        RegisterEstablishment.Map(app);
    }
}
