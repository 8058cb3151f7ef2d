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
            p.SizeMinimum?.Value,
            p.SizeMaximum?.Value,
            [
                .. Each(p.Kinds),
                .. One("at least ", p.SizeMinimum),
                .. One("at most ", p.SizeMaximum),
                .. Each(p.Compositions),
                .. One("", p.Participation),
                .. One("", p.Independence),
                .. One("", p.Externality),
                .. Each(p.Qualifications),
                .. One("days, at most ", p.Interval),
                .. One("a month, at least ", p.FrequencyMinimum),
                .. One("a month, at most ", p.FrequencyMaximum),
                .. One("months, at least ", p.MinimumTerm),
                .. One("cents an hour, at least ", p.RateMinimum),
                .. One("cents an hour, at most ", p.RateMaximum),
                .. One("refused outside whatever the reason: ", p.RateWithoutOverride),
                .. One("", p.Stability),
                .. p.Protocols.Select(d => Line("", new Demand<string>($"{d.Value.Name} v{d.Value.Version}", d.Rule))),
                .. One("", p.Strictness),
                .. One("'none' allowed: ", p.NoneAllowed),
                .. One("", p.Approval),
                .. One("", p.JointValidation),
                .. One("", p.ManagementCommitment),
                .. One("hours, at least ", p.HoursAYear),
                .. One("hours, at least ", p.HoursEachFourMonths),
                .. One("", p.NoChildrenPresent),
                .. One("days, at least ", p.Departure),
            ],
            conflict?.Rules ?? []
        );
    }

    private static IEnumerable<ComposedRule> Each<T>(IEnumerable<Demand<T>> demands) => demands.Select(d => Line("", d));

    private static IEnumerable<ComposedRule> One<T>(string before, Demand<T>? demand) => demand is null ? [] : [Line(before, demand)];

    private static ComposedRule Line<T>(string before, Demand<T> demand) =>
        new(demand.Rule.Name, before + Word(demand.Value), demand.Rule.Frame, demand.Rule.Source);

    private static string Word<T>(T value) =>
        value switch
        {
            string text => text,
            Enum word => Words.Of(word),
            bool yes => yes ? "yes" : "no",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
