using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Evolution;

/// <summary>An evolution as one reader sees it. The practice is not of the group: it sees that and how long the group met, neither what came of
/// it nor who was there.</summary>
/// <param name="Version">How far it is: facts of the group's record taken in. Ask for it again with <c>?version=</c>.</param>
/// <param name="Lines">The steps that the reader sees, in the order in which they were told.</param>
public sealed record EvolutionView(Guid Group, long Version, IReadOnlyList<EvolutionLine> Lines)
{
    // What the practice did itself, is told, or sees elsewhere; whatever else happens in a group is the group's own.
    private static readonly HashSet<string> OfThePractice =
    [
        "sealed",
        "activated",
        "member-joined",
        "member-left",
        "volunteering-revoked",
        "facilitator-assigned",
        "facilitator-relieved",
        "suspended",
        "resumed",
        "renewed",
        "terms-changed",
        "ends-early",
        "minimum-term-reached",
        "session-held",
        "minutes-corrected",
        "bilan-due",
        "final-bilan-due",
        "intermediate-bilan-agreed",
        "final-bilan-agreed",
        "concluded",
    ];

    /// <summary>The view for one reader.</summary>
    public static EvolutionView Of(GroupEvolution evolution, Actor reader) =>
        new(
            evolution.Id,
            evolution.Version,
            reader.Is(Roles.Practice)
                ? [.. Seen(evolution, reader).Select(l => l with { AttendancePercent = null, Source = l.Source with { Version = null } })]
                : evolution.Lines
        );

    /// <summary>The steps that this reader sees, as they are recorded.</summary>
    internal static IEnumerable<EvolutionLine> Seen(GroupEvolution evolution, Actor reader) =>
        evolution.Lines.Where(l => !reader.Is(Roles.Practice) || OfThePractice.Contains(l.What));
}
