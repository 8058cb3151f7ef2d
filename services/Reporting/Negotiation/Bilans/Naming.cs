using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Nobody is named outside unless they ask, agree or take part (S3).</summary>
public static class Naming
{
    private static readonly Rule ByConsent = new("always", "named-by-consent", "S3");

    /// <summary>The text is out: it is past recall.</summary>
    internal static Refusal Gone { get; } =
        Refusal.OfOrder("The text was handed over.", "Agree, or withdraw your agreement, before a text is published.");

    /// <summary>An observation may name a member, and nobody says that it names none.</summary>
    internal static Refusal Held { get; } =
        Refusal.OfRule(
            ByConsent,
            "The observation may name a member of the group.",
            "Pass it on with noMemberMeant if it does not mean any member; otherwise it stays with you, and you may speak with the person meant."
        );

    /// <summary>Words that the text was compared with have not all been told.</summary>
    internal static Refusal Untold { get; } =
        new(503, "not-yet", "The names of the group's members are not known here yet.", "Try again in a moment; they are on their way.");

    /// <summary>Words of the text may name members who did not agree, and nobody says that none is meant; or it cannot be said yet.</summary>
    /// <param name="found">What was found in it; null where it cannot be said.</param>
    /// <param name="noMemberMeant">Whether the facilitator says that none is meant.</param>
    public static Refusal? Found(NamesFound? found, bool noMemberMeant) =>
        found is null ? Untold
        : found.Disguised
            ? Refusal.OfRule(
                ByConsent,
                "The text contains letters that are not Latin, or changes the direction of writing: no name can be compared with it.",
                "Write it in Latin letters."
            )
        : !found.MayName || noMemberMeant ? null
        : found.Words == 0
            ? Refusal.OfRule(
                ByConsent,
                "The name of a member of the group is no longer kept: nobody can say whether the text names them.",
                "Check whether it means anyone. If it means no member, lock it with noMemberMeant, which each approval then confirms; otherwise, reword it."
            )
        : Refusal
            .OfRule(
                ByConsent,
                $"Words of the text that may name group members who did not agree to it: {found.Words}.",
                "List them in names and have each person agree, or reword the text. If it means no member, lock it with noMemberMeant: each approval, and anyone who may be meant, must confirm it."
            )
            .At("names");

    /// <summary>Some approved a text that may name members, and did not confirm that none is meant.</summary>
    public static Refusal? Unconfirmed(bool noMemberMeant, IReadOnlyList<Guid> approvals, IReadOnlyList<Guid> confirmed) =>
        noMemberMeant && approvals.Except(confirmed).Count() is > 0 and var count
            ? Refusal.OfRule(
                ByConsent,
                $"Approvals that do not confirm that the text means no member: {count}.",
                "Have each party approve with noMemberMeant, or reword the text."
            )
            : null;

    /// <summary>Somebody whom words of the text may name did not confirm that it means them not: silence, or standing aside, confirms nothing.</summary>
    /// <param name="noMemberMeant">Whether the facilitator said that none is meant.</param>
    public static Refusal? Unheard(bool noMemberMeant, NamesFound found, IReadOnlyList<Guid> confirmed, IReadOnlyList<Guid> agreed) =>
        noMemberMeant && found.Bearers.Except(confirmed).Except(agreed).Count() is > 0 and var count
            ? Refusal.OfRule(
                ByConsent,
                $"Members whom the text may name, and who did not confirm that it does not mean them: {count}.",
                "Have each person approve with noMemberMeant or agree to be named, or reword the text."
            )
            : null;

    /// <summary>Somebody is named who did not agree.</summary>
    public static Refusal? Unagreed(IEnumerable<Guid> without) =>
        without.Distinct().Count() is > 0 and var count
            ? Refusal.OfRule(
                ByConsent,
                $"People named who did not agree to it: {count}.",
                "Have each person agree with POST /v1/bilans/{id}/namings, or amend the text so that it does not name anyone."
            )
            : null;
}
