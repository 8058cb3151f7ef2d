using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary>Canonical bytes of JSON (RFC 8785). Numbers are taken as they are written: nothing here computes with them.</summary>
internal static class CanonicalJson
{
    /// <summary>Whether these bytes are the canonical form of what they say.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes, JsonElement said)
    {
        var canonical = new ArrayBufferWriter<byte>(bytes.Length);
        return Write(canonical, said) && canonical.WrittenSpan.SequenceEqual(bytes);
    }

    /// <summary>Writes a string as a canonical member of an object, after a comma where it is not the first.</summary>
    public static void WriteMember(IBufferWriter<byte> to, bool first, string name, JsonElement value)
    {
        Open(to, first, name);
        Write(to, value);
    }

    /// <summary>Writes a string as a canonical member of an object, after a comma where it is not the first.</summary>
    public static void WriteMember(IBufferWriter<byte> to, bool first, string name, string value)
    {
        Open(to, first, name);
        WriteString(to, value);
    }

    private static void Open(IBufferWriter<byte> to, bool first, string name)
    {
        to.Write(first ? "{"u8 : ","u8);
        WriteString(to, name);
        to.Write(":"u8);
    }

    // Members that are not in order, or stand there twice, have no canonical form here: what was sorted is not sorted again.
    private static bool Write(IBufferWriter<byte> to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                string? before = null;
                foreach (var member in value.EnumerateObject())
                {
                    if (before is not null && string.CompareOrdinal(before, member.Name) >= 0)
                    {
                        return false;
                    }

                    Open(to, before is null, member.Name);
                    before = member.Name;
                    if (!Write(to, member.Value))
                    {
                        return false;
                    }
                }

                to.Write(before is null ? "{}"u8 : "}"u8);
                return true;
            case JsonValueKind.Array:
                to.Write("["u8);
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    to.Write(first ? ""u8 : ","u8);
                    first = false;
                    if (!Write(to, item))
                    {
                        return false;
                    }
                }

                to.Write("]"u8);
                return true;
            case JsonValueKind.String:
                WriteString(to, value.GetString()!);
                return true;
            default:
                to.Write(Encoding.UTF8.GetBytes(value.GetRawText()));
                return true;
        }
    }

    private static void WriteString(IBufferWriter<byte> to, string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        to.Write(Encoding.UTF8.GetBytes(text.Append('"').ToString()));
    }
}
