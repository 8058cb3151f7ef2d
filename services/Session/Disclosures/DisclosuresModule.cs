using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Disclosures: what an auditor may read of what was said, and on which basis.</summary>
public static class DisclosuresModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Disclosure>();
            },
            Views = views =>
                views
                    .AddScoped<ReadNarratives>()
                    .AddSingleton<IKnowsWaiting, WaitingDisclosures>()
                    .AddSingleton(new View<Disclosure>(DisclosureView.SealedIn, DisclosureView.Of)),
            Ledgered = [typeof(DisclosureFact)],
        };
}
