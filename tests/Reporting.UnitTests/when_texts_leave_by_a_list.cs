using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Prevention;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_texts_leave_by_a_list
{
    private static readonly Guid Track = Given.Id(80);
    private static readonly Guid Common = Given.Id(81);
    private static readonly ListedText Listed = new(ListedKind.ActionTrack, Track, Story.Text("BilanDrafted.Listed"));

    private static TrackNoted Told(string state, long version, DateTimeOffset at) =>
        new(Story.Engagement, Track, state, new(Track, version, at));

    private static readonly GroupRecord Group = Story.Group(
        Told("completed", 3, Story.Day(2, 9)),
        Told("opened", 1, Story.Day(1, 5)),
        new DecisionNoted(Story.Engagement, Common, Given.Id(3), new(Given.Id(3), 9, Story.Day(2, 1)))
    );

    private static readonly Dictionary<Guid, string?> All = new() { [Track] = "t", [Common] = "d" };

    private static Decision Draft(params IReadOnlyList<ListedDraft> listed) =>
        DraftBilan.Decide(
            new(Story.From, Story.To, [new(Dimension.Bond, new("text"))], Listed: listed, Unmeasured: Unmeasured.TooEarly),
            false,
            [Group],
            null,
            Story.Act()
        );

    [Fact]
    [Keeps("outward-list")]
    public void tracks_and_decisions_of_the_group_may_be_listed() =>
        ((BilanDrafted)Draft(new(ListedKind.ActionTrack, Track, new("text")), new(ListedKind.Decision, Common, new("none"))).Facts.Single())
            .Listed!.Select(l => (l.Kind, l.Id))
            .ShouldBe([(ListedKind.ActionTrack, Track), (ListedKind.Decision, Common)]);

    [Fact]
    [Breaks("outward-list")]
    public void nothing_else_may()
    {
        Draft(new ListedDraft(ListedKind.ActionTrack, Common, new("text"))).ShouldBreak("always", "outward-list", "S3");
        Draft(new ListedDraft(ListedKind.Decision, Given.Id(9), new("text"))).ShouldBreak("always", "outward-list", "S3");
        Draft(new(ListedKind.ActionTrack, Track, new("text")), new(ListedKind.ActionTrack, Track, new("none"))).ShouldBeRefused(400);
    }

    [Fact]
    [Breaks("outward-list")]
    public void a_decision_that_is_adopted_no_more_neither_counts_nor_leaves()
    {
        DecisionSetAsideNoted aside = new(Story.Engagement, Common, Given.Id(3), new(Given.Id(3), 11, Story.Day(2, 2)));
        DecisionNoted again = new(Story.Engagement, Common, Given.Id(3), new(Given.Id(3), 12, Story.Day(2, 2)));
        var fallen = Folding.Apply(Group, Group.Id, aside);
        fallen.Adopted.ShouldBeEmpty();
        Folding.Apply(fallen, Group.Id, again).Adopted.ShouldHaveSingleItem().Decision.ShouldBe(Common);
        Story.Group(again, aside).Adopted.ShouldHaveSingleItem("the later word came first");
        PreventionPlan.Lines([fallen], All).Select(l => l.Id).ShouldBe([Track]);
        Listing
            .Wrong([new(ListedKind.Decision, Common, new("text"))], [fallen])!
            .Rules.ShouldHaveSingleItem()
            .Name.ShouldBe("outward-list");

        // Drafted with it, a text is locked without it.
        ListedText text = new(ListedKind.Decision, Common, Story.Text("BilanDrafted.Listed"));
        var draft = Story.Drafted() with { Listed = [Listed, text] };
        var locked = Story.Lock(new(), Story.Of(draft), Story.Act(), groups: fallen).Facts.OfType<ContentLocked>().Single();
        locked.Text!.Listed.ShouldBe([Listed]);
        locked.TextHash.ShouldBe(Story.Of(draft, locked).HashOfText());

        // Locked before, it is not agreed; agreed before, its text is not handed over.
        var before = Story.Lock(new(), Story.Of(draft), Story.Act(), groups: Group).Facts.OfType<ContentLocked>().Single();
        IReadOnlyList<Fact> approved = [draft, before, .. draft.Parties.Select(p => new PartyApproved(p, before.TextHash))];
        Story.Agree(Story.Of(approved), [fallen]).ShouldBreak("always", "outward-list", "S3");
        Story.Agree(Story.Of(approved), [Group]).Refusal.ShouldBeNull();
        IReadOnlyList<Fact> agreed = [.. approved, new BilanAgreed(before.TextHash)];
        var published = PublishBilan.Decide(Story.Of(agreed), [fallen], Negotiation.Names.NamesFound.None);
        published.ShouldHappen(new BilanPublished([Common]));
        Story.Of([.. agreed, .. published.Facts]).Listed.ShouldBe([Listed]);
        PublishBilan.Decide(Story.Of(agreed), [Group], Negotiation.Names.NamesFound.None).ShouldHappen(new BilanPublished());

        // What was handed over with it stays in the plan.
        IEnumerable<Guid> Planned(params IReadOnlyList<Fact> more) =>
            PreventionPlan
                .Lines(
                    [fallen],
                    new Dictionary<Guid, string?> { [Common] = "text" },
                    PreventionPlan.Handed([Story.Of([.. agreed, .. more])], [])
                )
                .Select(l => l.Id);
        Planned().ShouldBeEmpty();
        Planned(new BilanPublished([Common])).ShouldBeEmpty();
        Planned(new BilanPublished()).ShouldBe([Common]);
    }

    [Fact]
    [Breaks("transparency")]
    public void what_the_charter_does_not_say_leaves_in_no_list_and_no_plan()
    {
        var tracks = Folding.Apply(Group, Group.Id, Story.Receiving(9, "bilans", "action-tracks"));
        Decision Draft(ListedKind kind, Guid id) =>
            DraftBilan.Decide(
                new(
                    Story.From,
                    Story.To,
                    [new(Dimension.Bond, new("text"))],
                    Listed: [new(kind, id, new("text"))],
                    Unmeasured: Unmeasured.TooEarly
                ),
                false,
                [tracks],
                null,
                Story.Act()
            );
        Draft(ListedKind.Decision, Common).ShouldBreak("always", "transparency", "S2");
        Draft(ListedKind.ActionTrack, Track).Refusal.ShouldBeNull();
        PreventionPlan.Lines([tracks], All).Select(l => l.Id).ShouldBe([Track]);
    }

    [Fact]
    [Keeps("listed-by-agreed-text")]
    public void a_text_leaves_once_an_agreed_bilan_lists_it()
    {
        var draft = Story.Drafted() with { Listed = [Listed] };
        var agreed = Story.Of(draft, new ContentLocked("h", null), new BilanAgreed("h"));
        PreventionPlan.Listed([agreed], [])[Track].ShouldBe(new(Track, Listed.Text, Given.Id(1), "BilanDrafted.Listed"));
        Story.Hash(draft).ShouldNotBe(Story.Hash(Story.Draft()));
    }

    [Fact]
    [Breaks("listed-by-agreed-text")]
    public void until_then_nothing_is_said_of_it()
    {
        var draft = Story.Drafted() with { Listed = [Listed] };
        PreventionPlan.Listed([Story.Of(draft), Story.Of(draft, new ContentLocked("h", null))], []).ShouldBeEmpty();
        PreventionPlan.Lines([Group], new Dictionary<Guid, string?>()).ShouldBeEmpty();
        PreventionPlan
            .Lines([Group], new Dictionary<Guid, string?> { [Track] = "t" })
            .ShouldBe([new(Story.Engagement, ListedKind.ActionTrack, Track, "completed", new(2026, 1, 5), new(2026, 2, 9), "t")]);
    }

    [Fact]
    public void the_state_is_the_latest_in_whatever_order_it_is_told()
    {
        var other = Story.Group(
            Told("opened", 1, Story.Day(1, 5)),
            Told("completed", 3, Story.Day(2, 9)),
            Told("progressed", 2, Story.Day(1, 9))
        );
        PreventionPlan.Lines([other], All).Single().ShouldBe(PreventionPlan.Lines([Group], All)[0]);
    }

    [Fact]
    [Keeps("outward-list")]
    [Breaks("outward-list")]
    public void a_track_counts_and_leaves_once_somebody_else_than_who_opened_it_endorsed_it()
    {
        TrackNoted opened = new(Story.Engagement, Track, "opened", new(Track, 1, Story.Day(1, 5)), [], Story.Members[0]);
        var completed = opened with { State = "completed", Origin = new(Track, 6, Story.Day(2, 9)) };
        EndorsementNoted By(Guid member, long version) => new(Story.Engagement, Track, member, new(Track, version, Story.Day(1, 6)));
        ContestNoted Contested(Guid member, long version) => new(Story.Engagement, Track, member, new(Track, version, Story.Day(1, 7)));
        static bool Shows(params IReadOnlyList<Fact> facts)
        {
            var group = Story.Group(facts);
            var lists = Listing.Wrong([new(ListedKind.ActionTrack, Track, new("text"))], [group]) is null;
            lists.ShouldBe(PreventionPlan.Lines([group], new Dictionary<Guid, string?> { [Track] = null }).Count > 0);
            return lists;
        }

        Shows(opened).ShouldBeFalse();
        Shows(opened, completed).ShouldBeFalse();
        Shows(opened, By(Story.Members[0], 2)).ShouldBeFalse("who opened it is not somebody else");
        Shows(opened, By(Story.Members[1], 2)).ShouldBeTrue();
        Shows(By(Story.Members[1], 2), completed).ShouldBeTrue();
        Shows(opened, By(Story.Members[1], 2), Contested(Story.Members[1], 3)).ShouldBeFalse();
        Shows(opened, Contested(Story.Members[1], 3), By(Story.Members[1], 2)).ShouldBeFalse("messages come in any order");
        Shows(opened, Contested(Story.Members[1], 3), By(Story.Members[1], 4)).ShouldBeTrue();

        // What was opened before that was asked counts as it did.
        Shows(Told("opened", 1, Story.Day(1, 5))).ShouldBeTrue();
    }

    [Fact]
    public void it_concerns_the_establishments_that_the_engagement_spans()
    {
        var spanning = Story.Activation();
        var group = Folding.Of<GroupRecord>(
            Story.GroupId,
            [Story.Sealing(), spanning with { Establishments = [Story.Establishment, Given.Id(21)] }]
        )!;
        group.Concerns(Story.Establishment).ShouldBeTrue();
        group.Concerns(Given.Id(21)).ShouldBeTrue();
        group.Concerns(Given.Id(22)).ShouldBeFalse();
    }
}
