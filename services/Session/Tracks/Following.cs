using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>What the ways of following a track share: it is followed until it ends, and Reporting learns its state.</summary>
public static class Following
{
    /// <summary>The track has ended.</summary>
    public static Refusal? Ended(ActionTrack track) =>
        track.IsFollowed ? null : Refusal.OfOrder("The track has ended.", "Open another one.");

    /// <summary>The fact, told to Reporting as a state alone.</summary>
    public static Decision Telling(ActionTrack track, TrackFact fact, string state) =>
        Decision
            .Of(fact)
            .Telling(origin => new V1.TrackStateChanged(track.Id, track.Group, track.Engagement, state, origin, track.With, track.By));

    /// <summary>What is named is no session of the track's group that was opened.</summary>
    internal static Refusal NoSession { get; } =
        Refusal.OfInput("at names no session of the group that was opened.", "Name the session, or leave it out.");

    /// <summary>Whether it is a session of the track's group that was opened.</summary>
    internal static bool Held(Session? session, ActionTrack track) =>
        session is { State: SessionState.Open or SessionState.Closed } && session.Group == track.Group;

    internal static RouteHandlerBuilder Route<TCommand>(
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
                            at(command) is not { } session || Held(await query.LoadAsync<Session>(session), track)
                                ? decide(command, track, act)
                                : NoSession
                    )
            )
            .WithSummary(summary)
            .Produces<TrackView>();
}
