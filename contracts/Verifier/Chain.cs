using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary>One link of a stream's chain.</summary>
internal readonly record struct Link(long Version, string Hash);

/// <summary>What the service's own store says of a stream's chain: up to where it was settled, and where it ends.</summary>
internal sealed record StoreHead(Link? Settled, Link End);

/// <summary>The versions of one stream of the ledger: each once and none left out, whatever order they came in. One that the tree's filler had passed
/// over stands at the end of the tree.</summary>
internal sealed class Places
{
    private HashSet<long>? _early;

    /// <summary>The last version that follows on the one before without a hole.</summary>
    public long Last { get; private set; }

    /// <summary>How many versions are missing before the last that came.</summary>
    public long Missing => _early?.Count > 0 ? _early.Max() - Last - _early.Count : 0;

    /// <summary>The first version that came while one before it is missing.</summary>
    public long? FirstEarly => _early?.Count > 0 ? _early.Min() : null;

    /// <summary>Takes a version.</summary>
    /// <returns>Whether it was not there before.</returns>
    public bool Take(long version)
    {
        if (version <= Last)
        {
            return false;
        }

        if (version > Last + 1)
        {
            return (_early ??= []).Add(version);
        }

        Last = version;
        while (_early?.Remove(Last + 1) == true)
        {
            Last++;
        }

        return true;
    }
}

/// <summary>The chain of one stream as the ledger's entries make it, whatever order they arrived in. Entries of before there were commitments are
/// served as leaves alone, so a chain may begin behind them: the entry that follows on them says the link before it.</summary>
internal sealed class Chain(StoreHead? store)
{
    private static readonly string Start = new('0', 64);
    private Dictionary<long, JsonElement>? _early;

    /// <summary>The last link that follows from the one before without a hole.</summary>
    public Link Last { get; private set; } = new(0, Start);

    /// <summary>How many versions were passed over, since an entry said the link before it.</summary>
    public long Hidden { get; private set; }

    /// <summary>What the service's own store says.</summary>
    public StoreHead? Store { get; } = store;

    /// <summary>Versions that arrived while one before them is missing.</summary>
    public IEnumerable<long> Early => _early?.Keys.Order() ?? Enumerable.Empty<long>();

    /// <summary>Takes an entry.</summary>
    /// <param name="found">Told what does not hold: the kind, and at which version.</param>
    public void Take(string tenant, JsonElement entry, Action<string, long> found)
    {
        var version = entry.GetProperty("version").GetInt64();
        if (version <= Last.Version || _early?.ContainsKey(version) == true)
        {
            found("twice", version);
            return;
        }

        if (version > Last.Version + 1 && entry.TryGetProperty("previous", out var before))
        {
            var link = before.Text();
            Hidden += version - Last.Version - 1;
            Last = new(version - 1, link);
        }

        if (version > Last.Version + 1)
        {
            (_early ??= []).Add(version, entry.Clone());
            return;
        }

        Add(tenant, entry, found);
        while (_early is not null && _early.Remove(Last.Version + 1, out var next))
        {
            Add(tenant, next, found);
        }
    }

    private void Add(string tenant, JsonElement entry, Action<string, long> found)
    {
        if (entry.TryGetProperty("previous", out var before) && before.Text() != Last.Hash)
        {
            found("link", Last.Version + 1);
        }

        Last = new(Last.Version + 1, Follow(Last.Hash, tenant, entry));

        // What was told before there were chains says no link; the store's own chain says it all the same.
        if (entry.TryGetProperty("link", out var said) && said.Text() != Last.Hash)
        {
            found("link", Last.Version);
        }

        foreach (var link in (Link?[])[Store?.Settled, Store?.End])
        {
            if (link is { } at && at.Version == Last.Version && at.Hash != Last.Hash)
            {
                found("head", Last.Version);
                break;
            }
        }
    }

    // The members are in the order of their names.
    private static string Follow(string previous, string tenant, JsonElement entry)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        var first = true;
        foreach (var name in (string[])["actor", "clock", "eventType", "hash", "occurredAt"])
        {
            CanonicalJson.WriteMember(bytes, first, name, entry.GetProperty(name));
            first = false;
        }

        CanonicalJson.WriteMember(bytes, false, "previous", previous);
        foreach (var name in (string[])["recordedAt", "sequence", "source", "stream", "streamType", "subject"])
        {
            CanonicalJson.WriteMember(bytes, false, name, entry.GetProperty(name));
        }

        CanonicalJson.WriteMember(bytes, false, "tenant", tenant);
        CanonicalJson.WriteMember(bytes, false, "version", entry.GetProperty("version"));
        bytes.Write("}"u8);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    /// <summary>Whether an entry's hash is that of what it says.</summary>
    public static bool HasItsHash(JsonElement entry) =>
        entry.GetProperty("hash").Text()
        == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.GetProperty("redacted").Text())));
}
