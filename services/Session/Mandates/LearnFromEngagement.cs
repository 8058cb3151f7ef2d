using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;

namespace PracticeAnalysis.Session.Mandates;

/// <summary>Turns Engagement's messages into local facts of each group's mandate, once each, in whatever order they come.</summary>
public static class LearnFromEngagementHandler
{
    /// <summary>A group is sealed.</summary>
    public static Task Handle(GroupSealed message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Mandate>("sealed", [message.Group], message.Origin, new GroupSealingLearned(message), cancel);

    /// <summary>An engagement is active.</summary>
    public static Task Handle(EngagementActivated message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Mandate>("activated", message.Groups, message.Origin, new ActivationLearned(message), cancel);

    /// <summary>An engagement is concluded.</summary>
    public static Task Handle(EngagementConcluded message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Mandate>("concluded", message.Groups, message.Origin, new ConclusionLearned(message), cancel);
}
