using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_recommending_an_orientation
{
    [Theory]
    [Keeps("orientation-in-final-bilan")]
    [InlineData("continue")]
    [InlineData("new-request")]
    [InlineData("supervision")]
    [InlineData("regulation")]
    [InlineData("training")]
    [InlineData("stop")]
    public void the_final_bilan_may(string code) =>
        Recommend(code, Story.Draft(final: true)).ShouldHappen(new OrientationRecommended(code, Story.Text("OrientationRecommended.Text")));

    [Fact]
    [Breaks("orientation-in-final-bilan")]
    public void an_intermediate_one_may_not() =>
        Recommend("continue", Story.Draft()).ShouldBreak("always", "orientation-in-final-bilan", "S2");

    [Theory]
    [InlineData("Continue")]
    [InlineData("")]
    [InlineData("something")]
    public void another_word_is_none(string code) => Recommend(code, Story.Draft(final: true)).ShouldBeRefused(400);

    [Fact]
    public void none_is_recommended_after_the_end()
    {
        Recommend("continue", Story.Agreed(final: true)).ShouldBeRefused(409);
        Recommend("continue", [.. Story.Draft(final: true), new NegotiationFailed()]).ShouldBeRefused(409);
    }

    [Fact]
    public void it_is_part_of_what_is_agreed_and_voids_the_approvals()
    {
        var state = Story.Of([.. Story.Approved(final: true), new OrientationRecommended("stop", Story.Text())]);
        state.State.ShouldBe(BilanState.Draft);
        state.Approvals.ShouldBeEmpty();
        state.TextHash.ShouldBeNull();
        state.Orientations.ShouldBe([new("stop", Story.Text())]);
    }

    private static Decision Recommend(string code, IReadOnlyList<Fact> facts) =>
        RecommendOrientation.Decide(new(code, new("text")), Story.Of(facts), Story.Act());
}
