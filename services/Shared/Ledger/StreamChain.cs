using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Ledger;

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

    /// <summary>The link of an event: its stream, version, type, times and author, and by its hash all that it says. Of an entry with commitments it
    /// binds these in place of ids.</summary>
    public static string Link(string previous, string tenant, LedgerEntryRecorded entry)
    {
        var bound = JsonSerializer.SerializeToNode(entry, FactJson.Options)!.AsObject();
        CommittedEntry.Commit(bound, withFact: false);
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

/// <summary>An entry as chain and tree bind it: each id of a person replaced by its commitment. Pure.</summary>
public static class CommittedEntry
{
    /// <summary>The version that an entry with commitments says in the tree; one without says none.</summary>
    public const int Version = 2;

    /// <summary>The persons that an entry commits to: who acted; a stream that is a person's, and its subject where that is another, unless the stream
    /// has names already; those in the fact, in the order of its text.</summary>
    public static IReadOnlyList<Guid> PersonsIn(LedgerEntryRecorded entry, ChainHead before)
    {
        var persons = new List<Guid>();
        if (PersonIds.InActor(entry.Actor) is var (_, actor))
        {
            persons.Add(actor);
        }

        if (before.Names is null && PersonIds.AreStreams(entry.StreamType))
        {
            persons.AddRange(entry.Subject == entry.Stream ? [entry.Stream] : [entry.Stream, entry.Subject]);
        }

        _ = Canonical.Redacted(
            JsonElement.Parse(entry.Redacted),
            (member, said) =>
            {
                if (PersonIds.Is(member, said, entry.StreamType, out var person))
                {
                    persons.Add(person);
                }

                return null;
            }
        );
        return persons;
    }

    /// <summary>An entry with its commitments, behind what its stream held before: the names that the stream has stay its names. They are to the ids
    /// that the event's row holds now, so that another id in it is seen.</summary>
    public static LedgerEntryRecorded Of(LedgerEntryRecorded entry, Commitments made, ChainHead before)
    {
        var own = PersonsIn(entry, before).Select((person, i) => i < made.Ids.Count ? made.Ids[i].DigestTo(person) : string.Empty).ToList();
        own.InsertRange(PersonIds.InActor(entry.Actor) is null ? 0 : 1, before.Names ?? []);
        entry = entry with { Commitments = own, Previous = before.IsCommitted || before.Version == 0 ? null : before.Link };
        var inFact = own.Skip((PersonIds.InActor(entry.Actor) is null ? 0 : 1) + (NamesIn(entry)?.Count ?? 0));
        return entry with { Hash = Canonical.Hash(Fact(entry.Redacted, entry.StreamType, new(inFact))) };
    }

    /// <summary>Whether an entry is of the second version.</summary>
    public static bool Is(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object
        && entry.TryGetProperty("commitments", out var those)
        && those.ValueKind == JsonValueKind.Array;

    /// <summary>Puts the commitments of an entry in the place of ids, and says its version; an entry without any stays as it is.</summary>
    /// <param name="withFact">Whether in the fact too.</param>
    public static void Commit(JsonObject entry, bool withFact = true)
    {
        if (entry["commitments"] is not JsonArray those)
        {
            return;
        }

        var digests = new Queue<string>(those.Select(d => d?.ToString() ?? string.Empty));
        entry.Remove("commitments");
        entry["entryVersion"] = Version;
        if (Said("actor") is { } actor && PersonIds.InActor(actor) is var (role, _))
        {
            entry["actor"] = role + Next(digests);
        }

        var streamType = Said("streamType") ?? string.Empty;
        if (PersonIds.AreStreams(streamType))
        {
            var isOwn = Said("subject") == Said("stream");
            entry["stream"] = Next(digests);
            entry["subject"] = isOwn ? Said("stream") : Next(digests);
        }

        if (withFact)
        {
            entry["redacted"] = Fact(Said("redacted") ?? string.Empty, streamType, digests);
        }

        string? Said(string member) => entry[member] is JsonValue value && value.TryGetValue(out string? said) ? said : null;
    }

    /// <summary>How the names of a stream stand in its first entry with commitments: its own, and its subject's where that is another.</summary>
    internal static IReadOnlyList<string>? NamesIn(LedgerEntryRecorded entry) =>
        entry.Commitments is { } those && PersonIds.AreStreams(entry.StreamType)
            ? [.. those.Skip(PersonIds.InActor(entry.Actor) is null ? 0 : 1).Take(entry.Subject == entry.Stream ? 1 : 2)]
            : null;

    private static string Fact(string redacted, string streamType, Queue<string> digests)
    {
        try
        {
            return Canonical.Redacted(
                JsonElement.Parse(redacted),
                (member, said) => PersonIds.Is(member, said, streamType, out _) ? $"{{\"committed\":\"{Next(digests)}\"}}" : null
            );
        }
        catch (JsonException)
        {
            // Somebody wrote into the row: that is seen by the hash, and nothing of it is shown.
            return Canonical.Hash(redacted);
        }
    }

    // Where somebody took a commitment away, what is left is no longer what was signed.
    private static string Next(Queue<string> digests) => digests.TryDequeue(out var next) ? next : string.Empty;
}

/// <summary>How far the chain of a stream was told to the ledger.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Subject">The engagement that its events belong to, or the stream itself.</param>
/// <param name="IsCommitted">Whether the last entry is one with commitments.</param>
/// <param name="Names">Of a stream that is a person's, what stands for it, and for its subject where that is another; null before there were any.</param>
public sealed record ChainHead(
    Guid Id,
    Guid Subject,
    long Version,
    string Link,
    bool IsCommitted = false,
    IReadOnlyList<string>? Names = null
)
{
    /// <summary>A stream of which nothing was told yet.</summary>
    public static ChainHead Before(Guid stream) => new(stream, stream, 0, StreamChain.Start);

    /// <summary>The chain after one more event.</summary>
    public ChainHead After(LedgerEntryRecorded entry) =>
        new(Id, entry.Subject, entry.Version, entry.Link!, entry.Commitments is not null, Names ?? CommittedEntry.NamesIn(entry));
}
