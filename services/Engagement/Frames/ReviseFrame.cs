using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Revises a draft.</summary>
/// <param name="Frame">The frame, whole.</param>
public sealed record ReviseFrame(Frame Frame) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ReviseFrame command, PolicySet set, FrameLibrary frames) =>
        (PublishFrame.NoDraft(set) ?? DraftFrame.Wrong(command.Frame, frames)) is { } wrong ? wrong : new PolicySetRevised(command.Frame);

    internal static void Map(IEndpointRouteBuilder routes) =>
        OwnFrames.Route<ReviseFrame>(routes, "revise", "Revise a draft", (c, set, frames, _) => Decide(c, set, frames));
}
