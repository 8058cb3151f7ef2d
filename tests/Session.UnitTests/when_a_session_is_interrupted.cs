using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_session_is_interrupted
{
    private static readonly SuspendSession Suspending = new(new("text"));
    private static readonly IReadOnlyList<Fact> Suspended = [.. Story.In(Story.Interpreting, "expose"), new SessionSuspended(Story.Text())];

    [Fact]
    public void the_facilitator_or_a_member_present_suspends_it_with_a_reason()
    {
        var running = Story.Of(Story.In(Story.Interpreting, "expose"));
        foreach (var person in new[] { Story.Facilitator, Story.Bob })
        {
            SuspendSession
                .Decide(Suspending, running, Story.As(person))
                .ShouldHappen(new SessionSuspended(Story.Text("SessionSuspended.Reason"), person == Story.Facilitator ? null : person));
        }

        SuspendSession.Decide(Suspending, running, Story.As(Story.David)).ShouldBreak("always", "presence", "S3");
        SuspendSession.Decide(Suspending, Story.Of(Suspended), Story.As(Story.Facilitator)).ShouldBeRefused(409);
    }

    [Fact]
    public void it_goes_on_from_where_it_was()
    {
        var act = Story.As(Story.Facilitator);
        ResumeSession.Decide(Story.Of(Suspended), act).ShouldHappen(new SessionResumed());
        var resumed = Story.Of(Suspended, new SessionResumed());
        resumed.State.ShouldBe(SessionState.Open);
        resumed.CurrentPhase.ShouldBe("expose");
        ResumeSession.Decide(resumed, act).ShouldBeRefused(409);
    }

    [Fact]
    public void nothing_is_brought_meanwhile() =>
        Contribute
            .Decide(new(ContributionKind.Expose, new("text")), Story.Of(Suspended), Story.Interpreting, Story.As(Story.Anne))
            .ShouldBeRefused(409);

    [Fact]
    public void who_interrupts_it_says_by_that_that_they_were_there()
    {
        static Session Interrupted(Guid? by) =>
            Story.Of([
                .. Story.Opened(Story.Interpreting),
                new AttendanceRecorded([Story.Anne, Story.Bob], []),
                new SessionSuspended(Story.Text(), by),
            ]);
        Interrupted(null).IsToldByFacilitatorAlone.ShouldBeTrue();
        Interrupted(Story.Bob).IsToldByFacilitatorAlone.ShouldBeFalse();
    }
}
