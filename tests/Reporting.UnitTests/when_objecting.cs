using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_objecting
{
    private static readonly string Hash = Story.Hash(Story.Draft());
    private static readonly Guid Party = Story.Members[0];
    private static readonly IReadOnlyList<Fact> Blocked = [.. Story.Approved(), Story.Raised];

    [Theory]
    [InlineData(41)]
    [InlineData(10)]
    public void any_party_may_upon_the_exact_text(int by) =>
        ObjectToBilan
            .Decide(new(Hash, new("text")), Story.Of(Story.Locked()), Story.Act(Given.Id(by)))
            .ShouldHappen(new ObjectionRaised(Given.Id(999), Given.Id(by), Story.Text("ObjectionRaised.Reason"), by == 10));

    [Fact]
    public void nobody_objects_to_what_is_not_locked_or_to_another_text()
    {
        Object(Hash, Story.Draft()).ShouldBeRefused(409);
        Object(Hash, Story.Agreed()).ShouldBeRefused(409);
        Object(Hash, Story.Agreed()).Refusal!.Detail.ShouldBe("The bilan is no longer being negotiated.");
        Object("other", Story.Locked()).ShouldBreak("always", "approval-on-exact-text", "S2");
    }

    [Fact]
    public void it_blocks_until_it_is_withdrawn()
    {
        Story.Of(Blocked).IsBlocked.ShouldBeTrue();
        Story.Agree(Story.Of(Blocked), [Story.Group()]).ShouldBreak("always", "approval", "S2");
        IReadOnlyList<Fact> withdrawn = [.. Blocked, new ObjectionWithdrawn(Story.Objection)];
        Story.Of(withdrawn).IsBlocked.ShouldBeFalse();
        Story.Agree(Story.Of(withdrawn), [Story.Group()]).Refusal.ShouldBeNull();
    }

    [Fact]
    public void each_objection_blocks_on_its_own()
    {
        var second = Story.Raised with { Objection = Given.Id(52), Party = Story.Members[1] };
        Story.Of([.. Blocked, second, new ObjectionWithdrawn(Story.Objection)]).IsBlocked.ShouldBeTrue();
        Story
            .Of([.. Blocked, second, new ObjectionWithdrawn(Story.Objection), new ObjectionWithdrawn(Given.Id(52))])
            .IsBlocked.ShouldBeFalse();
    }

    [Fact]
    [Keeps("own-objection")]
    [Breaks("own-objection")]
    public void its_author_alone_withdraws_it_once()
    {
        Withdraw(Story.Objection, Party, Blocked).ShouldHappen(new ObjectionWithdrawn(Story.Objection));
        Withdraw(Story.Objection, Party, [.. Blocked, new ObjectionWithdrawn(Story.Objection)]).ShouldHappen();
        Withdraw(Story.Objection, Story.Members[1], Blocked).ShouldBreak("always", "own-objection", "S2");
        Withdraw(Story.Objection, Story.Facilitator, Blocked).ShouldBreak("always", "own-objection", "S2");
        Withdraw(Given.Id(1), Party, Blocked).ShouldBeRefused(404);
        Withdraw(Story.Objection, Party, [.. Blocked, new NegotiationFailed()]).ShouldBeRefused(409);
    }

    [Fact]
    public void an_amendment_does_not_answer_it_but_its_author_may_withdraw_then()
    {
        IReadOnlyList<Fact> amended = [.. Blocked, Story.Proposed(), new AmendmentAccepted(Story.Amendment)];
        Story.Of(amended).IsBlocked.ShouldBeTrue();
        Withdraw(Story.Objection, Party, amended).ShouldHappen(new ObjectionWithdrawn(Story.Objection));
    }

    private static Decision Object(string hash, IReadOnlyList<Fact> facts) =>
        ObjectToBilan.Decide(new(hash, new("text")), Story.Of(facts), Story.Act(Party));

    private static Decision Withdraw(Guid objection, Guid by, IReadOnlyList<Fact> facts) =>
        WithdrawObjection.Decide(objection, Story.Of(facts), Story.Act(by));
}
