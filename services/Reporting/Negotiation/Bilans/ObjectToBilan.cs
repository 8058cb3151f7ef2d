using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A party objects to the locked text, with a reason that the group sees; it blocks and reopens amendment.</summary>
/// <param name="TextHash">As the locked bilan shows it: the objection is to this exact text (S2).</param>
/// <param name="Reason">Why; the group reads it while the objection stands, and its author alone once it is withdrawn.</param>
public sealed record ObjectToBilan(string TextHash, Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ObjectToBilan command, Bilan bilan, Act act) =>
        Consent.NotTheirs(command.TextHash, bilan, act) is { } refusal
            ? refusal
            : new ObjectionRaised(
                act.NewId,
                act.By.Person,
                act.Seal(command.Reason, "ObjectionRaised.Reason"),
                act.By.Person == bilan.Facilitator
            );

    internal static void Map(IEndpointRouteBuilder routes) => routes.Bring<ObjectToBilan>("objections", "Object", Decide);
}
