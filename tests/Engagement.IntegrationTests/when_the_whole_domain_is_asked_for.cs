using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>What an engagement is beside its plain way: own frames, contract, membership, timers, attestations.</summary>
public class when_the_whole_domain_is_asked_for(EngagementFixture service)
{
    private static string OwnFrame(string name, int least) =>
        $$$"""
            {"frame":{"name":"{{{name}}}","version":1,"source":"practice","title":"Cercle du cabinet","kind":"practice-analysis","audiences":["professionals"],
             "rules":{"size":{"source":"practice","minimum":{{{least}}},"maximum":7},
                      "rate":{"source":"practice","minimum":10000,"maximum":15000,"override":true},
                      "protocol":{"name":"circle-of-the-practice","version":1,"strictness":"guided","source":"practice"} } } }
            """;

    [Fact]
    public async Task a_frame_that_nobody_here_wrote_works_without_a_change_of_code()
    {
        var journey = await new Journey(service).ToDesigning();
        await journey.Practice.Post("/v1/policy-sets", OwnFrame("own-circle", 2), 409);
        var protocol = new Contracts.Engagement.V1.Pin("circle-of-the-practice", 1, "digest");
        var published = Origin();
        await Tell(new ProtocolPublished(protocol, published));
        var draft = await journey.Practice.Post("/v1/policy-sets", OwnFrame("own-circle", 3), 201);
        await journey.Change(journey.Practice, draft.Location, "revise", OwnFrame("own-circle", 2));
        draft = draft with { Body = (await journey.Practice.Get(draft.Location)).Body };
        draft.Body["report"]!["smallestGroup"]!.GetValue<int>().ShouldBe(2);
        var design = Journey
            .Dispositif("own-circle", ",\"groupMaximum\":3,\"rateReason\":\"Tarif associatif\"")
            .Replace("12000", "9000")
            .Replace("expose-interpret-respond", "circle-of-the-practice");
        await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", design, 400);

        await journey.Change(journey.Practice, draft.Location, "publish", "{}");
        (await journey.Practice.Get("/v1/frames/own-circle")).Body["title"]!.GetValue<string>().ShouldBe("Cercle du cabinet");
        await service.As(Roles.Practice, tenant: "autre").Get("/v1/frames/own-circle", 404);
        var proposed = await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", design);
        proposed.Body["dispositif"]!["protocol"]!["digest"]!.GetValue<string>().ShouldBe("digest");
        proposed.Body["breaches"]![0]!["rule"]!["name"]!.GetValue<string>().ShouldBe("rate");
        (await journey.Practice.Get($"{journey.EngagementPath}/quote")).Body["totalCents"]!.GetValue<long>().ShouldBe(180_000);
        await journey.Change(journey.Asker, journey.EngagementPath, "dispositif/agree", "{}");
        await journey.Constitute();
        for (var i = 0; i < 3; i++)
        {
            await journey.Enrol(journey.Establishment);
        }

        (await journey.Enrol(journey.Establishment, 422)).Rule().ShouldBe("dispositif/size/design");

        await journey.Change(journey.Practice, draft.Location, "revise", OwnFrame("own-circle", 3), 409);
        await Tell(new ProtocolDeprecated(protocol, published with { Version = 3 }));
        var other = await new Journey(service).ToDesigning();
        await other.Change(other.Practice, other.EngagementPath, "dispositif", design, 409);
        await journey.Change(journey.Practice, draft.Location, "deprecate", Journey.Text("reason"));
        await other.Change(other.Practice, other.EngagementPath, "dispositif", design, 400);
    }

    [Fact]
    public async Task a_draft_of_a_frame_is_withdrawn()
    {
        var journey = await new Journey(service).ToDesigning();
        var own = OwnFrame("retire", 3).Replace("circle-of-the-practice", "free-circle", StringComparison.Ordinal);
        var draft = await journey.Practice.Post("/v1/policy-sets", own, 201);
        var withdrawn = await journey.Change(journey.Practice, draft.Location, "withdraw", "{}");
        withdrawn.Body["state"]!.GetValue<string>().ShouldBe("withdrawn");
        await journey.Change(journey.Practice, draft.Location, "publish", "{}", 409);
        await service.As(Roles.Facilitator).Get(draft.Location, 404);
        await journey.Practice.Get("/v1/frames/retire", 404);
    }

    [Fact]
    public async Task of_drafts_of_one_version_that_are_published_at_once_one_is()
    {
        var practice = service.As(Roles.Practice);
        var drafts = new List<Answer>();
        for (var least = 2; least < 8; least++)
        {
            var own = OwnFrame("at-once", least).Replace("circle-of-the-practice", "free-circle", StringComparison.Ordinal);
            drafts.Add(await practice.Post("/v1/policy-sets", own, 201));
        }

        var published = await Task.WhenAll(drafts.Select(d => practice.Try($"{d.Location}/publish", "{}", d.ETag)));
        published.Select(p => p.Status).Order().ShouldBe([200, 409, 409, 409, 409, 409]);
    }

    [Fact]
    public async Task as_of_a_version_that_is_none_nothing_is_there()
    {
        var journey = await new Journey(service).ToOpened();
        var version = (await journey.Practice.Get(journey.EngagementPath)).Body["version"]!.GetValue<long>();
        await journey.Practice.Get($"{journey.EngagementPath}?version={version}");
        await journey.Practice.Get($"{journey.EngagementPath}?version=0", 404);
        await journey.Practice.Get($"{journey.EngagementPath}?version={version + 1}", 404);
        await journey.Practice.Get($"{journey.EngagementPath}?version=-1", 400);
    }

    [Fact]
    public async Task frames_are_composed_to_a_report()
    {
        var both = await service
            .As(Roles.Practice)
            .Post("/v1/frames/compose", """{"frames":[{"name":"circle-8","version":1},{"name":"team","version":1}]}""", 200);
        (both.Body["smallestGroup"]!.GetValue<int>(), both.Body["largestGroup"]!.GetValue<int>()).ShouldBe((8, 8));
        await service.As(Roles.Practice).Post("/v1/frames/compose", """{"frames":[{"name":"absent","version":1}]}""", 400);
        await service.As(Roles.Practice).Post("/v1/frames/compose", """{"frames":[]}""", 400);
        var nine = string.Join(',', Enumerable.Repeat("""{"name":"team","version":1}""", 9));
        var refused = await service.As(Roles.Practice).Post("/v1/frames/compose", $$"""{"frames":[{{nine}}]}""", 400);
        refused.Body["errors"]![0]!["pointer"]!.ToString().ShouldBe("/frames");
    }

    [Fact]
    public async Task timers_are_durable_and_record_what_falls_due_once()
    {
        var journey = await new Journey(service).ToActive();
        await using var database = NpgsqlDataSource.Create(service.Cluster.ConnectionString("engagement"));
        await using var scheduled = database.CreateCommand(
            "select count(*) from engagement.wolverine_incoming_envelopes where status = 'Scheduled' and message_type = 'engagement.watch-due'"
        );
        ((long)(await scheduled.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldBeGreaterThan(0);

        var due = new WatchDue(journey.Engagement, Watched.IntermediateBilan, journey.Group, DateTimeOffset.UtcNow);
        await Tell(due);
        await Tell(due);
        (await journey.Practice.Get(journey.EngagementPath)).Body["due"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task membership_changes_by_the_groups_agreement_and_who_joins_accepts_the_charter()
    {
        var journey = await new Journey(service).ToActive();
        await journey.Practice.Post($"{journey.GroupPath}/exceptions", Journey.Text("reason"), 400);
        await journey.Practice.Post($"{journey.GroupPath}/exceptions", $$"""{"reason":"{{Journey.Canary}}","change":"joins"}""", 400);
        await journey.Facilitator.Post(
            $"{journey.GroupPath}/exceptions",
            $$"""{"reason":"{{Journey.Canary}}","change":"joins","displayName":"{{Journey.PersonName}}"}""",
            200
        );
        var names = (await journey.Member(0).Get($"{journey.GroupPath}/identities?limit=200")).Body["items"]!.AsArray();
        names.Count.ShouldBe(10, "the group reads of whom it is asked");
        var exception = (await journey.Practice.Get(journey.GroupPath)).Body["exceptions"]![0]!["id"]!.GetValue<Guid>();
        for (var i = 0; i < journey.Members.Count; i++)
        {
            await journey.Member(i).Post($"{journey.GroupPath}/exceptions/{exception}/agree", "{}", 200);
        }

        var another = $$"""{"displayName":"Espion Direction","institution":"{{journey.Establishment}}"}""";
        (await journey.Practice.Post($"{journey.GroupPath}/members", another, 422)).Rule().ShouldBe("always/stability/S4");
        (await journey.EnrolById(journey.Members[0], 422)).Rule().ShouldBe("always/stability/S4");
        var joined = (await journey.Enrol(journey.Establishment)).Body["members"]!.AsArray()[^1]!["person"]!.GetValue<Guid>();
        joined.ShouldBe((await journey.Practice.Get(journey.GroupPath)).Body["exceptions"]![0]!["person"]!.GetValue<Guid>());
        (await journey.Enrol(journey.Establishment, 422)).Rule().ShouldBe("always/stability/S4");
        var own = (await service.As(Roles.Member, joined).Get($"{journey.GroupPath}/identities")).Body["items"]!.AsArray();
        own.Single()!["id"]!.GetValue<Guid>().ShouldBe(joined, "of the others they know nothing before they accepted the charter");
        var accepted = await service
            .As(Roles.Member, joined)
            .Post($"{journey.EngagementPath}/charter/accept", await journey.Acceptance(), 200);
        accepted.Body["charter"]!["accepted"]!.GetValue<int>().ShouldBe(10);

        await service
            .As(Roles.Member, joined)
            .Post($"{journey.GroupPath}/leave", $$"""{"person":"{{joined}}","reason":"{{Journey.Canary}}"}""", 200);
        (await journey.Practice.Get(journey.GroupPath)).Body["members"]!.AsArray().Count.ShouldBe(8);
        await service.As(Roles.Member, joined).Get(journey.GroupPath, 404);
    }

    [Fact]
    public async Task who_was_renamed_since_the_group_was_asked_joins_once_it_is_asked_anew()
    {
        var journey = await new Journey(service).ToActive();
        async Task<Guid> Agreed(string who)
        {
            var asked = await journey.Practice.Post(
                $"{journey.GroupPath}/exceptions",
                $$"""{"reason":"{{Journey.Canary}}","change":"joins",{{who}}}""",
                200
            );
            var exception = asked.Body["exceptions"]!.AsArray()[^1]!;
            for (var i = 0; i < journey.Members.Count; i++)
            {
                await journey.Member(i).Post($"{journey.GroupPath}/exceptions/{exception["id"]}/agree", "{}", 200);
            }

            return exception["person"]!.GetValue<Guid>();
        }

        var person = await Agreed($"\"displayName\":\"{Journey.PersonName}\"");
        await journey.Practice.Post($"/v1/persons/{person}/name", """{"displayName":"Espion Direction"}""", 202);
        var another = $$"""{"displayName":"Espion Direction","institution":"{{journey.Establishment}}"}""";
        var refused = await journey.Practice.Post($"{journey.GroupPath}/members", another, 422);
        refused.Rule().ShouldBe("always/stability/S4");
        refused.Body["satisfy"]!.ToString().ShouldStartWith("Ask the group again");
        (await journey.EnrolById(person, 422)).Rule().ShouldBe("always/stability/S4");
        (await Agreed($"\"person\":\"{person}\"")).ShouldBe(person);
        await journey.EnrolById(person);
    }

    [Fact]
    public async Task a_departure_waits_for_the_group_and_takes_effect_without_the_one_who_is_absent()
    {
        var journey = await new Journey(service).ToActive();
        var (absent, told) = (journey.Members[7], $"{journey.GroupPath}/departures");
        await journey.Facilitator.Post(told, $$"""{"person":"{{absent}}","reason":"long-absence"}""", 200);
        var departure = (await journey.Member(0).Get(journey.GroupPath)).Body["departures"]![0]!;
        departure["state"]!.GetValue<string>().ShouldBe("announced");
        await journey.Member(0).Post($"{told}/{departure["id"]}/object", Journey.Text("reason"), 200);
        await journey.Member(1).Post($"{told}/{departure["id"]}/agree", "{}", 200);
        await journey.Member(2).Post($"{told}/{departure["id"]}/agree", "{}", 200);
        departure = (await journey.Member(3).Get(journey.GroupPath)).Body["departures"]![0]!;
        departure["objections"]!.AsArray().Single()!["reason"]!.GetValue<string>().ShouldBe(Journey.Canary);
        (await journey.Practice.Get(journey.GroupPath)).Body["departures"]![0]!["objections"]![0]!["reason"].ShouldBeNull();

        var due = new DepartureDue(journey.Group, departure["id"]!.GetValue<Guid>(), departure["until"]!.GetValue<DateTimeOffset>());
        await Tell(due);
        await Tell(due);
        var group = (await journey.Member(0).Get(journey.GroupPath)).Body;
        group["departures"]!.AsArray().Single()!["state"]!.GetValue<string>().ShouldBe("effective");
        group["members"]!.AsArray().Count.ShouldBe(7);
        (await journey.Practice.Get(journey.EngagementPath)).Body["groups"]![0]!["members"]!.GetValue<int>().ShouldBe(7);
        await service.As(Roles.Member, absent).Get(journey.GroupPath, 404);
    }

    [Fact]
    public async Task nobody_is_put_out_by_anothers_word_at_once()
    {
        var journey = await new Journey(service).ToActive();
        var leave = $$"""{"person":"{{journey.Members[0]}}","reason":"{{Journey.Canary}}"}""";
        (await journey.Facilitator.Post($"{journey.GroupPath}/leave", leave, 422)).Rule().ShouldBe("always/stability/S4");
        (await journey.Practice.Post($"{journey.GroupPath}/leave", leave, 422)).Rule().ShouldBe("always/stability/S4");
        var departure = $$"""{"person":"{{journey.Members[0]}}","reason":"left-institution"}""";
        var recorded = await journey.Facilitator.Post($"{journey.GroupPath}/departures", departure, 200);
        var told = $"{journey.GroupPath}/departures/{recorded.Body["departures"]![0]!["id"]}";
        foreach (var other in Enumerable.Range(1, journey.Members.Count - 1))
        {
            await journey.Member(other).Post($"{told}/agree", "{}", 200);
        }

        await journey.Member(0).Post($"{told}/object", Journey.Text("reason"), 200);
        (await journey.Member(0).Get(journey.GroupPath)).Body["departures"]![0]!["state"]!.GetValue<string>().ShouldBe("declined");
        (await journey.Facilitator.Post($"{journey.GroupPath}/departures", departure, 422)).Rule().ShouldBe("always/departure/design");
        await journey.Member(0).Post($"{journey.GroupPath}/leave", leave, 200);
    }

    [Fact]
    public async Task what_others_objected_is_read_of_a_departure_that_is_recorded_anew()
    {
        var journey = await new Journey(service).ToActive();
        var departure = $$"""{"person":"{{journey.Members[0]}}","reason":"left-institution"}""";
        var recorded = await journey.Facilitator.Post($"{journey.GroupPath}/departures", departure, 200);
        var told = $"{journey.GroupPath}/departures/{recorded.Body["departures"]![0]!["id"]}";
        await journey.Member(1).Post($"{told}/object", Journey.Text("reason"), 200);
        await journey.Facilitator.Post($"{told}/withdraw", "{}", 200);
        var again = (await journey.Facilitator.Post($"{journey.GroupPath}/departures", departure, 200)).Body["departures"]![1]!;
        again["objections"]!.AsArray().Single()!["reason"]!.GetValue<string>().ShouldBe(Journey.Canary);
    }

    [Fact]
    public async Task what_the_practice_accepted_in_an_establishments_name_is_told_to_it_and_contested()
    {
        var journey = await new Journey(service).ToActive();
        var path = journey.EngagementPath;
        await journey.Change(journey.Practice, path, "dispositif/amend", """{"reason":"Tarif","rateCents":15000}""");
        var proposal = (await journey.Practice.Get(path)).Body["proposals"]![0]!["id"]!.ToString();
        var accept = $"proposals/{proposal}/accept";
        await journey.Change(journey.Practice, path, accept, """{"shownBy":"=cmd()"}""", 400);
        await journey.Change(journey.Practice, path, accept, """{"shownBy":"."}""", 400);
        await journey.Change(journey.Practice, path, accept, """{"shownBy":"Courriel du 3 mars"}""");
        (await journey.Change(journey.Practice, path, accept, """{"shownBy":"Courriel du 3 mars"}""", 409)).Body["detail"]!
            .GetValue<string>()
            .ShouldBe("The proposal has already been accepted.");
        (await Waiting()).ShouldContain("acceptance");

        await journey.Practice.Post($"{path}/proposals/{proposal}/contest", Journey.Text("reason"), 403);
        var contested = (await journey.Asker.Post($"{path}/proposals/{proposal}/contest", Journey.Text("reason"), 200)).Body;
        contested["dispositif"]!["rateCents"]!.GetValue<int>().ShouldBe(12_000);
        var accepted = (await journey.Practice.Get(path)).Body["accepted"]![1]!;
        accepted["contestedAt"].ShouldNotBeNull();
        accepted["contestReason"]!.GetValue<string>().ShouldBe(Journey.Canary);
        (await Waiting()).ShouldNotContain("acceptance");
        await journey.Change(journey.Practice, path, "renew", """{"months":6}""");
        var renewal = (await journey.Practice.Get(path)).Body["proposals"]![0]!["id"]!.ToString();
        var byWord = await journey.Change(
            journey.Practice,
            path,
            $"proposals/{renewal}/accept",
            """{"shownBy":"Courriel du 4 mars"}""",
            422
        );
        byWord.Rule().ShouldBe("always/payer-agrees/design");
        await journey.Asker.Post($"{path}/dispositif/contest", Journey.Text("reason"), 409);

        async Task<IEnumerable<string>> Waiting() =>
            (await journey.Asker.Get("/v1/persons/me/waiting/engagement")).Body["items"]!
                .AsArray()
                .Select(i => i!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task a_statement_bills_nothing_that_was_recorded_in_who_pays_name_and_contested_whatever_they_accepted_since()
    {
        var journey = await new Journey(service).ToActive();
        var path = journey.EngagementPath;
        var recorded = await Accepted(journey.Practice, "dispositif/amend", """{"reason":"Tarif","rateCents":15000}""");
        var between = DateTimeOffset.UtcNow;
        await Tell(new SessionHeld(Given.Id(1), journey.Group, journey.Engagement, 120, 8, [journey.Members[0]], At(between)));
        await Accepted(journey.Asker, "dispositif/amend", """{"reason":"Tarif","rateCents":13000}""");
        var since = DateTimeOffset.UtcNow;
        await Tell(new SessionHeld(Given.Id(2), journey.Group, journey.Engagement, 60, 8, [journey.Members[0]], At(since)));
        (await Statement())["totalCents"]!.GetValue<long>().ShouldBe(43_000);

        var contested = (await journey.Asker.Post($"{path}/proposals/{recorded}/contest", Journey.Text("reason"), 200)).Body;
        contested["dispositif"]!["rateCents"]!.GetValue<int>().ShouldBe(13_000);
        contested["accepted"]![1]!["contestableUntil"].ShouldBeNull();
        var statement = await Statement();
        statement["totalCents"]!.GetValue<long>().ShouldBe(37_000);
        statement["sessions"]!.AsArray().Select(s => s!["rateCents"]!.GetValue<int>()).ShouldBe([12_000, 13_000]);
        statement["sessions"]!.AsArray().Select(s => s!["contested"]!.GetValue<bool>()).ShouldBe([true, false]);
        statement["lines"]!.AsArray().Sum(l => l!["contested"]!.GetValue<int>()).ShouldBe(1);

        // A renewal that is contested gave no term; one that they accept themselves does.
        var other = await new Journey(service).ToActive();
        (journey, path) = (other, other.EngagementPath);
        var until = (await other.Practice.Get(path)).Body["until"]!.GetValue<DateTimeOffset>();
        var renewal = await Accepted(other.Practice, "renew", """{"months":6}""");
        (await other.Asker.Get(path)).Body["until"]!.GetValue<DateTimeOffset>().ShouldBe(until.AddMonths(6));
        await other.Asker.Post($"{path}/proposals/{renewal}/contest", Journey.Text("reason"), 200);
        (await other.Asker.Get(path)).Body["until"]!.GetValue<DateTimeOffset>().ShouldBe(until);
        await Accepted(other.Asker, "renew", """{"months":3}""");
        (await other.Asker.Get(path)).Body["until"]!.GetValue<DateTimeOffset>().ShouldBe(until.AddMonths(3));

        // The clock of what is told goes on with it: it is told last.
        foreach (var (number, day) in new[] { (3, until.AddMonths(1)), (4, until.AddMonths(4)) })
        {
            await Tell(new SessionHeld(Given.Id(number), other.Group, other.Engagement, 60, 8, [other.Members[0]], At(day)));
        }

        (await Statement())["sessions"]!.AsArray().Select(s => s!["outsideTerm"]!.GetValue<bool>()).ShouldBe([false, true]);

        async Task<string> Accepted(Speaker by, string verb, string body)
        {
            await journey.Change(journey.Practice, path, verb, body);
            var proposal = (await journey.Practice.Get(path)).Body["proposals"]!.AsArray().Single()!["id"]!.ToString();
            await journey.Change(
                by,
                path,
                $"proposals/{proposal}/accept",
                by == journey.Practice ? """{"shownBy":"Courriel du 3 mars"}""" : "{}"
            );
            return proposal;
        }

        async Task<JsonNode> Statement() => (await journey.Asker.Get($"{path}/statement")).Body;
        static Origin At(DateTimeOffset at) => Origin() with { OccurredAt = at };
    }

    [Fact]
    public async Task nothing_is_accepted_in_an_establishments_name_before_it_was_proposed_however_both_are_dated()
    {
        var journey = await new Journey(service).ToDesigning();
        var path = journey.EngagementPath;
        await journey.Change(journey.Practice, path, "dispositif", Journey.Dispositif());
        var before = DateTimeOffset.UtcNow.AddMinutes(-5);
        (
            await journey.Change(
                journey.Practice,
                path,
                "dispositif/agree",
                $$"""{"shownBy":"Devis signé","occurredAt":"{{before:O}}"}""",
                422
            )
        )
            .Kind()
            .ShouldBe("/problems/rule-broken");
    }

    [Fact]
    public async Task another_facilitator_takes_over_an_active_engagement()
    {
        var journey = await new Journey(service).ToActive();
        var other = await journey.Practice.Post(
            "/v1/facilitators",
            $$"""{"displayName":"{{Journey.PersonName}}","independenceDeclared":true,"evidence":[]}""",
            201
        );
        await journey.Change(
            journey.Practice,
            journey.EngagementPath,
            "facilitator",
            $$"""{"facilitator":"{{other.Id}}","authorityOver":[]}"""
        );
        await service.As(Roles.Facilitator, other.Id).Get(journey.GroupPath);
        var names = await service.As(Roles.Facilitator, other.Id).Get($"{journey.GroupPath}/identities");
        names.Body["items"]!.AsArray().Single()!["id"]!.GetValue<Guid>().ShouldBe(other.Id);
        await journey.Facilitator.Get(journey.GroupPath, 404);
        var accepted = await service
            .As(Roles.Facilitator, other.Id)
            .Post($"{journey.EngagementPath}/charter/accept", await journey.Acceptance(), 200);
        accepted.Body["charter"]!["missing"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task the_contract_is_amended_renewed_and_ended_early_and_a_request_follows_the_final_bilan()
    {
        var journey = await new Journey(service).ToActive();
        var path = journey.EngagementPath;
        await journey.Change(journey.Practice, path, "dispositif/amend", """{"reason":"Rythme resserré","sessionsPlanned":12}""");
        (await journey.Practice.Get($"{path}/quote")).Body["totalCents"]!.GetValue<long>().ShouldBe(240_000);
        await journey.Change(journey.Practice, path, await Proposal(), "{}", 422);
        await journey.Change(journey.Asker, path, await Proposal(), "{}");
        (await journey.Practice.Get($"{path}/quote")).Body["totalCents"]!.GetValue<long>().ShouldBe(288_000);
        (await journey.Asker.Get($"{path}/statement")).Body["totalCents"]!.GetValue<long>().ShouldBe(0);
        var until = (await journey.Practice.Get(path)).Body["until"]!.GetValue<DateTimeOffset>();
        await journey.Change(journey.Practice, path, "renew", """{"months":6}""");
        await journey.Change(journey.Practice, path, await Proposal(), """{"shownBy":"Courriel de la direction"}""");
        var renewed = (await journey.Asker.Get(path)).Body;
        renewed["until"]!.GetValue<DateTimeOffset>().ShouldBe(until.AddMonths(6));
        renewed["accepted"]!.AsArray().Select(a => a!["what"]!.GetValue<string>()).ShouldBe(["dispositif", "amendment", "renewal"]);
        renewed["accepted"]![2]!["shownBy"]!.GetValue<string>().ShouldBe("Courriel de la direction");

        async Task<string> Proposal() =>
            $"proposals/{(await journey.Practice.Get(path)).Body["proposals"]!.AsArray().Single()!["id"]}/accept";

        var follow =
            $$"""{"establishment":"{{journey.Establishment}}","context":"c","sector":"social","territory":"38","headcount":9,"asked":"a","demand":"relation","following":"{{journey.Engagement}}"}""";
        await journey.Asker.Post("/v1/requests", follow, 409);
        await journey.Change(journey.Practice, path, "end-early", Journey.Text("reason"));
        await Tell(new Contracts.Reporting.V1.FinalBilanAgreed(Given.Id(3), journey.Engagement, ["supervision"], Origin()));
        (await journey.Asker.Post("/v1/requests", follow, 201)).Body["following"]!.GetValue<Guid>().ShouldBe(journey.Engagement);
        await journey.Change(journey.Practice, path, "conclude", "{}");
    }

    [Fact]
    public async Task hours_are_attested_for_a_person_and_a_year()
    {
        var journey = await new Journey(service).ToActive();
        var year = DateTimeOffset.UtcNow.Year;
        await Tell(new SessionHeld(Given.Id(1), journey.Group, journey.Engagement, 120, 8, [journey.Members[0]], Origin()));
        var path = $"{journey.EngagementPath}/attestations/{journey.Members[0]}?year={year}";
        (await journey.Member(0).Get(path)).Body["minutes"]!.GetValue<int>().ShouldBe(120);
        await journey.Member(1).Get(path, 404);
        foreach (var none in new[] { "0", "-1", "1999", "2101" })
        {
            (await journey.Member(0).Get(path.Replace($"={year}", $"={none}", StringComparison.Ordinal), 400)).Body["detail"]!
                .GetValue<string>()
                .ShouldBe("year is not between 2000 and 2100.");
        }

        // No frame of theirs demands hours, and the charter does not list them: they are nobody else's.
        await journey.Practice.Get(path, 404);
        await journey.Asker.Get(path, 404);
        (await journey.Member(0).Get(path)).Body["readings"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task incidents_come_as_a_word()
    {
        var journey = await new Journey(service).ToActive();
        var told = new FrameIncidentRaised(Given.Id(1), journey.Group, journey.Engagement, "judgement", Origin());
        await Tell(told);
        await Tell(told);
        (await journey.Practice.Get(journey.EngagementPath)).Body["course"]!["incidents"]!["judgement"]!.GetValue<int>().ShouldBe(1);
    }

    private static Origin Origin() => new(Guid.NewGuid(), 1, DateTimeOffset.UtcNow);

    private async Task Tell(object message)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync("cabinet", message);
    }
}
