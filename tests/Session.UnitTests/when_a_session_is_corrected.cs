using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Persons;
using PracticeAnalysis.Session.Sessions;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>What was entered wrongly of a session is put right by a fact; what was entered first stays, and nobody who took part becomes absent.</summary>
public class when_a_session_is_corrected
{
    private static readonly CodedTheme Theme = new(Axis.ConflictsOfValues, Level.Collective);
    private static readonly CodedTheme Other = new(Axis.EmotionalDemands, Level.Individual);
    private static readonly DateTimeOffset Until = Given.Now.AddDays(14);

    // Anne narrates; Bob and Chloé are recorded as present, David as absent; twelve minutes, of three hours that it was open.
    private static Session Held(params IReadOnlyList<Fact> more) =>
        Story.Of([.. Story.Complete(Story.Interpreting), new ThemesCoded([Theme]), new SessionClosed(12, Outcome.Change)], more) with
        {
            OpenedAt = Given.Now.AddHours(-3),
            EndedAt = Given.Now,
            ContestableUntil = Until,
        };

    private static Decision Correct(
        CorrectSession command,
        Session? session = null,
        bool concluded = false,
        Mandate? then = null,
        IReadOnlyList<Guid>? endorsed = null
    ) => CorrectSession.Decide(command, session ?? Held(), concluded, then ?? Story.Open(), endorsed ?? [], Story.As(Story.Facilitator));

    private static CorrectSession Present(params IReadOnlyList<Guid> present) => new(CorrectionReason.Omitted, Present: present);

    [Fact]
    [Keeps("session-correction")]
    public void it_shows_what_stands_and_what_stood_and_why()
    {
        var decision = Correct(new(CorrectionReason.Mistyped, 120, [Story.David, Story.Anne, Story.Bob, Story.Chloe], [Other]));
        decision.ShouldHappen(
            new MinutesCorrected(12, 120, CorrectionReason.Mistyped),
            new AttendanceCorrected(
                [Story.Anne, Story.Bob, Story.Chloe],
                [Story.Anne, Story.Bob, Story.Chloe, Story.David],
                CorrectionReason.Mistyped,
                Until
            ),
            new ThemesCorrected([Theme], [Other], CorrectionReason.Mistyped)
        );
        var corrected = Held(decision.Facts);
        (corrected.Minutes, corrected.Present.Count).ShouldBe((120, 4));
        corrected.Themes.ShouldBe([Other]);
        var view = SessionView.Of(
            corrected,
            Story.As(Story.David).By,
            new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>())
        );
        view.Corrections.Select(c => (c.Field, c.Reason, c.By))
            .ShouldBe([
                (CorrectedField.Minutes, CorrectionReason.Mistyped, Roles.Facilitator),
                (CorrectedField.Present, CorrectionReason.Mistyped, Roles.Facilitator),
                (CorrectedField.Themes, CorrectionReason.Mistyped, Roles.Facilitator),
            ]);
        (view.Corrections[0].From.Minutes, view.Corrections[0].To.Minutes).ShouldBe((12, 120));
        view.Corrections[1].From.Present.ShouldBe([Story.Anne, Story.Bob, Story.Chloe]);
        view.Correctable.Select(c => c.Field).ShouldBe(["minutes", "present", "themes"]);
        view.Correctable.ShouldAllBe(c => c.By.Single() == Roles.Facilitator && c.Until == null);
    }

    [Fact]
    public void the_other_services_are_told_what_was_corrected_and_engagement_no_theme()
    {
        Correct(new(CorrectionReason.Mistyped, 120))
            .ShouldTell(new V1.SessionCorrected(Given.Id(1), Story.GroupId, Story.EngagementId, Story.From, 120));
        Correct(Present(Story.Anne, Story.Bob))
            .ShouldTell(
                new V1.SessionCorrected(
                    Given.Id(1),
                    Story.GroupId,
                    Story.EngagementId,
                    Story.From,
                    Present: [Story.Anne, Story.Bob],
                    Enrolled: 4
                )
            );
        Correct(new(CorrectionReason.WrongSource, Themes: [Other]))
            .ShouldTell(
                new V1.ThemesCorrected(Given.Id(1), Story.GroupId, Story.EngagementId, [new("emotional-demands", "individual")], Story.From)
            );
        typeof(V1.SessionCorrected).GetProperty("Themes").ShouldBeNull("Engagement is told no theme");
    }

    [Fact]
    [Breaks("presence")]
    [Breaks("session-correction")]
    public void nobody_who_took_part_becomes_absent()
    {
        void Refused(Guid absent, params IReadOnlyList<Fact> did)
        {
            var session = Story.Of([
                .. Story.Complete(Story.Interpreting).TakeWhile(f => f is not SituationRaised),
                .. did,
                new SessionClosed(12, Outcome.Change),
            ]);
            Correct(Present([.. session.Present.Where(p => p != absent)]), session).ShouldBreak("always", "presence", "S3");
        }

        Refused(Story.Bob, Story.Made(60, Story.Bob, ContributionKind.Question));
        Refused(Story.Bob, Story.Made(60, Story.Bob, ContributionKind.Question), new ContributionWithdrawn(Given.Id(60)));
        Refused(Story.Anne, new SituationRaised(Story.SituationId, Story.Anne, Story.Text()));
        Refused(Story.Anne, new NarratorDesignated(Story.Anne));
        Refused(Story.Chloe, new EchoGiven(Story.Chloe, Story.Text(), true));
        Refused(Story.Chloe, new DecisionProposed(Given.Id(8), Story.Anne, Story.Text()), new DecisionAgreed(Given.Id(8), Story.Chloe));
        Refused(Story.Chloe, new SessionSuspended(Story.Text(), Story.Chloe), new SessionResumed());
        Correct(Present(Story.Anne, Story.Bob), endorsed: [Story.Chloe]).ShouldBreak("always", "presence", "S3");
        Correct(Present(Story.Anne, Story.Bob)).Refusal.ShouldBeNull("Chloé brought nothing");
    }

    [Fact]
    [Keeps("membership")]
    [Breaks("membership")]
    public void who_was_no_member_then_was_not_there()
    {
        Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Given.Id(45))).ShouldBreak("always", "membership", "S4");
        var without = Story.Mandate(
            Story.Group with
            {
                Members = [.. Story.Group.Members.Where(m => m.Person != Story.David)],
            },
            Story.Engagement()
        );
        Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Story.David), then: without).ShouldBreak("always", "membership", "S4");
        Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Story.David)).Refusal.ShouldBeNull();

        // Who was recorded and has left since stays so.
        var gone = Story.Mandate(
            Story.Group with
            {
                Members = [.. Story.Group.Members.Where(m => m.Person != Story.Bob)],
            },
            Story.Engagement()
        );
        Correct(Present(Story.Anne, Story.Bob), then: gone).Refusal.ShouldBeNull();
    }

    [Fact]
    [Breaks("session-correction")]
    public void themes_stand_under_a_locked_text_and_may_be_corrected_once_it_is_a_draft_again()
    {
        CorrectSession recoded = new(CorrectionReason.Mistyped, Themes: [Other]);
        Decision Under(params IReadOnlyList<Fact> words) => Correct(recoded, Held(words));
        var (locked, unlocked, again) = (
            new ThemesLocked(Given.Id(70), 4),
            new ThemesUnlocked(Given.Id(70), 6),
            new ThemesLocked(Given.Id(70), 8)
        );
        Under(locked).ShouldBreak("always", "session-correction", "design");
        Under(locked, unlocked).Refusal.ShouldBeNull();
        Under(unlocked, locked).Refusal.ShouldBeNull("the later word of the bilan came first");
        Under(locked, unlocked, again).ShouldBreak("always", "session-correction", "design");
        Under(locked, new ThemesLocked(Given.Id(71), 3), unlocked).ShouldBreak("always", "session-correction", "design");
        CorrectSession.Fields(Held(locked)).ShouldBe([CorrectedField.Minutes, CorrectedField.Present]);
        Correct(new(CorrectionReason.Mistyped, 120), Held(locked)).Refusal.ShouldBeNull();
    }

    [Fact]
    [Breaks("session-correction")]
    public void nothing_is_corrected_once_the_engagement_is_concluded()
    {
        CorrectSession command = new(CorrectionReason.Mistyped, 120);
        Correct(command, Held(new SessionSettled())).ShouldBreak("always", "session-correction", "design");
        Correct(command, concluded: true).ShouldBreak("always", "session-correction", "design");
        CorrectSession.Fields(Held(new SessionSettled())).ShouldBeEmpty();
    }

    [Fact]
    public void it_corrects_something_and_nothing_that_stands()
    {
        Correct(new(CorrectionReason.Mistyped)).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, 12)).ShouldBeRefused(409);
        Correct(Present(Story.Chloe, Story.Bob, Story.Anne)).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped, Themes: [Theme])).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped, 120, [Story.Anne, Story.Bob, Story.Chloe])).ShouldBeRefused(409);
    }

    [Fact]
    public void its_values_are_those_that_a_closing_takes()
    {
        Correct(new(CorrectionReason.Mistyped, 0)).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, 601)).ShouldBeRefused(400);
        Correct(Present()).ShouldBeRefused(400);
        Correct(Present(Story.Anne, Story.Anne)).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, Themes: [])).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, Themes: [Other, Other])).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Changed, 120)).ShouldBeRefused(400);
    }

    [Fact]
    [Keeps("plausible")]
    [Breaks("plausible")]
    public void more_minutes_than_passed_are_refused_unless_it_was_told_afterwards_when_it_was_closed()
    {
        CorrectSession longer = new(CorrectionReason.Mistyped, 181);
        foreach (var why in Enum.GetValues<Explanation>())
        {
            Correct(longer with { Explanation = why }).ShouldBreak("always", "plausible", "design");
        }

        var interrupted = new ImplausibilityExplained(Implausibility.Minutes, Explanation.Interrupted);
        Correct(longer with { Explanation = Explanation.ToldAfterwards }, Held(interrupted)).ShouldBreak("always", "plausible", "design");
        Session Told(Implausibility what) =>
            Story.Of([
                .. Story.Complete(Story.Interpreting),
                new ImplausibilityExplained(what, Explanation.ToldAfterwards),
                new SessionClosed(12, Outcome.Change),
            ]) with
            {
                OpenedAt = Given.Now.AddHours(-3),
                EndedAt = Given.Now,
            };
        Correct(longer, Told(Implausibility.Minutes)).ShouldHappen(new MinutesCorrected(12, 181, CorrectionReason.Mistyped));
        Correct(longer, Told(Implausibility.AtOnce)).ShouldBreak("always", "plausible", "design");
        Correct(longer with { Explanation = Explanation.CoFacilitated }, Told(Implausibility.AtOnce))
            .ShouldBreak("always", "plausible", "design");
        var explained = Correct(longer with { Explanation = Explanation.ToldAfterwards }, Told(Implausibility.AtOnce));
        explained.ShouldHappen(
            new ImplausibilityExplained(Implausibility.Minutes, Explanation.ToldAfterwards),
            new MinutesCorrected(12, 181, CorrectionReason.Mistyped)
        );
        explained.Messages.Select(m => m(Story.From)).OfType<V1.SessionCorrected>().Single().Explained.ShouldBe(true);
        Correct(new(CorrectionReason.Mistyped, 180)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void who_comes_late_is_added_while_it_runs_and_its_closing_tells_so()
    {
        var running = Story.Of(Story.Attended(Story.Interpreting), new PhaseStarted("expose"));
        var late = new CorrectSession(CorrectionReason.Changed, Present: [Story.Anne, Story.Bob, Story.Chloe, Story.David]);
        var decision = Correct(late, running);
        decision.Facts.ShouldHaveSingleItem().ShouldBeOfType<AttendanceCorrected>();
        decision.Messages.ShouldBeEmpty();
        Story
            .Of(Story.Attended(Story.Interpreting), [new PhaseStarted("expose"), .. decision.Facts])
            .HasPresent(Story.David)
            .ShouldBeTrue();
        Correct(new(CorrectionReason.Mistyped, 30), running).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped, Themes: [Other]), running).ShouldBeRefused(409);
        Correct(late, Story.Of(Story.Attended(Story.Interpreting))).ShouldBeRefused(409);
        Correct(late, Story.Of(Story.Scheduled(Story.Interpreting))).ShouldBeRefused(409);
        Correct(late, Story.Of(Story.Scheduled(Story.Interpreting), new SessionCancelled(Story.Text()))).ShouldBeRefused(409);
        CorrectSession.Fields(running).ShouldBe([CorrectedField.Present]);
        CorrectSession.Fields(Story.Of(Story.Opened(Story.Interpreting))).ShouldBeEmpty();
    }

    [Fact]
    public void a_member_contests_what_was_corrected_of_their_presence_and_it_is_as_before()
    {
        var corrected = Held(Correct(Present(Story.Anne, Story.Bob)).Facts);
        corrected.Present.ShouldBe([Story.Anne, Story.Bob]);
        var contested = ContestCorrection.Decide(new(), corrected, Story.Open(), [], Story.As(Story.Chloe));
        contested.ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob, Story.Chloe]));
        contested.ShouldTell(
            new V1.SessionCorrected(
                Given.Id(1),
                Story.GroupId,
                Story.EngagementId,
                Story.From,
                Present: [Story.Anne, Story.Bob, Story.Chloe],
                Enrolled: 4
            )
        );
        var after = Held([.. Correct(Present(Story.Anne, Story.Bob)).Facts, .. contested.Facts]);
        after.Present.ShouldBe([Story.Anne, Story.Bob, Story.Chloe]);
        after.Corrections.Single().ContestedBy.ShouldBe([Story.Chloe]);
        Correct(Present(Story.Anne, Story.Bob), after).ShouldBreak("always", "presence", "S3");
        ContestCorrection.Decide(new(), after, Story.Open(), [], Story.As(Story.Chloe)).ShouldBeRefused(409);
    }

    [Fact]
    public void a_first_presence_that_its_member_contests_is_seen_in_the_session()
    {
        var contested = ContestCorrection.Decide(new(false), Held([]), Story.Open(), [], Story.As(Story.Chloe));
        Held(contested.Facts).Contests.ShouldBe([new(Story.Chloe, contested.Facts[0].OccurredAt)]);

        // Of a correction it stands beside that.
        IReadOnlyList<Fact> struck = Correct(Present(Story.Anne, Story.Bob)).Facts;
        Held([.. struck, .. ContestCorrection.Decide(new(), Held(struck), Story.Open(), [], Story.As(Story.Chloe)).Facts])
            .Contests.ShouldBeEmpty();
    }

    [Fact]
    [Keeps("session-correction")]
    public void a_contest_never_turns_against_the_member_who_was_put_right_meanwhile()
    {
        IReadOnlyList<Fact> struck = Correct(Present(Story.Anne, Story.Bob)).Facts;
        IReadOnlyList<Fact> again = Correct(Present(Story.Anne, Story.Bob, Story.Chloe), Held(struck)).Facts;
        var session = Held([.. struck, .. again]);
        ContestCorrection.Decide(new(), session, Story.Open(), [], Story.As(Story.Chloe)).Refusal.ShouldNotBeNull().Status.ShouldBe(409);
        ContestCorrection.Decide(new(true), session, Story.Open(), [], Story.As(Story.Chloe)).ShouldBeRefused(409);
    }

    [Fact]
    public void nobody_contests_what_is_not_theirs_or_past_fourteen_days_or_against_what_they_brought()
    {
        var corrected = Held(Correct(Present(Story.Anne, Story.Bob)).Facts);
        ContestCorrection.Decide(new(), corrected, Story.Open(), [], Story.As(Given.Id(45))).ShouldBeRefused(409);
        var dated = Story.As(Story.Chloe) with { Now = Until.AddSeconds(1) };
        ContestCorrection.Decide(new(), corrected, Story.Open(), [], dated).ShouldBeRefused(409);
        var running = Story.Of(
            Story.Attended(Story.Interpreting),
            new PhaseStarted("expose"),
            new AttendanceCorrected(
                [Story.Anne, Story.Bob, Story.Chloe],
                [Story.Anne, Story.Bob, Story.Chloe, Story.David],
                CorrectionReason.Changed,
                Until
            ),
            Story.Made(60, Story.David, ContributionKind.Question)
        );
        ContestCorrection.Decide(new(), running, Story.Open(), [], Story.As(Story.David)).ShouldBreak("always", "presence", "S3");
    }

    // David, who is recorded as absent, says that he was there.
    private static Decision Claim(
        Session? session = null,
        Guid? by = null,
        DateTimeOffset? now = null,
        bool concluded = false,
        Mandate? then = null
    ) =>
        ContestCorrection.Decide(
            new(),
            session ?? Held(),
            then ?? Story.Open(),
            [],
            Story.As(by ?? Story.David) with
            {
                Now = now ?? Given.Now,
            },
            concluded
        );

    private static Decision Confirm(Session session, Guid by, DateTimeOffset? now = null, bool concluded = false, bool erased = false) =>
        ConfirmPresence.Decide(new(Story.David), session, concluded, erased, Story.As(by) with { Now = now ?? Given.Now });

    private static SessionView Seen(Session session) =>
        SessionView.Of(session, Story.As(Story.Bob).By, new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>()));

    [Fact]
    [Keeps("presence")]
    public void nobody_confirms_the_word_of_who_was_erased() => Confirm(Held(Claim().Facts), Story.Bob, erased: true).ShouldBeRefused(410);

    [Fact]
    [Keeps("presence")]
    public void who_is_not_recorded_says_that_they_were_there_and_it_changes_nothing_until_somebody_else_confirms_it()
    {
        var claimed = Claim();
        claimed.ShouldHappen(new PresenceClaimed(Story.David, null, Until));
        claimed.ShouldTell();
        var after = Held(claimed.Facts);
        after.Present.ShouldBe([Story.Anne, Story.Bob, Story.Chloe]);
        Seen(after)
            .Claims.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                c => c.Member.ShouldBe(Story.David),
                c => c.ConfirmableUntil.ShouldBe(Until),
                c => c.Confirmed.ShouldBeFalse()
            );
        Claim(after).ShouldBeRefused(409);

        // By the clock: whatever day the closing was dated.
        var until = Given.Now.AddDays(14);
        Story.Of([.. Story.Complete(Story.Interpreting), new SessionClosed(12, Outcome.Change, until)]).ContestableUntil.ShouldBe(until);
        Claim(now: Until.AddSeconds(1)).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("presence")]
    public void who_led_it_or_who_is_recorded_as_present_confirms_it_and_the_other_services_are_told()
    {
        var claimed = Held(Claim().Facts);
        foreach (var by in new[] { Story.Facilitator, Story.Bob })
        {
            var confirmed = Confirm(claimed, by);
            confirmed.ShouldHappen(
                new PresenceConfirmed(Story.David, [Story.Anne, Story.Bob, Story.Chloe, Story.David], by == Story.Facilitator ? null : by)
            );
            confirmed.ShouldTell(
                new V1.SessionCorrected(
                    Given.Id(1),
                    Story.GroupId,
                    Story.EngagementId,
                    Story.From,
                    Present: [Story.Anne, Story.Bob, Story.Chloe, Story.David],
                    Enrolled: 4
                )
            );
            var after = Held([.. Claim().Facts, .. confirmed.Facts]);
            after.Present.ShouldBe([Story.Anne, Story.Bob, Story.Chloe, Story.David]);
            Seen(after).Claims.ShouldHaveSingleItem().Confirmed.ShouldBeTrue();
            Correct(Present(Story.Anne, Story.Bob, Story.Chloe), after).ShouldBreak("always", "presence", "S3");
            Confirm(after, Story.Facilitator).ShouldBeRefused(409);
        }
    }

    [Fact]
    [Keeps("presence")]
    public void a_word_that_was_confirmed_waits_again_once_who_confirmed_it_says_that_they_were_not_there()
    {
        Session With(params IReadOnlyList<Fact> more) =>
            Held([
                new AttendanceCorrected([Story.Anne, Story.Bob], [Story.Anne, Story.Bob, Story.Chloe], CorrectionReason.Omitted, Until),
                .. Claim().Facts,
                .. more,
            ]);
        Decision Deny(Session session) => ContestCorrection.Decide(new(), session, Story.Open(), [], Story.As(Story.Chloe));
        PresenceConfirmed confirmed = new(Story.David, [Story.Anne, Story.Bob, Story.Chloe, Story.David], Story.Chloe);
        Confirm(With(), Story.Chloe).ShouldHappen(confirmed);
        var denied = Deny(With(confirmed));
        denied.ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob]));
        var after = With([confirmed, .. denied.Facts]);
        Seen(after).Claims.ShouldHaveSingleItem().ShouldBe(new(Story.David, after.Claims[0].At, Until, false));
        Confirm(after, Story.Bob).Refusal.ShouldBeNull("it waits for somebody who was there");
        Correct(Present(Story.Anne, Story.Bob, Story.David), after).Refusal.ShouldBeNull("no word stands against it");

        // Who led it is no witness that goes.
        Deny(With([.. Confirm(With(), Story.Facilitator).Facts]))
            .ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob, Story.David]));
    }

    [Fact]
    [Breaks("presence")]
    public void a_word_that_was_taken_back_is_brought_up_by_nobody_elses()
    {
        Guid[] without = [Story.Anne, Story.Bob, Story.Chloe];
        Fact[] told =
        [
            .. Claim().Facts,
            .. Confirm(Held(Claim().Facts), Story.Facilitator).Facts,
            new CorrectionContested(Story.David, without),
            new AttendanceCorrected(without, [Story.Anne, Story.Chloe], CorrectionReason.Mistyped, Until),
            new CorrectionContested(Story.Bob, without),
        ];
        var after = Held(told);
        Seen(after).Claims.ShouldHaveSingleItem().ConfirmableUntil.ShouldBeNull();
        Confirm(after, Story.Anne).ShouldBeRefused(409);
        Correct(Present([.. without, Story.David]), after).ShouldBreak("always", "presence", "S3");
    }

    [Fact]
    [Breaks("presence")]
    public void nobody_corrects_the_presence_of_who_was_erased()
    {
        Decision With(params IReadOnlyList<Guid> present) =>
            CorrectSession.Decide(Present(present), Held(), false, Story.Open(), [], Story.As(Story.Facilitator), Story.David, Story.Chloe);
        With(Story.Anne, Story.Bob, Story.Chloe, Story.David).ShouldBreak("always", "presence", "S3");
        With(Story.Anne, Story.Bob).ShouldBreak("always", "presence", "S3");
        With(Story.Anne, Story.Chloe).Refusal.ShouldBeNull("another's presence");
    }

    [Fact]
    [Keeps("presence")]
    public void who_was_erased_stays_as_recorded_where_who_confirmed_them_takes_their_own_word_back()
    {
        var confirmed = Held([
            new AttendanceCorrected([Story.Anne, Story.Bob], [Story.Anne, Story.Bob, Story.Chloe], CorrectionReason.Omitted, Until),
            .. Claim().Facts,
            new PresenceConfirmed(Story.David, [Story.Anne, Story.Bob, Story.Chloe, Story.David], Story.Chloe),
        ]);
        Decision Deny(params IReadOnlyList<Guid> erased) =>
            ContestCorrection.Decide(new(), confirmed, Story.Open(), [], Story.As(Story.Chloe), erased: erased);
        Deny().ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob]));
        Deny(Story.David).ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob, Story.David]));
        Held([.. Claim().Facts, .. Deny(Story.David).Facts]).Present.ShouldContain(Story.David);
    }

    [Fact]
    [Breaks("presence")]
    public void nobody_confirms_their_own_word_nor_who_was_not_there_nor_too_late_nor_what_nobody_said()
    {
        var claimed = Held(Claim().Facts);
        Confirm(claimed, Story.David).ShouldBreak("always", "presence", "S3");
        var two = Held([.. Claim().Facts, .. Correct(Present(Story.Anne, Story.Bob)).Facts]);
        Confirm(two, Story.Chloe).ShouldBreak("always", "presence", "S3");
        Confirm(two, Story.Bob).Refusal.ShouldBeNull();
        Confirm(claimed, Story.Bob, Until).Refusal.ShouldBeNull();
        Confirm(claimed, Story.Bob, Until.AddSeconds(1)).ShouldBeRefused(409);
        Confirm(Held(), Story.Bob).ShouldBeRefused(409);
        Confirm(claimed, Story.Bob, concluded: true).ShouldBeRefused(409);
        Confirm(Held([.. Claim().Facts, new SessionSettled()]), Story.Bob).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("presence")]
    public void a_facilitator_who_adds_them_confirms_it_and_an_unconfirmed_word_stands_against_no_correction()
    {
        var claimed = Held(Claim().Facts);
        var added = Held([.. Claim().Facts, .. Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Story.David), claimed).Facts]);
        added.Claims.ShouldHaveSingleItem().Confirmed.ShouldBeTrue();
        Correct(Present(Story.Anne, Story.Bob, Story.Chloe), added).ShouldBreak("always", "presence", "S3");
        WaitingCorrections.Of(added, Story.David, Given.Now).ShouldBeEmpty("it is as they said");
        Correct(Present(Story.Anne, Story.Bob), claimed).Refusal.ShouldBeNull("another's presence");
    }

    [Fact]
    [Keeps("presence")]
    public void what_was_said_before_anybody_confirmed_reads_as_it_did()
    {
        PresenceClaimed before = new(Story.David, [Story.Anne, Story.Bob, Story.Chloe, Story.David]);
        var held = Held(before);
        held.Present.ShouldBe([Story.Anne, Story.Bob, Story.Chloe, Story.David]);
        Seen(held).Claims.ShouldHaveSingleItem().Confirmed.ShouldBeTrue();
        Correct(Present(Story.Anne, Story.Bob, Story.Chloe), held).ShouldBreak("always", "presence", "S3");
        WaitingCorrections.Of(held, Story.Facilitator, Given.Now).ShouldBeEmpty();
    }

    [Fact]
    [Breaks("presence")]
    public void nobody_says_what_nobody_could_confirm_any_more()
    {
        Claim(Held(new SessionSettled())).ShouldBeRefused(409);
        Claim(concluded: true).ShouldBeRefused(409);
        Fact[] gone = [new ReaderLeft(Story.Anne), new ReaderLeft(Story.Bob), new ReaderLeft(Story.Chloe)];
        Claim(Held(gone)).Refusal.ShouldBeNull("who led it is there");
        Claim(Held([.. gone, new ReaderLeft(Story.Facilitator)])).ShouldBeRefused(409);
        Claim(Held([.. gone.Take(2), new ReaderLeft(Story.Facilitator)])).Refusal.ShouldBeNull("Chloé is there");
        Claim(Held(new ReaderLeft(Story.David))).Refusal.ShouldBeNull("their attestation is theirs still");
    }

    [Fact]
    public void an_unanswered_word_waits_for_those_who_may_confirm_it()
    {
        var claimed = Held(Claim().Facts);
        IEnumerable<WaitingItem> Waiting(Session session, Guid person, DateTimeOffset? now = null) =>
            WaitingCorrections.Of(session, person, now ?? Given.Now).Where(i => i.Kind == WaitingKind.Presence);
        foreach (var person in new[] { Story.Facilitator, Story.Bob })
        {
            Waiting(claimed, person).ShouldHaveSingleItem().Until.ShouldBe(Until);
            Waiting(claimed, person, Until.AddSeconds(1)).ShouldBeEmpty();
            Waiting(Held([.. Claim().Facts, .. Confirm(claimed, Story.Bob).Facts]), person).ShouldBeEmpty();
            Waiting(Held([.. Claim().Facts, new SessionSettled()]), person).ShouldBeEmpty();
        }

        Waiting(Held([.. Claim().Facts, new ReaderLeft(Story.Facilitator)]), Story.Facilitator)
            .ShouldHaveSingleItem("who led it was there, whoever leads now");
        Waiting(Held([.. Claim().Facts, new ReaderLeft(Story.Bob)]), Story.Bob).ShouldBeEmpty();
    }

    [Fact]
    [Keeps("presence")]
    public void whose_word_it_is_takes_it_back_once_it_was_confirmed_by_mistake()
    {
        Fact[] confirmed = [.. Claim().Facts, .. Confirm(Held(Claim().Facts), Story.Bob).Facts];
        var held = Held(confirmed);
        var back = ContestCorrection.Decide(new(false), held, Story.Open(), [], Story.As(Story.David));
        back.ShouldHappen(new CorrectionContested(Story.David, [Story.Anne, Story.Bob, Story.Chloe]));
        var after = Held([.. confirmed, .. back.Facts]);
        after.Present.ShouldBe([Story.Anne, Story.Bob, Story.Chloe]);
        Seen(after).Claims.ShouldHaveSingleItem().Confirmed.ShouldBeFalse("it is recorded no more");
        Claim(after).ShouldBeRefused(409);
        Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Story.David), after).ShouldBreak("always", "presence", "S3");
        ContestCorrection.Decide(new(false), held, Story.Open(), [], Story.As(Story.David), concluded: true).ShouldBeRefused(409);
        ContestCorrection.Decide(new(false), after, Story.Open(), [], Story.As(Story.David)).ShouldBeRefused(409);
    }

    [Fact]
    public void presence_is_correctable_only_where_somebodys_still_may_be_corrected()
    {
        // Anne narrates, Bob and Chloé brought something, David's word is confirmed: nobody's presence may be corrected any more.
        Fact[] brought = [new EchoGiven(Story.Bob, Story.Text(), false), new EchoGiven(Story.Chloe, Story.Text(), false)];
        var claimed = Held([.. brought, .. Claim().Facts]);
        CorrectSession.Fields(claimed).ShouldContain(CorrectedField.Present);
        CorrectSession
            .Fields(Held([.. brought, .. Claim().Facts, .. Confirm(claimed, Story.Bob).Facts]))
            .ShouldBe([CorrectedField.Minutes, CorrectedField.Themes]);
    }

    [Fact]
    [Breaks("presence")]
    public void nobody_says_it_who_was_no_member_then_nor_of_a_session_that_is_not_closed()
    {
        ContestCorrection.Decide(new(), Held(), null, [], Story.As(Story.David)).ShouldBeRefused(409);
        var without = Story.Mandate(
            Story.Group with
            {
                Members = [.. Story.Group.Members.Where(m => m.Person != Story.David)],
            },
            Story.Engagement()
        );
        ContestCorrection.Decide(new(), Held(), without, [], Story.As(Story.David)).ShouldBeRefused(409);
        ContestCorrection
            .Decide(new(), Story.Of(Story.Attended(Story.Interpreting)), Story.Open(), [], Story.As(Story.David))
            .ShouldBeRefused(409);
        ContestCorrection.Decide(new(), Held(), Story.Open(), [], Story.As(Given.Id(45))).ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("co-built")]
    public void who_was_not_there_endorsed_nothing_there()
    {
        var held = Held(Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Story.David)).Facts);
        ActionTrack Track(Guid id, Guid at) =>
            Folding.Of<ActionTrack>(
                id,
                [
                    new TrackOpened(
                        Story.EngagementId,
                        Story.GroupId,
                        Story.Facilitator,
                        held.Members,
                        held.Id,
                        [Story.Anne],
                        Story.Text(),
                        By: Story.Facilitator
                    ),
                    new TrackEndorsedOrally(Story.David, at, Until),
                ]
            )!;
        var (here, elsewhere) = (Track(Given.Id(81), held.Id), Track(Given.Id(82), Given.Id(2)));
        var contested = ContestCorrection.Decide(new(), held, Story.Open(), [here, elsewhere], Story.As(Story.David));
        contested.Refusal.ShouldBeNull();
        contested.Elsewhere.ShouldHaveSingleItem().ShouldBe((here, new EndorsementContested(Story.David)));
        contested
            .Messages.Select(m => m(Story.From))
            .OfType<V1.EndorsementContested>()
            .ShouldHaveSingleItem()
            .ShouldBe(new(here.Id, Story.GroupId, Story.EngagementId, Story.David, new(here.Id, here.Version + 1, Story.From.OccurredAt)));
        Folding.Apply(here, here.Id, contested.Elsewhere[0].Fact).IsCoBuilt.ShouldBeFalse();
    }

    [Fact]
    [Breaks("session-correction")]
    public void themes_stand_under_a_locked_synthesis_too()
    {
        CorrectSession recoded = new(CorrectionReason.Mistyped, Themes: [Other]);
        var locked = new SynthesisLockLearned(Given.Id(72), 3);
        Correct(recoded, Held(locked)).ShouldBreak("always", "session-correction", "design");
        Correct(recoded, Held(locked, new SynthesisUnlockLearned(Given.Id(72), 4))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void what_may_be_contested_waits_for_that_member_alone()
    {
        var corrected = Held(Correct(Present(Story.Anne, Story.Bob)).Facts);
        var waiting = WaitingCorrections.Of(corrected, Story.Chloe, Given.Now).ShouldHaveSingleItem();
        (waiting.Kind, waiting.Until).ShouldBe((WaitingKind.Correction, Until));
        WaitingCorrections.Of(corrected, Story.Anne, Given.Now).ShouldBeEmpty();
        WaitingCorrections.Of(corrected, Story.David, Given.Now).ShouldBeEmpty();
        WaitingCorrections.Of(corrected, Story.Chloe, Until.AddDays(1)).ShouldBeEmpty();
    }

    [Fact]
    [Keeps("presence")]
    public void who_was_recorded_first_and_was_not_there_says_so_and_their_word_decides()
    {
        var denied = ContestCorrection.Decide(new(), Held(), Story.Open(), [], Story.As(Story.Chloe));
        denied.ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob]));
        denied.ShouldTell(
            new V1.SessionCorrected(
                Given.Id(1),
                Story.GroupId,
                Story.EngagementId,
                Story.From,
                Present: [Story.Anne, Story.Bob],
                Enrolled: 4
            )
        );
        var after = Held(denied.Facts);
        Correct(Present(Story.Anne, Story.Bob, Story.Chloe), after).ShouldBreak("always", "presence", "S3");
        ContestCorrection.Decide(new(), after, Story.Open(), [], Story.As(Story.Chloe)).ShouldBeRefused(409);
        ContestCorrection.Decide(new(true), after, Story.Open(), [], Story.As(Story.Chloe)).ShouldBeRefused(409);
        var late = Story.As(Story.Chloe) with { Now = Until.AddSeconds(1) };
        ContestCorrection.Decide(new(), Held(), Story.Open(), [], late).ShouldBeRefused(409);
        ContestCorrection.Decide(new(), Held(), Story.Open(), [], Story.As(Story.Anne)).ShouldBreak("always", "presence", "S3");
        ContestCorrection
            .Decide(new(), Story.Of(Story.Attended(Story.Interpreting)), Story.Open(), [], Story.As(Story.Chloe))
            .ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("presence")]
    public void what_rested_on_who_was_not_there_falls_with_their_word()
    {
        var held = Held([
            .. Claim().Facts,
            new PresenceConfirmed(Story.David, [Story.Anne, Story.Bob, Story.Chloe, Story.David], Story.Chloe),
        ]);
        var denied = ContestCorrection.Decide(new(false), held, Story.Open(), [], Story.As(Story.Chloe));
        denied.ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob]));
        Confirm(Held([.. Claim().Facts, .. denied.Facts]), Story.Bob).Refusal.ShouldBeNull("the word waits again");
    }

    [Fact]
    [Keeps("presence")]
    public void of_several_words_of_the_facilitator_the_members_decides_where_they_say_which()
    {
        IReadOnlyList<Fact> struck = Correct(Present(Story.Anne, Story.Bob)).Facts;
        var again = Held([.. struck, .. Correct(Present(Story.Anne, Story.Bob, Story.Chloe), Held(struck)).Facts]);
        ContestCorrection
            .Decide(new(false), again, Story.Open(), [], Story.As(Story.Chloe))
            .ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob]));
        ContestCorrection.Decide(new(true), again, Story.Open(), [], Story.As(Story.Chloe)).ShouldBeRefused(409);

        IReadOnlyList<Fact> added = Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Story.David)).Facts;
        var back = Held([.. added, .. Correct(Present(Story.Anne, Story.Bob, Story.Chloe), Held(added)).Facts]);
        ContestCorrection
            .Decide(new(true), back, Story.Open(), [], Story.As(Story.David))
            .ShouldHappen(new CorrectionContested(Story.David, [Story.Anne, Story.Bob, Story.Chloe, Story.David]));
        var waiting = WaitingCorrections.Of(again, Story.Chloe, Given.Now).ShouldHaveSingleItem();
        (waiting.Kind, waiting.Until).ShouldBe((WaitingKind.Correction, Until));
    }

    [Fact]
    [Breaks("presence")]
    public void the_same_word_again_turns_nothing_round()
    {
        var confirmed = Held([.. Claim().Facts, .. Confirm(Held(Claim().Facts), Story.Bob).Facts]);
        foreach (var again in new ContestCorrection[] { new(), new(true) })
        {
            ContestCorrection.Decide(again, confirmed, Story.Open(), [], Story.As(Story.David)).ShouldBeRefused(409);
        }

        var added = Held(Correct(Present(Story.Anne, Story.Bob, Story.Chloe, Story.David)).Facts);
        ContestCorrection.Decide(new(true), added, Story.Open(), [], Story.As(Story.David)).ShouldBeRefused(409);
    }

    [Fact]
    public void what_the_facilitator_alone_says_of_ones_presence_waits_for_fourteen_days()
    {
        var waiting = WaitingCorrections.Of(Held(), Story.Chloe, Given.Now).ShouldHaveSingleItem();
        (waiting.Kind, waiting.Until).ShouldBe((WaitingKind.Correction, Until));
        WaitingCorrections.Of(Held(), Story.Anne, Given.Now).ShouldBeEmpty("she told the situation");
        WaitingCorrections.Of(Held(), Story.David, Given.Now).ShouldBeEmpty("he is not recorded");
        WaitingCorrections.Of(Held(), Story.Chloe, Until.AddSeconds(1)).ShouldBeEmpty();
        WaitingCorrections
            .Of(Held(ContestCorrection.Decide(new(), Held(), Story.Open(), [], Story.As(Story.Chloe)).Facts), Story.Chloe, Given.Now)
            .ShouldBeEmpty("she said what it was");
    }

    [Fact]
    public void what_a_member_cannot_contest_since_they_took_part_does_not_wait()
    {
        var running = Story.Of(
            Story.Attended(Story.Interpreting),
            new PhaseStarted("expose"),
            new AttendanceCorrected(
                [Story.Anne, Story.Bob, Story.Chloe],
                [Story.Anne, Story.Bob, Story.Chloe, Story.David],
                CorrectionReason.Changed,
                Until
            ),
            Story.Made(60, Story.David, ContributionKind.Question)
        );
        WaitingCorrections.Of(running, Story.David, Given.Now).ShouldBeEmpty();
    }

    [Fact]
    public void ones_own_word_that_nobody_confirmed_waits_to_be_known()
    {
        var claimed = Held(Claim().Facts);
        var waiting = WaitingCorrections.Of(claimed, Story.David, Given.Now).ShouldHaveSingleItem();
        (waiting.Kind, waiting.Until).ShouldBe((WaitingKind.Presence, Until));
        WaitingCorrections
            .Of(Held([.. Claim().Facts, .. Confirm(claimed, Story.Bob).Facts]), Story.David, Given.Now)
            .ShouldBeEmpty("it is recorded");
    }

    [Fact]
    [Breaks("confidentiality")]
    public void nobody_outside_of_the_group_sees_it()
    {
        var corrected = Held(Correct(Present(Story.Anne, Story.Bob)).Facts);
        foreach (var role in Roles.All.Except([Roles.Member, Roles.Facilitator]))
        {
            corrected.IsVisibleTo(new("cabinet", role, Story.Anne)).ShouldBeFalse();
        }

        corrected.IsVisibleTo(new("cabinet", Roles.Facilitator, Given.Id(11))).ShouldBeFalse("nor corrects it another facilitator");
        corrected.IsVisibleTo(Story.As(Given.Id(45)).By).ShouldBeFalse();
    }
}
