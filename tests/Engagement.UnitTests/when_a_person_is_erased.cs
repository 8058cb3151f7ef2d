using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.ServiceDefaults.Facts;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_person_is_erased
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly PersonRecord Requested = Given.Facts<PersonRecord>(new ErasureRequested(Anne));

    private static Decision Ask(string role, Guid by, PersonRecord? record = null, bool known = true, bool led = false) =>
        RequestErasure.Decide(Anne, record, known, null, led, Patience, Given.Act(role, by));

    [Fact]
    public void by_themself_or_by_the_practice_all_services_are_told_and_it_is_looked_at_later()
    {
        foreach (var decision in new[] { Ask(Roles.Member, Anne), Ask(Roles.Facilitator, Anne), Ask(Roles.Practice, Given.Id(900)) })
        {
            decision.ShouldBe(new ErasureRequested(Anne));
            var origin = new Origin(Given.Id(1), 1, Given.Now);
            decision.Messages.Select(m => m(origin)).ShouldBe([new PersonErasureRequested(Anne, origin)]);
            decision.Scheduled.ShouldBe([(Given.Now + Patience, new ErasureDue(Anne, Given.Now + Patience, 1))]);
        }
    }

    [Fact]
    public void nobody_else_may_and_the_practice_must_know_the_person()
    {
        Ask(Roles.Member, Given.Id(42)).ShouldBeRefused(404);
        Ask(Roles.Facilitator, Given.Id(42)).ShouldBeRefused(404);
        Ask(Roles.Practice, Given.Id(900), known: false).ShouldBeRefused(404);
    }

    [Fact]
    public void asked_again_nothing_more_happens()
    {
        var again = Ask(Roles.Member, Anne, Requested);
        again.ShouldBe();
        again.Messages.ShouldBeEmpty();
        Ask(Roles.Practice, Given.Id(900), Requested, known: false).ShouldBe();
    }

    [Fact]
    public void who_facilitates_is_replaced_first() => Ask(Roles.Facilitator, Anne, led: true).ShouldBeRefused(409);

    [Fact]
    public void who_is_in_a_group_leaves_it_without_a_reason()
    {
        var group = Given.Facts<Group>(
            new GroupConstituted(Given.Id(2), Given.Id(10), "Jour"),
            new MemberEnrolled(Anne, Given.Id(60), false)
        );
        var engagement = Given.Facts<Engagement>(new EngagementOpened(Given.Id(3), Given.Id(20), Kind: default)) with { Id = Given.Id(2) };
        var decision = RequestErasure.Decide(Anne, null, true, (group, engagement), false, Patience, Given.Act(Roles.Member, Anne));
        decision.Elsewhere.ShouldBe([(group, new MemberLeft(Anne)), (engagement, new MemberDeparted(group.Id, Anne))]);
        decision
            .Messages[1](new(Given.Id(1), 1, Given.Now))
            .ShouldBe(new V1.MemberLeft(group.Id, Given.Id(2), Anne, new(group.Id, 3, Given.Now)));
    }

    [Fact]
    public void a_service_that_does_not_tell_is_asked_again_and_again_ever_later()
    {
        var one = Folding.Apply(Requested, Given.Id(1), new ErasureReported(new(Anne, "engagement", new(Given.Id(5), 1, Given.Now))));
        one.Waiting().ShouldBe(["session", "reporting"]);
        var first = RequestErasure.Decide(new ErasureDue(Anne, Given.Now, 1), one, Patience, Given.Now);
        ((ErasureDelayed)first.Facts.Single()).Waiting.ShouldBe(["session", "reporting"]);
        first.Messages.Count.ShouldBe(1);
        first.Scheduled.Single().At.ShouldBe(Given.Now.AddMinutes(2));
        RequestErasure
            .Decide(new ErasureDue(Anne, Given.Now, 2), one, Patience, Given.Now)
            .Scheduled.Single()
            .At.ShouldBe(Given.Now.AddMinutes(4));
    }

    [Fact]
    public void when_all_have_told_they_are_asked_once_more_for_what_was_being_written_and_then_never_again()
    {
        var all = PersonRecord.Services.Aggregate(
            Requested,
            (record, service) => Folding.Apply(record, Given.Id(1), new ErasureReported(new(Anne, service, new(Given.Id(5), 1, Given.Now))))
        );
        ErasureView.Of(all).State.ShouldBe("completed");
        var once = RequestErasure.Decide(new ErasureDue(Anne, Given.Now, 1), all, Patience, Given.Now);
        once.Facts.ShouldBeEmpty();
        once.Messages.Count.ShouldBe(1);
        once.Scheduled.ShouldBeEmpty();
        RequestErasure.Decide(new ErasureDue(Anne, Given.Now, 2), all, Patience, Given.Now).Messages.ShouldBeEmpty();
    }

    [Fact]
    public void a_name_is_corrected_without_standing_in_the_fact_and_not_after_the_erasure()
    {
        var decision = RectifyName.Decide(new("Anne Martin"), Anne, null, true, Given.Act(Roles.Member, Anne));
        decision.ShouldBe(new IdentityRectified(Anne));
        decision.Names.ShouldBe([(Anne, "Anne Martin")]);
        RectifyName.Decide(new("Anne Martin"), Anne, null, true, Given.Act(Roles.Member, Given.Id(42))).ShouldBeRefused(404);
        RectifyName.Decide(new("Anne Martin"), Anne, null, false, Given.Act(Roles.Practice)).ShouldBeRefused(404);
        RectifyName.Decide(new(" "), Anne, null, true, Given.Act(Roles.Practice)).ShouldBeRefused(400);
        RectifyName.Decide(new("Anne Martin"), Anne, Requested, true, Given.Act(Roles.Practice)).ShouldBeRefused(409);
    }
}
