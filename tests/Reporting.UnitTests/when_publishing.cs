using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_publishing
{
    [Fact]
    [Keeps("nothing-before-agreement")]
    public void an_agreed_bilan_is_handed_over_once()
    {
        PublishBilan.Decide(Story.Of(Story.Agreed()), [Story.Group()], NamesFound.None).ShouldHappen(new BilanPublished());
        PublishBilan.Decide(Story.Of(Story.Published), [Story.Group()], NamesFound.None).ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("nothing-before-agreement")]
    public void nothing_is_handed_over_before_it_is_agreed()
    {
        foreach (var facts in new[] { Story.Draft(), Story.Approved() })
        {
            PublishBilan.Decide(Story.Of(facts), [Story.Group()], NamesFound.None).ShouldBeRefused(409);
            PublishBilan.Decide(Story.Of(facts), [Story.Group()], NamesFound.None).ShouldBreak("always", "nothing-before-agreement", "S2");
        }
    }

    [Fact]
    [Keeps("transparency")]
    [Breaks("transparency")]
    public void the_establishment_receives_it_where_the_charter_says_so()
    {
        PublishBilan
            .Decide(Story.Of(Story.Agreed()), [Story.Group(Story.Receiving(9, "indicators"))], NamesFound.None)
            .ShouldBreak("always", "transparency", "S2");
        PublishBilan
            .Decide(Story.Of(Story.Agreed()), [Story.Group(Story.Receiving(9, "bilans"))], NamesFound.None)
            .ShouldHappen(new BilanPublished());
        PublishBilan
            .Decide(Story.Of([.. Story.Draft(), new NegotiationFailed()]), [Story.Group(Story.Receiving(9, "indicators"))], NamesFound.None)
            .ShouldHappen(new BilanPublished());
    }

    [Fact]
    public void the_latest_charter_holds_in_whatever_order_it_is_told()
    {
        Story.Group(Story.Receiving(11, "bilans"), Story.Receiving(9, "syntheses")).Gives(Transparency.Bilans).ShouldBeTrue();
        Folding
            .Of<GroupRecord>(Story.GroupId, [Story.Receiving(11, "bilans"), Story.Sealing(), Story.Activation()])!
            .Gives(Transparency.Syntheses)
            .ShouldBeFalse();
        Story.Group().Gives(Transparency.Syntheses).ShouldBeTrue();
    }

    [Fact]
    public void of_a_failed_negotiation_the_failure_is_handed_over_without_text()
    {
        IReadOnlyList<Fact> failed = [.. Story.Draft(), new NegotiationFailed()];
        Actor asker = new("cabinet", Roles.Establishment, Given.Id(900), Story.Establishment);
        Story.Of(failed).IsVisibleTo(asker).ShouldBeFalse();
        PublishBilan.Decide(Story.Of(failed), [Story.Group()], NamesFound.None).ShouldHappen(new BilanPublished());
        var handed = Story.Of([.. failed, new BilanPublished()]);
        handed.State.ShouldBe(BilanState.Failed);
        handed.IsVisibleTo(asker).ShouldBeTrue();
        var view = BilanView.Of(handed, asker, new("cabinet", Given.Id(1), new Dictionary<string, byte[]>()));
        view.Sections.ShouldBeNull();
        view.Listed.ShouldBeNull();
        view.Assessments.ShouldBeNull();
        PublishBilan.Decide(handed, [Story.Group()], NamesFound.None).ShouldBeRefused(409);
    }

    [Fact]
    public void a_fact_that_is_unknown_stops_the_fold() =>
        Should.Throw<UnknownFactException>(() => Story.Of([.. Story.Draft(), Story.Activation()]));
}
