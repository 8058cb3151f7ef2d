using Npgsql;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_a_bilan_is_negotiated(ReportingFixture service)
{
    [Fact]
    public async Task it_is_led_from_its_draft_to_the_establishment()
    {
        var journey = await new Journey(service).ToDrafted();
        var path = journey.BilanPath;
        var draft = await journey.Facilitator.Get(path);
        draft.ETag.ShouldBe("\"1\"");
        draft.State().ShouldBe("draft");
        draft.Body["figures"]!["sessions"]!.GetValue<int>().ShouldBe(1);
        draft.Body["figures"]!["attendancePercent"]!.GetValue<int>().ShouldBe(100);
        draft.Body["sections"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        draft.Body["stillToDecide"]!.GetValue<int>().ShouldBe(7);

        // An amendment waits, is taken, and the text it brought is what is locked.
        var amended = await journey.Member(0).Post($"{path}/amendments", """{"dimension":"bond","text":"Un autre texte."}""", 200);
        var amendment = amended.Body["amendments"]![0]!["id"]!.GetValue<Guid>();
        (await journey.Lead("lock", status: 409)).Kind().ShouldBe("/problems/wrong-order");
        await journey.Facilitator.Post($"{path}/amendments/{amendment}/accept", "{}", 200);
        await journey.Facilitator.Post($"{path}/amendments/{amendment}/accept", "{}", 409);
        await journey.Facilitator.Post($"{path}/amendments/{amendment}/refuse", """{"reason":"r"}""", 409);
        await journey.Lead("lock");
        (await journey.Member(1).Get(path)).Body["sections"]![0]!["text"]!.GetValue<string>().ShouldBe("Un autre texte.");

        // Everybody at once; one objects meanwhile, and takes it back.
        var hash = await journey.OnText();
        var approvals = Enumerable.Range(0, 5).Select(i => journey.Member(i).Post($"{path}/approvals", hash, 200));
        await Task.WhenAll(approvals);
        var objected = await journey.Member(5).Post($"{path}/objections", await journey.OnText(""","reason":"Pas ainsi." """), 200);
        var objection = objected.Body["objections"]![0]!["id"]!.GetValue<Guid>();
        (await journey.Member(0).Get(path)).Body["objections"]![0]!["reason"]!.GetValue<string>().ShouldBe("Pas ainsi.");
        await journey.Facilitator.Post($"{path}/approvals", hash, 200);
        (await journey.Lead("agree", status: 422)).Rule().ShouldBe("always/approval/S2");
        var others = await journey.Facilitator.Post($"{path}/objections/{objection}/withdraw", "{}", 422);
        others.Rule().ShouldBe("always/own-objection/S2");
        await journey.Member(5).Post($"{path}/objections/{objection}/withdraw", "{}", 200);

        // One still decides; who stands aside does not block.
        (await journey.Lead("agree", status: 422))
            .Rule()
            .ShouldBe("always/approval/S2");
        (await journey.Facilitator.Post($"{path}/dissents", hash, 422)).Rule().ShouldBe("always/facilitator-approves/S2");
        await journey.Member(5).Post($"{path}/dissents", hash, 200);
        await journey.Asker.Get(path, 404);
        (await journey.Lead("agree")).State().ShouldBe("agreed");
        await journey.Asker.Get(path, 404);
        await journey.Lead("publish");
        await journey.Lead("publish", status: 409);

        var handed = await journey.Asker.Get(path);
        handed.State().ShouldBe("published");
        handed.Body["sections"]![0]!["text"]!.GetValue<string>().ShouldBe("Un autre texte.");
        handed.Body["sections"]![1]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        handed.Body["dissents"]!.GetValue<int>().ShouldBe(1);
        handed.Body["figures"].ShouldBeNull();
        handed.Body["amendments"].ShouldBeNull();
        handed.Body["objections"].ShouldBeNull();
        (await journey.Asker.Lists($"/v1/engagements/{journey.Engagement}/bilans")).ShouldBe([journey.Bilan]);
    }

    [Fact]
    public async Task of_bilans_that_are_locked_at_one_moment_one_is_put_to_its_parties()
    {
        var journey = await new Journey(service, tenant: Journey.Apart).ToHeld();
        var bilans = new List<Guid>();
        while (bilans.Count < 2)
        {
            // Of a day on which no session was held.
            await journey.DraftAnother(Journey.Draft(Journey.ClosedQuarter.AddDays(30), Journey.ClosedQuarter.AddDays(30)));
            bilans.Add(journey.Bilan);
        }

        // Both have been decided on as soon as both wait for what is held here.
        await using (var owner = new NpgsqlConnection(service.Cluster.ConnectionString("owner")))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var hold = owner.CreateCommand();
            hold.CommandText = "select 1 from reporting.mt_streams where id = any($1) for update";
            hold.Parameters.Add(new() { Value = bilans.ToArray() });
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var locks = Task.WhenAll(bilans.Select(bilan => journey.Facilitator.Try($"/v1/bilans/{bilan}/lock", "{}", "\"1\"")));
            await when_webhooks_are_called.Until(async () =>
                locks.IsCompleted
                || await service.Count(
                    $"""
                    with first as (select pid from pg_stat_activity where {owner.ProcessID} = any(pg_blocking_pids(pid)))
                    select count(*) from pg_stat_activity a
                    where a.pid in (select pid from first) or pg_blocking_pids(a.pid) && (select array_agg(pid) from first)
                    """
                ) == bilans.Count
            );
            await owner.CloseAsync();
            (await locks).Select(answer => answer.Status).ShouldBe([200, 409], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task its_figures_of_one_group_are_the_partys_alone_and_never_the_practices()
    {
        var journey = await new Journey(service).ToAgreed();
        (await journey.Practice.Get(journey.BilanPath)).Body["figures"].ShouldBeNull();
        await journey.Lead("publish");
        var read = await journey.Practice.Get(journey.BilanPath);
        read.State().ShouldBe("published");
        read.Body["figures"].ShouldBeNull();
        (await journey.Member(0).Get(journey.BilanPath)).Body["figures"]!["attendancePercent"]!.GetValue<int>().ShouldBe(100);
    }

    [Fact]
    public async Task who_was_there_and_left_reads_and_decides_the_locked_text_and_who_came_later_does_not_decide()
    {
        var journey = await new Journey(service).ToDrafted(present: 5);
        var left = journey.Member(0);
        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Members[0], journey.Origin()));
        var late = await journey.Joins();
        await left.Get(journey.BilanPath, 404);
        await journey.Lead("lock");
        var read = await left.Get(journey.BilanPath);
        read.Body["sections"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        read.Body["figures"].ShouldBeNull();
        await left.Post($"{journey.BilanPath}/amendments", """{"dimension":"bond","text":"t"}""", 422);
        await left.Post($"{journey.BilanPath}/dissents", await journey.OnText(), 200);
        (await late.Post($"{journey.BilanPath}/approvals", await journey.OnText(), 422)).Rule().ShouldBe("always/approval/S2");

        // An erasure takes nobody's word back, nor gives anybody's.
        var body = await journey.OnText();
        await journey.Member(1).Post($"{journey.BilanPath}/approvals", body, 200);
        await journey.Tell(new PersonErasureRequested(journey.Members[1], journey.Origin()));
        foreach (var member in (int[])[2, 3, 4, 5])
        {
            await journey.Member(member).Post($"{journey.BilanPath}/approvals", body, 200);
        }

        await journey.Facilitator.Post($"{journey.BilanPath}/approvals", body, 200);
        await journey.Lead("agree");
        await journey.Lead("publish");
        var handed = await journey.Asker.Get(journey.BilanPath);
        handed.Body["dissents"]!.GetValue<int>().ShouldBe(1);
        handed.Body["approvals"].ShouldBeNull();
    }

    [Fact]
    public async Task what_waits_is_told_in_the_feed_without_what_it_is_and_read_in_one_place_with_its_hash()
    {
        var journey = await new Journey(service).ToDrafted(present: 5);
        var (asked, notAsked) = (journey.Member(0), await journey.Joins());
        const string Feed = "/v1/events?type=answer.awaited";
        const string Waiting = "/v1/persons/me/waiting/reporting";
        (await asked.Get(Waiting)).Body["items"]!.AsArray().ShouldBeEmpty();
        var deadline = await journey.LockUntil(DateTimeOffset.UtcNow.AddDays(15));
        await journey.Member(1).Post($"{journey.BilanPath}/approvals", await journey.OnText(), 200);
        await journey.Remind(deadline);
        await when_webhooks_are_called.Until(async () => (await asked.Get(Feed)).Body["items"]!.AsArray().Count > 1);
        var told = (await asked.Get(Feed)).Body["items"]!.AsArray();
        told.Count.ShouldBe(2);
        told.ShouldAllBe(e => e!["subject"]!.GetValue<string>() == "/v1/persons/me/waiting");
        told.ToJsonString().ShouldNotContain(journey.Bilan.ToString());
        (await journey.Member(1).Get(Feed)).Body["items"]!.AsArray().ShouldHaveSingleItem();
        (await notAsked.Get(Feed)).Body["items"]!.AsArray().ShouldBeEmpty();
        await journey.Practice.Get(Feed, 400);

        var item = (await asked.Get(Waiting)).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        item["kind"]!.GetValue<string>().ShouldBe("bilan");
        item["resource"]!.GetValue<string>().ShouldBe(journey.BilanPath);
        item["textHash"]!.GetValue<string>().ShouldBe(await journey.Hash());
        item["until"]!.GetValue<DateTimeOffset>().ShouldBe(deadline);
        (await journey.Member(1).Get(Waiting)).Body["items"]!.AsArray().ShouldBeEmpty();
        (await notAsked.Get(Waiting)).Body["items"]!.AsArray().ShouldBeEmpty();
        (await journey.Practice.Get(Waiting)).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task a_locked_bilan_gets_a_deadline_or_is_locked_anew()
    {
        var journey = await new Journey(service).ToLocked();
        await journey.Member(0).Post($"{journey.BilanPath}/approvals", await journey.OnText(), 200);
        await journey.Lead("deadline", $$"""{"deadline":"{{DateTimeOffset.UtcNow.AddDays(13):O}}"}""", 422);
        var set = await journey.Lead("deadline", $$"""{"deadline":"{{DateTimeOffset.UtcNow.AddDays(15):O}}"}""");
        set.Body["notices"]!.AsArray().Count.ShouldBe(1);
        set.Body["approvals"]!.GetValue<int>().ShouldBe(1);
        var before = await journey.Hash();
        await journey.Lead("lock", status: 409);
        var anew = await journey.Lead("lock", $$"""{"deadline":"{{DateTimeOffset.UtcNow.AddDays(16):O}}"}""");
        anew.Body["approvals"]!.GetValue<int>().ShouldBe(0);
        anew.Body["deadline"].ShouldNotBeNull();
        (await journey.Hash()).ShouldNotBe(before);
    }

    [Fact]
    public async Task approvals_at_once_all_count_and_one_given_twice_counts_once()
    {
        var journey = await new Journey(service).ToLocked();
        var body = await journey.OnText();
        var twice = Enumerable.Range(0, 12).Select(i => journey.Member(i % 6).Post($"{journey.BilanPath}/approvals", body, 200));
        await Task.WhenAll(twice);
        var read = await journey.Facilitator.Get(journey.BilanPath);
        read.Body["approvals"]!.GetValue<int>().ShouldBe(6);
        read.Body["stillToDecide"]!.GetValue<int>().ShouldBe(1);
        read.ETag.ShouldBe("\"9\"");
    }

    [Fact]
    public async Task another_text_voids_the_approvals_and_its_hash()
    {
        var journey = await new Journey(service).ToLocked();
        var before = await journey.OnText();
        await journey.Approve();
        var amended = await journey.Member(0).Post($"{journey.BilanPath}/amendments", """{"dimension":"bond","text":"t"}""", 200);
        var amendment = amended.Body["amendments"]![0]!["id"]!.GetValue<Guid>();
        var accepted = await journey.Facilitator.Post($"{journey.BilanPath}/amendments/{amendment}/accept", "{}", 200);
        accepted.State().ShouldBe("draft");
        accepted.Body["approvals"]!.GetValue<int>().ShouldBe(0);
        await journey.Member(0).Post($"{journey.BilanPath}/approvals", before, 409);
        await journey.Lead("lock");
        var other = await journey.Member(0).Post($"{journey.BilanPath}/approvals", before, 422);
        other.Rule().ShouldBe("always/approval-on-exact-text/S2");
        (await journey.OnText()).ShouldNotBe(before);
    }

    [Fact]
    public async Task the_final_one_recommends_and_no_bilan_follows_it()
    {
        var journey = await new Journey(service).ToDrafted();
        var early = journey.Bilan;
        (await journey.Lead("orientation", """{"code":"continue","text":"t"}""", 422))
            .Rule()
            .ShouldBe("always/orientation-in-final-bilan/S2");
        var path = journey.BilanPath;

        await journey.DraftAnother(final: true);
        await journey.Lead("orientation", """{"code":"whatever","text":"t"}""", 400);
        await journey.Lead("orientation", $$"""{"code":"supervision","text":"{{Journey.Canary}}"}""");
        await journey.Lead("lock");
        await journey.Approve();
        var agreed = await journey.Lead("agree");
        agreed.Body["orientations"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);

        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 409);
        await journey.Facilitator.Post($"/v1/engagements/{journey.Engagement}/bilans", Journey.Draft(), 409);
        await journey.Facilitator.Post($"{path}/lock", "{}", 200, (await journey.Facilitator.Get(path)).ETag);
        await journey.Facilitator.Post($"{path}/agree", "{}", 409, (await journey.Facilitator.Get(path)).ETag);
        (await journey.Facilitator.Lists($"/v1/groups/{journey.Group}/bilans")).ShouldBe([early, journey.Bilan]);
    }

    [Fact]
    public async Task a_negotiation_fails_past_its_deadline_while_an_objection_stands()
    {
        var journey = await new Journey(service).ToDrafted();
        var deadline = await journey.LockUntil(DateTimeOffset.UtcNow.AddDays(15));
        await journey.Member(0).Post($"{journey.BilanPath}/objections", await journey.OnText(""","reason":"r" """), 200);
        (await journey.Lead("fail", status: 409)).Kind().ShouldBe("/problems/wrong-order");
        await journey.Remind(deadline);
        await journey.Lead("fail", status: 409);
        await journey.Tell(new NegotiationDue(journey.Bilan, deadline));
        var failed = await journey.Facilitator.Get(journey.BilanPath);
        failed.State().ShouldBe("failed");
        failed.Body["notReached"]!.GetValue<int>().ShouldBe(7);
        failed.Body["stillToDecide"]!.GetValue<int>().ShouldBe(0);
        await journey.Member(0).Post($"{journey.BilanPath}/amendments", """{"dimension":"bond","text":"t"}""", 409);
        await journey.Asker.Get(journey.BilanPath, 404);

        // What is handed over of it is the failure, without a word of the text.
        await journey.Lead("publish");
        var handed = await journey.Asker.Get(journey.BilanPath);
        handed.State().ShouldBe("failed");
        handed.Body["sections"].ShouldBeNull();
        handed.Body.ToJsonString().ShouldNotContain(Journey.Canary);
        await journey.Lead("publish", status: 409);
    }
}
