using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_practice_keeps_its_own_protocols
{
    private static readonly Protocol Own = Story.Circling with { Name = "cercle", Source = "practice" };
    private static readonly ProtocolLibrary WithOwn = Story.Protocols.With([Own]);

    private static ProtocolTemplate Template(params IReadOnlyList<Fact> more) =>
        Given.Facts<ProtocolTemplate>([new ProtocolDrafted(Own), .. more]);

    [Fact]
    public void it_is_drafted_published_and_deprecated()
    {
        DraftProtocol.Decide(new(Own), Story.Protocols).ShouldHappen(new ProtocolDrafted(Own));
        PublishProtocol.Decide(Template(), Story.Protocols).ShouldHappen(new ProtocolPublished());
        DeprecateProtocol
            .Decide(new(new("text")), Template(new ProtocolPublished()), Story.As(Story.Facilitator))
            .ShouldHappen(new ProtocolDeprecated(Story.Text("ProtocolDeprecated.Reason")));
        ReviseProtocol
            .Decide(new(Own with { Version = 2 }), Template(), Story.Protocols)
            .ShouldHappen(new ProtocolRevised(Own with { Version = 2 }));
        Template(new ProtocolRevised(Own with { Version = 2 })).Protocol.Version.ShouldBe(2);
        WithdrawProtocol.Decide(Template()).ShouldHappen(new ProtocolWithdrawn());
    }

    [Fact]
    public void it_is_told_with_the_digest_of_its_content_where_it_may_be_pinned()
    {
        var pin = ProtocolLibrary.Pin(Own);
        pin.Digest.ShouldBe(Canonical.Digest(Own));
        PublishProtocol.Decide(Template(), Story.Protocols).ShouldTell(new V1.ProtocolPublished(pin, Story.From));
        DeprecateProtocol
            .Decide(new(new("text")), Template(new ProtocolPublished()), Story.As(Story.Facilitator))
            .ShouldTell(new V1.ProtocolDeprecated(pin, Story.From));
    }

    [Fact]
    public void what_is_published_is_immutable_and_what_nobody_could_follow_is_none()
    {
        DraftProtocol.Decide(new(Own), WithOwn).ShouldBeRefused(409);
        DraftProtocol.Decide(new(Own with { Phases = [.. Own.Phases.Take(1)] }), WithOwn).ShouldBeRefused(409);
        ReviseProtocol.Decide(new(Own), Template(new ProtocolRevised(Own with { Version = 2 })), WithOwn).ShouldBeRefused(409);
        ReviseProtocol.Decide(new(Own), Template(new ProtocolPublished()), Story.Protocols).ShouldBeRefused(409);
        WithdrawProtocol.Decide(Template(new ProtocolPublished())).ShouldBeRefused(409);
        ReviseProtocol.Decide(new(Own), Template(new ProtocolWithdrawn()), Story.Protocols).ShouldBeRefused(409);
        PublishProtocol.Decide(Template(new ProtocolWithdrawn()), Story.Protocols).ShouldBeRefused(409);
        DraftProtocol.Decide(new(Own with { Phases = [] }), Story.Protocols).ShouldBeRefused(400);
        PublishProtocol.Decide(Template(new ProtocolPublished()), Story.Protocols).ShouldBeRefused(409);
        PublishProtocol.Decide(Template(), WithOwn).ShouldBeRefused(409);
        DeprecateProtocol.Decide(new(new("text")), Template(), Story.As(Story.Facilitator)).ShouldBeRefused(409);
    }

    [Fact]
    public void its_facilitators_see_it_once_it_is_published()
    {
        Actor facilitator = new("cabinet", Roles.Facilitator, Story.Facilitator);
        Template().IsVisibleTo(facilitator).ShouldBeFalse();
        Template(new ProtocolPublished()).IsVisibleTo(facilitator).ShouldBeTrue();
        Template(new ProtocolWithdrawn()).IsVisibleTo(facilitator).ShouldBeFalse();
    }

    [Theory]
    [InlineData("narrator", 409)]
    [InlineData("team", 409)]
    [InlineData("narrator\n", 400)]
    [InlineData("Narrator", 400)]
    [InlineData("always", 400)]
    public void it_bears_a_name_of_its_own(string name, int status) =>
        DraftProtocol.Decide(new(Own with { Name = name, Version = 2 }), Story.Protocols).ShouldBeRefused(status);

    [Theory]
    [InlineData("S4")]
    [InlineData("s4")]
    [InlineData("S12")]
    [InlineData("Eaje")]
    [InlineData("design")]
    [InlineData("A book, its author and a year")]
    public void it_cites_a_work_of_its_own_and_none_of_the_documents(string source) =>
        DraftProtocol.Decide(new(Own with { Source = source }), Story.Protocols).ShouldBeRefused(400);

    /// <summary>What no session could hold.</summary>
    public static TheoryData<string, Func<Phase, Phase>> Excessive =>
        new()
        {
            { "label", p => p with { Label = new('l', 201) } },
            { "label", p => p with { Label = "a\u202Eb" } },
            { "code", p => p with { Code = "dire\n" } },
            { "minutes", p => p with { Minutes = 601 } },
            { "brings", p => p with { Brings = [.. p.Brings, .. p.Brings] } },
            { "brings.0.by", p => p with { Brings = [new(ContributionKind.Question, [Part.Member, Part.Member])] } },
            { "needs", p => p with { Needs = [Need.SituationRaised, Need.SituationRaised] } },
            { "asks", p => p with { Asks = [ContributionKind.Expose, ContributionKind.Expose] } },
        };

    [Theory]
    [MemberData(nameof(Excessive))]
    public void its_phases_have_limits(string place, Func<Phase, Phase> change)
    {
        var decision = DraftProtocol.Decide(
            new(Own with { Phases = [Own.Phases[0], change(Own.Phases[1]), .. Own.Phases.Skip(2)] }),
            Story.Protocols
        );
        decision.ShouldBeRefused(400);
        decision.Refusal!.Detail.ShouldStartWith($"protocol.phases.1.{place} ");
    }

    [Fact]
    public void a_session_runs_by_it_as_it_was_when_it_was_scheduled()
    {
        var mandate = Story.Mandate(Story.Group, Story.Engagement(protocol: "cercle") with { Strictness = "guided" });
        var decision = Story.ScheduleNow(new(Given.Now), mandate, null, WithOwn, Story.As(Story.Facilitator));
        var session = Story.Of(decision.Facts);
        session.OwnProtocol.ShouldBe(Own);
        Story.Protocols.Pinned(session).ShouldBe(Own);
        session.Strictness(Own).ShouldBe(Strictness.Guided);
    }

    [Fact]
    public void an_engagement_runs_the_content_that_it_pinned_and_no_other_of_the_same_version()
    {
        var other = Own with { Phases = [.. Own.Phases.Take(2)] };
        Protocol? Runs(ProtocolLibrary library, string? digest) =>
            Story
                .ScheduleNow(
                    new(Given.Now),
                    Story.Open(Story.Engagement() with { Protocol = new("cercle", 1, digest) }),
                    null,
                    library,
                    Story.As(Story.Facilitator)
                )
                .Facts.OfType<SessionScheduled>()
                .SingleOrDefault()
                ?.Own;
        var both = Story.Protocols.With([Own, other]);
        Runs(both, Canonical.Digest(Own)).ShouldBe(Own);
        Runs(both, Canonical.Digest(other)).ShouldBe(other);
        Runs(Story.Protocols.With([other]), Canonical.Digest(Own)).ShouldBeNull();

        // What was pinned before digests were told is what was published first.
        Runs(both, null).ShouldBe(Own);
        Runs(WithOwn, Canonical.Digest(Own)).ShouldBe(Own);
    }
}
