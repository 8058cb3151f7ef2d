using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The files of an export as an archive holds them, for whoever changes them in bad faith: everything is in their hands, the log's own key too.</summary>
internal sealed class ExportFiles
{
    /// <summary>The ledger.</summary>
    public const string Entries = "proof/entries.ndjson";

    /// <summary>The signed checkpoints.</summary>
    public const string Checkpoints = "proof/checkpoints.ndjson";

    /// <summary>The log's keys.</summary>
    public const string Keys = "proof/keys.json";

    /// <summary>The history.</summary>
    public const string History = "history.ndjson";

    private readonly Dictionary<string, byte[]> _files;

    private ExportFiles(Dictionary<string, byte[]> files, SignerKeys log)
    {
        _files = files;
        Log = log;
    }

    /// <summary>The log's own keys.</summary>
    public SignerKeys Log { get; }

    /// <summary>Names of files.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <summary>The chain heads of one service.</summary>
    public string Heads => Names.First(n => n.StartsWith("proof/heads-session", StringComparison.Ordinal));

    /// <summary>Copies, to be changed.</summary>
    public ExportFiles Copy() => new(new(_files), Log);

    /// <summary>Keys of the log from the text of their file.</summary>
    public static SignerKeys KeysOf(string text) => SignerKeys.Read("practice-analysis/ledger", text);

    /// <summary>The files of an archive, of a log with such keys.</summary>
    public static ExportFiles Of(Stream archive, SignerKeys log)
    {
        using var zip = new ZipArchive(archive);
        return new(
            zip.Entries.ToDictionary(
                e => e.FullName,
                e =>
                {
                    using var from = e.Open();
                    using var to = new MemoryStream();
                    from.CopyTo(to);
                    return to.ToArray();
                }
            ),
            log
        );
    }

    /// <summary>A small export of the vectors that are committed: six entries, the first of before there were commitments, two checkpoints, and the history
    /// of one engagement.</summary>
    public static ExportFiles Small([CallerFilePath] string here = "")
    {
        var vectors = JsonNode.Parse(
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../contracts/Verifier/vectors/committed.json"))
        )!;
        var lines = vectors["lines"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
        var said = lines.Select(l => JsonNode.Parse(l)!).ToList();
        var files = new ExportFiles([], KeysOf(Convert.ToBase64String(new byte[32])));
        files.Write(Entries, lines.Skip(1).Prepend($$"""{"before":true,"leaf":"{{vectors["leaves"]![0]}}"}"""));
        files.Write(
            "proof/heads-session.ndjson",
            said.Select(l => l["data"]!["entry"]!)
                .GroupBy(e => e["stream"]!.GetValue<string>())
                .Select(s => Link(s.Last()))
                .Select(h =>
                    new JsonObject
                    {
                        ["source"] = "session",
                        ["stream"] = h.Stream,
                        ["settled"] = h.Link.DeepClone(),
                        ["head"] = h.Link.DeepClone(),
                    }.ToJsonString()
                )
        );
        files.Write(History, said.Where(l => l["stream"]!.GetValue<string>() == $"{Given.Id(7)}").Select(Told));
        files[Keys] = Encoding.UTF8.GetBytes(
            $$"""{"origin":"{{files.Log.Origin}}","keys":[{"key":"{{files.Log.All[0]}}","lastSize":null}],"witnesses":[]}"""
        );
        files.Write(Checkpoints, ((int[])[4, 6]).Select(size => files.Signed(size)));
        return files;
    }

    /// <summary>A file.</summary>
    public byte[] this[string name]
    {
        get => _files[name];
        set => _files[name] = value;
    }

    /// <summary>Takes a file out.</summary>
    public void Remove(string name) => _files.Remove(name);

    /// <summary>The lines of a file.</summary>
    public List<string> Lines(string name) => [.. Encoding.UTF8.GetString(_files[name]).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Writes a file line by line.</summary>
    public void Write(string name, IEnumerable<string> lines) =>
        _files[name] = Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    /// <summary>Changes the lines of a file.</summary>
    public void Change(string name, Action<List<string>> change)
    {
        var lines = Lines(name);
        change(lines);
        Write(name, lines);
    }

    /// <summary>The place of the first entry of the engagement whose history is there.</summary>
    public int First() =>
        Lines(Entries)
            .FindIndex(l => l.Contains($"\"}},\"stream\":\"{JsonNode.Parse(Lines(History)[0])!["subject"]}\"", StringComparison.Ordinal));

    /// <summary>The place of the last entry that is the newest of its stream, as the chain heads of that service say, and was so when they were asked for.</summary>
    public int Last()
    {
        var heads = Lines(Heads).ConvertAll(h => JsonNode.Parse(h)!);
        return Lines(Entries)
            .FindLastIndex(l =>
                l.StartsWith("{\"at\"", StringComparison.Ordinal)
                && JsonNode.Parse(l)!["data"]!["entry"]! is var entry
                && heads.Exists(h =>
                    $"{h["stream"]}" == $"{entry["stream"]}"
                    && $"{h["head"]!["link"]}" == $"{entry["link"]}"
                    && $"{h["settled"]?["link"]}" == $"{entry["link"]}"
                )
            );
    }

    /// <summary>Changes an entry, and writes it in canonical form.</summary>
    public void ChangeEntry(int place, Action<JsonNode> change) =>
        Change(
            Entries,
            lines =>
            {
                var line = JsonNode.Parse(lines[place])!;
                change(line);
                lines[place] = Canonical.Text(line);
            }
        );

    /// <summary>A checkpoint of the entries as they stand there, signed by the log or by another.</summary>
    public string Signed(int size, SignerKeys? by = null)
    {
        var leaves = Lines(Entries)
            .Take(size)
            .Select(l =>
                JsonNode.Parse(l)!["leaf"] is { } leaf
                    ? Convert.FromHexString(leaf.GetValue<string>())
                    : Merkle.Leaf(Encoding.UTF8.GetBytes(l))
            )
            .ToList();
        var root = Merkle.Join([
            .. Merkle.Cover(0, size).Select(s => Merkle.Complete([.. leaves.Skip((int)(s.Index << s.Level)).Take(1 << s.Level)])),
        ]);
        return Checkpoint((by ?? Log).Sign(size, root), size);
    }

    /// <summary>A line of the list of checkpoints.</summary>
    public static string Checkpoint(string note, long size) =>
        new JsonObject
        {
            ["size"] = size,
            ["note"] = note,
            ["signedAt"] = Given.Now.ToString("O", CultureInfo.InvariantCulture),
        }.ToJsonString();

    /// <summary>As an archive.</summary>
    public byte[] Zip(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, file) in _files)
            {
                using var to = zip.CreateEntry(name, level).Open();
                to.Write(file);
            }
        }

        return bytes.ToArray();
    }

    private static (string Stream, JsonNode Link) Link(JsonNode entry) =>
        (
            entry["stream"]!.GetValue<string>(),
            new JsonObject { ["version"] = entry["version"]!.DeepClone(), ["link"] = entry["link"]!.DeepClone() }
        );

    // As an auditor reads it, under names of the grant.
    private static string Told(JsonNode line)
    {
        var told = line["data"]!["entry"]!.DeepClone().AsObject();
        var (actor, redacted) = (told["actor"]!.GetValue<string>(), JsonNode.Parse(told["redacted"]!.GetValue<string>())!);
        foreach (var member in redacted["members"]?.AsArray().ToList() ?? [])
        {
            member!.ReplaceWith($"{Given.Id(90)}");
        }

        told["redacted"] = Canonical.Text(redacted);
        told["actor"] = actor.Contains(':', StringComparison.Ordinal) ? $"{actor.Split(':')[0]}:{Given.Id(91)}" : actor;
        told["position"] = line["version"]!.DeepClone();
        told["arrivedAt"] = line["at"]!.GetValue<string>().TrimEnd('Z').TrimEnd('0').TrimEnd('.') + "+00:00";
        return told.ToJsonString();
    }
}
