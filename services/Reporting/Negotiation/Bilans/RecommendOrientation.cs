using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Recommends an orientation: a final bilan alone may (S2).</summary>
/// <param name="Code">A word of the field: continue, new-request, supervision, regulation, training, stop.</param>
/// <param name="Text">What is recommended, in words. It is part of what is approved: a locked text is a draft again.</param>
public sealed record RecommendOrientation(string Code, Narrative Text) : Command
{
    internal const string TextMember = "OrientationRecommended.Text";
    private static readonly Rule FinalAlone = new("always", "orientation-in-final-bilan", "S2");
    private static readonly string[] Codes = ["continue", "new-request", "supervision", "regulation", "training", "stop"];

    /// <summary>Decides.</summary>
    public static Decision Decide(RecommendOrientation command, Bilan bilan, Act act) =>
        (Negotiable.Ended(bilan) ?? Negotiable.Agreed(bilan)) is { } ended ? ended
        : !bilan.Final
            ? Refusal.OfRule(FinalAlone, "An intermediate bilan does not recommend an orientation.", "Recommend it in the final bilan.")
        : !Codes.Contains(command.Code) ? Refusal.OfInput("code is not an orientation.", Input.OneOf(Codes))
        : new OrientationRecommended(command.Code, act.Seal(command.Text, TextMember));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Lead<RecommendOrientation>(
            "orientation",
            "Recommend an orientation",
            (command, bilan, groups, act) => Decide(command, bilan, act).Releasing(bilan, groups)
        );
}
