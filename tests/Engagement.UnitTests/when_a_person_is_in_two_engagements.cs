using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>A person of a practice is one: enrolled again by the practice, under the id that they have.</summary>
public class when_a_person_is_in_two_engagements
{
    private static readonly Guid One = Given.Id(51);
    private static readonly Guid Anne = Given.Id(43);

    private static PersonsFile Known(Guid? person = null, bool known = true, bool erased = false, params Guid[] joined) =>
        new(
            person ?? Anne,
            new PersonRecord(person ?? Anne) { Id = PersonStreams.Asked(person ?? Anne), Joined = joined },
            known,
            erased,
            [],
            [],
            false
        );

    private static Decision Enrol(PersonsFile? known, Group? group = null, Engagement? engagement = null, Act? act = null) =>
        EnrolMember.Decide(
            new(One, Person: Anne),
            group ?? Story.Group(),
            engagement ?? Story.Of(Story.Chartering(Story.Dispositif("open"))),
            Story.Frames,
            act ?? Story.Act(),
            known
        );

    [Fact]
    public void they_are_enrolled_under_their_id_and_no_name_is_written_anew()
    {
        var decision = Enrol(Known());
        decision.ShouldHappen(new MemberEnrolled(Anne, One, false));
        decision.Elsewhere.Single().Fact.ShouldBe(new MemberAdmitted(Story.GroupId, Anne, One));
        decision.Names.ShouldBeEmpty();
        decision.Messages.Select(m => m(new(Story.GroupId, 2, Given.Now))).ShouldBe([new NamesDue(Anne)]);
    }

    [Fact]
    public void a_name_or_an_id_is_given_and_not_both()
    {
        Decision Give(string? name, Guid? person) =>
            EnrolMember.Decide(
                new(One, name, Person: person),
                Story.Group(),
                Story.Of(Story.Chartering()),
                Story.Frames,
                Story.Act(),
                Known()
            );
        Give("C", Anne).ShouldBeRefused(400);
        Give(null, null).ShouldBeRefused(400);
    }

    [Fact]
    public void a_facilitator_finds_nobody_by_an_id_whether_there_is_one_or_not()
    {
        var act = Story.Act(Roles.Facilitator, Story.Facilitator);
        var refused = new[] { Enrol(Known(), act: act), Enrol(null, act: act), Enrol(Known(erased: true), act: act) };
        refused.ShouldAllBe(d => d.Refusal!.Status == 403);
        refused.Select(d => d.Refusal!.Detail).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void whom_the_practice_does_not_know_is_nobody_and_who_is_erased_does_not_come_back()
    {
        Enrol(null).ShouldBeRefused(404);
        Enrol(Known(erased: true)).ShouldBeRefused(410);
    }

    [Fact]
    public void the_facilitator_is_no_member_under_whichever_record()
    {
        Enrol(Known(joined: Story.Facilitator)).ShouldBreak("always", "independence", "S0");
        EnrolMember
            .Decide(
                new(One, Person: Story.Facilitator),
                Story.Group(),
                Story.Of(Story.Chartering(Story.Dispositif("open"))),
                Story.Frames,
                Story.Act(),
                Known(Story.Facilitator)
            )
            .ShouldBreak("always", "independence", "S0");
    }

    [Fact]
    public void both_records_of_one_person_are_in_no_engagement_twice()
    {
        var engagement = Story.Of(
            Story.Chartering(Story.Dispositif("open")),
            new GroupAdded(Given.Id(31)),
            new MemberAdmitted(Given.Id(31), Given.Id(44))
        );
        Enrol(Known(joined: Given.Id(44)), engagement: engagement).ShouldBeRefused(409);
        Enrol(Known(joined: Given.Id(45)), engagement: engagement).Refusal.ShouldBeNull();
        Enrol(Known(), engagement: Story.Of([.. Story.Chartering(Story.Dispositif("open"))], new MemberAdmitted(Story.GroupId, Anne)))
            .ShouldBeRefused(409);
    }

    // What the other services know of them is that they left.
    [Fact]
    public void who_left_a_group_comes_back_to_it_under_another_record()
    {
        var group = Story.Group(new MemberEnrolled(Anne, One, false), new MemberLeft(Anne));
        Enrol(Known(), group).ShouldBeRefused(409);
        Enrol(Known(), Story.Group(new MemberEnrolled(Anne, One, true), new VolunteeringRevoked(Anne))).ShouldBeRefused(409);
        Enrol(Known(joined: Given.Id(44)), Story.Group(new MemberEnrolled(Given.Id(44), One, false), new MemberLeft(Given.Id(44))))
            .Refusal.ShouldBeNull();
    }

    [Fact]
    public void who_accepted_the_charter_before_takes_part_in_another_group_at_once()
    {
        var group = Story.Group(new GroupSealed());
        Fact[] open = [new DispositifAmended(Story.Dispositif("open", maximum: 6), Story.Text())];
        Fact[] left = [new MemberDeparted(Story.GroupId, Given.Id(41))];
        Decision Again(params Fact[] more) =>
            EnrolMember.Decide(
                new(One, Person: Given.Id(41)),
                group,
                Story.Of(Story.Active(), [.. open, .. left, .. more]),
                Story.Frames,
                Story.Act(),
                Known(Given.Id(41))
            );
        var origin = new Origin(Story.GroupId, 3, Given.Now);
        Again()
            .Messages.Select(m => m(origin))
            .OfType<V1.MemberEnrolled>()
            .ShouldBe([new(Story.GroupId, Given.Id(1), new(Given.Id(41), One), origin)]);
        Again(new CharterProposed(Story.Text(), [OutwardItem.Bilans], 1, ["confidentiality"], "other")).ShouldBeRefused(409);
        Enrol(Known(), group, Story.Of(Story.Active(), open)).Messages.Select(m => m(origin)).OfType<V1.MemberEnrolled>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hélène Dupont", "dupont helene", true)]
    [InlineData("Jean-Marc de La Tour", "Tour Jean Marc", true)]
    [InlineData("Hélène Dupont", "Hélène Durand", false)]
    [InlineData("Hélène Dupont", "Dupont", false)]
    [InlineData("Participante 11", "Participante 12", false)]
    [InlineData("A", "a", true)]
    [InlineData("de", "du", false)]
    public void a_name_is_found_whatever_its_accents_and_order(string one, string other, bool same) =>
        FindPersons.IsSame(one, other).ShouldBe(same);
}
