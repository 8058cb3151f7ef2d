using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>The keys under which a fixed seed is told: the same for the same command, whenever it is told, since days are left out; the second of
/// two equal commands has another than the first.</summary>
internal sealed class Seed
{
    private readonly ConcurrentDictionary<string, int> _told = new();

    /// <summary>The key of a command that is told now.</summary>
    public string Key(Actor who, string path, JsonObject body)
    {
        var command = Canonical.Hash($"{who} {path} {Undated(body)}");
        return $"{IdempotentRequest.Seeds}{command}-{_told.AddOrUpdate(command, 1, (_, before) => before + 1)}";
    }

    private static string Undated(JsonNode? node) =>
        node switch
        {
            JsonObject members => $"{{{string.Join(',', members.Select(m => $"{m.Key}:{Undated(m.Value)}"))}}}",
            JsonArray items => $"[{string.Join(',', items.Select(Undated))}]",
            JsonValue value when DateTimeOffset.TryParse($"{value}", CultureInfo.InvariantCulture, out _) => string.Empty,
            _ => $"{node}",
        };
}
