using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Publishes a draft: immutable from now on, dispositifs may follow it.</summary>
public sealed record PublishFrame : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PolicySet set, FrameLibrary frames) =>
        (NoDraft(set) ?? DraftFrame.Wrong(set.Frame, frames)) is { } wrong ? wrong : new PolicySetPublished();

    /// <summary>It is no draft any more.</summary>
    internal static Refusal? NoDraft(PolicySet set) =>
        set.State == PolicySetState.Draft
            ? null
            : Refusal.OfOrder("The frame is no longer a draft: it was published or withdrawn.", "Draft another version, or another frame.");

    internal static void Map(IEndpointRouteBuilder routes) =>
        OwnFrames.Route<PublishFrame>(routes, "publish", "Publish a frame", (_, set, frames, _) => Decide(set, frames));
}
