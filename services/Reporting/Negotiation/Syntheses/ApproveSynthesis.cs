using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>A party approves the locked text, naming its hash.</summary>
/// <param name="TextHash">As the locked synthesis shows it: an approval is of this exact text, and of no other (S2).</param>
/// <param name="NoMemberMeant">Confirms that the text means no member, where it was locked so; may be said in a second approval.</param>
public sealed record ApproveSynthesis(string TextHash, bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ApproveSynthesis command, Synthesis synthesis, Act act) =>
        synthesis.State > SynthesisState.Locked
            ? Refusal.OfOrder("The synthesis is validated.", "What is validated can no longer change; draft another synthesis.")
        : Consent.NotOnExactText(command.TextHash, synthesis.State == SynthesisState.Locked, synthesis.TextHash) is { } refusal ? refusal
        : !synthesis.Deciding.Contains(act.By.Person)
            ? Refusal.OfRule(
                ValidateSynthesis.Agreement,
                "Only those who were in the group when the text was locked decide.",
                "Have the facilitator revise it if the text should change."
            )
        : synthesis.Approvals.Contains(act.By.Person)
        && !Consent.Confirms(command.NoMemberMeant, synthesis.NoMemberMeant, synthesis.Confirmed, act)
            ? Decision.Nothing
        : new SynthesisApproved(act.By.Person, command.TextHash, command.NoMemberMeant && synthesis.NoMemberMeant);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Bring<ApproveSynthesis>("approvals", "Approve the exact text", Decide, Roles.Member, Roles.Facilitator);
}
