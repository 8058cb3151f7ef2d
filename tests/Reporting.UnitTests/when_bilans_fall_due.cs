using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_bilans_fall_due
{
    private static BilanDueNoted Due(DateOnly due, bool final = false) =>
        new(Story.Engagement, final ? null : Story.GroupId, due, Story.Origin());

    [Fact]
    public void the_nth_is_there_once_n_were_agreed()
    {
        Fact[] due = [Due(new(2026, 9, 1)), Due(new(2026, 5, 1)), Due(new(2027, 1, 1), final: true)];
        ReadDueBilans
            .Of(Story.Group([.. due, Story.Covering(Story.From, Story.To)]))
            .ShouldBe([new(new(2026, 5, 1), false, true), new(new(2026, 9, 1), false, false), new(new(2027, 1, 1), true, false)]);
        ReadDueBilans.Of(Story.Group([.. due, Story.Covering(Story.From, Story.To, final: true)]))[^1].Agreed.ShouldBeTrue();
    }
}
