namespace PracticeAnalysis.Contracts.Ledger.V1;

/// <summary>Events of one service that the ledger may show, of one practice, in the order of the service's store: one after a quiet moment, many when
/// it is busy.</summary>
/// <param name="Entries">The events, one at least.</param>
public sealed record LedgerEntriesRecorded(IReadOnlyList<LedgerEntryRecorded> Entries);
