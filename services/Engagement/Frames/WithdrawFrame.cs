using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Withdraws a draft: it will not be published.</summary>
public sealed record WithdrawFrame : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PolicySet set) => PublishFrame.NoDraft(set) is { } published ? published : new PolicySetWithdrawn();

    internal static void Map(IEndpointRouteBuilder routes) =>
        OwnFrames.Route<WithdrawFrame>(routes, "withdraw", "Withdraw a frame's draft", (_, set, _, _) => Decide(set));
}
