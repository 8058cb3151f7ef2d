using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using AccessV1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>Sandboxes, in generations.</summary>
public static class SandboxesModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Sandbox>();
            },
            Views = views => views.AddSingleton(new View<Sandbox>(_ => [], (s, reader, _) => SandboxView.Of(s, reader))),
            Messages = messages =>
            {
                messages.Publishes<AccessV1.SandboxReset>("session", "reporting");
            },
            Ledgered = [typeof(SandboxFact)],
        };
}
