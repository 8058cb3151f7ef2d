using System.Text.Json.Nodes;
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
        new HistoryQuery(After: text).Wrong()!.Status.ShouldBe(400);
    }

    [Fact]
    public void it_stays_on_the_ledgers_version_that_it_began_with()
    {
        var cursor = new Cursor(7, "1", "session", 42);
        new HistoryQuery(Version: 3, After: cursor.ToString()).Over(9).ShouldBe(new LedgerRange(7, After: cursor));
        new HistoryQuery(Version: 30).Over(9).Version.ShouldBe(9);
        new HistoryQuery().Over(9).Version.ShouldBe(9);
    }

    private static JsonObject Told(params IReadOnlyList<(string EventType, string Fact)> facts)
    {
        var (states, at) = (new Dictionary<(string, Guid), ResourceState>(), DateTimeOffset.UnixEpoch);
        foreach (var (type, fact) in facts)
        {
            StateFold.Apply(states, new("engagement", 1, Guid.Empty, Guid.Empty, "session", 1, type, "", at, at, "", fact, ""));
        }

        return states.Values.Single().State;
    }

    [Fact]
    public void who_interrupted_a_session_is_told_of_that_time_alone()
    {
        var member = ("session_suspended", """{"reason":"r","by":"m"}""");
        Told(member)["by"]!.ToString().ShouldBe("m");
        Told(member, ("session_resumed", "{}"), ("session_suspended", """{"reason":"r"}"""))["by"].ShouldBeNull("the facilitator did");
    }

    [Fact]
    public void an_attendance_says_who_is_present_and_not_which_words_of_it_are_the_services()
    {
        var state = Told(
            ("attendance_recorded", """{"present":["a"]}"""),
            ("attendance_recorded", """{"present":["a","b"],"kept":["a"]}""")
        );
        state["present"]!.AsArray().Select(p => $"{p}").ShouldBe(["a", "b"]);
        state.ContainsKey("kept").ShouldBeFalse();
    }
}
