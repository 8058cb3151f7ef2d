using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>Records that the group validated the synthesis: those approved the exact text whose word the frame asks for (S3).</summary>
public sealed record ValidateSynthesis : Command
{
    internal static readonly Rule Agreement = new("always", "approval", "S3");

    /// <summary>Decides.</summary>
    /// <param name="group">The record of its group.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Synthesis synthesis, GroupRecord group, NamesFound named) =>
        synthesis.State != SynthesisState.Locked
            ? Refusal.OfOrder("The text is not locked, or is validated.", "Lock it, and let the parties approve it.")
        : synthesis.Facilitator is not { } leads || !synthesis.Approvals.Contains(leads)
            ? Refusal.OfRule(Agreement, "The facilitator has not approved.", "Approve the locked text, or revise it and lock it again.")
        : synthesis.Deciding.Except(synthesis.Approvals).Count() is > 0 and var silent
        && !Consent.IsMost(synthesis.Approval, synthesis.Facilitator, synthesis.Deciding, synthesis.Approvals)
            ? Refusal.OfRule(
                Agreement,
                $"Parties that have not approved: {silent}.",
                "Every party must approve, including those who have left since; or a majority, if the frame allows it. Otherwise, revise the text and lock it again for the current members."
            )
        : synthesis.Asked is not null && synthesis.Approvals.All(a => a == leads)
            ? Refusal.OfRule(
                Agreement,
                "No member has approved.",
                "The group validates a synthesis: without the agreement of at least one member, nothing leaves the group."
            )
        : (Unconfirmed(synthesis) ?? Unheard(synthesis, named) ?? OutwardList.Fallen(synthesis, group)) is { } unconfirmed ? unconfirmed
        : new SynthesisValidated(synthesis.TextHash!);

    /// <summary>Some approved and did not confirm that no member is meant, where the synthesis was locked so.</summary>
    internal static Refusal? Unconfirmed(Synthesis synthesis) =>
        Naming.Unconfirmed(synthesis.NoMemberMeant, synthesis.Approvals, synthesis.Confirmed);

    /// <summary>Somebody whom its words may name did not confirm that it means them not.</summary>
    internal static Refusal? Unheard(Synthesis synthesis, NamesFound named) =>
        Naming.Unheard(synthesis.NoMemberMeant, named, synthesis.Confirmed, synthesis.NamedByConsent);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.LeadOut<ValidateSynthesis>("validate", "Record that the group validated the synthesis", Decide);
}
