using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Persons;
using PracticeAnalysis.Session.Sessions;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>Whoever was a member while a session ran has their word on their presence, wherever they are since.</summary>
public class when_somebody_leaves_while_it_runs
{
    private static readonly DateTimeOffset Until = Given.Now.AddDays(14);

    private static readonly AttendanceCorrected Struck = new(
        [Story.Anne, Story.Bob, Story.Chloe],
        [Story.Anne, Story.Bob],
        CorrectionReason.Mistyped,
        Until
    );

    private static GroupChanged Without(params IReadOnlyList<Guid> gone) =>
        new([.. new[] { Story.Anne, Story.Bob, Story.Chloe, Story.David }.Except(gone)], Story.Facilitator);

    // Anne, Bob and Chloé are there, David is not; then some leave.
    private static Session Running(params IReadOnlyList<Fact> more) => Story.Of(Story.In(Story.Interpreting, "expose"), more);

    private static Session Held(params IReadOnlyList<Fact> more) =>
        Running([.. more, new PhaseCompleted("expose"), new SessionClosed(100, Outcome.Change, Until)]);

    // As it is asked: of the members when it was closed, and of whoever left since it was opened.
    private static Mandate Then(params IReadOnlyList<Guid> gone) =>
        Story
            .Mandate([Story.Group, Story.Engagement(), .. gone.Select(p => new DepartureNoted(Story.EngagementId, p, Story.From))])
            .Since(Story.Open());

    private static bool Hears(Session session, Guid person)
    {
        IFold<Session> state = session;
        return state.Hears(Story.As(person).By, new ContestCorrection());
    }

    [Fact]
    [Keeps("presence")]
    public void who_was_recorded_contests_what_is_corrected_while_it_runs_and_after()
    {
        foreach (var struck in new[] { Running(Without(Story.Chloe), Struck), Held(Without(Story.Chloe), Struck) })
        {
            Hears(struck, Story.Chloe).ShouldBeTrue();
            WaitingCorrections.Of(struck, Story.Chloe, Given.Now).ShouldHaveSingleItem();
            struck.Members.ShouldContain(Story.Chloe, "who waits for an answer is looked for among them");
            ContestCorrection
                .Decide(new(), struck, Then(Story.Chloe), [], Story.As(Story.Chloe))
                .ShouldHappen(new CorrectionContested(Story.Chloe, [Story.Anne, Story.Bob, Story.Chloe]));
        }
    }

    [Fact]
    [Keeps("presence")]
    public void who_was_left_out_says_that_they_were_there()
    {
        var held = Held(Without(Story.David));
        Hears(held, Story.David).ShouldBeTrue();
        ContestCorrection
            .Decide(new(), held, Then(Story.David), [], Story.As(Story.David))
            .ShouldHappen(new PresenceClaimed(Story.David, null, Until));
        CorrectSession
            .Decide(
                new(CorrectionReason.Omitted, Present: [Story.Anne, Story.Bob, Story.Chloe, Story.David]),
                held,
                false,
                Then(Story.David),
                [],
                Story.As(Story.Facilitator)
            )
            .Refusal.ShouldBeNull("the facilitator says so too");
        Hears(held, Given.Id(45)).ShouldBeFalse("a stranger");
    }

    [Fact]
    [Keeps("membership")]
    public void they_were_expected_and_the_group_decides_without_them()
    {
        var running = Running(Without(Story.Bob, Story.David));
        running.Staying.ShouldBe([Story.Anne, Story.Chloe], ignoreOrder: true);
        running.Attending.ShouldBe([Story.Anne, Story.Chloe]);
        running.IsToldByFacilitatorAlone.ShouldBeFalse();
        var closed = Story.CloseNow(
            new(100, [new(Axis.LackOfAutonomy, Level.Collective)], Outcome.Change),
            Story.Of(Story.Complete(Story.Interpreting), Without(Story.David)),
            Story.Interpreting,
            false,
            Story.As(Story.Facilitator)
        );
        closed.Messages.Select(m => m(Story.From)).OfType<V1.SessionHeld>().Single().Enrolled.ShouldBe(4);
    }

    [Fact]
    [Breaks("presence")]
    public void who_is_erased_while_it_runs_is_corrected_no_more()
    {
        foreach (var session in new[] { Running(Without(Story.Chloe)), Held(Without(Story.Chloe)) })
        {
            CorrectSession
                .Decide(
                    new(CorrectionReason.Mistyped, Present: [Story.Anne, Story.Bob]),
                    session,
                    false,
                    Then(Story.Chloe),
                    [],
                    Story.As(Story.Facilitator),
                    [.. session.Roster.Intersect([Story.Chloe])]
                )
                .ShouldBreak("always", "presence", "S3");
        }

        Running(Without(Story.David)).Roster.ShouldContain(Story.David, "nor is anybody added who was erased");
    }

    [Fact]
    [Keeps("confidentiality")]
    [Breaks("confidentiality")]
    public void they_read_nothing_of_it_while_it_runs_and_up_to_their_leaving_once_it_is_closed()
    {
        var (bob, version) = (Story.As(Story.Bob).By, Running().Version);
        Running(Without(Story.Bob)).IsVisibleTo(bob).ShouldBeFalse();
        var held = Held(Without(Story.Bob, Story.David));
        (held.IsVisibleTo(bob), held.ReadUntil(bob)).ShouldBe((true, version));
        held.IsVisibleTo(Story.As(Story.David).By).ShouldBeFalse("they were not there");

        // Who had left before it was told that it was opened reads nothing of it for another's leaving.
        var afterwards = Running(Without() with { Left = [Story.Bob] }, Without(Story.Bob, Story.David));
        afterwards.Left.ShouldBe([Story.Bob]);
        afterwards.Gone.Select(g => g.Person).ShouldBe([Story.David]);
        afterwards.Members.ShouldContain(Story.Bob);
    }

    [Fact]
    [Breaks("membership")]
    public void who_had_left_before_it_was_opened_was_not_in_it_unless_they_are_recorded_as_present()
    {
        var before = Running(Without(Story.Bob, Story.David) with { OccurredAt = DateTimeOffset.MinValue.AddDays(1) });
        var opened = Story.Of([
            .. Story.In(Story.Interpreting, "expose").Select(f => f is SessionOpened ? f with { OccurredAt = Given.Now } : f),
            Without(Story.Bob, Story.David) with
            {
                OccurredAt = Given.Now.AddMinutes(-1),
            },
        ]);
        before.Members.Count.ShouldBe(4, "opened before that");
        opened.Members.ShouldBe([Story.Anne, Story.Chloe, Story.Bob]);
    }

    [Fact]
    public void a_mandate_of_a_session_holds_whoever_left_since_its_opening()
    {
        DepartureNoted gone = new(Story.EngagementId, Story.Bob, Story.From);
        var opened = Story.Mandate(Story.Group, Story.Engagement(), gone);
        var closed = Folding.Apply(opened, opened.Id, new RevocationNoted(Story.EngagementId, Story.Chloe, Story.From));
        closed = Folding.Apply(closed, closed.Id, new EnrolmentNoted(Story.EngagementId, new(Given.Id(45)), Story.From));
        closed.Since(opened).Persons.ShouldBe([Story.Anne, Story.Chloe, Story.David, Given.Id(45)]);
        closed.Since(null).ShouldBe(closed);
    }

    [Fact]
    [Keeps("presence")]
    public void who_was_in_it_stays_so_though_the_group_is_told_again_of_before()
    {
        IReadOnlyList<Fact> opened =
        [
            .. Story.In(Story.Interpreting, "expose").Select(f => f is SessionOpened ? f with { OccurredAt = Given.Now } : f),
        ];
        var before = Without(Story.David) with { OccurredAt = Given.Now.AddMinutes(-1) };
        Story.Of(opened, before).Members.ShouldNotContain(Story.David);
        foreach (var first in new[] { Without(Story.David), Without() with { Left = [Story.David] } })
        {
            Story.Of(opened, first with { OccurredAt = Given.Now.AddMinutes(1) }, before).Members.ShouldContain(Story.David);
        }
    }

    [Fact]
    [Breaks("membership")]
    public void who_leaves_before_it_runs_is_no_member_of_it() =>
        Story.Of(Story.Scheduled(Story.Interpreting), Without(Story.Bob)).Members.ShouldNotContain(Story.Bob);
}
