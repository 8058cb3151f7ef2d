using CsCheck;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_an_engagement_lives_and_ends
{
    private static readonly Contracts.Origin Origin = new(Given.Id(1), 9, Given.Now);

    private static FinalBilanAgreementNoted FinalBilan => new(Given.Id(70), ["renew"], Origin);

    private static NegotiationFailureNoted Failure(bool final) => new(final, Origin);

    [Fact]
    public void no_instant_that_is_taken_makes_it_or_what_is_read_of_it_fail() =>
        Gen.Select(Instant.Any, Gen.Int[1, 120], Gen.Int[1, 120])
            .Sample(
                (at, term, more) =>
                {
                    var dispositif = Story.Dispositif() with { TermMonths = term, BilanMonths = 1 + (more % 60), IntervalDays = 31 };
                    var chartering = Story.Accepted.Select(f => f is DispositifProposed ? new DispositifProposed(dispositif) : f);
                    var ready = Story.Of([.. chartering, new CharterRatified()]);
                    var activated = ActivateEngagement.Decide(ready, Story.Frames, Story.Act(at: at));
                    activated.Refusal.ShouldBeNull();
                    foreach (var message in activated.Messages)
                    {
                        Story.Json(message(Origin with { OccurredAt = at }));
                    }

                    var active = Folding.Apply(ready, ready.Id, new EngagementActivated { OccurredAt = at });
                    active.Until.ShouldBe(at.AddMonths(term));
                    var renewed = RenewEngagement.Decide(new(more), active, Story.Act(at: at));
                    var holds = Http.Instants.Holds(at.AddMonths(term).AddMonths(more));
                    (renewed.Refusal is null).ShouldBe(holds);
                    Read([.. chartering, new CharterRatified(), new EngagementActivated { OccurredAt = at }], Roles.Practice)
                        .ActivatedAt.ShouldBe(at);
                    WatchFrame.Decide(new(active.Id, Watched.Interval, null, at), active, Story.Frames, at).Refusal.ShouldBeNull();
                },
                iter: 500
            );

    [Fact]
    public void it_is_activated_and_told_with_what_it_pinned()
    {
        var decision = ActivateEngagement.Decide(Story.Of(Story.Accepted, new CharterRatified()), Story.Frames, Story.Act());
        decision.ShouldHappen(new EngagementActivated());
        var told = (V1.EngagementActivated)decision.Messages.Single()(Origin);
        (told.Engagement, told.Establishment, told.Facilitator).ShouldBe((Given.Id(1), Story.Establishment, Story.Facilitator));
        (told.Kind, told.SessionMinutes, told.NoneAllowed, told.IntervalDays).ShouldBe(("practice-analysis", 120, false, null));
        told.Protocol.ShouldBe(new("expose-interpret-respond", 1));
        told.Frames.ShouldBe([new("team", 1)]);
        told.Groups.ShouldBe([Story.GroupId]);
        told.Outward.ShouldBe(["bilans"]);
    }

    [Fact]
    public void attendance_is_the_groups_and_incidents_are_the_practices_to_care_for()
    {
        int? Percent(string role, bool concluded) =>
            Read(
                [
                    .. Story.Accepted.Select(f => f is CharterProposed c ? c with { Outward = [OutwardItem.AttendanceRate] } : f),
                    new CharterRatified(),
                    new EngagementActivated { OccurredAt = Given.Now },
                    when_the_frame_is_watched_over.Held(Given.Now, 90, [.. Enumerable.Range(41, 5).Select(Given.Id)]),
                    .. concluded ? (Fact[])[FinalBilan, new EngagementConcluded()] : [],
                ],
                role
            ).AttendancePercent;
        foreach (var concluded in (bool[])[false, true])
        {
            Percent(Roles.Facilitator, concluded).ShouldNotBeNull();
            Percent(Roles.Member, concluded).ShouldNotBeNull();

            // Who asks after each session would have that session's; outside of the group presence is in releases alone.
            Percent(Roles.Establishment, concluded).ShouldBeNull();
            Percent(Roles.Practice, concluded).ShouldBeNull();
        }

        Fact incident = new FrameIncidentNoted("judgement", Origin);
        Read([.. Story.Active(), incident], Roles.Establishment).Course.Incidents.ShouldBeNull();
        Read([.. Story.Active(), incident], Roles.Practice).Course.Incidents!["judgement"].ShouldBe(1);
    }

    private static EngagementView Read(IReadOnlyList<Fact> facts, string role) =>
        EngagementView.Of(
            Story.Of(facts),
            new("t", role, Given.Id(5), Story.Establishment),
            new("t", Given.Id(1), new Dictionary<string, byte[]>())
        );

    [Theory]
    [InlineData("narrator", null, 62, false)]
    [InlineData("narrator", 30, 30, false)]
    [InlineData("narrator", 90, 62, false)]
    [InlineData("small", 90, 90, true)]
    public void what_is_told_is_the_strictest_interval_and_whether_none_is_allowed(string frame, int? planned, int interval, bool none)
    {
        IReadOnlyList<Fact> facts =
        [
            .. Story.Chartering(Story.Dispositif(frame) with { IntervalDays = planned }),
            new GroupAdded(Story.GroupId),
            new GroupSealingNoted(Story.GroupId),
            new CharterProposed(Story.Text(), [OutwardItem.Bilans]),
            new CharterAccepted(Story.Facilitator),
            new CharterRatified(),
        ];
        var told = (V1.EngagementActivated)ActivateEngagement.Decide(Story.Of(facts), Story.Frames, Story.Act()).Messages.Single()(Origin);
        (told.IntervalDays, told.NoneAllowed).ShouldBe((interval, none));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(30)]
    public void how_long_parties_have_to_answer_is_told(int? days)
    {
        IReadOnlyList<Fact> facts =
        [
            .. Story.Chartering(Story.Dispositif() with { AnswerDays = days }),
            new GroupAdded(Story.GroupId),
            new GroupSealingNoted(Story.GroupId),
            new CharterProposed(Story.Text(), [OutwardItem.Bilans]),
            new CharterAccepted(Story.Facilitator),
            new CharterRatified(),
        ];
        var told = (V1.EngagementActivated)ActivateEngagement.Decide(Story.Of(facts), Story.Frames, Story.Act()).Messages.Single()(Origin);
        told.AnswerDays.ShouldBe(days);
    }

    [Fact]
    public void it_is_not_activated_without_dispositif_charter_group_or_seal_nor_twice()
    {
        Engagement[] wrong =
        [
            Story.Of(Story.Designing),
            Story.Of(Story.Accepted),
            Story.Of(Story.Chartering(), new CharterProposed(Story.Text(), []), new CharterRatified()),
            Story.Of(Story.Accepted, new GroupAdded(Given.Id(31)), new CharterRatified()),
            Story.Of(Story.Active()),
        ];
        foreach (var state in wrong)
        {
            ActivateEngagement.Decide(state, Story.Frames, Story.Act()).ShouldBeRefused(409);
        }
    }

    [Fact]
    public void it_is_suspended_and_resumed_with_its_reason()
    {
        var active = Story.Of(Story.Active());
        var suspended = Story.Of(Story.Active(), new EngagementSuspended(Story.Text()));
        SuspendEngagement
            .Decide(new(new("text")), active, Story.Act())
            .ShouldHappen(new EngagementSuspended(Story.Text("Engagement.Reason")));
        SuspendEngagement.Decide(new(new("text")), suspended, Story.Act()).ShouldBeRefused(409);
        ResumeEngagement.Decide(suspended).ShouldHappen(new EngagementResumed());
        ResumeEngagement.Decide(active).ShouldBeRefused(409);
    }

    [Fact]
    public void it_is_abandoned_before_it_is_active_and_never_after()
    {
        AbandonEngagement abandon = new(new("text"));
        foreach (var before in new[] { Story.Of(Story.Opened), Story.Of(Story.Designing), Story.Of(Story.Accepted) })
        {
            AbandonEngagement.Decide(abandon, before, Story.Act()).ShouldHappen(new EngagementAbandoned(Story.Text("Engagement.Reason")));
        }

        AbandonEngagement.Decide(abandon, Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
        AbandonEngagement.Decide(abandon, Story.Of(Story.Opened, new EngagementAbandoned(Story.Text())), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("final-bilan")]
    public void it_concludes_after_the_final_bilan_or_its_failed_negotiation_and_tells()
    {
        foreach (var end in new Fact[] { FinalBilan, Failure(final: true) })
        {
            var decision = ConcludeEngagement.Decide(Story.Of(Story.Active(), end), Story.Frames, Story.Act());
            decision.ShouldHappen(new EngagementConcluded());
            ((V1.EngagementConcluded)decision.Messages.Single()(Origin)).Groups.ShouldBe([Story.GroupId]);
        }
    }

    [Fact]
    [Breaks("final-bilan")]
    public void it_does_not_conclude_without_it_nor_twice()
    {
        ConcludeEngagement.Decide(Story.Of(Story.Active()), Story.Frames, Story.Act()).ShouldBreak("always", "final-bilan", "S2");
        ConcludeEngagement
            .Decide(Story.Of(Story.Active(), Failure(final: false)), Story.Frames, Story.Act())
            .ShouldBreak("always", "final-bilan", "S2");
        ConcludeEngagement
            .Decide(Story.Of(Story.Active(), FinalBilan, new EngagementConcluded()), Story.Frames, Story.Act())
            .ShouldBeRefused(409);
    }

    [Fact]
    public void no_session_outlives_it()
    {
        Fact scheduled = new SessionSchedulingNoted(Given.Id(80), Origin);
        Decision Conclude(params IReadOnlyList<Fact> more) =>
            ConcludeEngagement.Decide(Story.Of([.. Story.Active(), FinalBilan, .. more]), Story.Frames, Story.Act());
        Conclude(scheduled).ShouldBeRefused(409);
        Conclude(scheduled, when_the_frame_is_watched_over.Held(Given.Now, 90)).Refusal.ShouldBeNull();
        Fact cancelled = new SessionCancellationNoted(Given.Id(80), Origin);
        Conclude(scheduled, cancelled).Refusal.ShouldBeNull();
        Conclude(cancelled, scheduled).Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_late_word_reopens_nothing()
    {
        Story.Of(Story.Active(), FinalBilan, new EngagementConcluded(), Failure(final: true)).State.ShouldBe(EngagementState.Concluded);
        Story.Of(Story.Opened, FinalBilan).State.ShouldBe(EngagementState.Opened);
        Story.Of(Story.Active(), new EngagementSuspended(Story.Text()), FinalBilan).State.ShouldBe(EngagementState.Concluding);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [Keeps("minimum-term")]
    [Breaks("minimum-term")]
    public void an_end_before_the_minimum_term_needs_its_reason_which_is_recorded(int days, bool early)
    {
        var start = Given.Now.AddMonths(-12);
        var accepted = Story.Of([
            .. Story.Chartering(Story.Dispositif("narrator")),
            new EngagementActivated { OccurredAt = start },
            FinalBilan,
        ]);
        var act = Story.Act(at: Given.Now.AddDays(days));
        var decision = ConcludeEngagement.Decide(accepted, Story.Frames, act);
        if (!early)
        {
            decision.ShouldHappen(new EngagementConcluded());
            return;
        }

        decision.ShouldBreak("narrator", "minimum-term", "S4");
        var ended = EndEarly.Decide(new(new("text")), accepted, Story.Frames, act);
        ended.ShouldHappen(new EngagementEndedEarly(new("narrator", "minimum-term", "S4"), 12, Story.Text("Engagement.Reason")));
        ConcludeEngagement
            .Decide(Folding.Apply(accepted, accepted.Id, ended.Facts[0]), Story.Frames, act)
            .ShouldHappen(new EngagementConcluded());
    }

    [Fact]
    public void the_practice_the_facilitator_the_asker_and_the_members_see_it()
    {
        var state = Story.Of(Story.Sealed);
        state.IsVisibleTo(new("t", Roles.Practice, Given.Id(5))).ShouldBeTrue();
        state.IsVisibleTo(new("t", Roles.Facilitator, Story.Facilitator)).ShouldBeTrue();
        state.IsVisibleTo(new("t", Roles.Establishment, Given.Id(5), Story.Establishment)).ShouldBeTrue();
        state.IsVisibleTo(new("t", Roles.Member, Given.Id(41))).ShouldBeTrue();
        state.IsVisibleTo(new("t", Roles.Member, Given.Id(43))).ShouldBeFalse();
        state.IsVisibleTo(new("t", Roles.Facilitator, Given.Id(41))).ShouldBeFalse();
        state.IsVisibleTo(new("t", Roles.Establishment, Given.Id(5))).ShouldBeFalse();
        state.IsVisibleTo(new("t", Roles.Platform, Story.Facilitator)).ShouldBeFalse();
        state.IsVisibleTo(new("t", Roles.Auditor, Story.Facilitator)).ShouldBeFalse();
    }

    [Fact]
    public void what_is_stored_reads_back_as_it_was()
    {
        var state = Story.Of(Story.Active(), new EngagementSuspended(Story.Text()), FinalBilan);
        var read = System.Text.Json.JsonSerializer.Deserialize<Engagement>(
            System.Text.Json.JsonSerializer.Serialize(state, FactJson.Options),
            FactJson.Options
        )!;
        Story.Json(read).ShouldBe(Story.Json(state));
        read.Version.ShouldBe(state.Version);
        read.Kind.ShouldBe(Kind.PracticeAnalysis);
    }
}
