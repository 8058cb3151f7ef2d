using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_locking_the_text
{
    [Fact]
    public void its_hash_and_deadline_stand_from_then_on_and_the_parties_are_told()
    {
        var deadline = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(2));
        Story
            .Lock(new(deadline), Story.Of(Story.Draft()), Story.Act())
            .ShouldHappen(Locking(deadline.ToUniversalTime()), Story.Notified(false, deadline.ToUniversalTime()));
        Story.Lock(new(), Story.Of(Story.Draft()), Story.Act()).ShouldHappen(Locking(), Story.Notified(false, null));
        var locked = Story.Of(Story.Locked(deadline: deadline));
        locked.State.ShouldBe(BilanState.Locked);
        locked.TextHash.ShouldBe(locked.HashOfText());
        locked.Deadline.ShouldBe(deadline);
    }

    [Fact]
    public void it_becomes_the_engagements_own_and_no_part_of_it_may_have_been_erased()
    {
        var owned = Story.Owned(Story.Of(Story.Draft())) with
        {
            Sections = [new(Dimension.Bond, Story.Text(text: Story.Other) with { KeyId = "engagement" })],
        };
        var locked = LockBilan.Decide(new(), Story.Of(Story.Draft()), owned, NamesFound.None, [Story.Group()], [], Story.Act());
        var bilan = Story.Of([.. Story.Draft(), .. locked.Facts]);
        bilan.Sections.Single().Text.ShouldBe(owned.Sections[0].Text);
        bilan.TextHash.ShouldBe(bilan.HashOfText());
        bilan.TextHash.ShouldNotBe(Story.Hash(Story.Draft()));
        LockBilan.Decide(new(), Story.Of(Story.Draft()), null, NamesFound.None, [Story.Group()], [], Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void no_amendment_may_wait()
    {
        Story.Lock(new(), Story.Of([.. Story.Draft(), Story.Proposed()]), Story.Act()).ShouldBeRefused(409);
        Story
            .Lock(new(), Story.Of([.. Story.Draft(), Story.Proposed(), new AmendmentRefused(Story.Amendment, Story.Text())]), Story.Act())
            .ShouldHappen(Locking(), Story.Notified(false, null));
    }

    [Fact]
    public void it_is_never_locked_after_the_end()
    {
        Story.Lock(new(), Story.Of(Story.Agreed()), Story.Act()).ShouldBeRefused(409);
        Story.Lock(new(), Story.Of(Story.Published), Story.Act()).ShouldBeRefused(409);
        Story.Lock(new(), Story.Of([.. Story.Draft(), new NegotiationFailed()]), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void locked_anew_it_asks_everybody_anew()
    {
        IReadOnlyList<Fact> decided = [.. Story.LockedBefore(Given.Now), new PartyApproved(Story.Facilitator, Story.Hash(Story.Draft()))];
        var anew = Story.Lock(new(), Story.Of(decided), Story.Act());
        anew.ShouldHappen(Locking(), Story.Notified(false, null));
        var bilan = Story.Of([.. decided, .. anew.Facts]);
        bilan.Approvals.ShouldBeEmpty();
        bilan.Deadline.ShouldBeNull();
    }

    private static ContentLocked Locking(DateTimeOffset? deadline = null) =>
        new(
            Story.Hash(Story.Draft()),
            deadline,
            Story.Owned(Story.Of(Story.Draft())),
            Sessions: [],
            TookPart: [new(Story.GroupId, Story.Members)],
            EachGroup: true,
            OfMembers: true,
            Addressee: Story.Establishment
        );

    [Fact]
    public void the_hash_is_of_the_exact_text()
    {
        var draft = Story.Drafted();
        Sections(draft, new Section(Dimension.Bond, Story.Text())).ShouldBe(Story.Hash(draft));
        string[] others =
        [
            Sections(draft, new Section(Dimension.Bond, Story.Text(text: Story.Other))),
            Sections(draft, new Section(Dimension.RpsPrevention, Story.Text())),
            Sections(draft, new(Dimension.Bond, Story.Text()), new(Dimension.RpsPrevention, Story.Text())),
            Sections(draft, new(Dimension.RpsPrevention, Story.Text()), new(Dimension.Bond, Story.Text())),
            Story.Hash(draft, new OrientationRecommended("continue", Story.Text())),
            Story.Hash(draft, new OrientationRecommended("stop", Story.Text())),
            Story.Hash(draft, new OrientationRecommended("stop", Story.Text(text: Story.Other))),
            Story.Hash(draft, Story.Proposed(dimension: Dimension.ContinuousImprovement), new AmendmentAccepted(Story.Amendment)),
        ];
        others.Append(Story.Hash(draft)).Distinct().Count().ShouldBe(others.Length + 1);
        others.ShouldAllBe(h => h.Length == 64);
    }

    [Fact]
    public void what_is_no_text_leaves_the_hash_as_it_is()
    {
        var draft = Story.Drafted();
        Story.Hash(draft, Story.Proposed()).ShouldBe(Story.Hash(draft));
        Story.Hash(draft, Story.Proposed(), new AmendmentRefused(Story.Amendment, Story.Text())).ShouldBe(Story.Hash(draft));
        Story.Hash([.. Story.Approved(), Story.Raised]).ShouldBe(Story.Hash(draft));
    }

    private static string Sections(BilanDrafted draft, params Section[] sections) => Story.Hash(draft with { Sections = sections });

    [Fact]
    [Keeps("approval")]
    public void whoever_left_while_a_session_ran_is_a_party()
    {
        var held = Story.Held(1, Story.Day(4, 10, 11), present: [Story.Members[0]]) with { OpenedAt = Story.Day(4, 10) };
        IReadOnlyList<Guid> Parties(SessionNoted session, Fact left)
        {
            var group = Story.Group(session, left);
            return ((ContentLocked)Story.Lock(new(), Story.Of(Story.Draft(final: true)), Story.Act(), 0, group).Facts[0])
                .TookPart!.Single()
                .Members;
        }

        foreach (
            Func<DateTimeOffset, Fact> gone in new Func<DateTimeOffset, Fact>[]
            {
                at => new DepartureNoted(Story.Engagement, Story.Members[1], Story.Origin(at)),
                at => new RevocationNoted(Story.Engagement, Story.Members[1], Story.Origin(at)),
            }
        )
        {
            Parties(held, gone(Story.Day(4, 10, 10))).ShouldBe(Story.Members);
            Parties(held, gone(Story.Day(4, 10, 8))).ShouldBe([Story.Members[0]], "they had left before");
            Parties(held with { OpenedAt = null }, gone(Story.Day(4, 10, 10))).ShouldBe([Story.Members[0]], "as it was told before");
        }
    }

    [Fact]
    public void whoever_left_while_a_session_ran_was_expected_at_it()
    {
        var held = Story.Held(1, Story.Day(4, 10, 11)) with { OpenedAt = Story.Day(4, 10) };
        IEnumerable<Guid> Expected(SessionNoted session, DateTimeOffset left)
        {
            var group = Story.Group(session, new DepartureNoted(Story.Engagement, Story.Members[1], Story.Origin(left)));
            Share share = new(Story.Day(4, 1, 0), Story.Day(7, 1, 0), [Story.Establishment]);
            return new GroupInQuarter(group, new(2026, 2), share).Expected(session);
        }

        Expected(held, Story.Day(4, 10, 10)).ShouldBe(Story.Members);
        Expected(held, Story.Day(4, 10, 8)).ShouldBe([Story.Members[0]], "they had left before");
        Expected(held with { OpenedAt = null }, Story.Day(4, 10, 10)).ShouldBe([Story.Members[0]], "as it was told before");
    }
}
