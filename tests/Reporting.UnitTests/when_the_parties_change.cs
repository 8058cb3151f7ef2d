using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_the_parties_change
{
    private static readonly Guid Emma = Given.Id(45);
    private static readonly Guid Left = Story.Members[0];
    private static readonly Guid Other = Given.Id(11);

    [Fact]
    public void who_joins_is_a_party_to_what_is_drafted_and_not_to_what_is_locked()
    {
        PartiesChanged joined = new([Emma], [], Story.Facilitator);
        Story.Of([.. Story.Draft(), joined]).Parties.ShouldBe([Story.Facilitator, .. Story.Members, Emma]);
        var locked = Story.Of([.. Story.Locked(), joined]);
        locked.Parties.ShouldBe([Story.Facilitator, .. Story.Members]);
        Story
            .Of([.. Story.Locked(), joined, Story.Proposed(), new AmendmentAccepted(Story.Amendment)])
            .Parties.ShouldBe([Story.Facilitator, .. Story.Members, Emma]);
    }

    [Fact]
    public void nobody_waits_for_who_left()
    {
        PartiesChanged left = new([], [Left], Story.Facilitator);
        var bilan = Story.Of([.. Story.Approved(by: [Story.Facilitator, Story.Members[1]]), left]);
        AgreeBilan.Decide(bilan, [Story.Group()]).Refusal.ShouldBeNull();
        bilan.IsVisibleTo(new("cabinet", Roles.Member, Left)).ShouldBeFalse();
        var objecting = Story.Of([.. Story.Approved(), Story.Raised with { Party = Left }, left]);
        objecting.IsBlocked.ShouldBeFalse();
        objecting.Approvals.ShouldNotContain(Left);
    }

    [Fact]
    public void another_facilitator_takes_the_negotiation_over()
    {
        var bilan = Story.Of([.. Story.Approved(), new PartiesChanged([], [], Other)]);
        bilan.Parties.ShouldBe([Other, .. Story.Members]);
        AgreeBilan.Decide(bilan, [Story.Group()]).ShouldBreak("always", "approval", "S2");
        bilan.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
    }
}
