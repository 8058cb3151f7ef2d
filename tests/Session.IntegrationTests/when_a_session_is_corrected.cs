using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Kernel;

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

    private static string Attendance(params IEnumerable<Guid> persons) =>
        new JsonObject { ["present"] = new JsonArray([.. persons.Select(p => JsonValue.Create(p))]) }.ToJsonString();

    [Fact]
    public async Task one_that_is_sent_again_is_one()
    {
        var journey = await ToClosed();
        var (etag, key) = ((await journey.Facilitator.Get(journey.Path)).ETag, Guid.NewGuid().ToString());
        var path = $"{journey.Path}/corrections";
        (await journey.Facilitator.Try(path, Minutes, etag, key)).Status.ShouldBe(200);
        (await journey.Facilitator.Try(path, Minutes, etag, key)).Status.ShouldBe(200);
        (await journey.Facilitator.Try(path, Minutes, etag)).Status.ShouldBe(412);
        (await journey.Change("corrections", Minutes, 409)).Body["detail"]!.GetValue<string>().ShouldBe("minutes already has this value.");
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
        await journey.Member(6).Post($"{journey.Path}/corrections/contest", """{"present":true}""", 409);
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
    public async Task who_has_left_contests_what_was_recorded_since_and_reads_no_more_for_it()
    {
        var journey = await ToClosed();
        await journey.Tell(
            new MemberLeft(
                journey.Group,
                journey.Engagement,
                journey.Persons[7],
                journey.At(41) with
                {
                    OccurredAt = DateTimeOffset.UtcNow,
                }
            )
        );
        var (gone, before) = (journey.Member(7), (await journey.Member(7).Get(journey.Path)).Body);
        await journey.Change("corrections", Present(journey.Persons[..7]));
        var waiting = await gone.Get("/v1/persons/me/waiting/session");
        waiting.Body["items"]!.AsArray().ShouldHaveSingleItem()!["resource"]!.GetValue<string>().ShouldBe(journey.Path);
        (await gone.Get(journey.Path)).Body.ToJsonString().ShouldBe(before.ToJsonString(), "as they left it");
        var contested = await gone.Post($"{journey.Path}/corrections/contest", "{}", 200);
        contested.Body.ToJsonString().ShouldBe(before.ToJsonString());
        var stands = (await journey.Facilitator.Get(journey.Path)).Body;
        stands["present"]!.AsArray().Count.ShouldBe(8);
        (await gone.Get("/v1/persons/me/waiting/session")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    private static string Of(Guid member) => new JsonObject { ["member"] = member }.ToJsonString();

    private static IEnumerable<string> Waiting(Answer answer) =>
        answer.Body["items"]!.AsArray().Select(i => i!["kind"]!.GetValue<string>());

    [Fact]
    public async Task who_was_left_out_says_so_whether_or_not_they_have_left_and_somebody_else_who_was_there_confirms_it()
    {
        const string Waits = "/v1/persons/me/waiting/session";
        var journey = await new Journey(service, "free-circle", "free").Open();
        var (contest, confirm) = ($"{journey.Path}/corrections/contest", $"{journey.Path}/corrections/confirm");
        await journey.Change("attendance", Attendance(journey.Persons[..4]));
        await journey.Change("phases/settle/start");
        await journey.Change("phases/settle/complete");
        await journey.Member(6).Post(contest, "{}", 409);
        await journey.Change(
            "close",
            """{"minutes":12,"explanation":"told-afterwards","themes":[{"axis":"emotional-demands","level":"collective"}],"outcome":"change"}"""
        );

        // A word beside the record: seen by the group, and by who is asked to confirm it.
        var claimed = (await journey.Member(6).Post(contest, "{}", 200)).Body;
        claimed["present"]!.AsArray().Count.ShouldBe(4);
        await journey.Member(6).Post(contest, "{}", 409);
        var shown = (await journey.Member(1).Get(journey.Path)).Body["claims"]!.AsArray().ShouldHaveSingleItem()!;
        (shown["member"]!.GetValue<Guid>(), shown["confirmed"]!.GetValue<bool>()).ShouldBe((journey.Persons[6], false));
        shown["confirmableUntil"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddDays(13));
        foreach (var who in new[] { journey.Facilitator, journey.Member(6) })
        {
            Waiting(await who.Get(Waits)).ShouldBe(["presence"]);
        }

        // Nor was it by their own token that these were there.
        Waiting(await journey.Member(1).Get(Waits)).ShouldBe(["correction", "presence"]);

        // Nobody confirms their own, nor who was not there; who was there does.
        await journey.Member(6).Post(confirm, Of(journey.Persons[6]), 422);
        await journey.Member(5).Post(confirm, Of(journey.Persons[6]), 422);
        await journey.Member(1).Post(confirm, Of(journey.Persons[5]), 409);
        await service.As(Roles.Member, Guid.CreateVersion7()).Post(confirm, Of(journey.Persons[6]), 404);
        await service.As(Roles.Facilitator, Guid.CreateVersion7()).Post(confirm, Of(journey.Persons[6]), 404);
        await service.As(Roles.Practice).Post(confirm, Of(journey.Persons[6]), 403);
        var confirmed = (await journey.Member(1).Post(confirm, Of(journey.Persons[6]), 200)).Body;
        confirmed["present"]!.AsArray().Count.ShouldBe(5);
        confirmed["claims"]![0]!["confirmed"]!.GetValue<bool>().ShouldBeTrue();
        await journey.Change("corrections", Present(journey.Persons[..5]), 422);
        Waiting(await journey.Facilitator.Get(Waits)).ShouldBeEmpty();

        // Who has left says it too: their hours are theirs.
        await journey.Tell(
            new MemberLeft(
                journey.Group,
                journey.Engagement,
                journey.Persons[7],
                journey.At(41) with
                {
                    OccurredAt = DateTimeOffset.UtcNow,
                }
            )
        );
        await journey.Member(7).Get(journey.Path, 404);
        await journey.Member(7).Post(contest, "{}", 200);
        (await journey.Facilitator.Get(journey.Path)).Body["present"]!.AsArray().Count.ShouldBe(5);
        var last = await journey.Facilitator.Post(confirm, Of(journey.Persons[7]), 200);
        last.Body["present"]!.AsArray().Count.ShouldBe(6);
        await service.As(Roles.Member, Guid.CreateVersion7()).Post(contest, "{}", 404);

        // Who was erased says nothing any more, and nobody says it for them.
        await journey.Member(5).Post(contest, "{}", 200);
        Waiting(await journey.Facilitator.Get(Waits)).ShouldBe(["presence"]);
        await journey.Tell(new PersonErasureRequested(journey.Persons[5], journey.At(50)));
        await journey.Facilitator.Post(confirm, Of(journey.Persons[5]), 410);
        Waiting(await journey.Facilitator.Get(Waits)).ShouldBeEmpty();
        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.At(60)));
        await journey.Member(4).Post(contest, "{}", 409);
    }

    [Fact]
    public async Task who_was_recorded_and_was_not_there_says_so_and_a_track_is_followed_at_no_session_of_before()
    {
        var journey = await ToClosed();
        Waiting(await journey.Member(5).Get("/v1/persons/me/waiting/session")).ShouldBe(["correction"]);
        var denied = await journey.Member(5).Post($"{journey.Path}/corrections/contest", "{}", 200);
        denied.Body["present"]!.AsArray().Select(p => p!.GetValue<Guid>()).ShouldNotContain(journey.Persons[5]);
        Waiting(await journey.Member(5).Get("/v1/persons/me/waiting/session")).ShouldBeEmpty();
        await journey.Change("corrections", Present(journey.Persons), 422);
        await journey.Member(3).Post($"{journey.Path}/corrections/contest", "{}", 422);

        var before = journey.Path.Split('/')[^1];
        var next = (await journey.Another()).Path.Split('/')[^1];
        var track = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/tracks", journey.Track(), 201);
        foreach (var verb in new[] { "progress", "complete", "abandon" })
        {
            var text =
                verb == "progress" ? "\"text\":\"x\","
                : verb == "abandon" ? "\"reason\":\"x\","
                : "";
            var refused = await journey.Member(0).Post($"{track.Location}/{verb}", $"{{{text}\"at\":\"{before}\"}}", 422);
            refused.Body["rules"]![0]!["rule"]!.GetValue<string>().ShouldBe("occurred-at");
        }

        await journey.Member(0).Post($"{track.Location}/progress", Journey.Text(more: $",\"at\":\"{next}\""), 200);
    }

    [Fact]
    public async Task an_oral_endorsement_goes_with_the_presence_at_which_it_was_given()
    {
        var journey = await new Journey(service, "free-circle", "free").Open();
        await journey.Change("attendance", Attendance(journey.Persons[..7]));
        await journey.Change("phases/settle/start");
        await journey.Change("corrections", Present(journey.Persons));
        var track = (await journey.Facilitator.Post($"/v1/groups/{journey.Group}/tracks", journey.Track(), 201)).Body["id"];
        var orally = new JsonObject { ["member"] = journey.Persons[7], ["at"] = journey.Path.Split('/')[^1] }.ToJsonString();
        var endorsed = await journey.Facilitator.Post($"/v1/tracks/{track}/endorsements", orally, 200);
        endorsed.Body["coBuilt"]!.GetValue<bool>().ShouldBeTrue();
        await journey.Member(7).Post($"{journey.Path}/corrections/contest", "{}", 200);
        var after = (await journey.Facilitator.Get($"/v1/tracks/{track}")).Body;
        after["coBuilt"]!.GetValue<bool>().ShouldBeFalse();
        after["endorsedBy"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task nobody_corrects_what_nobody_leads_and_who_led_it_is_told_so()
    {
        var journey = await ToClosed();
        var etag = (await journey.Facilitator.Get(journey.Path)).ETag;
        await journey.Tell(new FacilitatorRelieved(journey.Engagement, [journey.Group], journey.Activation.Facilitator, journey.At(42)));
        Correctable(await journey.Facilitator.Get(journey.Path)).ShouldBeEmpty();
        Correctable(await journey.Member(0).Get(journey.Path)).ShouldBeEmpty();
        await journey.Facilitator.Post($"{journey.Path}/corrections", Minutes, 403, etag);
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
        await journey.Tell(new SynthesisLocked(Given.Id(71), journey.Engagement, [session], new(Given.Id(71), 3, DateTimeOffset.UtcNow)));
        await journey.Change("corrections", Themes, 422);
        await journey.Tell(new SynthesisUnlocked(Given.Id(71), journey.Engagement, [session], new(Given.Id(71), 4, DateTimeOffset.UtcNow)));
        await journey.Change("corrections", Themes);
        await journey.Change("corrections", Minutes);
        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.At(60)));
        Correctable(await journey.Member(0).Get(journey.Path)).ShouldBeEmpty();
        await journey.Change("corrections", """{"reason":"mistyped","minutes":90}""", 409);
    }
}
