using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Twelve minutes that were entered for a hundred and twenty are put right, and whoever reads of the session reads so; themes stand under a locked text.</summary>
[Collection(typeof(TheSystem))]
public class when_a_session_is_corrected(SystemFixture system)
{
    [Fact]
    public async Task everything_that_is_made_of_it_shows_what_stands_and_that_it_was_corrected()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        var practice = new Actor("cabinet-rectifie", Roles.Practice, Guid.NewGuid());
        var stage = new Stage(api, new(TimeProvider.System), practice);
        var stories = Stories.Read();
        await stage.Register(stories.Establishments);
        var eaje = stories.Engagements.Single(s => s.Key == "eaje");
        var (cast, _) = await new Founding(stage, eaje).Lead();
        var meant = eaje.Sessions[0] with { Entered = 12, Absent = [5] };
        var session = await new Meeting(stage, eaje with { Key = "rectified" }, meant, cast).Hold();
        var (path, engagement, now) = ($"/v1/sessions/{session}", $"/v1/engagements/{cast.Engagement}", DateTimeOffset.UtcNow);
        var year = stage.Calendar.At(meant.Month, meant.Day).Year;
        string Hours(int member) => $"{engagement}/attestations/{cast.Member(member).Person}?year={year}";
        await api.GetWhen(practice, $"{engagement}/statement", s => Line(s)?["minutes"]?.GetValue<int>() == 12);
        (await api.GetWhen(cast.Member(1), Hours(1), h => Number(h, "minutes") == 12)).Body["corrected"]!.GetValue<bool>().ShouldBeFalse();

        // Nobody but who leads it, under the version that they read, and once.
        await api.Refused(new("the practice", 403, "forbidden"), practice, $"{path}/corrections", now, Minutes(120), "\"1\"");
        await api.Refused(new("a member", 403, "forbidden"), cast.Member(1), $"{path}/corrections", now, Minutes(120), "\"1\"");
        var stranger = new Actor(practice.Tenant, Roles.Facilitator, Guid.NewGuid());
        await api.Refused(new("another facilitator", 404, "not-found"), stranger, $"{path}/corrections", now, Minutes(120), "\"1\"");
        await api.Refused(new("no version", 428, "precondition-required"), cast.Facilitator, $"{path}/corrections", now, Minutes(120));
        await api.Refused(
            new("who told the situation as absent", 422, "always/presence"),
            cast.Facilitator,
            $"{path}/corrections",
            now,
            new { reason = "mistyped", present = cast.Members.Take(3).Select(m => m.Person) },
            (await api.Get(cast.Facilitator, path)).ETag
        );
        await api.Refused(
            new("before the session was closed", 422, "always/occurred-at"),
            cast.Facilitator,
            $"{path}/corrections",
            stage.Calendar.At(meant.Month, meant.Day),
            Minutes(120),
            (await api.Get(cast.Facilitator, path)).ETag
        );
        var present = new { reason = "omitted", present = cast.Members.Select(m => m.Person) };
        await api.Change(cast.Facilitator, path, "corrections", now, Minutes(120));
        var corrected = await api.Change(cast.Facilitator, path, "corrections", now, present);
        Number(corrected.Body, "minutes").ShouldBe(120);
        corrected.Body["corrections"]!.AsArray().Select(c => c!["field"]!.GetValue<string>()).ShouldBe(["minutes", "present"]);
        Number(corrected.Body["corrections"]![0]!["from"]!, "minutes").ShouldBe(12);
        Fields(corrected.Body).ShouldBe(["minutes", "present", "themes"]);
        await api.Refused(
            new("the same again", 409, "wrong-order"),
            cast.Facilitator,
            $"{path}/corrections",
            now,
            Minutes(120),
            (await api.Get(cast.Facilitator, path)).ETag
        );

        // What is made of it, in the two other services.
        var statement = await api.GetWhen(practice, $"{engagement}/statement", s => Line(s)?["minutes"]?.GetValue<int>() == 120);
        Number(Line(statement.Body)!, "corrected").ShouldBe(1);
        Line((await api.Get(cast.Establishment, $"{engagement}/statement")).Body)!["cents"]!.GetValue<int>().ShouldBe(22_000);
        (await api.GetWhen(cast.Member(5), Hours(5), h => Number(h, "minutes") == 120)).Body["corrected"]!.GetValue<bool>().ShouldBeTrue();
        var evolution = $"/v1/groups/{cast.Group}/evolution";
        var lines = await api.GetWhen(cast.Facilitator, evolution, e => Said(e, "attendance-corrected") is not null);
        Number(Said(lines.Body, "minutes-corrected")!, "minutesSoFar").ShouldBe(120);
        Number(Said(lines.Body, "session-held")!, "minutesSoFar").ShouldBe(12);
        Number(Said(lines.Body, "attendance-corrected")!, "attendancePercent").ShouldBe(100);
        var outside = (await api.Get(practice, evolution)).Body;
        Said(outside, "minutes-corrected").ShouldNotBeNull();
        Said(outside, "attendance-corrected").ShouldBeNull();

        // The member who was entered as absent may contest that they were there.
        (
            await api.Get(cast.Member(5), "/v1/persons/me/waiting")
        ).Body["session"]!["items"]!.AsArray().Select(i => i!["kind"]!.GetValue<string>()).ShouldContain("correction");
        await api.Append(cast.Member(5), $"{path}/corrections/contest", now, new { });
        await api.GetWhen(cast.Member(5), Hours(5), h => Number(h, "minutes") == 0);

        // The history keeps both; conformance takes what stands, and names what corrected it.
        var history = await api.GetWhen(
            stage.Auditor,
            $"{engagement}/history",
            h => Types(h).Intersect(["session_closed", "minutes_corrected", "attendance_corrected", "correction_contested"]).Count() == 4
        );
        var conformance = (await api.Get(stage.Auditor, $"{engagement}/conformance")).Body;
        Rule(conformance, "session-correction")["verdict"]!.GetValue<string>().ShouldBe("kept");
        Rule(conformance, "plausible")["by"]!.AsArray().ShouldContain(e => e!["eventType"]!.GetValue<string>() == "minutes_corrected");
        Rule(conformance, "membership")["verdict"]!.GetValue<string>().ShouldBe("kept");
    }

    [Fact]
    public async Task themes_stand_once_a_text_that_covers_the_session_is_locked_and_until_it_is_a_draft_again()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        var practice = new Actor("cabinet-recode", Roles.Practice, Guid.NewGuid());
        var stage = new Stage(api, new(TimeProvider.System), practice);
        var stories = Stories.Read();
        await stage.Register(stories.Establishments);
        var story = stories.Engagements.Single(s => s.Key == "circle-8");
        var (cast, _) = await new Founding(stage, story).Lead();
        var session = await new Meeting(stage, story with { Key = "recoded" }, story.Sessions[0], cast).Hold();
        var (path, now, held) = (
            $"/v1/sessions/{session}",
            DateTimeOffset.UtcNow,
            stage.Calendar.At(story.Sessions[0].Month, story.Sessions[0].Day)
        );
        await api.GetWhen(cast.Facilitator, $"/v1/groups/{cast.Group}/evolution", e => Said(e, "themes-coded") is not null);
        var drafted = await api.Start(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/bilans",
            now,
            new
            {
                from = $"{held.AddDays(-1):yyyy-MM-dd}",
                to = $"{held.AddDays(1):yyyy-MM-dd}",
                sections = new[] { new { dimension = "bond", text = "Le groupe se retrouve." } },
                unmeasured = "too-early",
            }
        );
        var bilan = $"/v1/bilans/{drafted.Id}";
        var before = await api.Change(cast.Facilitator, path, "corrections", now, Themes("working-hours"));
        Fields(before.Body).ShouldContain("themes");
        await api.GetWhen(cast.Facilitator, $"/v1/groups/{cast.Group}/evolution", e => Said(e, "themes-corrected") is not null);
        var locked = await api.Change(cast.Facilitator, bilan, "lock", now, new { });
        locked.Body["figures"]!["themes"]!.AsArray().Single()!["axis"]!.GetValue<string>().ShouldBe("working-hours");
        var stands = await api.GetWhen(cast.Facilitator, path, s => !Fields(s).Contains("themes"));
        await api.Refused(
            new("themes under a locked text", 422, "always/session-correction"),
            cast.Facilitator,
            $"{path}/corrections",
            now,
            Themes("lack-of-autonomy"),
            stands.ETag
        );

        var proposed = await api.Append(cast.Facilitator, $"{bilan}/amendments", now, new { dimension = "bond", text = "Autrement." });
        var amendment = proposed.Body["amendments"]!.AsArray().Single()!["id"];
        await api.Append(cast.Facilitator, $"{bilan}/amendments/{amendment}/accept", now, new { });
        await api.GetWhen(cast.Facilitator, path, s => Fields(s).Contains("themes"));
        var anew = await api.Change(cast.Facilitator, path, "corrections", now, Themes("lack-of-autonomy"));
        anew.Body["themes"]!.AsArray().Single()!["axis"]!.GetValue<string>().ShouldBe("lack-of-autonomy");
    }

    private static object Minutes(int minutes) => new { reason = "mistyped", minutes };

    private static object Themes(string axis) => new { reason = "mistyped", themes = new[] { new { axis, level = "collective" } } };

    private static int Number(JsonNode node, string member) => node[member]!.GetValue<int>();

    private static JsonNode? Line(JsonNode statement) => statement["lines"]!.AsArray().SingleOrDefault();

    private static IEnumerable<string> Fields(JsonNode session) =>
        session["correctable"]!.AsArray().Select(c => c!["field"]!.GetValue<string>());

    private static JsonNode? Said(JsonNode evolution, string what) =>
        evolution["lines"]!.AsArray().LastOrDefault(line => line!["what"]!.GetValue<string>() == what);

    private static IEnumerable<string> Types(JsonNode history) =>
        history["entries"]!.AsArray().Select(e => e!["eventType"]!.GetValue<string>());

    private static JsonNode Rule(JsonNode conformance, string name) =>
        conformance["rules"]!.AsArray().First(r => r!["rule"]!.GetValue<string>() == name)!;
}
