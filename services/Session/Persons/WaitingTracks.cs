using Marten;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Persons;

/// <summary>Action tracks that wait for a member: to endorse what names them, or to contest what was recorded of them.</summary>
public sealed class WaitingTracks : IKnowsWaiting
{
    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel) =>
        !reader.Is(Roles.Member)
            ? []
            : (await session.Query<ActionTrack>().ToListAsync(cancel))
                .Where(t => t.IsVisibleTo(reader))
                .SelectMany(t => Of(t, reader.Person, now));

    /// <summary>What of a track waits for this person.</summary>
    public static IEnumerable<WaitingItem> Of(ActionTrack track, Guid person, DateTimeOffset now)
    {
        if (track.IsFollowed && track.With.Except(track.EndorsedBy).Contains(person))
        {
            yield return new(WaitingKind.Track, $"/v1/tracks/{track.Id}", Canonical.HashOf(track.Text));
        }

        if (track.EndorsedOrally.FirstOrDefault(o => o.Member == person && o.ContestableUntil >= now) is { } recorded)
        {
            yield return new(WaitingKind.Endorsement, $"/v1/tracks/{track.Id}", Canonical.HashOf(track.Text), recorded.ContestableUntil);
        }
    }
}
