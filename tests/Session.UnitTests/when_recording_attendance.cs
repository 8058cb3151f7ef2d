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
        Story.AttendNow(new([Story.Chloe, Story.Anne]), Opened).ShouldHappen(new AttendanceRecorded([Story.Anne, Story.Chloe], []));

    [Fact]
    public void it_may_be_recorded_again_before_the_protocol_begins()
    {
        var decision = Story.AttendNow(new([Story.David, Story.Anne]), Story.Of(Story.Attended(Story.Interpreting)));
        decision.ShouldHappen(new AttendanceRecorded([Story.Anne, Story.David], []));
        Story.Of(Story.Attended(Story.Interpreting), decision.Facts).Present.ShouldBe([Story.Anne, Story.David]);
    }

    [Fact]
    public void who_was_recorded_and_is_erased_since_stays_recorded_and_it_is_said_that_the_service_keeps_them()
    {
        var attended = Story.Of(Story.Attended(Story.Interpreting));
        attended.Present.ShouldContain(Story.Bob);
        Decision Again(params IReadOnlyList<Guid> present) =>
            RecordAttendance.Decide(new(present), attended, Story.Open() with { Left = [Story.Bob] }, [], Story.Bob);
        AttendanceRecorded kept = new([Story.Anne, Story.Bob, Story.David], [Story.Bob]);
        Again(Story.Anne, Story.David).ShouldHappen(kept);
        Again(Story.Anne, Story.Bob, Story.David).ShouldHappen(kept);
    }

    [Fact]
    [Breaks("presence")]
    public void who_was_recorded_as_absent_and_is_erased_since_stays_so()
    {
        Decision Record(Session session, params IReadOnlyList<Guid> present) =>
            RecordAttendance.Decide(new(present), session, Story.Open(), [], Story.David);
        var attended = Story.Of(Story.Attended(Story.Interpreting));
        Record(attended, Story.Anne, Story.Bob, Story.Chloe, Story.David).ShouldBreak("always", "presence", "S3");
        Record(attended, Story.Anne, Story.Bob).ShouldHappen(new AttendanceRecorded([Story.Anne, Story.Bob], []));

        // A session that is told late names whoever was there then.
        Record(Opened, Story.Anne, Story.David).ShouldHappen(new AttendanceRecorded([Story.Anne, Story.David], []));
    }

    [Fact]
    [Breaks("presence")]
    public void recorded_anew_it_takes_out_nobody_who_took_part()
    {
        var suspended = Story.Of([
            .. Story.Opened(Story.Interpreting),
            new AttendanceRecorded([Story.Anne, Story.Bob, Story.Chloe]),
            new SessionSuspended(Story.Text(), Story.Bob),
            new SessionResumed(),
            new FrameIncidentRecorded(IncidentKind.Judgement, null),
        ]);
        Story.AttendNow(new([Story.Anne, Story.Chloe]), suspended).ShouldBreak("always", "presence", "S3");
        Story.AttendNow(new([Story.Bob, Story.David]), suspended).Refusal.ShouldBeNull("they said nothing");
        var raised = Story.Of(Story.Attended(Story.Interpreting));
        Story.AttendNow(new([Story.Bob, Story.Chloe]), raised).ShouldBreak("always", "presence", "S3");
        RecordAttendance.Decide(new([Story.Anne, Story.Bob]), raised, Story.Open(), [Story.Chloe]).ShouldBreak("always", "presence", "S3");
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

    [Fact]
    public void who_took_part_and_is_erased_since_need_not_be_named()
    {
        var raised = Story.Of(Story.Attended(Story.Interpreting));
        RecordAttendance
            .Decide(new([Story.Bob, Story.Chloe]), raised, Story.Open() with { Left = [Story.Anne] }, [], Story.Anne)
            .ShouldHappen(new AttendanceRecorded([Story.Anne, Story.Bob, Story.Chloe], [Story.Anne]));
    }
}
