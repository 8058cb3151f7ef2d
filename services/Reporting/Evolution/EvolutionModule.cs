using JasperFx.Events.Projections;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Evolution;

/// <summary>Groups, as the other services tell of them: their records, how they moved, and who looked at their history.</summary>
public static class EvolutionModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<GroupRecord>();
                store.AddAggregate<GroupEvolution>(ProjectionLifecycle.Async);
            },
            Views = views =>
                views
                    .AddSingleton<IKnowsEnds, EngagementEnds>()
                    .AddSingleton<IKnowsGroups, KnownGroups>()
                    .AddScoped<ReadAuditTrail>()
                    .AddScoped<ReadEvolution>()
                    .AddSingleton(new View<GroupEvolution>(_ => [], (e, reader, _) => EvolutionView.Of(e, reader))),
            Ledgered = [typeof(GroupFact)],
        };
}
