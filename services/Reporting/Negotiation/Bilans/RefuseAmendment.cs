using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>The facilitator does not take an amendment, and says why.</summary>
/// <param name="Reason">Why the amendment is not taken; it is kept, and the bilan does not show it.</param>
public sealed record RefuseAmendment(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RefuseAmendment command, Guid amendment, Bilan bilan, Act act) =>
        (Negotiable.Ended(bilan) ?? Negotiable.Waiting(bilan, amendment)) is { } refusal
            ? refusal
            : new AmendmentRefused(amendment, act.Seal(command.Reason, "AmendmentRefused.Reason"));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.BringTo<RefuseAmendment>("amendments/{part:guid}/refuse", "Refuse an amendment", Decide).For(Roles.Facilitator);
}
