using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_approving
{
    private static readonly string Hash = Story.Hash(Story.Draft());
    private static readonly Guid Party = Story.Members[0];

    [Fact]
    [Keeps("approval-on-exact-text")]
    public void it_is_the_locked_text_that_is_approved()
    {
        Approve(Hash, Story.Locked()).ShouldHappen(new PartyApproved(Party, Hash));
        Approve(Hash, Story.Draft()).ShouldBeRefused(409);
        Approve(Hash, Story.Agreed()).ShouldBeRefused(409);
        Approve(Hash, [.. Story.Locked(), new NegotiationFailed()]).ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("approval-on-exact-text")]
    public void another_hash_is_refused_by_the_rule()
    {
        Approve(Hash[1..], Story.Locked()).ShouldBreak("always", "approval-on-exact-text", "S2");
        Approve(Hash.ToUpperInvariant(), Story.Locked()).ShouldBreak("always", "approval-on-exact-text", "S2");
        Approve("", Story.Locked()).ShouldBreak("always", "approval-on-exact-text", "S2");
    }

    [Fact]
    public void the_hash_of_the_text_before_an_amendment_is_refused()
    {
        IReadOnlyList<Fact> amended = [.. Story.Locked(), Story.Proposed(), new AmendmentAccepted(Story.Amendment)];
        IReadOnlyList<Fact> locked = [.. amended, new ContentLocked(Story.Hash(amended), null)];
        Approve(Hash, locked).ShouldBreak("always", "approval-on-exact-text", "S2");
        Approve(Story.Hash(amended), locked).ShouldHappen(new PartyApproved(Party, Story.Hash(amended)));
    }

    [Fact]
    public void twice_is_nothing_new() => Approve(Hash, Story.Approved(by: Party)).ShouldHappen();

    [Fact]
    public void who_stood_aside_may_approve_after_all()
    {
        IReadOnlyList<Fact> aside = [.. Story.Locked(), new DissentRecorded(Party, Hash)];
        Approve(Hash, aside).ShouldHappen(new PartyApproved(Party, Hash));
        var state = Story.Of([.. aside, new PartyApproved(Party, Hash)]);
        state.Approvals.ShouldBe([Party]);
        state.Dissents.ShouldBeEmpty();
    }

    private static Decision Approve(string hash, IReadOnlyList<Fact> facts) =>
        ApproveBilan.Decide(new(hash), Story.Of(facts), Story.Act(Party));
}
