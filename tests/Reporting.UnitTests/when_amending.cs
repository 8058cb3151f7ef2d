using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_amending
{
    private static readonly ProposeAmendment Command = new(Dimension.Bond, new(Story.Other));

    [Fact]
    public void a_party_proposes_another_text_while_it_is_negotiated()
    {
        var by = Story.Members[0];
        var expected = Story.Proposed(Given.Id(999));
        ProposeAmendment.Decide(Command, Story.Of(Story.Draft()), Story.Act(by)).ShouldHappen(expected);
        ProposeAmendment.Decide(Command, Story.Of(Story.Locked()), Story.Act(by)).ShouldHappen(expected);
        ProposeAmendment.Decide(Command, Story.Of(Story.Agreed()), Story.Act(by)).ShouldBeRefused(409);
        ProposeAmendment.Decide(Command, Story.Of(Story.Published), Story.Act(by)).ShouldBeRefused(409);
    }

    [Fact]
    public void an_accepted_one_takes_the_place_of_the_text_and_reopens()
    {
        AcceptAmendment
            .Decide(Story.Amendment, Story.Of([.. Story.Draft(), Story.Proposed()]))
            .ShouldHappen(new AmendmentAccepted(Story.Amendment));
        var deadline = Given.Now.AddDays(9);
        var hash = Story.Hash(Story.Draft());
        var state = Story.Of([
            .. Story.Locked(deadline: deadline),
            new PartyApproved(Story.Facilitator, hash),
            new DissentRecorded(Story.Members[0], hash),
            Story.Proposed(),
            new AmendmentAccepted(Story.Amendment),
        ]);
        state.State.ShouldBe(BilanState.Draft);
        state.Approvals.ShouldBeEmpty();
        state.Dissents.ShouldBeEmpty();
        state.TextHash.ShouldBeNull();
        state.Deadline.ShouldBeNull();
        state.Sections.ShouldBe([new(Dimension.Bond, Story.Text(Member, Story.Other), Member)]);
        state.Amendments.Single().State.ShouldBe(AmendmentState.Accepted);
        state.HashOfText().ShouldNotBe(hash);
        ApproveBilan.Decide(new(hash), state, Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void one_along_another_dimension_is_added()
    {
        var state = Story.Of([
            .. Story.Draft(),
            Story.Proposed(dimension: Dimension.ProfessionalDevelopment),
            new AmendmentAccepted(Story.Amendment),
        ]);
        state.Sections.Select(s => s.Dimension).ShouldBe([Dimension.Bond, Dimension.ProfessionalDevelopment]);
        state.Sections[0].SealedFor.ShouldBe("BilanDrafted.Sections");
    }

    [Fact]
    public void a_refused_one_changes_nothing_but_itself()
    {
        var before = Story.Of([.. Story.Approved(), Story.Proposed()]);
        RefuseAmendment
            .Decide(new(new("why!")), Story.Amendment, before, Story.Act())
            .ShouldHappen(new AmendmentRefused(Story.Amendment, Story.Text("AmendmentRefused.Reason", "why!")));
        var after = Story.Of([.. Story.Approved(), Story.Proposed(), new AmendmentRefused(Story.Amendment, Story.Text())]);
        after.State.ShouldBe(BilanState.Locked);
        after.Approvals.Count.ShouldBe(3);
        after.Amendments.Single().State.ShouldBe(AmendmentState.Refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void each_is_decided_upon_once(bool accepted)
    {
        Fact decided = accepted ? new AmendmentAccepted(Story.Amendment) : new AmendmentRefused(Story.Amendment, Story.Text());
        var state = Story.Of([.. Story.Draft(), Story.Proposed(), decided]);
        AcceptAmendment.Decide(Story.Amendment, state).ShouldBeRefused(409);
        RefuseAmendment.Decide(new(new("text")), Story.Amendment, state, Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void one_that_is_not_there_is_not_found_and_none_is_decided_upon_after_the_end()
    {
        AcceptAmendment.Decide(Given.Id(1), Story.Of([.. Story.Draft(), Story.Proposed()])).ShouldBeRefused(404);
        RefuseAmendment.Decide(new(new("text")), Given.Id(1), Story.Of(Story.Draft()), Story.Act()).ShouldBeRefused(404);
        var ended = Story.Of([.. Story.Draft(), Story.Proposed(), new NegotiationFailed()]);
        AcceptAmendment.Decide(Story.Amendment, ended).ShouldBeRefused(409);
        RefuseAmendment.Decide(new(new("text")), Story.Amendment, ended, Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void an_amendment_that_changes_nothing_is_not_proposed()
    {
        var draft = Story.Of(Story.Draft());
        Decision Propose(ProposeAmendment command) => ProposeAmendment.Decide(command, draft, Story.Act(), "text");
        Propose(new(Dimension.Bond, new("text"))).ShouldBeRefused(400);
        Propose(new(Dimension.Bond, new(" text\n"))).ShouldBeRefused(400);
        Propose(new(Dimension.Bond, new("te\u200bxt"))).ShouldBeRefused(400);
        Propose(new(Dimension.Bond, new("text"), Names: [Story.Members[0]])).Refusal.ShouldBeNull();
        Propose(new(Dimension.Bond, new("text"), 3)).Refusal.ShouldBeNull();
        Propose(new(Dimension.Bond, new("other"))).Refusal.ShouldBeNull();
    }

    private const string Member = "AmendmentProposed.Text";
}
