using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Consent is given to an exact text and to nothing else.</summary>
public static class Consent
{
    private static readonly Rule ExactText = new("always", "approval-on-exact-text", "S2");

    /// <summary>Whether most of the members who are parties approved: enough where the frame says so.</summary>
    public static bool IsMost(Approval approval, Guid? facilitator, IReadOnlyList<Guid> parties, IReadOnlyList<Guid> approvals) =>
        approval == Approval.FacilitatorAndMajority
        && 2 * approvals.Intersect(parties).Count(a => a != facilitator) > parties.Count(p => p != facilitator);

    // Of a text that was locked before its parties were those who took part, no more was asked than the frame's own word.
    private static bool HasEachGroup(Bilan bilan) => bilan.TookPart?.All(g => g.Members.Any(bilan.Approvals.Contains)) is not false;

    private static bool IsToldTwice(Bilan bilan) => bilan.TookPart is null || bilan.Notices.Count > 1;

    /// <summary>What an agreement still lacks: an objection stands, the facilitator or a group has not approved, or those have not decided whose word it
    /// takes.</summary>
    /// <param name="by">The moment of the agreement: past the deadline, nobody waits for who answered neither of two notices.</param>
    public static Refusal? Missing(Bilan bilan, DateTimeOffset by) =>
        bilan.IsBlocked ? Blocked(bilan)
        : bilan.Facilitator is not { } leads || !bilan.Approvals.Contains(leads)
            ? Refusal.OfRule(
                Bilan.Agreement,
                "The facilitator has not approved.",
                "Approve the locked text, or amend it and lock it again."
            )
        : !HasEachGroup(bilan)
            ? Refusal.OfRule(
                Bilan.Agreement,
                "No member of a group that it covers has approved.",
                "A member of each group must approve; otherwise the negotiation fails after its deadline."
            )
        : !bilan.Undecided.Any()
        || (IsMost(bilan.Approval, bilan.Facilitator, bilan.Parties, bilan.Approvals) && IsToldTwice(bilan))
        || (bilan.HasLapsed(by) && bilan.TookPart is not null)
            ? Unconfirmed(bilan)
        : Refusal.OfRule(
            Bilan.Agreement,
            $"Parties that have not decided: {bilan.Undecided.Count()}.",
            "Each party approves or stands aside. If the frame allows it, a majority is enough once each party has been notified twice. After the deadline, the facilitator and a member of each group are enough."
        );

    // Nobody is there to withdraw the objection of who was erased.
    private static Refusal Blocked(Bilan bilan) =>
        bilan.Objections.Any(o => o is { Stands: true, AuthorErased: false })
            ? Refusal.OfRule(
                Bilan.Agreement,
                "An objection has not been withdrawn.",
                bilan.WasAgreed
                    ? "Have its author withdraw the objection: until then, the agreed text stays with its group."
                    : "Amend the text and ask the author of the objection to withdraw it; or let the negotiation fail after its deadline."
            )
            : Refusal.OfRule(
                Bilan.Agreement,
                "An objection has not been withdrawn, and its author has been erased.",
                bilan.WasAgreed
                    ? "Lock the text again, so that all remaining parties decide."
                    : "Amend a section that its author read and lock the text again, so that the remaining parties decide. Otherwise, the negotiation fails after its deadline."
            );

    /// <summary>Some approved and did not confirm that no member is meant, where the bilan was locked so.</summary>
    public static Refusal? Unconfirmed(Bilan bilan) => Naming.Unconfirmed(bilan.NoMemberMeant, bilan.Approvals, bilan.Confirmed);

    /// <summary>Somebody whom its words may name did not confirm that it means them not.</summary>
    public static Refusal? Unheard(Bilan bilan, NamesFound named) =>
        Naming.Unheard(bilan.NoMemberMeant, named, bilan.Confirmed, bilan.NamedByConsent);

    /// <summary>Whether an approval confirms what was not confirmed yet.</summary>
    internal static bool Confirms(bool confirms, bool asked, IReadOnlyList<Guid> confirmed, Act act) =>
        confirms && asked && !confirmed.Contains(act.By.Person);

    /// <summary>The bilan is not locked, or on another text, or its parties are others.</summary>
    internal static Refusal? NotTheirs(string hash, Bilan bilan, Act act) =>
        Negotiable.Ended(bilan)
        ?? NotOnExactText(hash, bilan.State == BilanState.Locked, bilan.TextHash)
        ?? (
            bilan.Parties.Contains(act.By.Person)
                ? null
                : Refusal.OfRule(
                    Bilan.Agreement,
                    "Only those who took part in the bilan's period decide.",
                    "Propose an amendment if the text should change."
                )
        );

    /// <summary>The text is not locked, or another one is.</summary>
    public static Refusal? NotOnExactText(string hash, bool locked, string? lockedHash) =>
        !locked ? Refusal.OfOrder("The text is not locked.", "Wait until the facilitator locks it; an amendment has reopened it.")
        : lockedHash != hash
            ? Refusal
                .OfRule(ExactText, "This is not the hash of the locked text.", "Read the bilan again, and decide on the text it shows.")
                .At("textHash")
        : null;
}
