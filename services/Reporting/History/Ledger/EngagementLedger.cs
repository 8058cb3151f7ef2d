using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;

namespace PracticeAnalysis.Reporting.History.Ledger;

/// <summary>The facts of the ledger.</summary>
public abstract record LedgerFact : Fact;

/// <summary>An event of one of the services took its place in the ledger; the place never changes.</summary>
public sealed record EntryLedgered(LedgerEntryRecorded Entry) : LedgerFact;

/// <summary>The ledger of one engagement: a stream of entries, read as it stands and never folded.</summary>
public static class EngagementLedger
{
    /// <summary>What the inbox marks a service's entries by, beside stream and version.</summary>
    public static string KindOf(string source) => $"ledger/{source}";

    /// <summary>The stream of the ledger that an entry takes its place in.</summary>
    public static Guid StreamOf(LedgerEntryRecorded entry) => LedgerStreams.Of(entry.Subject, entry.Stream, entry.StreamType);
}

/// <summary>Takes events of any service into the ledger, each once. Their queue is handled one message at a time: arrival is an order.</summary>
public static class LedgerEntriesRecordedHandler
{
    /// <summary>Takes what a service told at once, in one transaction.</summary>
    public static async Task Handle(LedgerEntriesRecorded told, IDocumentSession session, Inbox inbox, CancellationToken cancel)
    {
        await session.BecomeLedger(cancel);
        await inbox.LearnAll(
            EngagementLedger.KindOf(told.Entries[0].Source),
            [
                .. told.Entries.Select(entry =>
                    (
                        EngagementLedger.StreamOf(entry),
                        new Origin(entry.Stream, entry.Version, entry.OccurredAt),
                        (Fact)new EntryLedgered(entry),
                        entry.Link
                    )
                ),
            ],
            cancel
        );
    }

    /// <summary>Takes one, as services told each before they told many at once.</summary>
    public static Task Handle(LedgerEntryRecorded entry, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Handle(new LedgerEntriesRecorded([entry]), session, inbox, cancel);
}
