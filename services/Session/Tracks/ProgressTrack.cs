using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>Says what moved since the last session.</summary>
/// <param name="Text">What moved; kept sealed, and read by the group and its facilitator.</param>
/// <param name="At">The session at which the group says so, where it is at one.</param>
public sealed record ProgressTrack(Narrative Text, Guid? At = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProgressTrack command, ActionTrack track, Act act) =>
        Following.Ended(track) is { } ended
            ? ended
            : Following.Telling(track, new TrackProgressed(act.Seal(command.Text, "TrackProgressed.Text"), command.At), "progressed");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Following
            .Route<ProgressTrack>(routes, "progress", "Say what moved on an action track", c => c.At, Decide)
            .For(Roles.Member, Roles.Facilitator);
    }
}
