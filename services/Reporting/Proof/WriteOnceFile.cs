using System.Text;
using System.Text.Json;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>A checkpoint as it is written down: outside the database too.</summary>
/// <param name="Size">How many entries the tree held, those of all practices.</param>
/// <param name="Root">The tree's root, in base64.</param>
/// <param name="Key">The key that signed, as C2SP writes it.</param>
/// <param name="Note">The signed note, with what witnesses added.</param>
/// <param name="SignedAt">When it was signed, by the log's own clock; witnesses and the timestamp say theirs.</param>
/// <param name="Timestamp">The RFC 3161 token over the note as it was signed, in base64, where an authority is configured.</param>
public sealed record Checkpoint(long Size, string Root, string Key, string Note, DateTimeOffset SignedAt, string? Timestamp = null)
{
    /// <summary>How many entries services had published that the ledger did not hold when this was signed; the note says it too.</summary>
    public long Missing => CheckpointText.MissingIn(Note);
}

/// <summary>The file of checkpoints, one a line, that only grows. It is on another medium than the database, so that who rewrites the one does
/// not rewrite the other; the operator gives it to the file system as append-only (<c>chattr +a</c>) or to a store that writes once.</summary>
public sealed class WriteOnceFile(string? path)
{
    private const int Tail = 64 * 1024;
    private long _length;

    /// <summary>Whether there is such a file at all.</summary>
    public bool IsKept => path is not null;

    /// <summary>The last whole line, or null where there is none.</summary>
    /// <exception cref="ShrunkException">The file is shorter than it was.</exception>
    public Checkpoint? Last()
    {
        if (path is null || !File.Exists(path))
        {
            return _length == 0 ? null : throw new ShrunkException();
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length < _length)
        {
            throw new ShrunkException();
        }

        _length = file.Length;
        file.Seek(Math.Max(0, file.Length - Tail), SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = reader.ReadToEnd();

        // A line that a crash cut short has no end, and does not count.
        var whole = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return whole.Length == 0 ? null : JsonSerializer.Deserialize<Checkpoint>(whole[^1], FactJson.Options);
    }

    /// <summary>Adds a line, and returns when it is on the disk.</summary>
    public void Append(Checkpoint checkpoint)
    {
        if (path is null)
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, 1, FileOptions.WriteThrough);
        var cut = _length > 0 && !EndsWithLine() ? "\n" : string.Empty;
        file.Write(Encoding.UTF8.GetBytes($"{cut}{JsonSerializer.Serialize(checkpoint, FactJson.Options)}\n"));
        file.Flush(flushToDisk: true);
        _length = file.Length;
    }

    private bool EndsWithLine()
    {
        using var file = new FileStream(path!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }
}

/// <summary>The write-once file lost what it held.</summary>
public sealed class ShrunkException() : IOException("The write-once file is shorter than it was.");
