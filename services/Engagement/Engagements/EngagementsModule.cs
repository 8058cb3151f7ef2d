using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Engagements, from their opening to their conclusion.</summary>
public static class EngagementsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Engagement>();
            },
            Views = views => views.AddSingleton(new View<Engagement>(EngagementView.Texts, EngagementView.Of)),
            Messages = messages =>
            {
                messages.Publishes<V1.EngagementActivated>("session", "reporting");
                messages.Publishes<V1.EngagementConcluded>("session", "reporting");
                messages.Publishes<V1.FacilitatorAssigned>("session", "reporting");
                messages.Publishes<V1.FacilitatorRelieved>("session", "reporting");
                messages.Publishes<V1.EngagementSuspended>("session", "reporting");
                messages.Publishes<V1.EngagementResumed>("session", "reporting");
                messages.Publishes<V1.EngagementRenewed>("session", "reporting");
                messages.Publishes<V1.TermsChanged>("session", "reporting");
                messages.Publishes<V1.EngagementEndedEarly>("session", "reporting");
                messages.Publishes<V1.BilanDue>("reporting");
                messages.Publishes<V1.MinimumTermReached>("reporting");
            },
            Ledgered = [typeof(EngagementFact)],
        };
}
