using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>How far a session may leave its protocol: strict not at all, guided with a reason, free at will.</summary>
public static class ProtocolDeviation
{
    /// <summary>The stricter of what the protocol and the frame ask. Where the narrator left, nobody can keep to it: a reason will do.</summary>
    public static Strictness Strictness(this Session session, Protocol protocol)
    {
        var asked = (Strictness)Math.Max((int)protocol.Strictness, (int)session.FrameStrictness);
        return asked == Contracts.Strictness.Strict && session.NarratorLeft ? Contracts.Strictness.Guided : asked;
    }

    /// <summary>The phase that the order asks for: the one after the last completed; null at the end.</summary>
    public static Phase? NextPhase(this Session session, Protocol protocol) =>
        session.CompletedPhases is [.., var last]
            ? protocol.Phases.SkipWhile(p => p.Code != last).ElementAtOrDefault(1)
            : protocol.Phases[0];

    /// <summary>What this happens with where the protocol is left; the refusal that names the broken rule where it may not be.</summary>
    public static Decision Leave(Session session, Protocol protocol, string? phase, Narrative? reason, Refusal broken, Act act) =>
        session.Strictness(protocol) switch
        {
            Contracts.Strictness.Free => Decision.Nothing,
            Contracts.Strictness.Guided when reason is { } why => new ProtocolDeviationJustified(
                phase,
                act.Seal(why, "ProtocolDeviationJustified.Reason")
            ),
            Contracts.Strictness.Guided => broken with
            {
                Satisfy = $"{broken.Satisfy} Or leave the protocol, with a reason.",
                Rules = [.. broken.Rules, new(protocol.Name, "deviation-reason", "design")],
            },
            _ => broken,
        };
}
