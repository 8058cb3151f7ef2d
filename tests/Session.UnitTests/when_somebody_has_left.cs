using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Persons;
using PracticeAnalysis.Session.Pulses;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>Who left reads the sessions that they were in as those stood then, and writes nothing into them; who was replaced leads nothing.</summary>
public class when_somebody_has_left
{
    private static readonly Guid Other = Given.Id(11);
    private static readonly Guid[] Group = [Story.Anne, Story.Bob, Story.Chloe, Story.David];

    // Anne, Bob and Chloé were there, David was not.
    private static readonly Session Held = Story.Of(Story.Closed(Story.Interpreting));

    private static Session After(params IReadOnlyList<Fact> more) => Story.Of(Story.Closed(Story.Interpreting), more);

    private static Mandate Now(Guid? facilitator, params Guid[] gone) =>
        Story.Mandate([
            Story.Group,
            Story.Engagement(),
            .. gone.Select(p => new DepartureNoted(Story.EngagementId, p, Story.From)),
            facilitator == Story.Facilitator ? new RenewalNoted(Story.EngagementId, Given.Now.AddYears(1), Story.From)
            : facilitator is { } other ? new AssignmentNoted(Story.EngagementId, other, Story.From with { Version = 40 })
            : Relieved(40),
        ]);

    private static ReliefNoted Relieved(long version) => new ReliefNoted(Story.EngagementId, Story.From with { Version = version });

    [Fact]
    [Keeps("confidentiality")]
    public void a_session_learns_who_of_those_in_it_are_gone()
    {
        Held.LeftBy(Now(Story.Facilitator)).ShouldBeEmpty();
        Held.LeftBy(Now(Story.Facilitator, Story.Bob)).ShouldBe([Story.Bob]);
        Held.LeftBy(Now(null)).ShouldBe([Story.Facilitator]);
        Held.LeftBy(Now(Other)).ShouldBe([Story.Facilitator]);
        After(new ReaderLeft(Story.Bob)).LeftBy(Now(Story.Facilitator, Story.Bob)).ShouldBeEmpty("it knows");
    }

    [Fact]
    [Breaks("confidentiality")]
    public void whoever_was_there_reads_it_up_to_then_and_whoever_was_not_reads_nothing()
    {
        var left = After(
            new ReaderLeft(Story.Bob),
            new ReaderLeft(Story.David),
            new FrameIncidentRecorded(IncidentKind.Judgement, Story.Text())
        );
        left.IsVisibleTo(Story.As(Story.Bob).By).ShouldBeTrue();
        left.ReadUntil(Story.As(Story.Bob).By).ShouldBe(Held.Version);
        left.IsVisibleTo(Story.As(Story.David).By).ShouldBeFalse();
        left.ReadUntil(Story.As(Story.Anne).By).ShouldBeNull();
        left.Attending.ShouldBe([Story.Anne, Story.Chloe]);
        left.HasPresent(Story.Bob).ShouldBeFalse();
    }

    [Fact]
    public void who_led_it_reads_it_up_to_then_until_they_lead_again()
    {
        var relieved = After(new ReaderLeft(Story.Facilitator));
        relieved.IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeTrue();
        relieved.ReadUntil(Story.As(Story.Facilitator).By).ShouldBe(Held.Version);
        After(new ReaderLeft(Story.Facilitator), new ReaderReturned(Story.Facilitator))
            .ReadUntil(Story.As(Story.Facilitator).By)
            .ShouldBeNull();
        OpenPulse.Decide(new(), relieved, relieved, null, Story.As(Story.Facilitator)).ShouldBeRefused(403);
        CorrectSession.Fields(relieved).ShouldBeEmpty("nobody is there to correct it");
        CorrectSession.Fields(Session.Withdrawing(Held, relieved)).ShouldBeEmpty("nor as they read it");
        CorrectSession.Fields(Held).ShouldNotBeEmpty();
    }

    [Fact]
    [Breaks("confidentiality")]
    public void they_contest_what_is_recorded_of_their_presence_and_read_no_more_for_it()
    {
        var (bob, david) = (Story.As(Story.Bob), Story.As(Story.David));
        AttendanceCorrected struck = new(
            [Story.Anne, Story.Bob, Story.Chloe],
            [Story.Anne, Story.Chloe],
            CorrectionReason.Mistyped,
            Given.Now.AddDays(14)
        );
        var left = After(new ReaderLeft(Story.Bob), new ReaderLeft(Story.David), struck);
        IFold<Session> session = left;
        session.Hears(bob.By, new ContestCorrection()).ShouldBeTrue();
        session.Bars(bob.By, new ContestCorrection()).ShouldBeNull();
        (left.IsVisibleTo(bob.By), left.ReadUntil(bob.By)).ShouldBe((true, Held.Version));
        WaitingCorrections.Of(left, Story.Bob, Given.Now).ShouldHaveSingleItem();
        ContestCorrection
            .Decide(new(), left, Story.Open(), [], bob)
            .ShouldHappen(new CorrectionContested(Story.Bob, [Story.Anne, Story.Bob, Story.Chloe]));

        // Who was not recorded at all is heard, and reads nothing but by that word.
        session.Hears(david.By, new ContestCorrection()).ShouldBeTrue();
        session.Hears(david.By, new WithdrawContribution()).ShouldBeFalse();
        left.IsVisibleTo(david.By).ShouldBeFalse();
        session.Hears(Story.As(Given.Id(45)).By, new ContestCorrection()).ShouldBeFalse("a stranger");

        // Of a session that was told once they had left, they read that it was planned.
        var afterwards = Folding.Apply(left, left.Id, new GroupChanged(Group, Story.Facilitator, [Story.David]));
        (afterwards with { Gone = [] }).ReadUntil(david.By).ShouldBe(1);
    }

    [Fact]
    [Keeps("own-words")]
    public void they_write_nothing_into_it_and_take_their_own_words_back()
    {
        var left = After(Story.Made(1, Story.Bob, ContributionKind.Question), new ReaderLeft(Story.Bob));
        IFold<Session> session = left;
        var bob = Story.As(Story.Bob);
        session.Bars(bob.By, new RecordFrameIncident(IncidentKind.Judgement)).ShouldBe(Refusal.ReadsAlone);
        session.Bars(bob.By, new GiveEcho(new("text"))).ShouldBe(Refusal.ReadsAlone);
        session.Bars(Story.As(Story.Anne).By, new RecordFrameIncident(IncidentKind.Judgement)).ShouldBeNull();
        session.Bars(bob.By, new WithdrawContribution()).ShouldBeNull();
        WithdrawContribution.Decide(Given.Id(1), left, bob).ShouldHappen(new ContributionWithdrawn(Given.Id(1)));
    }

    [Fact]
    [Keeps("mandate")]
    [Breaks("mandate")]
    public void from_the_replacement_on_nobody_leads_until_the_successor_does()
    {
        var nobody = Now(null);
        nobody.Facilitator.ShouldBeNull();
        nobody.IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeFalse();
        nobody.IsVisibleTo(Story.As(Story.Anne).By).ShouldBeTrue();
        Story.ScheduleNow(new(Given.Now), nobody, null, Story.Protocols, Story.As(Story.Facilitator)).ShouldBeRefused(404);

        var running = Story.Of(Story.In(Story.Interpreting, "expose"), new GroupChanged(Group, nobody.Facilitator));
        running.State.ShouldBe(SessionState.Open, "it waits for the successor");
        running.IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeFalse();
        running.IsVisibleTo(Story.As(Story.Anne).By).ShouldBeTrue();
        Folding
            .Apply(running, running.Id, new GroupChanged(Group, Other))
            .IsVisibleTo(new("cabinet", Roles.Facilitator, Other))
            .ShouldBeTrue();
    }

    [Fact]
    public void the_later_word_about_who_leads_holds_in_whatever_order_it_is_told()
    {
        Fact assigned = new AssignmentNoted(Story.EngagementId, Other, Story.From with { Version = 50 });
        Fact active = Story.Engagement();
        foreach (
            var told in new Fact[][]
            {
                [active, Relieved(40), assigned],
                [assigned, Relieved(40), active],
                [Relieved(40), active, assigned],
            }
        )
        {
            Story.Mandate([Story.Group, .. told]).Facilitator.ShouldBe(Other);
        }

        Story.Mandate(active, assigned, Relieved(60)).Facilitator.ShouldBeNull();
    }

    [Fact]
    public void a_track_is_read_by_whoever_may_still_contest_an_endorsement_as_it_stood()
    {
        var track = Given.Facts<ActionTrack>(
            new TrackOpened(Story.EngagementId, Story.GroupId, Story.Facilitator, Group, Given.Id(1), [Story.Anne], Story.Text()),
            new TrackEndorsedOrally(Story.Bob, Given.Id(1), Given.Now.AddDays(14)),
            new TrackEntrusted([Story.Anne, Story.Chloe, Story.David], null),
            new TrackProgressed(Story.Text())
        );
        track.IsVisibleTo(Story.As(Story.Bob).By).ShouldBeTrue();
        track.ReadUntil(Story.As(Story.Bob).By).ShouldBe(2);
        track.IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeFalse();
        IFold<ActionTrack> barring = track;
        barring.Bars(Story.As(Story.Bob).By, new CompleteTrack()).ShouldBe(Refusal.ReadsAlone);
        barring.Bars(Story.As(Story.Bob).By, new ContestEndorsement()).ShouldBeNull();
    }

    [Fact]
    public void a_pulse_asks_who_left_no_more()
    {
        var pulse = Given.Facts<Pulse>(
            new PulseOpened(
                Story.EngagementId,
                Story.GroupId,
                Given.Id(1),
                Story.Facilitator,
                Group,
                "end-of-session",
                1,
                Given.Now.AddDays(3)
            ),
            new PulseEntrusted([Story.Anne, Story.Chloe], null)
        );
        pulse.IsVisibleTo(Story.As(Story.Anne).By).ShouldBeTrue();
        pulse.IsVisibleTo(Story.As(Story.Bob).By).ShouldBeFalse();
        pulse.IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeFalse();
    }

    [Fact]
    [Keeps("private")]
    [Breaks("private")]
    public void what_is_private_is_said_to_a_narrator_who_is_there()
    {
        var expecting = Story.Of([.. Story.In(Story.Regulating, "support").Where(f => f is not (NarratorDesignated or SituationChosen))]);
        Contribute said = new(ContributionKind.Expectation, new("text"), Private: true);
        Contribute.Decide(said, expecting, Story.Regulating, Story.As(Story.Bob)).ShouldBreak("always", "private", "design");
        Contribute.Decide(said with { Private = false }, expecting, Story.Regulating, Story.As(Story.Bob)).Refusal.ShouldBeNull();
        Contribute
            .Decide(said, Story.Of(Story.In(Story.Regulating, "support")), Story.Regulating, Story.As(Story.Bob))
            .Refusal.ShouldBeNull();

        var echoing = Story.Of([.. Story.In(Story.Narrating, "echo").Where(f => f is not (NarratorDesignated or SituationChosen))]);
        GiveEcho.Decide(new(new("text"), true), echoing, Story.Narrating, Story.As(Story.Bob)).ShouldBreak("always", "private", "design");
        GiveEcho.Decide(new(new("text")), echoing, Story.Narrating, Story.As(Story.Bob)).Refusal.ShouldBeNull();
    }

    [Fact]
    [Breaks("private")]
    public void what_was_said_to_one_narrator_is_not_the_next_ones()
    {
        var session = Story.Of(
            Story.In(Story.Interpreting, "interpret"),
            Story.Made(1, Story.Bob, ContributionKind.Question, isPrivate: true),
            new EchoGiven(Story.Bob, Story.Text(), true),
            new NarratorDesignated(Story.Chloe)
        );
        (string?, string?) Reads(Guid person)
        {
            var view = SessionView.Of(
                session,
                Story.As(person).By,
                new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>())
            );
            return (view.Contributions[0].Text, view.Echoes[0].Text);
        }

        Reads(Story.Chloe).ShouldBe((null, null));
        Reads(Story.Anne).ShouldBe((TextOpener.Erased, TextOpener.Erased));
        Reads(Story.Bob).ShouldBe((TextOpener.Erased, TextOpener.Erased));
    }

    private static SessionView Seen(Session session, Actor reader) =>
        SessionView.Of(session, reader, new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>()));

    [Fact]
    [Keeps("own-words")]
    public void who_took_their_words_back_after_leaving_reads_that_they_did_and_what_they_were()
    {
        Fact[] said =
        [
            Story.Made(1, Story.Bob, ContributionKind.Interpretation),
            new InterpretationPronounced(Given.Id(1), Stance.Holds, Story.Text()),
        ];
        var now = After([.. said, new ReaderLeft(Story.Bob), new ContributionWithdrawn(Given.Id(1))]);
        var read = Session.Withdrawing(After(said), now);
        var own = Seen(read, Story.As(Story.Bob).By).Contributions.Single();
        (own.Withdrawn, own.Text, own.Stance).ShouldBe((true, TextOpener.Erased, null));
        var another = Seen(read, Story.As(Story.Chloe).By).Contributions.Single();
        (another.Withdrawn, another.Text).ShouldBe((false, null), "as of then it stood");
    }

    [Fact]
    [Keeps("own-words")]
    public void words_are_taken_back_after_the_closing_by_who_stays_as_by_who_left()
    {
        foreach (var more in new Fact[][] { [], [new ReaderLeft(Story.Bob)] })
        {
            WithdrawContribution
                .Decide(Given.Id(1), After([Story.Made(1, Story.Bob, ContributionKind.Question), .. more]), Story.As(Story.Bob))
                .ShouldHappen(new ContributionWithdrawn(Given.Id(1)));
        }
    }

    private static readonly Actor Successor = new("cabinet", Roles.Facilitator, Other);

    // Everything that is said in a session, by an author, with private words aside.
    private static Fact[] Said(int from, Guid author) =>
        [
            new SituationRaised(Given.Id(from), author, Story.Text()),
            new StartingPositionStated(Story.Text()),
            Story.Made(from + 1, author, ContributionKind.Interpretation),
            new InterpretationPronounced(Given.Id(from + 1), Stance.Holds, Story.Text()),
            new ObjectiveStated(Story.Text()),
            new FeedbackGiven(Story.Text()),
            new EchoGiven(author, Story.Text(), false),
            new DecisionProposed(Given.Id(from + 2), author, Story.Text()),
            new FrameIncidentRecorded(IncidentKind.Judgement, Story.Text()),
            new ProtocolDeviationJustified("expose", Story.Text()),
        ];

    private static IEnumerable<string?> Words(SessionView view) =>
        [
            .. view.Situations.Select(s => s.Text),
            view.StartingPosition,
            view.Objective,
            view.Feedback,
            .. view.Contributions.Select(c => c.Text),
            .. view.Contributions.Select(c => c.Pronouncement),
            .. view.Echoes.Select(e => e.Text),
            .. view.Decisions.Select(d => d.Text),
            .. view.Incidents.Select(i => i.Text),
            .. view.Deviations.Select(d => d.Reason),
        ];

    [Fact]
    [Breaks("confidentiality")]
    public void what_was_said_before_a_successor_came_is_not_theirs_in_a_session_that_runs_either()
    {
        Fact[] before = [.. Story.Opened(Story.Interpreting), .. Said(100, Story.Bob)];
        Fact[] handed = [.. before, new GroupChanged(Group, null), new GroupChanged(Group, Other)];
        Words(Seen(Story.Of(handed), Successor)).ShouldAllBe(w => w == null);
        Words(Seen(Story.Of(handed), Story.As(Story.Anne).By)).ShouldAllBe(w => w == TextOpener.Erased);

        // What is said since is theirs, though it stands where something of before stood.
        Words(Seen(Story.Of(handed, [.. Said(200, Story.Chloe).Select(Anew)]), Successor)).Count(w => w != null).ShouldBe(10);
    }

    // Each text is sealed under its own nonce.
    private static Fact Anew(Fact said)
    {
        static Sealed New(Sealed text) => text with { Nonce = "bmV3" };
        return said switch
        {
            SituationRaised e => e with { Text = New(e.Text) },
            StartingPositionStated e => e with { Text = New(e.Text) },
            ContributionMade e => e with { Text = New(e.Text) },
            InterpretationPronounced e => e with { Text = New(e.Text!) },
            ObjectiveStated e => e with { Text = New(e.Text) },
            FeedbackGiven e => e with { Text = New(e.Text) },
            EchoGiven e => e with { Text = New(e.Text) },
            DecisionProposed e => e with { Text = New(e.Text) },
            FrameIncidentRecorded e => e with { Text = New(e.Text!) },
            ProtocolDeviationJustified e => e with { Reason = New(e.Reason) },
            _ => said,
        };
    }

    [Fact]
    [Breaks("confidentiality")]
    public void what_was_said_before_a_member_came_is_not_theirs_and_who_leads_again_reads_what_was_theirs()
    {
        var newcomer = Given.Id(45);
        Fact[] before = [.. Story.Opened(Story.Interpreting), .. Said(100, Story.Bob)];
        var joined = Story.Of(before, new GroupChanged([.. Group, newcomer], Story.Facilitator));
        Words(Seen(joined, Story.As(newcomer).By)).ShouldAllBe(w => w == null);
        Words(Seen(joined, Story.As(Story.Facilitator).By)).ShouldAllBe(w => w == TextOpener.Erased);
        var again = Story.Of(
            before,
            new GroupChanged(Group, null),
            new GroupChanged(Group, Other),
            new GroupChanged(Group, Story.Facilitator)
        );
        Words(Seen(again, Story.As(Story.Facilitator).By)).ShouldAllBe(w => w == TextOpener.Erased);
    }
}
