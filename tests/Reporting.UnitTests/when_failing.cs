using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using Told = PracticeAnalysis.Contracts.Reporting.V1.NegotiationFailed;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_failing
{
    private static readonly DateTimeOffset Deadline = Given.Now.AddDays(15);
    private static readonly IReadOnlyList<Fact> Notified = Story.Locked(deadline: Deadline);

    [Fact]
    [Keeps("told-twice")]
    [Breaks("told-twice")]
    public void it_waits_for_its_deadline()
    {
        Fail(Notified, Deadline.AddTicks(-1)).ShouldBreak("always", "told-twice", "design");
        Fail(Notified).ShouldHappen(new NegotiationFailed(Deadline));
        Story.Of([.. Notified, new NegotiationFailed(Deadline)]).NotReached.ShouldBe([Story.Facilitator, .. Story.Members]);
    }

    [Fact]
    public void an_objection_does_not_end_it_before()
    {
        Fail([.. Notified, Story.Raised], Deadline.AddTicks(-1)).ShouldBeRefused(409);
        Fail([.. Story.Locked(), Story.Raised]).ShouldBeRefused(409);
        Fail([.. Notified, Story.Raised]).ShouldHappen(new NegotiationFailed(Deadline));
    }

    [Fact]
    public void it_does_not_fail_without_a_deadline_told_twice()
    {
        Fail(Story.Draft()).ShouldBeRefused(409);
        Fail(Story.Locked()).ShouldBeRefused(409);
        Fail(Story.LockedBefore(Given.Now.AddYears(-6))).ShouldBeRefused(409);
        Fail([.. Notified.SkipLast(1)]).ShouldBeRefused(409);
    }

    [Fact]
    public void what_is_agreed_does_not_fail()
    {
        IReadOnlyList<Fact> approved =
        [
            .. Notified,
            .. new[] { Story.Facilitator, Story.Members[0] }.Select(p => new PartyApproved(p, Story.Hash(Story.Draft()))),
        ];
        Fail(approved).ShouldBeRefused(409);
        Fail([.. approved, Story.Raised]).ShouldHappen(new NegotiationFailed(Deadline));
    }

    [Fact]
    public void what_has_ended_does_not_fail()
    {
        Fail(Story.Agreed()).ShouldBeRefused(409);
        Fail([.. Notified, Story.Raised, new NegotiationFailed()]).ShouldBeRefused(409);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void it_is_told_without_any_text(bool final)
    {
        var decision = Fail([.. Story.Locked(final, Deadline), Story.Raised]);
        decision.Messages.Single()(Story.Origin()).ShouldBe(new Told(Given.Id(1), Story.Engagement, final, Story.Origin()));
    }

    private static Decision Fail(IReadOnlyList<Fact> facts, DateTimeOffset? at = null) =>
        FailNegotiation.Decide(Story.Of(facts), Story.Act(at: at ?? Deadline));
}
