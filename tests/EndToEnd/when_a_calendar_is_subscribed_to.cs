using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A calendar program asks the gateway without a token, and reads what ical.js finds too. The secret it asks by stands nowhere.</summary>
[Collection(typeof(TheSystem))]
public class when_a_calendar_is_subscribed_to(SystemFixture system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ical_js_finds_the_sessions_the_moved_one_and_the_cancelled_one()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), Cancel);
        var stage = new Stage(api, new(TimeProvider.System), new("cabinet-agenda", Roles.Practice, Guid.NewGuid()));
        var told = Stories.Read();
        await stage.Register(told.Establishments);
        var (cast, _) = await new Founding(stage, told.Engagements.Single(s => s.Key == "circle-8")).Lead();
        var now = DateTimeOffset.UtcNow;
        var day = new DateTimeOffset(now.Year + 1, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
        var ids = new List<string>();
        for (var month = 0; month < 3; month++)
        {
            var planned = new { plannedFor = day.AddMonths(month), minutes = 90 };
            ids.Add($"{(await api.StartWhenKnown(cast.Facilitator, $"/v1/groups/{cast.Group}/sessions", now, planned)).Id}");
        }

        const string reason = "La salle du canari est prise.";
        await api.Change(cast.Facilitator, $"/v1/sessions/{ids[1]}", "reschedule", now, new { plannedFor = day.AddDays(40), reason });
        await api.Change(cast.Facilitator, $"/v1/sessions/{ids[2]}", "cancel", now, new { reason });

        var feeds = new List<string>();
        foreach (var person in (Actor[])[cast.Members[0], cast.Facilitator])
        {
            var link = await api.Start(person, "/v1/calendar-links", now, new { language = "fr" });
            using var answer = await http.GetAsync(new Uri(link.Body["address"]!.GetValue<string>(), UriKind.Relative), Cancel);
            answer.IsSuccessStatusCode.ShouldBeTrue();
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            answer.Headers.GetValues("RateLimit-Policy").Single().ShouldStartWith("\"reads\"");
            answer.Headers.ETag.ShouldNotBeNull();
            feeds.Add(await answer.Content.ReadAsStringAsync(Cancel));
        }

        feeds[1].ShouldBe(feeds[0], "the group's sessions are the same for its members and its facilitator");
        var (exit, printed, error) = await Checks.Run(["calendar.mjs"], feeds[0]);
        exit.ShouldBe(0, error);
        var read = JsonNode.Parse(printed)!;
        read["method"]!.GetValue<string>().ShouldBe("PUBLISH");
        read["name"]!.GetValue<string>().ShouldBe("Séances de groupe");
        read["refresh"]!.GetValue<string>().ShouldBe("PT1H");
        read["events"]!
            .AsArray()
            .Select(e => $"{e!["uid"]} {e["sequence"]} {e["status"]} {e["summary"]} {e["start"]} {e["minutes"]}")
            .ShouldBe(
                [
                    $"{ids[0]} 0 CONFIRMED Séance de groupe 1 {At(day)} 90",
                    $"{ids[1]} 1 CONFIRMED Séance de groupe 2 {At(day.AddDays(40))} 90",
                    $"{ids[2]} 1 CANCELLED Séance de groupe 3 (annulée) {At(day.AddMonths(2))} 90",
                ],
                ignoreOrder: true
            );
        read["events"]!
            .AsArray()
            .SelectMany(e => e!["properties"]!.AsArray().Select(p => p!.GetValue<string>()))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["class", "dtend", "dtstamp", "dtstart", "last-modified", "sequence", "status", "summary", "uid"]);
        feeds[0].ShouldNotContain("canari");
        feeds[0].ShouldNotContain($"{cast.Group}");
    }

    [Fact]
    public async Task the_secret_is_in_no_log_span_metric_or_table_and_in_no_refusal()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var member = system.One(Roles.Member);
        var (status, link) = await system.Ask(member, "/v1/calendar-links", "{}");
        status.ShouldBe(201);
        var address = link!["address"]!.GetValue<string>();
        var secret = address.Split('/')[3];
        var trace = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        (await Ask(address)).Status.ShouldBe(200);
        var misspelt = await Ask($"{address}?{secret}={secret}");
        misspelt.Status.ShouldBe(400);
        misspelt.Text.ShouldNotContain(secret);
        (await Ask($"/v1/calendars/{secret}/nowhere")).Status.ShouldBe(401);
        (await Ask(address, "not a token")).Status.ShouldBe(200);
        (await system.Ask(member, $"/v1/calendar-links/{link["id"]}/revoke", "{}", "\"1\"")).Status.ShouldBe(200);
        var revoked = await Ask(address);
        revoked.Status.ShouldBe(404);
        revoked.Text.ShouldNotContain(secret);

        foreach (var service in (string[])["gateway", "session"])
        {
            await SystemFixture.Until(() => Task.FromResult(system.Collector.HasSpan(service, trace)), $"{service} sends its span");
        }

        var exported = system.Collector.Metrics;
        await SystemFixture.Until(() => Task.FromResult(system.Collector.Metrics >= exported + 12), "metrics are sent");
        (await Search.Logs(system)).ShouldNotContain(secret);
        (await Search.Dump(system)).ShouldNotContain(secret);
        system.Collector.HasText(secret).ShouldBeFalse();

        async Task<(int Status, string Text)> Ask(string path, string? token = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
            if (token is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            }

            using var answer = await http.SendAsync(request, Cancel);
            return ((int)answer.StatusCode, answer.Headers + await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    private static string At(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}";
}
