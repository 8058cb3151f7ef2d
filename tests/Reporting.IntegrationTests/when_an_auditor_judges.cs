using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Alba;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>What conformance says of a ledger as it stands in the store, and how histories are found and taken away.</summary>
public class when_an_auditor_judges(ReportingFixture service)
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private readonly Guid _facilitator = Guid.CreateVersion7();
    private long _clock;

    [Fact]
    public async Task a_facilitators_file_is_read_beside()
    {
        var journey = await Told("cadre");
        var report = await Conformance(journey);
        foreach (var rule in (string[])["independence", "externality", "qualification"])
        {
            (Verdict(report, rule), Rule(report, rule)["frame"]!.GetValue<string>()).ShouldBe(("kept", "cadre"), rule);
        }

        report["complete"]!.GetValue<bool>().ShouldBeTrue();
        report.ToJsonString().ShouldNotContain($"{_facilitator}");
    }

    [Fact]
    public async Task a_facilitator_of_the_establishments_own_breaks_externality_from_then_on()
    {
        var journey = await Told("cadre", employed: true);
        var report = await Conformance(journey);
        Verdict(report, "externality").ShouldBe("broken");
        report["conformant"]!.GetValue<bool>().ShouldBeFalse();

        // Version, recorded and occurred time of the question hold for the file too.
        Verdict(await Conformance(journey, "version=1"), "externality").ShouldBe("not-applicable");
        var before = await Conformance(journey, $"at={Uri.EscapeDataString($"{Start.AddMinutes(-1):O}")}");
        (before["conformant"] is null, before["at"]!.GetValue<DateTimeOffset>()).ShouldBe((true, Start.AddMinutes(-1)));
        before["counts"]!["kept"]!.GetValue<int>().ShouldBe(0);
        var then = await Conformance(journey, $"occurredBy={Uri.EscapeDataString($"{Start.AddMinutes(2):O}")}");
        Verdict(then, "independence").ShouldBe("not-applicable");
        then["judgedTo"]!.GetValue<DateTimeOffset>().ShouldBe(Start.AddMinutes(2));
    }

    [Fact]
    public async Task a_practices_own_frame_judges_as_it_was_published_and_a_draft_does_not()
    {
        JsonObject Frame(string name, int rate) =>
            JsonNode
                .Parse(
                    $$$"""
                    {"name":"{{{name}}}","version":1,"source":"practice","title":"t","kind":"practice-analysis","audiences":["professionals"],
                     "rules":{"rate":{"source":"practice","maximum":{{{rate}}} } } }
                    """
                )!
                .AsObject();
        var (published, draft) = ($"f{Guid.NewGuid():N}", $"f{Guid.NewGuid():N}");
        var journey = new Journey(service);
        foreach (var name in (string[])[published, draft])
        {
            var stream = Guid.CreateVersion7();
            await journey.Tell(
                Of(stream, 1, "policy_set", "policy_set_drafted", new() { ["frame"] = Frame(name, 1) }),
                Of(stream, 2, "policy_set", "policy_set_revised", new() { ["frame"] = Frame(name, 20000) })
            );
            if (name == published)
            {
                await journey.Tell(Of(stream, 3, "policy_set", "policy_set_published", []));
            }
        }

        Verdict(await Conformance(await Told(published)), "rate").ShouldBe("kept");
        var unread = await Conformance(await Told(draft));
        unread["unknown"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe($"{draft}.v1");
        Verdict(unread, "rate").ShouldBe("not-told");
    }

    [Fact]
    public async Task what_was_published_and_is_not_held_is_named_and_conformance_says_nothing()
    {
        var journey = await Told("cadre");
        var (session, whole) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var path = $"/v1/engagements/{journey.Engagement}";
        await journey.Tell(new LedgerEntriesPublished("session", [new(session, [1, 2], null, journey.Engagement)]));
        var report = await Conformance(journey);
        (report["complete"]!.GetValue<bool>(), report["conformant"] is null).ShouldBe((false, true));
        var gap = report["gaps"]!.AsArray().ShouldHaveSingleItem()!;
        (gap["service"]!.GetValue<string>(), gap["from"]!.GetValue<long>(), gap["to"]!.GetValue<long>()).ShouldBe(("session", 1, 2));
        var history = await journey.Auditor.Get($"{path}/history");
        history.Body["complete"]!.GetValue<bool>().ShouldBeFalse();
        (await Headers(journey, $"{path}/export?format=csv")).ShouldBe(("false", true));

        // What is another engagement's is not this one's; what came is held.
        await journey.Tell(new LedgerEntriesPublished("session", [new(whole, [1], null, Guid.CreateVersion7())]));
        await journey.Tell(
            Journey.Entry(journey.Engagement, 1, stream: session, of: "session", type: "session_scheduled", redacted: Scheduled),
            Journey.Entry(journey.Engagement, 2, stream: session, of: "session", type: "session_cancelled")
        );
        (await Conformance(journey))["complete"]!.GetValue<bool>().ShouldBeTrue();
        (await journey.Auditor.Get($"{path}/states")).Body["complete"]!.GetValue<bool>().ShouldBeTrue();

        // A version that was left out between two is a hole, whatever its service says.
        await journey.Tell(Journey.Entry(journey.Engagement, 4, stream: session, of: "session", type: "session_cancelled"));
        (await Conformance(journey))["gaps"]!.AsArray().ShouldHaveSingleItem()!["from"]!.GetValue<long>().ShouldBe(3);
        (await Headers(journey, $"{path}/export?format=xes")).ShouldBe(("false", true));

        // Nothing is left to be looked for.
        await journey.Tell(Journey.Entry(whole, 1, stream: whole, of: "session"));
    }

    [Fact]
    public async Task an_export_is_of_the_moment_that_is_asked_for()
    {
        var journey = await Told("cadre");
        var path = $"/v1/engagements/{journey.Engagement}/export?format=csv";
        async Task<int> Rows(string query) =>
            (await Text(journey, path + query)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        (await Rows("")).ShouldBe(3);
        (await Rows("&version=2")).ShouldBe(2);
        (await Rows($"&at={Uri.EscapeDataString($"{Start.AddMinutes(3):O}")}")).ShouldBe(1);
        (await Rows($"&occurredBy={Uri.EscapeDataString($"{Start.AddMinutes(4):O}")}")).ShouldBe(2);
        await journey.Auditor.Get($"{path}&at=05/02/2026", 400);

        // And says which: a part is taken for the whole by nobody.
        (await Moment(journey, path)).ShouldBe("version=3/3");
        (await Moment(journey, $"{path}&version=2")).ShouldBe("version=2/3");
        (await Moment(journey, $"{path}&occurredBy={Uri.EscapeDataString($"{Start.AddMinutes(4):O}")}")).ShouldBe(
            "version=3/3, occurredBy=2025-03-03T09:04:00.0000000+00:00"
        );
        (await Text(journey, $"/v1/engagements/{journey.Engagement}/export?format=xes&version=2")).ShouldContain(
            "key=\"moment\" value=\"version=2/3\""
        );
        (await Moment(journey, $"/v1/engagements/{journey.Engagement}/history?version=1")).ShouldBe("version=1/3");
    }

    [Fact]
    public async Task a_difference_names_the_axis_of_its_two_moments()
    {
        var journey = await Told("cadre");
        var path = $"/v1/engagements/{journey.Engagement}/difference?";
        string At(string name, int minutes) => $"{name}={Uri.EscapeDataString($"{Start.AddMinutes(minutes):O}")}";
        async Task<(string Axis, int Changes)> Differs(string query)
        {
            var answer = (await journey.Auditor.Get(path + query)).Body;
            return (answer["axis"]!.GetValue<string>(), answer["items"]!.AsArray().Count);
        }

        (await Differs($"{At("from", 4)}&{At("to", 60)}")).Axis.ShouldBe("recorded");
        var occurred = await Differs($"{At("occurredFrom", 3)}&{At("occurredTo", 60)}");
        occurred.Axis.ShouldBe("occurred");
        occurred.Changes.ShouldBeGreaterThan(0);
        var versions = await Differs("versionFrom=1&versionTo=3");
        (versions.Axis, versions.Changes).ShouldBe(("version", occurred.Changes));
        foreach (
            var wrong in (string[])
                ["", At("from", 1), $"{At("from", 1)}&{At("occurredTo", 2)}", "versionFrom=3&versionTo=1", "versionFrom=-1&versionTo=1"]
        )
        {
            await journey.Auditor.Get(path + wrong, 400);
        }
    }

    [Fact]
    public async Task an_auditor_finds_what_to_audit_and_takes_all_of_it()
    {
        var (one, two) = (await Told("cadre", grant: false), await Told("cadre", grant: false));
        var auditor = service.As(Roles.Auditor, one.AuditorId);
        string Over(params Guid[] engagements) =>
            $$"""
                {"auditor":"{{one.AuditorId}}","engagements":["{{string.Join("\",\"", engagements)}}"],
                 "purpose":"certification","until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}
                """;
        var unknown = await one.Practice.Post("/v1/audit-grants", Over(one.Engagement, Guid.CreateVersion7()), 400);
        unknown.Body["errors"]![0]!["pointer"]!.ToString().ShouldBe("/engagements/1");
        var grant = (await one.Practice.Post("/v1/audit-grants", Over(one.Engagement, two.Engagement), 201)).Location;
        var listed = (await auditor.Get($"{grant}/engagements")).Body["items"]!.AsArray();
        listed.Select(e => e!["engagement"]!.GetValue<Guid>()).ShouldBe([one.Engagement, two.Engagement], ignoreOrder: true);
        listed.ShouldAllBe(e => e!["version"]!.GetValue<long>() == 3 && e["openedAt"]!.GetValue<DateTimeOffset>() == Start.AddMinutes(3));

        // As a miner reads it: every id a UUID, and cases beside the engagements.
        var group = Guid.CreateVersion7();
        await one.Tell(
            Journey.Entry(one.Engagement, 1, stream: group, of: "group", type: "group_constituted", source: "engagement"),
            Journey.Entry(one.Engagement, 2, stream: group, of: "group", type: "group_sealed", source: "engagement")
        );
        var log = XDocument.Parse(await Text(one, $"{grant}/export?format=xes"));
        var traces = log.Root!.Elements("trace").ToList();
        traces
            .Select(t => (Value(t, "case"), t.Elements("event").Count()))
            .ShouldBe([("engagement", 5), ("group", 2), ("engagement", 3)], ignoreOrder: true);
        log.Descendants("id").ShouldAllBe(id => IsUuid(id.Attribute("value")!.Value));
        foreach (var date in log.Descendants("date"))
        {
            DateTimeOffset.Parse(date.Attribute("value")!.Value, CultureInfo.InvariantCulture);
        }

        await auditor.Get($"{grant}/export?format=xes&version=1", 400);
        await service.As(Roles.Auditor).Get($"{grant}/engagements", 404);
        await one.Practice.Post($"{grant}/revoke", "{}", 200);
        await auditor.Get($"{grant}/engagements", 404);
        await auditor.Get($"{grant}/export?format=csv", 404);
    }

    // A crèche of one professional, who was there once in the year; and the same one in another group of the house, under the same id or another.
    [Fact]
    public async Task hours_are_counted_over_the_engagements_that_the_grant_covers()
    {
        var (person, record, tenant) = (Guid.CreateVersion7(), Guid.CreateVersion7(), $"creche-{Guid.NewGuid():N}");
        var house = Guid.CreateVersion7();
        var one = await Creche(new(service, house, tenant), person);
        var other = await Creche(new(service, house, tenant), person, 6);
        var joined = await Creche(new(service, house, tenant), record, 7);
        await Creche(new(service, Guid.CreateVersion7(), tenant), person);

        // Somebody may have hours in what the grant does not show, whether they do or not.
        await one.Grant();
        var alone = await Conformance(one);
        Verdict(alone, "hours-a-year").ShouldBe("not-told");
        Rule(alone, "hours-a-year")["breaches"]!.AsArray().ShouldHaveSingleItem();

        // Over all of the practice: four hours and four hours.
        await GrantAll(one);
        Verdict(await Conformance(one), "hours-a-year").ShouldBe("kept");
        Verdict(await Conformance(joined, as_: one), "hours-a-year").ShouldBe("breached");
        (await Looks(other)).ShouldBeGreaterThan(0, "whose history was looked at beside is told of it too");

        // Two records that are one person's, until they are parted.
        await Join("persons_joined", 1);
        Verdict(await Conformance(joined, as_: one), "hours-a-year").ShouldBe("kept");
        var named = Rule(await Conformance(joined, as_: one), "hours-a-year")["by"]!.AsArray();
        named.Count(e => e!["eventType"]!.ToString() == "persons_joined").ShouldBe(1, "that hours of two records are one person's is said");
        await Join("persons_parted", 2);
        Verdict(await Conformance(joined, as_: one), "hours-a-year").ShouldBe("breached");

        async Task Join(string type, long version)
        {
            foreach (var (of, with) in new[] { (person, record), (record, person) })
            {
                await one.Tell(
                    Journey.Entry(
                        PersonStreams.AskedLedger(of),
                        version,
                        source: "engagement",
                        redacted: Canonical.Text(new JsonObject { ["person"] = of, ["with"] = new JsonArray(with) }),
                        type: type,
                        stream: PersonStreams.Asked(of),
                        of: "person"
                    )
                );
            }
        }
    }

    private static Task<Answer> GrantAll(Journey journey) =>
        journey.Practice.Post(
            "/v1/audit-grants",
            $$"""{"auditor":"{{journey.AuditorId}}","purpose":"certification","until":"{{DateTimeOffset.UtcNow.AddDays(30):O}}"}""",
            201
        );

    // An engagement under eaje, active over 2024 and longer, with one member and one session of four hours.
    private static async Task<Journey> Creche(Journey journey, Guid person, int day = 5)
    {
        var (group, session, number) = (journey.Group, Guid.CreateVersion7(), 0);
        var versions = new Dictionary<Guid, long>();
        LedgerEntryRecorded Said(Guid stream, string of, string type, DateTimeOffset at, JsonObject fact) =>
            Journey.Entry(
                journey.Engagement,
                versions[stream] = versions.GetValueOrDefault(stream) + 1,
                $"{at.ToUnixTimeMilliseconds() + number++:D14}.000000",
                of == "session" ? "session" : "engagement",
                Canonical.Text(fact),
                type,
                stream,
                of,
                at,
                at
            );
        var (before, held) = (
            new DateTimeOffset(2023, 12, 1, 9, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2024, 2, day, 9, 0, 0, TimeSpan.Zero)
        );
        await journey.Tell(
            Said(journey.Engagement, "engagement", "engagement_opened", before, new() { ["establishment"] = journey.Establishment }),
            Said(
                journey.Engagement,
                "engagement",
                "dispositif_proposed",
                before,
                new()
                {
                    ["dispositif"] = new JsonObject
                    {
                        ["kind"] = "practice-analysis",
                        ["audience"] = "professionals",
                        ["frames"] = new JsonArray(new JsonObject { ["name"] = "eaje", ["version"] = 1 }),
                        ["termMonths"] = 14,
                    },
                }
            ),
            Said(group, "group", "group_constituted", before, new() { ["engagement"] = journey.Engagement }),
            Said(group, "group", "member_enrolled", before, new() { ["person"] = person, ["institution"] = journey.Establishment }),
            Said(group, "group", "group_sealed", before, []),
            Said(journey.Engagement, "engagement", "engagement_activated", before, []),
            Said(
                session,
                "session",
                "session_scheduled",
                held,
                new()
                {
                    ["group"] = group,
                    ["members"] = new JsonArray(person),
                    ["childFree"] = true,
                    ["protocol"] = new JsonObject { ["name"] = "free-circle", ["version"] = 1 },
                }
            ),
            Said(session, "session", "session_opened", held, []),
            Said(session, "session", "attendance_recorded", held, new() { ["present"] = new JsonArray(person) }),
            Said(session, "session", "session_closed", held.AddHours(4), new() { ["minutes"] = 240, ["outcome"] = "none" })
        );
        return journey;
    }

    private Task<long> Looks(Journey journey) =>
        service.Count(
            $"select count(*) from reporting.mt_events where type = 'replay_performed' and data ->> 'engagement' = '{journey.Engagement}'"
        );

    private static string Scheduled =>
        """{"group":"11111111-1111-1111-1111-111111111111","protocol":{"name":"narrator","version":1},"members":[]}""";

    private static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out _);

    private static string Value(XElement of, string key) =>
        of.Elements().First(e => (string?)e.Attribute("key") == key).Attribute("value")!.Value;

    // A facilitator's file, then an engagement that is opened, entrusted to them and designed.
    private async Task<Journey> Told(string frame, bool employed = false, bool grant = true)
    {
        var journey = new Journey(service);
        JsonObject Dispositif() =>
            new()
            {
                ["dispositif"] = new JsonObject
                {
                    ["kind"] = "practice-analysis",
                    ["audience"] = "professionals",
                    ["frames"] = new JsonArray(new JsonObject { ["name"] = frame, ["version"] = 1 }),
                    ["termMonths"] = 12,
                    ["rateCents"] = 12000,
                },
            };
        if (_clock == 0)
        {
            await journey.Tell(
                Of(
                    _facilitator,
                    1,
                    "facilitator",
                    "facilitator_registered",
                    employed ? new() { ["employer"] = journey.Establishment } : []
                ),
                Of(_facilitator, 2, "facilitator", "independence_declared", []),
                Of(_facilitator, 3, "facilitator", "qualification_evidenced", new() { ["kind"] = "managerial-experience" }),
                Of(_facilitator, 4, "facilitator", "qualification_evidenced", new() { ["kind"] = "field-experience" })
            );
        }

        _clock = 3;
        await journey.Tell(
            Of(
                journey.Engagement,
                1,
                "engagement",
                "engagement_opened",
                new() { ["establishment"] = journey.Establishment, ["kind"] = "practice-analysis" }
            ),
            Of(journey.Engagement, 2, "engagement", "facilitator_assigned", new() { ["facilitator"] = _facilitator }),
            Of(journey.Engagement, 3, "engagement", "dispositif_proposed", Dispositif())
        );
        if (grant)
        {
            await journey.Grant();
        }

        return journey;
    }

    // Each a minute after the one before; the file an hour before all else.
    private LedgerEntryRecorded Of(Guid stream, long version, string of, string type, JsonObject fact)
    {
        var at = of == "facilitator" ? Start.AddHours(-1).AddMinutes(version) : Start.AddMinutes(_clock++);
        return Journey.Entry(
            stream,
            version,
            $"{at.ToUnixTimeMilliseconds():D14}.000000",
            "engagement",
            Canonical.Text(fact),
            type,
            of: of,
            recorded: at,
            occurred: at
        );
    }

    private static async Task<JsonNode> Conformance(Journey journey, string query = "", Journey? as_ = null) =>
        (await (as_ ?? journey).Auditor.Get($"/v1/engagements/{journey.Engagement}/conformance?{query}")).Body;

    private static JsonNode Rule(JsonNode report, string rule) =>
        report["rules"]!.AsArray().Single(r => r!["rule"]!.GetValue<string>() == rule)!;

    private static string Verdict(JsonNode report, string rule) => Rule(report, rule)["verdict"]!.GetValue<string>();

    private async Task<string> Text(Journey journey, string path)
    {
        var result = await service.Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {journey.Auditor.Token}");
        });
        return await result.ReadAsTextAsync();
    }

    private async Task<string> Moment(Journey journey, string path)
    {
        var result = await service.Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {journey.Auditor.Token}");
        });
        return result.Context.Response.Headers["X-Ledger-Moment"].ToString();
    }

    private async Task<(string Complete, bool Named)> Headers(Journey journey, string path)
    {
        var result = await service.Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {journey.Auditor.Token}");
        });
        var headers = result.Context.Response.Headers;
        return (headers["X-Ledger-Complete"].ToString(), headers.ContainsKey("X-Ledger-Gaps"));
    }
}
