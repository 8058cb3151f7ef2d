using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>Takes one's agreement to be named back, until the text is published (S3); it is not published from then on.</summary>
public sealed record RevokeNamingInSynthesis : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Synthesis synthesis, Act act) =>
        synthesis.State == SynthesisState.Published ? Naming.Gone
        : synthesis.NamedByConsent.Contains(act.By.Person) ? new SynthesisNamingRevoked(act.By.Person)
        : Decision.Nothing;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Bring<RevokeNamingInSynthesis>(
            "namings/revoke",
            "Take one's agreement to be named back",
            (_, synthesis, act) => Decide(synthesis, act),
            Roles.Member
        );
}
