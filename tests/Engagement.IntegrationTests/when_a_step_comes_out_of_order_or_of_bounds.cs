using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_a_step_comes_out_of_order_or_of_bounds(EngagementFixture service)
{
    [Fact]
    public async Task a_change_needs_the_version_it_was_decided_on()
    {
        var journey = await new Journey(service).ToRequest();
        var path = $"/v1/requests/{journey.Request}";
        var body = """{"kind":"practice-analysis","reason":"r"}""";
        (await journey.Practice.Post($"{path}/qualify", body, 428)).Kind().ShouldBe("/problems/precondition-required");
        (await journey.Practice.Post($"{path}/qualify", body, 412, "\"1\"")).Kind().ShouldBe("/problems/precondition-failed");
        (await journey.Practice.Post($"{path}/qualify", body, 200, "\"2\"")).ETag.ShouldBe("\"3\"");
        await service.As(Roles.Practice, tenant: "autre").Post($"{path}/qualify", body, 404, "\"3\"");
        await journey.Asker.Post($"{path}/qualify", body, 403, "\"3\"");
    }

    [Fact]
    public async Task no_engagement_comes_of_a_request_that_is_not_qualified_nor_two_of_one_that_is()
    {
        var journey = await new Journey(service).ToRequest();
        var open = $$"""{"request":"{{journey.Request}}"}""";
        await journey.Practice.Post("/v1/engagements", open, 409);
        await journey.Change(journey.Practice, $"/v1/requests/{journey.Request}", "qualify", """{"kind":"supervision","reason":"r"}""");
        await service.As(Roles.Practice, tenant: "autre").Post("/v1/engagements", open, 404);
        var first = await journey.Practice.Post("/v1/engagements", open, 201);
        first.Location.ShouldBe($"/v1/engagements/{first.Id}");
        first.Body["kind"]!.GetValue<string>().ShouldBe("supervision");
        await journey.Practice.Post("/v1/engagements", open, 409);
    }

    [Fact]
    public async Task an_establishment_asks_for_itself_alone()
    {
        var journey = await new Journey(service).ToRequest();
        var body = $$"""
            {"establishment":"{{journey.Establishment}}","context":"c","sector":"social","territory":"38","headcount":9,"asked":"a","demand":"relation"}
            """;
        await service.As(Roles.Establishment, establishment: Given.Id(77)).Post("/v1/requests", body, 404);
        await journey.Practice.Post("/v1/requests", body.Replace("relation", "comfort"), 400);
        var request = await journey.Practice.Post("/v1/requests", body, 201);
        request.Body["proposed"]!.GetValue<string>().ShouldBe("supervision");
        await journey.Asker.Post($"/v1/requests/{request.Id}/decline", """{"reason":"r"}""", 403, request.ETag);
        (await journey.Asker.Post($"/v1/requests/{request.Id}/withdraw", """{"reason":"r"}""", 200, request.ETag)).Body["state"]!
            .GetValue<string>()
            .ShouldBe("withdrawn");
    }

    [Fact]
    public async Task no_dispositif_is_designed_before_the_diagnosis_is_restituted()
    {
        var journey = await new Journey(service).ToOpened();
        await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", Journey.Dispositif(), 409);
        await journey.Change(journey.Practice, journey.EngagementPath, "diagnosis", "{}", 409);
        await journey.Practice.Post($"{journey.EngagementPath}/groups", """{"label":"A"}""", 409);
        await journey.Change(journey.Practice, journey.EngagementPath, "activate", "{}", 409);
        await journey.Change(journey.Practice, journey.EngagementPath, "abandon", Journey.Text("reason"));
        (await journey.State()).ShouldBe("abandoned");
    }

    [Fact]
    public async Task frames_that_nothing_satisfies_together_are_refused_by_both_names()
    {
        var journey = await new Journey(service).ToDesigning();
        var both = Journey
            .Dispositif()
            .Replace("""[{"name":"team","version":1}]""", """[{"name":"managers","version":1},{"name":"team","version":1}]""");
        var problem = await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", both, 422);
        problem.Kind().ShouldBe("/problems/unsatisfiable");
        problem.Rule(0).ShouldBe("team/size/S2");
        problem.Rule(1).ShouldBe("managers/size/S2");
    }

    [Theory]
    [InlineData(",\"groupMinimum\":7", "team/size/S2")]
    [InlineData(",\"groupMaximum\":13", "team/size/S2")]
    public async Task sizes_outside_the_frames_are_refused(string more, string rule)
    {
        var journey = await new Journey(service).ToDesigning();
        (await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", Journey.Dispositif(more: more), 422))
            .Rule()
            .ShouldBe(rule);
    }

    [Theory]
    [InlineData("\"frames\":[null]")]
    [InlineData("\"frames\":[]")]
    [InlineData("\"frames\":[{\"name\":\"team\",\"version\":2}]")]
    [InlineData("\"frames\":null")]
    public async Task a_body_that_names_no_frame_is_malformed(string frames)
    {
        var journey = await new Journey(service).ToDesigning();
        var body = Journey.Dispositif().Replace("\"frames\":[{\"name\":\"team\",\"version\":1}]", frames);
        await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", body, 400);
    }

    [Fact]
    public async Task a_group_of_one_institution_stays_so_and_is_sealed_with_its_minimum()
    {
        var journey = await new Journey(service).ToSealed();
        (await journey.Enrol(journey.Establishment, 422)).Rule().ShouldBe("always/stability/S4");

        var second = (await journey.Practice.Post($"{journey.EngagementPath}/groups", """{"label":"B"}""", 201)).Location;
        await journey.Change(journey.Practice, second, "seal", "{}", 422);
        string Body(Guid institution) => $$"""{"displayName":"Dominique","institution":"{{institution}}"}""";
        await journey.Practice.Post($"{second}/members", Body(Given.Id(5)), 200);
        (await journey.Practice.Post($"{second}/members", Body(Given.Id(6)), 422)).Rule().ShouldBe("team/composition/S2");
        var under = Body(Given.Id(5)).Replace("}", ",\"underFacilitatorsAuthority\":true}");
        (await journey.Practice.Post($"{second}/members", under, 422)).Rule().ShouldBe("team/independence/S2");
        (await journey.Change(journey.Practice, second, "seal", "{}", 422)).Rule().ShouldBe("team/size/S2");
    }

    [Fact]
    public async Task nothing_is_activated_before_every_acceptance()
    {
        var journey = await new Journey(service).ToSealed();
        await journey.Change(journey.Practice, journey.EngagementPath, "charter/ratify", "{}", 422);
        await journey.Change(journey.Practice, journey.EngagementPath, "activate", "{}", 409);
        var stale = await journey.Member(0).Post($"{journey.EngagementPath}/charter/accept", """{"textHash":"0"}""", 422);
        stale.Rule().ShouldBe("always/charter-acceptance/S3");
        await journey.Member(0).Post($"{journey.EngagementPath}/charter/accept", await journey.Acceptance(), 200);
        var again = await journey.Member(0).Post($"{journey.EngagementPath}/charter/accept", await journey.Acceptance(), 200);
        again.Body["charter"]!["accepted"]!.GetValue<int>().ShouldBe(1);
        again.Body["charter"]!["missing"]!.GetValue<int>().ShouldBe(8);
    }

    [Fact]
    public async Task members_enrolled_at_once_never_pass_the_maximum()
    {
        var journey = await new Journey(service).ToChartering(Journey.Dispositif("managers", ",\"groupMaximum\":4"));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    journey.Practice.Try(
                        $"{journey.GroupPath}/members",
                        $$"""{"displayName":"Dominique","institution":"{{Given.Id(50 + i)}}"}"""
                    )
                )
        );
        answers.Select(a => a.Status).Order().ShouldBe([200, 200, 200, 200, 422, 422]);
        (await journey.Practice.Get(journey.GroupPath)).Body["members"]!.AsArray().Count.ShouldBe(4);
        (await journey.Practice.Get(journey.EngagementPath)).Body["groups"]![0]!["members"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public async Task one_request_opened_twice_at_once_gives_one_engagement()
    {
        var journey = await new Journey(service).ToRequest();
        await journey.Change(journey.Practice, $"/v1/requests/{journey.Request}", "qualify", """{"kind":"supervision","reason":"r"}""");
        var open = $$"""{"request":"{{journey.Request}}"}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => journey.Practice.Try("/v1/engagements", open)));
        answers.Select(a => a.Status).Order().ShouldBe([201, 409, 409, 409]);
    }
}
