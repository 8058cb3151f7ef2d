using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>A correction is one effect however often it is sent, and what other services tell ends it, in whatever order.</summary>
public class when_a_session_is_corrected(SessionFixture service)
{
    private const string Minutes = """{"reason":"mistyped","minutes":80}""";
    private const string Themes = """{"reason":"mistyped","themes":[{"axis":"working-hours","level":"individual"}]}""";

    private async Task<Journey> ToClosed()
    {
        var journey = await new Journey(service, "free-circle", "free").Open();
        await journey.Member(3).Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/settle/start");
        await journey.Change("phases/settle/complete");
        await journey.Change(
            "close",
            """{"minutes":12,"explanation":"told-afterwards","themes":[{"axis":"emotional-demands","level":"collective"}],"outcome":"change"}"""
        );
        return journey;
    }

    private static IEnumerable<string> Correctable(Answer session) =>
        session.Body["correctable"]!.AsArray().Select(c => c!["field"]!.GetValue<string>());

    private static string Present(params IEnumerable<Guid> persons) =>
        new JsonObject
        {
            ["reason"] = "wrong-source",
            ["present"] = new JsonArray([.. persons.Select(p => JsonValue.Create(p))]),
        }.ToJsonString();

    [Fact]
    public async Task one_that_is_sent_again_is_one()
    {
        var journey = await ToClosed();
        var (etag, key) = ((await journey.Facilitator.Get(journey.Path)).ETag, Guid.NewGuid().ToString());
        var path = $"{journey.Path}/corrections";
        (await journey.Facilitator.Try(path, Minutes, etag, key)).Status.ShouldBe(200);
        (await journey.Facilitator.Try(path, Minutes, etag, key)).Status.ShouldBe(200);
        (await journey.Facilitator.Try(path, Minutes, etag)).Status.ShouldBe(412);
        (await journey.Change("corrections", Minutes, 409)).Body["detail"]!.GetValue<string>().ShouldBe("minutes is what stands.");
        (await journey.Facilitator.Get(journey.Path)).Body["corrections"]!.AsArray().Count.ShouldBe(1);
        await journey.Facilitator.Post(path, Minutes, 428);
        await journey.Member(1).Post(path, Minutes, 403, etag);
        await service.As(Roles.Practice).Post(path, Minutes, 403, etag);
        await service.As(Roles.Facilitator, Guid.CreateVersion7()).Post(path, Minutes, 404, etag);
    }

    [Fact]
    public async Task what_was_entered_first_is_read_as_of_then_and_a_member_contests_what_is_theirs()
    {
        var journey = await ToClosed();
        var before = (await journey.Facilitator.Get(journey.Path)).Body["version"]!.GetValue<long>();
        await journey.Change("corrections", Present(journey.Persons.Except([journey.Persons[3]])), 422);
        await journey.Change("corrections", Present([.. journey.Persons, Guid.CreateVersion7()]), 422);
        var corrected = await journey.Change("corrections", Present(journey.Persons[..7]));
        corrected.Body["present"]!.AsArray().Count.ShouldBe(7);
        var then = await journey.Member(7).Get($"{journey.Path}?version={before}");
        then.Body["present"]!.AsArray().Count.ShouldBe(8);
        then.Body["corrections"]!.AsArray().ShouldBeEmpty();
        await journey.Member(6).Post($"{journey.Path}/corrections/contest", "{}", 409);
        var waiting = await journey.Member(7).Get("/v1/persons/me/waiting/session");
        waiting.Body["items"]!.AsArray().ShouldHaveSingleItem()!["resource"]!.GetValue<string>().ShouldBe(journey.Path);
        var contested = await journey.Member(7).Post($"{journey.Path}/corrections/contest", "{}", 200);
        contested.Body["present"]!.AsArray().Count.ShouldBe(8);
        (await journey.Member(7).Get("/v1/persons/me/waiting/session")).Body["items"]!.AsArray().ShouldBeEmpty();
        await journey.Change("corrections", Present(journey.Persons[..7]), 422);

        // Of the facts that name them, each member exports what is said of them, and of nobody else.
        var export = (await journey.Member(7).Get("/v1/persons/me/export/session")).Body.ToJsonString();
        export.ShouldContain("attendance_corrected");
        journey.Persons[..7].ShouldAllBe(p => !export.Contains(p.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task themes_stand_while_a_text_is_locked_and_all_once_the_engagement_is_concluded()
    {
        var journey = await ToClosed();
        var session = Guid.Parse(journey.Path.Split('/')[^1]);
        BilanLocked locked = new(Given.Id(70), journey.Engagement, [session], new(Given.Id(70), 4, DateTimeOffset.UtcNow));
        await journey.Tell(locked);
        await journey.Tell(locked);
        Correctable(await journey.Facilitator.Get(journey.Path)).ShouldBe(["minutes", "present"]);
        (await journey.Change("corrections", Themes, 422)).Body["rules"]![0]!["rule"]!.GetValue<string>().ShouldBe("session-correction");
        await journey.Tell(new BilanUnlocked(Given.Id(70), journey.Engagement, [session], new(Given.Id(70), 6, DateTimeOffset.UtcNow)));
        await journey.Change("corrections", Themes);
        await journey.Change("corrections", Minutes);
        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.At(60)));
        Correctable(await journey.Member(0).Get(journey.Path)).ShouldBeEmpty();
        await journey.Change("corrections", """{"reason":"mistyped","minutes":90}""", 409);
    }
}
