using System.Text.Json;
using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>The protocols this service can run: versioned data files of its assembly, read once at start and strictly checked.</summary>
public sealed class ProtocolLibrary(IReadOnlyList<Protocol> protocols)
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Every protocol, by name and version.</summary>
    public IReadOnlyList<Protocol> All => protocols;

    /// <summary>The protocol that an engagement pinned, or null when this service does not have it.</summary>
    public Protocol? Find(string name, int version) => protocols.SingleOrDefault(p => p.Name == name && p.Version == version);

    /// <summary>The pinned protocol of a session, which was found when the session was scheduled.</summary>
    public Protocol Pinned(Pin pin) => Find(pin.Name, pin.Version)!;

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
        file == $"protocols/{protocol.Name}.v{protocol.Version}.json"
        && protocol.Phases.Count > 0
        && protocol.Phases.Select(p => p.Code).Distinct().Count() == protocol.Phases.Count
            ? protocol
            : throw new InvalidDataException(
                $"The protocol file {file} does not hold the protocol that its name says, or names a phase twice."
            );

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/v1/protocols", (ProtocolLibrary library) => Results.Ok(new { items = library.All }))
            .WithSummary("List the protocols");
        routes
            .MapGet(
                "/v1/protocols/{name}",
                (string name, ProtocolLibrary library) =>
                    library.All.Where(p => p.Name == name).MaxBy(p => p.Version) is { } protocol
                        ? Results.Ok(protocol)
                        : Refusal.NotFound.ToResult()
            )
            .WithSummary("Read a protocol's newest version")
            .Produces<Protocol>();
    }
}
