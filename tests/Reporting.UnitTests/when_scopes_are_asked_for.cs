using System.Security.Claims;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_scopes_are_asked_for
{
    private static ClaimsPrincipal Token(params string[] scopes) => new(new ClaimsIdentity(scopes.Select(s => new Claim("scope", s))));

    [Theory]
    [InlineData("GET", "/v1/establishments/{id:guid}", "registry:read")]
    [InlineData("GET", "/v1/establishments/{id:guid}/indicators", "indicators:read")]
    [InlineData("POST", "/v1/groups/{id:guid}/sessions", "sessions:write")]
    [InlineData("POST", "/v1/groups/{id:guid}/seal", "engagements:write")]
    [InlineData("GET", "/v1/groups/{id:guid}/identities", "persons:read")]
    [InlineData("POST", "/v1/frames/compose", "frames:read")]
    public void an_operation_has_the_scope_of_its_capability(string method, string path, string scope) =>
        Scopes.OfOperation(method, path).ShouldBe(scope);

    [Fact]
    public void an_operation_of_no_capability_is_seen() =>
        Should.Throw<InvalidOperationException>(() => Scopes.OfOperation("GET", "/v1/unheard-of/{id}"));

    [Fact]
    public void a_token_that_names_scopes_may_do_those_alone()
    {
        Scopes.Allow(Token("sessions:read"), Roles.Facilitator, "sessions:read").ShouldBeTrue();
        Scopes.Allow(Token("sessions:read"), Roles.Facilitator, "sessions:write").ShouldBeFalse();
        Scopes.Allow(Token("openid sessions:read profile"), Roles.Facilitator, "sessions:read").ShouldBeTrue();
        Scopes.Allow(Token("frames:read", "sessions:read"), Roles.Facilitator, "sessions:read").ShouldBeTrue();
    }

    [Fact]
    public void a_persons_token_that_names_none_may_do_what_the_role_may()
    {
        Scopes.Allow(Token(), Roles.Member, "sessions:write").ShouldBeTrue();
        Scopes.Allow(Token("openid profile"), Roles.Member, "sessions:write").ShouldBeTrue();
        Scopes.Allow(Token(), Roles.Member, "registry:write").ShouldBeFalse();
    }

    [Fact]
    public void one_that_names_what_we_do_not_know_may_nothing() =>
        Scopes.Allow(Token("calendar:read"), Roles.Member, "sessions:read").ShouldBeFalse();

    [Fact]
    public void a_platforms_that_names_none_may_nothing()
    {
        Scopes.Allow(Token(), Roles.Platform, "indicators:read").ShouldBeFalse();
        Scopes.Allow(Token("openid"), Roles.Platform, "indicators:read").ShouldBeFalse();
        Scopes.Allow(Token("indicators:read"), Roles.Platform, "indicators:read").ShouldBeTrue();
    }

    [Fact]
    public void no_scope_gives_more_than_the_role_has() =>
        Scopes.Allow(Token("sessions:read"), Roles.Platform, "sessions:read").ShouldBeFalse();
}
