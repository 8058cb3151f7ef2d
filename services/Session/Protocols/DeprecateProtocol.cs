using Marten;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Deprecates a published protocol: nothing more pins it; what pinned it runs on.</summary>
/// <param name="Reason">Why nothing more is to pin it; kept sealed, and in no view of the protocol.</param>
public sealed record DeprecateProtocol(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DeprecateProtocol command, ProtocolTemplate template, Act act) =>
        template.State != ProtocolState.Published
            ? Refusal.OfOrder("The protocol is not published, or is deprecated.", "Deprecate a published protocol only once.")
            : Decision
                .Of(new ProtocolDeprecated(act.Seal(command.Reason, "ProtocolDeprecated.Reason")))
                .Telling(origin => new V1.ProtocolDeprecated(ProtocolLibrary.Pin(template.Protocol), origin));
}
