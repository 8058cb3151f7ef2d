using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Platforms;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_an_establishment_grants_a_platform
{
    private static readonly Guid Platform = Given.Id(40);
    private static readonly DateTimeOffset Until = Given.Now.AddYears(1);
    private static readonly Establishment Establishment = Given.Facts<Establishment>(
        new EstablishmentRegistered("IME Les Tilleuls", "73282932000074", null, "medico-social")
    );

    private static Decision Decide(GrantPlatform command) =>
        GrantPlatform.Decide(command, Establishment, Given.Act(Roles.Establishment, establishment: Establishment.Id));

    private static PlatformGrant Granted(params IEnumerable<Fact> then) =>
        Given.Facts<PlatformGrant>([new PlatformAccessGranted(Establishment.Id, Platform, ["indicators:read"], Until), .. then]);

    [Fact]
    public void what_for_and_until_when_are_kept_and_told()
    {
        var decision = Decide(new(Platform, ["webhooks:read", "indicators:read", "webhooks:read"], Until));
        var fact = decision.Facts.ShouldHaveSingleItem().ShouldBeOfType<PlatformAccessGranted>();
        fact.Establishment.ShouldBe(Establishment.Id);
        fact.Scopes.ShouldBe(["indicators:read", "webhooks:read"]);
        var told = decision.Messages.ShouldHaveSingleItem()(new(Given.Id(1), 1, Given.Now)).ShouldBeOfType<V1.PlatformAccessGranted>();
        (told.Establishment, told.Platform, told.Until).ShouldBe((Establishment.Id, Platform, Until));
        told.Scopes.ShouldBe(fact.Scopes);
    }

    [Theory]
    [InlineData("sessions:read")]
    [InlineData("access:write")]
    [InlineData("everything")]
    [InlineData("")]
    public void what_is_not_for_platforms_is_refused(string scope) =>
        Decide(new(Platform, ["indicators:read", scope], Until)).ShouldBeRefused(400);

    [Fact]
    public void nothing_nobody_and_no_time_are_refused()
    {
        Decide(new(Platform, [], Until)).ShouldBeRefused(400);
        Decide(new(Guid.Empty, ["indicators:read"], Until)).ShouldBeRefused(400);
        Decide(new(Platform, ["indicators:read"], Given.Now)).ShouldBeRefused(400);
        Decide(new(Platform, ["indicators:read"], Given.Now.AddYears(6))).ShouldBeRefused(400);
    }

    [Fact]
    public void it_is_taken_back_once_and_told_so()
    {
        var decision = RevokePlatform.Decide(Granted());
        decision.ShouldBe(new PlatformAccessRevoked());
        decision.Messages.ShouldHaveSingleItem()(new(Given.Id(1), 2, Given.Now)).ShouldBeOfType<V1.PlatformAccessRevoked>();
        RevokePlatform.Decide(Granted(new PlatformAccessRevoked())).ShouldBe();
    }

    [Fact]
    public void the_establishment_the_platform_and_the_practice_know_of_it_and_no_one_else()
    {
        var grant = Granted();
        Actor By(string role, Guid? person = null, Guid? establishment = null) =>
            new("cabinet", role, person ?? Given.Id(8), establishment);
        grant.IsVisibleTo(By(Roles.Establishment, establishment: Establishment.Id)).ShouldBeTrue();
        grant.IsVisibleTo(By(Roles.Platform, Platform)).ShouldBeTrue();
        grant.IsVisibleTo(By(Roles.Practice)).ShouldBeTrue();
        grant.IsVisibleTo(By(Roles.Establishment, establishment: Given.Id(2))).ShouldBeFalse();
        grant.IsVisibleTo(By(Roles.Platform)).ShouldBeFalse();
        grant.IsVisibleTo(By(Roles.Member, Platform)).ShouldBeFalse();
        grant.IsVisibleTo(By(Roles.Facilitator, establishment: Establishment.Id)).ShouldBeFalse();
    }
}
