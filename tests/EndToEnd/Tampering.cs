using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Proof;
using static PracticeAnalysis.EndToEnd.ExportFiles;

namespace PracticeAnalysis.EndToEnd;

/// <summary>One thing that somebody in bad faith, or a broken disk, does to an archive.</summary>
/// <param name="Expected">holds, unreadable, or kinds of findings among others, between commas.</param>
/// <param name="Kept">What its auditor kept from before, of the export as it was.</param>
internal sealed record Tampering(string Expected, Func<ExportFiles, byte[]> Do, Func<ExportFiles, string>? Kept = null)
{
    private static readonly SignerKeys Other = ExportFiles.KeysOf(Convert.ToBase64String([.. Enumerable.Repeat((byte)9, 32)]));

    /// <summary>All of it, by name.</summary>
    public static IReadOnlyDictionary<string, Tampering> All { get; } =
        new Dictionary<string, Tampering>
        {
            ["nothing"] = Files("holds", _ => { }),
            ["packed otherwise"] = new("holds", f => f.Zip(CompressionLevel.NoCompression)),
            ["files without a folder"] = Files("holds", FlattenAll),
            ["lines of Windows"] = Files(
                "holds",
                f =>
                    f[Entries] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f[Entries]).Replace("\n", "\r\n", StringComparison.Ordinal))
            ),
            ["an older checkpoint alone"] = Files("holds", f => f.Change(Checkpoints, l => l.RemoveRange(1, l.Count - 1))),
            ["a kept checkpoint that is listed"] = new("holds", f => f.Zip(), f => f.Lines(Checkpoints)[0]),
            ["all of it rewritten and signed anew"] = Files("holds", RewriteAll),

            ["a fact changed"] = Entry("hash,root", line => Redact(line["data"]!["entry"]!)),
            ["a fact changed with its hash"] = Entry("link,root,history", line => Rehash(line["data"]!["entry"]!)),
            ["who did it changed"] = Entry("link,root,history", line => line["data"]!["entry"]!["actor"] = "practice:somebody"),
            ["when it occurred changed"] = Entry(
                "link,root,history",
                line => line["data"]!["entry"]!["occurredAt"] = "2020-01-01T09:00:00+00:00"
            ),
            ["a hash changed"] = Entry("hash,link,root", line => line["data"]!["entry"]!["hash"] = new string('0', 64)),
            ["a link changed"] = Entry("link,root", line => line["data"]!["entry"]!["link"] = new string('0', 64)),
            ["an entry of another practice"] = Entry("link,root", line => line["tenant"] = "other"),
            ["an entry of nobody's practice"] = Entry("line,root", line => line["tenant"] = null),
            ["an entry without a service"] = Entry("line,root", line => line["data"]!["entry"]!["source"] = null),
            ["a version that is no number"] = Entry("line,root", line => line["data"]!["entry"]!["version"] = "1"),
            ["a leaf that is no hash"] = Lines("line", (l, at) => l[at] = """{"leaf":null}"""),
            ["a leaf of something else"] = Lines("root", (l, at) => l[at] = $$"""{"leaf":"{{new string('0', 64)}}"}"""),
            ["an entry beside the tree"] = Lines("beside", (l, _) => l.Add("""{"beside":7}""")),
            ["a line that is not canonical"] = Lines(
                "line,root",
                (l, at) => l[at] = l[at].Replace("\"version\":", "\"version\": ", StringComparison.Ordinal)
            ),
            ["a number written otherwise"] = Lines("line", (l, at) => l[at] = l[at][..^1] + ".0}"),
            ["a member twice"] = Lines("line,root", (l, at) => l[at] = l[at][..^1] + ",\"version\":1}"),
            ["a line that is no JSON"] = Lines("line,root", (l, at) => l[at] = "{"),
            ["half a character"] = Lines(
                "line",
                (l, at) => l[at] = l[at].Replace("\"tenant\":\"", "\"tenant\":\"\\ud800", StringComparison.Ordinal)
            ),
            ["an entry taken out"] = Lines("hole,root,short", (l, at) => l.RemoveAt(at)),
            ["the last entry cut off"] = Files("short,missing", CutLast),
            ["two entries in each other's place"] = Lines("root", (l, at) => (l[at], l[^1]) = (l[^1], l[at])),
            ["an entry twice"] = Lines("twice,order,root", (l, at) => l.Insert(at, l[at])),
            ["an entry put at the end"] = Files("ahead", f => f.Change(Entries, l => l.Add(Next(l[f.Last()])))),
            ["entries that are not in UTF-8"] = Files("unreadable", f => f[Entries] = [0xff, .. f[Entries]]),

            ["a size changed"] = Note("signature", note => note.Replace("\n", "\n1", StringComparison.Ordinal)),
            ["a root changed"] = Note("signature", note => ReplaceLine(note, 2, Convert.ToBase64String(new byte[32]))),
            ["a signature changed"] = Note("signature", note => note[..^10] + (note[^10] == 'A' ? 'B' : 'A') + note[^9..]),
            ["a checkpoint cut off"] = Note("signature", note => note[..(note.Length / 2)]),
            ["what was still to come put in"] = Note(
                "signature",
                note => note.Replace("\n\n", "\nmissing 3\n\n", StringComparison.Ordinal)
            ),
            ["a checkpoint by another key"] = Files("signature", f => f.Change(Checkpoints, l => l[^1] = f.Signed(SizeOf(l[^1]), Other))),
            ["a checkpoint that is no JSON"] = Files("signature", f => f.Change(Checkpoints, l => l[^1] = "{")),
            ["no checkpoint at all"] = Files("signature", f => f[Checkpoints] = []),
            ["two trees of one size"] = Files("root", Fork),
            ["a checkpoint of more entries"] = Files(
                "short",
                f => f.Change(Checkpoints, l => l.Add(Checkpoint(f.Log.Sign(99_999, new byte[32]), 99_999)))
            ),
            ["another log's keys"] = Files("signature", f => f[Keys] = KeysOf(Other)),
            ["a key after its last size"] = Files("signature", f => f[Keys] = KeysOf(f.Log, "1")),
            ["keys that are none"] = Files("unreadable", f => f[Keys] = "nonsense"u8.ToArray()),
            ["keys of nothing"] = Files("unreadable", f => f[Keys] = """{"keys":[{"key":null}],"witnesses":[]}"""u8.ToArray()),
            ["a witness who did not sign"] = Files("witness", Witness),
            ["the last checkpoint withdrawn"] = new(
                "withdrawn",
                f => Done(f, files => files.Change(Checkpoints, l => l.RemoveAt(l.Count - 1))),
                f => f.Lines(Checkpoints)[^1]
            ),
            ["all of it rewritten, against a kept checkpoint"] = new("root", f => Done(f, RewriteAll), f => f.Lines(Checkpoints)[^1]),
            ["all of it signed by another, against a kept key"] = new(
                "signature",
                f => Done(f, SignByOther),
                f => Encoding.UTF8.GetString(f[Keys])
            ),

            ["a head changed"] = Heads("head", head => head["head"]!["link"] = new string('0', 64)),
            ["a head of less"] = Heads("ahead", head => head["head"]!["version"] = 0),
            ["a head of more"] = Heads("missing", head => head["settled"]!["version"] = 99_999),
            ["a head that is none"] = Heads("heads", head => head["head"] = null),
            ["a head twice"] = Files("heads", f => f.Change(f.Heads, l => l.Add(l[0]))),
            ["heads of no service"] = Files("heads", f => f.Remove(f.Heads)),

            ["the history tells another fact"] = History("history", told => Redact(told)),
            ["the history tells another time"] = History("history", told => told["occurredAt"] = "2020-01-01T09:00:00+00:00"),
            ["the history tells another actor"] = History("history", told => told["actor"] = "operator:" + told["actor"]),
            ["the history lacks a line"] = Files("history", f => f.Change(ExportFiles.History, l => l.RemoveAt(l.Count - 1))),
            ["the history has a line twice"] = Files("history", f => f.Change(ExportFiles.History, l => l.Add(l[0]))),
            ["the history has a line more"] = Files("history", f => f.Change(ExportFiles.History, l => l.Add(Later(l[^1])))),
            ["the history has a line that is none"] = Files("history", f => f.Change(ExportFiles.History, l => l.Add("{"))),

            ["no entries"] = Files("unreadable", f => f.Remove(Entries)),
            ["no keys"] = Files("unreadable", f => f.Remove(Keys)),
            ["no checkpoints"] = Files("unreadable", f => f.Remove(Checkpoints)),
            ["no archive"] = new("unreadable", _ => "no archive"u8.ToArray()),
            ["an archive cut off"] = new("unreadable", f => f.Zip()[..^100]),
            ["a byte of the disk changed"] = new("unreadable", f => Patch(f, (zip, _, local) => zip[local + 200] ^= 1)),
            ["a file longer than it says"] = new("unreadable", f => Patch(f, (zip, central, _) => Number(zip, central + 24, -1))),
            ["a file shorter than it says"] = new("unreadable", f => Patch(f, (zip, central, _) => Number(zip, central + 24, 1))),
            ["another checksum"] = new("unreadable", f => Patch(f, (zip, central, _) => Number(zip, central + 16, 1))),
            ["a file that is said to be encrypted"] = new("unreadable", f => Patch(f, (zip, central, _) => zip[central + 8] |= 1)),
            ["a name twice"] = new("unreadable", Twice),
            ["a bomb"] = Files("unreadable", f => f["proof/kept-bomb.ndjson"] = new byte[64 << 20]),
        };

    private static Tampering Files(string expected, Action<ExportFiles> change) => new(expected, files => Done(files, change));

    private static Tampering Lines(string expected, Action<List<string>, int> change) =>
        Files(expected, f => f.Change(Entries, lines => change(lines, f.First())));

    private static Tampering Entry(string expected, Action<JsonNode> change) => Files(expected, f => f.ChangeEntry(f.First(), change));

    private static Tampering Note(string expected, Func<string, string> change) =>
        Files(
            expected,
            f => f.Change(Checkpoints, l => l[^1] = Checkpoint(change(JsonNode.Parse(l[^1])!["note"]!.GetValue<string>()), SizeOf(l[^1])))
        );

    private static Tampering Heads(string expected, Action<JsonNode> change) =>
        Files(expected, f => f.Change(f.Heads, l => l[0] = Changed(l[0], change)));

    private static Tampering History(string expected, Action<JsonNode> change) =>
        Files(expected, f => f.Change(ExportFiles.History, l => l[1] = Changed(l[1], change)));

    private static byte[] Done(ExportFiles files, Action<ExportFiles> change)
    {
        change(files);
        return files.Zip();
    }

    private static string Changed(string line, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(line)!;
        change(json);
        return json.ToJsonString();
    }

    private static void Redact(JsonNode entry)
    {
        var fact = JsonNode.Parse(entry["redacted"]!.GetValue<string>())!;
        fact["agreed"] = false;
        entry["redacted"] = Canonical.Text(fact);
    }

    private static void Rehash(JsonNode entry)
    {
        Redact(entry);
        entry["hash"] = Canonical.Hash(entry["redacted"]!.GetValue<string>());
    }

    private static void FlattenAll(ExportFiles files)
    {
        foreach (var name in files.Names.Where(n => n.StartsWith("proof/", StringComparison.Ordinal)).ToList())
        {
            files[name["proof/".Length..]] = files[name];
            files.Remove(name);
        }
    }

    // Nothing but what somebody kept shows it: a leaf of another practice says nothing of itself.
    private static void RewriteAll(ExportFiles files)
    {
        files.Change(Entries, l => l.Insert(0, $$"""{"leaf":"{{new string('0', 64)}}"}"""));
        files.Change(Checkpoints, l => Sign(files, l));
    }

    private static void SignByOther(ExportFiles files)
    {
        files[Keys] = KeysOf(Other);
        files.Change(Checkpoints, l => Sign(files, l, Other));
    }

    // The last one alone: to sign a long list takes long.
    private static void Sign(ExportFiles files, List<string> checkpoints, SignerKeys? by = null)
    {
        var last = files.Signed(SizeOf(checkpoints[^1]), by);
        checkpoints.Clear();
        checkpoints.Add(last);
    }

    private static void Fork(ExportFiles files) =>
        files.Change(Checkpoints, l => l.Add(Checkpoint(files.Log.Sign(SizeOf(l[^1]), new byte[32]), SizeOf(l[^1]))));

    private static void CutLast(ExportFiles files) => files.Change(Entries, l => l.RemoveRange(files.Last(), l.Count - files.Last()));

    // A forged event after the last: who appends knows how to compute a link.
    private static string Next(string last)
    {
        var line = JsonNode.Parse(last)!;
        line["version"] = line["version"]!.GetValue<long>() + 1;
        var entry = line["data"]!["entry"]!;
        entry["version"] = entry["version"]!.GetValue<long>() + 1;
        entry.AsObject().Remove("link");
        return Canonical.Text(line);
    }

    private static string Later(string told) => Changed(told, line => line["position"] = line["position"]!.GetValue<long>() + 1);

    private static void Witness(ExportFiles files)
    {
        var witness = new NoteKey("witness.example/w1", NoteKey.Witness, Other.All[0].Public);
        files[Keys] = KeysOf(files.Log, "null", $"\"{witness}\"");
        files.Change(
            Checkpoints,
            l =>
            {
                var note = JsonNode.Parse(l[^1])!["note"]!.GetValue<string>();
                l[^1] = Checkpoint(note + CheckpointText.Line(witness, new byte[72]), SizeOf(l[^1]));
            }
        );
    }

    private static byte[] KeysOf(SignerKeys keys, string lastSize = "null", string witnesses = "") =>
        Encoding.UTF8.GetBytes($$"""{"keys":[{"key":"{{keys.All[0]}}","lastSize":{{lastSize}}}],"witnesses":[{{witnesses}}]}""");

    private static int SizeOf(string checkpoint) => JsonNode.Parse(checkpoint)!["size"]!.GetValue<int>();

    private static string ReplaceLine(string text, int at, string with)
    {
        var lines = text.Split('\n');
        lines[at] = with;
        return string.Join('\n', lines);
    }

    private static byte[] Twice(ExportFiles files)
    {
        using var bytes = new MemoryStream();
        bytes.Write(files.Zip());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry(Entries);
        }

        return bytes.ToArray();
    }

    // Changes bytes where the archive's list, and the file itself, have the ledger.
    private static byte[] Patch(ExportFiles files, Action<byte[], int, int> change)
    {
        var zip = files.Zip();
        var central = zip.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(Entries)) - 46;
        change(zip, central, BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(central + 42)));
        return zip;
    }

    private static void Number(byte[] zip, int at, int more) =>
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at), BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(at)) + more);
}
