using System.Globalization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>One rule that holds in a composition: its value, and the frame and document that ask for it.</summary>
public sealed record ComposedRule(string Rule, string Value, string Frame, string Source);

/// <summary>What frames ask together, to be read: whether anything can satisfy it, which sizes remain, which rules hold.</summary>
/// <param name="SmallestGroup">Fewest members that remain, or null where nothing is asked.</param>
/// <param name="LargestGroup">Most members that remain, or null where nothing is asked.</param>
/// <param name="Conflict">Two rules that nothing can satisfy together.</param>
public sealed record CompositionReport(
    bool Satisfiable,
    int? SmallestGroup,
    int? LargestGroup,
    IReadOnlyList<ComposedRule> Rules,
    IReadOnlyList<Rule> Conflict
)
{
    /// <summary>The report.</summary>
    public static CompositionReport Of(Policies p)
    {
        var conflict = p.Conflict();
        return new(
            conflict is null,
            p.Of(FrameRule.SizeMinimum)?.Value,
            p.Of(FrameRule.SizeMaximum)?.Value,
            [
                .. p.All.Select(a => new ComposedRule(
                    a.Rule.Name,
                    a.Rule.Prefix + Word(a.Demand.Said),
                    a.Demand.Rule.Frame,
                    a.Demand.Rule.Source
                )),
            ],
            conflict?.Rules ?? []
        );
    }

    private static string Word(object value) =>
        value switch
        {
            Pin pin => $"{pin.Name} v{pin.Version}",
            Enum word => Words.Of(word),
            bool yes => yes ? "yes" : "no",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
