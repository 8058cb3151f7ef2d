using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_assigning_a_facilitator
{
    private static readonly Request Request = Folding.Of<Request>(
        Given.Id(2),
        [new RequestSubmitted(Story.Establishment, Demand.Relation, Story.Text(), Given.Id(1))]
    )!;

    private static Facilitator File(params Fact[] facts) =>
        Folding.Of<Facilitator>(Story.Facilitator, [new FacilitatorRegistered(null), .. facts])!;

    private static Decision Assign(Engagement state, Facilitator? file, params IReadOnlyList<Group> groups) =>
        AssignFacilitator.Decide(new(Story.Facilitator, []), state, file, Request, groups, Story.Frames, Story.Act());

    [Fact]
    public void it_happens_before_the_last_fact_of_no_group_that_it_touches()
    {
        var file = File(new IndependenceDeclared());
        Decision At(int hours) =>
            AssignFacilitator.Decide(
                new(Given.Id(11), []),
                Story.Of(Story.Active(Given.Now.AddDays(-9))),
                file with
                {
                    Id = Given.Id(11),
                },
                Request,
                [Story.Group(new GroupSealed { OccurredAt = Given.Now })],
                Story.Frames,
                Story.Act(at: Given.Now.AddHours(hours))
            );
        At(1).Refusal.ShouldBeNull();
        At(-1).ShouldBreak("always", "occurred-at", "design");
    }

    [Fact]
    public void the_file_is_registered_and_the_name_stands_outside_the_events()
    {
        var decision = RegisterFacilitator.Decide(
            new("Camille Dupont", true, [new(Qualification.FieldExperience, new("text"), 12)]),
            null,
            Story.Act()
        );
        decision.ShouldHappen(
            new FacilitatorRegistered(null),
            new QualificationEvidenced(Qualification.FieldExperience, Story.Text("QualificationEvidenced.Title"), 12),
            new IndependenceDeclared()
        );
        decision.Names.ShouldBe([(Given.Id(1), "Camille Dupont")]);
        decision.Facts.Select(Story.Json).ShouldAllBe(fact => !fact.Contains("Camille"));
    }

    [Fact]
    public void a_file_without_name_or_with_impossible_evidence_is_refused()
    {
        RegisterFacilitator.Decide(new("C", true, [], Given.Id(404)), null, Story.Act()).ShouldBeRefused(400);
        RegisterFacilitator.Decide(new(" ", true, []), null, Story.Act()).ShouldBeRefused(400);
        RegisterFacilitator.Decide(new("C", true, [null!]), null, Story.Act()).ShouldBeRefused(400);
        RegisterFacilitator.Decide(new("C", true, [new(Qualification.Training, new("text"), 81)]), null, Story.Act()).ShouldBeRefused(400);
    }

    [Theory]
    [InlineData("Diplôme\u202e d'État")]
    [InlineData("Diplôme\u200b d'État")]
    [InlineData("Diplôme\nd'État")]
    public void nothing_hides_in_the_title_of_a_piece_of_evidence(string title)
    {
        RegisterFacilitator.Decide(new("C", true, [new(Qualification.Diploma, new(title))]), null, Story.Act()).ShouldBeRefused(400);
        EvidenceQualification.Decide(new(Qualification.Diploma, new(title)), Story.Act()).ShouldBeRefused(400);
        EvidenceQualification.Decide(new(Qualification.Diploma, new(new('a', 201))), Story.Act()).ShouldBeRefused(400);
    }

    [Fact]
    [Keeps("independence")]
    public void one_who_declared_independence_is_assigned_and_may_read_the_request()
    {
        var decision = Assign(Story.Of(Story.Opened), File(new IndependenceDeclared()));
        decision.ShouldHappen(new FacilitatorAssigned(Story.Facilitator));
        decision.Elsewhere.ShouldBe([(Request, new RequestEntrusted(Story.Facilitator))]);
    }

    [Fact]
    [Keeps("independence")]
    [Breaks("independence")]
    public void another_one_is_checked_against_the_members_that_are_there()
    {
        var (state, group) = (Story.Of(Story.Active()), Constituted);
        var members = group.Members.Select(m => m.Person).ToList();
        Decision Assign(IReadOnlyList<Guid>? over, params IReadOnlyList<Group> groups) =>
            AssignFacilitator.Decide(new(Given.Id(11), over), state, Other(null), Request, groups, Story.Frames, Story.Act());
        Assign([members[0]], group).ShouldBreak("always", "independence", "S0");
        Assign(null, group).ShouldBreak("always", "independence", "S0");
        Assign(null).Refusal.ShouldBeNull();
        Assign([Given.Id(77)], group).ShouldHappen(new FacilitatorAssigned(Given.Id(11), members, Story.Facilitator));
    }

    [Fact]
    [Breaks("occurred-at")]
    public void who_is_replaced_led_until_then_and_the_first_may_be_told_afterwards()
    {
        var late = Story.Act() with { OccurredAt = Given.Now.AddDays(-20) };
        Decision Assign(IReadOnlyList<Fact> facts, Guid who) =>
            AssignFacilitator.Decide(new(who), Story.Of(facts), Other(null), Request, [], Story.Frames, late);
        Assign(Story.Opened, Given.Id(11)).Refusal.ShouldBeNull();
        Assign(Story.Active(Given.Now.AddDays(-90)), Given.Id(11)).ShouldBreak("always", "occurred-at", "design");
    }

    [Fact]
    [Breaks("occurred-at")]
    public void a_successor_leads_from_when_they_accept_and_not_from_before()
    {
        var awaited = Story.Of(Story.Active(), new FacilitatorAssigned(Given.Id(11), null, Story.Facilitator));
        Decision Accept(DateTimeOffset at) =>
            Charters.AcceptCharter.Decide(new(Story.Hash), awaited, Story.Act(Roles.Facilitator, Given.Id(11)) with { OccurredAt = at });
        Accept(Given.Now).Refusal.ShouldBeNull();
        Accept(Given.Now.AddDays(-20)).ShouldBreak("always", "occurred-at", "design");
    }

    [Fact]
    [Keeps("externality")]
    [Breaks("externality")]
    public void another_one_works_for_no_institution_of_a_member_where_the_frame_asks_for_one_from_outside()
    {
        var group = Constituted;
        var eaje = Story.Dispositif("eaje");
        var state = Story.Of(Story.Active().Select(f => f is DispositifProposed ? new DispositifProposed(eaje) : f).ToList());
        Decision Assign(Guid? employer) =>
            AssignFacilitator.Decide(new(Given.Id(11), []), state, Other(employer), Request, [group], Story.Frames, Story.Act());
        Assign(group.Members[0].Institution).ShouldBreak("eaje", "externality", "eaje");
        Assign(Given.Id(78)).Refusal.ShouldBeNull();
    }

    [Fact]
    [Keeps("qualification")]
    [Breaks("qualification")]
    public void experience_of_zero_years_shows_nothing()
    {
        RegisterFacilitator
            .Decide(new("C", true, [new(Qualification.ManagerialExperience, new("text"), 0)]), null, Story.Act())
            .ShouldBeRefused(400);
        EvidenceQualification.Decide(new(Qualification.ManagerialExperience, new("text"), 0), Story.Act()).ShouldBeRefused(400);

        // Recorded before it was refused, it shows nothing all the same.
        var policies = Story.Frames.Pinned([new("cadre", 1)]);
        Refusal? Check(int? years) =>
            Frames.DispositifRules.CheckFacilitator(
                policies,
                File([
                    .. Enum.GetValues<Qualification>()
                        .Select(kind => new QualificationEvidenced(
                            kind,
                            Story.Text(),
                            kind == Qualification.ManagerialExperience ? years : null
                        )),
                ]),
                []
            );
        Check(0)!.Rules.ShouldContain(new Rule("cadre", "qualification", "S0"));
        Check(1).ShouldBeNull();
        Check(null).ShouldBeNull();
    }

    private static Group Constituted => Story.Group(new MemberEnrolled(Given.Id(41), Given.Id(60), false));

    private static Facilitator Other(Guid? employer) =>
        Folding.Of<Facilitator>(Given.Id(11), [new FacilitatorRegistered(employer), new IndependenceDeclared()])!;

    [Fact]
    [Breaks("independence")]
    public void one_who_did_not_is_refused() => Assign(Story.Of(Story.Opened), File()).ShouldBreak("always", "independence", "S0");

    [Fact]
    public void an_unknown_one_is_refused() => Assign(Story.Of(Story.Opened), null).ShouldBeRefused(400);

    [Fact]
    public void none_is_assigned_while_a_dispositif_is_designed_with_the_one_there_is_nor_at_the_end()
    {
        var file = File(new IndependenceDeclared());
        Assign(Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif())), file).ShouldBeRefused(409);
        Assign(Story.Of(Story.Active(), new EngagementConcluded()), file).ShouldBeRefused(409);
    }

    [Fact]
    public void another_one_takes_over_the_groups_of_an_active_engagement_at_once_where_they_accepted_its_charter()
    {
        var other = Folding.Of<Facilitator>(Given.Id(11), [new FacilitatorRegistered(null), new IndependenceDeclared()])!;
        var decision = Assign(Story.Of(Story.Active(), new CharterAccepted(Given.Id(11), Story.Hash)), other, Story.Group());
        decision.ShouldHappen(new FacilitatorAssigned(Given.Id(11), null, Story.Facilitator));
        decision.Elsewhere.Select(e => e.Fact).ShouldBe([new RequestEntrusted(Given.Id(11)), new GroupEntrusted(Given.Id(11))]);
        ((Contracts.Engagement.V1.FacilitatorAssigned)decision.Messages.Single()(new(Given.Id(1), 9, Given.Now))).Groups.ShouldBe([
            Story.GroupId,
        ]);
        Story.Group(new GroupEntrusted(Given.Id(11))).Facilitator.ShouldBe(Given.Id(11));
    }

    [Fact]
    [Keeps("charter-acceptance")]
    [Breaks("charter-acceptance")]
    public void from_the_replacement_on_nobody_leads_until_the_other_accepted_the_charter()
    {
        var active = Story.Of(Story.Active());
        var decision = Assign(active, Other(null), Story.Group());
        decision.ShouldHappen(new FacilitatorAssigned(Given.Id(11), null, Story.Facilitator));
        decision.Elsewhere.Select(e => e.Fact).ShouldContain(new GroupEntrusted(Given.Id(11), Awaited: true));
        var told = (Contracts.Engagement.V1.FacilitatorRelieved)decision.Messages.ShouldHaveSingleItem()(new(Given.Id(1), 9, Given.Now));
        (told.Facilitator, told.Groups.ShouldHaveSingleItem()).ShouldBe((Story.Facilitator, Story.GroupId));

        var (awaiting, group) = (Story.Of(Story.Active(), decision.Facts), Story.Group(new GroupEntrusted(Given.Id(11), Awaited: true)));
        awaiting.AwaitsFacilitator.ShouldBeTrue();
        awaiting.IsVisibleTo(Story.Act(Roles.Facilitator, Story.Facilitator).By).ShouldBeFalse();
        var successor = Story.Act(Roles.Facilitator, Given.Id(11));
        awaiting.Bars(successor.By, new SuspendEngagement(new("text"))).ShouldBe(Charter.First);
        group.Bars(successor.By, new LeaveGroup(Given.Id(41), new("text"))).ShouldBe(Charter.First);
        awaiting.Bars(successor.By, new AcceptCharter(Story.Hash)).ShouldBeNull();
        awaiting.Bars(Story.Act().By, new SuspendEngagement(new("text"))).ShouldBeNull();
        ((Decision)Charter.First).ShouldBreak("always", "charter-acceptance", "S3");
        WaitingAgreements.Of(awaiting, successor.By, Given.Now).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.Charter);

        var accepted = AcceptCharter.Decide(new(Story.Hash), awaiting, successor, group);
        accepted.Elsewhere.ShouldHaveSingleItem().Fact.ShouldBe(new CharterAcceptanceNoted(Given.Id(11)));
        accepted
            .Messages.ShouldHaveSingleItem()(new(Given.Id(1), 10, Given.Now))
            .ShouldBeOfType<Contracts.Engagement.V1.FacilitatorAssigned>();
        Story.Of(Story.Active(), [.. decision.Facts, .. accepted.Facts]).AwaitsFacilitator.ShouldBeFalse();
        Story
            .Group(new GroupEntrusted(Given.Id(11), Awaited: true), new CharterAcceptanceNoted(Given.Id(11)))
            .Bars(successor.By, new LeaveGroup(Given.Id(41), new("text")))
            .ShouldBeNull();
    }

    [Fact]
    public void who_comes_back_leads_at_once()
    {
        var awaiting = Story.Of(Story.Active(), new FacilitatorAssigned(Given.Id(11), null, Story.Facilitator));
        var first = Folding.Of<Facilitator>(Story.Facilitator, [new FacilitatorRegistered(null), new IndependenceDeclared()])!;
        var decision = Assign(awaiting, first, Story.Group());
        decision.ShouldHappen(new FacilitatorAssigned(Story.Facilitator, null, Given.Id(11)));
        decision
            .Messages.ShouldHaveSingleItem()(new(Given.Id(1), 9, Given.Now))
            .ShouldBeOfType<Contracts.Engagement.V1.FacilitatorAssigned>();
    }

    [Fact]
    [Keeps("professional-secrecy")]
    [Breaks("professional-secrecy")]
    public void professional_secrecy_is_established_by_the_practice_and_never_declared_of_oneself()
    {
        EstablishSecrecy
            .Decide(new(SecrecyBasis.SocialWorker), File(), Story.Act())
            .ShouldHappen(new ProfessionalSecrecyEstablished(SecrecyBasis.SocialWorker));
        EstablishSecrecy
            .Decide(new(SecrecyBasis.SocialWorker), File(), Story.Act(Roles.Facilitator, Story.Facilitator))
            .ShouldBreak("always", "professional-secrecy", "design");
        File(new ProfessionalSecrecyEstablished(SecrecyBasis.SocialWorker)).Secrecy.ShouldBe(SecrecyBasis.SocialWorker);
    }

    [Fact]
    public void a_file_gains_evidence_and_the_declaration_of_independence()
    {
        EvidenceQualification
            .Decide(new(Qualification.Training, new("text"), 2), Story.Act())
            .ShouldHappen(new QualificationEvidenced(Qualification.Training, Story.Text("QualificationEvidenced.Title"), 2));
        EvidenceQualification.Decide(new(Qualification.Training, new("text"), 81), Story.Act()).ShouldBeRefused(400);
        DeclareIndependence.Decide(File()).ShouldHappen(new IndependenceDeclared());
        DeclareIndependence.Decide(File(new IndependenceDeclared())).ShouldHappen();
    }

    [Fact]
    public void the_same_again_is_nothing_new() => Assign(Story.Of(Story.Diagnosing), File(new IndependenceDeclared())).ShouldHappen();

    [Fact]
    public void a_file_is_read_by_the_practice_and_its_owner_alone()
    {
        File().IsVisibleTo(new("t", Roles.Practice, Given.Id(5))).ShouldBeTrue();
        File().IsVisibleTo(new("t", Roles.Facilitator, Story.Facilitator)).ShouldBeTrue();
        File().IsVisibleTo(new("t", Roles.Facilitator, Given.Id(11))).ShouldBeFalse();
        File().IsVisibleTo(new("t", Roles.Establishment, Story.Facilitator)).ShouldBeFalse();
    }
}
