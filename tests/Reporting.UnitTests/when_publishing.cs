using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_publishing
{
    [Fact]
    public void an_agreed_bilan_is_handed_over_once()
    {
        PublishBilan.Decide(Story.Of(Story.Agreed())).ShouldHappen(new BilanPublished());
        PublishBilan.Decide(Story.Of(Story.Published)).ShouldBeRefused(409);
    }

    [Fact]
    public void nothing_is_handed_over_before_it_is_agreed()
    {
        PublishBilan.Decide(Story.Of(Story.Draft())).ShouldBeRefused(409);
        PublishBilan.Decide(Story.Of(Story.Approved())).ShouldBeRefused(409);
        PublishBilan.Decide(Story.Of([.. Story.Draft(), new NegotiationFailed()])).ShouldBeRefused(409);
    }

    [Fact]
    public void a_fact_that_is_unknown_stops_the_fold() =>
        Should.Throw<UnknownFactException>(() => Story.Of([.. Story.Draft(), Story.Activation()]));
}
