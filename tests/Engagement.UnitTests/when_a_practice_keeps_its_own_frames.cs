using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_practice_keeps_its_own_frames
{
    private static readonly Frame Own = Story.Frame("own-circle", new() { Size = new("practice", 3, 7) }) with
    {
        Source = "practice",
        Title = "Ours",
    };

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
        DraftFrame.Decide(new(Own with { Name = "team", Version = 2 }), Story.Frames).ShouldBeRefused(409);
        DeprecateFrame.Decide(new(new("text")), Set(), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void a_frame_that_is_none_or_that_nothing_can_satisfy_is_refused()
    {
        DraftFrame.Decide(new(Own with { Name = "always" }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Name = "Bad Name" }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Rules = new() { Size = new("practice", 7, 3) } }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Rules = new() { Size = new("A blog", 3, 7) } }), Story.Frames).ShouldBeRefused(400);
    }

    [Theory]
    [InlineData("S2")]
    [InlineData("s2")]
    [InlineData("s-2")]
    [InlineData("s2-bis")]
    [InlineData("s-2-2026")]
    [InlineData("eaje-2")]
    [InlineData("e-aje")]
    [InlineData("design-2")]
    [InlineData("S9")]
    [InlineData("eaje")]
    [InlineData("EAJE")]
    [InlineData("design")]
    [InlineData("Practice")]
    [InlineData("practice\n")]
    public void it_cites_a_work_of_its_own_and_none_of_the_documents(string source)
    {
        DraftFrame.Decide(new(Own with { Source = source }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Rules = new() { Size = new(source, 3, 7) } }), Story.Frames).ShouldBeRefused(400);
        DraftFrame.Decide(new(Own with { Source = "balint-1957" }), Story.Frames).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("team", 409)]
    [InlineData("resonance", 409)]
    [InlineData("team\n", 400)]
    [InlineData("Team", 400)]
    [InlineData("always", 400)]
    public void it_bears_a_name_of_its_own(string name, int status) =>
        DraftFrame.Decide(new(Own with { Name = name, Version = 2 }), Story.Frames).ShouldBeRefused(status);

    [Theory]
    [InlineData("Analysis of professional practices for the team of one institution")]
    [InlineData("Analysis of professional practices for the team of one institution (v2)")]
    [InlineData("NEW: analysis of professional practices, for the team of one institution!")]
    public void it_bears_a_title_of_its_own(string title)
    {
        DraftFrame.Decide(new(Own with { Title = title }), Story.Frames).ShouldBeRefused(409);
        ReviseFrame.Decide(new(Own with { Title = title }), Set(), Story.Frames).ShouldBeRefused(409);
        DraftFrame.Decide(new(Own with { Title = "Analysis of professional practices, our way" }), Story.Frames).Refusal.ShouldBeNull();
    }

    /// <summary>What no frame asks for.</summary>
    public static TheoryData<string, Frame> Excessive =>
        new()
        {
            { "frame.rules.hoursAYear", Own with { Rules = new() { HoursAYear = new(1_000, "practice") } } },
            { "frame.rules.hoursEachFourMonths", Own with { Rules = new() { HoursEachFourMonths = new(101, "practice") } } },
            { "frame.rules.size.maximum", Own with { Rules = new() { Size = new("practice", 3, 101) } } },
            { "frame.rules.size.minimum", Own with { Rules = new() { Size = new("practice", 0, 7) } } },
            { "frame.rules.frequency.maximum", Own with { Rules = new() { Frequency = new("practice", 1, 32) } } },
            { "frame.rules.rate.maximum", Own with { Rules = new() { Rate = new("practice", 1, 1_000_001) } } },
            { "frame.rules.interval", Own with { Rules = new() { Interval = new(367, "practice") } } },
            { "frame.rules.minimumTerm", Own with { Rules = new() { MinimumTerm = new(121, "practice") } } },
            {
                "frame.rules.qualification",
                Own with
                {
                    Rules = new() { Qualification = new([Qualification.Training, Qualification.Training], "practice") },
                }
            },
            { "frame.version", Own with { Version = 1_001 } },
            { "frame.title", Own with { Title = new('t', 201) } },
            { "frame.title", Own with { Title = "a\u202Eb" } },
            { "frame.audiences", Own with { Audiences = [Audience.Peers, Audience.Peers] } },
            { "frame.methods", Own with { Methods = ["coaching", "coaching"] } },
            { "frame.methods", Own with { Methods = [new('m', 61)] } },
        };

    [Theory]
    [MemberData(nameof(Excessive))]
    public void what_it_asks_has_limits(string place, Frame frame)
    {
        var decision = DraftFrame.Decide(new(frame), Story.Frames);
        decision.ShouldBeRefused(400);
        decision.Refusal!.Detail.ShouldStartWith(place);
    }

    [Fact]
    public void a_protocol_that_it_pins_is_there_when_it_is_drafted_revised_and_published()
    {
        var pinning = Own with { Rules = new() { Protocol = new("cercle", 1, Strictness.Guided, "practice") } };
        var known = Story.Frames.With(Story.Frames.Protocols.With([new("cercle", 1, "digest")]));
        DraftFrame.Decide(new(pinning), Story.Frames).ShouldBeRefused(409);
        ReviseFrame.Decide(new(pinning), Set(), Story.Frames).ShouldBeRefused(409);
        PublishFrame.Decide(Set(new PolicySetRevised(pinning)), Story.Frames).ShouldBeRefused(409);
        DraftFrame.Decide(new(pinning), known).ShouldHappen(new PolicySetDrafted(pinning));
        PublishFrame.Decide(Set(new PolicySetRevised(pinning)), known).ShouldHappen(new PolicySetPublished());
        DraftFrame
            .Decide(new(Own with { Rules = new() { Protocol = new("resonance", 1, Strictness.Strict, "practice") } }), Story.Frames)
            .Refusal.ShouldBeNull();
    }

    [Fact]
    public void what_session_tells_of_a_protocol_holds_in_whatever_order_it_comes()
    {
        Contracts.Origin origin = new(Given.Id(1), 2, Given.Now);
        var (published, deprecated) = (
            new ProtocolPublicationNoted(new("cercle", 1, "digest"), origin),
            new ProtocolDeprecationNoted(new("cercle", 1, "digest"), origin)
        );
        var known = Given.Facts<KnownProtocol>(published);
        (known.Protocol.Name, known.Protocol.Digest, known.Deprecated).ShouldBe(("cercle", "digest", false));
        Given.Facts<KnownProtocol>(published, deprecated).Deprecated.ShouldBeTrue();
        Given.Facts<KnownProtocol>(deprecated, published).Deprecated.ShouldBeTrue();
    }

    [Fact]
    public void a_draft_that_is_withdrawn_is_published_by_nobody()
    {
        WithdrawFrame.Decide(Set()).ShouldHappen(new PolicySetWithdrawn());
        var withdrawn = Set(new PolicySetWithdrawn());
        withdrawn.State.ShouldBe(PolicySetState.Withdrawn);
        withdrawn.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
        PublishFrame.Decide(withdrawn, Story.Frames).ShouldBeRefused(409);
        ReviseFrame.Decide(new(Own), withdrawn, Story.Frames).ShouldBeRefused(409);
        WithdrawFrame.Decide(withdrawn).ShouldBeRefused(409);
        WithdrawFrame.Decide(Set(new PolicySetPublished())).ShouldBeRefused(409);
        DraftFrame.Decide(new(Own), Story.Frames).Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_deprecated_frame_judges_those_that_pinned_it_and_is_offered_to_nobody()
    {
        FrameLibrary frames = new([.. Story.Frames.All, Own], [Own.Pin]);
        frames.Offers(Own.Pin).ShouldBeFalse();
        frames.Find(Own.Pin).ShouldNotBeNull();
        frames.Pinned([Own.Pin]).Of(FrameRule.SizeMaximum)!.Value.ShouldBe(7);
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
