using Marten;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Publishes a draft, and tells so: it is pinned where frames and dispositifs are designed.</summary>
public sealed record PublishProtocol : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProtocolTemplate template, ProtocolLibrary protocols) =>
        (NoDraft(template) ?? DraftProtocol.Wrong(template.Protocol, protocols)) is { } wrong
            ? wrong
            : Decision
                .Of(new ProtocolPublished())
                .Telling(origin => new V1.ProtocolPublished(ProtocolLibrary.Pin(template.Protocol), origin));

    /// <summary>It is no draft any more.</summary>
    internal static Refusal? NoDraft(ProtocolTemplate template) =>
        template.State == ProtocolState.Draft
            ? null
            : Refusal.OfOrder(
                "The protocol is no longer a draft: it was published or withdrawn.",
                "Draft another version, or another protocol."
            );
}
