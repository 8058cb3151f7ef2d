using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>A command is judged by what had happened at its time, and not by what is known when it comes.</summary>
public class when_a_session_is_told_afterwards
{
    private static readonly DateTimeOffset Activated = Given.Now.AddDays(-60);
    private static readonly Session Scheduled = Story.Of(Story.Scheduled(Story.Interpreting));

    private static Fact At(DateTimeOffset at, Fact fact) => fact with { OccurredAt = at };

    private static readonly Fact[] Told =
    [
        At(Activated.AddDays(-9), Story.Group),
        At(Activated, Story.Engagement() with { Origin = Story.From with { OccurredAt = Activated } }),
        At(Activated.AddDays(10), new SuspensionNoted(Story.EngagementId, Story.From with { Version = 8 })),
        At(Activated.AddDays(20), new ResumptionNoted(Story.EngagementId, Story.From with { Version = 9 })),
        At(Activated.AddDays(30), new DepartureNoted(Story.EngagementId, Story.Bob, Story.From)),
        At(Activated.AddDays(40), new AssignmentNoted(Story.EngagementId, Given.Id(11), Story.From with { Version = 10 })),
        At(Activated, new RenewalNoted(Story.EngagementId, Activated.AddDays(50), Story.From with { Version = 7 })),
    ];

    private static readonly Mandate Now = Story.Mandate(Told);

    private static Mandate? Then(DateTimeOffset at) => Folding.Of<Mandate>(Story.GroupId, Told.Where(f => f.OccurredAt <= at));

    private static Act By(Guid facilitator, DateTimeOffset at) => Given.Act(Roles.Facilitator, facilitator) with { OccurredAt = at };

    private static Decision Schedule(int day, Guid? by = null, int? plannedFor = null) =>
        ScheduleSession.Decide(
            new(Activated.AddDays(plannedFor ?? day)),
            Now,
            Then(Activated.AddDays(day)),
            null,
            Story.Protocols,
            By(by ?? Story.Facilitator, Activated.AddDays(day))
        );

    private static Decision Open(int day, Guid by) =>
        OpenSession.Decide(new(), Scheduled, Now, Then(Activated.AddDays(day)), [], By(by, Activated.AddDays(day)));

    [Theory]
    [Breaks("charter-acceptance")]
    [InlineData(-30)]
    [InlineData(-1)]
    public void before_the_charter_was_accepted_and_the_engagement_active_none_was_held(int day)
    {
        Schedule(day).ShouldBreak("always", "charter-acceptance", "S2");
        Open(day, Story.Facilitator).ShouldBreak("always", "charter-acceptance", "S2");
        Schedule(1, plannedFor: day).ShouldBreak("always", "charter-acceptance", "S2");
    }

    [Fact]
    public void while_the_engagement_was_suspended_none_was_held()
    {
        Schedule(15).ShouldBeRefused(409);
        Open(15, Story.Facilitator).ShouldBeRefused(409);
        Schedule(25).Refusal.ShouldBeNull();
    }

    [Fact]
    [Keeps("mandate")]
    [Breaks("mandate")]
    public void who_led_then_is_who_may_tell_it()
    {
        Schedule(45).ShouldBeRefused(404);
        Schedule(45, by: Given.Id(11)).Refusal.ShouldBeNull();
        Schedule(25, by: Given.Id(11)).ShouldBreak("always", "mandate", "design");
    }

    [Fact]
    public void who_was_in_the_group_then_is_expected_and_who_has_left_since_reads_nothing()
    {
        var scheduled = Story.Of(Schedule(25).Facts);
        scheduled.Members.ShouldContain(Story.Bob);
        scheduled.IsVisibleTo(Story.As(Story.Bob).By).ShouldBeFalse();
        scheduled.IsVisibleTo(Story.As(Story.Anne).By).ShouldBeTrue();
        var opened = Story.Of(Schedule(25).Facts, Open(25, Story.Facilitator).Facts);
        opened.Members.ShouldContain(Story.Bob);
        opened.IsVisibleTo(Story.As(Story.Bob).By).ShouldBeFalse();
    }

    [Fact]
    [Breaks("membership")]
    public void who_had_left_by_then_was_not_present()
    {
        var session = Story.Of(Story.Opened(Story.Interpreting));
        RecordAttendance.Decide(new([Story.Bob]), session, Then(Activated.AddDays(25)), []).Refusal.ShouldBeNull();
        RecordAttendance.Decide(new([Story.Bob]), session, Then(Activated.AddDays(35)), []).ShouldBreak("always", "membership", "S4");
    }

    [Fact]
    public void after_the_term_it_is_recorded()
    {
        Open(45, Given.Id(11)).Facts.OfType<TermPassed>().ShouldBeEmpty();
        Open(51, Given.Id(11)).Facts.OfType<TermPassed>().ShouldHaveSingleItem().Until.ShouldBe(Activated.AddDays(50));
    }

    [Fact]
    public void once_the_engagement_is_concluded_nothing_more_is_told()
    {
        var concluded = Story.Mandate([.. Told, At(Activated.AddDays(55), Story.Concluded)]);
        OpenSession
            .Decide(new(), Scheduled, concluded, Then(Activated.AddDays(25)), [], By(Story.Facilitator, Activated.AddDays(25)))
            .ShouldBeRefused(409);
    }
}
