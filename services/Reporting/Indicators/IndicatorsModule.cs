using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Releases of figures, which disclose nobody: in bands, above floors, and frozen.</summary>
public static class IndicatorsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<IndicatorRelease>();
                store.AddAggregate<EstablishmentRecord>();
            },
            Views = views =>
                views
                    .AddScoped<ReadIndicators>()
                    .AddSingleton(new View<IndicatorRelease>(_ => [], (period, _, _) => PeriodView.Of(period))),
            Ledgered = [typeof(ReleaseFact), typeof(PlaceFact)],
        };
}
