using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary>The keys of the log and of its witnesses.</summary>
internal sealed record Keys(IReadOnlyList<VerifierKey> Signers, IReadOnlyList<VerifierKey> Witnesses)
{
    /// <summary>With those alone that somebody trusts, each until its last size where the log says one.</summary>
    public Keys Trusting(IReadOnlyList<string> trusted) =>
        trusted.Count == 0
            ? this
            : this with
            {
                Signers =
                [
                    .. trusted
                        .Select(t =>
                            VerifierKey.Parse(t) ?? throw new UnreadableException("--trusted-key is given what is no verifier key.")
                        )
                        .Select(t => Signers.FirstOrDefault(s => s.ToString() == t.ToString()) ?? t),
                ],
            };

    /// <summary>Reads the log's keys, from its own answer or a list of verifier keys; and the witnesses' where they are in a file of their own.</summary>
    public static Keys Read(string file, string? witnesses)
    {
        var text = File.ReadAllText(file);
        var (signers, named) = text.TrimStart().StartsWith('{') ? FromAnswer(text) : (Lines(text, file), []);
        return signers.All(k => k.Kind == 1) && signers.Count > 0
            ? new(signers, witnesses is null ? named : Lines(File.ReadAllText(witnesses), witnesses))
            : throw new UnreadableException($"{file} holds no keys that sign notes.");
    }

    private static (IReadOnlyList<VerifierKey>, IReadOnlyList<VerifierKey>) FromAnswer(string text)
    {
        using var json = JsonDocument.Parse(text);
        var signers = json
            .RootElement.GetProperty("keys")
            .EnumerateArray()
            .Select(k =>
                Key(
                    k.GetProperty("key").Text(),
                    k.TryGetProperty("lastSize", out var last) && last.ValueKind == JsonValueKind.Number ? last.GetInt64() : null
                )
            );
        return ([.. signers], [.. json.RootElement.GetProperty("witnesses").EnumerateArray().Select(w => Key(w.Text()))]);
    }

    private static IReadOnlyList<VerifierKey> Lines(string text, string file) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(l => !l.StartsWith('#'))
                .Select(l => VerifierKey.Parse(l) ?? throw new UnreadableException($"{file} holds a line that is no verifier key.")),
        ];

    private static VerifierKey Key(string text, long? lastSize = null) =>
        VerifierKey.Parse(text, lastSize) ?? throw new UnreadableException("The keys file holds what is no verifier key.");
}

/// <summary>The checkpoints that a key signed that may, by their sizes: one root each, or the log has forked.</summary>
internal sealed class Checkpoints
{
    private readonly SortedDictionary<long, byte[]> _roots = [];
    private readonly SortedSet<string> _signers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, DateTimeOffset> _signed = [];
    private readonly SortedDictionary<long, DateTimeOffset> _stamped = [];
    private readonly SortedSet<long> _kept = [];
    private readonly SortedSet<long> _trusted = [];
    private (long Size, int Count) _witnessed = (-1L, 0);
    private long _missing;

    /// <summary>The sizes that were signed, in order.</summary>
    public IEnumerable<long> Sizes => _roots.Keys;

    /// <summary>The root that was signed for this size, or null.</summary>
    public byte[]? Root(long size) => _roots.GetValueOrDefault(size);

    /// <summary>Reads the files; what is signed wrongly is found, and does not count.</summary>
    public static Checkpoints Read(Arguments given, Keys keys, Findings findings)
    {
        var checkpoints = new Checkpoints();
        var authority = given.Authority is null ? null : new Authority(given.Authority);
        var listed = new HashSet<long>();
        foreach (var (note, token, at, isListed, isTrusted) in Files(given))
        {
            if (SignedCheckpoint.Parse(note) is not { } checkpoint)
            {
                findings.Add("signature", "a checkpoint is no signed note");
                continue;
            }

            if (WhyNotSigned(checkpoint, keys) is { } why)
            {
                findings.Add("signature", $"the checkpoint of {checkpoint.Size} entries {why}");
                continue;
            }

            if (isListed)
            {
                listed.Add(checkpoint.Size);
            }
            else if (!listed.Contains(checkpoint.Size))
            {
                findings.Add("withdrawn", $"the log no longer lists its checkpoint of {checkpoint.Size} entries");
            }

            checkpoints.Note(checkpoint, keys, Cosigned(checkpoint, keys, findings), at, isListed, isTrusted);
            if (token is not null && authority?.WhyNotStamped(checkpoint.Signed, token) is { } untimely)
            {
                findings.Add("timestamp", $"the timestamp of {checkpoint.Size} entries {untimely}");
            }
            else if (token is not null && authority is not null)
            {
                checkpoints._stamped.TryAdd(checkpoint.Size, Authority.TimeOf(token));
            }

            if (
                !checkpoints._roots.TryAdd(checkpoint.Size, checkpoint.Root)
                && !checkpoints._roots[checkpoint.Size].AsSpan().SequenceEqual(checkpoint.Root)
            )
            {
                findings.Add("root", $"two trees were signed for {checkpoint.Size} entries");
            }
        }

        if (checkpoints._roots.Count == 0)
        {
            findings.Add("signature", "no checkpoint signs anything");
        }

        if (checkpoints._witnessed.Count < given.Quorum)
        {
            findings.Add(
                "witness",
                $"{checkpoints._witnessed.Count} witnesses cosigned the last checkpoint, and {given.Quorum} should have"
            );
        }

        return checkpoints;
    }

    /// <summary>What a verdict by these rests on, in words: a line each.</summary>
    public IEnumerable<string> Scope(Arguments given)
    {
        if (_roots.Count == 0)
        {
            yield return "No checkpoint was given: nothing is said of what was signed.";
            yield break;
        }

        var (first, last) = (_roots.Keys.First(), _roots.Keys.Last());
        yield return $"Signed: the trees of {first} to {last} entries, {_roots.Count} of them"
            + (_signed.Count > 0 ? $", from {Day(_signed.Values.Min())} to {Day(_signed.Values.Max())} as the log dates them." : ".");
        yield return $"By: {string.Join(", ", _signers)}, "
            + (
                given.TrustedKeys.Count > 0
                    ? "which you trust (--trusted-key)."
                    : $"as {Path.GetFileName(given.Keys)} names them. Whoever gave that file could have signed all of this: give --trusted-key."
            );
        yield return _witnessed.Count > 0
            ? $"Witnessed: the tree of {_witnessed.Size} entries, by {_witnessed.Count}."
            : "Witnessed: by nobody.";
        yield return _stamped.Count > 0
            ? $"Timestamped: {_stamped.Count}, the first of {_stamped.Keys.First()} entries at {Day(_stamped.Values.First())}."
        : given.Authority is null ? "Timestamped: not looked at, as no --authority was given."
        : "Timestamped: none.";
        var compared = _trusted.Count > 0 ? _trusted : _kept;
        yield return compared.Count == 0
            ? "Compared with no earlier checkpoint of your own: a rewrite of everything, signed anew, would not show. Give --trusted-checkpoint."
            : $"Compared with {(_trusted.Count > 0 ? "trusted" : "kept")} checkpoints of {string.Join(", ", compared)} entries: a rewrite of what these sign "
                + $"would show; one of what came after the {compared.Max} entries, signed anew, would not.";
        if (_missing > 0)
        {
            yield return $"Not whole: when the tree of {last} entries was signed, {_missing} entries that services had published were still to come.";
        }
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private void Note(SignedCheckpoint checkpoint, Keys keys, int witnesses, DateTimeOffset? at, bool isListed, bool isTrusted)
    {
        _signers.UnionWith(keys.Signers.Where(k => checkpoint.Lines.Any(k.Made)).Select(k => k.ToString()));
        if (checkpoint.Size > _witnessed.Size || (checkpoint.Size == _witnessed.Size && witnesses > _witnessed.Count))
        {
            _witnessed = (checkpoint.Size, witnesses);
        }

        _missing = checkpoint.Size >= _roots.Keys.LastOrDefault() ? checkpoint.Missing : _missing;
        if (at is { } signed)
        {
            _signed.TryAdd(checkpoint.Size, signed);
        }

        if (!isListed)
        {
            (isTrusted ? _trusted : _kept).Add(checkpoint.Size);
        }
    }

    private static IEnumerable<(string Note, string? Token, DateTimeOffset? At, bool IsListed, bool IsTrusted)> Files(Arguments given) =>
        from file in given
            .Checkpoints.Select(f => (Name: f, IsListed: true, IsTrusted: false))
            .Concat(given.Kept.Select(f => (Name: f, IsListed: false, IsTrusted: false)))
            .Concat(given.TrustedCheckpoints.Select(f => (Name: f, IsListed: false, IsTrusted: true)))
        from note in Notes(file.Name)
        select (note.Note, note.Token, note.At, file.IsListed, file.IsTrusted);

    // A file of notes in JSON, one a line, or one note as it is.
    private static IEnumerable<(string Note, string? Token, DateTimeOffset? At)> Notes(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        if (reader.Peek() is not ('{' or -1))
        {
            yield return (reader.ReadToEnd(), null, null);
            yield break;
        }

        while (reader.ReadLine() is { } line)
        {
            using var json = line.Length == 0 ? null : Parse(line);
            if (json is not null)
            {
                yield return (
                    json.RootElement.TryGetProperty("note", out var note) && note.ValueKind == JsonValueKind.String
                        ? note.GetString()!
                        : string.Empty,
                    json.RootElement.TryGetProperty("timestamp", out var token) && token.ValueKind == JsonValueKind.String
                        ? token.GetString()
                        : null,
                    json.RootElement.TryGetProperty("signedAt", out var at) && at.TryGetDateTimeOffset(out var signed) ? signed : null
                );
            }
            else if (line.Length > 0)
            {
                yield return (string.Empty, null, null);
            }
        }
    }

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? WhyNotSigned(SignedCheckpoint checkpoint, Keys keys)
    {
        var made = keys.Signers.SelectMany(k => checkpoint.Lines.Where(k.Made).Select(l => (Key: k, Line: l))).ToList();
        return made.Count == 0 ? "is not signed by a key of the log"
            : made.Any(m => m.Key.Name != checkpoint.Origin) ? "names another log"
            : made.Any(m => !m.Key.Verifies(m.Line, checkpoint.Text)) ? "has a wrong signature"
            : made.All(m => m.Key.LastSize < checkpoint.Size) ? "is signed by a key after its last"
            : null;
    }

    private static int Cosigned(SignedCheckpoint checkpoint, Keys keys, Findings findings)
    {
        var made = keys.Witnesses.SelectMany(k => checkpoint.Lines.Where(k.Made).Select(l => (Key: k, Line: l))).ToList();
        foreach (var (key, _) in made.Where(m => !m.Key.Verifies(m.Line, checkpoint.Text)))
        {
            findings.Add("witness", $"the cosignature of {key.Name} at {checkpoint.Size} entries is wrong");
        }

        return made.Where(m => m.Key.Verifies(m.Line, checkpoint.Text)).Select(m => m.Key.Name).Distinct().Count();
    }
}

/// <summary>An RFC 3161 authority, trusted by its certificate.</summary>
internal sealed class Authority(string file)
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private readonly X509Certificate2 _trusted = Load(file);

    /// <summary>Why this token does not say that the text was there at its time; null when it does.</summary>
    public string? WhyNotStamped(string text, string token)
    {
        var bytes = new byte[token.Length];
        if (
            !Convert.TryFromBase64String(token, bytes, out var length)
            || !Rfc3161TimestampToken.TryDecode(bytes.AsMemory(0, length), out var stamp, out _)
        )
        {
            return "is no timestamp";
        }

        if (!stamp.VerifySignatureForData(Encoding.UTF8.GetBytes(text), out var signer, [_trusted]))
        {
            return "is of something else";
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = stamp.TokenInfo.Timestamp.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(TimeStamping));
        return chain.Build(signer) ? null : "is not by this authority";
    }

    /// <summary>The time that a token says.</summary>
    public static DateTimeOffset TimeOf(string token) =>
        Rfc3161TimestampToken.TryDecode(Convert.FromBase64String(token), out var stamp, out _) ? stamp.TokenInfo.Timestamp : default;

    private static X509Certificate2 Load(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (CryptographicException)
        {
            throw new UnreadableException($"{file} is no certificate.");
        }
    }
}
