using System.Reflection;
using System.Text.Json.Nodes;

namespace PracticeAnalysis.Reporting.Conformance;

/// <summary>What frames and protocols ask, by name and version: the published data files, the same ones that the services that enforce them
/// carry, and what the practice published of its own, as the ledger tells it.</summary>
public sealed class Rulebook
{
    private readonly IReadOnlyDictionary<string, JsonObject> _frames;
    private readonly IReadOnlyDictionary<string, JsonObject> _protocols;

    private Rulebook(IReadOnlyDictionary<string, JsonObject> frames, IReadOnlyDictionary<string, JsonObject> protocols) =>
        (_frames, _protocols) = (frames, protocols);

    /// <summary>Those that are published with the system.</summary>
    public static Rulebook Read() => new(Files("rules/frames/"), Files("rules/protocols/"));

    /// <summary>And these frames of a practice's own.</summary>
    public Rulebook With(IEnumerable<JsonObject> frames) =>
        new(
            _frames
                .Concat(frames.Select(f => KeyValuePair.Create(Key(f), f)))
                .GroupBy(f => f.Key)
                .ToDictionary(g => g.Key, g => g.First().Value),
            _protocols
        );

    /// <summary>A frame as it was pinned; null where it is nowhere to be read.</summary>
    public JsonObject? Frame(string pin) => _frames.GetValueOrDefault(pin);

    /// <summary>A protocol as it was pinned; null where it is nowhere to be read.</summary>
    public JsonObject? Protocol(string pin) => _protocols.GetValueOrDefault(pin);

    /// <summary>A name and version, in one.</summary>
    public static string Key(JsonNode pin) => $"{pin["name"]!.GetValue<string>()}.v{pin["version"]!.GetValue<int>()}";

    private static Dictionary<string, JsonObject> Files(string folder)
    {
        var assembly = typeof(Rulebook).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Select(n => Parse(assembly, n))
            .ToDictionary(Key);
    }

    private static JsonObject Parse(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
