using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>Facilitators, their qualification and their independence.</summary>
public static class FacilitatorsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Facilitator>();
            },
            Views = views =>
                views.AddSingleton(
                    new View<Facilitator>(f => f.Evidence.Select(e => e.Title), (f, _, opener) => FacilitatorView.Of(f, opener))
                ),
            Ledgered = [typeof(FacilitatorFact)],
        };
}
