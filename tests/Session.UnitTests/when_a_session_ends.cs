using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_session_ends
{
    private static readonly CodedTheme Theme = new(Axis.EmotionalDemands, Level.Collective);
    private static readonly Origin Origin = new(Given.Id(1), 9, Given.Now);

    private static Sessions.Session Ready(bool noneAllowed = false) =>
        Meeting.State([
            .. Meeting.Open(Meeting.S2, noneAllowed),
            .. Meeting.S2.Phases.SelectMany(p => new Fact[] { new PhaseStarted(p.Code), new PhaseCompleted(p.Code) }),
        ]);

    private static ActionTrack Track(params Fact[] more) =>
        Given.Facts<ActionTrack>([
            new TrackOpened(
                Meeting.Engagement,
                Meeting.Group,
                Meeting.Facilitator,
                [Meeting.Narrator, Meeting.Ada],
                Given.Id(1),
                [Meeting.Ada],
                Meeting.Said("TrackOpened.Text")
            ),
            .. more,
        ]);

    [Fact]
    public void it_tells_minutes_presence_and_codes_and_nothing_said()
    {
        var decision = CloseSession.Decide(new(110, [Theme], Outcome.Change), Ready(), Meeting.S2);
        decision.Facts[0].ShouldBeOfType<Sessions.ThemesCoded>().Themes.ShouldBe([Theme]);
        decision.Facts[1].ShouldBe(new SessionClosed(110, Outcome.Change));
        var held = decision.Messages[0](Origin).ShouldBeOfType<SessionHeld>();
        (held.Minutes, held.Enrolled, held.Present.Count).ShouldBe((110, 3, 2));
        decision
            .Messages[1](Origin)
            .ShouldBeOfType<Contracts.Session.V1.ThemesCoded>()
            .Themes.ShouldBe([new("emotional-demands", "collective")]);
    }

    [Fact]
    public void every_phase_is_completed_first() =>
        CloseSession
            .Decide(new(110, [Theme], Outcome.Change), Meeting.State(Meeting.In(Meeting.S2, "respond")), Meeting.S2)
            .ShouldBreak("expose-interpret-respond", "phase-order", "S2");

    [Fact]
    public void it_ends_with_none_only_where_the_frame_allows_it()
    {
        CloseSession.Decide(new(110, [Theme], Outcome.None), Ready(), Meeting.S2).ShouldBreak("team", "outcome", "S3");
        CloseSession.Decide(new(110, [Theme], Outcome.None), Ready(noneAllowed: true), Meeting.S2).Refusal.ShouldBeNull();
    }

    [Fact]
    public void its_themes_are_coded_once_each()
    {
        CloseSession.Decide(new(110, [], Outcome.Change), Ready(), Meeting.S2).ShouldBeRefused(400);
        CloseSession.Decide(new(110, [Theme, Theme], Outcome.Change), Ready(), Meeting.S2).ShouldBeRefused(400);
    }

    [Fact]
    public void a_track_is_co_built_with_members()
    {
        OpenTrack
            .Decide(new(Given.Id(1), Meeting.Words, [Meeting.Ada]), Meeting.Group, Ready(), Meeting.AsFacilitator)
            .Messages.Single()(Origin)
            .ShouldBeOfType<TrackStateChanged>()
            .State.ShouldBe("opened");
        OpenTrack
            .Decide(new(Given.Id(1), Meeting.Words, []), Meeting.Group, Ready(), Meeting.AsFacilitator)
            .ShouldBreak("always", "co-built", "S3");
        OpenTrack
            .Decide(new(Given.Id(1), Meeting.Words, [Given.Id(77)]), Meeting.Group, Ready(), Meeting.AsFacilitator)
            .ShouldBreak("always", "co-built", "S3");
        OpenTrack.Decide(new(Given.Id(1), Meeting.Words, [Meeting.Ada]), Given.Id(21), Ready(), Meeting.AsFacilitator).ShouldBeRefused(404);
    }

    [Fact]
    public void a_track_is_followed_until_it_ends()
    {
        ProgressTrack
            .Decide(new(Meeting.Words), Track(), Meeting.AsAda)
            .ShouldBe(new TrackProgressed(Meeting.Said("TrackProgressed.Text")));
        CompleteTrack.Decide(Track()).ShouldBe(new TrackCompleted());
        AbandonTrack.Decide(new(Meeting.Words), Track(new TrackCompleted()), Meeting.AsAda).ShouldBeRefused(409);
        EndorseTrack.Decide(Track(new TrackEndorsed(Meeting.Ada)), Meeting.AsAda).Facts.ShouldBeEmpty();
    }

    [Fact]
    public void what_was_said_is_for_the_group_and_its_facilitator()
    {
        var session = Ready();
        session.IsVisibleTo(Meeting.AsAda.By).ShouldBeTrue();
        session.IsVisibleTo(Meeting.AsFacilitator.By).ShouldBeTrue();
        foreach (var role in Roles.All.Where(r => r is not Roles.Member and not Roles.Facilitator))
        {
            session.IsVisibleTo(Given.Act(role, Meeting.Ada, establishment: Given.Id(60)).By).ShouldBeFalse(role);
        }

        session.IsVisibleTo(Given.Act(Roles.Member, Given.Id(77)).By).ShouldBeFalse();
        session.IsVisibleTo(Given.Act(Roles.Facilitator, Given.Id(77)).By).ShouldBeFalse();
    }
}
