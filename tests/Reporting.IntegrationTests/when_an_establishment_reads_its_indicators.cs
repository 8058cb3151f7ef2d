using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_an_establishment_reads_its_indicators(ReportingFixture service)
{
    private static readonly string Closed = Journey.Quarter(Journey.ClosedQuarter);

    private readonly string _tenant = Journey.Apart;

    private Speaker Practice => service.As(Roles.Practice, tenant: _tenant);

    private Journey Beginning(Guid? establishment = null) => new(service, establishment, _tenant);

    private static string Path(Guid establishment, string? period = null) =>
        $"/v1/establishments/{establishment}/indicators?period={period ?? Closed}";

    private static JsonNode Cell(Answer answer, string code) =>
        answer.Body["cells"]!.AsArray().Single(c => c!["code"]!.GetValue<string>() == code)!;

    private Task<string> Period() => Beginning().Period();

    private Task<Answer> Publish(Guid establishment, int status = 200) => Beginning().Publish(establishment, status);

    private async Task<(string Text, IHeaderDictionary Headers, int Status)> Raw(Speaker speaker, string path, string? known = null)
    {
        var result = await service.Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {speaker.Token}");
            if (known is not null)
            {
                s.WithRequestHeader("If-None-Match", known);
            }

            s.IgnoreStatusCode();
        });
        return (await result.ReadAsTextAsync(), result.Context.Response.Headers, result.Context.Response.StatusCode);
    }

    [Fact]
    public async Task two_groups_release_their_attendance_in_a_band_and_no_content_in_a_quarter()
    {
        var first = await Beginning().ToAgreed();
        var second = await Beginning(first.Establishment).ToAgreed(present: 4);
        for (var day = 21; day < 24; day++)
        {
            await first.Tell(first.Held(Guid.CreateVersion7(), Journey.ClosedQuarter.AddDays(day)));
        }

        await first.Asker.Get(Path(first.Establishment), 404);
        await Publish(first.Establishment);
        var read = await first.Asker.Get(Path(first.Establishment));
        Cell(read, "A1")["value"]!.GetValue<int>().ShouldBe(5);
        Cell(read, "A2")["value"]!.GetValue<int>().ShouldBe(600);
        Cell(read, "B1")["value"]!.GetValue<int>().ShouldBe(12);
        Cell(read, "B3")["value"]!.GetValue<int>().ShouldBe(24, "of the group that met four times; one session tells nothing");
        Cell(read, "B2")["band"]!.ToJsonString().ShouldBe("""{"least":18,"most":24}""");
        Cell(read, "B2")["percent"]!.ToJsonString().ShouldBe("""{"least":75,"most":100}""");
        Cell(read, "G4")["quality"]!.GetValue<string>().ShouldBe("not-offered");
        Cell(read, "G4")["reason"]!.GetValue<string>().ShouldBe("year");
        read.Body["summary"]!["needs"]!.ToJsonString().ShouldBe("""["year"]""");
        read.Body["said"]!.AsArray().ShouldBeEmpty();
        read.Body["period"]!.GetValue<string>().ShouldBe(Closed);
        read.Body["floor"]!.GetValue<int>().ShouldBe(5);
        foreach (var person in first.Members.Concat(second.Members).Append(first.FacilitatorId).Append(first.Group))
        {
            read.Body.ToJsonString().ShouldNotContain(person.ToString());
        }

        (await first.Practice.Get(Path(first.Establishment))).Body.ToJsonString().ShouldBe(read.Body.ToJsonString());
        var id = Guid.CreateVersion7();
        await first.Tell(first.Granted(id, DateTimeOffset.UtcNow.AddDays(1), "indicators:read"));
        var platform = await service.As(Roles.Platform, id, _tenant).Get(Path(first.Establishment));
        platform.Body["floor"]!.GetValue<int>().ShouldBe(10);
        Cell(platform, "B2")["quality"]!.GetValue<string>().ShouldBe("withheld", "six persons are under its floor");
    }

    [Fact]
    public async Task a_platform_reads_them_while_it_is_granted_them_and_else_they_are_not_there()
    {
        var (journey, other) = (await Beginning().ToHeld(), await Beginning().ToHeld());
        await Publish(journey.Establishment);
        var platform = Guid.CreateVersion7();
        var reader = service.As(Roles.Platform, platform, _tenant);
        var refused = await reader.Get(Path(journey.Establishment), 404);
        refused.Body["detail"]!.ToString().ShouldBe((await reader.Get(Path(Guid.NewGuid()), 404)).Body["detail"]!.ToString());

        var grant = journey.Granted(platform, DateTimeOffset.UtcNow.AddDays(1), "indicators:read");
        await journey.Tell(
            journey.Granted(platform, DateTimeOffset.UtcNow.AddSeconds(-1), "indicators:read"),
            journey.Granted(platform, DateTimeOffset.UtcNow.AddDays(1), "webhooks:read"),
            journey.Granted(Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddDays(1), "indicators:read")
        );
        await reader.Get(Path(journey.Establishment), 404);
        await journey.Tell(grant);
        var read = await reader.Get(Path(journey.Establishment));
        read.Body["release"]!.ToString().ShouldBe((await journey.Asker.Get(Path(journey.Establishment))).Body["release"]!.ToString());
        await Publish(other.Establishment);
        await reader.Get(Path(other.Establishment), 404);
        await reader.Get($"/v1/establishments/{other.Establishment}/indicators/releases", 404);
        await reader.Get($"/v1/establishments/{other.Establishment}/indicators/chart?period={Closed}&series=gollac", 404);
        await service.As(Roles.Platform, platform, tenant: "autre").Get(Path(journey.Establishment), 404);

        // What Engagement's own facts of the grant say in the ledger is another stream than what is learned of it here.
        await journey.Tell(
            new LedgerEntryRecorded(
                "engagement",
                1,
                grant.Grant,
                grant.Grant,
                "platform_grant",
                1,
                "platform_access_granted",
                "000000000000001.000000",
                DateTimeOffset.UtcNow,
                DateTimeOffset.UtcNow,
                "establishment:1",
                "{}",
                "0"
            )
        );
        await reader.Get(Path(journey.Establishment));
        await journey.Tell(new PlatformAccessRevoked(grant.Grant, journey.Origin()), grant);
        await reader.Get(Path(journey.Establishment), 404);
    }

    [Fact]
    public async Task the_same_question_has_the_same_bytes_in_each_format()
    {
        var journey = await Beginning().ToAgreed();
        await Publish(journey.Establishment);
        foreach (var path in new[] { Path(journey.Establishment), Path(journey.Establishment) + "&format=csv", Chart("gollac") })
        {
            var (text, headers, status) = await Raw(journey.Asker, path);
            status.ShouldBe(200, path);

            // More is told: what was released stands.
            await journey.Tell(journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(40)));
            (await Raw(journey.Asker, path)).Text.ShouldBe(text);
            var again = await Raw(journey.Asker, path, headers.ETag.ToString());
            again.Status.ShouldBe(304);
            again.Text.ShouldBeEmpty();
            (await Raw(journey.Asker, path, "\"other\"")).Status.ShouldBe(200);
        }

        var json = await Raw(journey.Asker, Path(journey.Establishment));
        (await journey.Practice.Get(await Period())).Body["releases"]!
            .AsArray()
            .Select(r => r!["hash"]!.GetValue<string>())
            .ShouldContain(Canonical.Hash(json.Text));
        var csv = (await Raw(journey.Asker, Path(journey.Establishment) + "&format=csv")).Text.Split("\r\n");
        csv.Length.ShouldBe(1 + IndicatorCatalogue.Newest.Indicators.Count + 5 + 1, "and what the release says of itself");
        csv.ShouldContain(l => l.Contains(",A1,sessions-held,A,sessions,1,released,", StringComparison.Ordinal));
        (await Raw(journey.Asker, Chart("gollac"))).Text.ShouldStartWith("<svg ");
        var page = await Raw(journey.Asker, Chart("gollac") + "&format=html&lang=en");
        page.Headers.ContentType.ToString().ShouldBe("text/html; charset=utf-8");
        page.Headers.ContentSecurityPolicy.ToString().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        page.Text.ShouldContain("<caption>The same figures in a table</caption>");
        await journey.Asker.Get(Chart("nothing"), 400);
        await journey.Asker.Get(Chart("gollac") + "&format=png", 400);
        (await journey.Asker.Get(Chart("nothing") + "&format=png", 400)).Body["errors"]!
            .AsArray()
            .Select(e => e!["parameter"]!.GetValue<string>())
            .ShouldBe(["format", "series"], ignoreOrder: true);
        await journey.Asker.Get(Path(journey.Establishment) + "&format=xml", 400);

        string Chart(string series) => $"/v1/establishments/{journey.Establishment}/indicators/chart?period={Closed}&series={series}";
    }

    [Fact]
    public async Task what_was_released_stands_whatever_is_told_later_and_is_published_anew_once_retracted()
    {
        var journey = await Beginning().ToAgreed();
        await Publish(journey.Establishment);
        var first = await journey.Asker.Get(Path(journey.Establishment));
        (await Publish(journey.Establishment, 422)).Rule().ShouldBe("always/release-difference/design");
        await journey.Tell(journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(41)));
        await Publish(journey.Establishment, 422);
        var period = await Period();
        await Practice.Post(
            $"{period}/releases/{first.Body["release"]}/retract",
            """{"why":"wrong-scope"}""",
            200,
            (await Practice.Get(period)).ETag
        );
        await Publish(journey.Establishment);
        var again = await journey.Asker.Get(Path(journey.Establishment));
        again.Body["number"]!.GetValue<int>().ShouldBe(2);
        again.Body["corrects"]!.GetValue<Guid>().ShouldBe(first.Body["release"]!.GetValue<Guid>());
        again.Body["cells"]!.ToJsonString().ShouldBe(first.Body["cells"]!.ToJsonString());
        var list = await journey.Asker.Get($"/v1/establishments/{journey.Establishment}/indicators/releases");
        list.Body["items"]!.AsArray().Select(r => r!["number"]!.GetValue<int>()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task a_year_shows_what_groups_enough_worked_on_and_what_each_chose_to_say()
    {
        // A year that ended before this one; each group is told of in every quarter of it.
        var year = DateTimeOffset.UtcNow.AddDays(-31).Year - 1;
        DateTimeOffset Day(int month, int day = 10) => new(year, month, day, 9, 0, 0, TimeSpan.Zero);
        var first = Beginning();
        List<Journey> groups = [first, .. Enumerable.Range(0, 4).Select(_ => Beginning(first.Establishment))];
        foreach (var group in groups)
        {
            await group.Tell(
                group.Sealed() with
                {
                    Origin = group.Origin(Day(1).AddYears(-1)),
                },
                group.Activated() with
                {
                    Origin = group.Origin(Day(1).AddYears(-1)),
                }
            );
            await group.TellNames();
            for (var month = 1; month <= 12; month++)
            {
                var session = Guid.CreateVersion7();
                await group.Tell(group.Held(session, Day(month)), group.Coded(session, Day(month)));
            }

            await group.DraftAnother(
                $$"""
                {"from":"{{year}}-01-01","to":"{{year}}-12-31","sections":[{"dimension":"bond","text":"{{Journey.Canary}}"}],
                 "worked":[{"axis":"{{Journey.Axis}}","level":"collective"}],"unmeasured":"not-wished"}
                """
            );
            await group.Lead("lock");
            await group.Approve();
            await group.Lead("agree");
        }

        await Practice.Post("/v1/indicator-periods", $$"""{"period":"{{year}}"}""", 409);
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            await Practice.Post("/v1/indicator-periods", $$"""{"period":"{{year}}-Q{{quarter}}"}""", 201);
        }

        var period = (await Practice.Post("/v1/indicator-periods", $$"""{"period":"{{year}}"}""", 201)).Id;
        await Practice.Post(
            $"/v1/indicator-periods/{period}/releases",
            $$"""{"kind":"establishment","code":"{{first.Establishment}}"}""",
            200
        );
        var read = await first.Asker.Get(Path(first.Establishment, $"{year}"));
        Cell(read, "C1")["value"]!.GetValue<int>().ShouldBe(60);
        Cell(read, "D3")["band"]!.ToJsonString().ShouldBe("""{"least":36,"most":60}""");
        Cell(read, "D3")["quality"]!.GetValue<string>().ShouldBe("released");
        Cell(read, "D5")["quality"]!.GetValue<string>().ShouldBe("released");
        var said = read.Body["said"]!.AsArray();
        said.Select(s => $"{s!["bilan"]}").Order().ShouldBe(groups.Select(g => $"{g.Bilan}").Order());
        said[0]!["worked"]!.ToJsonString().ShouldBe($$"""[{"axis":"{{Journey.Axis}}","level":"collective"}]""");
        said[0]!["agreedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task a_chart_shows_the_quarter_before_beside_it_while_its_release_stands()
    {
        var journey = await Beginning().ToHeld();
        var quarter = CalendarPeriod.Parse(Closed)!.Before;
        var earlier = $"/v1/indicator-periods/{(await Practice.Post("/v1/indicator-periods", $$"""{"period":"{{quarter}}"}""", 201)).Id}";
        await Practice.Post($"{earlier}/releases", $$"""{"kind":"establishment","code":"{{journey.Establishment}}"}""", 200);
        await Publish(journey.Establishment);
        (await Chart()).ShouldContain($"T{quarter.Quarter}\u00a0{quarter.Year}");
        var read = await Practice.Get(earlier);
        await Practice.Post(
            $"{earlier}/releases/{read.Body["releases"]![0]!["release"]}/retract",
            """{"why":"wrong-data"}""",
            200,
            read.ETag
        );
        (await Chart()).ShouldNotContain($"T{quarter.Quarter}\u00a0{quarter.Year}");

        async Task<string> Chart()
        {
            var path = $"/v1/establishments/{journey.Establishment}/indicators/chart?period={Closed}&series=participation";
            return System.Net.WebUtility.HtmlDecode((await Raw(journey.Asker, path)).Text);
        }
    }

    [Fact]
    public async Task a_retraction_is_visible()
    {
        var journey = await Beginning().ToAgreed();
        var period = await Period();
        await Publish(journey.Establishment);
        var release = (await journey.Asker.Get(Path(journey.Establishment))).Body["release"]!.GetValue<Guid>();
        var retract = $"{period}/releases/{release}/retract";
        await Practice.Post(retract, """{"why":"wrong-data"}""", 428);
        await Practice.Post($"{period}/releases/{Guid.NewGuid()}/retract", """{"why":"wrong-data"}""", 404, await ETag());
        await Practice.Post(retract, """{"why":"wrong-data"}""", 200, await ETag());
        await Practice.Post(retract, """{"why":"wrong-data"}""", 409, await ETag());
        (await journey.Asker.Get(Path(journey.Establishment), 410)).Kind().ShouldBe("/problems/retracted");
        var line = (await journey.Asker.Get($"/v1/establishments/{journey.Establishment}/indicators/releases")).Body["items"]![0]!;
        line["retraction"]!.GetValue<string>().ShouldBe("wrong-data");
        line["retractedAt"].ShouldNotBeNull();

        async Task<string> ETag() => (await Practice.Get(period)).ETag;
    }

    [Fact]
    public async Task one_session_tells_no_attendance()
    {
        var journey = await Beginning().ToHeld(present: 4);
        await Publish(journey.Establishment);
        var read = await journey.Asker.Get(Path(journey.Establishment));
        Cell(read, "B2")["band"].ShouldBeNull();
        Cell(read, "B2")["reason"]!.GetValue<string>().ShouldBe("sessions");
        Cell(read, "B2")["quality"]!.GetValue<string>().ShouldBe("not-offered");
        Cell(read, "A1")["value"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task a_roll_up_holds_its_establishments()
    {
        var (one, two) = (await Beginning().ToAgreed(), await Beginning().ToAgreed(present: 5));
        var siren = $"{Random.Shared.Next(100_000_000, 999_999_999)}";
        await one.Tell(
            new EstablishmentRegistered(one.Establishment, siren, null, "38", one.Origin()),
            new EstablishmentRegistered(two.Establishment, siren, null, "38", two.Origin())
        );
        var period = await Period();
        var rollUp = $"/v1/roll-ups/association/{siren}/indicators?period={Closed}";
        await Practice.Get(rollUp, 404);
        await Practice.Post($"{period}/releases", $$"""{"kind":"association","code":"{{siren}}"}""", 200);
        await Practice.Post($"{period}/releases", """{"kind":"association","code":"000000000"}""", 404);
        var read = await Practice.Get(rollUp);
        Cell(read, "A1")["value"]!.GetValue<int>().ShouldBe(2);
        Cell(read, "B1")["value"]!.GetValue<int>().ShouldBe(12);
        await one.Asker.Get(rollUp, 403);
        await Practice.Get($"/v1/roll-ups/planet/{siren}/indicators?period={Closed}", 404);
        (await Practice.Get($"/v1/roll-ups/association/{siren}/indicators/releases")).Body["items"]!.AsArray().Count.ShouldBe(1);

        // A platform reads it when each of its establishments grants it that.
        var id = Guid.CreateVersion7();
        var platform = service.As(Roles.Platform, id, _tenant);
        var chart = $"/v1/roll-ups/association/{siren}/indicators/chart?period={Closed}&series=participation";
        await one.Tell(one.Granted(id, DateTimeOffset.UtcNow.AddDays(1), "indicators:read"));
        await platform.Get(rollUp, 404);
        await platform.Get(chart, 404);
        await platform.Get($"/v1/roll-ups/association/{siren}/indicators/releases", 404);
        var granted = two.Granted(id, DateTimeOffset.UtcNow.AddDays(1), "indicators:read");
        await two.Tell(granted);
        var seen = await platform.Get(rollUp);
        seen.Body["floor"]!.GetValue<int>().ShouldBe(10);
        seen.Body["release"]!.ToString().ShouldBe(read.Body["release"]!.ToString());
        (await platform.Get($"/v1/roll-ups/association/{siren}/indicators/releases")).Body["items"]!.AsArray().Count.ShouldBe(1);
        await two.Tell(new PlatformAccessRevoked(granted.Grant, two.Origin()));
        await platform.Get(rollUp, 404);
    }

    [Fact]
    public async Task a_group_whose_charter_lists_no_indicators_is_in_no_figure()
    {
        var one = await Beginning().ToHeld();
        var two = await Beginning(one.Establishment).ToHeld();
        Task Receives(Journey journey, long version, params IReadOnlyList<string> outward) =>
            journey.Tell(
                new TermsChanged(
                    journey.Engagement,
                    [journey.Group],
                    new([new("team", 1)], 62, 120, false, "strict", "facilitator-and-every-member", null, null, false, outward),
                    journey.Origin() with
                    {
                        Stream = journey.Engagement,
                        Version = version,
                    }
                )
            );
        await Receives(one, 90, "bilans");
        await Receives(two, 90, "bilans");
        var three = await Beginning().ToHeld();
        await Receives(three, 90, "indicators");
        var four = await Beginning(three.Establishment).ToHeld();
        await Receives(four, 90, "bilans");
        (await Publish(one.Establishment, 422)).Rule().ShouldBe("always/transparency/S2");
        await Receives(two, 91, "indicators");
        await Publish(one.Establishment, 422);
        await Publish(three.Establishment);
        Cell(await three.Asker.Get(Path(three.Establishment)), "A1")["value"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task the_quarter_is_one_and_has_ended()
    {
        var journey = await Beginning().ToHeld();
        await journey.Asker.Get(Path(journey.Establishment, Journey.Quarter(DateTimeOffset.UtcNow)), 409);
        await journey.Asker.Get(Path(journey.Establishment, "2199-Q4"), 409);
        foreach (var bad in new[] { "20266", "2026-Q5", "2026-Q0", "x", "2026-Q1-Q2", "" })
        {
            (await journey.Asker.Get(Path(journey.Establishment, bad), 400)).Kind().ShouldBe("/problems/malformed");
        }

        await journey.Asker.Get($"/v1/establishments/{journey.Establishment}/indicators", 400);
        var running = await Practice.Post("/v1/indicator-periods", $$"""{"period":"{{Journey.Quarter(DateTimeOffset.UtcNow)}}"}""", 409);
        running.Rule().ShouldBe("always/closed-period/design");
        await Practice.Post("/v1/indicator-periods", """{"period":"2026-"}""", 400);
        (await Practice.Post("/v1/indicator-periods", """{"period":"2020-Q1","floor":4}""", 422)).Rule().ShouldBe("always/floor/design");
        await Practice.Post("/v1/indicator-periods", """{"period":"2020-Q1","platformFloor":5}""", 422);
        await Practice.Post("/v1/indicator-periods", """{"period":"2020-Q1","floor":11,"platformFloor":10}""", 422);
        var closed = await Practice.Post("/v1/indicator-periods", """{"period":"2020-Q1","floor":11}""", 201);
        closed.Body["platformFloor"]!.GetValue<int>().ShouldBe(11);
        await Practice.Post("/v1/indicator-periods", """{"period":"2020-Q1"}""", 409);
        await Practice.Get("/v1/indicator-periods");
    }

    [Fact]
    public async Task another_establishment_finds_none()
    {
        var journey = await Beginning().ToHeld();
        await Publish(journey.Establishment);
        await journey.Asker.Get(Path(journey.Establishment));
        await service.As(Roles.Establishment, tenant: _tenant, establishment: Guid.NewGuid()).Get(Path(journey.Establishment), 404);
        await service.As(Roles.Establishment, tenant: _tenant, establishment: Guid.CreateVersion7()).Get(Path(journey.Establishment), 404);
        await service.As(Roles.Practice, tenant: "autre").Get(Path(journey.Establishment), 404);
        await journey.Practice.Get(Path(Guid.NewGuid()), 404);
        await journey.Facilitator.Get(Path(journey.Establishment), 403);
        await journey.Member(0).Get(Path(journey.Establishment), 403);
        await journey.Auditor.Get(Path(journey.Establishment), 403);
        await Publish(Guid.NewGuid(), 404);
        await Practice.Post($"{await Period()}/releases", """{"kind":"establishment","code":"x"}""", 400);
    }

    [Fact]
    public async Task the_methodology_is_there_in_both_languages_with_every_code()
    {
        foreach (var (language, title) in new[] { ("fr", "méthode"), ("en", "methodology") })
        {
            var result = await service.Host.Scenario(s => s.Get.Url($"/methodology/indicators?lang={language}"));
            var page = await result.ReadAsTextAsync();
            page.ShouldContain(title);
            page.ShouldNotContain("{{");
            IndicatorCatalogue.Newest.Indicators.ShouldAllBe(i => page.Contains($"id=\"{i.Code}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task an_endorsement_is_learned_once()
    {
        var journey = await Beginning().ToHeld();
        var track = journey.Track(Journey.ClosedQuarter.AddDays(21)) with { With = [journey.Members[0]] };
        var endorsed = new TrackEndorsed(track.Track, journey.Group, journey.Engagement, journey.Members[1], journey.Origin());
        await journey.Tell(track, endorsed, endorsed);
        await using var session = await journey.Store.ForTenant(_tenant, TestContext.Current.CancellationToken);
        var group = (await session.LoadAsync<Model.GroupRecord>(journey.Group, TestContext.Current.CancellationToken))!;
        group.Endorsements.Count(e => e.Track == track.Track).ShouldBe(1);
        group.Tracks.Single(t => t.Track == track.Track).With.ShouldBe([journey.Members[0]]);
    }
}
