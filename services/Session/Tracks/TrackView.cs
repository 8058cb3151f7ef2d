using System.Text.Json.Serialization;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>A track as its group and facilitator read it.</summary>
/// <param name="Session">The session from which it was opened.</param>
/// <param name="With">Opaque ids of the members who are named as building it, without those who contested that.</param>
/// <param name="Text">What is to be done, in the words of who opened it.</param>
/// <param name="State">Where it is; once completed or abandoned it is followed no more.</param>
/// <param name="EndorsedBy">Opaque ids of the members who stand behind it: by their own token, or orally in a session.</param>
/// <param name="Progress">What moved since, the first word first.</param>
/// <param name="FollowedAt">The sessions at which the group said what became of it (S0, S3).</param>
/// <param name="Finding">The contribution that it comes from; null where none was named.</param>
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
