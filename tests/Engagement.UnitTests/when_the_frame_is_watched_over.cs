using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_the_frame_is_watched_over
{
    private static readonly Contracts.Origin Origin = new(Given.Id(1), 9, Given.Now);

    private static Engagement Active(params IReadOnlyList<Fact> more) =>
        Story.Of(
            [.. Story.Accepted, new CharterRatified()],
            [
                new DispositifAmended(Story.Dispositif("narrator") with { BilanMonths = 5 }, Story.Text()),
                new EngagementActivated { OccurredAt = Given.Now },
                .. more,
            ]
        );

    private static Decision Look(Watched what, Engagement state, DateTimeOffset due, Guid? group = null, DateTimeOffset? now = null) =>
        WatchFrame.Decide(new(Given.Id(1), what, group, due), state, Story.Frames, now ?? due);

    [Fact]
    public void an_activation_says_when_it_will_be_looked_at()
    {
        var chartered = Story.Of(
            Story.Accepted,
            new CharterRatified(),
            new DispositifAmended(Story.Dispositif("narrator") with { BilanMonths = 5 }, Story.Text())
        );
        var due = ActivateEngagement.Decide(chartered, Story.Frames, Story.Act()).Scheduled;
        due.Select(d => (d.At, ((WatchDue)d.Message).What, ((WatchDue)d.Message).Group))
            .ShouldBe([
                (Given.Now.AddMonths(12), Watched.FinalBilan, null),
                (Given.Now.AddMonths(12), Watched.MinimumTerm, null),
                (Given.Now.AddMonths(5), Watched.IntermediateBilan, Story.GroupId),
                (Given.Now.AddMonths(10), Watched.IntermediateBilan, Story.GroupId),
                (new(2026, 4, 8, 0, 0, 0, TimeSpan.Zero), Watched.Frequency, null),
                (Given.Now.AddDays(63), Watched.Interval, null),
            ]);
    }

    [Fact]
    public void an_imported_history_has_a_day_to_be_told_before_it_is_judged()
    {
        var chartered = Story.Of(Story.Accepted, new CharterRatified());
        var act = Story.Act() with { Now = Given.Now.AddMonths(13) };
        var due = ActivateEngagement
            .Decide(chartered, Story.Frames, act)
            .Scheduled.First(d => ((WatchDue)d.Message).What == Watched.FinalBilan);
        due.At.ShouldBe(act.Now.AddDays(1));
        ((WatchDue)due.Message).Due.ShouldBe(Given.Now.AddMonths(12));
    }

    [Fact]
    public void a_group_that_fell_under_its_fewest_members_is_recorded_when_it_did_and_at_each_session()
    {
        Look(Watched.Size, Active(), Given.Now, Story.GroupId).ShouldHappen();
        var shrunk = Active(new MemberDeparted(Story.GroupId, Given.Id(42)));
        var fell = new SizeBreached(Story.GroupId, 1, 2, new("dispositif", "size", "design"), Given.Now);
        Look(Watched.Size, shrunk, Given.Now, Story.GroupId).ShouldHappen(fell);
        var told = Active(new MemberDeparted(Story.GroupId, Given.Id(42)), fell);
        Look(Watched.Size, told, Given.Now, Story.GroupId).ShouldHappen();
        Look(Watched.Size, told, Given.Now.AddDays(7), Story.GroupId).ShouldHappen(fell with { On = Given.Now.AddDays(7) });
        told.SizeBreaches.ShouldBe([new(Story.GroupId, 1, 2, Given.Now)]);
        Look(Watched.Size, told, Given.Now.AddDays(7), Given.Id(39)).ShouldHappen();
    }

    [Fact]
    public void a_bilan_falls_due_once_and_is_told()
    {
        var due = Given.Now.AddMonths(5);
        var decision = Look(Watched.IntermediateBilan, Active(), due, Story.GroupId);
        decision.ShouldHappen(new BilanFellDue(Story.GroupId, new(2026, 8, 2)));
        ((V1.BilanDue)decision.Messages.Single()(Origin)).Due.ShouldBe(new(2026, 8, 2));
        Look(Watched.IntermediateBilan, Active([.. decision.Facts]), due, Story.GroupId).ShouldHappen();
        Look(Watched.IntermediateBilan, Active(), due, Given.Id(39)).ShouldHappen();
    }

    [Fact]
    public void the_final_bilan_falls_due_at_the_end_of_the_term_as_it_was_renewed()
    {
        var end = Given.Now.AddMonths(12);
        Look(Watched.FinalBilan, Active(), end).ShouldHappen(new BilanFellDue(null, new(2027, 3, 2)));
        Look(Watched.FinalBilan, Active(new EngagementRenewed(end.AddMonths(6))), end).ShouldHappen();
    }

    [Fact]
    public void the_minimum_term_is_reached_once_and_told()
    {
        var decision = Look(Watched.MinimumTerm, Active(), Given.Now.AddMonths(12));
        decision.ShouldHappen(new MinimumTermPassed(new("narrator", "minimum-term", "S4"), 12));
        decision.Messages.Single()(Origin).ShouldBeOfType<V1.MinimumTermReached>();
        Look(Watched.MinimumTerm, Active([.. decision.Facts]), Given.Now.AddMonths(12)).ShouldHappen();
    }

    [Theory]
    [InlineData(62, false)]
    [InlineData(63, true)]
    public void a_group_that_held_no_session_for_too_long_is_recorded_and_looked_at_again(int days, bool late)
    {
        var decision = Look(Watched.Interval, Active(), Given.Now.AddDays(days));
        decision.ShouldHappen(late ? [new SessionAwaitedTooLong(Story.GroupId, 63, 62)] : []);
        decision.Scheduled.Single().At.ShouldBe(Given.Now.AddDays(days + 63));
        Active([.. decision.Facts]).Course.IntervalBreaches.ShouldBe(late ? 1 : 0);
    }

    [Fact]
    public void one_silence_is_one_breach_however_often_it_is_looked_at_and_whether_a_session_ends_it()
    {
        var awaited = new SessionAwaitedTooLong(Story.GroupId, 63, 62);
        var session = Given.Id(80);
        var late = new IntervalBreachNoted(Story.GroupId, 90, 62, Origin with { Stream = session });
        int Breaches(params IReadOnlyList<Fact> facts) => Active([.. facts]).Course.IntervalBreaches;
        Look(Watched.Interval, Active(awaited), Given.Now.AddDays(126)).ShouldHappen();
        Breaches(awaited, awaited with { Days = 126 }).ShouldBe(1);
        Breaches(awaited, late, Held(April, 120)).ShouldBe(1);
        Breaches(awaited, Held(April, 120), late).ShouldBe(1, "told in whatever order");
        Look(Watched.Interval, Active(awaited, Held(April, 120)), April.AddDays(63)).ShouldHappen(awaited);
        Breaches(awaited, Held(April, 120), awaited).ShouldBe(2, "another silence");
    }

    [Fact]
    public void while_it_is_suspended_no_session_is_awaited_and_from_its_resumption_on_anew()
    {
        var resumed = new EngagementResumed { OccurredAt = Given.Now.AddDays(60) };
        Fact[] paused = [new EngagementSuspended(Given.Seal(new("text"), "m")), resumed];
        Look(Watched.Interval, Active(paused), Given.Now.AddDays(63)).ShouldHappen();
        Look(Watched.Interval, Active(paused), Given.Now.AddDays(123)).ShouldHappen(new SessionAwaitedTooLong(Story.GroupId, 63, 62));
    }

    [Fact]
    [Keeps("interval")]
    [Breaks("interval")]
    public void a_session_that_is_merely_planned_came_not_late_yet()
    {
        var session = Given.Id(80);
        var planned = new IntervalBreachNoted(Story.GroupId, 90, 62, Origin with { Stream = Given.Id(1) });
        var late = planned with { Origin = Origin with { Stream = session } };
        int Breaches(params IReadOnlyList<Fact> facts) => Active([.. facts]).Course.IntervalBreaches;
        Breaches(late).ShouldBe(0);
        Breaches(late, Held(April, 120)).ShouldBe(1);
        Breaches(Held(April, 120), late).ShouldBe(1, "told in whatever order");
        Breaches(planned, Held(April, 120)).ShouldBe(0, "another one");
    }

    // Active since the 2nd of March: April is its first whole month.
    private static readonly DateTimeOffset April = new(2026, 4, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MayTold = new(2026, 5, 8, 0, 0, 0, TimeSpan.Zero);
    private static readonly Rule Frequency = new("narrator", "frequency", "S4");

    [Fact]
    [Keeps("frequency")]
    public void a_month_with_as_many_sessions_as_the_frame_asks_is_no_breach()
    {
        var decision = Look(Watched.Frequency, Active(Held(April, 120)), MayTold);
        decision.ShouldHappen();
        decision.Scheduled.Single().At.ShouldBe(new(2026, 6, 8, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    [Breaks("frequency")]
    public void a_month_with_more_is_recorded_once_its_sessions_had_a_week_to_be_told()
    {
        Fact[] two = [Held(April, 120), Held(April.AddDays(9), 120)];
        var breached = new FrequencyBreached(Story.GroupId, new(2026, 4, 1), 2, 1, Frequency);
        Look(Watched.Frequency, Active(two), MayTold.AddDays(-2)).ShouldHappen();
        Look(Watched.Frequency, Active(two), MayTold).ShouldHappen(breached);
        Look(Watched.Frequency, Active([.. two, breached]), MayTold).ShouldHappen();
        Active([.. two, breached]).FrequencyBreaches.Single().Held.ShouldBe(2);
    }

    [Fact]
    public void months_before_it_was_active_or_resumed_are_not_judged()
    {
        Fact[] march = [Held(Given.Now.AddDays(3), 120), Held(Given.Now.AddDays(9), 120)];
        Look(Watched.Frequency, Active(march), MayTold).ShouldHappen();
        Fact[] resumed =
        [
            Held(April, 120),
            Held(April.AddDays(1), 120),
            new EngagementSuspended(Story.Text()),
            new EngagementResumed { OccurredAt = April.AddDays(9) },
        ];
        Look(Watched.Frequency, Active(resumed), MayTold).ShouldHappen();
        Look(Watched.Frequency, Active(resumed[..3]), MayTold).ShouldHappen();
    }

    [Fact]
    public void a_session_that_was_held_and_a_suspension_are_minded()
    {
        var now = Given.Now.AddDays(70);
        Look(Watched.Interval, Active(Held(Given.Now.AddDays(20), 120)), now).ShouldHappen();
        Look(Watched.Interval, Active(new EngagementSuspended(Story.Text())), now).ShouldHappen();
        Look(Watched.Interval, Active(new EngagementConcluded()), now).Scheduled.ShouldBeEmpty();
    }

    [Fact]
    [Keeps("frame-incident")]
    [Breaks("frame-incident")]
    [Keeps("confidentiality-exception")]
    [Breaks("confidentiality-exception")]
    public void incidents_are_counted_by_their_word_and_hold_nothing_of_content()
    {
        FrameIncidentNoted Incident(string kind) => new(kind, Origin);
        var state = Active(Incident("judgement"), Incident("judgement"), Incident("confidentiality-exception"));
        state.Course.Incidents.ShouldBe(
            new Dictionary<string, int> { ["confidentiality-exception"] = 1, ["judgement"] = 2 },
            ignoreOrder: true
        );
        Active().Course.Incidents.ShouldBeNull();
    }

    internal static SessionHeldNoted Held(DateTimeOffset at, int minutes, params Guid[] present) =>
        new(Given.Id(80), Story.GroupId, minutes, 2, present, Origin with { OccurredAt = at });
}
