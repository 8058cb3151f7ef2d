using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;

namespace PracticeAnalysis.Reporting.Groups;

/// <summary>Turns the other services' messages into local facts of each group's record, once each, in whatever order they come.</summary>
public static class LearnOfGroupsHandler
{
    /// <summary>A group is sealed.</summary>
    public static Task Handle(GroupSealed message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<GroupRecord>("sealed", [message.Group], message.Origin, new SealingLearned(message), cancel);

    /// <summary>An engagement is active.</summary>
    public static Task Handle(EngagementActivated message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<GroupRecord>("activated", message.Groups, message.Origin, new ActivationLearned(message), cancel);

    /// <summary>An engagement is concluded.</summary>
    public static Task Handle(EngagementConcluded message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<GroupRecord>("concluded", message.Groups, message.Origin, new ConclusionLearned(message), cancel);

    /// <summary>A session was held.</summary>
    public static Task Handle(SessionHeld message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<GroupRecord>("held", [message.Group], message.Origin, new SessionLearned(message), cancel);

    /// <summary>Themes were coded.</summary>
    public static Task Handle(ThemesCoded message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<GroupRecord>("themes", [message.Group], message.Origin, new ThemesLearned(message), cancel);

    /// <summary>A track changed its state.</summary>
    public static Task Handle(TrackStateChanged message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<GroupRecord>("track", [message.Group], message.Origin, new TrackLearned(message), cancel);
}
