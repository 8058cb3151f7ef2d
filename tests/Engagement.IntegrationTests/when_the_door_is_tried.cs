using System.Text;
using System.Text.Json.Nodes;
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
        foreach (var tenant in (string[])["*DEFAULT*", "*", "a b", "../h2", "cabinet\u202e", "\u00ff", new('x', 5_000)])
        {
            var refused = await Lacks(service.As(Roles.Practice, tenant: tenant), "tenant");
            refused["satisfy"]!.ToString().ShouldStartWith("Use a token that names tenant once, in 1 to 100 ASCII letters");
        }
    }

    [Fact]
    public async Task a_role_that_may_not_is_told_which_may()
    {
        var refused = await service.As(Roles.Member).Try("/v1/facilitators", "{}");
        refused.Status.ShouldBe(403);
        refused.Body["satisfy"]!.ToString().ShouldBe("Use a token with the role practice.");
    }

    [Fact]
    public async Task a_misspelt_parameter_is_no_filter()
    {
        var practice = service.As(Roles.Practice);
        var refused = (await practice.Get("/v1/engagements?limt=1", 400)).Body;
        refused["satisfy"]!.ToString().ShouldStartWith("Did you mean limit?");
        refused.ToJsonString().ShouldNotContain("limt");
        (await practice.Get("/v1/engagements?whatever=1", 400)).Body["satisfy"]!.ToString().ShouldStartWith("This operation takes: ");
        await practice.Get("/v1/engagements?Limit=1");
    }

    [Theory]
    [InlineData("""{"siret":"73282932000074","sector":"health"}""", "missing", "/name", "name is missing.")]
    [InlineData("""{"name":"A","siret":"73282932000074","sector":"health","nam":1}""", "unknown", "", "Did you mean name?")]
    [InlineData("""{"name":null,"siret":"73282932000074","sector":"health"}""", "null", "/name", "Give a text")]
    [InlineData("""{"name":"A","siret":1,"sector":"health"}""", "type", "/siret", "Give a text")]
    [InlineData("""{"name":"A","name":"B","siret":"73282932000074","sector":"health"}""", "twice", null, "Give it once.")]
    [InlineData("""{"name":"A",""", "syntax", null, "line 1")]
    [InlineData("", "missing", "", "The body is empty.")]
    [InlineData("""{"name":"A","siret":"73282932000075","sector":"health"}""", "value", "/siret", "siret", 422)]
    [InlineData("""{"occurredAt":"yesterday","name":"A","siret":"73282932000074","sector":"health"}""", "type", "/occurredAt", "RFC 3339")]
    public async Task a_body_is_told_the_place(string body, string code, string? place, string says, int status = 400)
    {
        var refused = (await service.As(Roles.Practice).Post("/v1/establishments", body, status)).Body;
        var error = refused["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["code"]!.ToString().ShouldBe(code);
        if (place is not null)
        {
            error["pointer"]!.ToString().ShouldBe(place);
        }

        $"{error["message"]} {error["allowed"]} {refused["satisfy"]}".ShouldContain(says);
        refused.ToJsonString().ShouldNotContain("yesterday");
        refused.ToJsonString().ShouldNotContain("\"nam\"");
    }

    [Fact]
    public async Task a_place_in_a_list_is_told_and_what_is_allowed_there()
    {
        var refused = await service
            .As(Roles.Practice)
            .Post(
                "/v1/facilitators",
                """{"displayName":"A B","independenceDeclared":true,"evidence":[{"kind":"training","title":"A","years":null},{"kind":"magic","title":"A"}]}""",
                400
            );
        var error = refused.Body["errors"]![0]!;
        error["pointer"]!.ToString().ShouldBe("/evidence/1/kind");
        error["allowed"]!.ToString().ShouldStartWith("Give one of: ");
    }

    [Theory]
    [InlineData("/v1/engagements?limit=x", "limit", "type")]
    [InlineData("/v1/engagements?limit=0", "limit", "value")]
    [InlineData("/v1/engagements?after=zz", "after", "value")]
    public async Task a_parameter_is_told(string path, string parameter, string code)
    {
        var error = (await service.As(Roles.Practice).Get(path, 400)).Body["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["parameter"]!.ToString().ShouldBe(parameter);
        error["code"]!.ToString().ShouldBe(code);
        error["pointer"].ShouldBeNull();
    }

    [Theory]
    [InlineData("/v1/engagements?activatedFrom=2026-03-02T09:00:00Z&activatedBefore=2026-03-01T09:00:00Z", "activatedFrom activatedBefore")]
    [InlineData("/v1/requests?askedFrom=2026-03-02T09:00:00Z&askedBefore=2026-03-02T09:00:00Z&limit=0", "limit askedFrom askedBefore")]
    [InlineData("/v1/establishments?siret=1&sector=x&q=%20&territory=20", "sector siret territory q")]
    public async Task what_can_find_nothing_is_refused_with_all_else(string path, string parameters) =>
        string.Join(' ', (await service.As(Roles.Practice).Get(path, 400)).Body["errors"]!.AsArray().Select(e => $"{e!["parameter"]}"))
            .ShouldBe(parameters);

    [Fact]
    public async Task the_form_of_a_body_is_told_beside_its_query_and_its_headers()
    {
        static string Places(Answer refused) =>
            string.Join(' ', refused.Body["errors"]!.AsArray().Select(e => $"{e!["code"]}:{e["parameter"]}{e["pointer"]}"));
        var (practice, body) = (service.As(Roles.Practice), """{"name":"N","siret":1,"nam":1}""");
        Places(await practice.Upload("/v1/establishments?foo=1", Encoding.UTF8.GetBytes(body), "application/json", 400))
            .ShouldBe("unknown: type:/siret unknown: missing:/sector");
        Places(await practice.Post($"/v1/requests/{Guid.NewGuid()}/decline", """{"zz":1}""", 400, "1"))
            .ShouldBe("value:If-Match unknown: missing:/reason");
        Places(await practice.Post($"/v1/requests/{Guid.NewGuid()}/decline", "{", 400, "1")).ShouldBe("value:If-Match");
    }

    [Fact]
    public async Task a_platform_names_whom_it_looks_for()
    {
        var refused = await service.As(Roles.Platform).Get("/v1/establishments?q=mai", 400);
        refused.Body["errors"]!.AsArray().Select(e => $"{e!["parameter"]}").ShouldBe(["finess", "siret"]);
    }

    [Fact]
    public async Task a_body_is_told_all_before_the_rule_of_its_time()
    {
        var refused = await service
            .As(Roles.Practice)
            .Post(
                "/v1/establishments",
                """{"name":" ","siret":"73282932000074","sector":"health","occurredAt":"2090-01-01T00:00:00Z"}""",
                400
            );
        refused.Body["errors"]!.AsArray().Select(e => $"{e!["pointer"]}").ShouldBe(["/name", "/occurredAt"]);
    }

    [Fact]
    public async Task who_may_is_said_before_what_is_read()
    {
        await service.As(Roles.Member).Form("/v1/facilitators", 403);
        await service.As(Roles.Practice).Form("/v1/facilitators", 415);
    }

    [Theory]
    [InlineData("text/plain", 406)]
    [InlineData("application/json;q=0", 406)]
    [InlineData("text/html, application/*;q=0.5", 200)]
    [InlineData("*/*", 200)]
    [InlineData(";;q=x", 200)]
    public async Task what_cannot_be_accepted_is_not_answered(string accept, int status) =>
        await service.As(Roles.Practice).Accepting("/v1/engagements", accept, status);

    [Fact]
    public async Task what_the_database_would_refuse_is_the_callers_mistake() =>
        await service.As(Roles.Practice).Get("/v1/establishments?finess=%00", 400);

    private static async Task<JsonObject> Lacks(Speaker speaker, string claim)
    {
        var refused = (await speaker.Get("/v1/engagements", 403)).Body;
        refused["detail"]!.ToString().ShouldBe($"The token lacks the claim {claim}, or has it damaged or twice.");
        return refused;
    }
}
