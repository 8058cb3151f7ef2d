using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Bilans;

/// <summary>Asks or agrees to be named in this text: the person concerned alone, for this text alone (S3).</summary>
public sealed record AgreeToBeNamed : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Bilan bilan, Act act) =>
        bilan.Handed ? Naming.Gone
        : bilan.NamedByConsent.Contains(act.By.Person) ? Decision.Nothing
        : new NamingAgreed(act.By.Person);
}

/// <summary>Takes one's agreement to be named back, until the text is published (S3); what names them is withheld from then on.</summary>
public sealed record RevokeNaming : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Bilan bilan, Act act) =>
        bilan.Handed ? Naming.Gone
        : bilan.NamedByConsent.Contains(act.By.Person) ? new NamingRevoked(act.By.Person)
        : Decision.Nothing;
}

/// <summary>Nobody is named outside unless they ask, agree or take part (S3).</summary>
public static class Naming
{
    private static readonly Rule ByConsent = new("always", "named-by-consent", "S3");

    /// <summary>The text is out: it is past recall.</summary>
    internal static Refusal Gone { get; } =
        Refusal.OfOrder("The text was handed over.", "Agree or take it back before a text is published.");

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
