using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Sessions: scheduled, held by their protocol, closed, corrected.</summary>
public static class SessionsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Session>();
            },
            Views = views => views.AddLive<SessionMoves>().AddSingleton(new View<Session>(SessionView.Texts, SessionView.Of)),
            Messages = messages =>
            {
                messages.Publishes<V1.SessionHeld>("engagement", "reporting");
                messages.Publishes<V1.SessionCorrected>("engagement", "reporting");
                messages.Publishes<V1.SessionScheduled>("engagement", "reporting");
                messages.Publishes<V1.SessionCancelled>("engagement", "reporting");
                messages.Publishes<V1.SessionIntervalBreached>("engagement");
                messages.Publishes<V1.FrameIncidentRaised>("engagement");
                messages.Publishes<V1.ThemesCoded>("reporting");
                messages.Publishes<V1.ThemesCorrected>("reporting");
                messages.Publishes<V1.CommonDecisionAdopted>("reporting");
                messages.Publishes<V1.CommonDecisionSetAside>("reporting");
            },
            Ledgered = [typeof(SessionFact)],
        };
}
