using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Mandates;

/// <summary>What Engagement told of each group.</summary>
public static class MandatesModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Mandate>();
            },
            Ledgered = [typeof(MandateFact)],
        };
}
