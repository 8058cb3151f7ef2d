using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Hands the agreed bilan to the establishment, or of a failed negotiation the failure without any text; nothing before it is agreed (S2).</summary>
public sealed record PublishBilan : Command
{
    private static readonly Rule NothingBefore = new("always", "nothing-before-agreement", "S2");

    /// <summary>Decides.</summary>
    /// <param name="groups">The records of the bilan's groups, whose charter says what leaves.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Bilan bilan, IReadOnlyList<GroupRecord> groups, NamesFound named) =>
        bilan.Handed ? Refusal.OfOrder("The bilan is published.", "It can be published only once.")
        : bilan.IsNegotiated
            ? Refusal.OfOrder("The bilan is not agreed.", "Have it agreed first, or record that its negotiation failed.") with
            {
                Rules = [NothingBefore],
            }
        : bilan.IsForAnother
            ? Refusal.OfRule(
                NothingBefore,
                "It was agreed for another establishment, which has since been replaced.",
                "Lock the text again: its parties decide on it for the establishment that now pays."
            )
        : bilan.IsAgreed && Transparency.Refused(groups, Transparency.Bilans) is { } withheld ? withheld
        : bilan.IsAgreed
        && (Naming.Unagreed(bilan.NamedWithoutConsent) ?? Consent.Unconfirmed(bilan) ?? Consent.Unheard(bilan, named)) is { } unheard
            ? unheard
        : new BilanPublished(
            bilan.IsAgreed
            && bilan.Listed.Except(Listing.Standing(bilan.Listed, groups)).Select(l => l.Id).ToList() is { Count: > 0 } fallen
                ? fallen
                : null
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.LeadOut<PublishBilan>(
            "publish",
            "Hand an agreed bilan to the establishment",
            (bilan, groups, named, _) => Decide(bilan, groups, named)
        );
}
