using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PracticeAnalysis.Kernel;

/// <summary>Canonical bytes of JSON (RFC 8785: members sorted by UTF-16 code units, no white space, strings and numbers written in one way),
/// and what may be shown of an event.</summary>
public static class Canonical
{
    // Integers up to here are exact in every reader of JSON; all others are written as the double that they are read as.
    private const long Exact = 1L << 53;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    /// <summary>The canonical text of JSON.</summary>
    public static string Text(JsonElement json) => Text(json, redacts: false, null);

    /// <summary>The canonical text of a JSON node.</summary>
    public static string Text(JsonNode? node) => Text(JsonSerializer.SerializeToElement(node));

    /// <summary>The canonical text of an event, each sealed text in it replaced by the SHA-256 of its stored ciphertext.</summary>
    /// <param name="instead">The JSON to write for a string, by the member that it stands in (a list's items stand in the list's) and what it says, asked
    /// in the order of the text; null leaves it as it is.</param>
    public static string Redacted(JsonElement json, Func<string, string, string?>? instead = null) => Text(json, redacts: true, instead);

    /// <summary>The canonical text of a JSON string that says this.</summary>
    public static string Quoted(string said)
    {
        var text = new StringBuilder();
        WriteString(text, said);
        return text.ToString();
    }

    /// <summary>SHA-256 of bytes, in lower hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256 of a text's UTF-8 bytes, in lower hexadecimal.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 of the canonical text of what is published, such as a frame: of all that it says, in whatever order it was written.</summary>
    public static string Digest<T>(T published) => Hash(Text(JsonSerializer.SerializeToElement(published, FactJson.Options)));

    /// <summary>SHA-256 of a sealed text's stored ciphertext: it needs no key, and outlives one.</summary>
    public static string HashOf(Sealed text) => Hash(Convert.FromBase64String(text.Ciphertext));

    private static string Text(JsonElement json, bool redacts, Func<string, string, string?>? instead)
    {
        var text = new StringBuilder();
        Write(text, json, redacts, instead, string.Empty);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement json, bool redacts, Func<string, string, string?>? instead, string member)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object
                when redacts && json.TryGetProperty("keyId", out _) && json.TryGetProperty("ciphertext", out var stored):
                text.Append("{\"sha256\":\"").Append(HashOfStored(stored)).Append("\"}");
                break;
            case JsonValueKind.Object:
                text.Append('{');
                var next = false;
                foreach (
                    var (name, value) in json.EnumerateObject().Select(m => (m.Name, m.Value)).OrderBy(m => m.Name, StringComparer.Ordinal)
                )
                {
                    text.Append(next ? "," : string.Empty);
                    WriteString(text, name);
                    text.Append(':');
                    Write(text, value, redacts, instead, name);
                    next = true;
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var more = false;
                foreach (var item in json.EnumerateArray())
                {
                    text.Append(more ? "," : string.Empty);
                    Write(text, item, redacts, instead, member);
                    more = true;
                }

                text.Append(']');
                break;
            case JsonValueKind.String when instead?.Invoke(member, json.GetString()!) is { } other:
                text.Append(other);
                break;
            case JsonValueKind.String:
                WriteString(text, json.GetString());
                break;
            case JsonValueKind.Number:
                text.Append(Number(json.GetRawText()));
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }

    // What is no ciphertext any more, because somebody wrote in the store, has a hash too, and another one.
    private static string HashOfStored(JsonElement ciphertext)
    {
        var text = ciphertext.ValueKind == JsonValueKind.String ? ciphertext.GetString()! : Text(ciphertext);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Hash(bytes.AsSpan(0, length)) : Hash(text);
    }

    private static void WriteString(StringBuilder text, ReadOnlySpan<char> value)
    {
        text.Append('"');
        for (int at; (at = value.IndexOfAny(Escaped)) >= 0; value = value[(at + 1)..])
        {
            text.Append(value[..at]).Append(Escape(value[at]));
        }

        text.Append(value).Append('"');
    }

    private static string Escape(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        };

    // As ECMAScript writes a number: the shortest digits that read as the same double, an exponent outside 1e-7 to 1e21.
    private static string Number(string literal)
    {
        if (long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && Math.Abs(whole) <= Exact)
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        var number = double.Parse(literal, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            throw new InvalidOperationException("A number is too large for JSON.");
        }

        if (number == 0)
        {
            return "0";
        }

        // The shortest digits, such as 1.25E-07 or 0.0125, and where their point stands.
        var parts = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var written = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        var point = parts[0].IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at : parts[0].Length;
        var shift = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var digits = written.Trim('0');
        var exponent = point + shift - (written.Length - written.TrimStart('0').Length);
        var sign = number < 0 ? "-" : string.Empty;
        return sign
            + exponent switch
            {
                > 0 and <= 21 when digits.Length <= exponent => digits.PadRight(exponent, '0'),
                > 0 and <= 21 => $"{digits[..exponent]}.{digits[exponent..]}",
                > -6 and <= 0 => $"0.{new string('0', -exponent)}{digits}",
                _ => digits[..1]
                    + (digits.Length > 1 ? $".{digits[1..]}" : string.Empty)
                    + (exponent > 0 ? "e+" : "e-")
                    + Math.Abs(exponent - 1).ToString(CultureInfo.InvariantCulture),
            };
    }
}
