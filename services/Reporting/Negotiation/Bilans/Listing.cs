using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>The text of a track or decision as the establishment will read it; it need not be the group's own words.</summary>
/// <param name="Kind">Whether <c>id</c> names an action track or a decision.</param>
/// <param name="Id">A co-built action track, or a decision adopted in common, of a group that the text is of; each once.</param>
/// <param name="Text">As the establishment will read it, in words that need not be the group's own.</param>
public sealed record ListedDraft(ListedKind Kind, Guid Id, Narrative Text);

/// <summary>A listed text as one reader sees it.</summary>
/// <param name="Kind">Whether <c>id</c> names an action track or a decision.</param>
/// <param name="Id">The action track, or the decision.</param>
/// <param name="Text">As the establishment reads it; null where it is erased.</param>
public sealed record ListedView(ListedKind Kind, Guid Id, string? Text);

/// <summary>A track's or a decision's text leaves once an agreed bilan or a validated synthesis lists it (S3).</summary>
public static class Listing
{
    /// <summary>The member that a bilan's listed texts are sealed for.</summary>
    internal const string BilanMember = "BilanDrafted.Listed";

    private static readonly Rule Outward = new("always", "outward-list", "S3");

    /// <summary>Something listed twice, that is no track nor decision of these groups, or of which the charter does not say that it leaves.</summary>
    public static Refusal? Wrong(IReadOnlyList<ListedDraft> listed, IReadOnlyList<GroupRecord> groups) =>
        listed.Any(l => l is null) || listed.DistinctBy(l => l.Id).Count() != listed.Count
            ? Refusal.OfInput("listed contains null or a duplicate.", "List each track and decision once.")
        : listed.Any(l => !Stands(l.Kind, l.Id, groups))
            ? Refusal
                .OfRule(
                    Outward,
                    "A listed item is neither a co-built action track nor a decision of the group.",
                    "Only main axes, endorsed action tracks and adopted decisions may leave the group; list them by their ids."
                )
                .At("listed")
        : listed
            .Select(l => l.Kind == ListedKind.ActionTrack ? Transparency.ActionTracks : Transparency.Decisions)
            .Select(item => Transparency.Refused(groups, item))
            .FirstOrDefault(withheld => withheld is not null);

    /// <summary>What of it stands: what somebody contested since neither counts nor leaves.</summary>
    public static IReadOnlyList<ListedText> Standing(IReadOnlyList<ListedText> listed, IReadOnlyList<GroupRecord> groups) =>
        [.. listed.Where(l => Stands(l.Kind, l.Id, groups))];

    /// <summary>Something listed stands no more.</summary>
    public static Refusal? Fallen(IReadOnlyList<ListedText> listed, IReadOnlyList<GroupRecord> groups, string satisfy) =>
        Standing(listed, groups).Count < listed.Count
            ? Refusal.OfRule(
                Outward,
                "A listed item is no longer valid. A member contested having endorsed the track, or that everyone present agreed to the decision.",
                satisfy
            )
            : null;

    private static bool Stands(ListedKind kind, Guid id, IReadOnlyList<GroupRecord> groups) =>
        groups.Any(g =>
            kind == ListedKind.ActionTrack ? g.Tracks.Any(t => t.Track == id && g.IsCoBuilt(t)) : g.Adopted.Any(d => d.Decision == id)
        );
}
