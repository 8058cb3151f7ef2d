using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_something_waits
{
    private static Actor As(string role, Guid person) => new("cabinet", role, person, Story.Establishment);

    private static IEnumerable<WaitingItem> Of(string role, Guid person, IReadOnlyList<Fact> facts) =>
        WaitingAgreements.Of(Story.Of(facts), As(role, person), Given.Now);

    [Fact]
    public void a_charter_waits_for_who_has_not_accepted_it_with_its_hash()
    {
        WaitingItem charter = new(WaitingKind.Charter, $"/v1/engagements/{Given.Id(1)}", Story.Hash);
        Of(Roles.Member, Given.Id(77), Story.Active()).ShouldBe([charter]);
        Of(Roles.Facilitator, Given.Id(11), Story.Active()).ShouldBe([charter]);
        Of(Roles.Member, Given.Id(77), [.. Story.Active(), new CharterAccepted(Given.Id(77), Story.Hash)]).ShouldBeEmpty();
        Of(Roles.Establishment, Given.Id(77), Story.Active()).ShouldBeEmpty();
        Of(Roles.Member, Given.Id(77), Story.Designing).ShouldBeEmpty();
    }

    [Fact]
    public void a_dispositif_waits_for_the_establishment_until_it_is_agreed()
    {
        IReadOnlyList<Fact> proposed = [.. Story.Designing, new DispositifProposed(Story.Dispositif())];
        Of(Roles.Establishment, Given.Id(77), proposed)
            .ShouldBe([new(WaitingKind.Dispositif, $"/v1/engagements/{Given.Id(1)}", Canonical.Digest(Story.Of(proposed).Dispositif))]);
        Of(Roles.Establishment, Given.Id(77), [.. proposed, new DispositifAgreed()]).ShouldBeEmpty();
        Of(Roles.Member, Given.Id(77), proposed).ShouldBeEmpty();
    }

    [Fact]
    public void an_exception_to_stability_waits_for_each_member()
    {
        var group = Story.Group(
            new MemberEnrolled(Given.Id(41), Given.Id(60), false),
            new MemberEnrolled(Given.Id(42), Given.Id(60), false),
            new GroupSealed(),
            new StabilityExceptionAsked(Given.Id(5), Story.Text()),
            new StabilityExceptionApproved(Given.Id(5), Given.Id(41))
        );
        WaitingAgreements.Of(group, As(Roles.Member, Given.Id(41)), Given.Now).ShouldBeEmpty();
        WaitingAgreements
            .Of(group, As(Roles.Member, Given.Id(42)), Given.Now)
            .ShouldBe([new(WaitingKind.StabilityException, $"/v1/groups/{Story.GroupId}", Canonical.HashOf(Story.Text()))]);
    }

    [Fact]
    public void a_departure_waits_for_who_has_not_answered_until_its_delay_ends()
    {
        var until = Given.Now.AddDays(14);
        var group = Story.Group(
            new MemberEnrolled(Given.Id(41), Given.Id(60), false),
            new MemberEnrolled(Given.Id(42), Given.Id(60), false),
            new MemberEnrolled(Given.Id(43), Given.Id(60), false),
            new GroupSealed(),
            new DepartureRecorded(Given.Id(5), Given.Id(41), DepartureReason.LongAbsence, 14, until, false),
            new DepartureAgreed(Given.Id(5), Given.Id(43))
        );
        IReadOnlyList<WaitingItem> For(int person, DateTimeOffset at) =>
            [.. WaitingAgreements.Of(group, As(Roles.Member, Given.Id(person)), at)];
        For(42, Given.Now).Single().ShouldBe(For(41, Given.Now).Single());
        For(42, Given.Now).Single().ShouldSatisfyAllConditions(i => i.Kind.ShouldBe(WaitingKind.Departure), i => i.Until.ShouldBe(until));
        For(43, Given.Now).ShouldBeEmpty();
        For(42, until).ShouldBeEmpty();
    }

    [Fact]
    public void what_is_proposed_waits_for_the_establishment_that_pays()
    {
        IReadOnlyList<Fact> proposed = [.. Story.Active(), new RenewalProposed(Given.Id(6), 12)];
        Of(Roles.Establishment, Given.Id(77), proposed).Select(i => i.Kind).ShouldBe([WaitingKind.Proposal]);
        Of(Roles.Facilitator, Given.Id(11), proposed).ShouldNotContain(i => i.Kind == WaitingKind.Proposal);
        WaitingAgreements
            .Of(Story.Of(proposed), new Actor("cabinet", Roles.Establishment, Given.Id(77), Given.Id(404)), Given.Now)
            .ShouldBeEmpty("another establishment does not pay");
    }

    [Fact]
    public void what_the_practice_recorded_as_accepted_waits_for_who_pays_until_it_cannot_be_contested()
    {
        var until = Given.Now.AddDays(14);
        IReadOnlyList<Fact> recorded =
        [
            .. Story.Active(),
            new EngagementRenewed(Given.Now.AddMonths(18), new(Story.Text()), Given.Id(6)),
            new AcceptanceRecorded(Accepted.Renewal, until, Given.Id(6)),
        ];
        Of(Roles.Establishment, Given.Id(77), recorded)
            .Single()
            .ShouldSatisfyAllConditions(i => i.Kind.ShouldBe(WaitingKind.Acceptance), i => i.Until.ShouldBe(until));
        Of(Roles.Member, Given.Id(41), recorded).ShouldNotContain(i => i.Kind == WaitingKind.Acceptance);
        WaitingAgreements.Of(Story.Of(recorded), As(Roles.Establishment, Given.Id(77)), until).ShouldBeEmpty();
        Of(Roles.Establishment, Given.Id(77), [.. recorded, new AcceptanceContested(Accepted.Renewal, Story.Text(), Given.Id(6))])
            .ShouldBeEmpty();
    }

    [Fact]
    public void what_was_recorded_waits_whatever_they_accepted_since_and_shows_until_when_only_while_it_may_be_contested()
    {
        IReadOnlyList<Fact> recorded =
        [
            .. Story.Active(),
            new EngagementRenewed(Given.Now.AddMonths(18), new(Story.Text()), Given.Id(6)),
            new AcceptanceRecorded(Accepted.Renewal, Given.Now.AddDays(14), Given.Id(6)),
            new EngagementRenewed(Given.Now.AddMonths(24), new(), Given.Id(7)),
        ];
        DateTimeOffset? Shown(params IReadOnlyList<Fact> told) =>
            EngagementView
                .Of(Story.Of(told), As(Roles.Establishment, Given.Id(77)), new("cabinet", Given.Id(1), new Dictionary<string, byte[]>()))
                .Accepted.Single(a => a.Proposal == Given.Id(6))
                .ContestableUntil;
        Of(Roles.Establishment, Given.Id(77), recorded).Single().Until.ShouldBe(Given.Now.AddDays(14));
        Shown(recorded).ShouldBe(Given.Now.AddDays(14));
        Shown([.. recorded, new AcceptanceContested(Accepted.Renewal, Story.Text(), Given.Id(6), true, Given.Now.AddMonths(18))])
            .ShouldBeNull();
    }

    [Fact]
    public void a_succession_waits_for_the_establishment_until_it_takes_effect()
    {
        var until = Given.Now.AddDays(14);
        Establishment Place(params IReadOnlyList<Fact> more) =>
            Folding.Of<Establishment>(Story.Establishment, [new EstablishmentRegistered("IME", Given.Siret(1), null, "health"), .. more])!;
        var announced = Place(new SuccessionAnnounced(Given.Id(21), new(2026, 3, 1), SuccessionReason.TakenOver, until));
        IEnumerable<WaitingItem> For(Guid house, Establishment of, DateTimeOffset at) => WaitingAgreements.Of(of, house, at);
        For(Story.Establishment, announced, Given.Now)
            .Single()
            .ShouldSatisfyAllConditions(
                i => i.Kind.ShouldBe(WaitingKind.Succession),
                i => i.Resource.ShouldBe($"/v1/establishments/{Story.Establishment}"),
                i => i.Until.ShouldBe(until)
            );
        For(Given.Id(21), announced, Given.Now)
            .Single()
            .ShouldSatisfyAllConditions(
                i => i.Kind.ShouldBe(WaitingKind.Succession),
                i => i.Resource.ShouldBe($"/v1/establishments/{Story.Establishment}"),
                i => i.Until.ShouldBeNull("no silence of its accepts anything")
            );
        For(Given.Id(21), announced, until.AddDays(1)).ShouldNotBeEmpty();
        var accepted = Folding.Apply(announced, announced.Id, new SuccessionAccepted(Given.Id(21)));
        For(Given.Id(21), accepted, Given.Now).ShouldBeEmpty();
        For(Story.Establishment, accepted, Given.Now).ShouldNotBeEmpty();
        For(Story.Establishment, accepted, until).ShouldBeEmpty();
        For(Story.Establishment, Folding.Apply(announced, announced.Id, new SuccessionConfirmed()), Given.Now).ShouldBeEmpty();
        var recorded = Folding.Apply(announced, announced.Id, new SuccessionAccepted(Given.Id(21), Story.Text(), until.AddDays(3)));
        For(Given.Id(21), recorded, Given.Now).Single().Until.ShouldBe(until.AddDays(3));
        For(Story.Establishment, Place(), Given.Now).ShouldBeEmpty();

        // Once it objected, what is announced anew waits as long as it takes.
        var again = Place(
            new SuccessionObjected(),
            new SuccessionAnnounced(Given.Id(21), new(2026, 3, 1), SuccessionReason.TakenOver, null)
        );
        For(Story.Establishment, again, until).Single().Until.ShouldBeNull();
    }

    [Fact]
    public void members_and_facilitator_are_told_of_a_succession_before_and_after()
    {
        var until = Given.Now.AddDays(14);
        Establishment House(Guid id, params IReadOnlyList<Fact> more) =>
            Folding.Of<Establishment>(id, [new EstablishmentRegistered("IME", Given.Siret(1), null, "health"), .. more])!;
        var announced = House(
            Story.Establishment,
            new SuccessionAnnounced(Given.Id(21), new(2026, 3, 1), SuccessionReason.TakenOver, until)
        );
        var running = Story.Of(Story.Active());
        WaitingAgreements
            .Told(running, [announced, House(Given.Id(29))], Given.Now)
            .Single()
            .ShouldSatisfyAllConditions(
                i => i.Kind.ShouldBe(WaitingKind.Succession),
                i => i.Resource.ShouldBe($"/v1/engagements/{running.Id}"),
                i => i.Until.ShouldBe(until),
                i => Story.Json(i).ShouldNotContain($"{Given.Id(21)}")
            );
        WaitingAgreements.Told(running, [House(Story.Establishment)], Given.Now).ShouldBeEmpty();
        var replaced = Story.Of(
            Story.Active(),
            new EstablishmentReplaced(Story.Establishment, Given.Id(21), Keeps: true) { OccurredAt = until }
        );
        WaitingAgreements.Told(replaced, [House(Given.Id(21))], until).Single().Until.ShouldBe(until.AddDays(14));
        WaitingAgreements.Told(replaced, [House(Given.Id(21))], until.AddDays(14)).ShouldBeEmpty();
    }

    [Fact]
    public void a_join_waits_for_each_of_them_and_names_no_other()
    {
        var until = Given.Now.AddDays(14);
        var joined = Folding.Of<PersonRecord>(Given.Id(3), [new PersonsJoined(Given.Id(41), [Given.Id(42)], until)])!;
        WaitingItem item = WaitingAgreements.Of(joined, Given.Now).Single();
        item.Kind.ShouldBe(WaitingKind.Join);
        item.Until.ShouldBe(until);
        Story.Json(item).ShouldNotContain($"{Given.Id(42)}");
        WaitingAgreements.Of(joined, until).ShouldBeEmpty();
        WaitingAgreements.Of(Folding.Apply(joined, joined.Id, new PersonsParted(Given.Id(41), [Given.Id(42)])), Given.Now).ShouldBeEmpty();
        WaitingAgreements
            .Of(Folding.Of<PersonRecord>(Given.Id(3), [new PersonsJoined(Given.Id(41), [Given.Id(42)])]), Given.Now)
            .ShouldBeEmpty();
    }
}
