using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NSec.Cryptography;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Verifier.UnitTests;

/// <summary>Vectors made by the services' own code: a small ledger of two streams, its tree, its proofs and a signed checkpoint.</summary>
internal static class Vectors
{
    private const string Tenant = "cabinet";
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where the vectors are.</summary>
    public static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../contracts/Verifier/vectors"));

    /// <summary>The lines of the ledger, as an export has them.</summary>
    public static IReadOnlyList<string> Lines()
    {
        var heads = new Dictionary<Guid, string>();
        var lines = new List<string>();
        foreach (var (stream, version, said) in Said())
        {
            var redacted = Canonical.Text(said);
            var entry = new LedgerEntryRecorded(
                "session",
                100 + lines.Count,
                Given.Id(7),
                stream,
                "session",
                version,
                "situation_raised",
                $"0179551878706{lines.Count}.000000",
                Given.Now,
                Given.Now.AddSeconds(lines.Count).AddMicroseconds(1),
                "member:\u00e9\u20ac",
                redacted,
                Canonical.Hash(redacted)
            );
            entry = entry with { Link = StreamChain.Link(heads.GetValueOrDefault(stream, StreamChain.Start), Tenant, entry) };
            heads[stream] = entry.Link;
            var fact = new EntryLedgered(entry) { OccurredAt = entry.OccurredAt };
            lines.Add(
                Tree.Text(
                    Tenant,
                    Given.Id(7),
                    lines.Count + 1,
                    entry.RecordedAt.AddSeconds(1),
                    JsonSerializer.SerializeToElement(fact, FactJson.Options)
                )
            );
        }

        return lines;
    }

    /// <summary>The lines of a ledger that goes over to commitments, as an export has them, with what opens them: a stream of before that goes on with
    /// them, a facilitator's file, and what became of a person's data.</summary>
    public static IReadOnlyList<(string Line, Commitments? Made)> CommittedLines()
    {
        var heads = new Dictionary<Guid, ChainHead>();
        var ledgers = new Dictionary<Guid, long>();
        var lines = new List<(string, Commitments?)>();
        byte salt = 0;
        foreach (var (streamType, stream, subject, actor, redacted, isBefore) in Told())
        {
            var head = heads.GetValueOrDefault(stream, ChainHead.Before(stream));
            var at = Given.Now.AddSeconds(lines.Count);
            var entry = new LedgerEntryRecorded(
                "session",
                100 + lines.Count,
                subject,
                stream,
                streamType,
                head.Version + 1,
                "told",
                $"0179551878706{lines.Count}.000000",
                Given.Now,
                at,
                actor,
                redacted,
                Canonical.Hash(redacted)
            );
            var made = isBefore
                ? null
                : Commitments.Of(Guid.Empty, CommittedEntry.PersonsIn(entry, head), size => [.. Enumerable.Repeat(++salt, size)]);
            entry = made is null ? entry : CommittedEntry.Of(entry, made, head);
            entry = entry with { Link = StreamChain.Link(head.Link, Tenant, entry) };
            heads[stream] = head.After(entry);
            var data = JsonSerializer.SerializeToElement(new EntryLedgered(entry) { OccurredAt = entry.OccurredAt }, FactJson.Options);
            var ledger = EngagementLedger.StreamOf(entry);
            ledgers[ledger] = ledgers.GetValueOrDefault(ledger) + 1;
            lines.Add((Tree.Text(Tenant, ledger, ledgers[ledger], at.AddSeconds(1), data), made));
        }

        return lines;
    }

    /// <summary>The vectors of entries with commitments as they are committed.</summary>
    public static string CommittedText()
    {
        var lines = CommittedLines();
        var leaves = lines.Select(l => Merkle.Leaf(Encoding.UTF8.GetBytes(l.Line))).ToList();
        return new JsonObject
            {
                ["lines"] = Array(lines.Select(l => l.Line)),
                ["leaves"] = Array(leaves.Select(Convert.ToHexStringLower)),
                ["root"] = Convert.ToBase64String(Root(leaves, 0, leaves.Count)),
                ["openings"] = new JsonArray([.. lines.Select(l => JsonSerializer.SerializeToNode(l.Made?.Ids ?? [], FactJson.Options))]),
            }.ToJsonString(Readable) + "\n";
    }

    /// <summary>The vectors as they are committed.</summary>
    public static string Text()
    {
        var lines = Lines();
        var leaves = lines.Select(l => Merkle.Leaf(Encoding.UTF8.GetBytes(l))).ToList();
        var keys = SignerKeys.Read("practice-analysis.example/vectors", Convert.ToBase64String(Seed(1)));
        var witness = new NoteKey("witness.example/w1", NoteKey.Witness, Public(Seed(2)));
        var root = Root(leaves, 0, leaves.Count);
        var note = keys.Sign(leaves.Count, root);
        return new JsonObject
            {
                ["lines"] = Array(lines),
                ["leaves"] = Array(leaves.Select(Convert.ToHexStringLower)),
                ["roots"] = Array(Enumerable.Range(0, leaves.Count + 1).Select(n => Convert.ToBase64String(Root(leaves, 0, n)))),
                ["inclusion"] = new JsonArray([
                    .. from size in Enumerable.Range(1, leaves.Count)
                    from position in Enumerable.Range(0, size)
                    select (JsonNode)
                        new JsonObject
                        {
                            ["position"] = position,
                            ["size"] = size,
                            ["hashes"] = Array(
                                Merkle.Inclusion(position, size).Select(r => Convert.ToBase64String(Root(leaves, r.Start, r.End)))
                            ),
                        },
                ]),
                ["consistency"] = new JsonArray([
                    .. from to in Enumerable.Range(1, leaves.Count)
                    from before in Enumerable.Range(1, to)
                    select (JsonNode)
                        new JsonObject
                        {
                            ["from"] = before,
                            ["to"] = to,
                            ["hashes"] = Array(
                                Merkle.Consistency(before, to).Select(r => Convert.ToBase64String(Root(leaves, r.Start, r.End)))
                            ),
                        },
                ]),
                ["key"] = keys.All[0].ToString(),
                ["witness"] = witness.ToString(),
                ["note"] = note + Cosign(witness, Seed(2), new CheckpointText(keys.Origin, leaves.Count, root)),
            }.ToJsonString(Readable) + "\n";
    }

    /// <summary>A witness's line.</summary>
    public static string Cosign(NoteKey witness, byte[] seed, CheckpointText text)
    {
        var time = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, Given.Now.ToUnixTimeSeconds());
        using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        var said = Encoding.UTF8.GetBytes($"cosignature/v1\ntime {Given.Now.ToUnixTimeSeconds()}\n{text}");
        return CheckpointText.Line(witness, [.. time, .. SignatureAlgorithm.Ed25519.Sign(key, said)]);
    }

    /// <summary>A seed that is the same wherever its number is.</summary>
    public static byte[] Seed(byte number) => [.. Enumerable.Repeat(number, 32)];

    /// <summary>The public key of a seed.</summary>
    public static byte[] Public(byte[] seed)
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        return key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <summary>The hash over leaves, by the services' own cover of complete subtrees.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves, long start, long end) =>
        Merkle.Join([
            .. Merkle.Cover(start, end).Select(s => Merkle.Complete([.. leaves.Skip((int)(s.Index << s.Level)).Take(1 << s.Level)])),
        ]);

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static IEnumerable<(Guid Stream, long Version, JsonNode Said)> Said()
    {
        yield return (Given.Id(1), 1, JsonNode.Parse("""{"occurredAt":"2026-03-02T09:00:00+00:00","text":{"sha256":"00"}}""")!);
        yield return (Given.Id(2), 1, JsonNode.Parse("""{"name":"Établissement « Les Tilleuls » \u2028 \u007f \ud83d\ude00"}""")!);
        yield return (Given.Id(1), 2, JsonNode.Parse("""{"controls":"\u0000\u001f\b\t\n\f\r","quotes":"\"\\/"}""")!);
        yield return (Given.Id(1), 3, JsonNode.Parse("""{"10":[],"2":{},"a":null,"A":[true,false,-1,9007199254740992]}""")!);
        yield return (Given.Id(2), 2, JsonNode.Parse("{}")!);
        yield return (Given.Id(1), 4, JsonNode.Parse("""{"numbers":[0.1,1e21,1e-7,-1.5e-10,123456789012345678901,100.50]}""")!);
        yield return (Given.Id(2), 3, JsonNode.Parse("""{"\ufb33":1,"\ud83d\ude02":2,"z":3}""")!);
    }

    private static IEnumerable<(string StreamType, Guid Stream, Guid Subject, string Actor, string Redacted, bool IsBefore)> Told()
    {
        var (member, other, facilitator) = (Given.Id(31), Given.Id(32), Given.Id(33));
        var (session, engagement, erased, asked) = (Given.Id(1), Given.Id(7), Given.Id(35), Given.Id(36));
        yield return ("session", session, engagement, $"member:{member}", $$"""{"present":["{{member}}"]}""", true);
        yield return (
            "session",
            session,
            engagement,
            $"member:{member}",
            $$$"""{"group":"{{{engagement}}}","members":["{{{member}}}","{{{other}}}"],"text":{"sha256":"00"}}""",
            false
        );
        yield return (
            "facilitator",
            facilitator,
            facilitator,
            $"practice:{Given.Id(34)}",
            $$"""{"establishments":["{{engagement}}"],"facilitator":"{{facilitator}}"}""",
            false
        );
        yield return ("facilitator", facilitator, facilitator, "time", $$"""{"new":"{{facilitator}}"}""", false);
        yield return ("erased_person", erased, asked, "erasure", $$"""{"keys":1,"person":"{{member}}","stream":"{{erased}}"}""", false);
        yield return ("session", session, engagement, "time", "{}", false);
    }
}
