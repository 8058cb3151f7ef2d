using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Syntheses;

namespace PracticeAnalysis.Reporting.Negotiation.Prevention;

/// <summary>One line for the establishment's prevention plan (DUERP, PAPRIPACT): an action track or a decision that an agreed bilan or a validated synthesis lists (S3),
/// with no content of sessions.</summary>
/// <param name="Kind">Whether <c>id</c> names an action track or a decision.</param>
/// <param name="Id">The action track, or the decision.</param>
/// <param name="State">opened, progressed, completed or abandoned; of a decision adopted.</param>
/// <param name="Opened">The day, in UTC, on which the track was opened or the decision adopted.</param>
/// <param name="Changed">The day, in UTC, on which the track moved last; of a decision, that of <c>opened</c>.</param>
/// <param name="Text">As the group listed it; null once it was erased.</param>
public sealed record PlanLine(
    Guid Engagement,
    ListedKind Kind,
    Guid Id,
    [property: ClosedList(typeof(PlanLine), nameof(PlanLine.States))] string State,
    DateOnly Opened,
    DateOnly Changed,
    string? Text
)
{
    internal static readonly string[] States = ["opened", "progressed", "completed", "abandoned", "adopted"];
}

/// <summary>A listed text, the stream and member that it was sealed for, and when it was let out.</summary>
public sealed record LetOut(Guid Id, Sealed Text, Guid Stream, string Member);

/// <summary>What of a group's tracks and decisions the establishment may read.</summary>
public static class PreventionPlan
{
    /// <summary>The texts that agreed bilans and validated syntheses let out, the latest of each.</summary>
    public static IReadOnlyDictionary<Guid, LetOut> Listed(IEnumerable<Bilan> bilans, IEnumerable<Synthesis> syntheses) =>
        bilans
            .Where(b => b.IsAgreed)
            .SelectMany(b => b.Listed.Select(l => (b.LastOccurredAt, Out: new LetOut(l.Id, l.Text, b.Id, Listing.BilanMember))))
            .Concat(
                syntheses
                    .Where(s => !s.IsOpen)
                    .SelectMany(s =>
                        s.Listed.Select(l => (s.LastOccurredAt, Out: new LetOut(l.Id, l.Text, s.Id, OutwardList.ListedMember)))
                    )
            )
            .GroupBy(l => l.Out.Id)
            .ToDictionary(g => g.Key, g => g.OrderBy(l => l.LastOccurredAt).Last().Out);

    /// <summary>What was handed over: the texts of published bilans and syntheses, by what they are of.</summary>
    public static IReadOnlySet<Guid> Handed(IEnumerable<Bilan> bilans, IEnumerable<Synthesis> syntheses) =>
        bilans
            .Where(b => b is { IsAgreed: true, Handed: true })
            .SelectMany(b => b.Listed)
            .Concat(syntheses.Where(s => s.State == SynthesisState.Published).SelectMany(s => s.Listed))
            .Select(l => l.Id)
            .ToHashSet();

    /// <summary>The lines, by the day on which each was opened; of groups whose charter says that tracks or decisions leave. That there is one which no
    /// group listed would tell what came of a session. A track counts once it is co-built.</summary>
    /// <param name="listed">The texts that were let out, by what they are of.</param>
    /// <param name="handed">What was handed over: a decision of it stays, whatever became of it since.</param>
    public static IReadOnlyList<PlanLine> Lines(
        IEnumerable<GroupRecord> groups,
        IReadOnlyDictionary<Guid, string?> listed,
        IReadOnlySet<Guid>? handed = null
    ) =>
        [
            .. groups
                .SelectMany(g =>
                    g.Tracks.Where(t => g.Gives(Transparency.ActionTracks) && listed.ContainsKey(t.Track) && g.IsCoBuilt(t))
                        .Select(t => new PlanLine(
                            g.Activation!.Engagement,
                            ListedKind.ActionTrack,
                            t.Track,
                            t.State,
                            Day(t.OpenedAt),
                            Day(t.ChangedAt),
                            listed[t.Track]
                        ))
                        .Concat(
                            g.Decisions.Where(d => !d.SetAside || handed?.Contains(d.Decision) is true)
                                .Where(d => g.Gives(Transparency.Decisions) && listed.ContainsKey(d.Decision))
                                .Select(d => new PlanLine(
                                    g.Activation!.Engagement,
                                    ListedKind.Decision,
                                    d.Decision,
                                    "adopted",
                                    Day(d.AdoptedAt),
                                    Day(d.AdoptedAt),
                                    listed[d.Decision]
                                ))
                        )
                )
                .OrderBy(l => l.Opened)
                .ThenBy(l => l.Id),
        ];

    /// <summary>Whether the establishment is the one that asked, or one that the engagement spans.</summary>
    public static bool Concerns(this GroupRecord group, Guid establishment) =>
        group.Activation is { } a && (a.Establishment == establishment || (a.Establishments ?? []).Contains(establishment));

    /// <summary>The group as an establishment reads it: as it is, or as it was when another one took that one's place; null where it was never for it.</summary>
    public static GroupRecord? ReadBy(this GroupRecord group, Guid establishment) =>
        group.Concerns(establishment) ? group
        : group.Behind.FirstOrDefault(b => b.Establishment == establishment) is { } behind ? group with { Tracks = behind.Tracks }
        : null;

    /// <summary>The texts that list something for an establishment: those that are handed to it, and those that were settled while the group was for it.</summary>
    public static (IReadOnlyList<Bilan> Bilans, IReadOnlyList<Synthesis> Syntheses) HandedTo(
        Guid establishment,
        IReadOnlyList<GroupRecord> groups,
        (IReadOnlyList<Bilan> Bilans, IReadOnlyList<Synthesis> Syntheses) texts
    )
    {
        bool WasFor(Guid group, DateTimeOffset at) => groups.Any(g => g.Id == group && g.EstablishmentsAt(at).Contains(establishment));
        DateTimeOffset Agreed(Guid group, Bilan bilan) =>
            groups.FirstOrDefault(g => g.Id == group)?.Agreed.FirstOrDefault(a => a.Bilan == bilan.Id)?.At ?? bilan.LastOccurredAt;
        return (
            [.. texts.Bilans.Where(b => b.Establishment == establishment || b.Groups.Any(g => WasFor(g, Agreed(g, b))))],
            [.. texts.Syntheses.Where(s => s.Establishment == establishment || WasFor(s.Group, s.LastOccurredAt))]
        );
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
