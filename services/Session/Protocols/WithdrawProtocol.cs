using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Withdraws a draft: it will not be published.</summary>
public sealed record WithdrawProtocol : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProtocolTemplate template) =>
        PublishProtocol.NoDraft(template) is { } published ? published : new ProtocolWithdrawn();
}
