using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Pulses;
using PracticeAnalysis.Session.Tracks;
using TrackEndorsed = PracticeAnalysis.Session.Model.TrackEndorsed;

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
        Story.Text("TrackOpened.Text"),
        By: Story.Facilitator
    );

    private static readonly TrackEndorsed Endorsed = new(Story.Chloe);

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
                new TrackStateChanged(
                    Given.Id(1),
                    Story.GroupId,
                    Story.EngagementId,
                    "opened",
                    Story.From,
                    [Story.Bob, Story.Anne],
                    Story.Facilitator
                )
            );
            Open(facts, by: Story.Chloe).ShouldHappen(First with { By = Story.Chloe });
        }

        Open(Closed, with: [Story.Bob, Story.Anne, Story.Bob]).ShouldHappen(First);
    }

    [Fact]
    public void who_left_since_the_session_neither_opens_one_nor_reads_what_the_group_opens()
    {
        var left = Story.Mandate(
            Story.Group,
            Story.Engagement(),
            new DepartureNoted(Story.EngagementId, Story.Chloe, new(Story.GroupId, 9, Given.Now))
        );
        Decision By(Guid person, params IReadOnlyList<Guid> with) =>
            Story.TrackNow(new(Given.Id(1), new("text"), with), Story.GroupId, Story.Of(Closed), left, Story.As(person));
        By(Story.Chloe, Story.Bob).ShouldBeRefused(404);
        By(Story.Bob, Story.Bob, Story.Chloe).ShouldBeRefused(422);
        By(Story.Bob, Story.Bob, Story.Anne).ShouldHappen(First with { Members = [Story.Anne, Story.Bob, Story.David], By = Story.Bob });
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
        Open([.. Story.Scheduled(Story.Interpreting), new Model.SessionCancelled(Story.Text())]).ShouldBeRefused(409);
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
        foreach (var track in new[] { Track(Endorsed), Track(Endorsed, new TrackProgressed(Story.Text())) })
        {
            foreach (var (decision, fact, state) in Ways(track))
            {
                decision.ShouldHappen(fact);
                decision.ShouldTell(
                    new TrackStateChanged(
                        Given.Id(1),
                        Story.GroupId,
                        Story.EngagementId,
                        state,
                        Story.From,
                        [Story.Bob, Story.Anne],
                        Story.Facilitator
                    )
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
    [Keeps("co-built")]
    [Breaks("co-built")]
    public void it_is_completed_once_somebody_else_than_who_opened_it_endorsed_it()
    {
        static Decision Complete(ActionTrack track) => CompleteTrack.Decide(new(), track);
        Complete(Track()).ShouldBreak("always", "co-built", "S3");
        Complete(Track(Endorsed)).Refusal.ShouldBeNull();
        var bobs = First with { By = Story.Bob };
        Complete(Given.Facts<ActionTrack>([bobs, new TrackEndorsed(Story.Bob)])).ShouldBreak("always", "co-built", "S3");
        Complete(Given.Facts<ActionTrack>([bobs, new TrackEndorsed(Story.Bob), Endorsed])).Refusal.ShouldBeNull();
        Complete(Given.Facts<ActionTrack>([First with { By = null }])).ShouldBreak("always", "co-built", "S3");
    }

    [Fact]
    [Keeps("co-built")]
    [Breaks("co-built")]
    public void an_endorsement_given_orally_is_recorded_of_who_was_present_and_may_be_contested_for_fourteen_days()
    {
        var session = Story.Of(Closed);
        Decision Record(ActionTrack track, Guid member, Session? at = null) =>
            EndorseOrally.Decide(new(member, Given.Id(1)), track, at ?? session, Story.As(Story.Facilitator));
        var recorded = Record(Track(), Story.Chloe);
        TrackEndorsedOrally orally = new(Story.Chloe, Given.Id(1), Given.Now.AddDays(14));
        recorded.ShouldHappen(orally);
        recorded.ShouldTell(
            new Contracts.Session.V1.TrackEndorsed(Given.Id(1), Story.GroupId, Story.EngagementId, Story.Chloe, Story.From, true)
        );
        var track = Track(orally);
        (track.IsCoBuilt, track.EndorsedOrally.Single().Member).ShouldBe((true, Story.Chloe));
        Record(track, Story.Chloe).ShouldHappen();
        Record(Track(), Story.David).ShouldBreak("always", "co-built", "S3");
        Record(Track(), Story.Facilitator).ShouldBreak("always", "co-built", "S3");
        Record(Track(), Story.Chloe, Story.Of(Story.Scheduled(Story.Interpreting))).ShouldBeRefused(400);
        Record(Track(Endorsed, new TrackCompleted()), Story.Bob).ShouldBeRefused(409);

        Decision Contest(ActionTrack track, Guid by, int day) =>
            ContestEndorsement.Decide(track, Story.As(by) with { Now = Given.Now.AddDays(day) });
        var contested = Contest(track, Story.Chloe, 14);
        contested.ShouldHappen(new Model.EndorsementContested(Story.Chloe));
        contested.ShouldTell(
            new Contracts.Session.V1.EndorsementContested(Given.Id(1), Story.GroupId, Story.EngagementId, Story.Chloe, Story.From)
        );
        Contest(track, Story.Chloe, 15).ShouldBeRefused(409);
        Contest(track, Story.David, 1).ShouldBeRefused(409);
        Contest(Track(Endorsed), Story.Chloe, 1).ShouldBeRefused(409);
        Contest(Track(orally, new TrackCompleted()), Story.Chloe, 1).Refusal.ShouldBeNull();

        var after = Track(orally, new Model.EndorsementContested(Story.Chloe));
        after.IsCoBuilt.ShouldBeFalse();
        Record(after, Story.Chloe).ShouldBreak("always", "co-built", "S3");
        EndorseTrack.Decide(after, Story.As(Story.Chloe)).ShouldHappen(Endorsed);

        // By their own token it is theirs, and there is nothing to contest.
        EndorseTrack.Decide(track, Story.As(Story.Chloe)).ShouldHappen(Endorsed);
        Track(orally, Endorsed).EndorsedOrally.ShouldBeEmpty();
    }

    [Fact]
    [Breaks("co-built")]
    public void an_endorsement_that_its_author_can_contest_no_more_counts_no_more()
    {
        var track = Track(new TrackEndorsedOrally(Story.Chloe, Given.Id(1), Given.Now.AddDays(14)));
        var erased = ContestEndorsement.Erased(track, Story.Chloe, Given.Now.AddDays(14));
        erased.ShouldHappen(new Model.EndorsementContested(Story.Chloe, Erased: true));
        erased.ShouldTell(
            new Contracts.Session.V1.EndorsementContested(Given.Id(1), Story.GroupId, Story.EngagementId, Story.Chloe, Story.From)
        );
        Folding.Apply(track, track.Id, erased.Facts[0]).IsCoBuilt.ShouldBeFalse();

        // What they let stand for fourteen days, or endorsed themself, is their word.
        ContestEndorsement.Erased(track, Story.Chloe, Given.Now.AddDays(15)).ShouldHappen();
        ContestEndorsement.Erased(Track(new TrackEndorsed(Story.Chloe)), Story.Chloe, Given.Now).ShouldHappen();
    }

    [Fact]
    public void it_waits_for_those_whom_it_names_and_for_who_may_contest()
    {
        IEnumerable<ServiceDefaults.WaitingKind> Kinds(Guid person, int day, params IReadOnlyList<Fact> more) =>
            Persons.WaitingTracks.Of(Track(more), person, Given.Now.AddDays(day)).Select(i => i.Kind);
        Kinds(Story.Bob, 0).ShouldBe([ServiceDefaults.WaitingKind.Track]);
        Kinds(Story.Bob, 0, new TrackEndorsed(Story.Bob)).ShouldBeEmpty();
        Kinds(Story.Chloe, 0).ShouldBeEmpty();
        TrackEndorsedOrally orally = new(Story.Bob, Given.Id(1), Given.Now.AddDays(14));
        Kinds(Story.Bob, 14, orally).ShouldBe([ServiceDefaults.WaitingKind.Endorsement]);
        Kinds(Story.Bob, 15, orally).ShouldBeEmpty();
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

    [Fact]
    public void who_is_named_and_endorsed_nothing_takes_their_name_off()
    {
        ContestEndorsement.Decide(Track(), Story.As(Story.Bob)).ShouldHappen(new TrackNamingContested(Story.Bob));
        Track(new TrackNamingContested(Story.Bob)).With.ShouldBe([Story.Anne]);
        EndorseOrally
            .Decide(new(Story.Bob, Given.Id(1)), Track(new TrackNamingContested(Story.Bob)), Story.Of(Closed), Story.As(Story.Facilitator))
            .ShouldBreak("always", "co-built", "S3");
        EndorseTrack.Decide(Track(new TrackNamingContested(Story.Bob)), Story.As(Story.Bob)).Refusal.ShouldBeNull();
        ContestEndorsement.Decide(Track(new TrackNamingContested(Story.Bob)), Story.As(Story.Bob)).ShouldBeRefused(409);
        ContestEndorsement.Decide(Track(new TrackEndorsed(Story.Bob)), Story.As(Story.Bob)).ShouldBeRefused(409);
    }

    [Fact]
    public void who_contests_an_endorsement_is_named_as_a_builder_no_more()
    {
        TrackEndorsedOrally orally = new(Story.Bob, Given.Id(1), Given.Now.AddDays(14));
        Track(orally, new Model.EndorsementContested(Story.Bob)).With.ShouldBe([Story.Anne]);
        Track(orally, new Model.EndorsementContested(Story.Bob, Erased: true)).With.ShouldContain(Story.Bob);
    }

    [Fact]
    public void who_has_left_and_contests_reads_it_without_what_they_never_said()
    {
        TrackEndorsedOrally orally = new(Story.Chloe, Given.Id(1), Given.Now.AddDays(14));
        var then = Track(orally);
        var now = Track(
            orally,
            new TrackEntrusted([Story.Anne, Story.Bob], Story.Facilitator),
            new Model.EndorsementContested(Story.Chloe)
        );
        var read = ActionTrack.Withdrawing(then, now);
        (read.EndorsedBy.Count, read.EndorsedOrally.Count, read.IsCoBuilt).ShouldBe((0, 0, false));
        ActionTrack.Withdrawing(now, now).ShouldBeSameAs(now);
    }

    [Fact]
    public void none_is_opened_once_the_engagement_is_concluded()
    {
        var concluded = Story.Mandate(Story.Group, Story.Engagement(), Story.Concluded);
        Story
            .TrackNow(new(Given.Id(1), new("text"), [Story.Bob]), Story.GroupId, Story.Of(Closed), concluded, Story.As(Story.Facilitator))
            .ShouldBeRefused(409);
        OpenPulse
            .Decide(
                new(),
                Story.Of(Closed, new SessionSettled()),
                Story.Of(Closed, new SessionSettled()),
                null,
                Story.As(Story.Facilitator)
            )
            .ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("occurred-at")]
    public void nobody_endorsed_it_at_a_session_that_was_over_before_it_was_opened()
    {
        Decision At(Guid session, DateTimeOffset ended, int opened) =>
            EndorseOrally.Decide(
                new(Story.Chloe, session),
                Given.Facts<ActionTrack>(First with { OccurredAt = Given.Now.AddDays(opened) }),
                Story.Of(Closed) with
                {
                    Id = session,
                    EndedAt = ended,
                },
                Story.As(Story.Facilitator)
            );
        At(Given.Id(2), Given.Now, opened: 1).ShouldBreak("always", "occurred-at", "design");
        At(Given.Id(1), Given.Now, opened: 1).Refusal.ShouldBeNull("it was opened from that one");
        At(Given.Id(2), Given.Now.AddDays(2), opened: 1).Refusal.ShouldBeNull("that one ran since");
    }
}
