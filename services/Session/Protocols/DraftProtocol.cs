using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Drafts a protocol of the practice's own, in the shape of the shipped ones; no code changes for it.</summary>
/// <param name="Protocol">The protocol as a whole, in a version that is not published yet.</param>
public sealed record DraftProtocol(Protocol Protocol) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DraftProtocol command, ProtocolLibrary protocols) =>
        Wrong(command.Protocol, protocols) is { } wrong ? wrong : new ProtocolDrafted(command.Protocol);

    /// <summary>Why the protocol is none: malformed, not to be walked, or taken, by one that is deprecated too.</summary>
    internal static Refusal? Wrong(Protocol protocol, ProtocolLibrary protocols) =>
        ProtocolRules.Fault(protocol, ships: false) is { } fault ? fault
        : ProtocolLibrary.Ships(protocol.Name)
            ? Refusal.OfOrder("A frame or a protocol of this name is supplied with the service.", "Give it a name of your own.")
        : protocols.Find(protocol.Name, protocol.Version) is not null
            ? Refusal.OfOrder("This version of this protocol is published: it is immutable.", "Give another version, or another name.")
        : null;
}
