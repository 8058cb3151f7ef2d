using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_a_reader_or_a_step_is_not_allowed(ReportingFixture service)
{
    [Fact]
    public async Task what_is_not_yours_is_not_there()
    {
        var journey = await new Journey(service).ToAgreed();
        await journey.Lead("publish");
        var path = journey.BilanPath;
        Speaker[] strangers =
        [
            service.As(Roles.Facilitator),
            service.As(Roles.Member),
            service.As(Roles.Facilitator, journey.Members[0]),
            service.As(Roles.Practice, tenant: "autre"),
            service.As(Roles.Facilitator, journey.FacilitatorId, "autre"),
            service.As(Roles.Establishment, establishment: Guid.CreateVersion7()),
            service.As(Roles.Establishment, establishment: Guid.NewGuid()),
        ];
        foreach (var stranger in strangers)
        {
            await stranger.Get(path, 404);
            await stranger.Get($"/v1/groups/{journey.Group}/bilans", 404);
        }

        await service.As(Roles.Member).Post($"{path}/amendments", """{"dimension":"bond","text":"t"}""", 404);
        await service.As(Roles.Facilitator).Post($"{path}/lock", "{}", 404, "\"1\"");
        await service.As(Roles.Facilitator).Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 404);
        await service.As(Roles.Facilitator).Post($"/v1/engagements/{journey.Engagement}/bilans", Journey.Draft(), 404);
        await journey.Facilitator.Post($"/v1/groups/{Guid.NewGuid()}/bilans", Journey.Draft(), 404);
        await journey.Facilitator.Post($"{path}/amendments/{Guid.NewGuid()}/accept", "{}", 409);
        await journey.Facilitator.Get($"/v1/bilans/{Guid.NewGuid()}", 404);
    }

    [Fact]
    public async Task a_role_may_do_its_own_part_alone()
    {
        var journey = await new Journey(service).ToLocked();
        var path = journey.BilanPath;
        foreach (var role in new[] { Roles.Auditor, Roles.Platform, Roles.Operator })
        {
            await service.As(role).Get(path, 403);
        }

        await journey.Practice.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 403);
        await journey.Member(0).Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 403);
        foreach (var verb in new[] { "lock", "agree", "fail", "publish", "orientation" })
        {
            await journey.Member(0).Post($"{path}/{verb}", "{}", 403, "\"2\"");
            await journey.Practice.Post($"{path}/{verb}", "{}", 403, "\"2\"");
            await journey.Asker.Post($"{path}/{verb}", "{}", 403, "\"2\"");
        }

        foreach (var verb in new[] { "amendments", "approvals", "dissents", "objections" })
        {
            await journey.Practice.Post($"{path}/{verb}", "{}", 403);
            await journey.Asker.Post($"{path}/{verb}", "{}", 403);
        }

        await journey.Member(0).Post($"{path}/amendments/{Guid.NewGuid()}/accept", "{}", 403);
        await journey.Member(0).Post($"{path}/amendments/{Guid.NewGuid()}/refuse", """{"reason":"r"}""", 403);
        await journey.Facilitator.Post($"{path}/amendments/{Guid.NewGuid()}/accept", "{}", 404);
    }

    [Fact]
    public async Task a_lead_wants_the_version_that_was_read()
    {
        var journey = await new Journey(service).ToDrafted();
        var path = journey.BilanPath;
        foreach (var verb in new[] { "lock", "agree", "fail", "publish" })
        {
            (await journey.Facilitator.Post($"{path}/{verb}", "{}", 428)).Kind().ShouldBe("/problems/precondition-required");
            (await journey.Facilitator.Post($"{path}/{verb}", "{}", 412, "\"9\"")).Kind().ShouldBe("/problems/precondition-failed");
        }

        var read = (await journey.Facilitator.Get(path)).ETag;
        var locks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => journey.Facilitator.Try($"{path}/lock", "{}", read)));
        locks.Select(a => a.Status).Order().ShouldBe([200, 412, 412]);
        (await journey.Facilitator.Get(path)).ETag.ShouldBe("\"3\"");
    }

    [Fact]
    public async Task a_step_out_of_order_is_refused()
    {
        var journey = await new Journey(service).ToDrafted();
        var path = journey.BilanPath;
        await journey.Member(0).Post($"{path}/approvals", """{"textHash":"h"}""", 409);
        await journey.Member(0).Post($"{path}/dissents", """{"textHash":"h"}""", 409);
        await journey.Member(0).Post($"{path}/objections", """{"textHash":"h","reason":"r"}""", 409);
        await journey.Lead("agree", status: 409);
        await journey.Lead("publish", status: 409);
        await journey.Lead("fail", status: 409);
    }

    [Theory]
    [InlineData("""{"from":"2026-02-01","to":"2026-01-01","sections":[{"dimension":"bond","text":"t"}]}""")]
    [InlineData("""{"from":"2026-01-01","to":"2026-01-31","sections":[]}""")]
    [InlineData("""{"from":"2026-01-01","to":"2026-01-31","sections":[{"dimension":"bond","text":"t"},{"dimension":"bond","text":"u"}]}""")]
    [InlineData("""{"from":"2026-01-01","to":"2026-01-31","sections":[{"dimension":"bond","text":" "}]}""")]
    [InlineData("""{"from":"2026-01-01","to":"2026-01-31","sections":[{"dimension":"other","text":"t"}]}""")]
    [InlineData("""{"from":"2026-01-01","to":"2026-01-31","sections":[null]}""")]
    [InlineData("""{"from":"2026-01-01","to":"2026-01-31"}""")]
    [InlineData("""{"from":"01/01/2026","to":"2026-01-31","sections":[{"dimension":"bond","text":"t"}]}""")]
    public async Task a_draft_that_cannot_be_read_is_malformed(string body)
    {
        var journey = await new Journey(service).ToHeld();
        var problem = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", body, 400);
        problem.Kind().ShouldBe("/problems/malformed");
    }

    [Theory]
    [InlineData("2020-01-01", "2026-01-31")]
    [InlineData("2026-08-01", "2099-01-01")]
    public async Task a_period_lies_within_its_engagement_and_has_passed(string from, string to)
    {
        var journey = await new Journey(service).ToHeld();
        var body = $$"""{"from":"{{from}}","to":"{{to}}","sections":[{"dimension":"bond","text":"t"}],"unmeasured":"too-early"}""";
        var problem = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", body, 422);
        problem.Rule().ShouldBe("always/bilan-period/design");
    }
}
