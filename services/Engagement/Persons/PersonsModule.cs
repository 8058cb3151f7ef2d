using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Persons: their names, which are no events, and their erasure.</summary>
public static class PersonsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<PersonRecord>();
            },
            Views = views =>
                views
                    .AddScoped<ReadIdentities>()
                    .AddSingleton<IKnowsEnds, EngagementEnds>()
                    .AddSingleton<IKnowsWaiting, WaitingAgreements>()
                    .AddSingleton<IKeepsOfPersons, KeptNames>()
                    .AddSingleton(new View<PersonRecord>(_ => [], (p, reader, _) => ErasureView.Of(p, reader))),
            Messages = messages =>
            {
                messages.Publishes<PersonErasureRequested>("engagement", "session", "reporting");
                messages.Publishes<PersonErasureCompleted>("engagement");
            },
            Ledgered = [typeof(PersonFact)],
        };
}
