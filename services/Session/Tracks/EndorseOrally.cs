using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>Records that a member endorsed a track orally, in a session at which they were present (S3).</summary>
/// <param name="Member">Opaque id of who endorsed it: a member of the group, who was present at that session.</param>
/// <param name="At">The session.</param>
public sealed record EndorseOrally(Guid Member, Guid At) : Command
{
    private const int DaysToContest = 14;

    /// <summary>Decides.</summary>
    public static Decision Decide(EndorseOrally command, ActionTrack track, Session? session, Act act) =>
        Following.Ended(track) is { } ended ? ended
        : Following.NotAt(track, session, act) is { } notAt ? notAt
        : !session!.HasPresent(command.Member) || !track.Members.Contains(command.Member)
            ? Refusal
                .OfRule(
                    OpenTrack.CoBuilt,
                    session.Present.Contains(command.Member)
                        ? "The member is no longer in the group."
                        : "The member was not present at that session.",
                    "Name a member of the group who was present."
                )
                .At("member")
        : track.ContestedBy.Contains(command.Member)
            ? Refusal
                .OfRule(
                    OpenTrack.CoBuilt,
                    "The member contested having endorsed or built it.",
                    "The member may endorse it with their own token."
                )
                .At("member")
        : track.EndorsedBy.Contains(command.Member) ? Decision.Nothing
        : Decision
            .Of(new TrackEndorsedOrally(command.Member, command.At, act.Now.AddDays(DaysToContest)))
            .Telling(origin => new Contracts.Session.V1.TrackEndorsed(
                track.Id,
                track.Group,
                track.Engagement,
                command.Member,
                origin,
                true
            ));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/tracks/{id:guid}/endorsements",
                (Guid id, EndorseOrally command, Streams streams) =>
                    streams.Append<ActionTrack>(
                        id,
                        command,
                        async (query, track, act) => Decide(command, track, await query.LoadAsync<Session>(command.At), act)
                    )
            )
            .WithSummary("Record an endorsement that was given orally")
            .Produces<TrackView>()
            .For(Roles.Facilitator);
    }
}
