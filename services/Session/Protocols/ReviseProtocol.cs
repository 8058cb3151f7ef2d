using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Revises a draft.</summary>
/// <param name="Protocol">The protocol, whole.</param>
public sealed record ReviseProtocol(Protocol Protocol) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ReviseProtocol command, ProtocolTemplate template, ProtocolLibrary protocols) =>
        (PublishProtocol.NoDraft(template) ?? DraftProtocol.Wrong(command.Protocol, protocols)) is { } wrong
            ? wrong
            : new ProtocolRevised(command.Protocol);
}
