using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_recording_attendance
{
    private static readonly Session Opened = Story.Of(Story.Opened(Story.Interpreting));

    [Fact]
    [Keeps("membership")]
    public void members_are_recorded_in_one_order_whatever_the_order_given() =>
        Story.AttendNow(new([Story.Chloe, Story.Anne]), Opened).ShouldHappen(new AttendanceRecorded([Story.Anne, Story.Chloe]));

    [Fact]
    public void it_may_be_recorded_again_before_the_protocol_begins()
    {
        var decision = Story.AttendNow(new([Story.David]), Story.Of(Story.Attended(Story.Interpreting)));
        decision.ShouldHappen(new AttendanceRecorded([Story.David]));
        Story.Of(Story.Attended(Story.Interpreting), decision.Facts).Present.ShouldBe([Story.David]);
    }

    [Fact]
    public void who_was_recorded_and_is_erased_since_stays_recorded()
    {
        var attended = Story.Of(Story.Attended(Story.Interpreting));
        attended.Present.ShouldContain(Story.Bob);
        Decision Again(params IReadOnlyList<Guid> present) =>
            RecordAttendance.Decide(new(present), attended, Story.Open() with { Left = [Story.Bob] }, Story.Bob);
        Again(Story.David).ShouldHappen(new AttendanceRecorded([Story.Bob, Story.David]));
        Again(Story.Bob, Story.David).ShouldHappen(new AttendanceRecorded([Story.Bob, Story.David]));
    }

    [Fact]
    [Breaks("membership")]
    public void one_who_is_no_member_is_refused()
    {
        Story.AttendNow(new([Story.Anne, Given.Id(45)]), Opened).ShouldBreak("always", "membership", "S4");
        Story.AttendNow(new([Story.Facilitator]), Opened).ShouldBreak("always", "membership", "S4");
    }

    [Fact]
    public void nobody_or_somebody_twice_is_malformed()
    {
        Story.AttendNow(new([]), Opened).ShouldBeRefused(400);
        Story.AttendNow(new([Story.Anne, Story.Anne]), Opened).ShouldBeRefused(400);
    }

    [Fact]
    public void it_is_refused_once_a_phase_began_and_out_of_an_open_session()
    {
        RecordAttendance command = new([Story.Anne]);
        var started = Story.Of(Story.Attended(Story.Interpreting), new PhaseStarted("expose"));
        Story.AttendNow(command, started).ShouldBeRefused(409);
        Story
            .AttendNow(command, Story.Of(Story.Attended(Story.Interpreting), new PhaseStarted("expose"), new PhaseCompleted("expose")))
            .ShouldBeRefused(409);
        Story.AttendNow(command, Story.Of(Story.Scheduled(Story.Interpreting))).ShouldBeRefused(409);
        Story.AttendNow(command, Story.Of(Story.Closed(Story.Interpreting))).ShouldBeRefused(409);
    }
}
