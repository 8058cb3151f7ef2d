using PracticeAnalysis.Contracts;
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
        await Learn(
            "held",
            message.Engagement,
            message.Origin,
            new SessionHeldNoted(
                message.Session,
                message.Group,
                message.Minutes,
                message.Enrolled,
                message.Present,
                message.Origin,
                message.Explained,
                message.ToldByFacilitatorAlone,
                message.OpenedAt
            ),
            inbox,
            cancel
        );
        await inbox.Look(new WatchDue(message.Engagement, Watched.Size, message.Group, message.Origin.OccurredAt));
    }

    /// <summary>Minutes or presence of a session were corrected.</summary>
    public static Task Handle(SessionCorrected message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "corrected",
            message.Engagement,
            message.Origin,
            new SessionCorrectionNoted(
                message.Session,
                message.Origin,
                message.Minutes,
                message.Present,
                message.Enrolled,
                message.Explained
            ),
            inbox,
            cancel
        );

    /// <summary>A session is to be held.</summary>
    public static Task Handle(SessionScheduled message, Inbox inbox, CancellationToken cancel) =>
        Learn("scheduled", message.Engagement, message.Origin, new SessionSchedulingNoted(message.Session, message.Origin), inbox, cancel);

    /// <summary>A session will not be held.</summary>
    public static Task Handle(SessionCancelled message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "cancelled",
            message.Engagement,
            message.Origin,
            new SessionCancellationNoted(message.Session, message.Origin),
            inbox,
            cancel
        );

    /// <summary>The interval between two sessions was passed.</summary>
    public static Task Handle(SessionIntervalBreached message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "interval",
            message.Engagement,
            message.Origin,
            new IntervalBreachNoted(message.Group, message.Days, message.AllowedDays, message.Origin),
            inbox,
            cancel
        );

    /// <summary>Something broke the frame of a session.</summary>
    public static Task Handle(FrameIncidentRaised message, Inbox inbox, CancellationToken cancel) =>
        Learn("incident", message.Engagement, message.Origin, new FrameIncidentNoted(message.Kind, message.Origin), inbox, cancel);

    /// <summary>An intermediate bilan was agreed.</summary>
    public static Task Handle(IntermediateBilanAgreed message, Inbox inbox, CancellationToken cancel) =>
        Learn("intermediate", message.Engagement, message.Origin, new IntermediateBilanAgreementNoted(message.Origin), inbox, cancel);

    /// <summary>The final bilan was agreed.</summary>
    public static Task Handle(FinalBilanAgreed message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "final",
            message.Engagement,
            message.Origin,
            new FinalBilanAgreementNoted(message.Bilan, message.Orientations, message.Origin),
            inbox,
            cancel
        );

    /// <summary>The negotiation of a bilan failed.</summary>
    public static Task Handle(NegotiationFailed message, Inbox inbox, CancellationToken cancel) =>
        Learn("failed", message.Engagement, message.Origin, new NegotiationFailureNoted(message.Final, message.Origin), inbox, cancel);

    private static Task Learn(string kind, Guid engagement, Origin origin, EngagementFact fact, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Engagement>(kind, [engagement], origin, fact, cancel, mayStart: false);
}
