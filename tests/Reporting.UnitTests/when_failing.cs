using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.ServiceDefaults.Facts;
using Told = PracticeAnalysis.Contracts.Reporting.V1.NegotiationFailed;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_failing
{
    private static readonly DateTimeOffset Deadline = Given.Now.AddHours(1);

    [Fact]
    public void it_fails_past_its_deadline()
    {
        var state = Story.Of(Story.Locked(deadline: Deadline));
        FailNegotiation.Decide(state, Story.Act(at: Deadline)).ShouldBeRefused(409);
        FailNegotiation.Decide(state, Story.Act(at: Deadline.AddTicks(1))).ShouldHappen(new NegotiationFailed());
    }

    [Fact]
    public void it_fails_while_an_objection_stands()
    {
        IReadOnlyList<Fact> blocked = [.. Story.Locked(), Story.Raised];
        FailNegotiation.Decide(Story.Of(blocked), Story.Act()).ShouldHappen(new NegotiationFailed());
        FailNegotiation.Decide(Story.Of([.. blocked, new ObjectionWithdrawn(Story.Objection)]), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void it_does_not_fail_without_either()
    {
        FailNegotiation.Decide(Story.Of(Story.Draft()), Story.Act()).ShouldBeRefused(409);
        FailNegotiation.Decide(Story.Of(Story.Locked()), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void what_has_ended_does_not_fail()
    {
        FailNegotiation.Decide(Story.Of(Story.Agreed()), Story.Act()).ShouldBeRefused(409);
        FailNegotiation.Decide(Story.Of([.. Story.Locked(), Story.Raised, new NegotiationFailed()]), Story.Act()).ShouldBeRefused(409);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void it_is_told_without_any_text(bool final)
    {
        var decision = FailNegotiation.Decide(Story.Of([.. Story.Locked(final), Story.Raised]), Story.Act());
        decision.Messages.Single()(Story.Origin()).ShouldBe(new Told(Given.Id(1), Story.Engagement, final, Story.Origin()));
    }
}
