using System.Text;
using Alba;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_tokens_are_not_what_they_seem(ReportingFixture service)
{
    private static readonly Dictionary<string, object> Practice = new()
    {
        ["tenant"] = "cabinet",
        ["role"] = Roles.Practice,
        ["person"] = Guid.NewGuid().ToString(),
    };

    private SymmetricSecurityKey Key => new(Encoding.UTF8.GetBytes(service.Mint.Key));

    private SecurityTokenDescriptor Good =>
        new()
        {
            Issuer = Tokens.DevelopmentIssuer,
            Audience = Tokens.DevelopmentIssuer,
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object>(Practice),
            SigningCredentials = new(Key, SecurityAlgorithms.HmacSha256),
        };

    private async Task<int> Asked(SecurityTokenDescriptor descriptor) => await Asked(new JsonWebTokenHandler().CreateToken(descriptor));

    private async Task<int> Asked(string token) => (await Answered(token)).Context.Response.StatusCode;

    private Task<IScenarioResult> Answered(string token) =>
        service.Host.Scenario(s =>
        {
            s.Get.Url("/v1/webhooks");
            s.WithRequestHeader("Authorization", $"Bearer {token}");
            s.IgnoreStatusCode();
        });

    private async Task<int> With(Action<SecurityTokenDescriptor> change)
    {
        var descriptor = Good;
        change(descriptor);
        return await Asked(descriptor);
    }

    private Task<int> Claiming(string claim, object? value) =>
        With(d =>
        {
            d.Claims.Remove(claim);
            if (value is not null)
            {
                d.Claims[claim] = value;
            }
        });

    [Fact]
    public async Task one_that_is_what_it_seems_is_taken() => (await Asked(Good)).ShouldBe(200);

    [Fact]
    public async Task one_out_of_its_time_for_others_or_from_others_is_refused()
    {
        (await With(d => d.Expires = DateTime.UtcNow.AddMinutes(-5))).ShouldBe(401);
        (await With(d => d.NotBefore = DateTime.UtcNow.AddMinutes(5))).ShouldBe(401);
        (await With(d => d.Audience = "another")).ShouldBe(401);
        (await With(d => d.Issuer = "another")).ShouldBe(401);
    }

    [Fact]
    public async Task one_that_is_not_signed_or_by_another_key_or_algorithm_is_refused()
    {
        (await With(d => d.SigningCredentials = null)).ShouldBe(401);
        (await With(d => d.SigningCredentials = new(new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256))).ShouldBe(401);
        (await With(d => d.SigningCredentials = new(Key, SecurityAlgorithms.HmacSha512))).ShouldBe(401);
        var parts = new JsonWebTokenHandler().CreateToken(Good).Split('.');
        (await Asked($"{parts[0]}.{parts[1]}.")).ShouldBe(401);
        (await Asked($"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}")).ShouldBe(401);
        (await Asked("nonsense")).ShouldBe(401);
    }

    [Fact]
    public async Task one_whose_issuer_asks_that_something_be_understood_is_refused() =>
        (
            await With(d =>
                d.AdditionalHeaderClaims = new Dictionary<string, object>
                {
                    ["crit"] = new[] { "urn:example:once" },
                    ["urn:example:once"] = true,
                }
            )
        ).ShouldBe(401);

    [Fact]
    public async Task one_that_does_not_say_who_in_what_role_of_which_practice_may_nothing()
    {
        (await Claiming("tenant", null)).ShouldBe(403);
        (await Claiming("tenant", string.Empty)).ShouldBe(403);
        (await Claiming("role", "director")).ShouldBe(403);
        (await Claiming("person", "somebody")).ShouldBe(403);
    }

    [Fact]
    public async Task one_that_says_it_otherwise_than_in_texts_or_twice_is_refused_and_says_so()
    {
        (await Claiming("tenant", 5)).ShouldBe(401);
        (await Claiming("person", true)).ShouldBe(401);
        (await Claiming("establishment", new Dictionary<string, object> { ["id"] = "a" })).ShouldBe(401);
        var payload =
            $$"""{"tenant":"cabinet","tenant":"another","role":"practice","person":"{{Practice["person"]}}","iss":"{{Tokens.DevelopmentIssuer}}","aud":"{{Tokens.DevelopmentIssuer}}","exp":4000000000}""";
        var answer = await Answered(new JsonWebTokenHandler().CreateToken(payload, Good.SigningCredentials));
        answer.Context.Response.StatusCode.ShouldBe(401);
        (await answer.ReadAsTextAsync()).ShouldContain("The token's payload has a member twice.");
    }
}
