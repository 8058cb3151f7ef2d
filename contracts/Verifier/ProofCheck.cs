using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary>Verifies one proof against signed checkpoints.</summary>
internal static class ProofCheck
{
    /// <summary>That an entry is in the tree that was signed.</summary>
    public static void Inclusion(Arguments given, Checkpoints checkpoints, Findings findings, TextWriter say)
    {
        using var json = Read(given.Proof!);
        var proof = json.RootElement;
        var (position, size) = (proof.GetProperty("position").GetInt64(), proof.GetProperty("size").GetInt64());
        var leaf = Hash(proof, "leaf");
        if (
            given.Entry is not null
            && !MerkleTree.Leaf(Encoding.UTF8.GetBytes(File.ReadAllText(given.Entry).TrimEnd('\n'))).AsSpan().SequenceEqual(leaf)
        )
        {
            findings.Add("proof", "it is about another entry");
        }

        if (checkpoints.Root(size) is not { } root)
        {
            findings.Add("proof", $"no checkpoint of {size} entries is given");
        }
        else if (MerkleProof.Inclusion(position, size, leaf, Hashes(proof)) is not { } reached || !reached.AsSpan().SequenceEqual(root))
        {
            findings.Add("proof", $"it does not lead to the tree of {size} entries that was signed");
        }
        else
        {
            say.WriteLine($"Entry {position} is in the tree of {size} entries.");
        }
    }

    /// <summary>That one signed tree begins another.</summary>
    public static void Consistency(Arguments given, Checkpoints checkpoints, Findings findings, TextWriter say)
    {
        using var json = Read(given.Proof!);
        var proof = json.RootElement;
        var (from, to) = (proof.GetProperty("from").GetInt64(), proof.GetProperty("to").GetInt64());
        if (checkpoints.Root(from) is not { } fromRoot || checkpoints.Root(to) is not { } toRoot)
        {
            findings.Add("proof", $"no checkpoints of {from} and {to} entries are given");
        }
        else if (!MerkleProof.Consistency(from, to, fromRoot, toRoot, Hashes(proof)))
        {
            findings.Add("proof", $"the tree of {from} entries that was signed does not begin that of {to}");
        }
        else
        {
            say.WriteLine($"The tree of {from} entries begins that of {to}.");
        }
    }

    private static JsonDocument Read(string file)
    {
        var json = JsonDocument.Parse(File.ReadAllText(file));
        string[] names =
            json.RootElement.ValueKind == JsonValueKind.Object ? [.. json.RootElement.EnumerateObject().Select(p => p.Name)] : [];
        return names.Contains("hashes") && (names.Contains("position") || names.Contains("from"))
            ? json
            : throw new UnreadableException($"{file} is no proof.");
    }

    private static byte[] Hash(JsonElement proof, string name) => Bytes(proof.GetProperty(name));

    private static IReadOnlyList<byte[]> Hashes(JsonElement proof) => [.. proof.GetProperty("hashes").EnumerateArray().Select(Bytes)];

    private static byte[] Bytes(JsonElement text)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(text.GetString() ?? string.Empty, bytes, out var length) ? bytes[..length] : [];
    }
}
