using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Takes one's agreement to be named back, until the text is published (S3); it is not published from then on.</summary>
public sealed record RevokeNaming : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Bilan bilan, Act act) =>
        bilan.Handed ? Naming.Gone
        : bilan.NamedByConsent.Contains(act.By.Person) ? new NamingRevoked(act.By.Person)
        : Decision.Nothing;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Bring<RevokeNaming>("namings/revoke", "Take one's agreement to be named back", (_, bilan, act) => Decide(bilan, act));
}
