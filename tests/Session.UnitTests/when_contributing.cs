using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_contributing
{
    private static readonly Contribute Question = new(ContributionKind.Question, new("text"));

    private static Decision Bring(Protocol protocol, string phase, ContributionKind kind, Guid by) =>
        Contribute.Decide(new(kind, new("text")), Story.Of(Story.In(protocol, phase)), protocol, Story.As(by));

    [Fact]
    public void what_was_brought_stands_with_its_author_its_phase_and_whether_it_is_private()
    {
        var session = Story.Of(Story.In(Story.Interpreting, "interpret"));
        foreach (var isPrivate in new[] { true, false })
        {
            Contribute
                .Decide(Question with { Private = isPrivate }, session, Story.Interpreting, Story.As(Story.Bob))
                .ShouldHappen(
                    new ContributionMade(
                        Given.Id(999),
                        Story.Bob,
                        "interpret",
                        ContributionKind.Question,
                        Story.Text("ContributionMade.Text"),
                        isPrivate
                    )
                );
        }
    }

    /// <summary>Every kind that each part may bring in each phase; what is not here is refused.</summary>
    private static readonly HashSet<string> Allowed =
    [
        "expose-interpret-respond/expose/Expose/Narrator",
        "expose-interpret-respond/interpret/Question/Member",
        "expose-interpret-respond/interpret/Interpretation/Member",
        "expose-interpret-respond/respond/Response/Member",
        "expose-interpret-respond/respond/Response/Narrator",
        "expose-interpret-respond/respond/Response/Facilitator",
        "regulation/support/Communication/Member",
        "regulation/support/Communication/Facilitator",
        "regulation/support/Expectation/Member",
        "regulation/support/Organisation/Member",
        "regulation/support/Organisation/Facilitator",
        "regulation/support/Representation/Member",
        "regulation/decide/Proposal/Member",
        "regulation/decide/Proposal/Facilitator",
        "narrator/expose/Expose/Narrator",
        "narrator/question/Question/Member",
        "narrator/pistes/Piste/Member",
    ];

    public static TheoryData<string, string> Phases =>
        new(new[] { Story.Interpreting, Story.Narrating, Story.Regulating }.SelectMany(p => p.Phases.Select(x => (p.Name, x.Code))));

    [Theory]
    [Keeps("who-brings-what")]
    [Breaks("who-brings-what")]
    [Keeps("presence")]
    [MemberData(nameof(Phases))]
    public void each_part_brings_what_the_protocol_says_and_nothing_else(string name, string phase)
    {
        var protocol = Story.Protocols.Find(name, 1)!;
        foreach (var kind in Enum.GetValues<ContributionKind>())
        {
            foreach (
                var (part, person) in new[] { (Part.Narrator, Story.Anne), (Part.Member, Story.Bob), (Part.Facilitator, Story.Facilitator) }
            )
            {
                var decision = Bring(protocol, phase, kind, person);
                if (Allowed.Contains($"{name}/{phase}/{kind}/{part}"))
                {
                    decision.Refusal.ShouldBeNull();
                    decision.Facts.ShouldHaveSingleItem().ShouldBeOfType<ContributionMade>().Author.ShouldBe(person);
                }
                else
                {
                    decision.ShouldBeRefused(422);
                    decision.ShouldBreak(name, "who-brings-what", protocol.Source);
                }
            }
        }
    }

    [Fact]
    [Breaks("presence")]
    public void one_who_is_absent_brings_nothing() =>
        Bring(Story.Interpreting, "interpret", ContributionKind.Question, Story.David).ShouldBreak("always", "presence", "S3");

    [Fact]
    public void nothing_is_brought_between_phases_or_out_of_an_open_session()
    {
        var act = Story.As(Story.Bob);
        Contribute
            .Decide(Question, Story.Of(Story.In(Story.Interpreting, "interpret"), new PhaseCompleted("interpret")), Story.Interpreting, act)
            .ShouldBeRefused(409);
        Contribute.Decide(Question, Story.Of(Story.Scheduled(Story.Interpreting)), Story.Interpreting, act).ShouldBeRefused(409);
        Contribute.Decide(Question, Story.Of(Story.Closed(Story.Interpreting)), Story.Interpreting, act).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("own-words")]
    [Breaks("own-words")]
    public void its_author_withdraws_it_and_nobody_else()
    {
        IReadOnlyList<Fact> facts = [.. Story.In(Story.Interpreting, "interpret"), Story.Made(1, Story.Bob, ContributionKind.Question)];
        WithdrawContribution.Decide(Given.Id(1), Story.Of(facts), Story.As(Story.Bob)).ShouldHappen(new ContributionWithdrawn(Given.Id(1)));
        foreach (var other in new[] { Story.Anne, Story.Chloe, Story.Facilitator })
        {
            WithdrawContribution.Decide(Given.Id(1), Story.Of(facts), Story.As(other)).ShouldBreak("always", "own-words", "S3");
        }
    }

    [Fact]
    public void what_was_withdrawn_is_not_withdrawn_again_nor_what_is_unknown_or_of_a_session_that_was_not_held()
    {
        IReadOnlyList<Fact> facts = [.. Story.In(Story.Interpreting, "interpret"), Story.Made(1, Story.Bob, ContributionKind.Question)];
        var withdrawn = Story.Of(facts, new ContributionWithdrawn(Given.Id(1)));
        withdrawn.Standing(ContributionKind.Question).ShouldBeEmpty();
        WithdrawContribution.Decide(Given.Id(1), withdrawn, Story.As(Story.Bob)).ShouldHappen();
        WithdrawContribution.Decide(Given.Id(2), Story.Of(facts), Story.As(Story.Bob)).ShouldBeRefused(404);
        WithdrawContribution.Decide(Given.Id(1), Story.Of(Story.Scheduled(Story.Interpreting)), Story.As(Story.Bob)).ShouldBeRefused(409);
    }

    [Fact]
    public void withdrawing_one_leaves_the_others()
    {
        var session = Story.Of(
            Story.In(Story.Interpreting, "interpret"),
            Story.Made(1, Story.Bob, ContributionKind.Question),
            Story.Made(2, Story.Bob, ContributionKind.Question),
            new ContributionWithdrawn(Given.Id(1))
        );
        session.Standing(ContributionKind.Question).Select(c => c.Id).ShouldBe([Given.Id(2)]);
    }
}
