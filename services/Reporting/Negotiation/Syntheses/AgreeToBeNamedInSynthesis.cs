using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>Asks or agrees to be named in this text: the person concerned alone (S3).</summary>
public sealed record AgreeToBeNamedInSynthesis : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Synthesis synthesis, Act act) =>
        synthesis.State == SynthesisState.Published ? Naming.Gone
        : synthesis.NamedByConsent.Contains(act.By.Person) ? Decision.Nothing
        : new SynthesisNamingAgreed(act.By.Person);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Bring<AgreeToBeNamedInSynthesis>(
            "namings",
            "Ask or agree to be named",
            (_, synthesis, act) => Decide(synthesis, act),
            Roles.Member
        );
}
