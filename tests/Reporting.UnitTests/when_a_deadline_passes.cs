using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_deadline_passes
{
    private static readonly DateTimeOffset Deadline = Given.Now.AddDays(10);

    private static Decision Look(IReadOnlyList<Fact> facts, DateTimeOffset? due = null) =>
        NegotiationDueHandler.Decide(new(Given.Id(1), due ?? Deadline), Story.Of(facts));

    private static IReadOnlyList<Fact> Approving(params IReadOnlyList<Guid> by) =>
        [.. Story.Locked(deadline: Deadline), .. by.Select(p => new PartyApproved(p, Story.Hash(Story.Draft())))];

    [Fact]
    public void it_is_looked_at_when_it_comes()
    {
        var locked = Story.Lock(new(Deadline), Story.Of(Story.Draft()), Story.Act());
        locked.Scheduled.ShouldBe([(Deadline, new NegotiationDue(Given.Id(1), Deadline))]);
        Story.Lock(new(), Story.Of(Story.Draft()), Story.Act()).Scheduled.ShouldBeEmpty();
        var imported = Story.Act() with { Now = Deadline.AddDays(30) };
        Story.Lock(new(Deadline), Story.Of(Story.Draft()), imported).Scheduled.Single().At.ShouldBe(imported.Now.AddDays(1));
    }

    [Fact]
    public void the_negotiation_has_failed_and_that_is_told()
    {
        var failed = Look(Approving(Story.Members));
        failed.ShouldHappen(new NegotiationFailed());
        failed.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public void unless_it_came_to_an_agreement_or_another_deadline_stands()
    {
        Look(Approving([Story.Facilitator, .. Story.Members])).ShouldHappen();
        Look(Story.Agreed()).ShouldHappen();
        Look(Story.Draft()).ShouldHappen();
        Look(Approving(Story.Members), Deadline.AddDays(-1)).ShouldHappen();
    }
}
