using System.Text.Json.Nodes;
using Alba;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_an_auditor_looks(ReportingFixture service)
{
    private const string Ndjson = "application/x-ndjson";

    [Fact]
    public async Task the_history_is_in_causal_order_for_auditors_with_a_grant_alone()
    {
        var journey = new Journey(service);
        await journey.Tell(
            Journey.Entry(journey.Engagement, 3, "00000000000002.000000"),
            Journey.Entry(journey.Engagement, 2, "00000000000001.000001", occurred: Given.Now.AddDays(-3)),
            Journey.Entry(journey.Engagement, 9, "00000000000001.000001", "engagement")
        );
        var path = $"/v1/engagements/{journey.Engagement}/history";
        await journey.Auditor.Get(path, 404);
        await journey.Grant();
        var history = await journey.Auditor.Get(path);
        Entries(history).Select(e => e["sequence"]!.GetValue<long>()).ShouldBe([9, 2, 3]);
        Entries(history).Select(e => e["position"]!.GetValue<long>()).ShouldBe([3, 2, 1]);
        Entries(history).ShouldAllBe(e => e["arrivedAt"]!.GetValue<DateTimeOffset>() > Given.Now);
        history.Body["version"]!.GetValue<long>().ShouldBe(3);
        Entries(await journey.Auditor.Get($"{path}?version=1")).Count.ShouldBe(1);
        Entries(await journey.Auditor.Get($"{path}?at=2026-03-02T09:59:59%2B01:00")).ShouldBeEmpty();
        Entries(await journey.Auditor.Get($"{path}?at=2026-03-02T10:00:00%2B01:00")).Count.ShouldBe(3);
        Entries(await journey.Auditor.Get($"{path}?occurredBy=2026-03-01T09:00:00Z")).Count.ShouldBe(1);
        await journey.Auditor.Get($"{path}?after=MQ", 400);
        foreach (var look in (string[])["history?", "states?", "conformance?", "export?format=csv&"])
        {
            await journey.Auditor.Get($"/v1/engagements/{journey.Engagement}/{look}version=4", 404);
            await journey.Auditor.Get($"/v1/engagements/{journey.Engagement}/{look}version=2&at=2026-03-02T09:59:59Z", 400);
        }

        await journey.Auditor.Get($"/v1/engagements/{journey.Engagement}/difference?versionFrom=1&versionTo=4", 404);
        foreach (
            var wrong in (string[])
                ["at=05/02/2026", "at=1.2.2026", "occurredBy=06:29:20", "at=2026-03-02", "at=9999-01-01T00:00:00Z", "version=-1"]
        )
        {
            await journey.Auditor.Get($"{path}?{wrong}", 400);
        }

        (await journey.Auditor.Get($"{path}?at=2026-03-02T10:00:00+01:00", 400)).Body["satisfy"]!
            .GetValue<string>()
            .ShouldBe("Write + as %2B in a URL.");
        await service.As(Roles.Auditor, journey.AuditorId, tenant: "autre").Get(path, 404);
        await service.As(Roles.Auditor).Get(path, 404);
        await journey.Auditor.Get($"/v1/engagements/{Guid.NewGuid()}/history", 404);
        await journey.Practice.Get(path, 403);
        await journey.Member(0).Get(path, 403);
        await journey.Facilitator.Get(path, 403);
        await journey.Asker.Get(path, 403);
    }

    [Fact]
    public async Task it_is_sent_one_entry_a_line_and_goes_on_behind_a_cursor()
    {
        var journey = new Journey(service);
        await journey.Tell([
            .. Enumerable
                .Range(1, 7)
                .Select(i => Journey.Entry(journey.Engagement, i, $"0000000000000{i % 3}.000000", stream: Guid.CreateVersion7())),
        ]);
        await journey.Grant();
        var path = $"/v1/engagements/{journey.Engagement}/history";
        var all = await Lines(journey, path);
        all.Select(e => e["sequence"]!.GetValue<long>()).ShouldBe([3, 6, 1, 4, 7, 2, 5]);

        // What arrives meanwhile has its place in the order, and none in a replay that began before.
        await journey.Tell(Journey.Entry(journey.Engagement, 8, "00000000000001.000000"));
        var cursor = all[3]["cursor"]!.GetValue<string>();
        (await Lines(journey, $"{path}?after={cursor}")).Select(e => e.ToJsonString()).ShouldBe(all.Skip(4).Select(e => e.ToJsonString()));
        (await Lines(journey, path)).Count.ShouldBe(8);
    }

    [Fact]
    [Trait("Part", "lagging_clock")]
    public async Task a_stream_goes_by_its_versions_whatever_the_clocks_were_that_wrote_it()
    {
        var journey = new Journey(service);
        await journey.Tell(
            Journey.Entry(journey.Engagement, 1, "00000000000005.000000"),
            Journey.Entry(journey.Engagement, 2, "00000000000003.000000"),
            Journey.Entry(journey.Engagement, 3, "00000000000005.000000"),
            Journey.Entry(journey.Engagement, 4, "00000000000006.000000"),
            Journey.Entry(journey.Engagement, 7, "00000000000004.000000", stream: Given.Id(7)),
            Journey.Entry(journey.Engagement, 8, "00000000000005.000001", stream: Given.Id(8))
        );
        await journey.Grant();
        var path = $"/v1/engagements/{journey.Engagement}/history";
        var all = await Lines(journey, path);
        all.Select(e => e["sequence"]!.GetValue<long>()).ShouldBe([7, 1, 2, 3, 8, 4]);

        // From wherever a replay goes on, however little of it is asked for.
        foreach (var at in Enumerable.Range(0, all.Count - 1))
        {
            var rest = await Lines(journey, $"{path}?after={all[at]["cursor"]}");
            rest.Select(e => e["sequence"]!.GetValue<long>()).ShouldBe(all.Skip(at + 1).Select(e => e["sequence"]!.GetValue<long>()));
        }

        Entries(await journey.Auditor.Get($"{path}?version=2")).Select(e => e["sequence"]!.GetValue<long>()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task persons_have_other_names_under_each_grant_and_things_their_own()
    {
        var journey = await new Journey(service).ToHeld();
        var member = journey.Members[0];
        var redacted = $$"""{"present":["{{member}}"],"session":"{{Given.Id(5)}}"}""";
        await journey.Tell(Journey.Entry(journey.Engagement, 1, redacted: redacted));
        await journey.Grant();
        var path = $"/v1/engagements/{journey.Engagement}/history";
        var first = Entries(await journey.Auditor.Get(path))[0];
        var other = new Journey(service);
        await other.Grant(journey.Engagement);
        var second = Entries(await other.Auditor.Get(path))[0];
        foreach (var entry in (JsonObject[])[first, second])
        {
            entry.ToJsonString().ShouldNotContain(member.ToString());
            entry["actor"]!.GetValue<string>().ShouldStartWith("practice:");
            entry["actor"]!.GetValue<string>().ShouldNotContain(Given.Id(1).ToString());
            entry["redacted"]!.GetValue<string>().ShouldContain(Given.Id(5).ToString());
            entry["hash"]!.GetValue<string>().ShouldBe(Canonical.Hash(redacted));
        }

        first["redacted"]!.GetValue<string>().ShouldNotBe(second["redacted"]!.GetValue<string>());

        // The same names each time; a cursor names the ledger's version too, and the engagement's own events still arrive.
        var again = Entries(await journey.Auditor.Get(path))[0];
        first.Remove("cursor");
        again.Remove("cursor");
        again.ToJsonString().ShouldBe(first.ToJsonString());
    }

    [Fact]
    public async Task members_read_who_looked_at_what_and_when()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.Tell(Journey.Entry(journey.Engagement, 1));
        await journey.Grant(purpose: "certification");
        var history = $"/v1/engagements/{journey.Engagement}/history";
        await journey.Auditor.Get(history);
        await Lines(journey, history);
        await journey.Auditor.Get($"/v1/engagements/{journey.Engagement}/states?of={journey.Group}");
        await journey.Auditor.Get($"/v1/engagements/{Guid.NewGuid()}/history", 404);

        var path = $"/v1/groups/{journey.Group}/audit-trail";
        var trail = (await journey.Member(3).Get(path)).Body["items"]!.AsArray();
        trail.Select(l => l!["what"]!.GetValue<string>()).ShouldBe(["states", "export-ndjson", "history"]);
        trail.ShouldAllBe(l => l!["purpose"]!.GetValue<string>() == "certification");
        trail[0]!["of"]!.GetValue<Guid>().ShouldBe(journey.Group);
        trail.Select(l => l!["auditor"]!.GetValue<Guid>()).Distinct().ShouldHaveSingleItem().ShouldNotBe(journey.AuditorId);
        (await journey.Facilitator.Get(path)).Body["items"]!.AsArray().Count.ShouldBe(3);
        await service.As(Roles.Member).Get(path, 404);
        await service.As(Roles.Facilitator).Get(path, 404);
        await service.As(Roles.Practice, tenant: "autre").Get(path, 404);
        await journey.Auditor.Get(path, 403);
        await journey.Asker.Get(path, 403);
    }

    [Fact]
    public async Task what_was_taken_back_or_is_of_another_engagement_shows_nothing_and_leaves_nothing()
    {
        var journey = new Journey(service);
        await journey.Tell(Journey.Entry(journey.Engagement, 1));
        var another = Guid.CreateVersion7();
        await journey.Tell(Journey.Entry(another, 1));
        var elsewhere = await journey.Grant(another);
        var grant = await journey.Grant();
        var history = $"/v1/engagements/{journey.Engagement}/history";
        await journey.Auditor.Get(history);
        (await journey.Practice.Get(grant.Location)).Body["looks"]!.GetValue<long>().ShouldBe(1);
        await journey.Practice.Post($"{grant.Location}/revoke", "{}", 200);
        (await journey.Practice.Post($"{grant.Location}/revoke", "{}", 200)).Body["revoked"]!.GetValue<bool>().ShouldBeTrue();
        await journey.Auditor.Get(history, 404);
        (await journey.Auditor.Get(grant.Location)).Body["looks"]!.GetValue<long>().ShouldBe(1);
        (await journey.Facts<ReplayPerformed>(elsewhere.Id)).ShouldBe(0);
        await service.As(Roles.Auditor).Get(grant.Location, 404);
        (await journey.Auditor.Lists("/v1/audit-grants")).ShouldBe([elsewhere.Id, grant.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task looks_at_once_are_each_recorded()
    {
        var journey = new Journey(service);
        await journey.Tell(Journey.Entry(journey.Engagement, 1));
        var grant = await journey.Grant();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => journey.Auditor.Get($"/v1/engagements/{journey.Engagement}/history")));
        (await journey.Facts<ReplayPerformed>(grant.Id)).ShouldBe(12);
    }

    [Fact]
    public async Task the_state_of_a_resource_and_what_changed_are_folded_as_of_a_moment()
    {
        var journey = new Journey(service);
        var person = Guid.CreateVersion7();
        LedgerEntryRecorded Group(long version, string type, string redacted) =>
            Journey.Entry(
                journey.Engagement,
                version,
                $"0000000000000{version}.000000",
                "engagement",
                redacted,
                type,
                journey.Group,
                "group",
                Given.Now.AddDays(version)
            );
        await journey.Tell(
            Group(1, "group_constituted", $$"""{"engagement":"{{journey.Engagement}}","label":"Groupe"}"""),
            Group(2, "member_enrolled", $$"""{"person":"{{person}}","volunteers":true}"""),
            Group(3, "group_sealed", "{}"),
            Group(4, "member_left", $$$"""{"person":"{{{person}}}","reason":{"sha256":"ab"}}""")
        );
        await journey.Grant();
        var path = $"/v1/engagements/{journey.Engagement}";
        async Task<JsonNode> State(string query) =>
            (await journey.Auditor.Get($"{path}/states?of={journey.Group}&{query}")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;

        (await State("version=3"))["state"]!["members"]!.AsArray().Count.ShouldBe(1);
        (await State("version=3"))["version"]!.GetValue<long>().ShouldBe(3);
        (await State($"at={Uri.EscapeDataString(Given.Now.AddDays(2).ToString("O"))}"))["state"]!["isSealed"].ShouldBeNull();
        var last = await State($"at={Uri.EscapeDataString(Given.Now.AddDays(4).ToString("O"))}");
        last["state"]!["members"]!.AsArray().ShouldBeEmpty();
        last["state"]!["departures"]![0]!["reason"]!["sha256"]!.GetValue<string>().ShouldBe("ab");
        last.ToJsonString().ShouldNotContain(person.ToString());

        string At(int days) => Uri.EscapeDataString(Given.Now.AddDays(days).ToString("O"));
        var changes = (await journey.Auditor.Get($"{path}/difference?from={At(2)}&to={At(4)}")).Body["items"]!.AsArray();
        changes
            .Select(c => $"{c!["path"]} {(c["before"] is null ? '+' : '-')}")
            .ShouldBe(["/members/- -", "/isSealed +", "/departures/- +"], ignoreOrder: true);
        (await journey.Auditor.Get($"{path}/difference?from={At(4)}&to={At(4)}")).Body["items"]!.AsArray().ShouldBeEmpty();
        await journey.Auditor.Get($"{path}/difference?from={At(4)}&to={At(2)}", 400);
        await journey.Practice.Get($"{path}/states", 403);
    }

    [Theory]
    [InlineData("""{"auditor":"00000000-0000-0000-0000-000000000000","purpose":"certification","until":"2126-01-01T00:00:00Z"}""", 400)]
    [InlineData("""{"auditor":"6f1d3a52-5a34-4c0f-9d4e-1f6d7b1f0001","purpose":"certification","until":"2126-01-01T00:00:00Z"}""", 400)]
    [InlineData("""{"auditor":"6f1d3a52-5a34-4c0f-9d4e-1f6d7b1f0001","purpose":"curiosity","until":"2126-01-01T00:00:00Z"}""", 400)]
    [InlineData("""{"auditor":"6f1d3a52-5a34-4c0f-9d4e-1f6d7b1f0001","purpose":"certification"}""", 400)]
    public Task a_grant_without_end_or_purpose_is_none(string body, int status) =>
        service.As(Roles.Practice).Post("/v1/audit-grants", body, status);

    private static IReadOnlyList<JsonObject> Entries(Answer history) => [.. history.Body["entries"]!.AsArray().Select(e => e!.AsObject())];

    private async Task<IReadOnlyList<JsonObject>> Lines(Journey journey, string path)
    {
        var result = await service.Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {journey.Auditor.Token}");
            s.WithRequestHeader("Accept", Ndjson);
            s.Header("Content-Type").SingleValueShouldEqual(Ndjson);
        });
        var text = await result.ReadAsTextAsync();
        text.ShouldEndWith("\n");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject())];
    }
}
