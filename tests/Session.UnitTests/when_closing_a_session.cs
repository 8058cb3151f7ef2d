using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;
using Coded = PracticeAnalysis.Session.Model.ThemesCoded;
using CodedMessage = PracticeAnalysis.Contracts.Session.V1.ThemesCoded;

namespace PracticeAnalysis.Session.UnitTests;

public class when_closing_a_session
{
    private static readonly Act Act = Story.As(Story.Facilitator);

    private static readonly CodedTheme Theme = new(Axis.ConflictsOfValues, Level.Collective);
    private static readonly CodedTheme Other = new(Axis.ConflictsOfValues, Level.Organisational);
    private static readonly CloseSession Closing = new(100, [Theme, Other], Outcome.Change);

    private static Decision Close(CloseSession command, IReadOnlyList<Fact>? facts = null, bool tracked = false) =>
        Story.CloseNow(command, Story.Of(facts ?? Story.Complete(Story.Interpreting)), Story.Interpreting, tracked, Act);

    [Theory]
    [InlineData(Story.S2)]
    [InlineData(Story.S4)]
    public void it_was_held_and_its_themes_are_coded(string name)
    {
        var protocol = Story.Protocols.Find(name, 1)!;
        var decision = Story.CloseNow(Closing, Story.Of(Story.Complete(protocol)), protocol, false, Act);
        decision.ShouldHappen(new Coded([Theme, Other]), new SessionClosed(100, Outcome.Change, Given.Now.AddDays(14)));
        var closed = Story.Of(Story.Complete(protocol), decision.Facts);
        closed.State.ShouldBe(SessionState.Closed);
        closed.Themes.ShouldBe([Theme, Other]);
        closed.Minutes.ShouldBe(100);
        closed.Outcome.ShouldBe(Outcome.Change);
    }

    [Fact]
    public void it_tells_the_minutes_the_number_expected_and_who_was_present_and_apart_from_that_the_themes() =>
        Close(Closing)
            .ShouldTell(
                new SessionHeld(
                    Given.Id(1),
                    Story.GroupId,
                    Story.EngagementId,
                    100,
                    4,
                    [Story.Anne, Story.Bob, Story.Chloe],
                    Story.From,
                    Story.Facilitator,
                    OpenedAt: new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero)
                ),
                new CodedMessage(
                    Given.Id(1),
                    Story.GroupId,
                    Story.EngagementId,
                    [new("conflicts-of-values", "collective"), new("conflicts-of-values", "organisational")],
                    Story.From
                )
            );

    [Fact]
    public void it_says_where_no_member_did_anything_by_a_token_of_their_own()
    {
        IReadOnlyList<Fact> alone = [.. Story.Complete(Story.Interpreting).Where(f => f is not SituationRaised)];
        bool? Told(params IReadOnlyList<Fact> more) =>
            Story
                .CloseNow(Closing, Story.Of(alone, more), Story.Interpreting, false, Act)
                .Messages.Select(m => m(Story.From))
                .OfType<SessionHeld>()
                .Single()
                .ToldByFacilitatorAlone;
        Told().ShouldBe(true);
        Told(Story.Made(1, Story.Facilitator, ContributionKind.Question)).ShouldBe(true);
        Told(Story.Made(1, Story.Bob, ContributionKind.Question)).ShouldBeNull();
        Told(new SituationRaised(Story.SituationId, Story.Anne, Story.Text())).ShouldBeNull();
        Told(new EchoGiven(Story.Bob, Story.Text(), false)).ShouldBeNull();
        Told(new StartingPositionStated(Story.Text())).ShouldBeNull();
        Told(new DecisionProposed(Given.Id(8), Story.Facilitator, Story.Text())).ShouldBe(true);

        bool? Shown(IReadOnlyList<Fact> facts) =>
            SessionView
                .Of(Story.Of(facts), Story.As(Story.Bob).By, new("cabinet", Given.Id(1), new Dictionary<string, byte[]>()))
                .ToldByFacilitatorAlone;
        Shown(alone).ShouldBeNull();
        Shown([.. alone, new SessionClosed(60, Outcome.Change)]).ShouldBe(true);
        Shown(Story.Closed(Story.Interpreting)).ShouldBe(false);
    }

    [Theory]
    [InlineData(Axis.WorkIntensityAndTime, "work-intensity-and-time")]
    [InlineData(Axis.WorkingHours, "working-hours")]
    [InlineData(Axis.EmotionalDemands, "emotional-demands")]
    [InlineData(Axis.LackOfAutonomy, "lack-of-autonomy")]
    [InlineData(Axis.DegradedSocialRelations, "degraded-social-relations")]
    [InlineData(Axis.ConflictsOfValues, "conflicts-of-values")]
    [InlineData(Axis.InsecurityOfWorkSituation, "insecurity-of-work-situation")]
    public void each_axis_has_its_code(Axis axis, string code) =>
        Close(Closing with { Themes = [new(axis, Level.Individual)] })
            .Messages.Select(m => m(Story.From))
            .OfType<CodedMessage>()
            .Single()
            .Themes.ShouldBe([new(code, "individual")]);

    [Fact]
    public void every_phase_must_be_completed()
    {
        foreach (var protocol in new[] { Story.Interpreting, Story.Narrating })
        {
            foreach (var facts in Unfinished(protocol))
            {
                var decision = Story.CloseNow(Closing, Story.Of(facts), protocol, false, Act);
                decision.ShouldBeRefused(422);
                decision.ShouldBreak(protocol.Name, "phase-order", protocol.Source);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Fact>> Unfinished(Protocol protocol) =>
        [Story.Attended(protocol), .. protocol.Phases.Select(p => Story.In(protocol, p.Code))];

    [Fact]
    public void its_themes_are_some_and_each_pair_once()
    {
        Close(Closing with { Themes = [] }).ShouldBeRefused(400);
        Close(Closing with { Themes = [Theme, Other, Theme] }).ShouldBeRefused(400);
        Close(Closing with { Themes = [Theme] }).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(600, true)]
    [InlineData(0, false)]
    [InlineData(601, false)]
    public void its_length_is_sensible(int minutes, bool good)
    {
        var decision = Close(Closing with { Minutes = minutes });
        if (good)
        {
            decision.Facts[^1].ShouldBe(new SessionClosed(minutes, Outcome.Change, Given.Now.AddDays(14)));
        }
        else
        {
            decision.ShouldBeRefused(400);
        }
    }

    [Fact]
    [Keeps("outcome")]
    [Breaks("outcome")]
    public void it_ends_with_nothing_only_where_the_frame_allows_it()
    {
        var nothing = Closing with { Outcome = Outcome.None };
        Close(nothing).ShouldBeRefused(422);
        Close(nothing).ShouldBreak("always", "outcome", "S3");
        Close(nothing, Story.Complete(Story.Interpreting, noneAllowed: true))
            .Facts[^1]
            .ShouldBe(new SessionClosed(100, Outcome.None, Given.Now.AddDays(14)));
    }

    [Fact]
    [Keeps("outcome")]
    [Breaks("outcome")]
    public void it_ends_on_an_action_track_only_where_one_was_opened_or_followed()
    {
        var tracking = Closing with { Outcome = Outcome.ActionTrack };
        Close(tracking).ShouldBreak("always", "outcome", "S3");
        Close(tracking, tracked: true).Facts[^1].ShouldBe(new SessionClosed(100, Outcome.ActionTrack, Given.Now.AddDays(14)));
    }

    [Fact]
    public void it_closes_once_and_after_it_opened()
    {
        Close(Closing, Story.Closed(Story.Interpreting)).ShouldBeRefused(409);
        Close(Closing, Story.Scheduled(Story.Interpreting)).ShouldBeRefused(409);
    }

    [Fact]
    public void one_at_which_nobody_is_recorded_as_present_was_not_held() =>
        Story.CloseNow(Closing, Story.Of(Story.Opened(Story.Circling)), Story.Circling, false, Act).ShouldBeRefused(409);
}
