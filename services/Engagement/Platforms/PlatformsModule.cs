using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using AccessV1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.Platforms;

/// <summary>What establishments grant platforms to read for them.</summary>
public static class PlatformsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<PlatformGrant>();
            },
            Views = views => views.AddSingleton(new View<PlatformGrant>(_ => [], (g, _, _) => PlatformGrantView.Of(g))),
            Messages = messages =>
            {
                messages.Publishes<AccessV1.PlatformAccessGranted>("reporting");
                messages.Publishes<AccessV1.PlatformAccessRevoked>("reporting");
            },
            Ledgered = [typeof(PlatformGrantFact)],
        };
}
