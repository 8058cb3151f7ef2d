using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Persons;

/// <summary>Persons, as this service knows them: what waits for them, and their erasure.</summary>
public static class PersonsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Views = views =>
                views
                    .AddSingleton<IKnowsEnds, EngagementEnds>()
                    .AddSingleton<IKnowsWaiting, WaitingTracks>()
                    .AddSingleton<IKnowsWaiting, WaitingCorrections>(),
            Messages = messages =>
            {
                messages.Publishes<PersonErasureCompleted>("engagement");
            },
        };
}
