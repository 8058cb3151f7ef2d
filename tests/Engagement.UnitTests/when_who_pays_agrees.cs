using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
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

    private static SessionHeldNoted Held(DateTimeOffset at, int number) =>
        new(Given.Id(number), Story.GroupId, 120, 2, [Given.Id(41)], new(Given.Id(number), 9, at));

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
    [Breaks("payer-agrees")]
    public void nothing_is_recorded_in_the_name_of_who_is_about_to_leave_and_could_contest_it_no_more()
    {
        var proposed = With(Active(), Amend(Active(), 11_000));
        AnnouncedSuccession announced = new(Given.Id(22), new(2026, 3, 1), SuccessionReason.Merged, Given.Now.AddDays(14));
        Decision Accepted(Act act, string? shownBy = null, DateTimeOffset? successor = null) =>
            AcceptProposal.Decide(
                new(shownBy is null ? null : new(shownBy)),
                Proposed,
                proposed,
                Story.Frames,
                act,
                leaving: announced with
                {
                    AcceptedAt = successor,
                }
            );
        Accepted(Story.Act(), "Avenant signé").ShouldBreak("always", "payer-agrees", "design");
        Accepted(Story.Payer()).Refusal.ShouldBeNull("nobody else has agreed to anything");
        Accepted(Story.Payer(), successor: Given.Now).ShouldBreak("always", "payer-agrees", "design");
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
        Accept(amended, Story.Payer()).Refusal!.Detail.ShouldBe("The proposal has already been accepted.");
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
            .Refusal!.Detail.ShouldBe("The proposal has been replaced.");
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
        Statement
            .Of(later)!
            .Lines.ShouldBe([new StatementLine(12_000, 2, 240, 48_000, 0, 0), new StatementLine(15_000, 1, 120, 30_000, 0, 0)]);
        Statement.Of(later)!.TotalCents.ShouldBe(78_000);
        Statement.Of(Story.Of(Story.Designing)).ShouldBeNull();
    }

    [Fact]
    public void the_statement_says_of_each_session_what_who_pays_may_ask_about()
    {
        SessionHeldNoted Alone(DateTimeOffset at, int number) => Held(at, number) with { ToldByFacilitatorAlone = true, Explained = true };
        var engagement = Active([
            .. Enumerable.Range(1, 10).Select(n => Held(Given.Now.AddDays(n), n)),
            Alone(Given.Now.AddDays(20), 11),
            Held(End.AddDays(1), 12),
        ]);
        var sessions = Statement.Of(engagement)!.Sessions;
        sessions.Count.ShouldBe(12);
        sessions[0].ShouldBe(new(Given.Now.AddDays(1), 120, 12_000, false, false, false, false, null, false));
        sessions[10].ShouldBe(new(Given.Now.AddDays(20), 120, 12_000, true, false, true, true, null, false));
        sessions[11].ShouldBe(new(End.AddDays(1), 120, 12_000, false, true, true, false, null, false));

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

    private static Decision Contest(Engagement engagement, int day, Guid? proposal, Act? act = null, Establishment? payer = null) =>
        ContestAcceptance.Decide(
            new(new("text")),
            proposal,
            engagement,
            Story.Frames,
            (act ?? Story.Payer()) with
            {
                OccurredAt = Given.Now.AddDays(day),
                Now = Given.Now.AddDays(day),
            },
            payer
        );

    [Fact]
    [Breaks("payer-agrees")]
    public void a_successor_accepted_to_pay_for_what_stood_and_for_nothing_that_a_contest_brings_back()
    {
        var recorded = Recorded(Active(), Amend(Active(), 11_000), 10);
        Establishment Leaving(bool accepted) =>
            Given.Facts<Establishment>([
                new EstablishmentRegistered("Les Tilleuls", Given.Siret(1), null, "medico-social"),
                new SuccessionAnnounced(Given.Id(22), new(2026, 3, 1), SuccessionReason.Merged, Given.Now.AddDays(14)),
                .. accepted ? [new SuccessionAccepted(Given.Id(22))] : Array.Empty<Fact>(),
            ]);
        Contest(recorded, 20, Proposed, payer: Leaving(true)).Elsewhere.ShouldHaveSingleItem().Fact.ShouldBe(new SuccessionWithdrawn());
        Contest(recorded, 20, Proposed, payer: Leaving(false)).Elsewhere.ShouldBeEmpty();

        // What they accepted themselves since stands: nothing changes for who follows.
        var own = Own(recorded, Amend(recorded, 10_500, act: Second()), 15);
        Contest(own, 20, Proposed, payer: Leaving(true)).Elsewhere.ShouldBeEmpty();
    }

    [Fact]
    [Breaks("payer-agrees")]
    public void what_the_practice_recorded_is_contested_and_the_terms_of_before_hold_again()
    {
        var recorded = Recorded(Active(), Amend(Active(), 15_000, 24), 10);
        (recorded.Dispositif!.RateCents, recorded.Until).ShouldBe((15_000, Given.Now.AddMonths(24)));
        var contested = Contest(recorded, 20, Proposed);
        contested.Facts[0].ShouldBe(new AcceptanceContested(Accepted.Amendment, Story.Text("Engagement.Reason"), Proposed, true, End));
        var after = contested.Facts.Aggregate(
            recorded,
            (e, fact) => Folding.Apply(e, e.Id, fact with { OccurredAt = Given.Now.AddDays(20) })
        );
        (after.Dispositif!.RateCents, after.Dispositif.TermMonths, after.Until).ShouldBe((12_000, 12, End));
        ((V1.TermsChanged)contested.Messages.Single()(new(Given.Id(1), 9, Given.Now))).Terms.Until.ShouldBe(End);

        // What was held meanwhile costs what had been agreed; and the practice's word is no more enough.
        new[] { 9, 15, 21 }
            .Select(d => after.RateAt(Given.Now.AddDays(d)))
            .ShouldBe([12_000, 12_000, 12_000]);
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

    // What who pays accepts by their own token, so many days after the activation.
    private static Engagement Own(Engagement engagement, Decision proposed, int day)
    {
        var at = Given.Now.AddDays(day);
        var proposes = With(engagement, proposed);
        return Told(proposes, AcceptProposal.Decide(new(), proposes.Proposals[^1].Id, proposes, Story.Frames, Story.Payer(at)), day);
    }

    private static Engagement Told(Engagement engagement, Decision decision, int day)
    {
        decision.Refusal.ShouldBeNull();
        return decision.Facts.Aggregate(engagement, (e, fact) => Folding.Apply(e, e.Id, fact with { OccurredAt = Given.Now.AddDays(day) }));
    }

    private static Engagement Holding(Engagement engagement, params IReadOnlyList<int> days) =>
        days.Index().Aggregate(engagement, (e, day) => Folding.Apply(e, e.Id, Held(Given.Now.AddDays(day.Item), 7_000 + day.Index)));

    private static Act Second(int id = 998) => Story.Act() with { NewId = Given.Id(id) };

    private static IEnumerable<int> Rates(Engagement engagement) => Statement.Of(engagement)!.Sessions.Select(s => s.RateCents);

    private static IEnumerable<bool> Outside(Engagement engagement) => Statement.Of(engagement)!.Sessions.Select(s => s.OutsideTerm);

    [Fact]
    [Breaks("payer-agrees")]
    public void what_was_recorded_is_contested_whatever_they_accepted_since_and_that_stands_from_its_acceptance()
    {
        var recorded = Holding(Recorded(Active(), Amend(Active(), 15_000), 10), 9, 12, 17, 22);
        var own = Own(recorded, Amend(recorded, 13_000, act: Second()), 15);
        Rates(own).ShouldBe([12_000, 15_000, 13_000, 13_000]);
        var waits = With(own, AmendDispositif.Decide(new(new("text"), SessionsPlanned: 9), own, Story.Frames, Second(8)));
        var contested = Contest(waits, 20, Proposed);
        contested.Facts.Select(f => f.GetType()).ShouldBe([typeof(AcceptanceContested)]);
        contested.Messages.ShouldBeEmpty("nothing else holds from now on");
        var after = Told(waits, contested, 20);
        Rates(after).ShouldBe([12_000, 12_000, 13_000, 13_000]);
        Statement.Of(after)!.Sessions.Select(s => s.Contested).ShouldBe([false, true, false, false]);
        Statement
            .Of(after)!
            .Lines.ShouldBe([new StatementLine(12_000, 2, 240, 48_000, 0, 1), new StatementLine(13_000, 2, 240, 52_000, 0, 0)]);
        (after.Dispositif!.RateCents, after.Until, after.Proposals.Count).ShouldBe((13_000, End, 1));
        Contest(after, 21, Given.Id(998)).Refusal!.Detail.ShouldBe("Nobody recorded this acceptance in your name.");
    }

    [Fact]
    public void who_accepts_an_amendment_accepts_the_dispositif_as_it_is_shown()
    {
        var recorded = Holding(Recorded(Active(), Amend(Active(), 15_000), 10), 12, 17);
        var own = Own(recorded, AmendDispositif.Decide(new(new("text"), SessionsPlanned: 9), recorded, Story.Frames, Second()), 15);
        var after = Told(own, Contest(own, 20, Proposed), 20);
        Rates(after).ShouldBe([12_000, 15_000]);
        after.Dispositif!.RateCents.ShouldBe(15_000);
    }

    [Fact]
    public void of_two_words_of_the_practice_the_later_one_stands_until_it_is_contested_too()
    {
        var twice = Holding(Recorded(Active(), Amend(Active(), 15_000), 10), 10, 13, 30);
        twice = Recorded(twice, Amend(twice, 14_000, act: Second()), 11, Given.Id(998));
        var first = Told(twice, Contest(twice, 12, Proposed), 12);
        Rates(first).ShouldBe([12_000, 14_000, 14_000]);
        first.Dispositif!.RateCents.ShouldBe(14_000);
        var both = Told(first, Contest(first, 14, Given.Id(998)), 14);
        Rates(both).ShouldBe([12_000, 12_000, 12_000]);
        both.Dispositif!.RateCents.ShouldBe(12_000);

        // The other way round.
        var last = Told(twice, Contest(twice, 12, Given.Id(998)), 12);
        (last.Dispositif!.RateCents, last.RateAt(Given.Now.AddDays(30))).ShouldBe((15_000, 15_000));
        Told(last, Contest(last, 13, Proposed), 13).Dispositif!.RateCents.ShouldBe(12_000);
    }

    [Fact]
    public void a_renewal_that_is_contested_gave_no_term_and_the_engagement_is_renewed_anew()
    {
        var ends = (int)(End - Given.Now).TotalDays;
        var recorded = Holding(
            Recorded(Active(), RenewEngagement.Decide(new(6), Active(), Story.Act()), ends - 2),
            ends - 1,
            ends + 3,
            ends + 30
        );
        Outside(recorded).ShouldBe([false, false, false]);
        var contested = Contest(recorded, ends + 7, Proposed);
        contested.Facts.ShouldHaveSingleItem();
        ((V1.TermsChanged)contested.Messages.Single()(new(Given.Id(1), 9, Given.Now))).Terms.Until.ShouldBe(End);
        var due = contested.Scheduled.Single();
        due.At.ShouldBe(Given.Now.AddDays(ends + 8));
        var after = Told(recorded, contested, ends + 7);
        after.Until.ShouldBe(End);
        Outside(after).ShouldBe([false, true, true]);
        Statement.Of(after)!.Sessions.Select(s => s.Contested).ShouldBe([false, true, false], "the last is held after the contest");

        // The end that has passed is looked at, and the final bilan falls due.
        WatchFrame
            .Decide((WatchDue)due.Message, after, Story.Frames, due.At)
            .ShouldHappen(new BilanFellDue(null, DateOnly.FromDateTime(End.UtcDateTime)));

        // It goes on from an acceptance of their own; what lay between stays outside.
        var again = Own(after, RenewEngagement.Decide(new(6), after, Second()), ends + 10);
        again.Until.ShouldBe(Given.Now.AddDays(ends + 10).AddMonths(6));
        Outside(again).ShouldBe([false, true, false]);
        WatchFrame.Decide((WatchDue)due.Message, again, Story.Frames, due.At).ShouldHappen();
    }

    [Fact]
    public void what_they_renewed_themselves_since_counts_its_months_from_the_end_that_stands()
    {
        var ends = (int)(End - Given.Now).TotalDays;
        Engagement Twice(int day)
        {
            var recorded = Recorded(Active(), RenewEngagement.Decide(new(60), Active(), Story.Act()), ends - 2);
            var own = Own(recorded, RenewEngagement.Decide(new(6), recorded, Second()), day);
            own.Until.ShouldBe(End.AddMonths(66));
            return Told(own, Contest(own, ends + 9, Proposed), ends + 9);
        }

        Twice(ends - 1).Until.ShouldBe(End.AddMonths(6));
        Twice(ends + 4).Until.ShouldBe(Given.Now.AddDays(ends + 4).AddMonths(6));
        Outside(Holding(Twice(ends + 4), ends - 1, ends + 2, ends + 5)).ShouldBe([false, true, false]);
    }

    [Fact]
    public void what_was_contested_counts_for_nothing_before_the_activation_and_after_the_end_too()
    {
        var chartered = Story.Of(
            [.. Story.Accepted],
            [new CharterRatified(), new DispositifAmended(Story.Dispositif("rated"), Story.Text())]
        );
        var recorded = Recorded(chartered, Amend(chartered, 11_000, 24), 0);
        var active = Folding.Apply(recorded, recorded.Id, new EngagementActivated { OccurredAt = Given.Now });
        active.Until.ShouldBe(Given.Now.AddMonths(24));
        var after = Told(active, Contest(active, 3, Proposed), 3);
        (after.Until, after.Dispositif!.TermMonths).ShouldBe(
            (Given.Now.AddMonths(chartered.Dispositif!.TermMonths), chartered.Dispositif.TermMonths)
        );

        var over = Folding.Apply(active, active.Id, new EngagementConcluded());
        var contested = Contest(over, 3, Proposed);
        contested.Messages.ShouldBeEmpty("nobody meets any more");
        var settled = Told(over, contested, 3);
        (settled.State, settled.Until, settled.Dispositif!.RateCents).ShouldBe(
            (EngagementState.Concluded, after.Until, chartered.Dispositif.RateCents)
        );
    }

    [Fact]
    public void a_rate_of_their_own_that_lies_ahead_holds_from_then_after_a_contest_too()
    {
        var own = Own(Active(), Amend(Active(), 14_000, from: Given.Now.AddDays(40)), 2);
        var recorded = Recorded(own, Amend(own, 15_000, act: Second()), 10, Given.Id(998));
        var after = Told(recorded, Contest(recorded, 20, Given.Id(998)), 20);
        new[] { 5, 12, 25, 41 }.Select(d => after.RateAt(Given.Now.AddDays(d))).ShouldBe([12_000, 12_000, 12_000, 14_000]);
    }

    [Fact]
    public void what_was_contested_before_still_holds_the_terms_of_then()
    {
        // As it was written: the terms of before held again from the contest on.
        var recorded = Holding(Recorded(Active(), Amend(Active(), 15_000), 10), 12, 21);
        var was = Given.Now.AddDays(20);
        IReadOnlyList<Fact> told =
        [
            new AcceptanceContested(Accepted.Amendment, Story.Text(), Proposed) { OccurredAt = was },
            new DispositifAmended(Active().Dispositif!, Story.Text(), RateFrom: was) { OccurredAt = was },
        ];
        var after = told.Aggregate(recorded, (e, fact) => Folding.Apply(e, e.Id, fact));
        Rates(after).ShouldBe([15_000, 12_000]);
        after.Until.ShouldBe(End);
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

        // What was recorded before that is theirs to contest all the same; it changes nothing.
        var both = With(agreed, Contest(agreed, 3, null));
        both.State.ShouldBe(EngagementState.Chartering);
        both.Accepted.Select(a => a.ContestedAt is null).ShouldBe([false, true]);
        Contest(both, 4, null).ShouldBeRefused(409);
    }

    [Fact]
    public void who_pays_alone_contests_in_time_what_was_recorded_in_their_name()
    {
        var recorded = Recorded(Active(), Amend(Active(), 15_000), 10);
        Contest(recorded, 24, Proposed).ShouldBeRefused(409);
        Contest(recorded, 12, Given.Id(5)).ShouldBeRefused(404);
        Contest(recorded, 12, Proposed, Elsewhere()).ShouldBreak("always", "payer-agrees", "design");
        var own = With(Active(), Amend(Active(), 15_000));
        Contest(With(own, Accept(own, Story.Payer())), 1, Proposed).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("payer-agrees")]
    public void a_contest_is_of_the_establishment_that_brought_it_and_of_no_other_that_pays_since()
    {
        var recorded = Recorded(Active(), Amend(Active(), 15_000), 10);
        var contested = Told(recorded, Contest(recorded, 12, Proposed), 12);
        var waits = With(contested, Amend(contested, 11_000));
        Accept(waits, Story.Act(), "Avenant n° 2").ShouldBreak("always", "payer-agrees", "design");
        var moved = Folding.Apply(waits, waits.Id, new EstablishmentReplaced(Story.Establishment, Given.Id(21), CorrectionReason.Mistyped));
        Accept(moved, Story.Act(), "Avenant n° 2").Refusal.ShouldBeNull("who pays now contested nothing");
        Contest(moved, 13, Proposed, Elsewhere()).Refusal!.Detail.ShouldBe("Nobody recorded this acceptance in your name.");

        // Nor does it wait for them, or is shown as theirs to contest.
        var taken = Folding.Apply(
            recorded,
            recorded.Id,
            new EstablishmentReplaced(Story.Establishment, Given.Id(21), CorrectionReason.Mistyped)
        );
        DateTimeOffset? Shown(Engagement engagement, Act by) =>
            EngagementView
                .Of(engagement, by.By, new("cabinet", engagement.Id, new Dictionary<string, byte[]>()))
                .Accepted.Single(a => a.Proposal == Proposed)
                .ContestableUntil;
        Shown(recorded, Story.Payer()).ShouldNotBeNull();
        Shown(taken, Elsewhere()).ShouldBeNull();
        WaitingAgreements.Of(recorded, Story.Payer().By, Given.Now.AddDays(12)).ShouldHaveSingleItem();
        WaitingAgreements.Of(taken, Elsewhere().By, Given.Now.AddDays(12)).ShouldBeEmpty();
        var back = Folding.Apply(moved, moved.Id, new EstablishmentReplaced(Given.Id(21), Story.Establishment, CorrectionReason.Mistyped));
        Accept(back, Story.Act(), "Avenant n° 2").ShouldBreak("always", "payer-agrees", "design");
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
