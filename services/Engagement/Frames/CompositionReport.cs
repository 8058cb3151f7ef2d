using System.Globalization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>One rule that holds in a composition: its value, and the frame and document that ask for it.</summary>
/// <param name="Rule">Its name, as problems name it; a minimum and a maximum of one rule are two entries.</param>
/// <param name="Value">What it asks for, at its strictest, in words: such as "at most 12".</param>
/// <param name="Frame">The frame that asks for it; where several ask the same, the first of them by name.</param>
/// <param name="Source">The document that it comes from: S0 to S4, eaje, design, or the work that a practice's own frame cites.</param>
public sealed record ComposedRule(string Rule, string Value, string Frame, string Source);

/// <summary>What frames ask together, to be read: whether anything can satisfy it, which sizes remain, which rules hold.</summary>
/// <param name="Satisfiable">Whether anything can satisfy all that they ask; else <c>conflict</c> names two rules.</param>
/// <param name="SmallestGroup">Fewest members that remain, or null where nothing is asked.</param>
/// <param name="LargestGroup">Most members that remain, or null where nothing is asked.</param>
/// <param name="Rules">Every rule that they ask for, in the order of a frame's members; the kind is the first.</param>
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
