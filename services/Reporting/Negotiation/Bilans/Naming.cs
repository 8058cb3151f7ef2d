using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Nobody is named outside unless they ask, agree or take part (S3).</summary>
public static class Naming
{
    private static readonly Rule ByConsent = new("always", "named-by-consent", "S3");

    /// <summary>The text is out: it is past recall.</summary>
    internal static Refusal Gone { get; } =
        Refusal.OfOrder("The text was handed over.", "Agree or take it back before a text is published.");

    /// <summary>An observation may name a member, and nobody says that it names none.</summary>
    internal static Refusal Held { get; } =
        Refusal.OfRule(
            ByConsent,
            "The observation may name a member of the group.",
            "Pass it on with noMemberMeant where it means none; else it stays with you, and you may speak with whoever is meant."
        );

    /// <summary>Words that the text was compared with have not all been told.</summary>
    internal static Refusal Untold { get; } =
        new(
            503,
            "not-yet",
            "The names of the group's members have not been told to this service yet.",
            "Ask again in a moment; they are being told."
        );

    /// <summary>Words of the text may name members who did not agree, and nobody says that none is meant; or it cannot be said yet.</summary>
    /// <param name="found">What was found in it; null where it cannot be said.</param>
    /// <param name="noMemberMeant">Whether the facilitator says that none is meant.</param>
    public static Refusal? Found(NamesFound? found, bool noMemberMeant) =>
        found is null ? Untold
        : found.Disguised
            ? Refusal.OfRule(
                ByConsent,
                "The text holds letters that are not Latin, or turns the direction of writing: no name can be compared with it.",
                "Write it in Latin letters."
            )
        : !found.MayName || noMemberMeant ? null
        : found.Words == 0
            ? Refusal.OfRule(
                ByConsent,
                "The name of a member of the group is kept no more: nobody can say whether the text names them.",
                "Read whether it means anybody. Where it means no member, lock it with noMemberMeant, which each approval then confirms; or reword it."
            )
        : Refusal
            .OfRule(
                ByConsent,
                $"{found.Words} words of the text may name members of the group who did not agree to it.",
                "List them in names and have each agree, or reword the text; where no member is meant, lock it with noMemberMeant, which each approval then confirms, and whoever may be meant."
            )
            .At("names");

    /// <summary>Some approved a text that may name members, and did not confirm that none is meant.</summary>
    public static Refusal? Unconfirmed(bool noMemberMeant, IReadOnlyList<Guid> approvals, IReadOnlyList<Guid> confirmed) =>
        noMemberMeant && approvals.Except(confirmed).Count() is > 0 and var count
            ? Refusal.OfRule(
                ByConsent,
                $"{count} approvals do not confirm that the text means no member.",
                "Have each party approve with noMemberMeant, or reword the text."
            )
            : null;

    /// <summary>Somebody whom words of the text may name did not confirm that it means them not: silence, or standing aside, confirms nothing.</summary>
    /// <param name="noMemberMeant">Whether the facilitator said that none is meant.</param>
    public static Refusal? Unheard(bool noMemberMeant, NamesFound found, IReadOnlyList<Guid> confirmed, IReadOnlyList<Guid> agreed) =>
        noMemberMeant && found.Bearers.Except(confirmed).Except(agreed).Count() is > 0 and var count
            ? Refusal.OfRule(
                ByConsent,
                $"{count} members whom the text may name did not confirm that it means none of them.",
                "Have each approve with noMemberMeant or agree to be named, or reword the text."
            )
            : null;

    /// <summary>Somebody is named who did not agree.</summary>
    public static Refusal? Unagreed(IEnumerable<Guid> without) =>
        without.Distinct().Count() is > 0 and var count
            ? Refusal.OfRule(
                ByConsent,
                $"{count} persons are named who did not agree to it.",
                "Have each agree under POST /v1/bilans/{id}/namings, or amend the text so that it names nobody."
            )
            : null;
}
