using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventSourcing;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Turns Session's and Reporting's messages into local facts of the engagement, once each.
/// No engagement begins with another service's fact: a message about an unknown one ends in the dead letters, where it is seen.</summary>
public static class LearnFromOthersHandler
{
    /// <summary>A session was held; by a group that has fallen under its fewest members, that is recorded too.</summary>
    public static async Task Handle(SessionHeld message, Inbox inbox, CancellationToken cancel)
    {
        await inbox.Learn<Engagement>(
            "held",
            [message.Engagement],
            message.Origin,
            new SessionHeldLearned(message),
            cancel,
            mayStart: false
        );
        await inbox.Look(new WatchDue(message.Engagement, Watched.Size, message.Group, message.Origin.OccurredAt));
    }

    /// <summary>Minutes or presence of a session were corrected.</summary>
    public static Task Handle(SessionCorrected message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(
            "corrected",
            [message.Engagement],
            message.Origin,
            new SessionCorrectionLearned(message),
            cancel,
            mayStart: false
        );

    /// <summary>A session is to be held.</summary>
    public static Task Handle(SessionScheduled message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(
            "scheduled",
            [message.Engagement],
            message.Origin,
            new SessionSchedulingLearned(message),
            cancel,
            mayStart: false
        );

    /// <summary>A session will not be held.</summary>
    public static Task Handle(SessionCancelled message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(
            "cancelled",
            [message.Engagement],
            message.Origin,
            new SessionCancellationLearned(message),
            cancel,
            mayStart: false
        );

    /// <summary>The interval between two sessions was passed.</summary>
    public static Task Handle(SessionIntervalBreached message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>("interval", [message.Engagement], message.Origin, new IntervalBreached(message), cancel, mayStart: false);

    /// <summary>Something broke the frame of a session.</summary>
    public static Task Handle(FrameIncidentRaised message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(
            "incident",
            [message.Engagement],
            message.Origin,
            new FrameIncidentLearned(message),
            cancel,
            mayStart: false
        );

    /// <summary>An intermediate bilan was agreed.</summary>
    public static Task Handle(IntermediateBilanAgreed message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(
            "intermediate",
            [message.Engagement],
            message.Origin,
            new IntermediateBilanAgreementLearned(message),
            cancel,
            mayStart: false
        );

    /// <summary>The final bilan was agreed.</summary>
    public static Task Handle(FinalBilanAgreed message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(
            "final",
            [message.Engagement],
            message.Origin,
            new FinalBilanAgreementLearned(message),
            cancel,
            mayStart: false
        );

    /// <summary>The negotiation of a bilan failed.</summary>
    public static Task Handle(NegotiationFailed message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(
            "failed",
            [message.Engagement],
            message.Origin,
            new NegotiationFailureLearned(message),
            cancel,
            mayStart: false
        );
}
