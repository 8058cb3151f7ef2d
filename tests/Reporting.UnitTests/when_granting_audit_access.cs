using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_granting_audit_access
{
    private static readonly Guid Auditor = Given.Id(70);
    private static readonly AuditAccessGranted Granted = new(
        Auditor,
        [Story.Engagement],
        AuditPurpose.Certification,
        Given.Now.AddDays(30),
        Given.Id(999)
    );
    private static readonly ReplayPerformed Looked = new(Story.Engagement, Look.History);

    [Fact]
    public void it_names_who_what_why_and_until_when() =>
        GrantAuditAccess
            .Decide(
                new(Auditor, AuditPurpose.Certification, Given.Now.AddDays(30), [Story.Engagement, Story.Engagement]),
                false,
                Given.Act(Roles.Practice)
            )
            .Facts.ShouldHaveSingleItem()
            .ShouldBeOfType<AuditAccessGranted>()
            .ShouldSatisfyAllConditions(
                g => g.Engagements.ShouldBe([Story.Engagement]),
                g => g.Auditor.ShouldBe(Auditor),
                g => g.Until.ShouldBe(Given.Now.AddDays(30))
            );

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(367, 1)]
    [InlineData(30, 0)]
    [InlineData(30, 201)]
    public void it_ends_and_its_scope_is_finite(int days, int engagements) =>
        GrantAuditAccess
            .Decide(
                new(Auditor, AuditPurpose.Certification, Given.Now.AddDays(days), [.. Enumerable.Range(1, engagements).Select(Given.Id)]),
                false,
                Given.Act(Roles.Practice)
            )
            .ShouldBeRefused(400);

    [Fact]
    public void it_is_over_engagements_that_there_are()
    {
        Decision Over(params Guid[] known) =>
            GrantAuditAccess.Decide(
                new(Auditor, AuditPurpose.Certification, Given.Now.AddDays(30), [Story.Engagement, Given.Id(8)]),
                false,
                Given.Act(Roles.Practice),
                known.ToHashSet()
            );
        Over(Story.Engagement).ShouldBeRefused(400);
        Over(Story.Engagement).Refusal!.Detail.ShouldStartWith("engagements.1 ");
        Over(Story.Engagement, Given.Id(8)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void nobody_grants_themself() =>
        GrantAuditAccess
            .Decide(new(Auditor, AuditPurpose.Certification, Given.Now.AddDays(1)), false, Given.Act(Roles.Practice, Auditor))
            .ShouldBeRefused(400);

    // Who was there knows whom each pseudonym stands for.
    [Fact]
    public void nobody_of_a_group_is_granted_to_look() =>
        GrantAuditAccess
            .Decide(new(Auditor, AuditPurpose.Certification, Given.Now.AddDays(1)), true, Given.Act(Roles.Practice))
            .ShouldBeRefused(400);

    [Fact]
    public void a_look_under_it_is_a_fact() =>
        AuditDoor.Decide(Given.Facts<AuditGrant>(Granted), true, Looked, Given.Act(Roles.Auditor, Auditor)).ShouldBe(Looked);

    [Fact]
    public void what_is_not_granted_is_not_there()
    {
        var grant = Given.Facts<AuditGrant>(Granted);
        void Nothing(AuditGrant g, Guid engagement, Act act) => AuditDoor.Decide(g, g.Covers(engagement), Looked, act).ShouldBeRefused(404);
        Nothing(grant, Given.Id(3), Given.Act(Roles.Auditor, Auditor));
        Nothing(grant, Story.Engagement, Given.Act(Roles.Auditor, Given.Id(71)));
        Nothing(grant, Story.Engagement, Given.Act(Roles.Auditor, Auditor, Given.Now.AddDays(30)));
        Nothing(Given.Facts<AuditGrant>(Granted, new AuditAccessRevoked()), Story.Engagement, Given.Act(Roles.Auditor, Auditor));
    }

    [Fact]
    public void a_grant_over_the_whole_practice_covers_every_engagement_and_its_ledger()
    {
        var grant = Given.Facts<AuditGrant>(Granted with { Engagements = null });
        grant.Covers(Given.Id(3)).ShouldBeTrue();
        grant.CoversAll.ShouldBeTrue();
        Given.Facts<AuditGrant>(Granted).CoversAll.ShouldBeFalse();
        Given.Facts<AuditGrant>(Granted, new LedgerPulled()).Looks.ShouldBe(1);
    }

    [Fact]
    public void taken_back_twice_it_is_taken_back_once()
    {
        RevokeAuditAccess.Decide(Given.Facts<AuditGrant>(Granted)).ShouldBe(new AuditAccessRevoked());
        RevokeAuditAccess.Decide(Given.Facts<AuditGrant>(Granted, new AuditAccessRevoked())).Facts.ShouldBeEmpty();
    }
}
