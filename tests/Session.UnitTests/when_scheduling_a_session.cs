using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using SessionAnnounced = PracticeAnalysis.Contracts.Session.V1.SessionScheduled;
using SessionScheduled = PracticeAnalysis.Session.Model.SessionScheduled;

namespace PracticeAnalysis.Session.UnitTests;

public class when_scheduling_a_session
{
    private static readonly SessionScheduled Expected = (SessionScheduled)Story.Scheduled(Story.Interpreting)[0];

    private static Decision Schedule(Mandate mandate, DateTimeOffset? last = null, int? minutes = null, Guid? by = null) =>
        Story.ScheduleNow(new(Given.Now, minutes), mandate, last, Story.Protocols, Story.As(by ?? Story.Facilitator));

    [Fact]
    public void it_expects_the_sealed_group_and_pins_the_protocol()
    {
        var decision = Schedule(Story.Open());
        decision.ShouldHappen(Expected);
        decision.ShouldTell(new SessionAnnounced(Story.From.Stream, Story.GroupId, Story.EngagementId, Story.From));
    }

    [Fact]
    public void its_moment_is_kept_in_universal_time() =>
        Story
            .ScheduleNow(new(Given.Now.ToOffset(TimeSpan.FromHours(2))), Story.Open(), null, Story.Protocols, Story.As(Story.Facilitator))
            .ShouldHappen(Expected);

    [Theory]
    [Keeps("interval")]
    [InlineData(62)]
    [InlineData(0)]
    [InlineData(-7)]
    public void the_allowed_interval_is_no_breach(int days) => Schedule(Story.Open(), Given.Now.AddDays(-days)).ShouldHappen(Expected);

    [Fact]
    [Breaks("interval")]
    public void a_longer_one_is_recorded_and_told_and_never_refused()
    {
        var decision = Schedule(Story.Open(), Given.Now.AddDays(-63));
        decision.ShouldHappen(Expected, new IntervalBreached(63, 62));
        decision.ShouldTell(
            new SessionAnnounced(Story.From.Stream, Story.GroupId, Story.EngagementId, Story.From),
            new SessionIntervalBreached(Story.GroupId, Story.EngagementId, 63, 62, Story.From)
        );
        Story.Of(decision.Facts).IntervalPassed.ShouldBeTrue();
    }

    [Fact]
    public void where_no_frame_asks_an_interval_there_is_no_breach() =>
        Schedule(Story.Open(Story.Engagement(interval: null)), Given.Now.AddDays(-300)).ShouldHappen(Expected);

    [Fact]
    public void nothing_is_scheduled_before_both_messages_came_or_after_the_conclusion()
    {
        var group = Story.Group;
        var engagement = Story.Engagement();
        var conclusion = Story.Concluded;
        Schedule(Story.Mandate(group)).ShouldBeRefused(409);
        Schedule(Story.Mandate(engagement)).ShouldBeRefused(409);
        Schedule(Story.Mandate(conclusion)).ShouldBeRefused(409);
        Schedule(Story.Mandate(group, engagement, conclusion)).ShouldBeRefused(409);
        Schedule(Story.Mandate(conclusion, engagement, group)).ShouldBeRefused(409);
        Schedule(Story.Mandate(engagement, group)).ShouldHappen(Expected);
    }

    [Fact]
    public void a_facilitator_of_another_group_finds_nothing() => Schedule(Story.Open(), by: Given.Id(11)).ShouldBeRefused(404);

    [Theory]
    [InlineData("free-circle", 2)]
    [InlineData(Story.S2, 2)]
    public void a_protocol_that_is_not_here_is_refused(string name, int version) =>
        Schedule(Story.Open(Story.Engagement(protocol: name, version: version))).ShouldBeRefused(409);

    [Theory]
    [InlineData(15, true)]
    [InlineData(600, true)]
    [InlineData(14, false)]
    [InlineData(601, false)]
    public void its_length_is_sensible(int minutes, bool good)
    {
        var decision = Schedule(Story.Open(), minutes: minutes);
        if (good)
        {
            decision.ShouldHappen(Expected with { Minutes = minutes });
        }
        else
        {
            decision.ShouldBeRefused(400);
        }
    }

    [Fact]
    public void a_mandate_is_known_to_its_facilitator_and_members_alone()
    {
        var mandate = Story.Open();
        mandate.IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeTrue();
        mandate.IsVisibleTo(Story.As(Story.David).By).ShouldBeTrue();
        mandate.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.David)).ShouldBeFalse();
        mandate.IsVisibleTo(new("cabinet", Roles.Member, Story.Facilitator)).ShouldBeFalse();
        mandate.IsVisibleTo(new("cabinet", Roles.Practice, Story.Facilitator)).ShouldBeFalse();
        Story.Mandate(Story.Concluded).IsVisibleTo(Story.As(Story.Anne).By).ShouldBeFalse();
    }
}
