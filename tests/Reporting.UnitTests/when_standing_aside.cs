using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_standing_aside
{
    private static readonly string Hash = Story.Hash(Story.Draft());
    private static readonly Guid Party = Story.Members[0];

    [Fact]
    [Keeps("facilitator-approves")]
    public void a_member_may_once_upon_the_exact_text()
    {
        Dissent(Party, Hash, Story.Locked()).ShouldHappen(new DissentRecorded(Party, Hash));
        Dissent(Party, Hash, [.. Story.Locked(), new DissentRecorded(Party, Hash)]).ShouldHappen();
        Dissent(Party, "other", Story.Locked()).ShouldBreak("always", "approval-on-exact-text", "S2");
        Dissent(Party, Hash, Story.Draft()).ShouldBeRefused(409);
        Dissent(Party, Hash, Story.Published).ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("facilitator-approves")]
    public void the_facilitator_may_not() =>
        Dissent(Story.Facilitator, Hash, Story.Locked()).ShouldBreak("always", "facilitator-approves", "S2");

    [Fact]
    public void an_approval_given_before_is_taken_back()
    {
        Dissent(Party, Hash, Story.Approved(by: Party)).ShouldHappen(new DissentRecorded(Party, Hash));
        var state = Story.Of([.. Story.Approved(by: Party), new DissentRecorded(Party, Hash)]);
        state.Approvals.ShouldBeEmpty();
        state.Dissents.ShouldBe([Party]);
    }

    private static Decision Dissent(Guid by, string hash, IReadOnlyList<Fact> facts) =>
        DissentFromBilan.Decide(new(hash), Story.Of(facts), Story.Act(by));
}
