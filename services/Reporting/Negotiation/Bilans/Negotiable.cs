using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>What of a bilan is still open to its parties.</summary>
public static class Negotiable
{
    /// <summary>The negotiation is over.</summary>
    public static Refusal? Ended(Bilan bilan) =>
        bilan.IsNegotiated
            ? null
            : Refusal.OfOrder(
                "The bilan is no longer being negotiated.",
                "An agreed or failed bilan can no longer change; draft another one."
            );

    /// <summary>Its text was agreed for another establishment: it is put anew as it was agreed, and neither changed nor failed by that.</summary>
    public static Refusal? Agreed(Bilan bilan) =>
        bilan.WasAgreed
            ? Refusal.OfOrder(
                "The text has been agreed; it is put to its parties again only for another establishment.",
                "Approve it, stand aside or object; or lock it again with another deadline."
            )
            : null;

    /// <summary>The amendment is not one that waits.</summary>
    public static Refusal? Waiting(Bilan bilan, Guid amendment) =>
        bilan.Amendments.SingleOrDefault(a => a.Id == amendment) is not { } found ? Refusal.NotFound
        : found.State == AmendmentState.Proposed ? null
        : Refusal.OfOrder("The amendment has already been decided.", "Propose another one.");
}
