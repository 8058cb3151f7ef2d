using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_qualifying_a_request
{
    private static readonly RequestSubmitted Submitted = new(
        Story.Establishment,
        Demand.Relation,
        Story.Text("RequestSubmitted.Asked"),
        Given.Id(999)
    );
    private static readonly RequestQualified Qualified = new(Kind.Supervision, Kind.Regulation, Story.Text("Request.Reason"));
    private static readonly Establishment Asker = Folding.Of<Establishment>(
        Story.Establishment,
        [new EstablishmentRegistered("IME", "1", null, "social")]
    )!;

    private static SubmitRequest Submission => new(Story.Establishment, new("text"), Sector.Social, "38", 12, new("text"), Demand.Relation);

    [Fact]
    public void it_is_submitted_with_its_context_and_reserves_an_engagement() =>
        SubmitRequest
            .Decide(Submission, Asker, null, Story.Act())
            .ShouldHappen(Submitted, new RequestContextRecorded(Story.Text("RequestContextRecorded.Context"), Sector.Social, "38", 12));

    [Fact]
    public void who_asks_must_be_there_for_the_one_who_submits()
    {
        SubmitRequest.Decide(Submission, null, null, Story.Act()).ShouldBeRefused(404);
        SubmitRequest.Decide(Submission, Asker, null, Given.Act(Roles.Establishment, establishment: Given.Id(21))).ShouldBeRefused(404);
        SubmitRequest
            .Decide(Submission, Asker, null, Given.Act(Roles.Establishment, establishment: Story.Establishment))
            .Refusal.ShouldBeNull();
    }

    [Fact]
    public void it_follows_an_engagement_of_the_asker_whose_final_bilan_recommended_where_to_go()
    {
        Engagement Ended(params IReadOnlyList<string> orientations) =>
            Story.Of(Story.Active(), new FinalBilanAgreementNoted(Given.Id(70), orientations, new(Given.Id(70), 9, Given.Now)));
        Decision Follow(Engagement engagement, SubmitRequest submission) =>
            SubmitRequest.Decide(submission with { Following = Given.Id(1) }, Asker, engagement, Story.Act());
        ((RequestSubmitted)Follow(Ended("stop", "supervision"), Submission).Facts[0]).Following.ShouldBe(Given.Id(1));
        Follow(Ended("stop"), Submission).ShouldBeRefused(409);
        Follow(Ended(), Submission).ShouldBeRefused(409);
        Follow(Story.Of(Story.Active()), Submission).ShouldBeRefused(409);
        var other = Folding.Of<Establishment>(Given.Id(21), [new EstablishmentRegistered("E", "1", null, "social")])!;
        SubmitRequest
            .Decide(Submission with { Establishment = Given.Id(21), Following = Given.Id(1) }, other, Ended("supervision"), Story.Act())
            .ShouldBeRefused(400);
    }

    [Theory]
    [InlineData("", 12)]
    [InlineData("voir Mme Martin, en arrêt", 12)]
    [InlineData("Isère", 12)]
    [InlineData("00", 12)]
    [InlineData("20", 12)]
    [InlineData("96", 12)]
    [InlineData("38 bis", 12)]
    [InlineData("2C", 12)]
    [InlineData("38", 0)]
    [InlineData("38", 100_001)]
    public void values_out_of_bounds_are_refused(string territory, int headcount) =>
        SubmitRequest
            .Decide(Submission with { Territory = territory, Headcount = headcount }, Asker, null, Story.Act())
            .ShouldBeRefused(400);

    [Theory]
    [InlineData(Demand.ComplexSituation, Kind.PracticeAnalysis)]
    [InlineData(Demand.ManagersPractice, Kind.PracticeAnalysis)]
    [InlineData(Demand.Relation, Kind.Supervision)]
    [InlineData(Demand.TeamWorking, Kind.Regulation)]
    public void the_demand_proposes_a_kind(Demand demand, Kind kind) => Request.Propose(demand).ShouldBe(kind);

    [Fact]
    public void a_person_decides_the_kind_once()
    {
        QualifyRequest.Decide(new(Kind.Regulation, new("text")), Given.Facts<Request>(Submitted), Story.Act()).ShouldHappen(Qualified);
        QualifyRequest
            .Decide(new(Kind.Regulation, new("text")), Given.Facts<Request>(Submitted, Qualified), Story.Act())
            .ShouldBeRefused(409);
    }

    [Fact]
    public void it_is_declined_or_withdrawn_until_it_is_closed()
    {
        var open = Given.Facts<Request>(Submitted, Qualified);
        DeclineRequest.Decide(new(new("text")), open, Story.Act()).ShouldHappen(new RequestDeclined(Story.Text("Request.Reason")));
        WithdrawRequest.Decide(new(new("text")), open, Story.Act()).ShouldHappen(new RequestWithdrawn(Story.Text("Request.Reason")));
        foreach (var end in new Fact[] { new RequestDeclined(Story.Text()), new RequestWithdrawn(Story.Text()), new RequestConverted() })
        {
            var closed = Given.Facts<Request>(Submitted, Qualified, end);
            DeclineRequest.Decide(new(new("text")), closed, Story.Act()).ShouldBeRefused(409);
            WithdrawRequest.Decide(new(new("text")), closed, Story.Act()).ShouldBeRefused(409);
            OpenEngagement.Decide(closed, null, Story.Act()).ShouldBeRefused(409);
        }
    }

    [Fact]
    public void an_engagement_takes_the_reserved_id_and_converts_the_request()
    {
        var request = Given.Facts<Request>(Submitted, Qualified);
        var decision = OpenEngagement.Decide(request, null, Story.Act());
        decision.ShouldHappen(new EngagementOpened(Given.Id(1), Story.Establishment, Kind.Regulation));
        decision.Id.ShouldBe(Given.Id(999));
        decision.Elsewhere.ShouldBe([(request, new RequestConverted())]);
        OpenEngagement.Decide(Given.Facts<Request>(Submitted), null, Story.Act()).ShouldBeRefused(409);
        var opened = OpenEngagement.Decide(Given.Facts<Request>(Submitted, Qualified, new RequestConverted()), null, Story.Act());
        opened.ShouldBeRefused(409);
        opened.Refusal!.Detail.ShouldContain($"{Given.Id(999)}");
        OpenEngagement.Decide(null, null, Story.Act()).ShouldBeRefused(404);
    }

    [Fact]
    public void an_engagement_does_not_open_before_its_request_was_qualified() =>
        OpenEngagement
            .Decide(Given.Facts<Request>(Submitted, Qualified with { OccurredAt = Given.Now }), null, Story.Act(at: Given.Now.AddDays(-1)))
            .ShouldBreak("always", "occurred-at", "design");

    [Fact]
    public void its_asker_the_practice_and_the_entrusted_facilitator_read_it()
    {
        var request = Given.Facts<Request>(Submitted, new RequestEntrusted(Story.Facilitator));
        request.IsVisibleTo(new("t", Roles.Practice, Given.Id(5))).ShouldBeTrue();
        request.IsVisibleTo(new("t", Roles.Establishment, Given.Id(5), Story.Establishment)).ShouldBeTrue();
        request.IsVisibleTo(new("t", Roles.Facilitator, Story.Facilitator)).ShouldBeTrue();
        request.IsVisibleTo(new("t", Roles.Establishment, Given.Id(5), Given.Id(21))).ShouldBeFalse();
        request.IsVisibleTo(new("t", Roles.Facilitator, Given.Id(11))).ShouldBeFalse();
        request.IsVisibleTo(new("t", Roles.Member, Story.Facilitator)).ShouldBeFalse();
    }
}
