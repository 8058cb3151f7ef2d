using System.IO.Compression;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Verifier;

/// <summary>An export in a ZIP: what is read of it, unpacked into a folder that goes with this. Names that nothing reads are left in it.</summary>
internal sealed partial class Archive : IDisposable
{
    // Lines of an export, even of hashes alone, are packed to a tenth at best.
    private const int Ratio = 100;
    private const int Small = 1 << 20;

    /// <summary>Where it is unpacked.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("practice-verify-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Unpacks it.</summary>
    /// <exception cref="UnreadableException">It is damaged, misses a file, or would unpack beyond measure.</exception>
    public static Archive Unpack(string file)
    {
        var unpacked = new Archive();
        try
        {
            using var zip = ZipFile.OpenRead(file);
            unpacked.Take([
                .. zip.Entries.Select(e => (Name: Read().Match(e.FullName).Groups["name"].Value, Entry: e)).Where(e => e.Name.Length > 0),
            ]);
            return unpacked;
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            unpacked.Dispose();
            throw new UnreadableException($"{file} is no ZIP archive, or it is damaged.");
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    private void Take(IReadOnlyList<(string Name, ZipArchiveEntry Entry)> entries)
    {
        if (entries.GroupBy(e => e.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new UnreadableException($"The archive holds {twice.Key} twice.");
        }

        foreach (var (name, entry) in entries)
        {
            if (entry.Length > Ratio * entry.CompressedLength + Small)
            {
                throw new UnreadableException($"{name} would unpack beyond all measure.");
            }
        }

        foreach (var wanted in (string[])["entries.ndjson", "keys.json", "checkpoints"])
        {
            if (!entries.Any(e => e.Name.StartsWith(wanted, StringComparison.Ordinal)))
            {
                throw new UnreadableException($"{wanted} is missing in the archive.");
            }
        }

        foreach (var (name, entry) in entries)
        {
            Write(name, entry);
        }
    }

    // As long as the archive says, and with the checksum that it says.
    private void Write(string name, ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = File.Create(Path.Combine(Folder, name));
        var part = new byte[1 << 16];
        var (length, sum) = (0L, uint.MaxValue);
        for (int read; (read = from.Read(part)) > 0; )
        {
            length += read;
            if (length > entry.Length)
            {
                break;
            }

            foreach (var b in part.AsSpan(0, read))
            {
                sum = Sums[(byte)(sum ^ b)] ^ (sum >> 8);
            }

            to.Write(part.AsSpan(0, read));
        }

        if (entry.IsEncrypted || length != entry.Length || ~sum != entry.Crc32)
        {
            throw new UnreadableException($"{name} is damaged in the archive.");
        }
    }

    // CRC-32 as ZIP has it, for each value of a byte.
    private static readonly uint[] Sums =
    [
        .. Enumerable
            .Range(0, 256)
            .Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (sum, _) => (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1)),
    ];

    [GeneratedRegex(@"^(proof/)?(?<name>(entries|heads[^/\\]*|checkpoints[^/\\]*|kept[^/\\]*|history[^/\\]*)\.ndjson|keys\.json)\z")]
    private static partial Regex Read();
}
