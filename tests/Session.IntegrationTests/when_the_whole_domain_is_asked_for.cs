using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.IntegrationTests;

public class when_the_whole_domain_is_asked_for(SessionFixture service)
{
    private const string Closing =
        """{"minutes":90,"explanation":"told-afterwards","themes":[{"axis":"emotional-demands","level":"collective"}],"outcome":"change"}""";

    [Fact]
    public async Task a_guided_protocol_is_left_with_a_reason_that_the_group_reads()
    {
        var journey = await new Journey(service, "resonance", "guided").Open();
        var refused = await journey.Change("phases/knots/start", status: 422);
        refused.Body["rules"]!.AsArray().Select(r => r!["rule"]!.GetValue<string>()).ShouldBe(["phase-order", "deviation-reason"]);
        await journey.Change("phases/knots/start", Journey.Reason);
        await journey.Change("phases/knots/complete", Journey.Reason);
        var closed = await journey.Change("close", Closing[..^1] + ",\"reason\":\"" + Journey.Canary + "\"}");
        closed.Body["deviations"]!.AsArray().Select(d => d!["reason"]!.GetValue<string>()).ShouldAllBe(r => r == Journey.Canary);
        closed.Body["deviations"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task a_session_is_suspended_by_a_member_and_another_facilitator_goes_on_with_it()
    {
        var journey = await new Journey(service).Open();
        await journey.Change("phases/expose/start", """{"minutes":10}""");
        var etag = (await journey.Facilitator.Get(journey.Path)).ETag;
        await journey.Member(1).Post($"{journey.Path}/suspend", Journey.Reason, 200, etag);

        var successor = Guid.CreateVersion7();
        await journey.Tell(new FacilitatorAssigned(journey.Engagement, [journey.Group], successor, journey.At(40)));
        await journey.Facilitator.Get(journey.Path, 404);
        var other = service.As(Roles.Facilitator, successor);
        var taken = await other.Get(journey.Path);
        taken.Body["state"]!.GetValue<string>().ShouldBe("suspended");
        var resumed = await other.Post($"{journey.Path}/resume", "{}", 200, taken.ETag);
        resumed.Body["currentPhase"]!.GetValue<string>().ShouldBe("expose");
        resumed.Body["timeBox"]!["endsAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task whoever_revokes_or_leaves_is_out_of_the_running_session_at_once()
    {
        var journey = await new Journey(service).Open();
        var track = await journey.Member(0).Post($"/v1/groups/{journey.Group}/tracks", journey.Track(), 201);
        await journey.Tell(new VolunteeringRevoked(journey.Group, journey.Engagement, journey.Persons[1], journey.At(41)));
        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[2], journey.At(42)));
        foreach (var gone in new[] { 1, 2 })
        {
            await journey.Member(gone).Get(journey.Path, 404);
            await journey.Member(gone).Get(track.Location, 404);
            await journey.Member(gone).Get($"/v1/groups/{journey.Group}/parts", 404);
        }

        // That they were there stays recorded.
        (await journey.Facilitator.Get(journey.Path)).Body["present"]!.AsArray().Count.ShouldBe(8);

        var newcomer = Guid.CreateVersion7();
        await journey.Tell(new MemberEnrolled(journey.Group, journey.Engagement, new(newcomer, Given.Id(50)), journey.At(43)));
        await service.As(Roles.Member, newcomer).Get(track.Location);
    }

    [Fact]
    public async Task the_group_reads_its_backlog_and_its_parts_and_tells_a_situation_again()
    {
        var journey = await new Journey(service, "free-circle", "free").Open();
        await journey.Member(3).Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/settle/start");
        await journey.Change("phases/settle/complete");
        await journey.Change("close", Closing);

        var backlog = (await journey.Member(0).Get($"/v1/groups/{journey.Group}/situations")).Body["items"]!
            .AsArray()
            .ShouldHaveSingleItem();
        backlog!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        var from = backlog["situation"]!.GetValue<Guid>();
        await service.As(Roles.Member).Get($"/v1/groups/{journey.Group}/situations", 404);
        await service.As(Roles.Practice).Get($"/v1/groups/{journey.Group}/situations", 403);
        (await journey.Facilitator.Get($"/v1/groups/{journey.Group}/parts")).Body["items"]!.AsArray().Count.ShouldBe(8);

        await journey.Another();
        await journey.Member(2).Post($"{journey.Path}/situations", Journey.Text(more: $",\"from\":\"{from}\""), 404);
        await journey.Member(3).Post($"{journey.Path}/situations", Journey.Text(more: $",\"from\":\"{from}\""), 200);
        (await journey.Member(0).Get($"/v1/groups/{journey.Group}/situations")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task regulation_decides_in_common_and_tracks_are_followed_at_the_next_session()
    {
        var journey = await new Journey(service, "regulation", "guided").Open();
        await journey.Change("phases/support/start");
        await journey.Contribute(1, "expectation");
        await journey.Change("phases/support/complete");
        await journey.Change("phases/decide/start");
        var proposed = await journey.Member(0).Post($"{journey.Path}/decisions", Journey.Text(), 200);
        var decision = proposed.Body["decisions"]![0]!["id"]!.GetValue<Guid>();
        (await journey.Change("phases/decide/complete", status: 422)).Body["rules"]![0]!["rule"]!
            .GetValue<string>()
            .ShouldBe("decided-in-common");
        await Task.WhenAll(
            Enumerable.Range(1, 7).Select(m => journey.Member(m).Post($"{journey.Path}/decisions/{decision}/agree", "{}", 200))
        );
        await journey.Change("phases/decide/complete");
        await journey.Change("close", Closing.Replace("change", "decision", StringComparison.Ordinal));
        var track = await journey.Member(0).Post($"/v1/groups/{journey.Group}/tracks", journey.Track(), 201);

        // Somebody else than who opened it stands behind it, orally at the session or by their own token; or it is nothing.
        (
            await journey.Member(0).Post($"{track.Location}/complete", "{}", 422)
        ).Body["rules"]![0]!["rule"]!.GetValue<string>().ShouldBe("co-built");
        var orally = $$"""{"member":"{{journey.Persons[2]}}","at":"{{journey.Path.Split('/')[^1]}}"}""";
        var recorded = await journey.Facilitator.Post($"{track.Location}/endorsements", orally, 200);
        recorded.Body["coBuilt"]!.GetValue<bool>().ShouldBeTrue();
        recorded.Body["endorsedOrally"]![0]!["member"]!.GetValue<Guid>().ShouldBe(journey.Persons[2]);
        (await journey.Member(2).Get("/v1/persons/me/waiting/session")).Body["items"]!
            .AsArray()
            .Select(i => i!["kind"]!.GetValue<string>())
            .ShouldContain("endorsement");
        var contested = await journey.Member(2).Post($"{track.Location}/endorsements/contest", "{}", 200);
        contested.Body["coBuilt"]!.GetValue<bool>().ShouldBeFalse();
        await journey.Facilitator.Post($"{track.Location}/endorsements", orally, 422);
        (await journey.Member(3).Post($"{track.Location}/endorse", "{}", 200)).Body["coBuilt"]!.GetValue<bool>().ShouldBeTrue();

        await journey.Another();
        (await journey.Facilitator.Get($"{journey.Path}/tracks-to-follow")).Body["items"]!
            .AsArray()
            .Single()!
            .GetValue<Guid>()
            .ShouldBe(track.Id);
        var at = journey.Path.Split('/')[^1];
        await journey.Member(0).Post($"{track.Location}/progress", Journey.Text(more: $",\"at\":\"{Guid.NewGuid()}\""), 400);
        await journey.Member(0).Post($"{track.Location}/progress", Journey.Text(more: $",\"at\":\"{at}\""), 200);
        (await journey.Facilitator.Get($"{journey.Path}/tracks-to-follow")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task incidents_and_the_exception_are_recorded_and_no_child_is_present()
    {
        var journey = await new Journey(service, childFree: true).Open("""{"childrenPresent":false}""");
        await journey.Member(1).Post($"{journey.Path}/incidents", Journey.Text(more: ",\"kind\":\"judgement\""), 200);
        await journey.Member(1).Post($"{journey.Path}/incidents", $$"""{"kind":"judgement","contribution":"{{Guid.NewGuid()}}"}""", 404);
        var recorded = await journey.Change("confidentiality-exception", """{"basis":"minor-or-vulnerable-person"}""");
        recorded.Body["incidents"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        recorded.Body["confidentialityExceptions"]![0]!.GetValue<string>().ShouldBe("minor-or-vulnerable-person");
        await journey.Change("confidentiality-exception", """{"basis":"minor-or-vulnerable-person","text":"…"}""", 400);

        await new Journey(service, childFree: true).Open("""{"childrenPresent":true}""", 422);
    }

    [Fact]
    public async Task sessions_are_scheduled_by_terms_that_changed_while_the_engagement_is_active()
    {
        var journey = await new Journey(service).Open();
        await journey.Tell(
            new TermsChanged(
                journey.Engagement,
                [journey.Group],
                new([new("team", 1)], 31, 75, true, "strict", "facilitator-and-every-member", null, null, false, ["bilans"]),
                journey.At(50)
            )
        );
        await journey.Another("""{"explanation":"told-afterwards"}""");
        await using var owner = Npgsql.NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var planned = owner.CreateCommand(
            $"select (data ->> 'minutes')::int from session.mt_events where type = 'session_scheduled' and stream_id = '{journey.Path.Split('/')[^1]}'"
        );
        (await planned.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(75);
    }

    [Fact]
    public async Task a_protocol_that_nobody_here_wrote_is_run()
    {
        var practice = service.As(Roles.Practice);
        const string Own = """
            {"protocol":{"name":"cercle-court","version":1,"source":"practice","strictness":"strict","phases":[
              {"code":"dire","label":"Dire","brings":[{"kind":"expose","by":["member"]}],"needs":[],"asks":["expose"],"minutes":5}]}}
            """;
        await practice.Post("/v1/protocol-templates", Own.Replace("[\"expose\"]", "[\"piste\"]", StringComparison.Ordinal), 422);
        await practice.Post(
            "/v1/protocol-templates",
            """{"protocol":{"name":"x","version":1,"source":"x","strictness":"strict","phases":[null]}}""",
            400
        );
        var drafted = await practice.Post("/v1/protocol-templates", Own, 201);
        var journey = new Journey(service, "cercle-court");
        await journey.Tell(journey.Sealing);
        await journey.Tell(journey.Activation);
        var scheduling = $"/v1/groups/{journey.Group}/sessions";
        await journey.Facilitator.Post(scheduling, """{"plannedFor":"2026-03-02T09:00:00Z"}""", 409);
        await practice.Post($"{drafted.Location}/publish", "{}", 200, drafted.ETag);
        await practice.Post("/v1/protocol-templates", Own, 409);

        journey = await new Journey(service, "cercle-court").Open();
        await journey.Change("phases/dire/start");
        (await journey.Change("phases/dire/complete", status: 422)).Body["rules"]![0]!["rule"]!.GetValue<string>().ShouldBe("brought");
        await journey.Contribute(1, "expose");
        await journey.Change("phases/dire/complete");
        await journey.Change("close", Closing);

        // Deprecated it is not drafted anew, and what pinned it runs on.
        await practice.Post($"{drafted.Location}/deprecate", Journey.Reason, 200, (await practice.Get(drafted.Location)).ETag);
        await practice.Post("/v1/protocol-templates", Own.Replace("Dire", "Taire", StringComparison.Ordinal), 409);
        await journey.Another();
        (await practice.Get("/v1/protocols/cercle-court?version=1")).Body["phases"]![0]!["label"]!.GetValue<string>().ShouldBe("Dire");
        await practice.Get("/v1/protocols/cercle-court?version=2", 404);
    }

    [Fact]
    public async Task of_drafts_of_one_version_that_are_published_at_once_one_is()
    {
        var practice = service.As(Roles.Practice);
        var drafts = new List<Answer>();
        foreach (var label in (string[])["Dire", "Taire", "Lire", "Rire", "Faire", "Voir"])
        {
            var own = $$$"""
                {"protocol":{"name":"en-meme-temps","version":1,"source":"practice","strictness":"strict","phases":[
                  {"code":"une","label":"{{{label}}}","brings":[{"kind":"expose","by":["member"]}],"needs":[]}]}}
                """;
            drafts.Add(await practice.Post("/v1/protocol-templates", own, 201));
        }

        var published = await Task.WhenAll(drafts.Select(d => practice.Try($"{d.Location}/publish", "{}", d.ETag)));
        published.Select(p => p.Status).Order().ShouldBe([200, 409, 409, 409, 409, 409]);
    }

    [Fact]
    public async Task a_draft_of_a_protocol_is_revised_and_withdrawn()
    {
        var practice = service.As(Roles.Practice);
        const string Own = """
            {"protocol":{"name":"cercle-retire","version":1,"source":"practice","strictness":"strict","phases":[
              {"code":"dire","label":"Dire","brings":[{"kind":"expose","by":["member"]}],"needs":[],"asks":["expose"]}]}}
            """;
        var drafted = await practice.Post("/v1/protocol-templates", Own, 201);
        var other = Own.Replace("Dire", "Raconter", StringComparison.Ordinal);
        var revised = await practice.Post($"{drafted.Location}/revise", other, 200, drafted.ETag);
        revised.Body["protocol"]!["phases"]![0]!["label"]!.GetValue<string>().ShouldBe("Raconter");
        var withdrawn = await practice.Post($"{drafted.Location}/withdraw", "{}", 200, revised.ETag);
        withdrawn.Body["state"]!.GetValue<string>().ShouldBe("withdrawn");
        await practice.Post($"{drafted.Location}/publish", "{}", 409, withdrawn.ETag);
        await practice.Get("/v1/protocols/cercle-retire", 404);
        await service.As(Roles.Facilitator, Guid.CreateVersion7()).Get(drafted.Location, 404);
    }

    [Fact]
    public async Task a_time_box_reminds_when_it_has_passed()
    {
        var journey = await new Journey(service).Open();
        await journey.Change("phases/expose/start", """{"minutes":10}""");
        var box = (await journey.Facilitator.Get(journey.Path)).Body["timeBox"]!;
        box["passed"]!.GetValue<bool>().ShouldBeFalse();

        // What the timer will say then, said now.
        var due = new TimeBoxDue(Guid.Parse(journey.Path.Split('/')[^1]), "expose", box["endsAt"]!.GetValue<DateTimeOffset>());
        await journey.Tell(due);
        await journey.Tell(due);
        var passed = await journey.Facilitator.Get(journey.Path);
        passed.Body["timeBox"]!["passed"]!.GetValue<bool>().ShouldBeTrue();
        passed.Body["currentPhase"]!.GetValue<string>().ShouldBe("expose");
        passed.ETag.ShouldBe("\"5\"");
    }

    [Fact]
    public async Task a_timer_is_kept_in_the_database_until_its_time()
    {
        var journey = await new Journey(service).Open();
        await journey.Change("phases/expose/start", """{"minutes":600}""");
        await using var owner = Npgsql.NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            "select count(*) from session.wolverine_incoming_envelopes where status = 'Scheduled' and message_type = 'session.time-box-due'"
        );
        ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldBeGreaterThan(0);
    }
}
