using System.Text.Json;
using CsCheck;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Pulses;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>Those present may be asked how a session was: once, shortly, and so that nobody's answer is found again.</summary>
public class when_a_pulse_is_taken
{
    private static readonly Guid[] Five = [Story.Anne, Story.Bob, Story.Chloe, Story.David, Given.Id(45)];
    private static readonly PulseInstrument Instrument = PulseInstrument.Find("end-of-session", 1)!;
    private static readonly Act Act = Story.As(Story.Facilitator);

    private static Session Closed(params IReadOnlyList<Guid> present) =>
        Story.Of(Story.Closed(Story.Interpreting)) with
        {
            Members = Five,
            Present = present,
        };

    private static Pulse Open(params IReadOnlyList<Fact> more) =>
        Folding.Of<Pulse>(
            Given.Id(9),
            [
                new PulseOpened(
                    Story.EngagementId,
                    Story.GroupId,
                    Given.Id(1),
                    Story.Facilitator,
                    Five,
                    "end-of-session",
                    1,
                    Given.Now.AddDays(3)
                ),
                .. more,
            ]
        )!;

    private static AnswerPulse All(int value) =>
        new([.. Instrument.Items.Select(i => new ItemAnswer(i.Code, i.Reversed ? 6 - value : value))]);

    private static Deposit<BallotBox> Answer(Guid person, int value, BallotBox? box = null, Pulse? pulse = null) =>
        AnswerPulse.Decide(All(value), pulse ?? Open(), box, new("t", Roles.Member, person), Given.Now);

    [Fact]
    public void the_facilitator_asks_once_after_a_session_that_is_closed()
    {
        var id = OpenPulse.IdOf(Given.Id(1));
        var asked = Story.AskNow(new(), Closed(Five), null, Act);
        asked.Id.ShouldBe(id);
        asked.Facts.ShouldHaveSingleItem().ShouldBeOfType<PulseOpened>().Present.ShouldBe(Five);
        asked.Scheduled.ShouldBe([(Given.Now.AddDays(3), new PulseOver(id, Given.Now.AddDays(3)))]);
        Story.AskNow(new(), Closed(Five), Open(), Act).ShouldBeRefused(409);
        Story.AskNow(new(), Closed(Five) with { State = SessionState.Open }, null, Act).ShouldBeRefused(409);
        Story.AskNow(new("another"), Closed(Five), null, Act).ShouldBeRefused(400);
        Story.AskNow(new(), Closed(Five), null, Story.As(Given.Id(11))).ShouldBeRefused(404);
        Story.AskNow(new(), null, null, Act).ShouldBeRefused(404);
    }

    [Fact]
    [Breaks("pulse-floor")]
    public void four_present_are_not_asked() =>
        Story.AskNow(new(), Closed([.. Five.Take(4)]), null, Act).ShouldBreak("always", "pulse-floor", "design");

    [Fact]
    [Keeps("pulse-floor")]
    public void four_answers_are_destroyed_uncounted_and_five_are_summed()
    {
        PulseOver.Decide(Open(), ["safety", "safety", "", "support"]).ShouldHappen(new PulseDropped());
        PulseOver.Decide(Open(), []).ShouldHappen(new PulseDropped());
        var counted = PulseOver.Decide(Open(), ["", "safety", "safety", "safety,support", "usefulness,safety,support"]);
        var fact = counted.Facts.ShouldHaveSingleItem().ShouldBeOfType<PulseCounted>();
        fact.Answered.ShouldBe(5);
        fact.Scores.ShouldBe([new("usefulness", 1), new("safety", 4), new("support", 2)]);
        counted.Messages.ShouldHaveSingleItem();
        PulseOver.Decide(Open(fact), ["", "", "", "", ""]).ShouldHappen();
    }

    [Fact]
    [Keeps("pulse-once")]
    [Breaks("pulse-once")]
    public void each_answers_once_while_it_is_open()
    {
        var box = Answer(Story.Anne, 5).Kept!;
        Answer(Story.Anne, 1, box).Refusal!.Rules.ShouldBe([new Rule("always", "pulse-once", "design")]);
        Answer(Story.Bob, 1, box).Kept!.Answered.Order().ShouldBe(new[] { Story.Anne, Story.Bob }.Order());
        Answer(Story.Bob, 1, box, Open(new PulseDropped())).Refusal!.Status.ShouldBe(409);
        AnswerPulse.Decide(All(3), Open(), null, new("t", Roles.Member, Story.Bob), Given.Now.AddDays(3)).Refusal!.Status.ShouldBe(409);
        Open().IsVisibleTo(new("t", Roles.Member, Given.Id(77))).ShouldBeFalse("who was not present is not asked");
        Open().IsVisibleTo(new("t", Roles.Practice, Story.Anne)).ShouldBeFalse();
    }

    [Fact]
    public void an_answer_is_each_item_once_on_its_scale()
    {
        IReadOnlyList<ItemAnswer> whole = All(4).Answers;
        foreach (
            var wrong in (IReadOnlyList<ItemAnswer>[])
                [
                    [],
                    [.. whole.Skip(1)],
                    [.. whole, whole[0]],
                    [.. whole.Skip(1), whole[1]],
                    [.. whole.Skip(1), whole[0] with { Value = 6 }],
                    [.. whole.Skip(1), whole[0] with { Value = 0 }],
                    [.. whole.Skip(1), whole[0] with { Item = "x" }],
                ]
        )
        {
            AnswerPulse.Decide(new(wrong), Open(), null, new("t", Roles.Member, Story.Anne), Given.Now).Refusal!.Status.ShouldBe(400);
        }
    }

    [Fact]
    public void a_dimension_is_favourable_by_the_mean_of_its_items_reversed_ones_turned_round()
    {
        Instrument.Favourable(All(4).Answers).ShouldBe(["usefulness", "safety", "support"]);
        Instrument.Favourable(All(3).Answers).ShouldBeEmpty();
        Instrument
            .Favourable([
                new("useful-for-work", 5),
                new("time-well-spent", 3),
                new("could-speak-freely", 5),
                new("held-back", 4),
                new("supported-by-group", 3),
            ])
            .ShouldBe(["usefulness"]);
    }

    [Fact]
    public void no_order_of_answering_can_be_read_from_the_box() =>
        Gen.Shuffle(Five)
            .Sample(
                order =>
                {
                    BallotBox In(IEnumerable<Guid> persons) =>
                        persons.Aggregate((BallotBox?)null, (box, p) => Answer(p, 1 + Array.IndexOf(Five, p), box).Kept)!;
                    JsonSerializer.Serialize(In(order)).ShouldBe(JsonSerializer.Serialize(In(Five)));
                },
                iter: 50
            );

    [Fact]
    public void no_fact_of_a_pulse_names_who_answered_and_no_item_has_a_text()
    {
        typeof(PulseCounted).GetProperties().ShouldNotContain(p => p.PropertyType == typeof(Guid) || p.PropertyType == typeof(Guid?));
        typeof(PulseItem).GetProperties().Select(p => p.Name).ShouldBe(["Code", "Dimension", "Reversed"]);
        PulseInstrument.All.ShouldAllBe(i => i.Items.Count > 0 && i.Licence.Length > 0 && i.Source.Length > 0);
    }
}
