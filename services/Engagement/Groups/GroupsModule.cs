using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Groups: constituted, sealed, changed by departures and exceptions.</summary>
public static class GroupsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Group>();
            },
            Views = views => views.AddSingleton(new View<Group>(GroupView.Texts, GroupView.Of)),
            Messages = messages =>
            {
                messages.Publishes<V1.GroupSealed>("session", "reporting");
                messages.Publishes<V1.MemberEnrolled>("session", "reporting");
                messages.Publishes<V1.MemberLeft>("session", "reporting");
                messages.Publishes<V1.VolunteeringRevoked>("session", "reporting");
                messages.Publishes<V1.MemberNamed>("reporting");
            },
            Ledgered = [typeof(GroupFact)],
        };
}
