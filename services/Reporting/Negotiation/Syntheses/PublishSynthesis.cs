using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>Hands a validated synthesis to the establishment; nothing before the group validated it (S3).</summary>
public sealed record PublishSynthesis : Command
{
    private static readonly Rule NothingBefore = new("always", "nothing-before-agreement", "S3");

    /// <summary>Decides.</summary>
    /// <param name="group">The record of its group, whose charter says what leaves.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Synthesis synthesis, GroupRecord group, NamesFound named) =>
        synthesis.State switch
        {
            SynthesisState.Validated when synthesis.IsForAnother => Refusal.OfRule(
                NothingBefore,
                "It was validated for another establishment, which has since been replaced.",
                "Lock the text again, and have the group validate it for the establishment that now pays."
            ),
            SynthesisState.Validated when Transparency.Refused([group], Transparency.Syntheses) is { } withheld => withheld,
            SynthesisState.Validated
                when (
                    Naming.Unagreed(synthesis.NamedWithoutConsent)
                    ?? ValidateSynthesis.Unconfirmed(synthesis)
                    ?? ValidateSynthesis.Unheard(synthesis, named)
                    ?? OutwardList.Fallen(synthesis, group)
                )
                    is { } unheard => unheard,
            SynthesisState.Validated => new SynthesisPublished(),
            SynthesisState.Published => Refusal.OfOrder("The synthesis is published.", "It can be published only once."),
            _ => Refusal.OfOrder("The group did not validate it.", "Have every party approve the locked text first.") with
            {
                Rules = [NothingBefore],
            },
        };

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.LeadOut<PublishSynthesis>("publish", "Hand a validated synthesis to the establishment", Decide);
}
