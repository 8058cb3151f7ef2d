using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_ordering_a_history
{
    private static LedgerEntryRecorded Entry(string clock, string source, long sequence, int? stream = null) =>
        new(
            source,
            sequence,
            Given.Id(1),
            Given.Id(stream ?? (int)sequence),
            "s",
            sequence,
            "e",
            clock,
            Given.Now,
            Given.Now,
            "practice:1",
            "{}",
            "h"
        );

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
    public void a_stream_goes_by_its_versions_whatever_the_clocks_were_that_wrote_it()
    {
        LedgerEntryRecorded[] ordered =
        [
            Entry("00000000000009.000000", "engagement", 7),
            Entry("00000000000010.000000", "engagement", 1, stream: 50),
            Entry("00000000000008.000000", "engagement", 2, stream: 50),
            Entry("00000000000010.000000", "engagement", 3, stream: 50),
            Entry("00000000000010.000001", "engagement", 6),
            Entry("00000000000011.000000", "engagement", 4, stream: 50),
        ];
        ReadHistory.InCausalOrder(ordered.Reverse()).ShouldBe(ordered);
        ReadHistory.InCausalOrder(ordered.OrderBy(e => e.Sequence)).ShouldBe(ordered);
    }
}
