using System.Reflection;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>A version of a frame or protocol as a fact pins it. Facts of before digests name it alone.</summary>
/// <param name="Digest">SHA-256 of its content in canonical JSON.</param>
public sealed record Pinned(string Name, int Version, string? Digest)
{
    /// <summary>The pin that a fact holds, or that a published frame or protocol is known by.</summary>
    public static Pinned Of(JsonNode pin) =>
        new(pin["name"]!.GetValue<string>(), pin["version"]!.GetValue<int>(), pin["digest"]?.GetValue<string>());

    /// <summary>Whether both are one version, of one content where both say which.</summary>
    public bool IsSame(Pinned other) =>
        (Name, Version) == (other.Name, other.Version) && (Digest is null || other.Digest is null || Digest == other.Digest);

    /// <summary>Whether this content is what was pinned.</summary>
    public bool Means(JsonObject content) => IsSame(Of(content) with { Digest = Canonical.Hash(Canonical.Text(content)) });

    /// <summary>How it is called where its content is nowhere to be read: something else may have been published under its name.</summary>
    public string Unread => Digest is null ? $"{this}" : $"{this} sha256:{Digest}";

    /// <inheritdoc />
    public override string ToString() => $"{Name}.v{Version}";
}

/// <summary>What frames and protocols ask: the published data files, the same ones that the services that enforce them carry, and what the practice
/// published of its own, as the ledger tells it. A pin finds what has its digest, whatever else bears its name.</summary>
public sealed class Rulebook
{
    private readonly IReadOnlyList<JsonObject> _frames;
    private readonly IReadOnlyList<JsonObject> _protocols;

    private Rulebook(IReadOnlyList<JsonObject> frames, IReadOnlyList<JsonObject> protocols) => (_frames, _protocols) = (frames, protocols);

    /// <summary>Those that are published with the system.</summary>
    public static Rulebook Read() => new(Files("rules/frames/"), Files("rules/protocols/"));

    /// <summary>And these frames of a practice's own.</summary>
    public Rulebook With(IEnumerable<JsonObject> frames) => new([.. _frames, .. frames], _protocols);

    /// <summary>A frame as it was pinned; null where it is nowhere to be read.</summary>
    public JsonObject? Frame(Pinned pin) => _frames.FirstOrDefault(pin.Means);

    /// <summary>A protocol as it was pinned; null where it is nowhere to be read.</summary>
    public JsonObject? Protocol(Pinned pin) => _protocols.FirstOrDefault(pin.Means);

    private static IReadOnlyList<JsonObject> Files(string folder)
    {
        var assembly = typeof(Rulebook).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
                .Select(n => Parse(assembly, n)),
        ];
    }

    private static JsonObject Parse(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
