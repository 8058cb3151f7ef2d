using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Turns Session's and Reporting's messages into local facts of the engagement, once each.</summary>
public static class LearnFromOthersHandler
{
    /// <summary>A session was held.</summary>
    public static Task Handle(SessionHeld message, IDocumentSession session, CancellationToken cancel) =>
        Learn(session, "session/held", message.Engagement, message.Origin, new SessionHeldLearned(message), cancel);

    /// <summary>The interval between two sessions was passed.</summary>
    public static Task Handle(SessionIntervalBreached message, IDocumentSession session, CancellationToken cancel) =>
        Learn(session, "session/interval", message.Engagement, message.Origin, new IntervalBreached(message), cancel);

    /// <summary>An intermediate bilan was agreed.</summary>
    public static Task Handle(IntermediateBilanAgreed message, IDocumentSession session, CancellationToken cancel) =>
        Learn(
            session,
            "reporting/intermediate",
            message.Engagement,
            message.Origin,
            new IntermediateBilanAgreementLearned(message),
            cancel
        );

    /// <summary>The final bilan was agreed.</summary>
    public static Task Handle(FinalBilanAgreed message, IDocumentSession session, CancellationToken cancel) =>
        Learn(session, "reporting/final", message.Engagement, message.Origin, new FinalBilanAgreementLearned(message), cancel);

    /// <summary>The negotiation of a bilan failed.</summary>
    public static Task Handle(NegotiationFailed message, IDocumentSession session, CancellationToken cancel) =>
        Learn(session, "reporting/failed", message.Engagement, message.Origin, new NegotiationFailureLearned(message), cancel);

    // One decision may tell of several things from one origin: each kind of message is marked on its own.
    private static async Task Learn(
        IDocumentSession session,
        string source,
        Guid engagement,
        Origin origin,
        EngagementFact fact,
        CancellationToken cancel
    )
    {
        if (!await session.IsFirst(source, origin.Stream, origin.Version, cancel))
        {
            return;
        }

        var stream = await session.Events.FetchForWriting<Engagement>(engagement, cancel);
        if (stream.Aggregate is null)
        {
            // No stream may begin with another service's fact: to the dead letters, where it is seen.
            throw new InvalidOperationException("A message tells of an engagement that is not here.");
        }

        stream.AppendOne(fact with { OccurredAt = origin.OccurredAt });
    }
}
