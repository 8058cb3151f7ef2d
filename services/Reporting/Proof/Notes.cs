using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>A public key of a signed note (C2SP signed-note): name, kind and the 32 bytes of Ed25519.</summary>
/// <param name="Kind">1 signs notes, 4 cosigns checkpoints.</param>
public sealed record NoteKey(string Name, byte Kind, byte[] Public)
{
    /// <summary>Signs notes.</summary>
    public const byte Signer = 1;

    /// <summary>Cosigns checkpoints, with a time.</summary>
    public const byte Witness = 4;

    private const int Size = 32;

    /// <summary>The key's id: its first four bytes of a hash over all of it.</summary>
    public byte[] Id => SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Kind, .. Public])[..4];

    /// <summary>The key as C2SP writes it for those who verify: name, id, kind and key.</summary>
    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Kind, .. Public])}";

    /// <summary>Reads a key that is written so.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static NoteKey Parse(string text)
    {
        var parts = text.Split('+', 3);
        var bytes = parts.Length == 3 ? Convert.FromBase64String(parts[2]) : [];
        var key = bytes.Length == 1 + Size ? new NoteKey(parts[0], bytes[0], bytes[1..]) : null;
        return key is not null && parts[1] == Convert.ToHexStringLower(key.Id)
            ? key
            : throw new FormatException("This is no verifier key.");
    }
}

/// <summary>The text of a checkpoint (C2SP tlog-checkpoint) and the lines that sign it.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Missing">How many entries services have published that the tree does not hold yet: an extension line, where there are any.</param>
public sealed record CheckpointText(string Origin, long Size, byte[] Root, long Missing = 0)
{
    private const string Dash = "\u2014 ";
    private const string Extension = "missing ";

    /// <summary>What is signed.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n")
        + (Missing > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Extension}{Missing}\n") : string.Empty);

    /// <summary>How many entries a note says to be still to come.</summary>
    public static long MissingIn(string note) =>
        note.Split('\n').TakeWhile(line => line.Length > 0).Skip(3).FirstOrDefault(l => l.StartsWith(Extension, StringComparison.Ordinal))
            is { } said
        && long.TryParse(said[Extension.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var missing)
            ? missing
            : 0;

    /// <summary>The line that a signature makes.</summary>
    public static string Line(NoteKey key, byte[] signature) => $"{Dash}{key.Name} {Convert.ToBase64String([.. key.Id, .. signature])}\n";

    /// <summary>Whether a line is this witness's true word on this checkpoint, said at a time of its own.</summary>
    public bool IsCosignedBy(NoteKey witness, string line)
    {
        var start = $"{Dash}{witness.Name} ";
        var bytes = new byte[line.Length];
        if (
            !line.StartsWith(start, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(line[start.Length..].TrimEnd('\n'), bytes, out var length)
            || length != 4 + 8 + 64
            || !bytes.AsSpan(0, 4).SequenceEqual(witness.Id)
        )
        {
            return false;
        }

        var time = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(4, 8));
        var said = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{this}"));
        return PublicKey.TryImport(SignatureAlgorithm.Ed25519, witness.Public, KeyBlobFormat.RawPublicKey, out var key)
            && SignatureAlgorithm.Ed25519.Verify(key!, said, bytes.AsSpan(12, 64));
    }
}

/// <summary>The log's own keys: one signs, older ones stay known for what they signed. From a file of base64 seeds of 32 bytes, one a line, the newest first.</summary>
public sealed class SignerKeys
{
    private const int SeedSize = 32;
    private readonly byte[] _seed;

    private SignerKeys(string origin, IReadOnlyList<byte[]> seeds)
    {
        _seed = seeds[0];
        Origin = origin;
        All = [.. seeds.Select(PublicOf)];

        NoteKey PublicOf(byte[] seed)
        {
            using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
            return new(origin, NoteKey.Signer, key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        }
    }

    /// <summary>The log's name, that of its keys too.</summary>
    public string Origin { get; }

    /// <summary>All keys, the one that signs first.</summary>
    public IReadOnlyList<NoteKey> All { get; }

    /// <summary>From <c>Proof:KeyFile</c> and <c>Proof:Origin</c>; outside production a sample key where no file is named.</summary>
    /// <exception cref="InvalidOperationException">Production without a key of its own: the service does not start.</exception>
    public static SignerKeys From(IConfiguration configuration, IHostEnvironment environment)
    {
        var origin = configuration["Proof:Origin"] ?? "practice-analysis/ledger";
        return configuration["Proof:KeyFile"] is { } path ? Read(origin, File.ReadAllText(path))
            : environment.IsProduction()
                ? throw new InvalidOperationException(
                    "Production wants Proof:KeyFile: a file of base64 seeds of 32 bytes, the newest first."
                )
            : new(origin, [new byte[SeedSize]]);
    }

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="InvalidOperationException">A line is no seed, or the origin cannot name a key.</exception>
    public static SignerKeys Read(string origin, string text)
    {
        var seeds = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Convert.FromBase64String)
            .ToList();
        return
            seeds.Count > 0
            && seeds.All(s => s.Length == SeedSize)
            && origin.Length > 0
            && !origin.Any(c => c == '+' || char.IsWhiteSpace(c))
            ? new(origin, seeds)
            : throw new InvalidOperationException(
                "Proof:KeyFile does not hold base64 seeds of 32 bytes, one a line, or Proof:Origin holds a space or a plus."
            );
    }

    /// <summary>The signed note of the tree at this size.</summary>
    /// <param name="missing">How many entries are known to be still to come.</param>
    public string Sign(long size, byte[] root, long missing = 0)
    {
        var text = new CheckpointText(Origin, size, root, missing);
        using var key = Key.Import(SignatureAlgorithm.Ed25519, _seed, KeyBlobFormat.RawPrivateKey);
        var signature = SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text.ToString()));
        return $"{text}\n{CheckpointText.Line(All[0], signature)}";
    }
}
