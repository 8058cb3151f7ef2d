namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>The heads list every stream of the practice: they are for an auditor whom it granted all of its engagements, while it does.</summary>
public class when_an_auditor_takes_chain_heads(EngagementFixture service)
{
    private const string Body = """{"name":"IME","siret":"73282932000074","sector":"medico-social"}""";

    [Fact]
    public Task none_is_listed_without_a_live_grant_over_the_whole_practice() =>
        service.ShouldWantAGrant("/v1/proof/heads/engagement", "/v1/establishments", Body);
}
