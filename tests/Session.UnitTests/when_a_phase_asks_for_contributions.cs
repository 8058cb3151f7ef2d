using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_phase_asks_for_contributions
{
    private static readonly Act Act = Story.As(Story.Facilitator);

    private static Decision Complete(Protocol protocol, string phase, params IReadOnlyList<Fact> brought) =>
        CompletePhase.Decide(new(), phase, Story.Of(Story.In(protocol, phase), brought), protocol, Act);

    private static ContributionMade Made(string phase, Guid author, ContributionKind kind) =>
        new ContributionMade(Given.Id(7), author, phase, kind, Story.Text(), false);

    [Fact]
    [Keeps("brought")]
    [Breaks("brought")]
    public void each_kind_that_it_asks_must_stand_in_it()
    {
        Complete(Story.Consulting, "contract").ShouldBreak("codevelopment", "brought", "S0");
        Complete(Story.Consulting, "contract", Made("expose", Story.Anne, ContributionKind.Contract))
            .ShouldBreak("codevelopment", "brought", "S0");
        Complete(Story.Consulting, "contract", Made("contract", Story.Anne, ContributionKind.Contract))
            .ShouldHappen(new PhaseCompleted("contract"));
        Complete(
                Story.Consulting,
                "contract",
                Made("contract", Story.Anne, ContributionKind.Contract),
                new ContributionWithdrawn(Given.Id(7))
            )
            .ShouldBeRefused(422);
    }

    [Fact]
    [Keeps("facilitator-shares")]
    [Breaks("facilitator-shares")]
    public void in_supervision_the_facilitator_shares_what_they_live_too()
    {
        Complete(Story.Resonating, "resonances", Made("resonances", Story.Bob, ContributionKind.Resonance))
            .ShouldBreak("resonance", "facilitator-shares", "S3");
        Complete(Story.Resonating, "resonances", Made("resonances", Story.Facilitator, ContributionKind.Resonance))
            .ShouldHappen(new PhaseCompleted("resonances"));
    }

    [Fact]
    [Keeps("decided-in-common")]
    [Breaks("decided-in-common")]
    public void regulation_works_towards_decisions_agreed_in_common()
    {
        Complete(Story.Regulating, "decide").ShouldBreak("regulation", "decided-in-common", "S3");
        Complete(
                Story.Regulating,
                "decide",
                new DecisionProposed(Given.Id(8), Story.Anne, Story.Text()),
                new CommonDecisionAdopted(Given.Id(8))
            )
            .ShouldHappen(new PhaseCompleted("decide"));
    }

    [Fact]
    public void where_no_phase_chooses_a_situation_may_be_chosen_while_one_is_told()
    {
        var facts = Story.Attended(Story.Resonating);
        ChooseSituation
            .Decide(Story.SituationId, Story.Of(facts, new PhaseStarted("relation")), Story.Resonating)
            .ShouldHappen(new SituationChosen(Story.SituationId), new NarratorDesignated(Story.Anne));
        ChooseSituation.Decide(Story.SituationId, Story.Of(facts, new PhaseStarted("knots")), Story.Resonating).ShouldBeRefused(409);
    }
}
