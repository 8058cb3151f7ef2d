using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>Contests the endorsement that was recorded of oneself, or that one is named as a builder: neither counts any more, and the facilitator records no
/// other.</summary>
public sealed record ContestEndorsement : Command, ITakesBack
{
    /// <summary>Decides; by the clock, whatever the act is dated.</summary>
    public static Decision Decide(ActionTrack track, Act act) =>
        track.With.Except(track.EndorsedBy).Contains(act.By.Person) ? new TrackNamingContested(act.By.Person)
        : track.EndorsedOrally.SingleOrDefault(o => o.Member == act.By.Person) is not { } recorded
            ? Refusal.OfOrder(
                "No endorsement was recorded in your name.",
                "Contest an endorsement that the facilitator recorded, or being named as a builder of the track."
            )
        : act.Now > recorded.ContestableUntil
            ? Refusal.OfOrder("It was recorded more than fourteen days ago.", "Contest an endorsement within fourteen days.")
        : Counted(track, new(act.By.Person));

    /// <summary>Decides what becomes of the endorsement that was recorded of somebody who is erased: nobody is there to contest it, and the facilitator's
    /// word alone builds nothing in common.</summary>
    public static Decision Erased(ActionTrack track, Guid person, DateTimeOffset now) =>
        track.EndorsedOrally.Any(o => o.Member == person && now <= o.ContestableUntil)
            ? Counted(track, new(person, Erased: true))
            : Decision.Nothing;

    private static Decision Counted(ActionTrack track, EndorsementContested contested) =>
        Decision.Of(contested).Telling(origin => Told(track, contested.Member, origin));

    /// <summary>What Reporting is told.</summary>
    internal static Contracts.Session.V1.EndorsementContested Told(ActionTrack track, Guid member, Contracts.Origin origin) =>
        new(track.Id, track.Group, track.Engagement, member, origin);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/tracks/{id:guid}/endorsements/contest",
                (Guid id, ContestEndorsement command, Streams streams) =>
                    streams.Append<ActionTrack>(id, command, (track, act) => Decide(track, act))
            )
            .WithSummary("Contest an endorsement that was recorded of oneself, or being named")
            .Produces<TrackView>()
            .For(Roles.Member);
    }
}

/// <summary>An endorsement goes with the presence at which it was given.</summary>
public static class ContestedPresence
{
    /// <summary>And the endorsement that was recorded of this person counts no more.</summary>
    public static Decision Contesting(this Decision decided, ActionTrack track, Guid person) =>
        decided.Refusal is not null
            ? decided
            : decided
                .With(track, new EndorsementContested(person))
                .Telling(origin => ContestEndorsement.Told(track, person, new(track.Id, track.Version + 1, origin.OccurredAt)));
}
