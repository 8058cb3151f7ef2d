using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>What comes in wrong is told which part of it is.</summary>
public class when_the_door_is_tried(EngagementFixture service)
{
    [Fact]
    public async Task a_token_is_told_which_claim_it_lacks()
    {
        await Lacks(service.As(Roles.Establishment), "establishment");
        await Lacks(service.As(Roles.Establishment, establishment: Guid.Empty), "establishment");
        await Lacks(service.As(Roles.Practice, Guid.Empty), "person");
        await Lacks(service.As(Roles.Practice, tenant: "*DEFAULT*"), "tenant");
    }

    [Fact]
    public async Task a_role_that_may_not_is_told_which_may()
    {
        var refused = await service.As(Roles.Member).Try("/v1/facilitators", "{}");
        refused.Status.ShouldBe(403);
        refused.Body["satisfy"]!.ToString().ShouldBe("Use a token of one of these roles: practice.");
    }

    [Fact]
    public async Task what_the_database_would_refuse_is_the_callers_mistake() =>
        await service.As(Roles.Practice).Get("/v1/establishments?finess=%00", 400);

    private static async Task Lacks(Speaker speaker, string claim)
    {
        var refused = (await speaker.Get("/v1/engagements", 403)).Body;
        refused["detail"]!.ToString().ShouldBe($"The token lacks the claim {claim}, or has it torn or twice.");
    }
}
