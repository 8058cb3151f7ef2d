using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Operations;

/// <summary>What goes on after its answer.</summary>
public static class OperationsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Operation>();
            },
            Views = views => views.AddScoped<ReadOperations>().AddSingleton(new View<Operation>(_ => [], (o, _, _) => OperationView.Of(o))),
            Ledgered = [typeof(OperationFact)],
        };
}
