using System.Reflection;
using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>The protocols that a frame or a dispositif may pin. Their phases are Session's; here they are known by name, version and digest.</summary>
/// <param name="shipped">Those that ship.</param>
/// <param name="own">Those that the practice published and did not deprecate.</param>
public sealed class KnownProtocols(IReadOnlyList<Pin> shipped, IReadOnlyList<Pin>? own = null)
{
    private const string Folder = "protocols/";

    /// <summary>Reads the data files that the program carries: Session's own.</summary>
    public static KnownProtocols Read(Assembly assembly) =>
        new([
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => JsonNode.Parse(assembly.GetManifestResourceStream(n)!)!)
                .Select(p => new Pin(p["name"]!.GetValue<string>(), p["version"]!.GetValue<int>(), Canonical.Hash(Canonical.Text(p)))),
        ]);

    /// <summary>The names of those that ship.</summary>
    public IEnumerable<string> ShippedNames => shipped.Select(p => p.Name);

    /// <summary>These, and a practice's own.</summary>
    public KnownProtocols With(IEnumerable<Pin> more) => new(shipped, [.. more]);

    /// <summary>The protocol that is to be pinned, with its digest; null where none is published as the pin says, or it was deprecated.</summary>
    public Pin? Offered(Pin pin) => shipped.Concat(own ?? []).FirstOrDefault(pin.Names);
}

/// <summary>Takes over what Session tells of a practice's own protocols.</summary>
public static class LearnProtocolsHandler
{
    /// <summary>One was published.</summary>
    public static Task Handle(ProtocolPublished message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<KnownProtocol>(
            "protocol-published",
            [message.Origin.Stream],
            message.Origin,
            new ProtocolPublicationNoted(Read(message.Protocol), message.Origin),
            cancel
        );

    /// <summary>One was deprecated.</summary>
    public static Task Handle(ProtocolDeprecated message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<KnownProtocol>(
            "protocol-deprecated",
            [message.Origin.Stream],
            message.Origin,
            new ProtocolDeprecationNoted(Read(message.Protocol), message.Origin),
            cancel
        );

    private static Pin Read(V1.Pin told) => new(told.Name, told.Version, told.Digest);
}
