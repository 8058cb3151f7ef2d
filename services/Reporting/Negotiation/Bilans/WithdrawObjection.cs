using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Its author takes an objection back; a facilitator's, whoever took their place may.</summary>
public sealed record WithdrawObjection : Command
{
    private static readonly Rule OwnObjection = new("always", "own-objection", "S2");

    /// <summary>Decides.</summary>
    public static Decision Decide(Guid objection, Bilan bilan, Act act) =>
        Negotiable.Ended(bilan) is { } ended ? ended
        : bilan.Objections.SingleOrDefault(o => o.Id == objection) is not { } found ? Refusal.NotFound
        : found.Party != act.By.Person && !(found.AsFacilitator && act.By.Person == bilan.Facilitator)
            ? Refusal.OfRule(OwnObjection, "The objection is somebody else's.", "Only its author may withdraw it.")
        : found.Withdrawn ? Decision.Nothing
        : new ObjectionWithdrawn(objection);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .BringTo<WithdrawObjection>(
                "objections/{part:guid}/withdraw",
                "Withdraw one's own objection",
                (_, objection, bilan, act) => Decide(objection, bilan, act)
            )
            .For(Roles.Member, Roles.Facilitator);
}
