using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary>Verifies an export: the entries against the checkpoints, each stream's chain, and the chains against each service's own store.
/// It reads each file once; what it keeps grows with the number of streams, not of entries.</summary>
internal sealed class ExportCheck(Checkpoints checkpoints, Findings findings, TextWriter say, TextWriter progress)
{
    private readonly Dictionary<(string Source, string Stream), Chain> _chains = [];
    private readonly Dictionary<string, Places> _ledgers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly MerkleTree _tree = new();
    private readonly HistoryCheck _history = new(findings);
    private long _own;
    private long _before;
    private long _unlinked;

    /// <summary>Runs it over the files.</summary>
    public void Run(Arguments given)
    {
        foreach (var (number, line) in given.Histories.SelectMany(Lines))
        {
            _history.Read(number, line);
        }

        foreach (var file in given.Heads)
        {
            ReadHeads(file);
        }

        var watch = Stopwatch.StartNew();
        using (var pending = checkpoints.Sizes.GetEnumerator())
        {
            var more = pending.MoveNext();
            Compare();
            foreach (var (number, line) in Lines(given.Entries!))
            {
                Take(number, line);
                Compare();
                if (number % 100_000 == 0)
                {
                    progress.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"  {number:N0} entries, {number / watch.Elapsed.TotalSeconds:N0} a second"
                        )
                    );
                }
            }

            void Compare()
            {
                while (more && pending.Current == _tree.Size)
                {
                    if (!_tree.Root().AsSpan().SequenceEqual(checkpoints.Root(_tree.Size)))
                    {
                        findings.Add("root", $"the first {_tree.Size} entries are not those that were signed");
                    }

                    more = pending.MoveNext();
                }
            }

            for (; more; more = pending.MoveNext())
            {
                findings.Add("short", $"{pending.Current} entries were signed, and the ledger holds {_tree.Size}");
            }
        }

        Close();
        Say(watch.Elapsed);
    }

    private void ReadHeads(string file)
    {
        foreach (var (number, line) in Lines(file))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                var head = json.RootElement;
                var source = head.GetProperty("source").Text();
                _sources.Add(source);
                var store = new StoreHead(
                    head.TryGetProperty("settled", out var settled) && settled.ValueKind == JsonValueKind.Object ? Of(settled) : null,
                    Of(head.GetProperty("head"))
                );
                if (!_chains.TryAdd((source, head.GetProperty("stream").Text()), new(store)))
                {
                    findings.Add("heads", $"line {number} of {Path.GetFileName(file)} is a second head of its stream");
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                findings.Add("heads", $"line {number} of {Path.GetFileName(file)} is no chain head");
            }
        }

        static Link Of(JsonElement link) => new(link.GetProperty("version").GetInt64(), link.GetProperty("link").Text());
    }

    private void Take(long number, byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.TryGetProperty("beside", out var sequence))
            {
                findings.Add("beside", $"sequence {sequence.GetInt64()} of the ledger");
                return;
            }

            if (root.TryGetProperty("leaf", out var leaf))
            {
                var hash = Convert.FromHexString(leaf.Text());
                _tree.Add(hash.Length == 32 ? hash : throw new FormatException());
                _before += root.TryGetProperty("before", out _) ? 1 : 0;
                return;
            }

            _tree.Add(MerkleTree.Leaf(line));
            _own++;
            if (!CanonicalJson.Is(line, root))
            {
                findings.Add("line", $"{number} is not in canonical form");
            }

            Take(number, root);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            findings.Add("line", $"{number} is no entry");
        }
    }

    private void Take(long number, JsonElement line)
    {
        var entry = line.GetProperty("data").GetProperty("entry");
        var (ledger, version) = (line.GetProperty("stream").Text(), line.GetProperty("version").GetInt64());
        if (!_ledgers.TryGetValue(ledger, out var places))
        {
            _ledgers[ledger] = places = new();
        }

        if (!places.Take(version))
        {
            findings.Add("order", $"line {number} is version {version} of the ledger {ledger}, which had it before");
        }

        if (!Chain.HasItsHash(entry))
        {
            findings.Add("hash", $"line {number}");
        }

        _unlinked += entry.TryGetProperty("link", out _) ? 0 : 1;
        var key = (entry.GetProperty("source").Text(), entry.GetProperty("stream").Text());
        if (!_chains.TryGetValue(key, out var chain))
        {
            _chains[key] = chain = new(null);
        }

        chain.Take(
            line.GetProperty("tenant").Text(),
            entry,
            (kind, at) => findings.Add(kind, $"version {at} of {Name(key)}, line {number}")
        );
        _history.Take(ledger, version, line.TryGetProperty("at", out var arrived) ? arrived : default, entry);
    }

    // What can only be said when all was read: where each ledger and each chain ends, in the ledger and in the store.
    private void Close()
    {
        // A ledger that is a person's has no name of its own: commitments stand for it.
        var lacking = _ledgers.Where(l => Guid.TryParse(l.Key, out _) && l.Value.FirstEarly is not null).ToList();
        if (lacking.Sum(l => l.Value.Missing) > _before)
        {
            foreach (var (ledger, places) in lacking)
            {
                findings.Add("order", $"the ledger {ledger} goes on at version {places.FirstEarly} after {places.Last}");
            }
        }

        var (least, most) = (0L, 0L);
        foreach (var (key, chain) in _chains)
        {
            if (chain.Early.Any())
            {
                findings.Add("hole", $"{Name(key)} goes on at version {chain.Early.First()} after {chain.Last.Version}");
            }

            // Of which nothing is shown, all may be of before.
            var isHidden = _before > 0 && chain.Last.Version == 0;
            least += isHidden ? chain.Store?.Settled?.Version ?? 0 : chain.Hidden;
            most += isHidden ? chain.Store?.End.Version ?? 0 : chain.Hidden;
            if (chain.Store is not { } store)
            {
                findings.Add(
                    _sources.Contains(key.Source) ? "ahead" : "heads",
                    _sources.Contains(key.Source)
                        ? $"the store holds nothing of {Name(key)}"
                        : $"none of {key.Source} to compare {Name(key)} with"
                );
            }
            else if (chain.Last.Version > store.End.Version)
            {
                findings.Add(
                    "ahead",
                    $"{Name(key)} ends at version {store.End.Version} in the store and at {chain.Last.Version} in the ledger"
                );
            }
            else if (!isHidden && store.Settled is { } settled && chain.Last.Version < settled.Version)
            {
                findings.Add(
                    "missing",
                    $"{Name(key)} ends at version {chain.Last.Version} in the ledger and at {settled.Version} in the store"
                );
            }
        }

        if (_before < least)
        {
            findings.Add("missing", $"{least - _before} entries of before there were commitments, which the stores hold");
        }
        else if (_before > most)
        {
            findings.Add("ahead", $"{_before - most} entries of before there were commitments, which the stores do not hold");
        }

        _history.Close(_before);
    }

    private void Say(TimeSpan elapsed)
    {
        using var process = Process.GetCurrentProcess();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_tree.Size} entries, {_own} of them shown, in {_chains.Count} streams; ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{checkpoints.Sizes.Count()} signed sizes, the last of {checkpoints.Sizes.LastOrDefault()}; "
        );
        text.Append(CultureInfo.InvariantCulture, $"{_tree.Size / Math.Max(elapsed.TotalSeconds, 0.001):F0} entries a second, ");
        text.Append(CultureInfo.InvariantCulture, $"{process.PeakWorkingSet64 / (1 << 20)} MB at most.");
        say.WriteLine(text.ToString());
        if (_unlinked > 0)
        {
            say.WriteLine($"{_unlinked} entries were told before there were chains: the tree and the stores' own chains bind them.");
        }

        if (_before > 0)
        {
            say.WriteLine(
                $"{_before} entries are of before there were commitments: their leaves and chains are verified, what they say is not shown."
            );
        }

        if (_history.Count > 0)
        {
            say.WriteLine(
                $"{_history.Count} lines of history were held against the ledger, {_history.Before} of them told of entries of before."
            );
        }

        if (_tree.Size > checkpoints.Sizes.LastOrDefault())
        {
            say.WriteLine(
                $"{_tree.Size - checkpoints.Sizes.LastOrDefault()} entries came after the last checkpoint, and are signed by none."
            );
        }
    }

    private static string Name((string Source, string Stream) key) => $"{key.Source}/{key.Stream}";

    private static IEnumerable<(long Number, byte[] Line)> Lines(string file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, true), false, 1 << 16);
        long number = 0;
        while (Read(reader, file) is { } line)
        {
            number++;
            yield return (number, Encoding.UTF8.GetBytes(line));
        }
    }

    private static string? Read(StreamReader reader, string file)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableException($"{file} is not in UTF-8.");
        }
    }
}
