using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

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
                "Nobody but the person who opened the track supports it.",
                "Have a member endorse it, with their own token or orally in a session."
            )
        : Following.Telling(track, new TrackCompleted(command.At), "completed");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Following
            .Route<CompleteTrack>(routes, "complete", "Complete an action track", c => c.At, (command, track, _) => Decide(command, track))
            .For(Roles.Member, Roles.Facilitator);
    }
}
