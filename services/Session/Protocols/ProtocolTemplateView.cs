using Marten;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>A practice's protocol as the API shows it.</summary>
/// <param name="State">Where it is; facilitators see it from its publication on.</param>
/// <param name="Protocol">The protocol as a whole; once published it never changes.</param>
public sealed record ProtocolTemplateView(Guid Id, long Version, ProtocolState State, Protocol Protocol)
{
    /// <summary>How it is shown.</summary>
    public static ProtocolTemplateView Of(ProtocolTemplate t) => new(t.Id, t.Version, t.State, t.Protocol);
}
