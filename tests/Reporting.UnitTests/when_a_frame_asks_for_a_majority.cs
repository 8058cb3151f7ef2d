using PracticeAnalysis.Contracts;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_frame_asks_for_a_majority
{
    private static readonly Guid[] Five = [.. Enumerable.Range(41, 5).Select(Given.Id)];

    private static Decision Agree(params IReadOnlyList<Fact> more) =>
        Story.Agree(
            Story.Of([
                Story.Drafted(members: Five) with
                {
                    Approval = Approval.FacilitatorAndMajority,
                },
                new ContentLocked("h", null),
                .. more,
            ]),
            [Story.Group()]
        );

    private static IReadOnlyList<Fact> By(params IReadOnlyList<Guid> parties) => [.. parties.Select(p => new PartyApproved(p, "h"))];

    [Fact]
    public void the_facilitator_and_more_than_half_of_the_members_agree()
    {
        Agree(By(Story.Facilitator, Five[0], Five[1], Five[2])).ShouldHappen(new BilanAgreed("h"));
        Agree(By(Story.Facilitator, Five[0], Five[1])).ShouldBreak("always", "approval", "S2");
        Agree(By(Five)).ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void an_objection_blocks_all_the_same() =>
        Agree([.. By(Story.Facilitator, Five[0], Five[1], Five[2]), Story.Raised]).ShouldBreak("always", "approval", "S2");
}
