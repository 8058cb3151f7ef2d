using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_session_begins
{
    [Fact]
    public void it_opens_once()
    {
        OpenSession.Decide(Meeting.State(Meeting.Scheduled(Meeting.S2))).ShouldBe(new SessionOpened());
        OpenSession.Decide(Meeting.State(Meeting.Open(Meeting.S2))).ShouldBeRefused(409);
    }

    [Fact]
    public void members_are_recorded_as_present() =>
        RecordAttendance
            .Decide(new([Meeting.Ada, Meeting.Narrator]), Meeting.State(Meeting.Open(Meeting.S2)))
            .Facts.ShouldHaveSingleItem()
            .ShouldBeOfType<AttendanceRecorded>()
            .Present.ShouldBe([Meeting.Narrator, Meeting.Ada]);

    [Fact]
    public void who_is_no_member_cannot_be_present() =>
        RecordAttendance.Decide(new([Given.Id(77)]), Meeting.State(Meeting.Open(Meeting.S2))).ShouldBreak("always", "membership", "S4");

    [Fact]
    public void attendance_stands_once_the_protocol_has_begun() =>
        RecordAttendance.Decide(new([Meeting.Ada]), Meeting.State(Meeting.In(Meeting.S2, "expose"))).ShouldBeRefused(409);

    [Fact]
    public void attendance_is_somebody_once() =>
        RecordAttendance.Decide(new([Meeting.Ada, Meeting.Ada]), Meeting.State(Meeting.Open(Meeting.S2))).ShouldBeRefused(400);

    [Fact]
    public void a_session_that_runs_is_neither_moved_nor_cancelled()
    {
        var running = Meeting.State(Meeting.Open(Meeting.S2));
        CancelSession.Decide(new(Meeting.Words), running, Meeting.AsFacilitator).ShouldBeRefused(409);
        RescheduleSession.Decide(new(Given.Now, Meeting.Words), running, Meeting.AsFacilitator).ShouldBeRefused(409);
    }

    [Fact]
    public void a_member_present_offers_a_situation()
    {
        var open = Meeting.State(Meeting.Open(Meeting.S2));
        RaiseSituation
            .Decide(new(Meeting.Words), open, Meeting.AsAda)
            .ShouldBe(new SituationRaised(Given.Id(999), Meeting.Ada, Meeting.Said("SituationRaised.Text")));
        RaiseSituation.Decide(new(Meeting.Words), open, Meeting.AsAbsent).ShouldBreak("always", "presence", "S3");
    }

    [Fact]
    public void choosing_a_situation_designates_its_author_as_narrator()
    {
        var state = Meeting.State(Meeting.In(Meeting.S2, "expose"));
        ChooseSituation
            .Decide(Given.Id(40), state, Meeting.S2)
            .ShouldBe(new SituationChosen(Given.Id(40)), new NarratorDesignated(Meeting.Narrator));
        ChooseSituation.Decide(Given.Id(41), state, Meeting.S2).ShouldBeRefused(404);
        ChooseSituation
            .Decide(Given.Id(40), Meeting.State(Meeting.In(Meeting.S2, "expose", Meeting.Chosen)), Meeting.S2)
            .ShouldBeRefused(409);
    }
}
