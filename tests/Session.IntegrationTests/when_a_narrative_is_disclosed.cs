using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Session.IntegrationTests;

public class when_a_narrative_is_disclosed(SessionFixture service)
{
    private readonly Speaker _auditor = service.As(Roles.Auditor, Guid.CreateVersion7());

    [Fact]
    public async Task two_persons_it_takes_and_the_members_see_both_and_each_reading()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        var asked = await _auditor.Post($"{journey.Path}/disclosures", """{"purpose":"judicial-order"}""", 201);
        var narratives = $"{asked.Location}/narratives";
        await _auditor.Get(narratives, 404);
        await _auditor.Post($"{asked.Location}/approve", """{"hours":2}""", 403, asked.ETag);
        await service.As(Roles.Practice).Post($"{asked.Location}/approve", """{"hours":2}""", 428);
        await service.As(Roles.Practice).Post($"{asked.Location}/approve", """{"hours":2}""", 200, asked.ETag);

        var read = await _auditor.Get(narratives);
        read.Body["items"]!.AsArray().ShouldHaveSingleItem()!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        read.Body.ToJsonString().ShouldNotContain(journey.Persons[0].ToString());
        await service.As(Roles.Practice).Get(narratives, 403);
        await service.As(Roles.Auditor, Guid.CreateVersion7()).Get(narratives, 404);
        await service.As(Roles.Auditor, tenant: "autre").Get(narratives, 404);
        await _auditor.Get(journey.Path, 403);

        foreach (var reader in (Speaker[])[journey.Member(3), journey.Facilitator])
        {
            var seen = (await reader.Get($"{journey.Path}/disclosures")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
            seen["purpose"]!.GetValue<string>().ShouldBe("judicial-order");
            seen["requestedBy"]!.GetValue<string>().ShouldBe("auditor");
            seen["approvedBy"]!.GetValue<string>().ShouldBe("practice");
            seen["readings"]!.AsArray().Count.ShouldBe(1);
        }

        await service.As(Roles.Member).Get($"{journey.Path}/disclosures", 404);
        await service.As(Roles.Practice).Post($"{asked.Location}/end", "{}", 200);
        await _auditor.Get(narratives, 404);
        (await _auditor.Get(asked.Location)).Body["readings"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task what_is_refused_or_not_there_is_not_read()
    {
        var journey = await new Journey(service).Open();
        await _auditor.Post($"/v1/sessions/{Guid.NewGuid()}/disclosures", """{"purpose":"judicial-order"}""", 404);
        await _auditor.Post($"{journey.Path}/disclosures", """{"purpose":"curiosity"}""", 400);
        var asked = await _auditor.Post($"{journey.Path}/disclosures", """{"purpose":"person-in-danger","private":true}""", 201);
        await service.As(Roles.Practice).Post($"{asked.Location}/refuse", "{}", 200, asked.ETag);
        await _auditor.Get($"{asked.Location}/narratives", 404);
        (await service.As(Roles.Practice).Get("/v1/disclosures")).Body["items"]!.AsArray().ShouldNotBeEmpty();
        (await service.As(Roles.Auditor, Guid.CreateVersion7()).Get("/v1/disclosures")).Body["items"]!.AsArray().ShouldBeEmpty();
    }
}
