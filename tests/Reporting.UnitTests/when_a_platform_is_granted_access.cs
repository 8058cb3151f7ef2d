using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_platform_is_granted_access
{
    private static readonly DateTimeOffset Until = Given.Now.AddDays(1);
    private static readonly Fact Granted = new GrantNoted(
        Given.Id(2),
        Given.Id(3),
        ["indicators:read"],
        Until,
        new(Given.Id(1), 1, Given.Now)
    );
    private static readonly Fact Revoked = new GrantRevocationNoted(new(Given.Id(1), 2, Given.Now));

    private static bool Allows(string scope, DateTimeOffset at, params IEnumerable<Fact> facts) =>
        Given.Facts<LearnedGrant>(facts).Allows(scope, at);

    [Fact]
    public void it_holds_for_its_scopes_until_its_end()
    {
        Allows("indicators:read", Given.Now, Granted).ShouldBeTrue();
        Allows("webhooks:read", Given.Now, Granted).ShouldBeFalse();
        Allows("indicators:read", Until, Granted).ShouldBeFalse();
    }

    [Fact]
    public void taken_back_is_taken_back_in_whatever_order_it_is_told()
    {
        Allows("indicators:read", Given.Now, Granted, Revoked).ShouldBeFalse();
        Allows("indicators:read", Given.Now, Revoked, Granted).ShouldBeFalse();
        Allows("indicators:read", Given.Now, Revoked).ShouldBeFalse();
    }
}
