using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A party approves the locked text, naming its hash.</summary>
/// <param name="TextHash">As the locked bilan shows it: an approval is of this exact text, and of no other (S2).</param>
/// <param name="NoMemberMeant">Confirms that the text means no member, where it was locked so; may be said in a second approval.</param>
public sealed record ApproveBilan(string TextHash, bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ApproveBilan command, Bilan bilan, Act act) =>
        Consent.NotTheirs(command.TextHash, bilan, act) is { } refusal ? refusal
        : bilan.Approvals.Contains(act.By.Person) && !Consent.Confirms(command.NoMemberMeant, bilan.NoMemberMeant, bilan.Confirmed, act)
            ? Decision.Nothing
        : new PartyApproved(act.By.Person, command.TextHash, command.NoMemberMeant && bilan.NoMemberMeant);

    internal static void Map(IEndpointRouteBuilder routes) => routes.Bring<ApproveBilan>("approvals", "Approve the exact text", Decide);
}
