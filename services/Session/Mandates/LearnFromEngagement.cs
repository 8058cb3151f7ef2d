using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;

namespace PracticeAnalysis.Session.Mandates;

/// <summary>Turns Engagement's messages into local facts of each group's mandate, once each.</summary>
public static class LearnFromEngagementHandler
{
    /// <summary>A group is sealed.</summary>
    public static Task Handle(GroupSealed message, IDocumentSession session, CancellationToken cancel) =>
        Learn(session, [message.Group], message.Origin, new GroupSealingLearned(message), cancel);

    /// <summary>An engagement is active.</summary>
    public static Task Handle(EngagementActivated message, IDocumentSession session, CancellationToken cancel) =>
        Learn(session, message.Groups, message.Origin, new ActivationLearned(message), cancel);

    /// <summary>An engagement is concluded.</summary>
    public static Task Handle(EngagementConcluded message, IDocumentSession session, CancellationToken cancel) =>
        Learn(session, message.Groups, message.Origin, new ConclusionLearned(message), cancel);

    private static async Task Learn(
        IDocumentSession session,
        IReadOnlyList<Guid> groups,
        Origin origin,
        MandateFact fact,
        CancellationToken cancel
    )
    {
        if (!await session.IsFirst("engagement", origin.Stream, origin.Version, cancel))
        {
            return;
        }

        foreach (var group in groups)
        {
            // A mandate's facts come from different streams: its own order is that of arrival.
            var mandate = await session.Events.FetchForWriting<Mandate>(group, cancel);
            mandate.AppendOne(fact with { OccurredAt = origin.OccurredAt });
        }
    }
}
