using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Evolution;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using V1 = PracticeAnalysis.Contracts.Reporting.V1;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>What was corrected of a session holds from then on, but for what a locked text, an agreed bilan or a closed period holds.</summary>
public class when_a_session_is_corrected
{
    private const int Session = 80;
    private static readonly DateTimeOffset At = Story.Day(1, 20);
    private static readonly Theme Wrong = new("lack-of-autonomy", "collective");
    private static readonly Theme Right = new("emotional-demands", "individual");
    private static readonly Guid Bilan = Given.Id(1);

    private static readonly SessionNoted Held = new(
        Story.Engagement,
        Given.Id(Session),
        12,
        2,
        [Story.Members[0]],
        new(Given.Id(Session), 3, At)
    );
    private static readonly ThemesNoted Coded = Story.Coded(Session, At, Wrong);

    private static Contracts.Origin Origin(long version) => new(Given.Id(Session), 3 + version, Story.Day(2, 1));

    private static CorrectionNoted Corrected(long version, int? minutes = null, params Guid[] present) =>
        new(
            Story.Engagement,
            Given.Id(Session),
            Origin(version),
            minutes,
            present.Length == 0 ? null : present,
            present.Length == 0 ? null : 2
        )
        {
            OccurredAt = Story.Day(2, 1),
        };

    private static ThemesCorrectionNoted Recoded(long version, params IReadOnlyList<Theme> themes) =>
        new(Story.Engagement, Given.Id(Session), themes, Origin(version));

    private static BilanLockRecorded Locked(int bilan = 1) => new(Story.Engagement, Given.Id(bilan), [Given.Id(Session)]);

    private static BilanUnlockRecorded Unlocked(int bilan = 1) => new(Story.Engagement, Given.Id(bilan));

    private static Theme ThemeOf(params IReadOnlyList<Fact> more) => Story.Group(more).Themes.Single().Themes.Single();

    [Fact]
    public void minutes_and_presence_hold_in_whatever_order_the_words_come()
    {
        Fact[] words = [Held, Corrected(1, 90), Corrected(2, present: Story.Members), Corrected(3, 120)];
        int[][] orders =
        [
            [0, 1, 2, 3],
            [3, 2, 1, 0],
            [1, 3, 0, 2],
            [2, 0, 3, 1],
        ];
        foreach (var order in orders)
        {
            IReadOnlyList<Fact> facts = [.. order.Select(i => words[i])];
            var session = Story.Group(facts).Sessions.ShouldHaveSingleItem();
            (session.Minutes, session.Present.Count).ShouldBe((120, 2), string.Join(',', order));
            Evolution(facts).Lines[^1].MinutesSoFar.ShouldBe(120, string.Join(',', order));
        }
    }

    [Fact]
    [Keeps("session-correction")]
    public void themes_hold_too_in_whatever_order_and_keep_the_date_of_their_session()
    {
        ThemeOf(Held, Coded, Recoded(1, Right)).ShouldBe(Right);
        ThemeOf(Recoded(1, Right), Coded, Held).ShouldBe(Right);
        ThemeOf(Recoded(2, Right), Coded, Recoded(1, new Theme("working-hours", "team"))).ShouldBe(Right);
        Story.Group(Held, Coded, Recoded(1, Right)).Themes.Single().Origin.OccurredAt.ShouldBe(At);
    }

    [Fact]
    [Breaks("session-correction")]
    public void themes_that_come_under_a_locked_text_wait_and_what_is_agreed_keeps_its_own()
    {
        ThemeOf(Held, Coded, Locked(), Recoded(1, Right)).ShouldBe(Wrong);
        ThemeOf(Held, Coded, Locked(), Recoded(1, Right), Unlocked()).ShouldBe(Right);
        ThemeOf(Held, Coded, Locked(), Locked(2), Recoded(1, Right), Unlocked()).ShouldBe(Wrong);
        var agreed = new BilanAgreementRecorded(Story.Engagement, Given.Id(70), 5, false, Story.From, Story.To, [Given.Id(Session)]);
        ThemeOf(Held, Coded, agreed, Recoded(1, Right)).ShouldBe(Wrong);
        What(Held, Coded, Locked(), Recoded(1, Right)).ShouldContain("themes-corrected-late");
        What(Held, Coded, agreed, Recoded(1, Right)).ShouldContain("themes-corrected-late");
        What(Held, Coded, Locked(), Unlocked(), Recoded(1, Right)).ShouldContain("themes-corrected");
    }

    [Fact]
    public void a_lock_holds_its_sessions_in_each_groups_record_and_tells_session_and_so_does_its_end()
    {
        var group = Story.Group(Held, Coded);
        var bilan = Story.Of(Story.Draft());
        var decision = Story.Lock(new(), bilan, Story.Act(), groups: group);
        decision.Elsewhere.Single().Fact.ShouldBeOfType<BilanLockRecorded>().Sessions.ShouldBe([Given.Id(Session)]);
        decision.Messages.Select(m => m(Story.Origin())).OfType<V1.BilanLocked>().Single().Sessions.ShouldBe([Given.Id(Session)]);
        var locked = Story.Of([.. Story.Draft(), .. decision.Facts]);
        var open = locked with
        {
            Amendments = [new(Story.Amendment, Story.Members[0], Dimension.Bond, Story.Text(), AmendmentState.Proposed, null)],
        };
        foreach (
            var after in (Decision[])
                [
                    AcceptAmendment.Decide(Story.Amendment, open).Releasing(open, [group]),
                    Decision.Of(new NegotiationFailed()).Releasing(locked, [group]),
                ]
        )
        {
            after.Elsewhere.Single().Fact.ShouldBe(new BilanUnlockRecorded(Story.Engagement, Bilan));
            after.Messages.Select(m => m(Story.Origin())).OfType<V1.BilanUnlocked>().Single().Bilan.ShouldBe(Bilan);
        }

        AcceptAmendment
            .Decide(Story.Amendment, open with { State = BilanState.Draft })
            .Releasing(open with { State = BilanState.Draft }, [group])
            .Elsewhere.ShouldBeEmpty();
        AcceptAmendment.Decide(Given.Id(99), open).Releasing(open, [group]).Messages.ShouldBeEmpty("it was refused");
    }

    [Fact]
    public void a_text_is_locked_on_what_stands_and_keeps_its_parties_afterwards()
    {
        var bilan = Story.Of(Story.Draft());
        ContentLocked Locking(params IReadOnlyList<Fact> facts) =>
            Story.Lock(new(), bilan, Story.Act(), groups: Story.Group(facts)).Facts.OfType<ContentLocked>().Single();
        Locking(Held, Coded).Figures.ShouldBeNull("nothing was corrected");
        Locking(Held, Coded).TookPart!.Single().Members.ShouldBe([Story.Members[0]]);
        var corrected = Locking(Held, Coded, Corrected(1, 120, Story.Members), Recoded(2, Right));
        (corrected.Figures!.Minutes, corrected.Figures.AttendancePercent).ShouldBe((120, 100));
        corrected.Figures.Themes.Single().Axis.ShouldBe(Right.Axis);
        corrected.TookPart!.Single().Members.ShouldBe(Story.Members);
        Story.Of([.. Story.Draft(), corrected]).Figures.Minutes.ShouldBe(120);

        // What the group says that it worked on was corrected away.
        var worked = bilan with
        {
            Worked = [new(Wrong.Axis, Wrong.Level)],
        };
        Story
            .Lock(new(), worked, Story.Act(), groups: Story.Group(Held, Coded, Recoded(1, Right)))
            .ShouldBreak("always", "outward-list", "S3");
    }

    [Fact]
    public void the_practice_sees_that_minutes_were_corrected_and_nothing_of_presence_or_themes()
    {
        var practice = new Actor("cabinet", Roles.Practice, Given.Id(900));
        var facilitator = Story.Act().By;
        var evolution = Evolution(Held, Coded, Corrected(1, 120, Story.Members), Recoded(2, Right));
        string[] Seen(Actor reader) => [.. EvolutionView.Of(evolution, reader).Lines.Select(l => l.What)];
        Seen(practice).ShouldBe(["sealed", "activated", "session-held", "minutes-corrected"]);
        Seen(facilitator)
            .ShouldBe([
                "sealed",
                "activated",
                "session-held",
                "themes-coded",
                "minutes-corrected",
                "attendance-corrected",
                "themes-corrected",
            ]);
        EvolutionView.Of(evolution, practice).Lines.ShouldAllBe(l => l.AttendancePercent == null && l.Themes == null);
        EvolutionView.Of(evolution, facilitator).Lines[^2].AttendancePercent.ShouldBe(100);

        var presence = Corrected(1, present: Story.Members);
        GroupEvolution.Shows(evolution, presence, Roles.Practice).ShouldBeFalse();
        GroupRecord.Shows(null, presence, Roles.Practice).ShouldBeFalse();
        GroupEvolution.Shows(evolution, presence, Roles.Member).ShouldBeTrue();
        GroupEvolution.Shows(evolution, Corrected(1, 120), Roles.Practice).ShouldBeTrue();
        var (before, after) = (Evolution(Held), Evolution(Held, presence));
        after.VersionFor(practice).ShouldBe(before.VersionFor(practice));
        after.VersionFor(facilitator).ShouldBe(before.VersionFor(facilitator) + 1);
    }

    // Seven of eight came each time; then one session is said to have been longer, with nobody but one, and about something else.
    [Fact]
    public void a_period_that_is_closed_keeps_its_figures_and_what_is_released_anew_is_the_same()
    {
        CalendarPeriod quarter = new(2025, 1);
        Scope scope = new(ScopeKind.Establishment, World.Establishment(1).ToString());
        World Told(bool corrected, bool before)
        {
            var world = new World();
            foreach (var g in (int[])[1, 2])
            {
                world.Found(g, 1, g, [.. Enumerable.Range(100 * g, 8)]);
                foreach (var month in Enumerable.Range(0, 3))
                {
                    var session = world.Meet(
                        g,
                        quarter.From.AddDays(9 + (30 * month)),
                        [.. Enumerable.Range(100 * g, 7)],
                        "working-hours/individual"
                    );
                    if (corrected && before && (g, month) == (1, 0))
                    {
                        world.Tell(1, Of(session));
                    }
                }
            }

            world.Read(quarter);
            if (corrected && !before)
            {
                world.Tell(1, Of(world.Record(1).Sessions[0].Session));
            }

            return world;
        }

        CorrectionNoted Of(Guid session) =>
            new(Given.Id(2), session, new(session, 99, quarter.Closes.AddDays(3)), 180, [World.Person(100)], 8);

        var (as_told, late, early) = (Told(false, false), Told(true, false), Told(true, true));
        string Figures(World world) => Story.Json(world.Read(quarter).Cells);
        Figures(late).ShouldBe(Figures(as_told));
        var again = late.Period(quarter)!.Last(scope)!.Id;
        late.Retract(quarter, again);
        Figures(late).ShouldBe(Figures(as_told), "what is released anew is the same: no difference tells what was corrected");
        early.Read(quarter).Cells.Single(c => c.Code == "A2").Value.ShouldBe((6 * 90) + 90);
        early
            .Read(quarter)
            .Cells.Single(c => c.Code == "B2")
            .Band.ShouldNotBe(as_told.Read(quarter).Cells.Single(c => c.Code == "B2").Band);
    }

    private static IEnumerable<string> What(params IReadOnlyList<Fact> facts) => Evolution(facts).Lines.Select(l => l.What);

    private static GroupEvolution Evolution(params IReadOnlyList<Fact> facts) =>
        Folding.Of<GroupEvolution>(Story.GroupId, [Story.Sealing(), Story.Activation(), .. facts])!;
}
