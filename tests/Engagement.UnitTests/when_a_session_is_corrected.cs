using PracticeAnalysis.Engagement.Attestations;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Hours and what they cost are of what a session was corrected to, and say that it was; in whatever order the words come.</summary>
public class when_a_session_is_corrected
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);
    private static readonly DateTimeOffset January = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Actor Practice = new("t", Roles.Practice, Given.Id(5));
    private static readonly Actor Member = new("t", Roles.Member, Anne);
    private static readonly SessionHeldNoted Held = when_the_frame_is_watched_over.Held(January.AddDays(40), 12, Anne);

    private static SessionCorrectionNoted Corrected(long version, int? minutes = null, params IReadOnlyList<Guid> present) =>
        new(
            Held.Session,
            Held.Origin with
            {
                Version = Held.Origin.Version + version,
            },
            minutes,
            present.Count == 0 ? null : present,
            present.Count == 0 ? null : 2
        );

    private static Engagement After(params IReadOnlyList<Fact> facts) => Story.Of(Story.Active(January), facts);

    private static Attestation Attest(Engagement engagement, Guid person, Actor reader, IReadOnlyList<HeldSession>? told = null) =>
        ReadAttestation.Of(
            [new(engagement, told ?? engagement.Held, Policies.Of(Story.Frames.Newest("eaje")!), true)],
            [person],
            2026,
            reader,
            January.AddYears(1)
        )!;

    [Fact]
    public void twelve_minutes_for_a_hundred_and_twenty_are_attested_and_priced_as_corrected()
    {
        var before = After(Held);
        (Attest(before, Anne, Practice).Minutes, Attest(before, Anne, Practice).Corrected).ShouldBe((12, false));
        var after = After(Held, Corrected(1, 120));
        (Attest(after, Anne, Practice).Minutes, Attest(after, Anne, Practice).Corrected).ShouldBe((120, true));
        after.Course.MinutesHeld.ShouldBe(120);
        Statement.Of(after)!.Lines.Select(l => (l.Sessions, l.Minutes, l.Corrected)).ShouldBe([(1, 120, 1)]);
        Statement.Of(before)!.Lines.Single().Corrected.ShouldBe(0);

        // Who pays reads of which session, what stood and what stands: what was entered first, however often it was corrected.
        Statement.Of(before)!.Sessions.Single().MinutesEntered.ShouldBeNull();
        var entered = Statement.Of(before)!.Sessions.Single().Minutes;
        Statement.Of(after)!.Sessions.Select(s => (s.Minutes, s.MinutesEntered)).ShouldBe([(120, entered)]);
        Statement
            .Of(After(Held, Corrected(1, 90), Corrected(2, 120)))!
            .Sessions.Select(s => (s.Minutes, s.MinutesEntered))
            .ShouldBe([(120, entered)]);
    }

    [Fact]
    public void the_words_come_in_any_order()
    {
        Fact[] words = [Held, Corrected(1, 90), Corrected(2, present: [Bob]), Corrected(3, 120)];
        int[][] orders =
        [
            [0, 1, 2, 3],
            [3, 2, 1, 0],
            [1, 3, 0, 2],
            [2, 0, 3, 1],
            [3, 0, 1, 2],
        ];
        foreach (var order in orders)
        {
            var engagement = After([.. order.Select(i => words[i])]);
            var held = engagement.Held.ShouldHaveSingleItem();
            (held.Minutes, held.Present.Single(), held.Enrolled, engagement.Course.MinutesHeld, engagement.Course.SessionsHeld).ShouldBe(
                (120, Bob, 2, 120, 1),
                string.Join(',', order)
            );
        }
    }

    [Fact]
    public void what_was_corrected_after_a_period_ended_is_attested_when_the_next_one_ends()
    {
        var (then, now) = (After(Held), After(Held, Corrected(1, 120)));
        var others = Attest(now, Anne, Practice, then.Held);
        (others.Minutes, others.Corrected).ShouldBe((12, false));
        Attest(now, Anne, Member).Minutes.ShouldBe(120);
    }

    [Fact]
    public void that_something_was_corrected_says_of_nobody_that_they_were_there()
    {
        var engagement = After(Held, Corrected(1, 120));
        Attest(engagement, Anne, Practice).Corrected.ShouldBe(Attest(engagement, Bob, Practice).Corrected);
    }

    [Fact]
    public void a_correction_of_presence_alone_moves_no_version_of_those_outside()
    {
        var before = After(Held);
        IReadOnlyList<string> Blind(Fact fact) => Story.Readers.Check(before, Folding.Apply(before, before.Id, fact), fact);
        Blind(Corrected(1, present: [Anne, Bob])).ShouldBe([Roles.Practice, Roles.Establishment], ignoreOrder: true);
        Blind(Corrected(1, 120)).ShouldBeEmpty();
    }
}
