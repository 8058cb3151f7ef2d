using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Pulses;

/// <summary>The short question to those present at a session's end.</summary>
public static class PulsesModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Pulse>();
                store.Schema.For<BallotBox>();
            },
            Views = views =>
                views
                    .AddSingleton<IKeepsOfPersons, KeptBallots>()
                    .AddSingleton(new View<Pulse>(_ => [], (pulse, _, _) => PulseView.Of(pulse))),
            Messages = messages =>
            {
                messages.Publishes<V1.PulseCounted>("reporting");
            },
            Ledgered = [typeof(PulseFact)],
        };
}
