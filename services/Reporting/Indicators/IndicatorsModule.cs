using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Reporting.Registration;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Releases of figures, which disclose nobody: in bands, above floors, and frozen.</summary>
public static class IndicatorsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new(
            store =>
            {
                store.AddAggregate<IndicatorRelease>();
                store.AddAggregate<EstablishmentRecord>();
            },
            views =>
                views
                    .AddScoped<ReadIndicators>()
                    .AddSingleton(new View<IndicatorRelease>(_ => [], (period, _, _) => PeriodView.Of(period))),
            routes =>
            {
                ReadIndicators.Map(routes);
                ClosePeriod.Map(routes);
                PublishRelease.Map(routes);
                RetractRelease.Map(routes);
                ReadMethodology.Map(routes);
            }
        )
        {
            Ledgered = [typeof(ReleaseFact), typeof(PlaceFact)],
        };
}
