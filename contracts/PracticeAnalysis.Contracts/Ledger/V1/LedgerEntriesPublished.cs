namespace PracticeAnalysis.Contracts.Ledger.V1;

/// <summary>What a service published to the ledger a moment ago or long ago, of one practice: the ledger looks whether it holds it.</summary>
/// <param name="Source">The service: engagement, session or reporting.</param>
public sealed record LedgerEntriesPublished(string Source, IReadOnlyList<StreamVersions> Streams);

/// <summary>Entries that were published and that the ledger does not hold: their service publishes them again.</summary>
/// <param name="Source">The service; others have nothing to do.</param>
public sealed record LedgerEntriesMissing(string Source, IReadOnlyList<StreamVersions> Streams);

/// <summary>Some entries of one stream.</summary>
/// <param name="Versions">Their versions, in order.</param>
/// <param name="Link">The link of the last of them in the hash chain of its stream, in hexadecimal, where that is the chain's head.</param>
/// <param name="Subject">The engagement that the stream belongs to, or the stream itself.</param>
public sealed record StreamVersions(Guid Stream, IReadOnlyList<long> Versions, string? Link = null, Guid? Subject = null);
