using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using Wolverine.Attributes;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Records that the negotiation failed: the deadline passed of which each party was told twice, and it is not agreed (S2).</summary>
public sealed record FailNegotiation : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Bilan bilan, Act act) =>
        (Negotiable.Ended(bilan) ?? Negotiable.Agreed(bilan)) is { } ended ? ended
        : !bilan.HasLapsed(act.OccurredAt)
            ? Refusal.OfOrder(
                "The negotiation has not failed.",
                "It fails after a deadline of which each party was notified twice: lock the text, and set one."
            ) with
            {
                Rules = [Notice.ToldTwice],
            }
        : Consent.Missing(bilan, act.OccurredAt) is null
            ? Refusal.OfOrder(
                "The negotiation has not failed.",
                "Everyone whose approval is required has approved: record that the bilan is agreed."
            )
        : Failed(bilan);

    internal static Decision Failed(Bilan bilan) =>
        Decision
            .Of(new NegotiationFailed(bilan.Deadline))
            .Telling(origin => new Contracts.Reporting.V1.NegotiationFailed(bilan.Id, bilan.Engagement, bilan.Final, origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Lead<FailNegotiation>(
            "fail",
            "Record a failed negotiation",
            (_, bilan, groups, act) => Decide(bilan, act).Releasing(bilan, groups)
        );
}

/// <summary>The deadline of a negotiation that the service told itself to look at; it survives restarts.</summary>
[MessageIdentity("reporting.negotiation-due")]
public sealed record NegotiationDue(Guid Bilan, DateTimeOffset Deadline);

/// <summary>Past its deadline a negotiation has failed, unless it came to an agreement (S2).</summary>
public static class NegotiationDueHandler
{
    /// <summary>Decides: only the deadline that still stands is past.</summary>
    public static Decision Decide(NegotiationDue due, Bilan bilan) =>
        !bilan.WasAgreed
        && bilan.Deadline == due.Deadline
        && bilan.HasLapsed(due.Deadline)
        && Consent.Missing(bilan, due.Deadline) is not null
            ? FailNegotiation.Failed(bilan)
            : Decision.Nothing;

    /// <summary>Looks, and records.</summary>
    public static Task Handle(NegotiationDue due, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        inbox.Begin<Bilan>(
            due.Bilan,
            due.Deadline,
            async (bilan, _) =>
                bilan is null
                    ? Decision.Nothing
                    : Decide(due, bilan).Releasing(bilan, await session.LoadManyAsync<GroupRecord>(cancel, [.. bilan.Groups])),
            cancel
        );
}
