using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.EndToEnd;

/// <summary>An answer as a document tells it: shortened, but what it shows is there, as it shows it.</summary>
public static class Told
{
    // What is another one at each run, and the figures of a release, whose kind alone is held: a value is one, a masked one is none.
    private static readonly string[] OfTheRun =
    [
        "group",
        "engagement",
        "stream",
        "sequence",
        "version",
        "clock",
        "hash",
        "redacted",
        "occurredAt",
        "quarter",
        "period",
        "number",
        "value",
        "least",
        "most",
        "whole",
    ];

    /// <summary>What of it is not there as it is told; "…" stands for any text.</summary>
    /// <param name="at">The place, as a JSON path.</param>
    public static IEnumerable<string> Differs(JsonNode? told, JsonNode? answered, string at) =>
        (told, answered) switch
        {
            (JsonObject t, JsonObject a) => t.SelectMany(member =>
                !a.ContainsKey(member.Key) ? [$"{at}.{member.Key} is not there"]
                : OfTheRun.Contains(member.Key) && member.Value is JsonValue
                    ? member.Value.GetValueKind() == a[member.Key]?.GetValueKind() ? []
                        : [$"{at}.{member.Key}"]
                : Differs(member.Value, a[member.Key], $"{at}.{member.Key}")
            ),
            (JsonArray t, JsonArray a) => t.SelectMany(
                (item, i) => a.Any(other => !Differs(item, other, at).Any()) ? [] : new[] { $"{at}[{i}] is not there" }
            ),
            (JsonValue t, JsonValue a) when t.ToString().Contains('…', StringComparison.Ordinal) => Regex.IsMatch(
                a.ToString(),
                $"^{string.Join(".*", t.ToString().Split('…').Select(Regex.Escape))}$"
            )
                ? []
                : [at],
            _ => JsonNode.DeepEquals(told, answered) ? [] : [at],
        };
}
