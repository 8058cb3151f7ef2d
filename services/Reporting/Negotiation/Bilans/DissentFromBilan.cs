using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A party stands aside; it does not block.</summary>
/// <param name="TextHash">As the locked bilan shows it: they stand aside from this exact text (S2).</param>
public sealed record DissentFromBilan(string TextHash) : Command
{
    private static readonly Rule FacilitatorApproves = new("always", "facilitator-approves", "S2");

    /// <summary>Decides.</summary>
    public static Decision Decide(DissentFromBilan command, Bilan bilan, Act act) =>
        Consent.NotTheirs(command.TextHash, bilan, act) is { } refusal ? refusal
        : act.By.Person == bilan.Facilitator
            ? Refusal.OfRule(FacilitatorApproves, "The facilitator cannot stand aside.", "Approve, or object.")
        : bilan.Dissents.Contains(act.By.Person) ? Decision.Nothing
        : new DissentRecorded(act.By.Person, command.TextHash);

    internal static void Map(IEndpointRouteBuilder routes) => routes.Bring<DissentFromBilan>("dissents", "Stand aside", Decide);
}
