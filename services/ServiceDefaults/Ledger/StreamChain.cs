using System.Text.Json;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.ServiceDefaults.Ledger;

/// <summary>The hash chain of a stream: each event's link is the SHA-256 of canonical bytes that bind the event and the link before it.</summary>
public static class StreamChain
{
    /// <summary>What comes before the first event of a stream.</summary>
    public static readonly string Start = new('0', 64);

    // A member that the ledger gains later is not bound by these links, or what was written before would no longer hold.
    private static readonly string[] Bound =
    [
        "source",
        "sequence",
        "subject",
        "stream",
        "streamType",
        "version",
        "eventType",
        "clock",
        "occurredAt",
        "recordedAt",
        "actor",
        "hash",
    ];

    /// <summary>The link of an event: its stream, version, type, times and author, and by its hash all that it says.</summary>
    public static string Link(string previous, string tenant, LedgerEntryRecorded entry)
    {
        var bound = JsonSerializer.SerializeToNode(entry, FactJson.Options)!.AsObject();
        foreach (var other in bound.Select(member => member.Key).Except(Bound).ToList())
        {
            bound.Remove(other);
        }

        foreach (var absent in Bound.Where(name => !bound.ContainsKey(name)))
        {
            bound[absent] = null;
        }

        bound["previous"] = previous;
        bound["tenant"] = tenant;
        return Canonical.Hash(Canonical.Text(bound));
    }
}

/// <summary>How far the chain of a stream was told to the ledger.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Subject">The engagement that its events belong to, or the stream itself.</param>
public sealed record ChainHead(Guid Id, Guid Subject, long Version, string Link)
{
    /// <summary>A stream of which nothing was told yet.</summary>
    public static ChainHead Before(Guid stream) => new(stream, stream, 0, StreamChain.Start);

    /// <summary>The chain after one more event.</summary>
    public ChainHead After(LedgerEntryRecorded entry) => new(Id, entry.Subject, entry.Version, entry.Link!);
}
