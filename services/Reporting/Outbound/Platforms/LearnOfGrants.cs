using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Outbound.Platforms;

/// <summary>Takes over what Engagement tells of grants to platforms.</summary>
public static class LearnOfGrantsHandler
{
    /// <summary>Access was granted.</summary>
    public static Task Handle(PlatformAccessGranted message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<LearnedGrant>(
            "platform-granted",
            [LearnedGrant.StreamOf(message.Grant)],
            message.Origin,
            new GrantNoted(message.Establishment, message.Platform, message.Scopes, message.Until, message.Origin),
            cancel
        );

    /// <summary>Access was taken back.</summary>
    public static Task Handle(PlatformAccessRevoked message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<LearnedGrant>(
            "platform-revoked",
            [LearnedGrant.StreamOf(message.Grant)],
            message.Origin,
            new GrantRevocationNoted(message.Origin),
            cancel
        );
}
