using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_scheduling_a_session
{
    private static readonly ScheduleSession Command = new(Given.Now.AddDays(40));

    [Fact]
    public void it_pins_the_protocol_and_the_group_as_it_is_sealed()
    {
        var scheduled = ScheduleSession
            .Decide(Command, Meeting.Mandate(), null, Meeting.Library, Meeting.AsFacilitator)
            .Facts.ShouldHaveSingleItem()
            .ShouldBeOfType<SessionScheduled>();
        scheduled.Protocol.ShouldBe(new(Meeting.S2.Name, 1));
        scheduled.Members.ShouldBe([Meeting.Narrator, Meeting.Ada, Meeting.Absent]);
        scheduled.Minutes.ShouldBe(120);
    }

    [Fact]
    public void a_passed_interval_is_recorded_and_told_but_not_refused()
    {
        var decision = ScheduleSession.Decide(
            Command,
            Meeting.Mandate(intervalDays: 31),
            Given.Now,
            Meeting.Library,
            Meeting.AsFacilitator
        );
        decision.Refusal.ShouldBeNull();
        decision.Facts[^1].ShouldBe(new IntervalBreached(40, 31));
        decision.Messages.Single()(new Origin(Given.Id(1), 2, Given.Now)).ShouldBeOfType<SessionIntervalBreached>().Days.ShouldBe(40);
    }

    [Fact]
    public void an_interval_that_is_kept_is_not_told() =>
        ScheduleSession
            .Decide(Command, Meeting.Mandate(intervalDays: 40), Given.Now, Meeting.Library, Meeting.AsFacilitator)
            .Facts.Count.ShouldBe(1);

    [Fact]
    public void a_concluded_engagement_has_no_more_sessions() =>
        ScheduleSession
            .Decide(Command, Meeting.Mandate(concluded: true), null, Meeting.Library, Meeting.AsFacilitator)
            .ShouldBeRefused(409);

    [Fact]
    public void a_protocol_that_is_not_here_is_refused() =>
        ScheduleSession
            .Decide(Command, Meeting.Mandate(new("resonance", 1)), null, Meeting.Library, Meeting.AsFacilitator)
            .ShouldBeRefused(409);

    [Fact]
    public void another_facilitator_finds_nothing() =>
        ScheduleSession
            .Decide(Command, Meeting.Mandate(), null, Meeting.Library, Given.Act("facilitator", Given.Id(99)))
            .ShouldBeRefused(404);

    [Theory]
    [InlineData(14)]
    [InlineData(601)]
    public void its_length_is_of_a_session(int minutes) =>
        ScheduleSession
            .Decide(Command with { Minutes = minutes }, Meeting.Mandate(), null, Meeting.Library, Meeting.AsFacilitator)
            .ShouldBeRefused(400);
}
