using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_opening_a_session
{
    private static readonly Session Scheduled = Story.Of(Story.Scheduled(Story.Interpreting));
    private static readonly Session Cancelled = Story.Of(Story.Scheduled(Story.Interpreting), new SessionCancelled(Story.Text()));
    private static readonly Session Opened = Story.Of(Story.Opened(Story.Interpreting));
    private static readonly Session Closed = Story.Of(Story.Closed(Story.Interpreting));

    [Fact]
    public void a_scheduled_one_opens_once()
    {
        Story.OpenNow(new(), Scheduled, Story.Open()).ShouldHappen(new SessionOpened());
        Story.OpenNow(new(), Opened, Story.Open()).ShouldBeRefused(409);
        Story.OpenNow(new(), Closed, Story.Open()).ShouldBeRefused(409);
        Story.OpenNow(new(), Cancelled, Story.Open()).ShouldBeRefused(409);
    }

    [Fact]
    public void a_scheduled_one_may_be_moved_with_a_reason()
    {
        RescheduleSession move = new(Given.Now.AddDays(2).ToOffset(TimeSpan.FromHours(2)), new("text"));
        var decision = RescheduleSession.Decide(move, Scheduled, Story.As(Story.Facilitator));
        decision.ShouldHappen(new SessionRescheduled(Given.Now.AddDays(2), Story.Text("SessionRescheduled.Reason")));
        Story.Of(Story.Scheduled(Story.Interpreting), decision.Facts).PlannedFor.ShouldBe(Given.Now.AddDays(2));
        foreach (var session in new[] { Opened, Closed, Cancelled })
        {
            RescheduleSession.Decide(move, session, Story.As(Story.Facilitator)).ShouldBeRefused(409);
        }
    }

    [Fact]
    public void a_scheduled_one_may_be_cancelled_with_a_reason()
    {
        CancelSession cancel = new(new("text"));
        CancelSession
            .Decide(cancel, Scheduled, Story.As(Story.Facilitator))
            .ShouldHappen(new SessionCancelled(Story.Text("SessionCancelled.Reason")));
        foreach (var session in new[] { Opened, Closed, Cancelled })
        {
            CancelSession.Decide(cancel, session, Story.As(Story.Facilitator)).ShouldBeRefused(409);
        }
    }
}
