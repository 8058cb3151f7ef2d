namespace PracticeAnalysis.Contracts.Ledger.V1;

/// <summary>One event of one service as the ledger may show it: ids, codes and times, and a hash of what may not be shown. It bears persons' own ids,
/// for the ledger's readers to be given others in their place; chain and tree bind commitments instead, in an entry of the second version.</summary>
/// <param name="Source">The service: engagement, session or reporting.</param>
/// <param name="Sequence">The event's sequence in that service's store.</param>
/// <param name="Subject">The engagement the event belongs to, or the stream itself for registry entries.</param>
/// <param name="Clock">Hybrid logical clock of the event, sortable as text.</param>
/// <param name="Actor">Role and opaque id of who did it.</param>
/// <param name="Redacted">The event as JSON, each text replaced by the SHA-256 of its stored ciphertext.</param>
/// <param name="Hash">SHA-256, in hexadecimal, of the canonical bytes of the redacted event; with commitments, of those in which each id of a person
/// is <c>{"committed":"…"}</c>.</param>
/// <param name="Link">The event's link in the hash chain of its stream, in hexadecimal; absent in what was told before there were chains.</param>
/// <param name="Commitments">What stands for each id of a person in chain and tree, in hexadecimal: who acted; the stream, and its subject where that
/// is another, if these are a person's; each in the redacted event, in the order of its text. Absent in an entry of the first version.</param>
/// <param name="Previous">The link before, where that is of an entry of the first version.</param>
public sealed record LedgerEntryRecorded(
    string Source,
    long Sequence,
    Guid Subject,
    Guid Stream,
    string StreamType,
    long Version,
    string EventType,
    string Clock,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    string Redacted,
    string Hash,
    string? Link = null,
    IReadOnlyList<string>? Commitments = null,
    string? Previous = null
);
