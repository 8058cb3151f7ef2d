using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;
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
        adopted.ShouldHappen(
            new DecisionAgreed(Given.Id(8), Story.Chloe),
            new CommonDecisionAdopted(Given.Id(8), Story.Owned, 4, [Story.Anne, Story.Bob, Story.Chloe])
        );
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

    // David was there as the others; the facilitator strikes him, and the others adopt it.
    private static readonly IReadOnlyList<Fact> Struck =
    [
        .. Story.In(Story.Regulating, "decide"),
        new AttendanceCorrected(
            [Story.Anne, Story.Bob, Story.David],
            [Story.Anne, Story.Bob],
            CorrectionReason.Mistyped,
            Given.Now.AddDays(14)
        ),
        new DecisionProposed(Given.Id(8), Story.Anne, Story.Text(), [Story.Anne, Story.Bob]),
        new DecisionAgreed(Given.Id(8), Story.Anne),
        new DecisionAgreed(Given.Id(8), Story.Bob),
        new CommonDecisionAdopted(Given.Id(8), Story.Owned, 4, [Story.Anne, Story.Bob]),
    ];

    [Fact]
    [Breaks("agreed-in-common")]
    public void it_is_adopted_no_more_once_a_contest_puts_somebody_back_who_did_not_agree()
    {
        var contested = ContestCorrection.Decide(new(), Story.Of(Struck), Story.Open(), [], Story.As(Story.David));
        contested.ShouldHappen(
            new CorrectionContested(Story.David, [Story.Anne, Story.Bob, Story.David]),
            new CommonDecisionSetAside(Given.Id(8), [Story.David])
        );
        contested.ShouldTell(
            new Contracts.Session.V1.CommonDecisionSetAside(Given.Id(8), Given.Id(1), Story.GroupId, Story.EngagementId, Story.From)
        );
        IReadOnlyList<Fact> after = [.. Struck, .. contested.Facts];
        Story.Of(after).Decisions.Single().Adopted.ShouldBeFalse();
        Outcomes.Refused(Outcome.Decision, Story.Of(after), false).ShouldNotBeNull();
        Need.DecidedInCommon.IsMet(Story.Of(after)).ShouldBeFalse();
        Story
            .Agree(Given.Id(8), Story.Of(after), Story.As(Story.David))
            .Facts.OfType<CommonDecisionAdopted>()
            .ShouldHaveSingleItem("all who are there agreed")
            .Present.ShouldBe([Story.Anne, Story.Bob, Story.David]);
    }

    [Fact]
    [Breaks("agreed-in-common")]
    public void nor_is_it_where_the_facilitator_puts_them_back_or_they_say_so_of_a_closed_session()
    {
        var back = CorrectSession.Decide(
            new(CorrectionReason.Changed, Present: [Story.Anne, Story.Bob, Story.David]),
            Story.Of(Struck),
            false,
            Story.Open(),
            [],
            Story.As(Story.Facilitator)
        );
        back.Facts[^1].ShouldBeOfType<CommonDecisionSetAside>().Unheard.ShouldBe([Story.David]);
        var closed = Story.Of(Struck, new SessionClosed(60, Outcome.Decision, Given.Now.AddDays(14)));
        var claimed = ContestCorrection.Decide(new(), closed, Story.Open(), [], Story.As(Story.Chloe));
        var confirmed = ConfirmPresence.Decide(
            new(Story.Chloe),
            Story.Of([.. Struck, .. Closed], claimed.Facts),
            false,
            false,
            Story.As(Story.Facilitator)
        );
        confirmed.Facts[^1].ShouldBeOfType<CommonDecisionSetAside>().Unheard.ShouldBe([Story.Chloe]);
        confirmed.Messages.Select(m => m(Story.From)).OfType<Contracts.Session.V1.CommonDecisionSetAside>().ShouldHaveSingleItem();
    }

    [Fact]
    [Keeps("agreed-in-common")]
    public void a_word_that_nobody_confirmed_undoes_none_and_how_many_say_so_is_shown()
    {
        var claimed = ContestCorrection.Decide(new(), Story.Of([.. Struck, .. Closed]), Story.Open(), [], Story.As(Story.Chloe));
        claimed.Facts.ShouldHaveSingleItem().ShouldBeOfType<PresenceClaimed>();
        claimed.ShouldTell();
        var after = Story.Of([.. Struck, .. Closed], claimed.Facts);
        int Shown(Session session) =>
            SessionView
                .Of(session, Story.As(Story.Bob).By, new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>()))
                .Decisions.ShouldHaveSingleItem()
                .Claimants;
        (after.Decisions.Single().Adopted, Shown(after)).ShouldBe((true, 1));
        var agreed = Story.Of(
            [.. Struck, new DecisionAgreed(Given.Id(8), Story.Chloe), .. Closed],
            new PresenceClaimed(Story.Chloe, null, Given.Now.AddDays(14))
        );
        Shown(agreed).ShouldBe(0, "they had agreed");
        Fact confirmed = new PresenceConfirmed(Story.Chloe, [Story.Anne, Story.Bob, Story.Chloe]);
        Shown(Story.Of([.. Struck, .. Closed], [.. claimed.Facts, confirmed])).ShouldBe(0, "it is no mere word any more");
    }

    private static readonly IReadOnlyList<Fact> Closed = [new SessionClosed(60, Outcome.Decision, Given.Now.AddDays(14))];

    [Fact]
    [Keeps("agreed-in-common")]
    public void it_stands_again_once_who_did_not_agree_says_that_they_were_not_there()
    {
        var omitted = CorrectSession.Decide(
            new(CorrectionReason.Omitted, Present: [Story.Anne, Story.Bob, Story.Chloe]),
            Story.Of(Struck, new SessionClosed(60, Outcome.Decision, Given.Now.AddDays(14))) with
            {
                OpenedAt = null,
            },
            false,
            Story.Open(),
            [],
            Story.As(Story.Facilitator)
        );
        IReadOnlyList<Fact> aside = [.. Struck, new SessionClosed(60, Outcome.Decision, Given.Now.AddDays(14)), .. omitted.Facts];
        Story.Of(aside).Decisions.Single().Adopted.ShouldBeFalse();
        var contested = ContestCorrection.Decide(new(), Story.Of(aside), Story.Open(), [], Story.As(Story.Chloe));
        contested.Facts[^1].ShouldBeOfType<CommonDecisionAdopted>();
        Story.Of(aside, contested.Facts).Decisions.Single().Text.ShouldBe(Story.Owned, "its text is the group's still");
        contested.Messages.Select(m => m(Story.From)).OfType<Contracts.Session.V1.CommonDecisionAdopted>().ShouldHaveSingleItem();
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
            .ShouldBe(new SessionClosed(60, Outcome.Decision, Given.Now.AddDays(14)));
    }

    [Fact]
    [Keeps("agreed-in-common")]
    public void half_of_those_who_stay_is_enough_and_it_is_told_of_how_many()
    {
        var session = Story.Of(
            Story.In(Story.Regulating, "decide"),
            [
                new DecisionProposed(Given.Id(8), Story.Facilitator, Story.Text(), [Story.Anne, Story.Bob, Story.Chloe]),
                new DecisionAgreed(Given.Id(8), Story.Bob),
                new DecisionAgreed(Given.Id(8), Story.Chloe),
                new GroupChanged([Story.Anne, Story.David], Story.Facilitator),
            ]
        );
        Story
            .Agree(Given.Id(8), session, Story.As(Story.Anne))
            .ShouldHappen(
                new DecisionAgreed(Given.Id(8), Story.Anne),
                new CommonDecisionAdopted(Given.Id(8), Story.Owned, 2, [Story.Anne, Story.Bob, Story.Chloe])
            );
    }
}
