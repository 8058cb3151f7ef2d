using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_replay_goes_on
{
    [Fact]
    public void a_cursor_reads_as_it_was_given() =>
        Cursor
            .Read(new Cursor(7, "01795518787067.000001", "session", 42).ToString())
            .ShouldBe(new(7, "01795518787067.000001", "session", 42));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("MQ")]
    [InlineData("é")]
    [InlineData("MX4yfjN-eA")]
    public void what_is_no_cursor_is_refused(string text)
    {
        Cursor.Read(text).ShouldBeNull();
        new HistoryQuery(After: text).Over(3).Malformed!.Status.ShouldBe(400);
    }

    [Fact]
    public void it_stays_on_the_ledgers_version_that_it_began_with()
    {
        var cursor = new Cursor(7, "1", "session", 42);
        new HistoryQuery(Version: 3, After: cursor.ToString()).Over(9).Range.ShouldBe(new LedgerRange(7, After: cursor));
        new HistoryQuery(Version: 30).Over(9).Range.Version.ShouldBe(9);
        new HistoryQuery().Over(9).Range.Version.ShouldBe(9);
    }
}
