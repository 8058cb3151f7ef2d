using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.PastEngagements;

/// <summary>Engagements that were over before they were told.</summary>
public static class PastEngagementsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<PastEngagement>();
            },
            Views = views => views.AddSingleton(new View<PastEngagement>(_ => [], (p, _, _) => PastEngagementView.Of(p))),
            Ledgered = [typeof(PastEngagementFact)],
        };
}
