using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_agreeing_the_charter
{
    [Fact]
    public void it_says_what_the_establishment_will_receive()
    {
        var state = Story.Of(Story.Chartering());
        ProposeCharter
            .Decide(new(new("text"), [OutwardItem.Indicators, OutwardItem.Bilans, OutwardItem.Bilans]), state, Story.Act())
            .ShouldHappen(new CharterProposed(Story.Text("CharterProposed.Text"), [OutwardItem.Bilans, OutwardItem.Indicators]));
        ProposeCharter.Decide(new(new("text"), []), state, Story.Act()).ShouldBreak("always", "transparency", "S2");
    }

    [Fact]
    public void it_is_proposed_between_the_dispositif_and_its_ratification()
    {
        ProposeCharter charter = new(new("text"), [OutwardItem.Bilans]);
        ProposeCharter.Decide(charter, Story.Of(Story.Designing), Story.Act()).ShouldBeRefused(409);
        ProposeCharter.Decide(charter, Story.Of(Story.Accepted, new CharterRatified()), Story.Act()).ShouldBeRefused(409);
        ProposeCharter.Decide(charter, Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void another_text_voids_the_acceptances()
    {
        var state = Story.Of(Story.Accepted, new CharterProposed(Story.Text(), [OutwardItem.Bilans]));
        state.AcceptancesMissing().ShouldBe(3);
        RatifyCharter.Decide(state).ShouldBeRefused(409);
    }

    [Fact]
    public void each_accepts_it_for_themselves_once()
    {
        AcceptCharter.Decide(Story.Of(Story.Sealed), Story.Act(Roles.Member, Given.Id(41))).ShouldHappen(new CharterAccepted(Given.Id(41)));
        AcceptCharter.Decide(Story.Of(Story.Accepted), Story.Act(Roles.Member, Given.Id(41))).ShouldHappen();
        AcceptCharter.Decide(Story.Of(Story.Chartering()), Story.Act(Roles.Facilitator, Story.Facilitator)).ShouldBeRefused(409);
        AcceptCharter
            .Decide(Story.Of(Story.Sealed, new EngagementAbandoned(Story.Text())), Story.Act(Roles.Facilitator, Story.Facilitator))
            .ShouldBeRefused(409);
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(10)]
    public void it_is_not_ratified_while_one_is_missing(int missing)
    {
        var accepted = new[] { 41, 42, 10 }.Where(i => i != missing).Select(i => new CharterAccepted(Given.Id(i)));
        RatifyCharter.Decide(Story.Of(Story.Sealed, [.. accepted])).ShouldBeRefused(409);
        RatifyCharter.Decide(Story.Of(Story.Accepted)).ShouldHappen(new CharterRatified());
    }

    [Fact]
    public void nothing_is_ratified_without_a_charter_without_members_or_twice()
    {
        RatifyCharter.Decide(Story.Of(Story.Chartering())).ShouldBeRefused(409);
        RatifyCharter
            .Decide(
                Story.Of(
                    Story.Chartering(),
                    new CharterProposed(Story.Text(), [OutwardItem.Bilans]),
                    new CharterAccepted(Story.Facilitator)
                )
            )
            .ShouldBeRefused(409);
        RatifyCharter.Decide(Story.Of(Story.Accepted, new CharterRatified())).ShouldBeRefused(409);
    }
}
