using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Takes over where establishments belong.</summary>
public static class LearnOfEstablishmentsHandler
{
    /// <summary>An establishment was registered.</summary>
    public static Task Handle(EstablishmentRegistered message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<EstablishmentRecord>(
            "establishment",
            [message.Establishment],
            message.Origin,
            new EstablishmentNoted(message.Association, message.Entity, message.Territory, message.Origin),
            cancel
        );

    /// <summary>What is registered of an establishment was corrected: periods that are closed later are rolled up by it.</summary>
    public static Task Handle(EstablishmentCorrected message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<EstablishmentRecord>(
            "establishment-corrected",
            [message.Establishment],
            message.Origin,
            new EstablishmentCorrectionNoted(message.Association, message.Entity, message.Territory, message.Origin),
            cancel
        );
}

/// <summary>Where an establishment's figures are rolled up.</summary>
internal static class RollingUp
{
    /// <summary>Whether a roll-up holds it.</summary>
    public static bool IsIn(this EstablishmentRecord place, Scope scope) =>
        scope.Code
        == scope.Kind switch
        {
            ScopeKind.Association => place.Association,
            ScopeKind.Entity => place.Entity,
            ScopeKind.Territory => place.Territory,
            _ => null,
        };
}
