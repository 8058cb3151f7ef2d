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

    /// <summary>Why a track is not followed at this session: it is none of its group's that had been opened by then, or was over before there was the track.
    /// What the group says at the session from which it was opened may be told later.</summary>
    public static Refusal? NotAt(ActionTrack track, Session? session, Act act) =>
        session is not { State: SessionState.Open or SessionState.Closed }
        || session.Group != track.Group
        || session.OpenedAt > act.OccurredAt
            ? Refusal.OfInput("at does not name an opened session of the group.", "Name the session, or omit this field.")
        : session.Id != track.Session && session.EndedAt < track.OpenedAt
            ? Refusal.OfRule(
                new("always", "occurred-at", "design"),
                "The session was over before the track was opened.",
                "Name a session that has ended since, or the one from which the track was opened."
            )
        : null;

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
                            at(command) is { } session && NotAt(track, await query.LoadAsync<Session>(session), act) is { } notAt
                                ? notAt
                                : decide(command, track, act)
                    )
            )
            .WithSummary(summary)
            .Produces<TrackView>();
}
