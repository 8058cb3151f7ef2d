using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Asks or agrees to be named in this text: the person concerned alone, for this text alone (S3).</summary>
public sealed record AgreeToBeNamed : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Bilan bilan, Act act) =>
        bilan.Handed ? Naming.Gone
        : bilan.NamedByConsent.Contains(act.By.Person) ? Decision.Nothing
        : new NamingAgreed(act.By.Person);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Bring<AgreeToBeNamed>("namings", "Ask or agree to be named", (_, bilan, act) => Decide(bilan, act));
}
