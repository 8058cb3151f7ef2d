using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Frames: those that ship, read before the first request is answered, and a practice's own.</summary>
public static class FramesModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<PolicySet>();
                store.AddAggregate<KnownProtocol>();
            },
            Views = views =>
                views
                    .AddSingleton(FrameLibrary.Read(typeof(FrameLibrary).Assembly))
                    .AddScoped<ReadFrames>()
                    .AddSingleton(new View<PolicySet>(_ => [], (p, _, _) => PolicySetView.Of(p))),
            Ledgered = [typeof(PolicySetFact), typeof(KnownProtocolFact)],
        };
}
