using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Records that the bilan is agreed: the facilitator and a member of each group approved, and every party decided, or most did and each was told
/// twice, or the deadline passed; no objection stands (S2).</summary>
public sealed record AgreeBilan : Command
{
    /// <summary>Decides.</summary>
    /// <param name="groups">The records of the bilan's groups; the agreement enters each.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Bilan bilan, IReadOnlyList<GroupRecord> groups, NamesFound named, Act act)
    {
        if (bilan.State != BilanState.Locked)
        {
            return Refusal.OfOrder("The text is not locked.", "Lock it, and let the parties decide on it.");
        }

        if (!bilan.WasAgreed && groups.Any(g => g.Agreed.Any(a => a.Final)))
        {
            return Refusal.OfOrder("The final bilan is agreed.", "An engagement has one final bilan, and no bilan after it.");
        }

        if (bilan.Final && groups.Any(g => g.HasSessionAhead))
        {
            return Refusal.OfOrder(
                "A session of the engagement is scheduled or in progress.",
                "Close or cancel each session first: the final bilan covers all of them."
            );
        }

        if (
            (
                Consent.Missing(bilan, act.OccurredAt)
                ?? Consent.Unheard(bilan, named)
                ?? Listing.Fallen(bilan.Listed, groups, "Lock the text again: the item will be left out.")
            ) is
            { } missing
        )
        {
            return missing;
        }

        var here = Decision.Of(
            new BilanAgreed(bilan.TextHash!, bilan.TookPart is not null && bilan.Undecided.Any() ? [.. bilan.Undecided] : null)
        );
        if (bilan.WasAgreed)
        {
            // It entered the record of each group, and others were told, when it was agreed first.
            return here;
        }

        var agreed = groups.Aggregate(
            here,
            (decision, group) =>
                decision.With(
                    group,
                    new BilanAgreementRecorded(
                        bilan.Engagement,
                        bilan.Id,
                        bilan.Version + 1,
                        bilan.Final,
                        bilan.From,
                        bilan.To,
                        bilan.Sessions is { } opened ? [.. group.Sessions.Select(s => s.Session).Intersect(opened)] : null,
                        bilan.Worked
                    )
                )
        );
        return bilan.Final
            ? agreed.Telling(origin => new FinalBilanAgreed(
                bilan.Id,
                bilan.Engagement,
                [.. bilan.Orientations.Select(o => o.Code)],
                origin
            ))
            : agreed.Telling(origin => new IntermediateBilanAgreed(bilan.Id, bilan.Engagement, bilan.Groups[0], origin));
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.LeadOut<AgreeBilan>("agree", "Record that the bilan is agreed", Decide);
}
