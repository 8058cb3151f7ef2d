using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Groups;

/// <summary>Turns the other services' messages into local facts of each group's record, once each.</summary>
public static class LearnOfGroupsHandler
{
    /// <summary>A group is sealed.</summary>
    public static Task Handle(GroupSealed message, IDocumentSession session, HybridClock clock, CancellationToken cancel) =>
        Learn(session, clock, "sealed", [message.Group], message.Origin, new SealingLearned(message), cancel);

    /// <summary>An engagement is active.</summary>
    public static Task Handle(EngagementActivated message, IDocumentSession session, HybridClock clock, CancellationToken cancel) =>
        Learn(session, clock, "activated", message.Groups, message.Origin, new ActivationLearned(message), cancel);

    /// <summary>An engagement is concluded.</summary>
    public static Task Handle(EngagementConcluded message, IDocumentSession session, HybridClock clock, CancellationToken cancel) =>
        Learn(session, clock, "concluded", message.Groups, message.Origin, new ConclusionLearned(message), cancel);

    /// <summary>A session was held.</summary>
    public static Task Handle(SessionHeld message, IDocumentSession session, HybridClock clock, CancellationToken cancel) =>
        Learn(session, clock, "held", [message.Group], message.Origin, new SessionLearned(message), cancel);

    /// <summary>Themes were coded.</summary>
    public static Task Handle(ThemesCoded message, IDocumentSession session, HybridClock clock, CancellationToken cancel) =>
        Learn(session, clock, "themes", [message.Group], message.Origin, new ThemesLearned(message), cancel);

    /// <summary>A track changed its state.</summary>
    public static Task Handle(TrackStateChanged message, IDocumentSession session, HybridClock clock, CancellationToken cancel) =>
        Learn(session, clock, "track", [message.Group], message.Origin, new TrackLearned(message), cancel);

    // One decision may tell of several things from one origin: each kind of message is marked on its own.
    private static async Task Learn(
        IDocumentSession session,
        HybridClock clock,
        string kind,
        IReadOnlyList<Guid> groups,
        Origin origin,
        GroupFact fact,
        CancellationToken cancel
    )
    {
        if (!await session.IsFirst(kind, origin.Stream, origin.Version, cancel))
        {
            return;
        }

        foreach (var group in groups)
        {
            var record = await session.Events.FetchForWriting<GroupRecord>(group, cancel);
            record.AppendOne(fact with { OccurredAt = origin.OccurredAt });
        }

        // After the read, as commands do: without a reading, what was learned would stand before everything in the history.
        session.SetHeader(EventHeaders.Clock, clock.Tick());
    }
}
