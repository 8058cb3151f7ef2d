using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.Session.Mandates;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;
using TrackEndorsed = PracticeAnalysis.Session.Tracks.TrackEndorsed;

namespace PracticeAnalysis.Session.UnitTests;

public class when_following_action_tracks
{
    private static readonly TrackOpened First = new(
        Story.EngagementId,
        Story.GroupId,
        Story.Facilitator,
        [Story.Anne, Story.Bob, Story.Chloe, Story.David],
        Given.Id(1),
        [Story.Bob, Story.Anne],
        Story.Text("TrackOpened.Text")
    );

    private static ActionTrack Track(params IReadOnlyList<Fact> more) => Given.Facts<ActionTrack>([First, .. more]);

    private static Decision Open(IReadOnlyList<Fact> facts, IReadOnlyList<Guid>? with = null, Guid? group = null, Guid? by = null) =>
        Story.TrackNow(
            new(Given.Id(1), new("text"), with ?? [Story.Bob, Story.Anne]),
            group ?? Story.GroupId,
            Story.Of(facts),
            Story.Open(),
            Story.As(by ?? Story.Facilitator)
        );

    private static readonly IReadOnlyList<Fact> Closed = Story.Closed(Story.Interpreting);

    [Fact]
    [Keeps("co-built")]
    public void one_is_opened_from_a_session_that_runs_or_was_held_and_is_told_as_a_state()
    {
        foreach (var facts in new[] { Closed, Story.Opened(Story.Interpreting) })
        {
            var decision = Open(facts);
            decision.ShouldHappen(First);
            decision.ShouldTell(
                new TrackStateChanged(Given.Id(1), Story.GroupId, Story.EngagementId, "opened", Story.From, [Story.Bob, Story.Anne])
            );
            Open(facts, by: Story.Chloe).ShouldHappen(First);
        }

        Open(Closed, with: [Story.Bob, Story.Anne, Story.Bob]).ShouldHappen(First);
    }

    [Fact]
    public void who_left_since_the_session_neither_opens_one_nor_reads_what_the_group_opens()
    {
        var left = Story.Mandate(
            new GroupSealingLearned(Story.Group),
            new ActivationLearned(Story.Engagement()),
            new DepartureLearned(new(Story.GroupId, Story.EngagementId, Story.Chloe, new(Story.GroupId, 9, Given.Now)))
        );
        Decision By(Guid person, params IReadOnlyList<Guid> with) =>
            Story.TrackNow(new(Given.Id(1), new("text"), with), Story.GroupId, Story.Of(Closed), left, Story.As(person));
        By(Story.Chloe, Story.Bob).ShouldBeRefused(404);
        By(Story.Bob, Story.Bob, Story.Chloe).ShouldBeRefused(422);
        By(Story.Bob, Story.Bob, Story.Anne).ShouldHappen(First with { Members = [Story.Anne, Story.Bob, Story.David] });
    }

    [Fact]
    public void it_may_come_from_a_finding_of_the_session_that_stands()
    {
        OpenTrack From(int finding) => new(Given.Id(1), new("text"), [Story.Bob, Story.Anne], Given.Id(finding));
        IReadOnlyList<Fact> facts =
        [
            .. Closed,
            Story.Made(70, Story.Bob, ContributionKind.Response),
            Story.Made(71, Story.Bob, ContributionKind.Response, isPrivate: true),
            Story.Made(72, Story.Bob, ContributionKind.Response),
            new ContributionWithdrawn(Given.Id(72)),
        ];
        Story
            .TrackNow(From(70), Story.GroupId, Story.Of(facts), Story.Open(), Story.As(Story.Facilitator))
            .ShouldHappen(First with { Finding = Given.Id(70) });
        foreach (var other in new[] { 71, 72, 73 })
        {
            Story.TrackNow(From(other), Story.GroupId, Story.Of(facts), Story.Open(), Story.As(Story.Facilitator)).ShouldBeRefused(400);
        }
    }

    [Fact]
    public void none_is_opened_from_a_session_that_was_not_held()
    {
        Open(Story.Scheduled(Story.Interpreting)).ShouldBeRefused(409);
        Open([.. Story.Scheduled(Story.Interpreting), new Sessions.SessionCancelled(Story.Text())]).ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("co-built")]
    public void it_is_co_built_with_members_alone()
    {
        Open(Closed, with: []).ShouldBreak("always", "co-built", "S3");
        Open(Closed, with: [Story.Anne, Story.Facilitator]).ShouldBreak("always", "co-built", "S3");
    }

    [Fact]
    public void a_session_of_another_group_or_not_ones_own_is_not_found()
    {
        Open(Closed, group: Given.Id(31)).ShouldBeRefused(404);
        Open(Closed, by: Given.Id(45)).ShouldBeRefused(404);
    }

    [Fact]
    public void a_member_endorses_it_once()
    {
        var endorsed = EndorseTrack.Decide(Track(), Story.As(Story.Chloe));
        endorsed.ShouldHappen(new TrackEndorsed(Story.Chloe));
        endorsed.ShouldTell(
            new Contracts.Session.V1.TrackEndorsed(Given.Id(1), Story.GroupId, Story.EngagementId, Story.Chloe, Story.From)
        );
        EndorseTrack.Decide(Track(new TrackEndorsed(Story.Chloe)), Story.As(Story.Chloe)).ShouldHappen();
        EndorseTrack.Decide(Track(new TrackEndorsed(Story.Chloe)), Story.As(Story.Bob)).ShouldHappen(new TrackEndorsed(Story.Bob));
        Track(new TrackEndorsed(Story.Chloe), new TrackEndorsed(Story.Bob)).EndorsedBy.ShouldBe([Story.Chloe, Story.Bob]);
    }

    private static (Decision Decision, Fact Fact, string State)[] Ways(ActionTrack track)
    {
        var act = Story.As(Story.Bob);
        return
        [
            (ProgressTrack.Decide(new(new("text")), track, act), new TrackProgressed(Story.Text("TrackProgressed.Text")), "progressed"),
            (CompleteTrack.Decide(new(), track), new TrackCompleted(), "completed"),
            (AbandonTrack.Decide(new(new("text")), track, act), new TrackAbandoned(Story.Text("TrackAbandoned.Reason")), "abandoned"),
        ];
    }

    [Fact]
    public void it_progresses_completes_or_is_abandoned_and_only_the_state_is_told()
    {
        foreach (var track in new[] { Track(), Track(new TrackProgressed(Story.Text())) })
        {
            foreach (var (decision, fact, state) in Ways(track))
            {
                decision.ShouldHappen(fact);
                decision.ShouldTell(
                    new TrackStateChanged(Given.Id(1), Story.GroupId, Story.EngagementId, state, Story.From, [Story.Bob, Story.Anne])
                );
                Track(decision.Facts).State.ToString().ToLowerInvariant().ShouldBe(state);
            }
        }
    }

    [Fact]
    public void once_it_ended_it_is_followed_no_more()
    {
        foreach (var track in new[] { Track(new TrackCompleted()), Track(new TrackAbandoned(Story.Text())) })
        {
            track.IsFollowed.ShouldBeFalse();
            EndorseTrack.Decide(track, Story.As(Story.Bob)).ShouldBeRefused(409);
            foreach (var (decision, _, _) in Ways(track))
            {
                decision.ShouldBeRefused(409);
            }
        }
    }

    [Fact]
    public void its_group_and_facilitator_see_it_and_nobody_else()
    {
        Track().IsVisibleTo(Story.As(Story.David).By).ShouldBeTrue();
        Track().IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeTrue();
        Track().IsVisibleTo(Story.As(Given.Id(45)).By).ShouldBeFalse();
        Track().IsVisibleTo(new("cabinet", Roles.Practice, Story.Facilitator)).ShouldBeFalse();
        Track().IsVisibleTo(new("cabinet", Roles.Establishment, Story.Anne)).ShouldBeFalse();
    }
}
