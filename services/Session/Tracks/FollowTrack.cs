using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>A member stands behind a track, by a token of their own.</summary>
public sealed record EndorseTrack : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended ? ended
        : track.EndorsedBy.Contains(act.By.Person) && track.EndorsedOrally.All(o => o.Member != act.By.Person) ? Decision.Nothing
        : Decision
            .Of(new TrackEndorsed(act.By.Person))
            .Telling(origin => new Contracts.Session.V1.TrackEndorsed(track.Id, track.Group, track.Engagement, act.By.Person, origin));
}

/// <summary>Says what moved since the last session.</summary>
/// <param name="At">The session at which the group says so, where it is at one.</param>
public sealed record ProgressTrack(Narrative Text, Guid? At = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProgressTrack command, ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended
            ? ended
            : Following.Telling(track, new TrackProgressed(act.Seal(command.Text, "TrackProgressed.Text"), command.At), "progressed");
}

/// <summary>Completes a track.</summary>
/// <param name="At">The session at which the group says so, where it is at one.</param>
public sealed record CompleteTrack(Guid? At = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(CompleteTrack command, ActionTrack track) =>
        Following.Ended(track) is { } ended ? ended
        : !track.IsCoBuilt
            ? Refusal.OfRule(
                OpenTrack.CoBuilt,
                "Nobody else than who opened the track stands behind it.",
                "Have a member endorse it, by a token of their own or orally in a session."
            )
        : Following.Telling(track, new TrackCompleted(command.At), "completed");
}

/// <summary>Gives a track up.</summary>
/// <param name="At">The session at which the group says so, where it is at one.</param>
public sealed record AbandonTrack(Narrative Reason, Guid? At = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(AbandonTrack command, ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended
            ? ended
            : Following.Telling(track, new TrackAbandoned(act.Seal(command.Reason, "TrackAbandoned.Reason"), command.At), "abandoned");
}

/// <summary>What the four ways of following a track share: it is followed until it ends, and Reporting learns its state.</summary>
public static class Following
{
    /// <summary>The track has ended.</summary>
    public static Refusal? Ended(ActionTrack track) =>
        track.IsFollowed ? null : Refusal.OfOrder("The track has ended.", "Open another one.");

    /// <summary>The fact, told to Reporting as a state alone.</summary>
    public static Decision Telling(ActionTrack track, TrackFact fact, string state) =>
        Decision
            .Of(fact)
            .Telling(origin => new TrackStateChanged(track.Id, track.Group, track.Engagement, state, origin, track.With, track.By));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Route<EndorseTrack>(routes, "endorse", "Endorse an action track", _ => null, (_, track, act) => EndorseTrack.Decide(track, act))
            .For(Roles.Member);
        Route<ProgressTrack>(routes, "progress", "Say what moved on an action track", c => c.At, ProgressTrack.Decide)
            .For(Roles.Member, Roles.Facilitator);
        Route<CompleteTrack>(
                routes,
                "complete",
                "Complete an action track",
                c => c.At,
                (command, track, _) => CompleteTrack.Decide(command, track)
            )
            .For(Roles.Member, Roles.Facilitator);
        Route<AbandonTrack>(routes, "abandon", "Abandon an action track", c => c.At, AbandonTrack.Decide)
            .For(Roles.Member, Roles.Facilitator);
        routes
            .MapGet(
                "/v1/sessions/{id:guid}/tracks-to-follow",
                (Guid id, [AsParameters] Portion portion, Streams streams) =>
                    streams.Show<Sessions.Session>(
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
    private static async Task<IReadOnlyList<Guid>> ToFollow(IQuerySession query, Sessions.Session session, Actor reader)
    {
        var tracks = await query.Query<ActionTrack>().Where(t => t.Group == session.Group).ToListAsync();
        return ToFollow([.. tracks.Where(t => t.IsVisibleTo(reader))], session.Id);
    }

    /// <summary>What is named is no session of the track's group that was opened.</summary>
    internal static Refusal NoSession { get; } =
        Refusal.OfInput("at names no session of the group that was opened.", "Name the session, or leave it out.");

    /// <summary>Whether it is a session of the track's group that was opened.</summary>
    internal static bool Held(Sessions.Session? session, ActionTrack track) =>
        session is { State: Sessions.SessionState.Open or Sessions.SessionState.Closed } && session.Group == track.Group;

    private static RouteHandlerBuilder Route<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, Guid?> at,
        Func<TCommand, ActionTrack, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/tracks/{{id:guid}}/{verb}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Append<ActionTrack>(
                        id,
                        command,
                        async (query, track, act) =>
                            at(command) is not { } session || Held(await query.LoadAsync<Sessions.Session>(session), track)
                                ? decide(command, track, act)
                                : NoSession
                    )
            )
            .WithSummary(summary)
            .Produces<TrackView>();
}
