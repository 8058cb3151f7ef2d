using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Deprecates a published frame: no new dispositif follows it; what pinned it runs on, and is judged by it still.</summary>
/// <param name="Reason">Why no new dispositif is to follow it; kept sealed, and in no view of the frame.</param>
public sealed record DeprecateFrame(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DeprecateFrame command, PolicySet set, Act act) =>
        set.State != PolicySetState.Published
            ? Refusal.OfOrder("The frame is not published, or is deprecated.", "Deprecate a published frame only once.")
            : new PolicySetDeprecated(act.Seal(command.Reason, "PolicySetDeprecated.Reason"));

    internal static void Map(IEndpointRouteBuilder routes) =>
        OwnFrames.Route<DeprecateFrame>(routes, "deprecate", "Deprecate a frame", (c, set, _, act) => Decide(c, set, act));
}
