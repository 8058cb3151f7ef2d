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
            ? Refusal.OfRule(Agreement, "The facilitator has not approved.", "Approve the locked text, or revise it and lock it anew.")
        : synthesis.Deciding.Except(synthesis.Approvals).Count() is > 0 and var silent
        && !Consent.IsMost(synthesis.Approval, synthesis.Facilitator, synthesis.Deciding, synthesis.Approvals)
            ? Refusal.OfRule(
                Agreement,
                $"{silent} parties have not approved.",
                "Every party approves, who left since among them, or most do where the frame says so; or the text is revised, and locked anew for those who are there."
            )
        : synthesis.Asked is not null && synthesis.Approvals.All(a => a == leads)
            ? Refusal.OfRule(
                Agreement,
                "No member has approved.",
                "A synthesis is validated by the group: without a member nothing leaves."
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
