using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>What a session has still to follow.</summary>
public static class ReadTracksToFollow
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/sessions/{id:guid}/tracks-to-follow",
                (Guid id, [AsParameters] Portion portion, Streams streams) =>
                    streams.Show<Session>(
                        id,
                        async (query, session, reader) => new Page<Guid>(portion.Of(await ToFollow(query, session, reader), t => $"{t}"))
                    )
            )
            .WithSummary("List the tracks that this session has still to follow")
            .Produces<Page<Guid>>()
            .For(Roles.Member, Roles.Facilitator);
    }

    /// <summary>What a session has still to follow: the group's tracks from other sessions, not ended, not looked at in this one (S0, S3).</summary>
    public static IReadOnlyList<Guid> ToFollow(IReadOnlyList<ActionTrack> tracks, Guid session) =>
        [.. tracks.Where(t => t.IsFollowed && t.Session != session && !t.FollowedAt.Contains(session)).Select(t => t.Id)];

    // Who left reads the sessions that they were in, and nothing of tracks that were opened since.
    private static async Task<IReadOnlyList<Guid>> ToFollow(IQuerySession query, Session session, Actor reader)
    {
        var tracks = await query.Query<ActionTrack>().Where(t => t.Group == session.Group).ToListAsync();
        return ToFollow([.. tracks.Where(t => t.IsVisibleTo(reader))], session.Id);
    }
}
