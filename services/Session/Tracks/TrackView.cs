using System.Text.Json.Serialization;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>A track as its group and facilitator read it.</summary>
/// <param name="CoBuilt">Whether somebody else than who opened it endorsed it: it counts, and may leave.</param>
/// <param name="EndorsedOrally">Those of its endorsements that the facilitator recorded.</param>
public sealed record TrackView(
    Guid Id,
    long Version,
    Guid Group,
    Guid Session,
    IReadOnlyList<Guid> With,
    string? Text,
    TrackState State,
    IReadOnlyList<Guid> EndorsedBy,
    IReadOnlyList<string?> Progress,
    IReadOnlyList<Guid> FollowedAt,
    Guid? Finding,
    bool CoBuilt,
    IReadOnlyList<OralEndorsement> EndorsedOrally
) : ShowsTexts
{
    /// <summary>The texts to be opened.</summary>
    public static IEnumerable<Sealed> Texts(ActionTrack track) => track.Progress.Prepend(track.Text);

    /// <summary>The view.</summary>
    public static TrackView Of(ActionTrack t, TextOpener opener) =>
        new(
            t.Id,
            t.Version,
            t.Group,
            t.Session,
            t.With,
            opener.Open(t.Text, "TrackOpened.Text"),
            t.State,
            t.EndorsedBy,
            [.. t.Progress.Select(p => opener.Open(p, "TrackProgressed.Text"))],
            t.FollowedAt,
            t.Finding,
            t.IsCoBuilt,
            t.EndorsedOrally
        );
}
