using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_assigning_a_facilitator
{
    private static readonly Request Request = Folding.Of<Request>(
        Given.Id(2),
        [new RequestSubmitted(Story.Establishment, Demand.Relation, Story.Text(), Given.Id(1))]
    )!;

    private static Facilitator File(params Fact[] facts) =>
        Folding.Of<Facilitator>(Story.Facilitator, [new FacilitatorRegistered(null), .. facts])!;

    [Fact]
    public void the_file_is_registered_and_the_name_stands_outside_the_events()
    {
        var decision = RegisterFacilitator.Decide(
            new("Camille Dupont", true, [new(Qualification.FieldExperience, new("text"), 12)]),
            Story.Act()
        );
        decision.ShouldHappen(
            new FacilitatorRegistered(null),
            new QualificationEvidenced(Qualification.FieldExperience, Story.Text("QualificationEvidenced.Title"), 12),
            new IndependenceDeclared()
        );
        decision.Documents.ShouldBe([new IdentityRecord(Given.Id(1), "Camille Dupont")]);
        decision.Facts.Select(Story.Json).ShouldAllBe(fact => !fact.Contains("Camille"));
    }

    [Fact]
    public void a_file_without_name_or_with_impossible_evidence_is_refused()
    {
        RegisterFacilitator.Decide(new(" ", true, []), Story.Act()).ShouldBeRefused(400);
        RegisterFacilitator.Decide(new("C", true, [null!]), Story.Act()).ShouldBeRefused(400);
        RegisterFacilitator.Decide(new("C", true, [new(Qualification.Training, new("text"), 81)]), Story.Act()).ShouldBeRefused(400);
    }

    [Fact]
    public void one_who_declared_independence_is_assigned_and_may_read_the_request()
    {
        var decision = AssignFacilitator.Decide(Story.Of(Story.Opened), File(new IndependenceDeclared()), Request, Story.Act());
        decision.ShouldHappen(new FacilitatorAssigned(Story.Facilitator));
        decision.Elsewhere.ShouldBe([(Request, new RequestEntrusted(Story.Facilitator))]);
    }

    [Fact]
    public void one_who_did_not_is_refused() =>
        AssignFacilitator.Decide(Story.Of(Story.Opened), File(), Request, Story.Act()).ShouldBreak("always", "independence", "S0");

    [Fact]
    public void an_unknown_one_is_refused() =>
        AssignFacilitator.Decide(Story.Of(Story.Opened), null, Request, Story.Act()).ShouldBeRefused(400);

    [Fact]
    public void none_is_assigned_once_a_dispositif_was_designed_with_the_one_there_is()
    {
        var file = File(new IndependenceDeclared());
        AssignFacilitator
            .Decide(Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif())), file, Request, Story.Act())
            .ShouldBeRefused(409);
        AssignFacilitator.Decide(Story.Of(Story.Chartering()), file, Request, Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void the_same_again_is_nothing_new() =>
        AssignFacilitator.Decide(Story.Of(Story.Diagnosing), File(new IndependenceDeclared()), Request, Story.Act()).ShouldHappen();

    [Fact]
    public void a_file_is_read_by_the_practice_and_its_owner_alone()
    {
        File().IsVisibleTo(new("t", Roles.Practice, Given.Id(5))).ShouldBeTrue();
        File().IsVisibleTo(new("t", Roles.Facilitator, Story.Facilitator)).ShouldBeTrue();
        File().IsVisibleTo(new("t", Roles.Facilitator, Given.Id(11))).ShouldBeFalse();
        File().IsVisibleTo(new("t", Roles.Establishment, Story.Facilitator)).ShouldBeFalse();
    }
}
