using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.Session.Disclosures;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_narrative_is_disclosed
{
    private static readonly Guid Auditor = Given.Id(80);
    private static readonly Guid Approver = Given.Id(81);
    private static readonly DisclosureRequested Requested = new(
        Story.EngagementId,
        Story.GroupId,
        Given.Id(3),
        Auditor,
        DisclosurePurpose.JudicialOrder,
        false
    );
    private static readonly DisclosureApproved Approved = new(Approver, Given.Now.AddHours(4));

    private static Disclosure Facts(params IReadOnlyList<Fact> facts) => Given.Facts<Disclosure>([Requested, .. facts]);

    private static Act ByAuditor(DateTimeOffset? at = null) => Given.Act(Roles.Auditor, Auditor, at);

    [Fact]
    [Keeps("two-persons")]
    public void one_asks_another_agrees_for_a_time_and_each_reading_is_a_fact()
    {
        var session = Given.Facts<Sessions.Session>(Story.Scheduled(Story.Interpreting));
        RequestDisclosure
            .Decide(new(DisclosurePurpose.JudicialOrder), session, ByAuditor())
            .ShouldBe(Requested with { Session = session.Id });
        ApproveDisclosure.Decide(new(4), Facts(), Given.Act(Roles.Practice, Approver)).ShouldBe(Approved);
        ReadNarratives.Decide(Facts(Approved), ByAuditor()).ShouldBe(new NarrativesRead(Auditor));
        Facts(Approved, new NarrativesRead(Auditor) { OccurredAt = Given.Now }).Readings.ShouldBe([Given.Now]);
    }

    [Fact]
    [Breaks("two-persons")]
    public void who_asks_does_not_agree_under_another_role_either()
    {
        ApproveDisclosure.Decide(new(4), Facts(), Given.Act(Roles.Practice, Auditor)).ShouldBreak("always", "two-persons", "design");
        ApproveDisclosure.Decide(new(4), Facts(), Given.Act(Roles.Auditor, Approver)).ShouldBreak("always", "two-persons", "design");
    }

    [Fact]
    public void nothing_is_there_to_be_read_before_after_or_by_another()
    {
        void Nothing(Disclosure disclosure, Act act) => ReadNarratives.Decide(disclosure, act).ShouldBeRefused(404);
        Nothing(Facts(), ByAuditor());
        Nothing(Facts(new DisclosureRefused(Approver)), ByAuditor());
        Nothing(Facts(Approved), ByAuditor(Approved.Until));
        Nothing(Facts(Approved, new DisclosureEnded(Approver)), ByAuditor());
        Nothing(Facts(Approved), Given.Act(Roles.Auditor, Given.Id(82)));
        Nothing(Facts(Approved), Given.Act(Roles.Practice, Approver));
        RequestDisclosure.Decide(new(DisclosurePurpose.JudicialOrder), null, ByAuditor()).ShouldBeRefused(404);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(73)]
    public void it_ends_soon(int hours) =>
        ApproveDisclosure.Decide(new(hours), Facts(), Given.Act(Roles.Practice, Approver)).ShouldBeRefused(400);

    [Fact]
    public void it_is_decided_once_and_ended_once()
    {
        var practice = Given.Act(Roles.Practice, Approver);
        ApproveDisclosure.Decide(new(4), Facts(Approved), practice).ShouldBeRefused(409);
        RefuseDisclosure.Decide(Facts(), practice).ShouldBe(new DisclosureRefused(Approver));
        RefuseDisclosure.Decide(Facts(Approved), practice).ShouldBeRefused(409);
        EndDisclosure.Decide(Facts(Approved), practice).ShouldBe(new DisclosureEnded(Approver));
        EndDisclosure.Decide(Facts(Approved, new DisclosureEnded(Approver)), practice).Facts.ShouldBeEmpty();
        EndDisclosure.Decide(Facts(), practice).ShouldBeRefused(409);
    }

    [Fact]
    public void what_was_said_to_the_narrator_alone_is_read_where_that_was_asked_for()
    {
        var session = Given.Facts<Sessions.Session>([
            .. Story.Scheduled(Story.Interpreting),
            new SituationRaised(Story.SituationId, Story.Anne, Story.Text()),
            new ContributionMade(Given.Id(51), Story.Bob, "question", ContributionKind.Question, Story.Text(), false),
            new ContributionMade(Given.Id(52), Story.Bob, "question", ContributionKind.Question, Story.Text(), true),
            new ContributionMade(Given.Id(53), Story.Bob, "question", ContributionKind.Question, Story.Text(), false),
            new ContributionWithdrawn(Given.Id(53)),
            new EchoGiven(Story.Chloe, Story.Text(), true),
        ]);
        ReadNarratives.Of(session, false).Select(n => n.What).ShouldBe(["situation", "question"]);
        ReadNarratives.Of(session, true).Select(n => n.What).ShouldBe(["situation", "question", "question", "echo"]);
    }
}
