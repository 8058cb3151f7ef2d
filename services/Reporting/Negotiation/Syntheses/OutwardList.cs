using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>The closed list of what may leave in a synthesis (S3).</summary>
public static class OutwardList
{
    /// <summary>The members of the facts that its texts are sealed for.</summary>
    internal const string AxesMember = "Synthesis.Axes";

    /// <summary>The member that its listed texts are sealed for.</summary>
    internal const string ListedMember = "Synthesis.Listed";

    private static readonly Rule Outward = new("always", "outward-list", "S3");

    /// <summary>Something that may not leave: an axis that was not worked on, or what is no track nor decision of the group.</summary>
    public static Refusal? Wrong(
        IReadOnlyList<AxisDraft> axes,
        IReadOnlyList<ListedDraft> listed,
        GroupRecord group,
        Guid? session,
        AgreedPeriod period
    )
    {
        var coded = Coded(group, session, period);
        return axes.Count == 0 && listed.Count == 0 ? Refusal.OfInput("The synthesis is empty.", "Give an axis, a track or a decision.")
            : axes.Any(a => a is null || !coded.Contains(new(a.Axis, a.Level))) ? NotWorkedOn
            : axes.DistinctBy(a => (a.Axis, a.Level)).Count() != axes.Count
                ? Refusal.OfInput("axes names an axis twice.", "Give each axis and level once.")
            : Listing.Wrong(listed, [group]);
    }

    /// <summary>What of its text was corrected or contested since it was written.</summary>
    public static Refusal? Outdated(Synthesis synthesis, GroupRecord group)
    {
        var coded = Coded(group, synthesis.Session, new(Guid.Empty, false, synthesis.From, synthesis.To));
        return synthesis.Axes.Any(a => !coded.Contains(new(a.Axis, a.Level))) ? NotWorkedOn : Fallen(synthesis, group);
    }

    /// <summary>Something that it lists stands no more.</summary>
    public static Refusal? Fallen(Synthesis synthesis, GroupRecord group) =>
        Listing.Fallen(synthesis.Listed, [group], "Revise the synthesis, or draft another one, without this item.");

    /// <summary>The sessions that it is of, as they were told.</summary>
    public static IReadOnlyList<Guid> Sessions(Synthesis synthesis, GroupRecord group) =>
        synthesis.Session is { } one
            ? [one]
            : [.. group.Sessions.Where(new AgreedPeriod(synthesis.Id, false, synthesis.From, synthesis.To).Opens).Select(s => s.Session)];

    private static Refusal NotWorkedOn { get; } =
        Refusal
            .OfRule(
                Outward,
                "An axis was not worked on in the sessions that the synthesis covers.",
                "Give axes and levels as they were coded when the sessions were closed."
            )
            .At("axes");

    private static HashSet<Theme> Coded(GroupRecord group, Guid? session, AgreedPeriod period) =>
        group
            .Themes.Where(t => session is { } one ? t.Session == one : period.Covers(t.Origin.OccurredAt))
            .SelectMany(t => t.Themes)
            .ToHashSet();

    internal static IReadOnlyList<MainAxis> Seal(IReadOnlyList<AxisDraft> axes, Act act) =>
        [.. axes.Select(a => new MainAxis(a.Axis, a.Level, act.Seal(a.Text, AxesMember), a.Names))];

    internal static IReadOnlyList<ListedText> Seal(IReadOnlyList<ListedDraft> listed, Act act) =>
        [.. listed.Select(l => new ListedText(l.Kind, l.Id, act.Seal(l.Text, ListedMember)))];
}
