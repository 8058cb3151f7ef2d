using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_reading_a_bilan
{
    // Without keys every text reads as null; who may read it at all is what is tested here.
    private static readonly TextOpener NoKeys = new("cabinet", Given.Id(1), new Dictionary<string, byte[]>());

    private static readonly IReadOnlyList<Fact> Negotiated =
    [
        .. Story.Approved(by: Story.Facilitator),
        new DissentRecorded(Story.Members[1], Story.Hash(Story.Draft())),
        Story.Proposed(),
        Story.Raised,
    ];

    private static readonly IReadOnlyList<Fact> Published = [.. Negotiated, new BilanAgreed("h"), new BilanPublished()];

    private static Actor Reader(string role, Guid? person = null, Guid? establishment = null) =>
        new("cabinet", role, person ?? Given.Id(900), establishment);

    private static readonly Actor Asker = Reader(Roles.Establishment, establishment: Story.Establishment);

    [Theory]
    [InlineData(Roles.Facilitator, 10)]
    [InlineData(Roles.Member, 41)]
    [InlineData(Roles.Member, 42)]
    public void a_party_sees_all_of_it(string role, int person)
    {
        var view = See(Negotiated, Reader(role, Given.Id(person)));
        view.ShouldNotBeNull();
        view.Figures.ShouldNotBeNull();
        view.Sections!.Single().Dimension.ShouldBe(Dimension.Bond);
        view.Amendments!.Single().By.ShouldBe(Story.Members[0]);
        view.Objections!.Single().Party.ShouldBe(Story.Members[0]);
        view.Orientations.ShouldNotBeNull();
    }

    [Fact]
    public void what_the_parties_decided_shows_as_counts()
    {
        var view = See(Negotiated, Reader(Roles.Member, Story.Members[0]))!;
        (view.Approvals, view.Dissents, view.StillToDecide).ShouldBe((1, 1, 1));
    }

    // Who decides took part in the period: one more approval outside is one more who was there.
    [Fact]
    public void how_many_were_there_shows_to_nobody_outside()
    {
        var before = See(Negotiated, Reader(Roles.Practice))!;
        (before.Approvals, before.Dissents, before.StillToDecide, before.NotReached).ShouldBe((null, null, null, null));
        foreach (var reader in (Actor[])[Reader(Roles.Practice), Asker])
        {
            var after = See(Published, reader)!;
            (after.Approvals, after.StillToDecide).ShouldBe((null, null));
            (after.Dissents, after.NotReached).ShouldBe((1, 0));
        }
    }

    // Who left decides the locked text alone, and no reading as of before gives them more.
    [Fact]
    public void who_left_reads_no_draft_of_before_and_no_others_objection_of_then()
    {
        var draft = Story.Of(Story.Draft());
        var locked = Story.Of(Negotiated);
        var gone = Folding.Apply(locked, locked.Id, new PartiesChanged([], [Story.Members[1]], Story.Facilitator));
        var them = Reader(Roles.Member, Story.Members[1]);
        Bilan.Withdrawing(draft, gone).IsVisibleTo(them).ShouldBeFalse();
        Bilan.Withdrawing(locked, gone).IsParty(them).ShouldBeFalse();
        Bilan.Withdrawing(locked, locked).ShouldBeSameAs(locked);
    }

    [Fact]
    public void the_practice_sees_the_state_and_the_text_once_published_and_no_figures_of_the_group()
    {
        var before = See(Negotiated, Reader(Roles.Practice))!;
        before.State.ShouldBe(BilanState.Locked);
        before.Figures.ShouldBeNull();
        before.Sections.ShouldBeNull();
        before.Orientations.ShouldBeNull();
        before.Amendments.ShouldBeNull();
        before.Objections.ShouldBeNull();
        var after = See(Published, Reader(Roles.Practice))!;
        after.Sections.ShouldNotBeNull();
        after.Amendments.ShouldBeNull();
        after.Objections.ShouldBeNull();
    }

    [Fact]
    public void the_establishment_sees_it_published_and_not_before()
    {
        See(Story.Draft(), Asker).ShouldBeNull();
        See(Negotiated, Asker).ShouldBeNull();
        See(Story.Agreed(), Asker).ShouldBeNull();
        See([.. Negotiated, new NegotiationFailed()], Asker).ShouldBeNull();
        See(Published, Reader(Roles.Establishment, establishment: Given.Id(21))).ShouldBeNull();
        See(Published, Reader(Roles.Establishment)).ShouldBeNull();
        See(Published, Asker).ShouldNotBeNull();
    }

    [Fact]
    public void the_establishment_sees_text_and_dissents_as_a_count_without_who()
    {
        var view = See(Published, Asker)!;
        view.Sections!.Count.ShouldBe(1);
        view.Orientations.ShouldNotBeNull();
        view.Figures.ShouldBeNull();
        view.Amendments.ShouldBeNull();
        view.Objections.ShouldBeNull();
        view.Dissents.ShouldBe(1);
        var json = Story.Json(view);
        foreach (var person in Story.Members.Append(Story.Facilitator))
        {
            json.ShouldNotContain(person.ToString());
        }

        // The same search finds who it is for those who may see it.
        Story.Json(See(Published, Reader(Roles.Member, Story.Members[1]))!).ShouldContain(Story.Members[0].ToString());
    }

    [Fact]
    public void to_others_it_does_not_exist()
    {
        See(Published, Reader(Roles.Member)).ShouldBeNull();
        See(Published, Reader(Roles.Facilitator)).ShouldBeNull();
        See(Published, Reader(Roles.Facilitator, Story.Members[0])).ShouldBeNull();
        See(Published, Reader(Roles.Platform)).ShouldBeNull();
        See(Published, Reader(Roles.Auditor)).ShouldBeNull();
        See(Published, Reader(Roles.Operator)).ShouldBeNull();
    }

    [Fact]
    public void every_text_that_is_shown_is_opened() =>
        BilanView
            .Texts(Story.Of([Story.Drafted(true), Story.Proposed(), Story.Raised, new OrientationRecommended("stop", Story.Text("o"))]))
            .Select(t => t.Nonce)
            .ShouldBe(["BilanDrafted.Sections", "AmendmentProposed.Text", "ObjectionRaised.Reason", "o"]);

    private static BilanView? See(IReadOnlyList<Fact> facts, Actor reader)
    {
        var bilan = Story.Of(facts);
        return bilan.IsVisibleTo(reader) ? BilanView.Of(bilan, reader, NoKeys) : null;
    }
}
