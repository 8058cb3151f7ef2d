using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A party objects to the locked text, with a reason that the group sees; it blocks and reopens amendment.</summary>
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
