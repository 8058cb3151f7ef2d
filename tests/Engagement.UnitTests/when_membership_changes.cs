using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_membership_changes
{
    private static readonly Guid One = Given.Id(51);
    private static readonly Contracts.Origin Origin = new(Story.GroupId, 9, Given.Now);
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);
    private static readonly Guid Chloe = Given.Id(43);

    private static IReadOnlyList<Fact> Two => [new MemberEnrolled(Anne, One, true), new MemberEnrolled(Bob, One, true)];

    private static Group Sealed(params IReadOnlyList<Fact> more) => Story.Group([.. Two, new GroupSealed(), .. more]);

    private static Act As(Guid person) => Story.Act(Roles.Member, person);

    private static Decision Leave(Guid person, Group group, Act act, string frame = "narrator", params IReadOnlyList<Fact> more) =>
        LeaveGroup.Decide(new(person, new("text")), group, Story.Of(Story.Chartering(Story.Dispositif(frame)), more), Story.Frames, act);

    [Fact]
    public void volunteering_is_confirmed_in_person_before_the_group_is_sealed()
    {
        var engagement = Story.Of(Story.Chartering(Story.Dispositif("volunteers")));
        SealGroup
            .Decide(Story.Group([.. Two, new VolunteeringConfirmed(Anne)]), engagement, Story.Frames, Story.Act())
            .ShouldBreak("volunteers", "participation", "S3");
        SealGroup
            .Decide(
                Story.Group([.. Two, new VolunteeringConfirmed(Anne), new VolunteeringConfirmed(Bob)]),
                engagement,
                Story.Frames,
                Story.Act()
            )
            .ShouldHappen(new GroupSealed());
        ConfirmVolunteering.Decide(Story.Group(Two), As(Anne)).ShouldHappen(new VolunteeringConfirmed(Anne));
        ConfirmVolunteering.Decide(Story.Group([.. Two, new VolunteeringConfirmed(Anne)]), As(Anne)).ShouldHappen();
    }

    [Fact]
    public void volunteering_is_revoked_at_any_time_without_a_reason_and_takes_effect_at_once()
    {
        var decision = RevokeVolunteering.Decide(Sealed(), Story.Of(Story.Active()), As(Anne));
        decision.ShouldHappen(new VolunteeringRevoked(Anne));
        decision.Elsewhere.Single().Fact.ShouldBe(new MemberDeparted(Story.GroupId, Anne));
        ((V1.VolunteeringRevoked)decision.Messages.Single()(Origin)).Person.ShouldBe(Anne);
        decision.Scheduled.Single().Message.ShouldBe(new WatchDue(Given.Id(1), Watched.Size, Story.GroupId, Story.Act().OccurredAt));
        Sealed(new VolunteeringRevoked(Anne)).HasMember(Anne).ShouldBeFalse();
        RevokeVolunteering
            .Decide(Story.Group(new MemberEnrolled(Anne, One, false)), Story.Of(Story.Active()), As(Anne))
            .ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("stability")]
    public void nobody_else_has_somebody_leave_who_takes_part()
    {
        foreach (var by in new[] { Story.Act(), Story.Act(Roles.Facilitator, Story.Facilitator) })
        {
            Leave(Anne, Sealed(), by).ShouldBreak("narrator", "stability", "S4");
            Leave(Anne, Sealed(), by, "team").ShouldBreak("always", "stability", "S4");
            Leave(Anne, Sealed(), by, "open").ShouldBreak("open", "stability", "design");
            Leave(Anne, Story.Group([.. Two, new VolunteeringConfirmed(Anne)]), by).ShouldBreak("always", "stability", "S4");
            Leave(Anne, Story.Group(Two), by, more: [new CharterProposed(Story.Text(), []), new CharterAccepted(Anne)])
                .ShouldBreak("always", "stability", "S4");
            Leave(Anne, Story.Group(Two), by).Refusal.ShouldBeNull("an enrolment that nobody took up is undone");
            Leave(Given.Id(43), Sealed(), by).ShouldBeRefused(404);
        }
    }

    [Fact]
    public void a_group_that_is_dissolved_or_whose_engagement_is_over_stays_as_it_was()
    {
        var x = Given.Id(5);
        var gone = Sealed(new StabilityExceptionAsked(x, Story.Text(), StabilityChange.Leaves, Anne), new GroupDissolved(Story.Text()));
        var over = Story.Of(Story.Active(), new EngagementConcluded());
        Leave(Anne, gone, As(Anne)).ShouldBeRefused(409);
        ConfirmVolunteering.Decide(gone, As(Anne)).ShouldBeRefused(409);
        RevokeVolunteering.Decide(gone, Story.Of(Story.Active()), As(Anne)).ShouldBeRefused(409);
        AgreeStabilityException.Decide(x, gone, Story.Of(Story.Active()), As(Anne)).ShouldBeRefused(409);
        AgreeStabilityException.Decide(x, Sealed(), over, As(Anne)).ShouldBeRefused(409);
        Ask(new(new("text"), StabilityChange.Leaves, Anne), Sealed(), engagement: over).ShouldBeRefused(409);
        LeaveGroup.Decide(new(Anne, new("text")), Sealed(), over, Story.Frames, As(Anne)).Refusal.ShouldBeNull("nobody is held");
    }

    [Fact]
    public void nobody_is_held()
    {
        var decision = Leave(Anne, Sealed(), As(Anne));
        decision.ShouldHappen(new MemberLeft(Anne, Story.Text("MemberLeft.Reason")));
        decision.Elsewhere.Single().Fact.ShouldBe(new MemberDeparted(Story.GroupId, Anne));
        ((V1.MemberLeft)decision.Messages.Single()(Origin)).Person.ShouldBe(Anne);
        Leave(Bob, Sealed(), As(Anne)).ShouldBeRefused(404);
    }

    [Fact]
    [Breaks("occurred-at")]
    public void nobody_has_left_before_they_say_so_while_the_engagement_runs()
    {
        var late = As(Anne) with { OccurredAt = Given.Now.AddDays(-20) };
        Leave(Anne, Sealed(), late).Refusal.ShouldBeNull("the engagement is not active yet");
        LeaveGroup
            .Decide(new(Anne, new("text")), Sealed(), Story.Of(Story.Active(Given.Now.AddDays(-90))), Story.Frames, late)
            .ShouldBreak("always", "occurred-at", "design");
        RevokeVolunteering
            .Decide(Sealed(), Story.Of(Story.Active(Given.Now.AddDays(-90))), late)
            .ShouldBreak("always", "occurred-at", "design");
    }

    [Fact]
    [Breaks("occurred-at")]
    public void a_fact_enters_no_other_stream_before_the_last_one_there()
    {
        var group = Folding.Apply(Sealed(), Story.GroupId, new MemberLeft(Bob) { OccurredAt = Given.Now });
        var decision = Decision.Of(new CharterAccepted(Anne)).With(group, new CharterAcceptanceNoted(Anne));
        var act = As(Anne) with { OccurredAt = Given.Now.AddDays(-1) };
        ((Decision)EventSourcing.Recording.Untimely(decision, act)!).ShouldBreak("always", "occurred-at", "design");
        EventSourcing.Recording.Untimely(decision, act with { IsUntimed = true }).ShouldBeNull();
        EventSourcing.Recording.Untimely(decision, As(Anne)).ShouldBeNull();
    }

    [Fact]
    [Keeps("stability")]
    public void an_exception_agreed_by_every_member_lets_one_person_join_or_leave()
    {
        var x = Given.Id(999);
        AskStabilityException named = new(new("text"), StabilityChange.Joins, DisplayName: "Chloé");
        Ask(named, Story.Group(Two)).ShouldBeRefused(409);
        var asked = Ask(named, Sealed());
        asked.ShouldHappen(new StabilityExceptionAsked(x, Story.Text("StabilityExceptionAsked.Reason"), StabilityChange.Joins, Chloe));
        asked.Names.ShouldBe([(Chloe, "Chloé")], "what is asked for holds no name");
        var group = Sealed([.. asked.Facts]);
        Decision Agree(Guid exception, Group of, Guid by) =>
            AgreeStabilityException.Decide(exception, of, Story.Of(Story.Active()), As(by));
        Agree(Given.Id(1), group, Anne).ShouldBeRefused(404);
        Agree(x, group, Anne).ShouldHappen(new StabilityExceptionApproved(x, Anne));
        var half = Folding.Apply(group, group.Id, new StabilityExceptionApproved(x, Anne));
        Agree(x, half, Anne).ShouldHappen();
        Enrol(half, Chloe).ShouldBreak("narrator", "stability", "S4");
        var last = Agree(x, half, Bob);
        last.ShouldHappen(new StabilityExceptionApproved(x, Bob), new StabilityExceptionAgreed(x));
        var agreed = last.Facts.Aggregate(half, (g, fact) => Folding.Apply(g, g.Id, fact));
        Enrol(agreed).ShouldBreak("narrator", "stability", "S4");
        Enrol(agreed, Given.Id(44)).ShouldBreak("narrator", "stability", "S4");
        var enrolled = Enrol(agreed, Chloe);
        enrolled.ShouldHappen(new MemberEnrolled(Chloe, One, false, Awaited: true));
        enrolled.Names.ShouldBeEmpty("they bear the name that the group agreed to");
        agreed.Invited().ShouldBe([Chloe]);
        var joined = Folding.Apply(agreed, agreed.Id, enrolled.Facts[0]);
        joined.Invited().ShouldBeEmpty();
        Enrol(joined).ShouldBreak("narrator", "stability", "S4");
        Leave(Anne, agreed, Story.Act()).ShouldBreak("narrator", "stability", "S4");
    }

    [Fact]
    [Breaks("stability")]
    public void who_was_renamed_since_the_group_was_asked_joins_by_that_no_more()
    {
        var agreed = Sealed(
            new StabilityExceptionAsked(Given.Id(5), Story.Text(), StabilityChange.Joins, Chloe),
            new StabilityExceptionAgreed(Given.Id(5))
        );
        Enrol(agreed, Chloe).Refusal.ShouldBeNull();
        Enrol(agreed, Chloe, isRenamed: true).ShouldBreak("narrator", "stability", "S4");
    }

    [Fact]
    [Keeps("stability")]
    [Breaks("stability")]
    public void an_exception_serves_for_what_the_group_agreed_to_alone()
    {
        var x = Given.Id(5);
        Group Agreed(StabilityChange? change, Guid? person = null) =>
            Sealed(new StabilityExceptionAsked(x, Story.Text(), change, person), new StabilityExceptionAgreed(x));
        var leaving = Agreed(StabilityChange.Leaves, Anne);
        Leave(Anne, leaving, Story.Act()).Refusal.ShouldBeNull();

        // Whoever objects to their departure afterwards agrees to leave no more.
        IReadOnlyList<Fact> objected =
        [
            new DepartureRecorded(Given.Id(6), Anne, DepartureReason.Wish, 14, Given.Now.AddDays(14), true, Heard: true),
            new DepartureObjected(Given.Id(6), Anne, Story.Text(), Given.Now.AddDays(14)),
        ];
        var stays = objected.Aggregate(leaving, (g, fact) => Folding.Apply(g, g.Id, fact with { OccurredAt = Given.Now }));
        Leave(Anne, stays, Story.Act()).ShouldBreak("always", "departure", "design");
        Leave(Anne, stays, Story.Act(Roles.Member, Anne)).Refusal.ShouldBeNull();
        Leave(Bob, leaving, Story.Act()).ShouldBreak("narrator", "stability", "S4");
        Enrol(leaving).ShouldBreak("narrator", "stability", "S4");
        Folding.Apply(leaving, leaving.Id, new MemberLeft(Bob)).Exceptions.Single().Used.ShouldBeFalse();
        Folding.Apply(leaving, leaving.Id, new MemberLeft(Anne)).Exceptions.Single().Used.ShouldBeTrue();

        // One of before serves for either, as it did.
        Leave(Bob, Agreed(null), Story.Act()).Refusal.ShouldBeNull();
        Enrol(Agreed(null)).Refusal.ShouldBeNull();

        // One that somebody joins by, asked for when they were not named, serves for whoever joins.
        Enrol(Agreed(StabilityChange.Joins)).Refusal.ShouldBeNull();
        Enrol(Agreed(StabilityChange.Joins), Chloe).Refusal.ShouldBeNull();
        Leave(Bob, Agreed(StabilityChange.Joins), Story.Act()).ShouldBreak("narrator", "stability", "S4");

        Decision Asks(StabilityChange? change, Guid? person = null, string? name = null) =>
            Ask(new(new("text"), change, person, name), Sealed());
        Asks(StabilityChange.Leaves, Anne)
            .ShouldHappen(
                new StabilityExceptionAsked(Given.Id(999), Story.Text("StabilityExceptionAsked.Reason"), StabilityChange.Leaves, Anne)
            );
        Asks(null).ShouldBeRefused(400);
        Asks(StabilityChange.Leaves).ShouldBeRefused(400);
        Asks(StabilityChange.Leaves, Given.Id(77)).ShouldBeRefused(400);
        Asks(StabilityChange.Joins).ShouldBeRefused(400);
        Asks(StabilityChange.Joins, Chloe, "Chloé").ShouldBeRefused(400);
        Asks(StabilityChange.Joins, name: " ").ShouldBeRefused(400);
    }

    [Fact]
    public void the_practice_asks_for_somebody_by_their_id_and_nobody_else_does()
    {
        AskStabilityException byId = new(new("text"), StabilityChange.Joins, Chloe);
        Ask(byId, Sealed(), Known(Chloe))
            .ShouldHappen(
                new StabilityExceptionAsked(Given.Id(999), Story.Text("StabilityExceptionAsked.Reason"), StabilityChange.Joins, Chloe)
            );
        Ask(byId, Sealed()).ShouldBeRefused(404);
        Ask(byId, Sealed(), Known(Chloe) with { IsErased = true }).ShouldBeRefused(410);
        Ask(byId with { Person = Anne }, Sealed(), Known(Anne)).ShouldBeRefused(409);
        Ask(byId, Sealed(), Known(Chloe), act: Story.Act(Roles.Facilitator, Story.Facilitator)).ShouldBeRefused(403);
    }

    [Fact]
    [Keeps("confidentiality")]
    [Breaks("confidentiality")]
    public void names_are_read_by_those_who_accepted_the_charter_and_by_the_practice()
    {
        var group = Sealed(
            new StabilityExceptionAsked(Given.Id(5), Story.Text(), StabilityChange.Joins, Given.Id(44)),
            new MemberEnrolled(Chloe, One, true, Awaited: true),
            new GroupEntrusted(Given.Id(11), Awaited: true)
        );
        Guid[] all = [Given.Id(11), Anne, Bob, Chloe, Given.Id(44)];
        IEnumerable<Guid> Read(string role, Guid person, Group? of = null) =>
            ReadIdentities.Named(of ?? group, new("cabinet", role, person));
        Read(Roles.Member, Anne).ShouldBe(all);
        Read(Roles.Practice, Given.Id(900)).ShouldBe(all);
        Read(Roles.Member, Chloe).ShouldBe([Chloe]);
        Read(Roles.Facilitator, Given.Id(11)).ShouldBe([Given.Id(11)]);
        Read(Roles.Facilitator, Given.Id(11), Folding.Apply(group, group.Id, new CharterAcceptanceNoted(Given.Id(11)))).ShouldBe(all);
    }

    [Fact]
    public void a_group_is_dissolved_before_or_after_its_engagement_runs_and_once()
    {
        DissolveGroup
            .Decide(new(new("text")), Story.Group(Two), Story.Of(Story.Chartering()), Story.Act())
            .ShouldHappen(new GroupDissolved(Story.Text("GroupDissolved.Reason")));
        DissolveGroup.Decide(new(new("text")), Sealed(), Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
        DissolveGroup
            .Decide(new(new("text")), Sealed(new GroupDissolved(Story.Text())), Story.Of(Story.Chartering()), Story.Act())
            .ShouldBeRefused(409);
        Story.Of(Story.Accepted, new GroupRemoved(Story.GroupId)).Members.ShouldBeEmpty();
    }

    private static PersonsFile Known(Guid person) => new(person, new(person), true, false, [], [], false);

    private static Decision Ask(
        AskStabilityException command,
        Group group,
        PersonsFile? known = null,
        Engagement? engagement = null,
        Act? act = null
    ) => AskStabilityException.Decide(command, group, engagement ?? Story.Of(Story.Active()), Chloe, act ?? Story.Act(), known);

    // By the name of whom the group agreed to, where it did.
    private static Decision Enrol(Group group, Guid? invited = null, bool isRenamed = false) =>
        EnrolMember.Decide(
            new(One, "C"),
            group,
            Story.Of(Story.Active(), new DispositifAmended(Story.Dispositif("narrator", maximum: 6), Story.Text())),
            Story.Frames,
            Story.Act(),
            invited is { } person ? Known(person) : null,
            isRenamed
        );
}
