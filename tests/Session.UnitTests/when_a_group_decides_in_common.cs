using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_group_decides_in_common
{
    private static readonly IReadOnlyList<Fact> Proposed =
    [
        .. Story.In(Story.Regulating, "decide"),
        new DecisionProposed(Given.Id(8), Story.Anne, Story.Text(), [Story.Anne, Story.Bob, Story.Chloe]),
        new DecisionAgreed(Given.Id(8), Story.Anne),
    ];

    private static Decision Propose(Guid by, IReadOnlyList<Fact>? facts = null) =>
        ProposeDecision.Decide(new(new("text")), Story.Of(facts ?? Story.In(Story.Regulating, "decide")), Story.Regulating, Story.As(by));

    [Fact]
    public void one_is_proposed_in_the_phase_that_asks_for_it_and_a_member_who_proposes_agrees()
    {
        var proposed = new DecisionProposed(
            Given.Id(999),
            Story.Anne,
            Story.Text("DecisionProposed.Text"),
            [Story.Anne, Story.Bob, Story.Chloe]
        );
        Propose(Story.Anne).ShouldHappen(proposed, new DecisionAgreed(Given.Id(999), Story.Anne));
        Propose(Story.Facilitator).ShouldHappen(proposed with { Author = Story.Facilitator });
        Propose(Story.David).ShouldBreak("always", "presence", "S3");
        Propose(Story.Anne, Story.In(Story.Regulating, "support")).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("agreed-in-common")]
    public void it_is_adopted_once_everyone_present_agreed_and_that_is_told_without_its_text()
    {
        Story.Agree(Given.Id(8), Story.Of(Proposed), Story.As(Story.Bob)).ShouldHappen(new DecisionAgreed(Given.Id(8), Story.Bob));
        IReadOnlyList<Fact> two = [.. Proposed, new DecisionAgreed(Given.Id(8), Story.Bob)];
        Story.Agree(Given.Id(8), Story.Of(two), Story.As(Story.Bob)).ShouldHappen();
        var adopted = Story.Agree(Given.Id(8), Story.Of(two), Story.As(Story.Chloe));
        adopted.ShouldHappen(new DecisionAgreed(Given.Id(8), Story.Chloe), new CommonDecisionAdopted(Given.Id(8), Story.Owned, 4));
        adopted.ShouldTell(
            new Contracts.Session.V1.CommonDecisionAdopted(Given.Id(8), Given.Id(1), Story.GroupId, Story.EngagementId, Story.From)
        );
        Story.Of(two, adopted.Facts).Decisions.Single().Text.ShouldBe(Story.Owned);
        Story.Agree(Given.Id(8), Story.Of(two, adopted.Facts), Story.As(Story.Chloe)).ShouldHappen();
        Story.Agree(Given.Id(9), Story.Of(two), Story.As(Story.Chloe)).ShouldBeRefused(404);
        Story.Agree(Given.Id(8), Story.Of(two), Story.As(Story.David)).ShouldBreak("always", "presence", "S3");
    }

    [Fact]
    [Keeps("agreed-in-common")]
    [Breaks("agreed-in-common")]
    public void it_takes_half_of_the_group_at_least()
    {
        static Decision Agree(params Guid[] present) =>
            Story.Agree(
                Given.Id(8),
                Story.Of(
                    Story.In(Story.Regulating, "decide"),
                    [
                        new AttendanceRecorded(present),
                        new DecisionProposed(Given.Id(8), Story.Anne, Story.Text(), present),
                        new DecisionAgreed(Given.Id(8), Story.Anne),
                    ]
                ),
                Story.As(present[^1])
            );
        Agree(Story.Anne, Story.Bob).Facts.OfType<CommonDecisionAdopted>().ShouldHaveSingleItem();
        Agree(Story.Anne).ShouldBreak("always", "agreed-in-common", "S3");
    }

    [Fact]
    [Keeps("agreed-in-common")]
    [Breaks("agreed-in-common")]
    public void who_left_or_was_erased_before_they_agreed_did_not_agree()
    {
        IReadOnlyList<Fact> two = [.. Proposed, new DecisionAgreed(Given.Id(8), Story.Bob)];
        GroupChanged without = new([Story.Anne, Story.Bob, Story.David], Story.Facilitator);
        Story.Agree(Given.Id(8), Story.Of(two, [without]), Story.As(Story.Anne)).ShouldHappen();

        // Nor does another word on who was there take them out.
        Story
            .Agree(Given.Id(8), Story.Of(two, [without, new AttendanceRecorded([Story.Anne, Story.Bob])]), Story.As(Story.Anne))
            .ShouldHappen();
        Story
            .Agree(Given.Id(8), Story.Of([.. two, new DecisionAgreed(Given.Id(8), Story.Chloe), without]), Story.As(Story.Anne))
            .Facts.OfType<CommonDecisionAdopted>()
            .ShouldHaveSingleItem();
    }

    [Fact]
    [Breaks("agreed-in-common")]
    public void a_session_does_not_end_on_a_decision_that_nobody_else_agreed_to()
    {
        CloseSession closing = new(60, [new(Axis.EmotionalDemands, Level.Individual)], Outcome.Decision);
        IReadOnlyList<Fact> ended = [.. Story.Complete(Story.Regulating), new DecisionProposed(Given.Id(8), Story.Anne, Story.Text())];
        var act = Story.As(Story.Facilitator);
        Story.CloseNow(closing, Story.Of(ended), Story.Regulating, false, act).ShouldBreak("always", "agreed-in-common", "S3");
        Story
            .CloseNow(closing, Story.Of(ended, new CommonDecisionAdopted(Given.Id(8))), Story.Regulating, false, act)
            .Facts[^1]
            .ShouldBe(new SessionClosed(60, Outcome.Decision));
    }
}
