using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

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
                new ContentLocked("h", null, TookPart: [new(Story.GroupId, Five)], EachGroup: true),
                .. more,
            ]),
            [Story.Group()]
        );

    private static readonly PartiesNotified Notified = new("h", Given.Now.AddDays(14), [Story.Facilitator, .. Five]);

    private static IReadOnlyList<Fact> By(params IReadOnlyList<Guid> parties) => [.. parties.Select(p => new PartyApproved(p, "h"))];

    [Fact]
    public void the_facilitator_and_more_than_half_of_the_members_agree()
    {
        Agree([Notified, Notified, .. By(Story.Facilitator, Five[0], Five[1], Five[2])])
            .ShouldHappen(new BilanAgreed("h", [Five[3], Five[4]]));
        Agree([Notified, Notified, .. By(Story.Facilitator, Five[0], Five[1])]).ShouldBreak("always", "approval", "S2");
        Agree([Notified, Notified, .. By(Five)]).ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void not_before_the_others_were_told_twice()
    {
        IReadOnlyList<Fact> most = By(Story.Facilitator, Five[0], Five[1], Five[2]);
        Agree(most).ShouldBreak("always", "approval", "S2");
        Agree([Notified, .. most]).ShouldBreak("always", "approval", "S2");
        Agree(By(Story.Facilitator, Five[0], Five[1], Five[2], Five[3], Five[4])).ShouldHappen(new BilanAgreed("h"));
    }

    [Fact]
    public void who_was_erased_is_counted_among_those_of_whom_it_takes_most() =>
        Agree([
                Notified,
                Notified,
                .. new[] { Five[2], Five[3], Five[4] }.Select(p => new PartyErased(p, Stays: true)),
                .. By(Story.Facilitator, Five[0], Five[1]),
            ])
            .ShouldBreak("always", "approval", "S2");

    [Fact]
    public void an_objection_blocks_all_the_same() =>
        Agree([Notified, Notified, .. By(Story.Facilitator, Five[0], Five[1], Five[2]), Story.Raised])
            .ShouldBreak("always", "approval", "S2");
}
