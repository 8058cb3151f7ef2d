using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace PracticeAnalysis.Verifier;

/// <summary>A verifier key of C2SP: name, kind (1 signs notes, 4 cosigns checkpoints) and the 32 bytes of Ed25519; the last size it may sign.</summary>
internal sealed record VerifierKey(string Name, byte Kind, byte[] Public, long? LastSize = null)
{
    /// <summary>As C2SP writes it.</summary>
    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Kind, .. Public])}";

    private byte[] Id => SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Kind, .. Public])[..4];

    /// <summary>Reads a key; null when it is none.</summary>
    public static VerifierKey? Parse(string text, long? lastSize = null)
    {
        var parts = text.Trim().Split('+', 3);
        var bytes = new byte[64];
        return
            parts.Length == 3
            && Convert.TryFromBase64String(parts[2], bytes, out var length)
            && length == 1 + 32
            && bytes[0] is 1 or 4
            && new VerifierKey(parts[0], bytes[0], bytes[1..33], lastSize) is var key
            && string.Equals(parts[1], Convert.ToHexStringLower(key.Id), StringComparison.OrdinalIgnoreCase)
            ? key
            : null;
    }

    /// <summary>Whether the line is of this key: same name and same id.</summary>
    public bool Made(SignatureLine line) => line.Name == Name && line.Bytes.AsSpan(0, 4).SequenceEqual(Id);

    /// <summary>Whether the line is this key's true signature, or cosignature, of the text.</summary>
    public bool Verifies(SignatureLine line, string text)
    {
        var signature = line.Bytes.AsSpan(4);
        if (Kind == 4)
        {
            if (signature.Length != 8 + Ed25519.SignatureSize)
            {
                return false;
            }

            var time = BinaryPrimitives.ReadUInt64BigEndian(signature);
            text = string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}");
            signature = signature[8..];
        }

        var said = Encoding.UTF8.GetBytes(text);
        return signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature.ToArray(), 0, Public, 0, said, 0, said.Length);
    }
}

/// <summary>A line that signs a note.</summary>
internal sealed record SignatureLine(string Name, byte[] Bytes);

/// <summary>A checkpoint: a signed note that says how large a log's tree is, and its root.</summary>
/// <param name="Text">What is signed.</param>
/// <param name="Signed">The text with the log's own line, the first one: what an authority stamps.</param>
internal sealed record SignedCheckpoint(
    string Origin,
    long Size,
    byte[] Root,
    string Text,
    string Signed,
    IReadOnlyList<SignatureLine> Lines
)
{
    private const string Dash = "\u2014 ";
    private const string Extension = "missing ";

    /// <summary>How many entries the log says were published and not in its tree yet.</summary>
    public long Missing =>
        Text.Split('\n').Skip(3).FirstOrDefault(l => l.StartsWith(Extension, StringComparison.Ordinal)) is { } said
        && long.TryParse(said[Extension.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var missing)
            ? missing
            : 0;

    /// <summary>Reads a note; null when it is no checkpoint.</summary>
    public static SignedCheckpoint? Parse(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal) + 1;
        var text = end > 0 ? note[..end].Split('\n') : [];
        var root = new byte[64];
        if (
            text.Length < 4
            || text[0].Length == 0
            || !long.TryParse(text[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || text[1] != size.ToString(CultureInfo.InvariantCulture)
            || !Convert.TryFromBase64String(text[2], root, out var length)
            || length != SHA256.HashSizeInBytes
        )
        {
            return null;
        }

        var lines = note[(end + 1)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var signatures = lines.Select(Line).ToList();
        return signatures.Count == 0 || signatures.Contains(null)
            ? null
            : new(text[0], size, root[..length], note[..end], $"{note[..(end + 1)]}{lines[0]}\n", [.. signatures.Select(s => s!)]);
    }

    private static SignatureLine? Line(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        var bytes = new byte[line.Length];
        return parts.Length == 2 && Convert.TryFromBase64String(parts[1], bytes, out var length) && length > 4
            ? new(parts[0], bytes[..length])
            : null;
    }
}
