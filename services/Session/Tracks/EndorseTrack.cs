using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Session.V1;

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
            .Telling(origin => new V1.TrackEndorsed(track.Id, track.Group, track.Engagement, act.By.Person, origin));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Following
            .Route<EndorseTrack>(routes, "endorse", "Endorse an action track", _ => null, (_, track, act) => Decide(track, act))
            .For(Roles.Member);
    }
}
