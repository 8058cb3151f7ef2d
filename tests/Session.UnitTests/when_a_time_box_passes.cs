using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_time_box_passes
{
    private static readonly Act Act = Story.As(Story.Facilitator);
    private static readonly DateTimeOffset End = Given.Now.AddMinutes(10);

    private static Session Boxed(params IReadOnlyList<Fact> more) =>
        Story.Of([.. Story.Attended(Story.Consulting), new PhaseStarted("expose", 10) { OccurredAt = Given.Now }], more);

    private static Decision Look(Session session, DateTimeOffset? due = null, string phase = "expose") =>
        TimeBoxes.Decide(new(Given.Id(1), phase, due ?? End), session);

    [Fact]
    public void a_phase_starts_with_the_box_of_the_protocol_or_the_groups_own()
    {
        var session = Story.Of(Story.Attended(Story.Consulting));
        var started = StartPhase.Decide(new(), "expose", session, Story.Consulting, Act);
        started.ShouldHappen(new PhaseStarted("expose", 10));
        started.Scheduled.ShouldBe([(End, new TimeBoxDue(Given.Id(1), "expose", End))]);
        StartPhase.Decide(new(25), "expose", session, Story.Consulting, Act).Scheduled.Single().At.ShouldBe(Given.Now.AddMinutes(25));
        StartPhase.Decide(new(0), "expose", session, Story.Consulting, Act).ShouldBeRefused(400);
        StartPhase
            .Decide(new(), "settle", Story.Of(Story.Attended(Story.Circling)), Story.Circling, Act)
            .Scheduled.ShouldBeEmpty("no box, nothing to look at");
    }

    [Fact]
    public void nobody_is_reminded_of_a_session_that_is_told_after_it_was_held() =>
        StartPhase
            .Decide(new(), "expose", Story.Of(Story.Attended(Story.Consulting)), Story.Consulting, Act with { Now = Given.Now.AddDays(3) })
            .Scheduled.ShouldBeEmpty();

    [Fact]
    public void it_is_recorded_once_and_nothing_is_cut()
    {
        Look(Boxed()).ShouldHappen(new TimeBoxPassed("expose"));
        var passed = Boxed(new TimeBoxPassed("expose"));
        passed.CurrentPhase.ShouldBe("expose");
        Look(passed).ShouldHappen();
    }

    [Fact]
    public void a_box_that_runs_no_more_reminds_nobody()
    {
        Look(Boxed(new PhaseCompleted("expose"))).ShouldHappen();
        Look(Boxed(new PhaseCompleted("expose"), new PhaseStarted("clarify", 15) { OccurredAt = Given.Now })).ShouldHappen();
        Look(Boxed(), End.AddMinutes(1)).ShouldHappen();
        Look(Boxed(new SessionSuspended(Story.Text()) { OccurredAt = Given.Now.AddMinutes(4) })).ShouldHappen();
    }

    [Fact]
    public void while_the_session_is_suspended_no_time_passes()
    {
        Fact[] stopped = [new SessionSuspended(Story.Text()) { OccurredAt = Given.Now.AddMinutes(4) }];
        var resuming = Act with { OccurredAt = Given.Now.AddMinutes(60), Now = Given.Now.AddMinutes(60) };
        var resumed = ResumeSession.Decide(Boxed(stopped), resuming);
        resumed.ShouldHappen(new SessionResumed());
        var end = Given.Now.AddMinutes(66);
        resumed.Scheduled.Single().At.ShouldBe(end);
        Look(Boxed([.. stopped, new SessionResumed { OccurredAt = resuming.OccurredAt }]), end).ShouldHappen(new TimeBoxPassed("expose"));
        Boxed(stopped).Box!.EndsAt.ShouldBeNull();
    }
}
