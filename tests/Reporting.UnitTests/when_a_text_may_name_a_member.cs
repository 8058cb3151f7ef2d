using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;
using PracticeAnalysis.Reporting.Negotiation.Syntheses;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_text_may_name_a_member
{
    private static readonly Guid[] Parties = [Story.Facilitator, .. Story.Members];

    private static SynthesisDrafted Drafted(params IReadOnlyList<Guid> names) =>
        new(
            Story.Engagement,
            Story.Establishment,
            Story.GroupId,
            Story.Facilitator,
            Parties,
            null,
            Story.From,
            Story.To,
            [new("emotional-demands", "individual", Story.Text("Synthesis.Axes"), names.Count == 0 ? null : names)],
            [],
            Approval.FacilitatorAndEveryMember
        );

    private static Synthesis Of(params IReadOnlyList<Fact> facts) => Given.Facts<Synthesis>(facts);

    private static string Hash => Of(Drafted()).HashOfText();

    [Fact]
    [Breaks("named-by-consent")]
    public void a_synthesis_is_not_locked_and_it_is_said_how_many_words_it_is_of()
    {
        var refused = Story.Lock(Of(Drafted()), named: 3);
        refused.ShouldBreak("always", "named-by-consent", "S3");
        refused.Refusal!.Status.ShouldBe(422);
        refused.Refusal.Detail.ShouldEndWith(": 3.");
        Story.Lock(Of(Drafted()), named: null).ShouldBeRefused(503);
        Story.Lock(Of(Drafted()), named: null, noMemberMeant: true).ShouldBeRefused(503);
    }

    [Fact]
    [Keeps("named-by-consent")]
    public void a_synthesis_that_means_no_member_is_locked_and_validated_once_each_approval_confirms_it()
    {
        var locked = Story.Lock(Of(Drafted()), named: 1, noMemberMeant: true);
        locked.Facts.ShouldHaveSingleItem().ShouldBeOfType<SynthesisLocked>().NoMemberMeant.ShouldBeTrue();
        IReadOnlyList<Fact> facts = [Drafted(), .. locked.Facts];
        facts =
        [
            .. facts,
            .. Approve(Of(facts), Parties[0], true),
            .. Approve(Of(facts), Parties[1], false),
            .. Approve(Of(facts), Parties[2], true),
        ];
        Story.Validate(Of(facts), NamesFound.None).ShouldBreak("always", "named-by-consent", "S3");
        PublishSynthesis
            .Decide(Of([.. facts, new SynthesisValidated(Hash)]), Story.Group(), NamesFound.None)
            .ShouldBreak("always", "named-by-consent", "S3");

        // The second approval of the same party says what the first did not; a third says nothing.
        facts = [.. facts, .. Approve(Of(facts), Parties[1], true)];
        Of(facts).Approvals.Count.ShouldBe(3);
        Approve(Of(facts), Parties[1], true).ShouldBeEmpty();
        Story.Validate(Of(facts), NamesFound.None).Refusal.ShouldBeNull();
        PublishSynthesis.Decide(Of([.. facts, new SynthesisValidated(Hash)]), Story.Group(), NamesFound.None).Refusal.ShouldBeNull();

        // What is written anew is compared anew.
        var revised = Of([.. facts, new SynthesisRevised(Of(facts).Axes, [])]);
        (revised.NoMemberMeant, revised.Confirmed.Count).ShouldBe((false, 0));
    }

    [Fact]
    [Breaks("named-by-consent")]
    public void who_may_be_meant_says_so_by_their_own_word_and_neither_silence_nor_standing_aside_does()
    {
        NamesFound rose = new(1, [Story.Members[0]]);
        IReadOnlyList<Fact> facts = [Drafted(), .. Story.Lock(Of(Drafted()), named: 1, noMemberMeant: true).Facts];
        foreach (var other in Parties.Except([Story.Members[0]]))
        {
            facts = [.. facts, .. Approve(Of(facts), other, true)];
        }

        var without = Of(facts) with { Asked = [.. Parties.Except([Story.Members[0]])] };
        Story.Validate(without, NamesFound.None).Refusal.ShouldBeNull();
        Story.Validate(without, rose).ShouldBreak("always", "named-by-consent", "S3");
        PublishSynthesis
            .Decide(without with { State = SynthesisState.Validated }, Story.Group(), rose)
            .ShouldBreak("always", "named-by-consent", "S3");
        Story.Validate(without with { NamedByConsent = [Story.Members[0]] }, rose).Refusal.ShouldBeNull();

        facts = [.. facts, .. Approve(Of(facts), Story.Members[0], true)];
        Story.Validate(Of(facts), rose).Refusal.ShouldBeNull();

        var locked = Story.Lock(new(NoMemberMeant: true), Story.Of(Story.Draft()), Story.Act(), named: 1);
        facts = [.. Story.Draft(), .. locked.Facts];
        var hash = Story.Of(facts).TextHash!;
        facts =
        [
            .. facts,
            .. Parties
                .Except([Story.Members[0]])
                .SelectMany(p => ApproveBilan.Decide(new(hash, true), Story.Of(facts), Story.Act(p)).Facts),
            .. DissentFromBilan.Decide(new(hash), Story.Of(facts), Story.Act(Story.Members[0])).Facts,
        ];
        Story.Agree(Story.Of(facts), [Story.Group()]).Refusal.ShouldBeNull();
        AgreeBilan.Decide(Story.Of(facts), [Story.Group()], rose, Story.Act()).ShouldBreak("always", "named-by-consent", "S3");
        PublishBilan
            .Decide(Story.Of([.. facts, new BilanAgreed(hash)]), [Story.Group()], rose)
            .ShouldBreak("always", "named-by-consent", "S3");
    }

    [Fact]
    [Breaks("named-by-consent")]
    public void what_no_name_can_be_compared_with_is_not_locked_whatever_it_is_said_to_mean()
    {
        NamesFound disguised = new(0, [], true);
        LockSynthesis
            .Decide(new(true), Of(Drafted()), new(Of(Drafted()).Axes, []), disguised, Story.Group())
            .ShouldBreak("always", "named-by-consent", "S3");
        Naming.Found(disguised, noMemberMeant: true)!.Detail.ShouldContain("not Latin");
    }

    [Fact]
    [Breaks("named-by-consent")]
    public void once_a_name_is_gone_each_approval_confirms_that_the_text_means_no_member()
    {
        NamesFound gone = new(0, [], NameIsGone: true);
        OutwardText text = new(Of(Drafted()).Axes, []);
        LockSynthesis.Decide(new(), Of(Drafted()), text, gone, Story.Group()).ShouldBreak("always", "named-by-consent", "S3");
        Naming.Found(gone, noMemberMeant: true).ShouldBeNull();

        var draft = Story.Of(Story.Draft());
        LockBilan
            .Decide(new(), draft, Story.Owned(draft), gone, [Story.Group()], [], Story.Act())
            .ShouldBreak("always", "named-by-consent", "S3");
        var locked = LockBilan.Decide(new(NoMemberMeant: true), draft, Story.Owned(draft), gone, [Story.Group()], [], Story.Act());
        locked.Facts.OfType<ContentLocked>().ShouldHaveSingleItem().NoMemberMeant.ShouldBeTrue();
    }

    [Fact]
    public void where_nothing_was_found_nothing_is_to_be_confirmed()
    {
        var locked = Story.Lock(Of(Drafted()), named: 0, noMemberMeant: true);
        locked.Facts.ShouldHaveSingleItem().ShouldBeOfType<SynthesisLocked>().NoMemberMeant.ShouldBeFalse();
        Approve(Of([Drafted(), .. locked.Facts]), Parties[1], true)
            .ShouldHaveSingleItem()
            .ShouldBeOfType<SynthesisApproved>()
            .NoMemberMeant.ShouldBeFalse();
    }

    [Fact]
    [Breaks("named-by-consent")]
    public void what_was_agreed_and_taken_back_before_the_publication_is_not_published()
    {
        var named = Story.Members[0];
        IReadOnlyList<Fact> validated =
        [
            Drafted(named),
            new SynthesisNamingAgreed(named),
            new SynthesisLocked(Hash),
            .. Parties.Select(p => new SynthesisApproved(p, Hash)),
            new SynthesisValidated(Hash),
        ];
        PublishSynthesis.Decide(Of(validated), Story.Group(), NamesFound.None).Refusal.ShouldBeNull();
        PublishSynthesis
            .Decide(Of([.. validated, new SynthesisNamingRevoked(named)]), Story.Group(), NamesFound.None)
            .ShouldBreak("always", "named-by-consent", "S3");

        IReadOnlyList<Fact> agreed =
        [
            Story.Drafted() with
            {
                Sections = [new(Dimension.Bond, Story.Text("BilanDrafted.Sections"), [named])],
            },
            new NamingAgreed(named),
            new ContentLocked("h", null),
            new BilanAgreed("h"),
        ];
        PublishBilan.Decide(Story.Of(agreed), [Story.Group()], NamesFound.None).Refusal.ShouldBeNull();
        PublishBilan
            .Decide(Story.Of([.. agreed, new NamingRevoked(named)]), [Story.Group()], NamesFound.None)
            .ShouldBreak("always", "named-by-consent", "S3");
    }

    [Fact]
    public void a_bilan_is_held_to_the_same()
    {
        Story.Lock(new(), Story.Of(Story.Draft()), Story.Act(), named: 2).ShouldBreak("always", "named-by-consent", "S3");
        Story.Lock(new(), Story.Of(Story.Draft()), Story.Act(), named: null).ShouldBeRefused(503);
        var locked = Story.Lock(new(NoMemberMeant: true), Story.Of(Story.Draft()), Story.Act(), named: 2);
        IReadOnlyList<Fact> facts = [.. Story.Draft(), .. locked.Facts];
        var hash = Story.Of(facts).TextHash!;
        facts =
        [
            .. facts,
            .. Parties.SelectMany(p => ApproveBilan.Decide(new(hash, p != Parties[1]), Story.Of(facts), Story.Act(p)).Facts),
        ];
        Story.Agree(Story.Of(facts), [Story.Group()]).ShouldBreak("always", "named-by-consent", "S3");
        PublishBilan
            .Decide(Story.Of([.. facts, new BilanAgreed(hash)]), [Story.Group()], NamesFound.None)
            .ShouldBreak("always", "named-by-consent", "S3");
        facts = [.. facts, .. ApproveBilan.Decide(new(hash, true), Story.Of(facts), Story.Act(Parties[1])).Facts];
        Story.Agree(Story.Of(facts), [Story.Group()]).Refusal.ShouldBeNull();
        Story.Of([.. facts, new OrientationRecommended("stop", Story.Text())]).NoMemberMeant.ShouldBeFalse();
    }

    private static IReadOnlyList<Fact> Approve(Synthesis synthesis, Guid by, bool noMemberMeant) =>
        ApproveSynthesis.Decide(new(Hash, noMemberMeant), synthesis, Story.Act(by)).Facts;
}
