using System.Globalization;

namespace PracticeAnalysis.Verifier;

/// <summary>What the command line asks.</summary>
/// <param name="What">export, inclusion or consistency.</param>
internal sealed record Arguments(string What)
{
    /// <summary>A ZIP that holds the files of an export.</summary>
    public string? Archive { get; private init; }

    /// <summary>The ledger.</summary>
    public string? Entries { get; private init; }

    /// <summary>Chain heads of services.</summary>
    public IReadOnlyList<string> Heads { get; private init; } = [];

    /// <summary>Histories of engagements, as their auditor reads them.</summary>
    public IReadOnlyList<string> Histories { get; private init; } = [];

    /// <summary>Signed checkpoints.</summary>
    public IReadOnlyList<string> Checkpoints { get; private init; } = [];

    /// <summary>Checkpoints that somebody kept from earlier.</summary>
    public IReadOnlyList<string> Kept { get; private init; } = [];

    /// <summary>Checkpoints that somebody trusts: what they sign is compared, and the verdict says so.</summary>
    public IReadOnlyList<string> TrustedCheckpoints { get; private init; } = [];

    /// <summary>Verifier keys that somebody had from elsewhere; others of the log's count no more.</summary>
    public IReadOnlyList<string> TrustedKeys { get; private init; } = [];

    /// <summary>The log's keys.</summary>
    public string? Keys { get; private init; }

    /// <summary>Keys of witnesses.</summary>
    public string? Witnesses { get; private init; }

    /// <summary>How many witnesses must have cosigned.</summary>
    public int Quorum { get; private init; }

    /// <summary>The certificate of a timestamping authority.</summary>
    public string? Authority { get; private init; }

    /// <summary>A proof.</summary>
    public string? Proof { get; private init; }

    /// <summary>The entry that a proof is about.</summary>
    public string? Entry { get; private init; }

    /// <summary>Whether no progress is said.</summary>
    public bool Quiet { get; private init; }

    /// <summary>Reads the command line; null where it is not understood or misses something.</summary>
    public static Arguments? Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0] is not ("export" or "inclusion" or "consistency"))
        {
            return null;
        }

        var given = new Arguments(args[0]);
        for (var i = 1; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            var next = (args[i], value) switch
            {
                ("--quiet", _) => given with { Quiet = true },
                ("--entries", { } file) => given with { Entries = file },
                ("--heads", { } file) => given with { Heads = [.. given.Heads, file] },
                ("--history", { } file) => given with { Histories = [.. given.Histories, file] },
                ("--checkpoints", { } file) => given with { Checkpoints = [.. given.Checkpoints, file] },
                ("--kept", { } file) => given with { Kept = [.. given.Kept, file] },
                ("--trusted-checkpoint", { } file) => given with { TrustedCheckpoints = [.. given.TrustedCheckpoints, file] },
                ("--trusted-key", { } key) => given with { TrustedKeys = [.. given.TrustedKeys, key] },
                ("--keys", { } file) => given with { Keys = file },
                ("--witnesses", { } file) => given with { Witnesses = file },
                ("--quorum", { } number) when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var quorum) =>
                    given with
                    {
                        Quorum = quorum,
                    },
                ("--authority", { } file) => given with { Authority = file },
                ("--proof", { } file) => given with { Proof = file },
                ("--entry", { } file) => given with { Entry = file },
                (var folder, _) when i == 1 && given.What == "export" && Directory.Exists(folder) => given.In(folder),
                (var file, _) when i == 1 && given.What == "export" && File.Exists(file) => given with { Archive = file },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            given = next;
            i += args[i].StartsWith("--", StringComparison.Ordinal) && args[i] != "--quiet" ? 1 : 0;
        }

        return given.Archive is not null ? given
            : given.Keys is not null && given.Checkpoints.Count > 0 && (given.What == "export" ? given.Entries : given.Proof) is not null
                ? given
            : null;
    }

    /// <summary>With the files of a folder, before those that are named one by one. An archive that was unpacked has those of the proof in a folder of
    /// their own.</summary>
    public Arguments In(string folder) =>
        this with
        {
            Entries = Entries ?? Files(folder, "entries.ndjson").FirstOrDefault(Path.Combine(folder, "entries.ndjson")),
            Heads = [.. Files(folder, "heads*.ndjson"), .. Heads],
            Histories = [.. Files(folder, "history*.ndjson"), .. Histories],
            Checkpoints = [.. Files(folder, "checkpoints*.ndjson"), .. Checkpoints],
            Kept = [.. Files(folder, "kept*.ndjson"), .. Kept],
            Keys = Keys ?? Files(folder, "keys.json").FirstOrDefault(Path.Combine(folder, "keys.json")),
        };

    private static IEnumerable<string> Files(string folder, string pattern) =>
        ((string[])[folder, Path.Combine(folder, "proof")])
            .Where(Directory.Exists)
            .SelectMany(f => Directory.GetFiles(f, pattern))
            .Order(StringComparer.Ordinal);
}
