using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_practice_keeps_its_own_frames
{
    private static readonly Frame Own = Story.Frame("own-circle", new(Size: new("practice", 3, 7)));

    private static PolicySet Set(params IReadOnlyList<Fact> more) => Given.Facts<PolicySet>([new PolicySetDrafted(Own), .. more]);

    [Fact]
    public void a_frame_is_drafted_revised_published_and_deprecated()
    {
        DraftFrame.Decide(new(Own), Story.Frames).ShouldHappen(new PolicySetDrafted(Own));
        ReviseFrame.Decide(new(Own), Set(), Story.Frames).ShouldHappen(new PolicySetRevised(Own));
        PublishFrame.Decide(Set(), Story.Frames).ShouldHappen(new PolicySetPublished());
        DeprecateFrame
            .Decide(new(new("text")), Set(new PolicySetPublished()), Story.Act())
            .ShouldHappen(new PolicySetDeprecated(Story.Text("PolicySetDeprecated.Reason")));
    }

    [Fact]
    public void what_is_published_is_immutable_and_its_version_taken()
    {
        var published = Set(new PolicySetPublished());
        ReviseFrame.Decide(new(Own), published, Story.Frames).ShouldBeRefused(409);
        PublishFrame.Decide(published, Story.Frames).ShouldBeRefused(409);
        DraftFrame.Decide(new(Own), new([.. Story.Frames.All, Own])).ShouldBeRefused(409);
        DraftFrame.Decide(new(Own with { Name = "team" }), Story.Frames).ShouldBeRefused(409);
        DeprecateFrame.Decide(new(new("text")), Set(), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void a_frame_that_is_none_or_that_nothing_can_satisfy_is_refused()
    {
        DraftFrame.Decide(new(Own with { Name = "always" }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Name = "Bad Name" }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Rules = new(Size: new("practice", 7, 3)) }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Rules = new(Size: new("blog", 3, 7)) }), Story.Frames).ShouldBeRefused(400);
    }

    [Fact]
    public void a_deprecated_frame_judges_those_that_pinned_it_and_is_offered_to_nobody()
    {
        FrameLibrary frames = new([.. Story.Frames.All, Own], [Own.Pin]);
        frames.Offers(Own.Pin).ShouldBeFalse();
        frames.Find(Own.Pin).ShouldNotBeNull();
        frames.Pinned([Own.Pin]).SizeMaximum!.Value.ShouldBe(7);
        Story.Frames.Offers(new("team", 1)).ShouldBeTrue();
    }

    [Fact]
    public void a_report_says_which_sizes_remain_and_which_rules_hold()
    {
        var report = CompositionReport.Of(Policies.Compose([Story.Frames.Newest("circle-8")!, Story.Frames.Newest("team")!]));
        (report.Satisfiable, report.SmallestGroup, report.LargestGroup).ShouldBe((true, 8, 8));
        report.Rules.ShouldContain(new ComposedRule("size", "at most 8", "circle-8", "S1"));
        report.Rules.ShouldContain(new ComposedRule("protocol", "expose-interpret-respond v1", "team", "S2"));
        var none = CompositionReport.Of(Policies.Compose([Story.Frames.Newest("managers")!, Story.Frames.Newest("team")!]));
        none.Satisfiable.ShouldBeFalse();
        none.Conflict.Select(r => r.Name).ShouldBe(["size", "size"]);
    }
}
