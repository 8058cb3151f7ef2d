using System.Text.Json;
using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>The protocols this service can run: versioned data files of its assembly, read once at start and strictly checked.</summary>
/// <param name="protocols">The shipped ones.</param>
/// <param name="own">The practice's own.</param>
public sealed class ProtocolLibrary(IReadOnlyList<Protocol> protocols, IReadOnlyList<Protocol>? own = null)
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Every protocol, the shipped ones by name and version, then the practice's own.</summary>
    public IReadOnlyList<Protocol> All { get; } = [.. protocols, .. own ?? []];

    /// <summary>The protocol that an engagement pinned, or null when this service does not have it.</summary>
    public Protocol? Find(string name, int version) =>
        protocols.SingleOrDefault(p => p.Name == name && p.Version == version) ?? Own(new(name, version));

    /// <summary>The practice's own protocol of this name and version, or null.</summary>
    public Protocol? Own(Pin pin) => own?.FirstOrDefault(p => p.Name == pin.Name && p.Version == pin.Version);

    /// <summary>These, and a practice's own.</summary>
    public ProtocolLibrary With(IEnumerable<Protocol> own) => new(protocols, [.. own]);

    /// <summary>The protocol of a session, which was found when the session was scheduled.</summary>
    public Protocol Pinned(Sessions.Session session) => session.OwnProtocol ?? Find(session.Protocol.Name, session.Protocol.Version)!;

    /// <summary>Reads the files; a file that is wrong stops the start.</summary>
    public static ProtocolLibrary Read()
    {
        var assembly = typeof(ProtocolLibrary).Assembly;
        var protocols = assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith("protocols/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Checked(name, JsonSerializer.Deserialize<Protocol>(assembly.GetManifestResourceStream(name)!, Json)!));
        return new([.. protocols]);
    }

    private static Protocol Checked(string file, Protocol protocol) =>
        file == $"protocols/{protocol.Name}.v{protocol.Version}.json" && ProtocolRules.Fault(protocol) is null
            ? protocol
            : throw new InvalidDataException(
                $"The protocol file {file} does not hold the protocol that its name says: {ProtocolRules.Fault(protocol)}"
            );
}
