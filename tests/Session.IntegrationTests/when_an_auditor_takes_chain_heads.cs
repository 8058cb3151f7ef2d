namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>The heads list every stream of the practice: they are for an auditor whom it granted all of its engagements, while it does.</summary>
public class when_an_auditor_takes_chain_heads(SessionFixture service)
{
    private const string Body = """
        {"protocol":{"name":"cercle-bref","version":1,"source":"practice","strictness":"strict","phases":[
          {"code":"dire","label":"Dire","brings":[{"kind":"expose","by":["member"]}],"needs":[],"asks":["expose"],"minutes":5}]}}
        """;

    [Fact]
    public Task none_is_listed_without_a_live_grant_over_the_whole_practice() =>
        service.ShouldWantAGrant("/v1/proof/heads/session", "/v1/protocol-templates", Body);
}
