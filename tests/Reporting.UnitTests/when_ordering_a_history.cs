using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Reporting.Ledger;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_ordering_a_history
{
    private static LedgerEntryRecorded Entry(string clock, string source, long sequence) =>
        new(source, sequence, Given.Id(1), Given.Id(2), "s", sequence, "e", clock, Given.Now, Given.Now, "practice:1", "{}", "h");

    [Fact]
    public void it_goes_by_clock_then_service_then_sequence()
    {
        LedgerEntryRecorded[] ordered =
        [
            Entry("00000000000009.000010", "session", 9),
            Entry("00000000000010.000002", "session", 8),
            Entry("00000000000010.000010", "engagement", 2),
            Entry("00000000000010.000010", "engagement", 10),
            Entry("00000000000010.000010", "reporting", 1),
            Entry("00000000000011.000000", "engagement", 1),
        ];
        ReadHistory.InCausalOrder(ordered.Reverse()).ShouldBe(ordered);
        ReadHistory.InCausalOrder(ordered.OrderBy(e => e.Sequence)).ShouldBe(ordered);
    }

    [Fact]
    public void the_ledger_counts_entries_and_keeps_the_last_sequence_of_each_service()
    {
        var ledger = Given.Facts<EngagementLedger>(
            new[] { Entry("1", "session", 4), Entry("2", "engagement", 7), Entry("3", "session", 2) }.Select(e => new EntryLedgered(e))
        );
        ledger.Entries.ShouldBe(3);
        ledger.LastSequence.ShouldBe([new("engagement", 7), new("session", 4)]);
        ledger.IsVisibleTo(new("cabinet", Roles.Auditor, Given.Id(1))).ShouldBeTrue();
        ledger.IsVisibleTo(new("cabinet", Roles.Member, Given.Id(1))).ShouldBeFalse();
    }
}
