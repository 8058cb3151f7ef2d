using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>Action tracks: opened, endorsed, followed to their end.</summary>
public static class TracksModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<ActionTrack>();
            },
            Views = views => views.AddSingleton(new View<ActionTrack>(TrackView.Texts, (track, _, opener) => TrackView.Of(track, opener))),
            Messages = messages =>
            {
                messages.Publishes<V1.TrackStateChanged>("reporting");
                messages.Publishes<V1.TrackEndorsed>("reporting");
                messages.Publishes<V1.EndorsementContested>("reporting");
            },
            Ledgered = [typeof(TrackFact)],
        };
}
