using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session.UnitTests;

public class when_the_group_reads_its_backlog
{
    private static readonly Guid Bobs = Given.Id(51);

    /// <summary>Anne's situation was chosen, Bob's was not.</summary>
    private static readonly Session First = Folding.Of<Session>(
        Given.Id(1),
        [
            .. Story.Attended(Story.Interpreting),
            new SituationRaised(Bobs, Story.Bob, Story.Text()),
            new SituationChosen(Story.SituationId),
            new NarratorDesignated(Story.Anne),
            Story.Made(6, Story.Bob, ContributionKind.Question),
            Story.Made(7, Story.Bob, ContributionKind.Question),
            new ContributionWithdrawn(Given.Id(7)),
            new SessionClosed(60, Outcome.Change),
        ]
    )!;

    private static Session Second(Guid? from) =>
        Folding.Of<Session>(
            Given.Id(2),
            [.. Story.Opened(Story.Interpreting), new SituationRaised(Given.Id(52), Story.Bob, Story.Text(), from)]
        )!;

    [Fact]
    public void what_was_not_chosen_goes_back_to_it_once_the_session_ended()
    {
        Backlog.Of([First]).ShouldBe([new BacklogItem(Bobs, Story.Bob, Given.Id(1), Given.Now)]);
        Backlog.Of([Second(null)]).ShouldBeEmpty();
    }

    [Fact]
    public void what_is_told_again_is_no_more_in_it() => Backlog.Of([First, Second(Bobs)]).ShouldBeEmpty();

    [Fact]
    public void its_author_alone_tells_it_again()
    {
        var running = Story.Of(Story.Attended(Story.Interpreting));
        RaiseSituation again = new(new("text"), Bobs);
        RaiseSituation
            .Decide(again, running, Backlog.Of([First]), Story.As(Story.Bob))
            .ShouldHappen(new SituationRaised(Given.Id(999), Story.Bob, Story.Text("SituationRaised.Text"), Bobs));
        RaiseSituation.Decide(again, running, Backlog.Of([First]), Story.As(Story.Chloe)).ShouldBeRefused(404);
        RaiseSituation.Decide(again with { From = Given.Id(53) }, running, Backlog.Of([First]), Story.As(Story.Bob)).ShouldBeRefused(404);
    }

    [Fact]
    public void each_ones_part_is_shown_in_counts() =>
        Backlog
            .Parts([Story.Anne, Story.Bob, Story.David], [First, Second(null)])
            .ShouldBe([new(Story.Anne, 1, 1, 1, 0), new(Story.Bob, 1, 1, 0, 1), new(Story.David, 1, 0, 0, 0)]);

    [Fact]
    public void a_session_has_the_tracks_of_earlier_ones_to_follow()
    {
        Fact opened = new TrackOpened(
            Story.EngagementId,
            Story.GroupId,
            Story.Facilitator,
            [Story.Anne],
            Given.Id(1),
            [Story.Anne],
            Story.Text()
        );
        ActionTrack Track(params IReadOnlyList<Fact> more) => Folding.Of<ActionTrack>(Given.Id(70), [opened, .. more])!;
        ReadTracksToFollow.ToFollow([Track()], Given.Id(2)).ShouldBe([Given.Id(70)]);
        ReadTracksToFollow.ToFollow([Track()], Given.Id(1)).ShouldBeEmpty();
        ReadTracksToFollow.ToFollow([Track(new TrackProgressed(Story.Text(), Given.Id(2)))], Given.Id(2)).ShouldBeEmpty();
        ReadTracksToFollow.ToFollow([Track(new TrackProgressed(Story.Text(), Given.Id(2)))], Given.Id(3)).ShouldBe([Given.Id(70)]);
        ReadTracksToFollow.ToFollow([Track(new TrackCompleted())], Given.Id(2)).ShouldBeEmpty();
    }

    [Fact]
    public void a_track_is_followed_by_those_there_are()
    {
        var track = Given.Facts<ActionTrack>(
            new TrackOpened(Story.EngagementId, Story.GroupId, Story.Facilitator, [Story.Anne], Given.Id(1), [Story.Anne], Story.Text()),
            new TrackEntrusted([Story.Bob], Given.Id(11))
        );
        track.IsVisibleTo(Story.As(Story.Bob).By).ShouldBeTrue();
        track.IsVisibleTo(Story.As(Story.Anne).By).ShouldBeFalse();
        track.IsVisibleTo(new("cabinet", Roles.Facilitator, Given.Id(11))).ShouldBeTrue();
    }
}
