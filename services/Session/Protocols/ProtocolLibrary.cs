using System.Text.Json;
using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>The protocols this service can run: versioned data files of its assembly, read once at start and strictly checked.</summary>
/// <param name="shipped">The shipped ones.</param>
/// <param name="own">The practice's own, the oldest first.</param>
public sealed class ProtocolLibrary(IReadOnlyList<Protocol> shipped, IReadOnlyList<Protocol>? own = null)
{
    private const string Folder = "protocols/";

    private static readonly JsonSerializerOptions Json = new(FactJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    // Of frames the names alone: none of a practice's own bears one.
    private static readonly HashSet<string> Names = new(
        typeof(ProtocolLibrary)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) || n.StartsWith("frames/", StringComparison.Ordinal))
            .Select(n => n.Split('/')[1].Split(".v")[0]),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Every protocol, the shipped ones by name and version, then the practice's own.</summary>
    public IReadOnlyList<Protocol> All { get; } = [.. shipped, .. own ?? []];

    /// <summary>The protocol that is pinned, with this content where the pin says which; null when this service does not have it.</summary>
    public Protocol? Find(string name, int version, string? digest = null) =>
        All.FirstOrDefault(p => p.Name == name && p.Version == version && (digest is null || digest == Canonical.Digest(p)));

    /// <summary>Whether it is one of the practice's own.</summary>
    public bool IsOwn(Protocol protocol) => own?.Contains(protocol) is true;

    /// <summary>Whether a frame or a protocol that ships bears this name: who reads it would take a practice's own for the work that it stands for.</summary>
    public static bool Ships(string name) => Names.Contains(name);

    /// <summary>These, and a practice's own.</summary>
    public ProtocolLibrary With(IEnumerable<Protocol> more) => new(shipped, [.. more]);

    /// <summary>The protocol of a session, which was found when the session was scheduled.</summary>
    public Protocol Pinned(Session session) =>
        session.OwnProtocol ?? shipped.Single(p => p.Name == session.Protocol.Name && p.Version == session.Protocol.Version);

    /// <summary>What a session of this protocol pins.</summary>
    public static Pin Pin(Protocol protocol) => new(protocol.Name, protocol.Version, Canonical.Digest(protocol));

    /// <summary>Reads the files; a file that is wrong stops the start.</summary>
    public static ProtocolLibrary Read()
    {
        var assembly = typeof(ProtocolLibrary).Assembly;
        var protocols = assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Checked(name, JsonSerializer.Deserialize<Protocol>(assembly.GetManifestResourceStream(name)!, Json)!));
        return new([.. protocols]);
    }

    private static Protocol Checked(string file, Protocol protocol)
    {
        var fault = ProtocolRules.Fault(protocol, ships: true)?.Detail;
        return fault is null && file == $"{Folder}{protocol.Name}.v{protocol.Version}.json"
            ? protocol
            : throw new InvalidDataException($"The protocol file {file} does not hold the protocol that its name says: {fault}");
    }
}
