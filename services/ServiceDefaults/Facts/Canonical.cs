using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PracticeAnalysis.ServiceDefaults.Facts;

/// <summary>Canonical bytes of JSON (RFC 8785: members sorted by UTF-16 code units, no white space), and what may be shown of an event.</summary>
public static class Canonical
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The canonical text of a JSON node. Numbers are integers everywhere in this system.</summary>
    public static string Text(JsonNode? node) => Sorted(node)?.ToJsonString(Plain) ?? "null";

    /// <summary>SHA-256 of bytes, in lower hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256 of a text's UTF-8 bytes, in lower hexadecimal.</summary>
    public static string Hash(string text) => Hash(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 of a sealed text's stored ciphertext: it needs no key, and outlives one.</summary>
    public static string HashOf(Texts.Sealed text) => Hash(Convert.FromBase64String(text.Ciphertext));

    /// <summary>The event with each sealed text replaced by the SHA-256 of its stored ciphertext.</summary>
    public static JsonNode? Redact(JsonNode? node) =>
        node switch
        {
            JsonObject o when o.ContainsKey("keyId") && o.ContainsKey("ciphertext") => new JsonObject
            {
                ["sha256"] = Hash(Convert.FromBase64String(o["ciphertext"]!.GetValue<string>())),
            },
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Redact(p.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Redact)]),
            _ => node?.DeepClone(),
        };

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))
            ),
            JsonArray a => new JsonArray([.. a.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
