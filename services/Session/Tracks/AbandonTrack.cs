using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>Gives a track up.</summary>
/// <param name="Reason">Why it is given up; kept sealed, and in no view of the track.</param>
/// <param name="At">The session at which the group says so, where it is at one.</param>
public sealed record AbandonTrack(Narrative Reason, Guid? At = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(AbandonTrack command, ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended
            ? ended
            : Following.Telling(track, new TrackAbandoned(act.Seal(command.Reason, "TrackAbandoned.Reason"), command.At), "abandoned");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Following.Route<AbandonTrack>(routes, "abandon", "Abandon an action track", c => c.At, Decide).For(Roles.Member, Roles.Facilitator);
    }
}
