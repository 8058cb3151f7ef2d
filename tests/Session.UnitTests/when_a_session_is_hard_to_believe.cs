using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>A group and a facilitator are in one session at a time, and none lasts longer than it is open; else somebody says why.</summary>
public class when_a_session_is_hard_to_believe
{
    private static readonly CloseSession Closing = new(600, [new(Axis.EmotionalDemands, Level.Collective)], Outcome.Change);

    private static Session Held(DateTimeOffset? opened, DateTimeOffset? ended = null) =>
        Story.Of(Story.Complete(Story.Interpreting)) with
        {
            Id = Guid.NewGuid(),
            OpenedAt = opened,
            EndedAt = ended,
        };

    private static Act At(DateTimeOffset at) => Story.As(Story.Facilitator) with { OccurredAt = at };

    [Fact]
    [Keeps("plausible")]
    [Breaks("plausible")]
    public void another_one_at_the_same_time_is_refused_unless_it_is_explained()
    {
        var scheduled = Story.Of(Story.Scheduled(Story.Interpreting));
        Decision Open(OpenSession command, params IReadOnlyList<Session> others) =>
            OpenSession.Decide(command, scheduled, Story.Open(), Story.Open(), others, At(Given.Now));
        var running = Held(Given.Now.AddHours(-1)) with { Group = Given.Id(31) };
        Open(new(), running).ShouldBreak("always", "plausible", "design");
        Open(new(), Held(Given.Now.AddHours(-1), Given.Now.AddMinutes(5))).ShouldBreak("always", "plausible", "design");
        Open(new(), Held(Given.Now.AddHours(-3), Given.Now.AddHours(-1))).Refusal.ShouldBeNull();
        Open(new(), Held(Given.Now.AddHours(1))).Refusal.ShouldBeNull();
        Open(new(Explanation: Explanation.MetTogether), Held(Given.Now.AddHours(-1))).ShouldBreak("always", "plausible", "design");
        var explained = Open(new(Explanation: Explanation.MetTogether), running);
        explained.ShouldHappen(new SessionOpened(), new ImplausibilityExplained(Implausibility.AtOnce, Explanation.MetTogether));
        Story.Of(Story.Scheduled(Story.Interpreting), explained.Facts).Explained.ShouldBe([Implausibility.AtOnce]);
    }

    [Fact]
    [Breaks("plausible")]
    public void one_that_was_left_open_for_more_than_a_day_says_why()
    {
        Decision Close(int hours, Explanation? why = null) =>
            CloseSession.Decide(
                Closing with
                {
                    Explanation = why,
                },
                Held(Given.Now.AddHours(-hours)),
                Story.Interpreting,
                false,
                [],
                At(Given.Now)
            );
        Close(24).Refusal.ShouldBeNull();
        Close(25).ShouldBreak("always", "plausible", "design");
        Close(25, Explanation.Interrupted).Refusal.ShouldBeNull();
        Close(25, Explanation.ToldAfterwards).Refusal.ShouldBeNull();
        Close(25, Explanation.CoFacilitated).ShouldBreak("always", "plausible", "design");
        Close(25, Explanation.MetTogether).ShouldBreak("always", "plausible", "design");
    }

    [Fact]
    public void one_that_was_told_between_opening_and_closing_is_seen_at_the_closing()
    {
        var session = Held(Given.Now.AddHours(-10));
        CloseSession
            .Decide(Closing, session, Story.Interpreting, false, [Held(Given.Now.AddHours(-5), Given.Now.AddHours(-4))], At(Given.Now))
            .ShouldBreak("always", "plausible", "design");
        CloseSession
            .Decide(
                Closing,
                session with
                {
                    Explained = [Implausibility.AtOnce],
                },
                Story.Interpreting,
                false,
                [Held(Given.Now.AddHours(-5), Given.Now.AddHours(-4))],
                At(Given.Now)
            )
            .Refusal.ShouldBeNull();
    }

    [Fact]
    [Breaks("plausible")]
    public void more_minutes_than_it_was_open_are_refused_unless_they_are_explained()
    {
        var session = Held(Given.Now.AddMinutes(-2));
        CloseSession.Decide(Closing, session, Story.Interpreting, false, [], At(Given.Now)).ShouldBreak("always", "plausible", "design");
        CloseSession.Decide(Closing with { Minutes = 2 }, session, Story.Interpreting, false, [], At(Given.Now)).Refusal.ShouldBeNull();
        foreach (var why in Enum.GetValues<Explanation>().Except([Explanation.ToldAfterwards]))
        {
            CloseSession
                .Decide(Closing with { Explanation = why }, session, Story.Interpreting, false, [], At(Given.Now))
                .ShouldBreak("always", "plausible", "design");
        }

        var explained = CloseSession.Decide(
            Closing with
            {
                Explanation = Explanation.ToldAfterwards,
            },
            session,
            Story.Interpreting,
            false,
            [],
            At(Given.Now)
        );
        explained.Facts[0].ShouldBe(new ImplausibilityExplained(Implausibility.Minutes, Explanation.ToldAfterwards));
        explained
            .Messages.Select(m => m(Story.From))
            .OfType<Contracts.Session.V1.SessionHeld>()
            .ShouldHaveSingleItem()
            .Explained.ShouldBe(true);
    }
}
