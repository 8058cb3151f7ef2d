using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Verifier.UnitTests;

/// <summary>The services make proofs, practice-verify verifies them; both agree on Certificate Transparency's vectors and on ours.
/// <c>tests/checks/proof.mjs</c> reads the same files.</summary>
public class when_three_implementations_agree
{
    private static readonly JsonNode Published = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Vectors.Folder(), "certificate-transparency.json"))
    )!;

    private static readonly string Committed = Path.Combine(Vectors.Folder(), "committed.json");

    private static readonly string Ours = Path.Combine(Vectors.Folder(), "ours.json");

    [Fact]
    public void the_published_roots_are_reached()
    {
        var leaves = Published["leaves"]!.AsArray().Select(l => Convert.FromHexString(l!.GetValue<string>())).ToList();
        var roots = Published["roots"]!.AsArray().Select(r => r!.GetValue<string>()).ToList();
        roots.Count.ShouldBe(leaves.Count + 1);
        var tree = new MerkleTree();
        for (var size = 0; size < roots.Count; size++)
        {
            Convert.ToHexStringLower(tree.Root()).ShouldBe(roots[size]);
            Convert.ToHexStringLower(Vectors.Root([.. leaves.Select(l => Merkle.Leaf(l))], 0, size)).ShouldBe(roots[size]);
            if (size < leaves.Count)
            {
                tree.Add(MerkleTree.Leaf(leaves[size]));
            }
        }
    }

    [Fact]
    public void the_published_inclusion_proofs_are_judged_as_they_should_be()
    {
        var vectors = Published["inclusion"]!.AsArray();
        vectors.Count.ShouldBe(98);
        foreach (var v in vectors)
        {
            var found = MerkleProof.Inclusion(Number(v!["leafIdx"]), Number(v["treeSize"]), Bytes(v["leafHash"]), Hashes(v["proof"]));
            (found?.SequenceEqual(Bytes(v["root"])) == true).ShouldBe(!v["wantErr"]!.GetValue<bool>(), v["name"]!.GetValue<string>());
        }
    }

    [Fact]
    public void the_published_consistency_proofs_are_judged_as_they_should_be()
    {
        var vectors = Published["consistency"]!.AsArray();
        vectors.Count.ShouldBe(98);
        foreach (var v in vectors)
        {
            MerkleProof
                .Consistency(Number(v!["size1"]), Number(v["size2"]), Bytes(v["root1"]), Bytes(v["root2"]), Hashes(v["proof"]))
                .ShouldBe(!v["wantErr"]!.GetValue<bool>(), v["name"]!.GetValue<string>());
        }
    }

    [Fact]
    public void our_vectors_are_what_they_always_were()
    {
        if (Environment.GetEnvironmentVariable("WRITE_VECTORS") == "1" && !File.Exists(Ours))
        {
            File.WriteAllText(Ours, Vectors.Text());
        }

        Vectors.Text().ShouldBe(File.ReadAllText(Ours));
    }

    [Fact]
    public void our_vectors_of_commitments_are_what_they_always_were()
    {
        if (Environment.GetEnvironmentVariable("WRITE_VECTORS") == "1" && !File.Exists(Committed))
        {
            File.WriteAllText(Committed, Vectors.CommittedText());
        }

        Vectors.CommittedText().ShouldBe(File.ReadAllText(Committed));
    }

    [Fact]
    public void no_id_of_a_person_is_in_them_and_each_salt_opens_one_commitment()
    {
        var vectors = JsonNode.Parse(File.ReadAllText(Committed))!;
        foreach (var (line, openings) in vectors["lines"]!.AsArray().Zip(vectors["openings"]!.AsArray()).Skip(1))
        {
            foreach (var opening in openings!.AsArray())
            {
                var (person, digest) = (opening!["person"]!.GetValue<string>(), opening["digest"]!.GetValue<string>());
                line!.GetValue<string>().ShouldNotContain(person);
                line.GetValue<string>().ShouldContain(digest);
                byte[] opened = [.. Convert.FromHexString(opening["salt"]!.GetValue<string>()), .. Encoding.UTF8.GetBytes(person)];
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(opened)).ShouldBe(digest);
            }
        }
    }

    [Fact]
    public void our_vectors_of_commitments_hold_for_the_verifier()
    {
        var vectors = JsonNode.Parse(File.ReadAllText(Committed))!;
        var lines = vectors["lines"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
        var tree = new MerkleTree();
        foreach (var (line, leaf) in lines.Zip(vectors["leaves"]!.AsArray()))
        {
            using var json = JsonDocument.Parse(line);
            CanonicalJson.Is(Encoding.UTF8.GetBytes(line), json.RootElement).ShouldBeTrue(line);
            Convert.ToHexStringLower(MerkleTree.Leaf(Encoding.UTF8.GetBytes(line))).ShouldBe(leaf!.GetValue<string>());
            tree.Add(MerkleTree.Leaf(Encoding.UTF8.GetBytes(line)));
        }

        Convert.ToBase64String(tree.Root()).ShouldBe(vectors["root"]!.GetValue<string>());

        // With the entry of before, as by a court's order, and without it.
        foreach (var (shown, hidden) in new[] { (lines, 0), (lines[1..], 1) })
        {
            var chains = new Dictionary<string, Chain>();
            foreach (var line in shown)
            {
                using var json = JsonDocument.Parse(line);
                var entry = json.RootElement.GetProperty("data").GetProperty("entry");
                Chain.HasItsHash(entry).ShouldBeTrue(line);
                var stream = entry.GetProperty("stream").GetString()!;
                chains.TryAdd(stream, new(null));
                chains[stream].Take("cabinet", entry, (kind, at) => Assert.Fail($"{kind} at {at}"));
            }

            chains.Values.ShouldAllBe(c => !c.Early.Any());
            chains.Count.ShouldBe(3);
            chains.Values.Sum(c => c.Hidden).ShouldBe(hidden);
        }
    }

    [Fact]
    public void our_vectors_hold_for_the_verifier()
    {
        var ours = JsonNode.Parse(File.ReadAllText(Ours))!;
        var tree = new MerkleTree();
        var chains = new Dictionary<Guid, Chain>();
        foreach (var line in ours["lines"]!.AsArray().Select(l => l!.GetValue<string>()))
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            using var json = JsonDocument.Parse(bytes);
            CanonicalJson.Is(bytes, json.RootElement).ShouldBeTrue(line);
            MerkleTree.Leaf(bytes).ShouldBe(Convert.FromHexString(ours["leaves"]![(int)tree.Size]!.GetValue<string>()));
            tree.Add(MerkleTree.Leaf(bytes));
            Convert.ToBase64String(tree.Root()).ShouldBe(ours["roots"]![(int)tree.Size]!.GetValue<string>());
            var entry = json.RootElement.GetProperty("data").GetProperty("entry");
            Chain.HasItsHash(entry).ShouldBeTrue();
            var stream = entry.GetProperty("stream").GetGuid();
            chains.TryAdd(stream, new(null));
            chains[stream].Take("cabinet", entry, (kind, at) => Assert.Fail($"{kind} at {at}"));
        }

        var roots = ours["roots"]!.AsArray().Select(Bytes).ToList();
        foreach (var proof in ours["inclusion"]!.AsArray())
        {
            var (position, size) = (Number(proof!["position"]), Number(proof["size"]));
            var leaf = Convert.FromHexString(ours["leaves"]![(int)position]!.GetValue<string>());
            MerkleProof.Inclusion(position, size, leaf, Hashes(proof["hashes"])).ShouldBe(roots[(int)size]);
        }

        foreach (var proof in ours["consistency"]!.AsArray())
        {
            var (from, to) = (Number(proof!["from"]), Number(proof["to"]));
            MerkleProof.Consistency(from, to, roots[(int)from], roots[(int)to], Hashes(proof["hashes"])).ShouldBeTrue($"{from}/{to}");
        }

        var note = SignedCheckpoint.Parse(ours["note"]!.GetValue<string>())!;
        note.Root.ShouldBe(roots[^1]);
        foreach (var key in new[] { "key", "witness" }.Select(k => VerifierKey.Parse(ours[k]!.GetValue<string>())!))
        {
            var line = note.Lines.Where(key.Made).ShouldHaveSingleItem();
            key.Verifies(line, note.Text).ShouldBeTrue();
            key.Verifies(line, note.Text.Replace("\n7\n", "\n8\n", StringComparison.Ordinal)).ShouldBeFalse();
            line.Bytes[^1] ^= 1;
            key.Verifies(line, note.Text).ShouldBeFalse();
        }
    }

    [Fact]
    public void numbers_and_strings_are_written_as_rfc_8785_asks() =>
        Canonical
            .Text(
                JsonNode.Parse(
                    """{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0,1e21,999999999999999999999,1e-6,1e-7,5e-324,9007199254740993,-1.5],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"""
                )
            )
            .ShouldBe(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,1e+21,0.000001,1e-7,5e-324,9007199254740992,-1.5],"
                    + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
            );

    private static long Number(JsonNode? number) =>
        unchecked((long)ulong.Parse(number!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture));

    private static byte[] Bytes(JsonNode? text) => Convert.FromBase64String(text?.GetValue<string>() ?? string.Empty);

    private static IReadOnlyList<byte[]> Hashes(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(Bytes)];
}
