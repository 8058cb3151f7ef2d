using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>Establishments are corrected and succeeded over HTTP: who may, and who reads what from then on.</summary>
public class when_an_establishment_is_put_right(EngagementFixture service)
{
    private const string Wrong = """{"name":"IME Les Tileuls","siret":"73282932000074","sector":"medico-social","territory":"38"}""";
    private const string Right = """{"reason":"mistyped","name":"IME Les Tilleuls"}""";

    private readonly string _tenant = $"cabinet-{Guid.NewGuid():N}";

    private Speaker Practice => service.As(Roles.Practice, tenant: _tenant);

    private Task<Answer> Register(string body = Wrong) => Practice.Post("/v1/establishments", body, 201);

    private static string Corrections(Answer of) => $"{of.Location}/corrections";

    private Task<long> Facts(string type) =>
        service.Count($"select count(*) from engagement.mt_events where tenant_id = '{_tenant}' and type = '{type}'");

    private static async Task<IEnumerable<Guid>> Found(Speaker who, string query) =>
        (await who.Get($"/v1/establishments{query}")).Body["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>());

    [Fact]
    public async Task it_shows_what_is_right_and_that_it_was_corrected_and_history_keeps_both()
    {
        var wrong = await Register();
        var right = await Practice.Post(Corrections(wrong), Right, 200, wrong.ETag);
        right.ETag.ShouldBe("\"2\"");
        right.Body["name"]!.ToString().ShouldBe("IME Les Tilleuls");
        var correction = right.Body["corrections"]!.AsArray().Single()!;
        new[] { "field", "from", "to", "reason", "by" }
            .Select(m => correction[m]!.ToString())
            .ShouldBe(["name", "IME Les Tileuls", "IME Les Tilleuls", "mistyped", "practice"]);
        (await Practice.Get($"{wrong.Location}?version=1")).Body["name"]!.ToString().ShouldBe("IME Les Tileuls");
        var own = service.As(Roles.Establishment, tenant: _tenant, establishment: wrong.Id);
        (await own.Get(wrong.Location)).Body["corrections"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_practice_alone_corrects_and_on_what_it_has_read()
    {
        var wrong = await Register();
        var own = service.As(Roles.Establishment, tenant: _tenant, establishment: wrong.Id);
        (await own.Try(Corrections(wrong), Right, wrong.ETag)).Status.ShouldBe(403);
        (await service.As(Roles.Facilitator, tenant: _tenant).Try(Corrections(wrong), Right, wrong.ETag)).Status.ShouldBe(403);
        await service.As(Roles.Practice, tenant: "un-autre-cabinet").Post(Corrections(wrong), Right, 404, wrong.ETag);
        await Practice.Post(Corrections(wrong), Right, 428);
        await Practice.Post(Corrections(wrong), Right, 412, "\"9\"");
        await Practice.Post(Corrections(wrong), Right.Replace("mistyped", "bored", StringComparison.Ordinal), 400, wrong.ETag);
        (await Facts("establishment_corrected")).ShouldBe(0);
    }

    [Fact]
    public async Task a_key_that_is_replayed_corrects_once()
    {
        var (wrong, key) = (await Register(), Guid.NewGuid().ToString());
        (await Practice.Try(Corrections(wrong), Right, wrong.ETag, key)).Status.ShouldBe(200);
        (await Practice.Try(Corrections(wrong), Right, wrong.ETag, key)).Status.ShouldBe(200);
        (await Facts("establishment_corrected")).ShouldBe(1);
    }

    [Fact]
    public async Task it_is_found_by_the_number_that_it_has_now_and_takes_no_others()
    {
        var (one, other) = (await Register(), await Register(Wrong.Replace("73282932000074", "35600000000048", StringComparison.Ordinal)));
        await Practice.Post(Corrections(one), """{"reason":"mistyped","siret":"35600000000048"}""", 409, one.ETag);
        var moved = $$"""{"reason":"changed","since":"2026-01-01","siret":"{{Given.Siret(7)}}"}""";
        await Practice.Post(Corrections(one), moved, 200, one.ETag);
        (await Found(Practice, $"?siret={Given.Siret(7)}")).ShouldBe([one.Id]);
        (await Found(Practice, "?siret=73282932000074")).ShouldBeEmpty();

        // Beside a site whose number is not known the same SIRET is taken; beside another site's number it is not.
        var beside = $$"""{"reason":"mistyped","siret":"{{Given.Siret(7)}}","finess":"380000018"}""";
        (await Practice.Post(Corrections(other), beside, 409, other.ETag)).Body["detail"]!.ToString().ShouldContain($"{one.Id}");
        await Practice.Post(Corrections(one), """{"reason":"omitted","finess":"380000125"}""", 200, "\"2\"");
        await Practice.Post(Corrections(other), beside, 200, other.ETag);
    }

    [Fact]
    public async Task a_succession_is_announced_and_the_successor_reads_what_runs_once_it_takes_effect()
    {
        var journey = await new Journey(service).ToActive();
        var successor = await journey.Practice.Post(
            "/v1/establishments",
            Wrong.Replace("73282932000074", Given.Siret(71), StringComparison.Ordinal),
            201
        );
        var (before, now) = (journey.Asker, service.As(Roles.Establishment, Given.Id(907), establishment: successor.Id));
        var old = $"/v1/establishments/{journey.Establishment}";
        var seen = await before.Get(journey.EngagementPath);
        await now.Get(journey.EngagementPath, 404);
        var succession = $$"""{"successor":"{{successor.Id}}","since":"2026-01-01","reason":"merged"}""";
        (await before.Try($"{old}/succession", succession, "\"1\"")).Status.ShouldBe(403);
        await service.As(Roles.Practice, tenant: _tenant).Post($"{old}/succession", succession, 404, "\"1\"");
        await journey.Practice.Post(
            $"{old}/succession",
            succession.Replace($"{successor.Id}", $"{Guid.NewGuid()}", StringComparison.Ordinal),
            400,
            "\"1\""
        );
        await journey.Change(journey.Practice, journey.EngagementPath, "renew", """{"months":6}""");
        var proposal = (await before.Get(journey.EngagementPath)).Body["proposals"]![0]!["id"]!.ToString();
        var announced = await journey.Change(journey.Practice, old, "succession", succession);
        announced.Body["succession"].ShouldBeNull();
        announced.Body["announced"]!["successor"]!.GetValue<Guid>().ShouldBe(successor.Id);

        // Meanwhile nothing is otherwise, and both houses are told; who meets there is too.
        await before.Get(journey.EngagementPath);
        await now.Get(journey.EngagementPath, 404);
        (await before.Get("/v1/persons/me/waiting/engagement")).Body["items"]!
            .AsArray()
            .ShouldContain(i => i!["kind"]!.ToString() == "succession" && i["resource"]!.ToString() == old);
        (await now.Get("/v1/persons/me/waiting/engagement")).Body["items"]!.AsArray().Single(i => i!["kind"]!.ToString() == "succession")![
            "resource"
        ]!
            .ToString()
            .ShouldBe(old);
        foreach (var told in new[] { journey.Member(0), journey.Facilitator })
        {
            (await told.Get("/v1/persons/me/waiting/engagement")).Body["items"]!
                .AsArray()
                .ShouldContain(i => i!["kind"]!.ToString() == "succession" && i["resource"]!.ToString() == journey.EngagementPath);
        }

        (await now.Get(old)).Body["announced"]!["acceptedAt"].ShouldBeNull();
        (await now.Post($"{old}/succession/confirm", "{}", 422)).Rule().ShouldBe("always/succession/design");
        (await before.Post($"{old}/succession/accept", "{}", 422)).Rule().ShouldBe("always/payer-agrees/design");
        (await journey.Practice.Post($"{old}/succession/accept", "{}", 422)).Rule().ShouldBe("always/payer-agrees/design");
        var recorded = await journey.Practice.Post($"{old}/succession/accept", """{"shownBy":"Lettre du 3 mars"}""", 200);
        recorded.Body["announced"]!["shownBy"]!.ToString().ShouldBe("Lettre du 3 mars");
        recorded.Body["announced"]!["contestableUntil"].ShouldNotBeNull();
        (await before.Post($"{old}/succession/confirm", "{}", 200)).Body["succession"].ShouldBeNull("the successor may still object");
        (await journey.Practice.Try($"{old}/succession/confirm", "{}")).Status.ShouldBe(403);
        (await journey.Practice.Try($"{old}/succession/object", "{}")).Status.ShouldBe(403);

        // Withdrawn, announced again, objected to: then its own word is asked for.
        await journey.Practice.Post($"{old}/succession/withdraw", "{}", 200);
        await before.Post($"{old}/succession/object", "{}", 409);
        await now.Get(old, 404);
        await journey.Change(journey.Practice, old, "succession", succession);
        (await before.Post($"{old}/succession/object", "{}", 200)).Body["announced"].ShouldBeNull();
        (await journey.Change(journey.Practice, old, "succession", succession)).Body["announced"]!["from"].ShouldBeNull();
        (await before.Post($"{old}/succession/confirm", "{}", 200)).Body["succession"].ShouldBeNull("nobody pays unasked");
        var dated = """{"occurredAt":"2026-01-02T00:00:00Z"}""";
        (await now.Post($"{old}/succession/accept", dated, 422)).Rule().ShouldBe("always/occurred-at/design");
        await now.Get(journey.EngagementPath, 404);
        await journey.Change(
            journey.Practice,
            successor.Location,
            "succession",
            $$"""{"successor":"{{journey.Establishment}}","since":"2026-01-01","reason":"merged"}"""
        );
        var done = await now.Post($"{old}/succession/accept", "{}", 200);
        (await now.Get(successor.Location)).Body["announced"].ShouldBeNull("who went into it takes no place any more");
        done.Body["succession"]!["establishment"]!.GetValue<Guid>().ShouldBe(successor.Id);

        (await journey.Member(0).Get("/v1/persons/me/waiting/engagement")).Body["items"]!
            .AsArray()
            .ShouldContain(i => i!["kind"]!.ToString() == "succession" && i["resource"]!.ToString() == journey.EngagementPath);

        // Neither as it is, nor as it was; but what it asked, and what it owed.
        await before.Get(journey.EngagementPath, 404);
        await before.Get($"{journey.EngagementPath}?version=1", 404);
        (await before.Get("/v1/engagements")).Body["items"]!
            .AsArray()
            .ShouldNotContain(e => e!["id"]!.GetValue<Guid>() == journey.Engagement);
        await before.Get($"{journey.EngagementPath}/statement");
        await before.Get($"/v1/requests/{journey.Request}");
        (await before.Get(old)).Body["succession"]!["reason"]!.ToString().ShouldBe("merged");
        var taken = await now.Get(journey.EngagementPath);
        taken.Body["dispositif"]!.ToJsonString().ShouldBe(seen.Body["dispositif"]!.ToJsonString());
        taken.Body["summary"].ShouldBeNull("it was given back to another one");
        taken.Body.ToJsonString().ShouldNotContain($"{journey.Establishment}");
        await now.Get($"/v1/requests/{journey.Request}", 404);
        await now.Get($"{journey.EngagementPath}/statement");
        (await now.Get(successor.Location)).Body["predecessors"]![0]!["establishment"]!.GetValue<Guid>().ShouldBe(journey.Establishment);

        // What waited for the one of before waits no more. Who pays is the successor, and accepts what is proposed to it.
        taken.Body["proposals"]!
            .AsArray()
            .ShouldBeEmpty();
        await now.Post($"{journey.EngagementPath}/proposals/{proposal}/accept", "{}", 404, taken.ETag);
        await journey.Change(journey.Practice, journey.EngagementPath, "renew", """{"months":6}""");
        proposal = (await now.Get(journey.EngagementPath)).Body["proposals"]![0]!["id"]!.ToString();
        await before.Post($"{journey.EngagementPath}/proposals/{proposal}/accept", "{}", 404, "\"1\"");
        await journey.Change(now, journey.EngagementPath, $"proposals/{proposal}/accept", "{}");
        (await journey.Practice.Get(journey.EngagementPath)).Body["accepted"]!
            .AsArray()
            .Select(a => a!["establishment"]!.GetValue<Guid>())
            .ShouldBe([journey.Establishment, successor.Id]);
        var asked = await before.Post(
            "/v1/requests",
            $$"""
            {"establishment":"{{journey.Establishment}}","context":"{{Journey.Canary}}","sector":"medico-social","territory":"38","headcount":24,
             "asked":"{{Journey.Canary}}","demand":"complex-situation"}
            """,
            422
        );
        asked.Rule().ShouldBe("always/succession/design");
        asked.Body.ToJsonString().ShouldContain($"{successor.Id}");

        // Not twice, and not back.
        (await journey.Change(journey.Practice, old, "succession", succession, 422))
            .Rule()
            .ShouldBe("always/succession/design");
        var back = succession.Replace($"{successor.Id}", $"{journey.Establishment}", StringComparison.Ordinal);
        (await journey.Change(journey.Practice, successor.Location, "succession", back, 422)).Rule().ShouldBe("always/succession/design");
    }

    [Fact]
    public async Task a_key_that_the_house_of_before_replays_opens_nothing()
    {
        var journey = await new Journey(service).ToDesigning();
        await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", Journey.Dispositif());
        var (key, agree) = (Guid.NewGuid().ToString(), $"{journey.EngagementPath}/dispositif/agree");
        var version = (await journey.Asker.Get(journey.EngagementPath)).ETag;
        (await journey.Asker.Try(agree, "{}", version, key)).Status.ShouldBe(200);
        var successor = await journey.Practice.Post(
            "/v1/establishments",
            Wrong.Replace("73282932000074", Given.Siret(72), StringComparison.Ordinal),
            201
        );
        await journey.Change(
            journey.Practice,
            $"/v1/establishments/{journey.Establishment}",
            "succession",
            $$"""{"successor":"{{successor.Id}}","since":"2026-01-01","reason":"taken-over"}"""
        );
        await service
            .As(Roles.Establishment, Given.Id(907), establishment: successor.Id)
            .Post($"/v1/establishments/{journey.Establishment}/succession/accept", "{}", 200);
        await journey.Asker.Post($"/v1/establishments/{journey.Establishment}/succession/confirm", "{}", 200);
        (await journey.Asker.Try(agree, "{}", version, key)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task an_engagement_is_moved_from_the_establishment_that_it_was_entered_for()
    {
        var journey = await new Journey(service) { IsEnteredByPractice = true }.ToOpened();
        var right = await journey.Practice.Post(
            "/v1/establishments",
            Wrong.Replace("73282932000074", Given.Siret(73), StringComparison.Ordinal),
            201
        );
        var move = $$"""{"reason":"mistyped","establishment":"{{right.Id}}"}""";
        (await journey.Asker.Try($"{journey.EngagementPath}/corrections", move, "\"1\"")).Status.ShouldBe(403);
        var moved = await journey.Change(journey.Practice, journey.EngagementPath, "corrections", move);
        moved.Body["establishment"]!.GetValue<Guid>().ShouldBe(right.Id);
        moved.Body["corrections"]![0]!["from"]!.GetValue<Guid>().ShouldBe(journey.Establishment);
        moved.Body["correctable"]!.AsArray().Select(c => c!["field"]!.ToString()).ShouldBe(["establishment", "spans"]);
        await journey.Asker.Get(journey.EngagementPath, 404);
        await journey.Asker.Get($"/v1/requests/{journey.Request}", 404);
        var now = service.As(Roles.Establishment, Given.Id(908), establishment: right.Id);
        var told = (await now.Get(journey.EngagementPath)).Body["corrections"]![0]!;
        told["from"].ShouldBeNull("which others there are is the practice's to know");
        told["to"]!.GetValue<Guid>().ShouldBe(right.Id);
    }

    [Fact]
    public async Task what_an_establishment_asked_itself_is_moved_to_no_other()
    {
        var journey = await new Journey(service).ToOpened();
        var other = await journey.Practice.Post(
            "/v1/establishments",
            Wrong.Replace("73282932000074", Given.Siret(74), StringComparison.Ordinal),
            201
        );
        var move = $$"""{"reason":"mistyped","establishment":"{{other.Id}}"}""";
        await journey.Change(journey.Practice, journey.EngagementPath, "corrections", move, 409);
        await service.As(Roles.Establishment, Given.Id(909), establishment: other.Id).Get($"/v1/requests/{journey.Request}", 404);
    }

    [Fact]
    public async Task a_facilitators_file_and_a_past_engagement_are_put_right()
    {
        var journey = await new Journey(service).ToRequest();
        var file = $"/v1/facilitators/{journey.FacilitatorId}";
        var withdraw = """{"reason":"wrong-source","evidence":{"number":1,"withdrawn":true}}""";
        (await journey.Facilitator.Try($"{file}/corrections", withdraw, "\"3\"")).Status.ShouldBe(403);
        var put = await journey.Change(journey.Practice, file, "corrections", withdraw);
        put.Body["evidence"]![0]!["withdrawn"]!.GetValue<bool>().ShouldBeTrue();
        put.Body["evidence"]![0]!["title"]!.ToString().ShouldBe(Journey.Canary);
        (await journey.Facilitator.Get(file)).Body["corrections"]![0]!["field"]!.ToString().ShouldBe("evidence/1");

        var past = $$"""
            {"kind":"practice-analysis","audience":"professionals","from":"2021-09-01","to":"2022-07-01","sessions":10,"minutes":1200,"participants":9,
             "end":"concluded","establishment":"{{journey.Establishment}}"}
            """;
        var told = await journey.Practice.Post("/v1/past-engagements", past, 201);
        var anew = past.Replace("\"sessions\":10", "\"sessions\":9", StringComparison.Ordinal);
        var corrected = await journey.Practice.Post(
            $"{told.Location}/corrections",
            $$"""{"reason":"mistyped","pastEngagement":{{anew}}}""",
            200,
            told.ETag
        );
        corrected.Body["sessions"]!.GetValue<int>().ShouldBe(9);
        corrected.Body["corrections"]![0]!["from"]!.ToString().ShouldBe("10");
        await journey.Practice.Post(
            $"{told.Location}/corrections",
            $$"""{"reason":"mistyped","pastEngagement":{{anew}}}""",
            409,
            corrected.ETag
        );
    }
}
