using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_person_is_erased
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly PersonRecord Requested = Given.Facts<PersonRecord>(new ErasureRequested(Anne));

    private static readonly PersonRecord Told = Given.Facts<PersonRecord>(
        new ErasureAnnounced(Anne, Means.Letter, Given.Now.AddDays(7)) { OccurredAt = Given.Now }
    );

    private static Decision Ask(
        string role,
        Guid by,
        PersonRecord? record = null,
        bool known = true,
        bool led = false,
        bool byKey = false,
        PersonsRequest? asked = null,
        DateTimeOffset? at = null
    ) =>
        RequestErasure.Decide(
            new(asked),
            new(Anne, record ?? Nothing, known || record is not null, record?.RequestedAt is not null, [], [], led),
            [],
            byKey,
            Patience,
            Given.Act(role, by, at)
        );

    private static PersonRecord Nothing => new(Anne) { Id = PersonStreams.Asked(Anne) };

    private static Decision Announce(bool byKey = false, PersonRecord? record = null, bool known = true) =>
        AnnounceErasure.Decide(new(Means.Letter), Anne, byKey, record, known, [], Given.Act(Roles.Practice));

    [Fact]
    [Keeps("erasure-notice")]
    public void by_the_practice_seven_days_after_they_were_told_also_where_it_says_that_they_asked()
    {
        Announce().ShouldBe(new ErasureAnnounced(Anne, Means.Letter, Given.Now.AddDays(7)));
        ErasureView.Of(Told, new("t", Roles.Practice, Given.Id(900))).State.ShouldBe("announced");
        Ask(Roles.Practice, Given.Id(900), Told, at: Given.Now.AddDays(7)).ShouldBe(new ErasureRequested(Anne));
        PersonsRequest asked = new(Means.InPerson, DateOnly.FromDateTime(Given.Now.Date));
        var claimed = Ask(Roles.Practice, Given.Id(900), asked: asked);
        var from = Given.Now.AddDays(7);
        claimed.ShouldBe(new ErasureAsked(Anne, asked.By, asked.On, from));
        claimed.Messages.ShouldBeEmpty();
        claimed.Scheduled.ShouldBe([(from, new ErasureTold(Anne, from))]);
        var told = Given.Facts<PersonRecord>(claimed.Facts[0] with { OccurredAt = Given.Now });
        var view = ErasureView.Of(told, new("t", Roles.Practice, Given.Id(900)));
        (view.State, view.Claimed, view.ErasableFrom).ShouldBe(("announced", asked, from));
        WaitingAgreements.Of(told, Given.Now).Single().Until.ShouldBe(from);
        Ask(Roles.Practice, Given.Id(900), told, asked: asked).ShouldBe();
        Ask(Roles.Member, Anne, told).ShouldBe(new ErasureRequested(Anne));
        Decision Due(PersonRecord record, bool led = false) =>
            RequestErasure.Decide(
                new ErasureTold(Anne, from),
                new(Anne, record, true, record.RequestedAt is not null, [], [], led),
                [],
                Patience,
                from
            );
        Due(told).ShouldBe(new ErasureRequested(Anne));
        Due(told).Messages.Count.ShouldBe(1);
        Due(told, led: true).ShouldBe();
        Due(told, led: true).Scheduled.ShouldBe([(from.AddDays(1), new ErasureTold(Anne, from.AddDays(1)))]);
        Due(Told).ShouldBe();
        Due(Given.Facts<PersonRecord>(claimed.Facts[0], new ErasureRequested(Anne))).ShouldBe();

        // Told before, they are erased when they were told that they would be.
        Ask(Roles.Practice, Given.Id(900), Told, asked: asked, at: Given.Now.AddDays(3))
            .ShouldBe(new ErasureAsked(Anne, asked.By, asked.On, Given.Now.AddDays(7)));
        WaitingAgreements.Of(Requested, Given.Now).ShouldBeEmpty();
        Ask(Roles.Practice, Given.Id(900), asked: asked with { On = asked.On.AddDays(1) }).ShouldBeRefused(400);
        var oldest = asked.On.AddMonths(-3);
        Ask(Roles.Practice, Given.Id(900), asked: asked with { On = oldest }).Refusal.ShouldBeNull();
        Ask(Roles.Practice, Given.Id(900), asked: asked with { On = oldest.AddDays(-1) }).ShouldBeRefused(400);
    }

    [Fact]
    [Breaks("erasure-notice")]
    public void the_practice_has_nobody_erased_who_was_not_told_or_only_just()
    {
        Ask(Roles.Practice, Given.Id(900)).ShouldBreak("always", "erasure-notice", "design");
        Ask(Roles.Practice, Given.Id(900), Told, at: Given.Now.AddDays(7).AddSeconds(-1)).ShouldBreak("always", "erasure-notice", "design");
    }

    [Fact]
    public void told_again_the_first_time_counts_and_one_must_be_there_to_be_told()
    {
        Announce(record: Told).ShouldBe();
        Announce(known: false).ShouldBeRefused(404);
        Announce(record: Requested).ShouldBeRefused(409);
    }

    [Fact]
    public void what_is_dated_back_shortens_nothing() =>
        AnnounceErasure
            .Decide(new(Means.Email), Anne, false, null, true, [], Given.Act(Roles.Practice) with { OccurredAt = Given.Now.AddDays(-8) })
            .ShouldBe(new ErasureAnnounced(Anne, Means.Email, Given.Now.AddDays(7)));

    [Theory]
    [InlineData(-600 * 24 * 60)]
    [InlineData(-2)]
    [Breaks("occurred-at")]
    public void an_erasure_happens_when_it_is_asked_and_is_not_dated_back(int minutes)
    {
        Decision Dated(DateTimeOffset at) =>
            RequestErasure.Decide(
                new(),
                new(Anne, Nothing, true, false, [], [], false),
                [],
                false,
                Patience,
                Given.Act(Roles.Member, Anne) with
                {
                    OccurredAt = at,
                }
            );
        Dated(Given.Now.AddMinutes(minutes)).ShouldBreak("always", "occurred-at", "design");
        Dated(Given.Now.AddSeconds(-30)).ShouldBe(new ErasureRequested(Anne));
    }

    [Fact]
    public void an_api_key_has_nobody_erased_whatever_was_told_or_asked()
    {
        PersonsRequest asked = new(Means.InPerson, DateOnly.FromDateTime(Given.Now.Date));
        Ask(Roles.Practice, Given.Id(900), Told, byKey: true, asked: asked, at: Given.Now.AddDays(9)).ShouldBeRefused(403);
        Ask(Roles.Practice, Anne, byKey: true).ShouldBeRefused(403);
        Announce(byKey: true).ShouldBeRefused(403);
    }

    [Fact]
    public void all_services_are_told_and_it_is_looked_at_later()
    {
        var longAgo = Told with { ErasableFrom = Given.Now };
        foreach (
            var decision in new[] { Ask(Roles.Member, Anne), Ask(Roles.Facilitator, Anne), Ask(Roles.Practice, Given.Id(900), longAgo) }
        )
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
        var decision = RequestErasure.Decide(
            new(),
            new(Anne, Nothing, true, false, [new(group, engagement)], [engagement], false),
            [],
            false,
            Patience,
            Given.Act(Roles.Member, Anne)
        );
        decision.Elsewhere.ShouldBe([(group, new MemberLeft(Anne)), (engagement, new MemberDeparted(group.Id, Anne))]);
        decision
            .Messages[1](new(Given.Id(1), 1, Given.Now))
            .ShouldBe(new V1.MemberLeft(group.Id, Given.Id(2), Anne, new(group.Id, 3, Given.Now)));
    }

    [Fact]
    public void a_service_that_does_not_tell_is_asked_again_and_again_ever_later()
    {
        var one = Folding.Apply(Requested, Given.Id(1), new ErasureNoted("engagement", new(Given.Id(5), 1, Given.Now)));
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
            (record, service) => Folding.Apply(record, Given.Id(1), new ErasureNoted(service, new(Given.Id(5), 1, Given.Now)))
        );
        ErasureView.Of(all, new("t", Roles.Practice, Given.Id(900))).State.ShouldBe("completed");
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
