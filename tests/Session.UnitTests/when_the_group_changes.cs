using System.Text.Json;
using CsCheck;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;

namespace PracticeAnalysis.Session.UnitTests;

public class when_the_group_changes
{
    private static readonly Guid Emma = Given.Id(45);
    private static readonly Guid Other = Given.Id(11);

    private static Origin At(long version) => new(Given.Id(1), version, Given.Now);

    private static readonly Fact Joined = new EnrolmentNoted(Story.EngagementId, new(Emma), At(8));
    private static readonly Fact Left = new DepartureNoted(Story.EngagementId, Story.Anne, At(9));
    private static readonly Fact Revoked = new RevocationNoted(Story.EngagementId, Story.Bob, At(10));
    private static readonly Fact Suspended = new SuspensionNoted(Story.EngagementId, At(30));
    private static readonly Fact Resumed = new ResumptionNoted(Story.EngagementId, At(31));
    private static readonly Fact Assigned = new AssignmentNoted(Story.EngagementId, Other, At(32));
    private static readonly Fact Before = new AssignmentNoted(Story.EngagementId, Given.Id(12), At(29));

    private static TermsNoted TermsAt(long version, int minutes) =>
        new(Story.EngagementId, new([new("team", 2)], 20, minutes, true, "strict", null, Given.Now.AddMonths(3), false), At(version));

    private static readonly Fact[] All =
    [
        Story.Group,
        Story.Engagement(),
        Joined,
        Left,
        Revoked,
        Suspended,
        Resumed,
        Before,
        Assigned,
        TermsAt(36, 45),
        TermsAt(35, 20),
    ];

    [Fact]
    public void the_mandate_is_the_same_in_whatever_order_it_is_told()
    {
        Gen.Shuffle(All)
            .Sample(
                told =>
                {
                    var mandate = Story.Mandate(told);
                    mandate.Persons.ShouldBe([Story.Chloe, Story.David, Emma], ignoreOrder: true);
                    mandate.Facilitator.ShouldBe(Other);
                    mandate.IsOpen.ShouldBeTrue();
                    mandate.Engagement!.SessionMinutes.ShouldBe(45);
                    mandate.Term!.Value.ShouldBe(Given.Now.AddMonths(3));
                },
                iter: 200
            );
    }

    [Fact]
    public void nothing_is_scheduled_or_opened_while_the_engagement_is_suspended_or_once_it_ends_early()
    {
        Fact ended = new EarlyEndNoted(Story.EngagementId, At(33));
        foreach (var closed in new[] { Suspended, ended })
        {
            var mandate = Story.Mandate([.. All[..2], closed]);
            Story.OpenNow(new(), Story.Of(Story.Scheduled(Story.Interpreting)), mandate).ShouldBeRefused(409);
            Story.ScheduleNow(new(Given.Now), mandate, null, Story.Protocols, Story.As(Story.Facilitator)).ShouldBeRefused(409);
        }
    }

    [Fact]
    public void sessions_are_scheduled_by_the_terms_as_they_changed()
    {
        var decision = Story.ScheduleNow(
            new(Given.Now),
            Story.Mandate([.. All[..2], TermsAt(35, 45)]),
            Given.Now.AddDays(-21),
            Story.Protocols,
            Story.As(Story.Facilitator)
        );
        var scheduled = (SessionScheduled)decision.Facts[0];
        (scheduled.Minutes, scheduled.NoneAllowed).ShouldBe((45, true));
        decision.Facts[1].ShouldBe(new IntervalBreached(21, 20));
    }

    [Fact]
    public void a_mandate_that_was_stored_before_reads_as_it_was()
    {
        var told = $$"""{"stream": "{{Given.Id(1)}}", "version": 36, "occurredAt": "2026-03-02T09:00:00+00:00"}""";
        var mandate = JsonSerializer.Deserialize<Mandate>(
            $$$"""
            {
              "group": {
                "group": "{{{Story.GroupId}}}", "engagement": "{{{Story.EngagementId}}}",
                "members": [{"person": "{{{Story.Anne}}}", "institution": "{{{Other}}}"}], "origin": {{{told}}}
              },
              "engagement": {
                "engagement": "{{{Story.EngagementId}}}", "facilitator": "{{{Story.Facilitator}}}", "kind": "practice-analysis",
                "protocol": {"name": "narrator", "version": 1}, "frames": [{"name": "team", "version": 2}], "groups": ["{{{Story.GroupId}}}"],
                "sessionMinutes": 45, "noneAllowed": true, "origin": {{{told}}}, "strictness": "guided"
              },
              "concluded": false,
              "pause": {"suspended": true, "version": 30},
              "successor": {"version": 31},
              "term": {"until": "2027-01-01T00:00:00+00:00", "version": 36},
              "changed": {
                "engagement": "{{{Story.EngagementId}}}", "groups": ["{{{Story.GroupId}}}"], "origin": {{{told}}},
                "terms": {
                  "frames": [{"name": "team", "version": 2}], "sessionMinutes": 45, "noneAllowed": true, "strictness": "guided",
                  "approval": "facilitator-and-majority", "childFree": true
                }
              }
            }
            """,
            FactJson.Options
        )!;
        mandate.Persons.ShouldBe([Story.Anne]);
        (mandate.Engagement!.SessionMinutes, mandate.Engagement.Strictness).ShouldBe((45, "guided"));
        mandate.Pause.ShouldBe(new(true, 30));
        mandate.Successor.ShouldBe(new(null, 31));
        mandate.Term.ShouldBe(new(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), 36));
        (mandate.Changed!.Version, mandate.Changed.Value.ChildFree).ShouldBe((36, true));
        var all = Story.Mandate(All);
        var stored = JsonSerializer.Serialize(all, FactJson.Options);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Mandate>(stored, FactJson.Options), FactJson.Options).ShouldBe(stored);
    }

    [Fact]
    public void a_renewal_moves_the_end_of_the_term()
    {
        var until = Given.Now.AddMonths(24);
        Story.Mandate(All[0], All[1], new RenewalNoted(Story.EngagementId, until, At(34))).Term!.Value.ShouldBe(until);
    }

    [Fact]
    public void a_session_is_opened_for_the_group_as_it_is_now()
    {
        var decision = Story.OpenNow(new(), Story.Of(Story.Scheduled(Story.Interpreting)), Story.Mandate(All));
        decision.ShouldHappen(new GroupChanged([Story.Chloe, Story.David, Emma], Other), new SessionOpened());
    }

    [Fact]
    public void whoever_left_is_out_of_a_session_that_runs_at_once()
    {
        var running = Story.Of(Story.In(Story.Interpreting, "interpret"), new GroupChanged([Story.Anne, Story.Chloe], Story.Facilitator));
        running.IsVisibleTo(Story.As(Story.Bob).By).ShouldBeFalse();
        running.Attending.ShouldBe([Story.Anne, Story.Chloe]);
        running.Present.ShouldContain(Story.Bob, "that he was there is still so");
        running.Narrator.ShouldBe(Story.Anne);
    }

    [Fact]
    public void another_facilitator_takes_over_a_session_that_runs()
    {
        var running = Story.Of(
            Story.In(Story.Interpreting, "expose"),
            new GroupChanged([Story.Anne, Story.Bob, Story.Chloe, Story.David], Other)
        );
        running.IsVisibleTo(new("cabinet", Roles.Facilitator, Other)).ShouldBeTrue();
        running.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
    }

    [Fact]
    [Keeps("no-children-present")]
    [Breaks("no-children-present")]
    public void in_a_creche_it_is_said_that_no_child_is_present()
    {
        var scheduled = (SessionScheduled)Story.Scheduled(Story.Interpreting)[0];
        var session = Story.Of([scheduled with { ChildFree = true }]);
        Story.OpenNow(new(false), session, Story.Open()).ShouldHappen(new SessionOpened());
        Story.OpenNow(new(true), session, Story.Open()).ShouldBreak("eaje", "no-children-present", "eaje");
        Story.OpenNow(new(), session, Story.Open()).ShouldBreak("eaje", "no-children-present", "eaje");
    }

    [Fact]
    public void the_frame_that_asks_that_no_child_is_present_is_named()
    {
        var scheduled = (SessionScheduled)Story.Scheduled(Story.Interpreting)[0];
        var session = Story.Of([scheduled with { ChildFree = true, ChildFreeRule = new("crèche-de-nuit", "practice") }]);
        Story.OpenNow(new(), session, Story.Open()).ShouldBreak("crèche-de-nuit", "no-children-present", "practice");
    }
}
