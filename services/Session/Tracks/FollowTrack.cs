using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>A member stands behind a track.</summary>
public sealed record EndorseTrack : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended ? ended
        : track.EndorsedBy.Contains(act.By.Person) ? Decision.Nothing
        : new TrackEndorsed(act.By.Person);
}

/// <summary>Says what moved since the last session.</summary>
public sealed record ProgressTrack(Narrative Text) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProgressTrack command, ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended
            ? ended
            : Following.Telling(track, new TrackProgressed(act.Seal(command.Text, "TrackProgressed.Text")), "progressed");
}

/// <summary>Completes a track.</summary>
public sealed record CompleteTrack : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ActionTrack track) =>
        Following.Ended(track) is { } ended ? ended : Following.Telling(track, new TrackCompleted(), "completed");
}

/// <summary>Gives a track up.</summary>
public sealed record AbandonTrack(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(AbandonTrack command, ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended
            ? ended
            : Following.Telling(track, new TrackAbandoned(act.Seal(command.Reason, "TrackAbandoned.Reason")), "abandoned");
}

/// <summary>What the four ways of following a track share: it is followed until it ends, and Reporting learns its state.</summary>
public static class Following
{
    /// <summary>The track has ended.</summary>
    public static Refusal? Ended(ActionTrack track) =>
        track.IsFollowed ? null : Refusal.OfOrder("The track has ended.", "Open another one.");

    /// <summary>The fact, told to Reporting as a state alone.</summary>
    public static Decision Telling(ActionTrack track, TrackFact fact, string state) =>
        Decision.Of(fact).Telling(origin => new TrackStateChanged(track.Id, track.Group, track.Engagement, state, origin));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Route<EndorseTrack>(routes, "endorse", "Endorse an action track", (_, track, act) => EndorseTrack.Decide(track, act))
            .For(Roles.Member);
        Route<ProgressTrack>(routes, "progress", "Say what moved on an action track", ProgressTrack.Decide)
            .For(Roles.Member, Roles.Facilitator);
        Route<CompleteTrack>(routes, "complete", "Complete an action track", (_, track, _) => CompleteTrack.Decide(track))
            .For(Roles.Member, Roles.Facilitator);
        Route<AbandonTrack>(routes, "abandon", "Abandon an action track", AbandonTrack.Decide).For(Roles.Member, Roles.Facilitator);
    }

    private static RouteHandlerBuilder Route<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, ActionTrack, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/tracks/{{id:guid}}/{verb}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Append<ActionTrack>(id, command, (track, act) => decide(command, track, act))
            )
            .WithSummary(summary)
            .Produces<TrackView>();
}
