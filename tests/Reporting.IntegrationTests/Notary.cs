using System.Text;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>Keys and signatures that tests make.</summary>
internal static class Notary
{
    /// <summary>The log's name.</summary>
    public const string Origin = "practice-analysis.example/ledger";

    /// <summary>The seed of the key that signs.</summary>
    public static readonly byte[] Seed = [.. Enumerable.Repeat((byte)7, 32)];

    /// <summary>The keys of these seeds, the first one signs.</summary>
    public static SignerKeys Keys(params IEnumerable<byte[]> seeds) =>
        SignerKeys.Read(Origin, string.Join('\n', seeds.Select(Convert.ToBase64String)));

    /// <summary>The public key of a seed.</summary>
    public static byte[] Public(byte[] seed)
    {
        using var key = Import(seed);
        return key.PublicKey.Export(NSec.Cryptography.KeyBlobFormat.RawPublicKey);
    }

    /// <summary>A witness's line for a checkpoint.</summary>
    public static string Cosign(NoteKey witness, byte[] seed, CheckpointText text)
    {
        var time = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(time, Given.Now.ToUnixTimeSeconds());
        using var key = Import(seed);
        var said = Encoding.UTF8.GetBytes($"cosignature/v1\ntime {Given.Now.ToUnixTimeSeconds()}\n{text}");
        return CheckpointText.Line(witness, [.. time, .. NSec.Cryptography.SignatureAlgorithm.Ed25519.Sign(key, said)]);
    }

    private static NSec.Cryptography.Key Import(byte[] seed) =>
        NSec.Cryptography.Key.Import(NSec.Cryptography.SignatureAlgorithm.Ed25519, seed, NSec.Cryptography.KeyBlobFormat.RawPrivateKey);
}
