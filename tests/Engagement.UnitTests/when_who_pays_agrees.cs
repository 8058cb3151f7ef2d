using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.ServiceDefaults.Facts;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Who pays agrees to what is paid; what was held costs what was agreed when it was.</summary>
public class when_who_pays_agrees
{
    private static readonly Guid Proposed = Given.Id(999);
    private static readonly DateTimeOffset End = Given.Now.AddMonths(12);

    private static Engagement Active(params IReadOnlyList<Fact> more) =>
        Story.Of(
            [
                .. Story.Accepted,
                new CharterRatified(),
                new DispositifAmended(Story.Dispositif("rated"), Story.Text()),
                new EngagementActivated { OccurredAt = Given.Now },
            ],
            more
        );

    private static Engagement With(Engagement engagement, Decision decision)
    {
        decision.Refusal.ShouldBeNull();
        return decision.Facts.Aggregate(engagement, (e, fact) => Folding.Apply(e, e.Id, fact));
    }

    private static SessionHeldLearned Held(DateTimeOffset at, int number) =>
        new(new SessionHeld(Given.Id(number), Story.GroupId, Given.Id(1), 120, 2, [Given.Id(41)], new(Given.Id(number), 9, at)));

    private static Decision Amend(
        Engagement engagement,
        int? rate = null,
        int? months = null,
        DateTimeOffset? from = null,
        Act? act = null
    ) =>
        AmendDispositif.Decide(
            new(new("text"), RateCents: rate, TermMonths: months, RateFrom: from),
            engagement,
            Story.Frames,
            act ?? Story.Act()
        );

    private static Decision Accept(Engagement engagement, Act act, string? shownBy = null) =>
        AcceptProposal.Decide(new(shownBy is null ? null : new(shownBy)), Proposed, engagement, Story.Frames, act);

    // What is decided now, and dated so.
    private static Fact At(Decision decision, DateTimeOffset at)
    {
        decision.Refusal.ShouldBeNull();
        return decision.Facts[0] with { OccurredAt = at };
    }

    private static Act Elsewhere() => Given.Act(Roles.Establishment, Given.Id(902), null, Given.Id(21));

    [Fact]
    public void the_time_to_answer_is_amended_and_told()
    {
        static Decision Answering(int days) =>
            AmendDispositif.Decide(new(new("text"), AnswerDays: days), Active(), Story.Frames, Story.Act());
        Answering(13).ShouldBeRefused(400);
        Answering(91).ShouldBeRefused(400);
        var accepted = Accept(With(Active(), Answering(30)), Story.Payer());
        var told = (V1.TermsChanged)accepted.Messages.Single()(new(Given.Id(1), 9, Given.Now));
        told.Terms.AnswerDays.ShouldBe(30);
    }

    [Fact]
    [Keeps("payer-agrees")]
    public void the_dispositif_is_agreed_by_who_asks_or_with_what_shows_that_they_did()
    {
        var designed = Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif()));
        AgreeDispositif.Decide(new(), designed, Story.Frames, Story.Payer()).ShouldHappen(new DispositifAgreed(new()));
        var recorded = AgreeDispositif.Decide(new(new("Devis signé le 3 mars")), designed, Story.Frames, Story.Act());
        recorded.ShouldHappen(
            new DispositifAgreed(new(Given.Seal(new("Devis signé le 3 mars"), "Acceptance.ShownBy"))),
            new AcceptanceRecorded(Accepted.Dispositif, Given.Now.AddDays(14))
        );
        With(designed, recorded).Accepted.Single().What.ShouldBe(Accepted.Dispositif);
    }

    [Fact]
    [Breaks("payer-agrees")]
    public void the_practice_alone_agrees_to_nothing_and_neither_does_another_establishment()
    {
        var designed = Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif()));
        AgreeDispositif.Decide(new(), designed, Story.Frames, Story.Act()).ShouldBreak("always", "payer-agrees", "design");
        AgreeDispositif.Decide(new(), designed, Story.Frames, Elsewhere()).ShouldBreak("always", "payer-agrees", "design");
        foreach (var none in new[] { new string('x', 201), "=cmd()", "+33", "-devis", "@moi", " =1+1", ".", "ok", "...", "   a   ", "" })
        {
            AgreeDispositif.Decide(new(new(none)), designed, Story.Frames, Story.Act()).ShouldBeRefused(400);
        }

        var proposed = With(Active(), Amend(Active(), 11_000));
        Accept(proposed, Story.Act()).ShouldBreak("always", "payer-agrees", "design");
        Accept(proposed, Elsewhere()).ShouldBreak("always", "payer-agrees", "design");
    }

    [Fact]
    public void what_the_practice_proposes_changes_nothing_until_it_is_accepted()
    {
        var decision = Amend(Active(), 11_000, 18);
        decision.Messages.ShouldBeEmpty();
        decision.Scheduled.ShouldBeEmpty();
        var proposed = With(Active(), decision);
        (proposed.Dispositif!.RateCents, proposed.Until).ShouldBe((12_000, End));
        var accepted = Accept(proposed, Story.Payer());
        var amended = With(proposed, accepted);
        (amended.Dispositif!.RateCents, amended.Until, amended.Proposals.Count).ShouldBe((11_000, Given.Now.AddMonths(18), 0));
        ((V1.TermsChanged)accepted.Messages.Single()(new(Given.Id(1), 9, Given.Now))).Terms.Until.ShouldBe(Given.Now.AddMonths(18));
        Accept(amended, Story.Payer()).ShouldBeRefused(409);
        Accept(amended, Story.Payer()).Refusal!.Detail.ShouldBe("The proposal is accepted.");
        AcceptProposal.Decide(new(), Given.Id(5), amended, Story.Frames, Story.Payer()).ShouldBeRefused(404);
    }

    [Fact]
    public void a_renewal_is_accepted_too()
    {
        var proposed = With(Active(), RenewEngagement.Decide(new(6), Active(), Story.Act()));
        proposed.Until.ShouldBe(End);
        var accepted = Accept(proposed, Story.Payer());
        accepted.ShouldHappen(new EngagementRenewed(End.AddMonths(6), new(), Proposed));
        ((V1.EngagementRenewed)accepted.Messages.Single()(new(Given.Id(1), 9, Given.Now))).Until.ShouldBe(End.AddMonths(6));
        accepted.Scheduled.Single().Message.ShouldBe(new WatchDue(Given.Id(1), Watched.FinalBilan, null, End.AddMonths(6)));
        RenewEngagement.Decide(new(6), Story.Of(Story.Accepted), Story.Act()).ShouldBeRefused(409);
        Accept(Folding.Apply(proposed, proposed.Id, new EngagementEndedEarly(new("team", "minimum-term", "S2"), 6)), Story.Payer())
            .ShouldBeRefused(409);
    }

    [Fact]
    public void a_proposal_takes_the_place_of_the_one_of_its_kind_and_of_no_other()
    {
        var engagement = Active(
            new DispositifAmendmentProposed(Given.Id(7), Story.Dispositif(), Story.Text()),
            new RenewalProposed(Given.Id(8), 6),
            new DispositifAmendmentProposed(Given.Id(9), Story.Dispositif(), Story.Text())
        );
        engagement.Proposals.Select(p => p.Id).ShouldBe([Given.Id(8), Given.Id(9)]);
        AcceptProposal
            .Decide(new(), Given.Id(7), engagement, Story.Frames, Story.Payer())
            .Refusal!.Detail.ShouldBe("The proposal is replaced.");
        Folding
            .Apply(engagement, engagement.Id, new FramesUpgraded([new("team", 1)], [new("team", 1)], Story.Text()))
            .Proposals.Select(p => p.Id)
            .ShouldBe([Given.Id(8)]);
    }

    [Fact]
    public void a_new_rate_holds_from_its_acceptance_and_reprices_nothing_that_was_held()
    {
        var day = Given.Now.AddDays(20);
        var engagement = Active(Held(Given.Now.AddDays(10), 71));
        Statement.Of(engagement)!.TotalCents.ShouldBe(24_000);
        var proposed = With(engagement, Amend(engagement, 15_000, act: Story.Act(at: Given.Now.AddDays(11))));
        var accepted = Folding.Apply(proposed, proposed.Id, At(Accept(proposed, Story.Payer(day)), day));

        // One was held before, and is told after.
        IReadOnlyList<Fact> told = [Held(Given.Now.AddDays(15), 72), Held(day.AddDays(1), 73)];
        var later = told.Aggregate(accepted, (e, fact) => Folding.Apply(e, e.Id, fact));
        Statement.Of(later)!.Lines.ShouldBe([new StatementLine(12_000, 2, 240, 48_000, 0), new StatementLine(15_000, 1, 120, 30_000, 0)]);
        Statement.Of(later)!.TotalCents.ShouldBe(78_000);
        Statement.Of(Story.Of(Story.Designing)).ShouldBeNull();
    }

    [Fact]
    public void the_statement_says_of_each_session_what_who_pays_may_ask_about()
    {
        SessionHeldLearned Alone(DateTimeOffset at, int number) =>
            new(Held(at, number).Message with { ToldByFacilitatorAlone = true, Explained = true });
        var engagement = Active([
            .. Enumerable.Range(1, 10).Select(n => Held(Given.Now.AddDays(n), n)),
            Alone(Given.Now.AddDays(20), 11),
            Held(End.AddDays(1), 12),
        ]);
        var sessions = Statement.Of(engagement)!.Sessions;
        sessions.Count.ShouldBe(12);
        sessions[0].ShouldBe(new(Given.Now.AddDays(1), 120, 12_000, false, false, false, false, null));
        sessions[10].ShouldBe(new(Given.Now.AddDays(20), 120, 12_000, true, false, true, true, null));
        sessions[11].ShouldBe(new(End.AddDays(1), 120, 12_000, false, true, true, false, null));

        // A term that was renewed by half of it holds half as many more.
        var renewed = Statement.Of(
            Story.Of(
                [.. Story.Active()],
                [new EngagementRenewed(End.AddMonths(6)), .. Enumerable.Range(1, 16).Select(n => Held(Given.Now.AddDays(n), n))]
            )
        )!;
        renewed.Sessions.Count(s => s.OverNumber).ShouldBe(1);
    }

    [Fact]
    public void a_later_date_that_the_rate_names_is_kept_and_an_earlier_one_is_refused()
    {
        DateTimeOffset? From(DateTimeOffset? named, Act act)
        {
            var proposed = With(Active(), Amend(Active(), 15_000, from: named));
            return ((DispositifAmended)Accept(proposed, act, "Avenant n° 1").Facts[0]).RateFrom;
        }

        From(Given.Now.AddDays(30), Story.Payer()).ShouldBe(Given.Now.AddDays(30));
        From(null, Story.Payer()).ShouldBe(Given.Now);
        Amend(Active(), 15_000, from: Given.Now.AddDays(-30)).ShouldBeRefused(400);
        Amend(Active(), 15_000, from: Given.Now).ShouldBeRefused(400);
        Amend(Active(), months: 18, from: Given.Now.AddDays(30)).ShouldBeRefused(400);

        // What the practice records is dated back over no session that is still to be told.
        From(null, Story.Act(at: Given.Now.AddDays(-9)) with { Now = Given.Now }).ShouldBe(Given.Now);
        var unchanged = With(Active(), Amend(Active(), months: 18));
        ((DispositifAmended)Accept(unchanged, Story.Payer()).Facts[0]).RateFrom.ShouldBeNull();
    }

    [Fact]
    public void an_amendment_that_changes_nothing_is_refused()
    {
        Amend(Active()).ShouldBeRefused(409);
        Amend(Active(), 12_000, 12).ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("payer-agrees")]
    public void nothing_is_recorded_as_accepted_before_it_was_proposed_however_that_is_dated()
    {
        var proposed = With(Active(), Amend(Active(), 11_000, act: Story.Act(at: Given.Now) with { Now = Given.Now.AddMonths(3) }));
        Decision Accepted(DateTimeOffset at, DateTimeOffset? recorded) =>
            AcceptProposal.Decide(
                new(new("Avenant n° 1")),
                Proposed,
                proposed,
                Story.Frames,
                Story.Act(at: at) with
                {
                    Now = Given.Now.AddMonths(3),
                },
                recorded
            );
        Accepted(Given.Now.AddDays(1), Given.Now.AddMonths(3)).ShouldBreak("always", "payer-agrees", "design");
        Accepted(Given.Now.AddDays(1), Given.Now.AddDays(1)).Refusal.ShouldBeNull();
        var designed = Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif()));
        AgreeDispositif
            .Decide(new(new("Devis signé")), designed, Story.Frames, Story.Act(), Given.Now.AddDays(1))
            .ShouldBreak("always", "payer-agrees", "design");
    }

    // What the practice accepts on its word, so many days after the activation.
    private static Engagement Recorded(Engagement engagement, Decision proposed, int day, Guid? proposal = null)
    {
        var at = Given.Now.AddDays(day);
        var proposes = With(engagement, proposed);
        var accepted = AcceptProposal.Decide(new(new("Avenant n° 1")), proposal ?? Proposed, proposes, Story.Frames, Story.Act(at: at));
        accepted.Facts.OfType<AcceptanceRecorded>().Single().ContestableUntil.ShouldBe(at.AddDays(14));
        return accepted.Facts.Aggregate(proposes, (e, fact) => Folding.Apply(e, e.Id, fact with { OccurredAt = at }));
    }

    private static Decision Contest(Engagement engagement, int day, Guid? proposal, Act? act = null) =>
        ContestAcceptance.Decide(
            new(new("text")),
            proposal,
            engagement,
            Story.Frames,
            (act ?? Story.Payer()) with
            {
                OccurredAt = Given.Now.AddDays(day),
                Now = Given.Now.AddDays(day),
            }
        );

    [Fact]
    [Breaks("payer-agrees")]
    public void what_the_practice_recorded_is_contested_and_the_terms_of_before_hold_again()
    {
        var recorded = Recorded(Active(), Amend(Active(), 15_000, 24), 10);
        (recorded.Dispositif!.RateCents, recorded.Until).ShouldBe((15_000, Given.Now.AddMonths(24)));
        var contested = Contest(recorded, 20, Proposed);
        contested.Facts[0].ShouldBe(new AcceptanceContested(Accepted.Amendment, Story.Text("Engagement.Reason"), Proposed));
        var after = contested.Facts.Aggregate(
            recorded,
            (e, fact) => Folding.Apply(e, e.Id, fact with { OccurredAt = Given.Now.AddDays(20) })
        );
        (after.Dispositif!.RateCents, after.Dispositif.TermMonths, after.Until).ShouldBe((12_000, 12, End));
        ((V1.TermsChanged)contested.Messages.Single()(new(Given.Id(1), 9, Given.Now))).Terms.Until.ShouldBe(End);

        // What was held meanwhile costs what held then; and the practice's word is no more enough.
        new[] { 9, 15, 21 }
            .Select(d => after.RateAt(Given.Now.AddDays(d)))
            .ShouldBe([12_000, 15_000, 12_000]);
        after.Accepted.Single().ContestedAt.ShouldBe(Given.Now.AddDays(20));

        // What was proposed meanwhile holds the rate that was contested: it is to be proposed anew.
        var waits = With(
            recorded,
            AmendDispositif.Decide(new(new("text"), SessionsPlanned: 9), recorded, Story.Frames, Story.Act() with { NewId = Given.Id(8) })
        );
        waits.Proposals.ShouldNotBeEmpty();
        Folding.Apply(waits, waits.Id, contested.Facts[0] with { OccurredAt = Given.Now.AddDays(20) }).Proposals.ShouldBeEmpty();
        Contest(after, 21, Proposed).ShouldHappen();
        Accept(after, Story.Act(), "Avenant n° 1")
            .Refusal!.Detail.ShouldBe("The proposal was accepted, and the establishment contested that.");
        var anew = With(after, RenewEngagement.Decide(new(6), after, Story.Act()));
        Accept(anew, Story.Act(), "Avenant n° 2").ShouldBreak("always", "payer-agrees", "design");
        Accept(anew, Story.Payer()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_renewal_is_contested_and_what_was_held_meanwhile_lies_within_the_term()
    {
        var late = End.AddDays(-2);
        var day = (int)(late - Given.Now).TotalDays;
        var recorded = Recorded(Active(), RenewEngagement.Decide(new(6), Active(), Story.Act()), day);
        recorded.Until.ShouldBe(End.AddMonths(6));
        DateTimeOffset? Until(int at) =>
            Contest(recorded, at, Proposed).Facts.Aggregate(recorded, (e, fact) => Folding.Apply(e, e.Id, fact)).Until;
        Until(day + 1).ShouldBe(End);
        Until(day + 9).ShouldBe(End.AddDays(7));
    }

    [Fact]
    public void a_dispositif_that_the_practice_had_agreed_is_agreed_no_more_and_nobody_meets_while_it_may_be_contested()
    {
        var designed = Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif()));
        var recorded = With(designed, AgreeDispositif.Decide(new(new("Devis signé")), designed, Story.Frames, Story.Act()));
        var contested = With(recorded, Contest(recorded, 3, null));
        contested.State.ShouldBe(EngagementState.Designing);
        AgreeDispositif
            .Decide(new(new("Devis signé")), contested, Story.Frames, Story.Act())
            .ShouldBreak("always", "payer-agrees", "design");
        With(contested, AgreeDispositif.Decide(new(), contested, Story.Frames, Story.Payer())).State.ShouldBe(EngagementState.Chartering);

        var ready = recorded;
        foreach (var fact in Story.Accepted.Skip(Story.Chartering().Count).Append(new CharterRatified()))
        {
            ready = Folding.Apply(ready, ready.Id, fact);
        }

        ActivateEngagement
            .Decide(ready, Story.Frames, Story.Act(at: Given.Now.AddDays(13)))
            .ShouldBreak("always", "payer-agrees", "design");
        ActivateEngagement.Decide(ready, Story.Frames, Story.Act(at: Given.Now.AddDays(14))).Refusal.ShouldBeNull();
        var agreed = With(ready, AgreeDispositif.Decide(new(), ready, Story.Frames, Story.Payer()));
        agreed.State.ShouldBe(EngagementState.Chartering);
        ActivateEngagement.Decide(agreed, Story.Frames, Story.Act()).Refusal.ShouldBeNull("they agreed themself");
        Contest(agreed, 3, null).ShouldBeRefused(409);
    }

    [Fact]
    public void who_pays_alone_contests_in_time_the_last_word_that_was_recorded_in_their_name()
    {
        var recorded = Recorded(Active(), Amend(Active(), 15_000), 10);
        Contest(recorded, 24, Proposed).ShouldBeRefused(409);
        Contest(recorded, 12, Given.Id(5)).ShouldBeRefused(404);
        Contest(recorded, 12, Proposed, Elsewhere()).ShouldBreak("always", "payer-agrees", "design");
        var own = With(Active(), Amend(Active(), 15_000));
        Contest(With(own, Accept(own, Story.Payer())), 1, Proposed).ShouldBeRefused(409);

        // The later one first: it is back to the earlier one then, and with that to what they had agreed to.
        var again = Recorded(recorded, Amend(recorded, 14_000, act: Story.Act() with { NewId = Given.Id(998) }), 11, Given.Id(998));
        Contest(again, 12, Proposed).ShouldBeRefused(409);
        var back = With(again, Contest(again, 12, Given.Id(998)));
        back.Dispositif!.RateCents.ShouldBe(15_000);
        With(back, Contest(back, 13, Proposed)).Dispositif!.RateCents.ShouldBe(12_000);

        // Of an engagement that is over nothing is paid from then on: it stays on record.
        var over = With(recorded, new EngagementConcluded());
        Contest(over, 12, Proposed).ShouldHappen(new AcceptanceContested(Accepted.Amendment, Story.Text("Engagement.Reason"), Proposed));
    }

    [Fact]
    public void the_later_word_on_a_rate_holds_where_two_name_dates()
    {
        Dispositif Rated(int cents) => Story.Dispositif() with { RateCents = cents };
        var engagement = Active(
            new DispositifAmended(Rated(13_000), Story.Text(), new(), RateFrom: Given.Now.AddDays(40)),
            new DispositifAmended(Rated(14_000), Story.Text(), new(), RateFrom: Given.Now.AddDays(20))
        );
        new[] { 0, 19, 20, 50 }.Select(d => engagement.RateAt(Given.Now.AddDays(d))).ShouldBe([12_000, 12_000, 14_000, 14_000]);
    }

    [Fact]
    public void a_term_that_has_ended_is_extended_by_no_amendment_however_it_is_dated()
    {
        var late = End.AddDays(3);
        var back = Story.Act(at: Given.Now.AddMonths(6)) with { Now = late };
        Amend(Active(), months: 24, act: back).ShouldBeRefused(409);
        var proposed = With(Active(), Amend(Active(), months: 24));
        Accept(proposed, Story.Payer(Given.Now.AddMonths(6)) with { Now = late }).ShouldBeRefused(409);
        Amend(Active(), 11_000, act: back).Refusal.ShouldBeNull();

        // A renewal goes on from its acceptance: what lay between stays outside.
        var renewal = With(Active(), RenewEngagement.Decide(new(6), Active(), back));
        ((EngagementRenewed)Accept(renewal, Story.Payer(Given.Now.AddMonths(6)) with { Now = late }).Facts[0]).Until.ShouldBe(
            late.AddMonths(6)
        );
    }

    [Fact]
    public void what_was_amended_and_renewed_before_stays_agreed()
    {
        var engagement = Active(
            new DispositifAmended(Story.Dispositif() with { RateCents = 13_000 }, Story.Text()) { OccurredAt = Given.Now.AddDays(5) },
            new EngagementRenewed(End.AddMonths(2))
        );
        (engagement.Dispositif!.RateCents, engagement.Until, engagement.Accepted.Count).ShouldBe((13_000, End.AddMonths(2), 0));
        (engagement.RateAt(Given.Now.AddDays(4)), engagement.RateAt(Given.Now.AddDays(5))).ShouldBe((12_000, 13_000));
    }
}
