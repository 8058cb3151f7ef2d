using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_agreeing_the_charter
{
    private static Decision Ratify(Engagement state) => RatifyCharter.Decide(state, Story.Frames, Story.Act());

    private static Decision Propose(ProposeCharter command, Engagement state) =>
        ProposeCharter.Decide(command, state, Story.Clauses, Story.Act());

    [Fact]
    [Keeps("transparency")]
    [Breaks("transparency")]
    public void it_says_what_the_establishment_will_receive()
    {
        var state = Story.Of(Story.Chartering());
        var proposed = (CharterProposed)
            Propose(new(new("text"), [OutwardItem.Indicators, OutwardItem.Bilans, OutwardItem.Bilans]), state).Facts.Single();
        proposed.Outward.ShouldBe([OutwardItem.Bilans, OutwardItem.Indicators]);
        Propose(new(new("text"), []), state).ShouldBreak("always", "transparency", "S2");
    }

    [Fact]
    public void its_clauses_come_from_the_catalogue_and_those_that_every_charter_holds_are_among_them()
    {
        var state = Story.Of(Story.Chartering());
        var proposed = (CharterProposed)Propose(new(new("text"), [OutwardItem.Bilans], ["parity"]), state).Facts.Single();
        proposed.Clauses.ShouldBe([.. Story.Clauses.Clauses.Where(c => c.Required || c.Code == "parity").Select(c => c.Code)]);
        proposed.Clauses!.ShouldContain("confidentiality");
        Propose(new(new("text"), [OutwardItem.Bilans], ["silence"]), state).ShouldBeRefused(400);
        Story.Clauses.Clauses.ShouldAllBe(c => c.Fr.Length > 10 && c.En.Length > 10);
    }

    [Fact]
    public void its_hash_is_of_the_exact_text_clauses_and_list()
    {
        var state = Story.Of(Story.Chartering());
        string Hash(string text, OutwardItem item, string clause) =>
            ((CharterProposed)Propose(new(new(text), [item], [clause]), state).Facts.Single()).TextHash!;
        var hash = Hash("text", OutwardItem.Bilans, "parity");
        hash.ShouldBe(Hash("text", OutwardItem.Bilans, "parity"));
        hash.ShouldNotBe(Hash("texu", OutwardItem.Bilans, "parity"));
        hash.ShouldNotBe(Hash("text", OutwardItem.Indicators, "parity"));
        hash.ShouldNotBe(Hash("text", OutwardItem.Bilans, "stability"));
    }

    [Fact]
    public void it_is_proposed_between_the_dispositif_and_its_ratification()
    {
        ProposeCharter charter = new(new("text"), [OutwardItem.Bilans]);
        Propose(charter, Story.Of(Story.Designing)).ShouldBeRefused(409);
        Propose(charter, Story.Of(Story.Accepted, new CharterRatified())).ShouldBeRefused(409);
        Propose(charter, Story.Of(Story.Active(), new EngagementConcluded())).ShouldBeRefused(409);
    }

    [Fact]
    public void a_new_version_while_the_engagement_is_active_asks_everyone_again()
    {
        var decision = Propose(new(new("text"), [OutwardItem.Bilans]), Story.Of(Story.Active()));
        var state = Story.Of(Story.Active(), [.. decision.Facts]);
        (state.Charter!.Number, state.AcceptancesMissing()).ShouldBe((2, 3));
        Ratify(state).ShouldBreak("always", "charter-acceptance", "S3");
        var hash = state.Charter.TextHash!;
        var accepted = new[] { Given.Id(41), Given.Id(42), Story.Facilitator }.Aggregate(
            state,
            (s, p) => Folding.Apply(s, s.Id, new CharterAccepted(p, hash))
        );
        Ratify(accepted).ShouldHappen(new CharterRatified());
    }

    [Fact]
    public void what_the_establishment_receives_changes_once_the_new_version_is_ratified_and_that_is_told()
    {
        var proposed = Story.Of(
            Story.Active(),
            [.. Propose(new(new("text"), [OutwardItem.Bilans, OutwardItem.Syntheses]), Story.Of(Story.Active())).Facts]
        );
        proposed.Outward.ShouldBe([OutwardItem.Bilans]);
        var accepted = new[] { Given.Id(41), Given.Id(42), Story.Facilitator }.Aggregate(
            proposed,
            (s, p) => Folding.Apply(s, s.Id, new CharterAccepted(p, s.Charter!.TextHash))
        );
        var ratified = Ratify(accepted);
        Folding.Apply(accepted, accepted.Id, ratified.Facts[0]).Outward.ShouldBe([OutwardItem.Bilans, OutwardItem.Syntheses]);
        var told = (Contracts.Engagement.V1.TermsChanged)ratified.Messages.Single()(new(Given.Id(1), 9, Given.Now));
        told.Terms.Outward.ShouldBe(["bilans", "syntheses"]);
        Ratify(Story.Of(Story.Accepted)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public void another_text_voids_the_acceptances()
    {
        var state = Story.Of(Story.Accepted, new CharterProposed(Story.Text(), [OutwardItem.Bilans]));
        state.AcceptancesMissing().ShouldBe(3);
        Ratify(state).ShouldBreak("always", "charter-acceptance", "S3");
    }

    [Fact]
    [Keeps("charter-acceptance")]
    public void each_accepts_it_for_themselves_once()
    {
        Decision Accept(IReadOnlyList<Fact> facts, string role, Guid who) =>
            AcceptCharter.Decide(new(Story.Hash), Story.Of(facts), Story.Act(role, who));
        Accept(Story.Sealed, Roles.Member, Given.Id(41)).ShouldHappen(new CharterAccepted(Given.Id(41), Story.Hash));
        Accept(Story.Accepted, Roles.Member, Given.Id(41)).ShouldHappen();
        Accept(Story.Chartering(), Roles.Facilitator, Story.Facilitator).ShouldBeRefused(409);
        Accept([.. Story.Sealed, new EngagementAbandoned(Story.Text())], Roles.Facilitator, Story.Facilitator).ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("charter-acceptance")]
    public void another_text_than_the_charters_is_not_accepted() =>
        AcceptCharter
            .Decide(new("another"), Story.Of(Story.Sealed), Story.Act(Roles.Member, Given.Id(41)))
            .ShouldBreak("always", "charter-acceptance", "S3");

    [Fact]
    public void who_joins_an_active_engagement_takes_part_once_they_accepted()
    {
        var state = Story.Of(Story.Active(), new MemberAdmitted(Story.GroupId, Given.Id(43), Given.Id(51)));
        var decision = AcceptCharter.Decide(new(Story.Hash), state, Story.Act(Roles.Member, Given.Id(43)));
        decision.ShouldHappen(new CharterAccepted(Given.Id(43), Story.Hash));
        var told = (Contracts.Engagement.V1.MemberEnrolled)decision.Messages.Single()(new(Given.Id(1), 9, Given.Now));
        (told.Group, told.Member).ShouldBe((Story.GroupId, new(Given.Id(43), Given.Id(51))));
    }

    [Fact]
    [Keeps("charter-acceptance")]
    [Breaks("charter-acceptance")]
    public void another_facilitator_takes_over_once_they_accepted()
    {
        Act other = Story.Act(Roles.Facilitator, Given.Id(11));
        var state = Story.Of(Story.Active(), new FacilitatorAssigned(Given.Id(11)));
        AcceptCharter.Decide(new("another"), state, other).ShouldBreak("always", "charter-acceptance", "S3");
        AcceptCharter.Decide(new("another"), state, other).Refusal!.Detail.ShouldStartWith("textHash ");
        var decision = AcceptCharter.Decide(new(Story.Hash), state, other);
        decision.ShouldHappen(new CharterAccepted(Given.Id(11), Story.Hash));
        var told = (Contracts.Engagement.V1.FacilitatorAssigned)decision.Messages.Single()(new(Given.Id(1), 9, Given.Now));
        (told.Facilitator, told.Groups.Single()).ShouldBe((Given.Id(11), Story.GroupId));
        ActivateEngagement
            .Decide(Story.Of(Story.Accepted, new CharterRatified(), new FacilitatorAssigned(Given.Id(11))), Story.Frames, Story.Act())
            .ShouldBreak("always", "charter-acceptance", "S3");
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(10)]
    public void it_is_not_ratified_while_one_is_missing(int missing)
    {
        var accepted = new[] { 41, 42, 10 }.Where(i => i != missing).Select(i => new CharterAccepted(Given.Id(i)));
        Ratify(Story.Of(Story.Sealed, [.. accepted])).ShouldBreak("always", "charter-acceptance", "S3");
        Ratify(Story.Of(Story.Accepted)).ShouldHappen(new CharterRatified());
    }

    [Fact]
    public void nothing_is_ratified_without_a_charter_without_members_or_twice()
    {
        Ratify(Story.Of(Story.Chartering())).ShouldBeRefused(409);
        Ratify(
                Story.Of(
                    Story.Chartering(),
                    new CharterProposed(Story.Text(), [OutwardItem.Bilans]),
                    new CharterAccepted(Story.Facilitator)
                )
            )
            .ShouldBeRefused(409);
        Ratify(Story.Of(Story.Accepted, new CharterRatified())).ShouldBeRefused(409);
    }
}
