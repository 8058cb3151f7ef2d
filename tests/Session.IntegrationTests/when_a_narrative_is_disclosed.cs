using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.IntegrationTests;

public class when_a_narrative_is_disclosed(SessionFixture service)
{
    private const string Order = """{"basis":"judicial-order","reference":"TJ Grenoble, 26/0042"}""";
    private static readonly Guid Person = Guid.CreateVersion7();
    private readonly Speaker _auditor = service.As(Roles.Auditor, Person);

    private Speaker Practice => service.As(Roles.Practice, Given.Id(901));

    /// <summary>A session with a situation, and Reporting's word of the auditor's grant over its engagement.</summary>
    private async Task<(Journey Journey, Guid Grant)> Told()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        var grant = Guid.CreateVersion7();
        await Tell(journey, grant);
        return (journey, grant);
    }

    private static Task Tell(Journey journey, Guid grant, bool revoked = false) =>
        journey.Tell(
            new AuditGrantChanged(
                grant,
                Person,
                [journey.Engagement],
                DateTimeOffset.UtcNow.AddDays(60),
                revoked,
                new(grant, revoked ? 2 : 1, Given.Now)
            )
        );

    private static async Task<JsonNode> Only(Speaker reader, string path) =>
        (await reader.Get(path)).Body["items"]!.AsArray().ShouldHaveSingleItem()!;

    [Theory]
    [InlineData("""{"basis":"judicial-order"}""", "/basis /reference")]
    [InlineData("""{"basis":"incident-review"}""", "/basis")]
    public async Task a_basis_that_asks_for_more_is_told_the_place(string asked, string places)
    {
        var (journey, _) = await Told();
        var refused = (await _auditor.Post($"{journey.Path}/disclosures", asked, 422)).Body;
        string.Join(' ', refused["errors"]!.AsArray().Select(e => $"{e!["pointer"]}")).ShouldBe(places);
    }

    [Fact]
    public async Task without_a_grant_of_which_reporting_told_nothing_is_asked_for()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        await _auditor.Post($"{journey.Path}/disclosures", Order, 404);
        await Tell(await new Journey(service).Open(), Guid.CreateVersion7());
        await _auditor.Post($"{journey.Path}/disclosures", Order, 404);
        var grant = Guid.CreateVersion7();
        await Tell(journey, grant, revoked: true);
        await Tell(journey, grant);
        await _auditor.Post($"{journey.Path}/disclosures", Order, 404);
        await _auditor.Post($"/v1/sessions/{Guid.NewGuid()}/disclosures", Order, 404);
        (await journey.Facilitator.Get($"{journey.Path}/disclosures")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task an_order_is_agreed_by_practice_and_facilitator_and_the_members_see_it_asked_and_each_reading()
    {
        var (journey, _) = await Told();
        var asked = await _auditor.Post($"{journey.Path}/disclosures", Order, 201);
        var narratives = $"{asked.Location}/narratives";
        await _auditor.Get(narratives, 404);
        await _auditor.Post($"{asked.Location}/agree", "{}", 403);
        await Practice.Post($"{asked.Location}/agree", "{}", 200);
        await service.As(Roles.Practice, Given.Id(902)).Post($"{asked.Location}/agree", "{}", 200);
        await _auditor.Get(narratives, 404);
        (await Only(journey.Member(3), $"{journey.Path}/disclosures"))["state"]!.GetValue<string>().ShouldBe("requested");
        (await journey.Member(3).Post($"{asked.Location}/object", "{}", 422)).Body["rules"]![0]!["rule"]!
            .GetValue<string>()
            .ShouldBe("disclosure-basis");
        var agreed = await journey.Facilitator.Post($"{asked.Location}/agree", "{}", 200);
        agreed.Body["reference"]!.GetValue<string>().ShouldBe("TJ Grenoble, 26/0042");

        var read = await _auditor.Get(narratives);
        read.Body["items"]!.AsArray().ShouldHaveSingleItem()!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        read.Body.ToJsonString().ShouldNotContain(journey.Persons[0].ToString());
        await Practice.Get(narratives, 403);
        await service.As(Roles.Auditor, Guid.CreateVersion7()).Get(narratives, 404);
        await service.As(Roles.Auditor, Person, "autre").Get(narratives, 404);
        await _auditor.Get(journey.Path, 403);

        foreach (var (reader, yours) in new[] { (journey.Member(3), 0), (journey.Narrator, 1), (journey.Facilitator, 0) })
        {
            foreach (var path in (string[])[$"{journey.Path}/disclosures", "/v1/disclosures"])
            {
                var seen = await Only(reader, path);
                seen["basis"]!.GetValue<string>().ShouldBe("judicial-order");
                seen["requestedBy"]!.GetValue<string>().ShouldBe("auditor");
                seen["agreements"]!.GetValue<int>().ShouldBe(3);
                var reading = seen["readings"]!.AsArray().ShouldHaveSingleItem()!;
                (reading["texts"]!.GetValue<int>(), reading["yours"]!.GetValue<int>()).ShouldBe((1, yours));
                seen.ToJsonString().ShouldNotContain(Person.ToString());
            }
        }

        (await journey.Member(3).Get(asked.Location)).Body["reference"].ShouldBeNull();
        await service.As(Roles.Member).Get($"{journey.Path}/disclosures", 404);
        await service.As(Roles.Member).Get(asked.Location, 404);
        await Practice.Post($"{asked.Location}/end", "{}", 200);
        await _auditor.Get(narratives, 404);
        (await _auditor.Get(asked.Location)).Body["readings"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task who_left_the_group_sees_that_their_words_were_read()
    {
        var (journey, _) = await Told();
        var asked = await _auditor.Post($"{journey.Path}/disclosures", Order, 201);
        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[0], new(journey.Group, 11, Given.Now)));
        await Practice.Post($"{asked.Location}/agree", "{}", 200);
        await journey.Facilitator.Post($"{asked.Location}/agree", "{}", 200);
        await _auditor.Get($"{asked.Location}/narratives");
        (await Only(journey.Narrator, "/v1/disclosures"))["readings"]![0]!["yours"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task a_grant_that_is_taken_back_ends_it()
    {
        var (journey, grant) = await Told();
        var asked = await _auditor.Post($"{journey.Path}/disclosures", Order, 201);
        await Practice.Post($"{asked.Location}/agree", "{}", 200);
        await journey.Facilitator.Post($"{asked.Location}/agree", "{}", 200);
        await _auditor.Get($"{asked.Location}/narratives");
        await Tell(journey, grant, revoked: true);
        await Tell(journey, grant, revoked: true);
        await _auditor.Get($"{asked.Location}/narratives", 404);
        (await Only(journey.Member(2), $"{journey.Path}/disclosures"))["state"]!.GetValue<string>().ShouldBe("ended");
        await Practice.Post($"{asked.Location}/agree", "{}", 409);
    }

    [Fact]
    public async Task the_authors_agree_and_it_is_read_after_the_delay_unless_one_objects()
    {
        var (journey, _) = await Told();
        const string ask = """{"basis":"authors-agreement"}""";
        var asked = await _auditor.Post($"{journey.Path}/disclosures", ask, 201);
        await Practice.Post($"{asked.Location}/agree", "{}", 422);
        await journey.Member(1).Post($"{asked.Location}/agree", "{}", 422);
        await journey.Narrator.Post($"{asked.Location}/agree", "{}", 200);
        await _auditor.Get($"{asked.Location}/narratives", 404);

        await using (var later = await service.Beside(new Dictionary<string, string?>(), new WrongTime(TimeSpan.FromDays(14.5))))
        {
            var read = await new Speaker(later, _auditor.Token).Get($"{asked.Location}/narratives");
            read.Body["items"]!.AsArray().ShouldHaveSingleItem()!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        }

        var another = await _auditor.Post($"{journey.Path}/disclosures", ask, 201);
        await journey.Member(5).Post($"{another.Location}/object", "{}", 200);
        await journey.Narrator.Post($"{another.Location}/agree", "{}", 409);
        (await _auditor.Get(another.Location)).Body["state"]!.GetValue<string>().ShouldBe("refused");
    }

    [Fact]
    public async Task the_practice_under_several_names_and_its_auditor_open_nothing_without_the_group()
    {
        var (journey, _) = await Told();
        var said = (await _auditor.Post($"{journey.Path}/disclosures", Order, 201)).Body["texts"]![0]!.GetValue<long>();
        foreach (var basis in (string[])["person-in-danger", "data-protection"])
        {
            var body = $$"""{"basis":"{{basis}}","texts":[{{said}}]}""";
            var asked = await _auditor.Post($"{journey.Path}/disclosures", body, 201);
            foreach (var one in (int[])[901, 902, 903])
            {
                await service.As(Roles.Practice, Given.Id(one)).Post($"{asked.Location}/agree", "{}", 200);
            }

            await _auditor.Get($"{asked.Location}/narratives", 404);
            await journey.Member(1).Post($"{asked.Location}/agree", "{}", 200);
            (await _auditor.Get($"{asked.Location}/narratives")).Body["items"]!.AsArray().Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task what_is_refused_or_on_no_basis_is_not_read()
    {
        var (journey, _) = await Told();
        await _auditor.Post($"{journey.Path}/disclosures", """{"basis":"curiosity"}""", 400);
        await _auditor.Post($"{journey.Path}/disclosures", """{"basis":"incident-review"}""", 422);
        await _auditor.Post($"{journey.Path}/disclosures", """{"basis":"person-in-danger"}""", 422);
        var said = (await _auditor.Post($"{journey.Path}/disclosures", Order, 201)).Body["texts"]![0]!.GetValue<long>();
        var body = $$"""{"basis":"person-in-danger","texts":[{{said}}]}""";
        var asked = await _auditor.Post($"{journey.Path}/disclosures", body, 201);
        await Practice.Post($"{asked.Location}/refuse", "{}", 200, asked.ETag);
        await _auditor.Get($"{asked.Location}/narratives", 404);
        (await Practice.Get("/v1/disclosures")).Body["items"]!.AsArray().ShouldNotBeEmpty();
        (await service.As(Roles.Auditor, Guid.CreateVersion7()).Get("/v1/disclosures")).Body["items"]!.AsArray().ShouldBeEmpty();
        (await service.As(Roles.Facilitator, Guid.CreateVersion7()).Get("/v1/disclosures")).Body["items"]!.AsArray().ShouldBeEmpty();
    }
}
