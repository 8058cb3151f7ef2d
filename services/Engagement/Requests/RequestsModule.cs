using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Requests;

/// <summary>Requests: submitted, qualified, declined, withdrawn.</summary>
public static class RequestsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Request>();
            },
            Views = views => views.AddSingleton(new View<Request>(RequestView.Texts, (r, _, opener) => RequestView.Of(r, opener))),
            Ledgered = [typeof(RequestFact)],
        };
}
