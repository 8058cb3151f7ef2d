using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_somebody_is_named
{
    private static readonly Guid Named = Story.Members[0];
    private static readonly BilanDrafted Naming = Story.Drafted() with
    {
        Sections = [new(Dimension.Bond, Story.Text("BilanDrafted.Sections"), [Named])],
    };

    [Fact]
    [Breaks("named-by-consent")]
    public void a_text_that_names_without_agreement_is_not_locked()
    {
        Story.Lock(new(), Story.Of(Naming), Story.Act()).ShouldBreak("always", "named-by-consent", "S3");
        Story
            .Lock(new(), Story.Of(Naming, new NamingAgreed(Story.Members[1])), Story.Act())
            .ShouldBreak("always", "named-by-consent", "S3");
        var amended = ProposeAmendment.Decide(
            new(Dimension.Bond, new("none"), Names: [Named]),
            Story.Of(Story.Draft()),
            Story.Act(Story.Members[1])
        );
        Story
            .Lock(new(), Story.Of([.. Story.Draft(), .. amended.Facts, new AmendmentAccepted(Given.Id(999))]), Story.Act())
            .ShouldBreak("always", "named-by-consent", "S3");
    }

    [Fact]
    [Keeps("named-by-consent")]
    public void who_is_named_asks_or_agrees_themself_for_this_text()
    {
        var agreed = AgreeToBeNamed.Decide(Story.Of(Naming), Story.Act(Named));
        agreed.ShouldHappen(new NamingAgreed(Named));
        Story.Lock(new(), Story.Of([Naming, .. agreed.Facts]), Story.Act()).Refusal.ShouldBeNull();
        AgreeToBeNamed.Decide(Story.Of([Naming, .. agreed.Facts]), Story.Act(Named)).ShouldHappen();
    }

    [Fact]
    public void they_take_it_back_until_the_text_is_published_and_what_names_them_is_withheld()
    {
        IReadOnlyList<Fact> agreed = [Naming, new NamingAgreed(Named), new ContentLocked("h", null), new BilanAgreed("h")];
        RevokeNaming.Decide(Story.Of(agreed), Story.Act(Named)).ShouldHappen(new NamingRevoked(Named));
        RevokeNaming.Decide(Story.Of(agreed), Story.Act(Story.Members[1])).ShouldHappen();
        RevokeNaming.Decide(Story.Of([.. agreed, new BilanPublished()]), Story.Act(Named)).ShouldBeRefused(409);
        AgreeToBeNamed.Decide(Story.Of([.. agreed, new BilanPublished()]), Story.Act(Story.Members[1])).ShouldBeRefused(409);

        Story.Of([.. agreed, new BilanPublished()]).NamedWithoutConsent.ShouldBeEmpty();
        Story.Of([.. agreed, new NamingRevoked(Named), new BilanPublished()]).NamedWithoutConsent.ShouldBe([Named]);
    }
}
