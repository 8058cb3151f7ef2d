using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.Session.Mandates;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;

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
    }

    [Fact]
    public void what_is_published_is_immutable_and_what_nobody_could_follow_is_none()
    {
        DraftProtocol.Decide(new(Own), WithOwn).ShouldBeRefused(409);
        DraftProtocol.Decide(new(Story.Circling), Story.Protocols).ShouldBeRefused(409);
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
    }

    [Fact]
    public void a_session_runs_by_it_as_it_was_when_it_was_scheduled()
    {
        var mandate = Story.Mandate(
            new GroupSealingLearned(Story.Group),
            new ActivationLearned(Story.Engagement(protocol: "cercle") with { Strictness = "guided" })
        );
        var decision = ScheduleSession.Decide(new(Given.Now), mandate, null, WithOwn, Story.As(Story.Facilitator));
        var session = Story.Of(decision.Facts);
        session.OwnProtocol.ShouldBe(Own);
        Story.Protocols.Pinned(session).ShouldBe(Own);
        session.Strictness(Own).ShouldBe(Strictness.Guided);
    }
}
