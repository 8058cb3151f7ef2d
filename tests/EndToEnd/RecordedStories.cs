using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What was asked and answered while the stories were told, once for all who look at it.</summary>
public static class RecordedLife
{
    /// <summary>The practice that they are told in.</summary>
    public const string Tenant = "cabinet-belledonne";

    private static readonly Lock Turn = new();
    private static Task<IReadOnlyList<Asked>>? _told;

    /// <summary>All of it, in order.</summary>
    public static Task<IReadOnlyList<Asked>> Of(SystemFixture system)
    {
        lock (Turn)
        {
            return _told ??= Tell(system);
        }
    }

    /// <summary>What was asked and answered in the turns that the stories do not take.</summary>
    public static async Task<IReadOnlyList<Asked>> Turns(SystemFixture system)
    {
        using var recorder = new Recorder([.. (await Operations.Read(system)).Where(o => !o.IsOpen)]);
        using var http = new HttpClient(recorder) { BaseAddress = system.Host.Gateway };
        await new RecordedTurns(http, system.Host.Mint).Tell(TestContext.Current.CancellationToken);
        return recorder.Kept;
    }

    private static async Task<IReadOnlyList<Asked>> Tell(SystemFixture system)
    {
        using var recorder = new Recorder([.. (await Operations.Read(system)).Where(o => !o.IsOpen)]);
        using var http = new HttpClient(recorder) { BaseAddress = system.Host.Gateway };
        await new RecordedStories(http, system.Host.Mint, Tenant).Tell(recorder, TestContext.Current.CancellationToken);
        return recorder.Kept;
    }
}

/// <summary>Three of the demonstration's stories in a practice of their own, beside them a short life of what they do not need (keys, grants, webhooks,
/// a session that is put off), and then every read that shows something of it.</summary>
/// <param name="http">Through which everything is asked, recorded.</param>
internal sealed class RecordedStories(HttpClient http, TokenMint mint, string tenant)
{
    private static readonly string[] Told = ["team", "circle-8", "esms-regulation"];

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    /// <summary>Tells all of it.</summary>
    public async Task Tell(Recorder recorder, CancellationToken cancel)
    {
        var api = new Caller(http, mint, new Progress("test", Told.Length, _ => { }), cancel);
        var practice = new Actor(tenant, Roles.Practice, Guid.NewGuid());
        var stage = new Stage(api, new(TimeProvider.System), practice);
        var stories = Stories.Read();
        await stage.Register(stories.Establishments);
        var told = await Task.WhenAll(
            stories
                .Engagements.Where(s => Told.Contains(s.Key))
                .Select(s => Demonstration.Tell(stage, s, new Progress("test", Told.Length, _ => { })))
        );
        var cast = told[0].Cast;
        foreach (
            var life in (Func<Task>[])
                [
                    () => Release(api, stage, cast),
                    () => Ask(api, practice, cast.Establishment),
                    () => Keep(api, practice),
                    () => Try(api, practice, cancel),
                    () => GiveAndTakeBack(api, stage, cast),
                    () => PutOff(api, told[1].Cast),
                    () => Succeed(api, practice, cast.Establishment, told[2].Cast.Establishment),
                ]
        )
        {
            try
            {
                await life();
            }
            catch (Exception e) when (e is DemonstrationException or ContractException)
            {
                Observed.Tell($"not recorded to its end: {e.Message}");
            }
        }

        await Read(
            recorder,
            [
                practice,
                cast.Facilitator,
                cast.Member(1),
                cast.Establishment,
                stage.Platform,
                stage.Auditor,
                new(tenant, Roles.Operator, Guid.NewGuid()),
            ],
            stage.Calendar,
            cancel
        );
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    // A quarter's indicators, which a platform may read.
    private async Task Release(Caller api, Stage stage, Cast cast)
    {
        var quarter = stage.Calendar.ClosedQuarters(1)[0];
        var period = await api.Start(stage.Practice, "/v1/indicator-periods", _now, new { period = quarter });
        foreach (var (kind, code) in new[] { ("practice", "all"), ("establishment", $"{cast.Establishment.Establishment}") })
        {
            await api.Append(stage.Practice, $"/v1/indicator-periods/{period.Id}/releases", _now, new { kind, code });
        }

        await api.Start(
            cast.Establishment,
            $"/v1/establishments/{cast.Establishment.Establishment}/platform-grants",
            _now,
            new
            {
                platform = stage.Platform.Person,
                scopes = new[] { "indicators:read" },
                until = _now.AddDays(90),
            }
        );
    }

    // A sandbox of the practice's own, which stays empty: nobody is to load it. Numbers depend on who asked before, so what says that it stands is kept by nobody.
    private async Task Try(Caller api, Actor practice, CancellationToken cancel)
    {
        var begun = await api.Append(practice, "/v1/sandbox/reset", _now, new { }, 202);
        await api.Get(Sandbox.Loader, "/v1/sandbox/generations");
        using var unrecorded = new HttpClient { BaseAddress = http.BaseAddress };
        await new Caller(unrecorded, mint, new Progress("test", 1, _ => { }), cancel).Append(
            practice,
            "/v1/sandbox/seeded",
            _now,
            new { generation = begun.Body["generation"]!.GetValue<int>() }
        );
    }

    // Requests that come to nothing, and what is only asked.
    private async Task Ask(Caller api, Actor practice, Actor establishment)
    {
        foreach (var (who, verb) in new[] { (practice, "decline"), (establishment, "withdraw") })
        {
            var asked = Json(
                """{"context":"Une équipe de nuit.","sector":"medico-social","territory":"38","headcount":9,"asked":"Un espace d'analyse pour elle.","demand":"complex-situation"}"""
            );
            asked["establishment"] = establishment.Establishment;
            var request = await api.Start(establishment, "/v1/requests", _now, asked);
            await api.Change(
                who,
                $"/v1/requests/{request.Id}",
                verb,
                _now,
                new { reason = "Une autre réponse a été trouvée entre temps." }
            );
        }

        await Compute(practice, "/v1/persons/search", """{"displayName":"Participante 1"}""");
        await Compute(practice, "/v1/frames/compose", """{"frames":[{"name":"team","version":1}]}""");
    }

    // A frame, a protocol and an engagement of before.
    private async Task Keep(Caller api, Actor practice)
    {
        var frame = Json(
            """
            {"frame":{"name":"cadre-maison","version":1,"source":"practice","title":"Cadre propre du cabinet","kind":"practice-analysis","audiences":["any-team"],
             "rules":{"size":{"source":"practice","minimum":4,"maximum":5}}}}
            """
        );
        var protocol = Json(
            """
            {"protocol":{"name":"protocole-maison","version":1,"source":"practice","strictness":"guided","phases":[
              {"code":"dire","label":"Dire","brings":[{"kind":"expose","by":["narrator"]}],"needs":[]}]}}
            """
        );
        foreach (var (collection, body) in new[] { ("policy-sets", frame), ("protocol-templates", protocol) })
        {
            var made = await api.Start(practice, $"/v1/{collection}", _now, body);
            await api.Change(practice, $"/v1/{collection}/{made.Id}", "revise", _now, body);
            await api.Change(practice, $"/v1/{collection}/{made.Id}", "publish", _now, new { });
        }

        var past = Json(
            """{"kind":"practice-analysis","audience":"professionals","from":"2021-09-01","to":"2022-07-01","sessions":10,"minutes":1200,"participants":9,"end":"concluded"}"""
        );
        past["establishment"] = (await api.Get(practice, "/v1/establishments")).Body["items"]![0]!["id"]!.ToString();
        await api.Start(practice, "/v1/past-engagements", _now, past);
    }

    private async Task GiveAndTakeBack(Caller api, Stage stage, Cast cast)
    {
        var (practice, until) = (stage.Practice, _now.AddDays(90));
        var grant = await api.Start(
            practice,
            "/v1/audit-grants",
            _now,
            new
            {
                auditor = Guid.NewGuid(),
                purpose = "certification",
                until,
            }
        );
        await api.Append(practice, $"/v1/audit-grants/{grant.Id}/revoke", _now, new { });
        var key = await api.Start(
            practice,
            "/v1/api-keys",
            _now,
            new
            {
                label = "Une clé d'essai du cabinet",
                role = "practice",
                scopes = new[] { "indicators:read" },
                expiresAt = until,
            }
        );
        await api.Change(practice, $"/v1/api-keys/{key.Id}", "rotate", _now, new { expiresAt = until, overlapMinutes = 5 });
        foreach (var who in new[] { cast.Facilitator, cast.Member(1) })
        {
            await api.Start(who, "/v1/calendar-links", _now, new { });
        }

        foreach (var who in new[] { practice, cast.Establishment, stage.Platform })
        {
            var webhook = await api.Start(
                who,
                "/v1/webhooks",
                _now,
                new { url = "https://cabinet.example/evenements", types = new[] { "indicators.published" } }
            );
            await api.Change(who, $"/v1/webhooks/{webhook.Id}", "disable", _now, new { });
            await api.Change(who, $"/v1/webhooks/{webhook.Id}", "enable", _now, new { });
            await api.Change(who, $"/v1/webhooks/{webhook.Id}", "rotate-secret", _now, new { });
        }
    }

    // A session that is planned, put off and not held.
    private async Task PutOff(Caller api, Cast cast)
    {
        var planned = await api.Start(cast.Facilitator, $"/v1/groups/{cast.Group}/sessions", _now, new { plannedFor = _now.AddDays(20) });
        var path = $"/v1/sessions/{planned.Id}";
        await api.Change(
            cast.Facilitator,
            path,
            "reschedule",
            _now,
            new { plannedFor = _now.AddDays(21), reason = "La salle est prise ce jour-là par une autre équipe." }
        );
        await api.Change(cast.Facilitator, path, "cancel", _now, new { reason = "Trop de membres sont en congé cette semaine-là." });
        await api.Append(
            cast.Member(1),
            $"/v1/persons/{cast.Member(1).Person}/name",
            _now,
            new { displayName = "Professionnelle 1 bis" },
            202
        );
    }

    // A house that is to be another's: who pays then reads what.
    private async Task Succeed(Caller api, Actor practice, Actor before, Actor successor)
    {
        var path = $"/v1/establishments/{before.Establishment}";
        var succession = new
        {
            successor = successor.Establishment,
            since = $"{_now:yyyy-MM-dd}",
            reason = "merged",
        };
        await api.Change(practice, path, "succession", _now, succession);
        await api.Get(successor, $"{path}/succession/terms");
    }

    // Each read that is answered, of what was asked or made before; the first ones of each collection.
    private async Task Read(Recorder recorder, IReadOnlyList<Actor> actors, Calendar calendar, CancellationToken cancel)
    {
        var paths = recorder.Paths.Select(p => p.Split('/')).ToList();
        var period = $"period={calendar.ClosedQuarters(1)[0]}";
        foreach (var operation in recorder.Operations.Where(o => o.Method == "GET"))
        {
            foreach (var actor in actors.Where(a => operation.Roles.Contains(a.Role)))
            {
                foreach (var path in Filled(operation.Path, actor).Take(8))
                {
                    if (await Answers(actor, path + Query(operation), cancel))
                    {
                        break;
                    }
                }
            }
        }

        IEnumerable<string> Filled(string template, Actor actor) =>
            template
                .Split('/')
                .Skip(1)
                .Aggregate(
                    (IEnumerable<string>)[string.Empty],
                    (begun, part) => begun.SelectMany(b => Of(b, part, actor).Select(p => $"{b}/{p}"))
                );

        IEnumerable<string> Of(string begun, string part, Actor actor) =>
            !part.StartsWith('{') ? [part]
            : part == "{kind}" ? ["practice"]
            : part == "{code}" ? ["all"]
            : part == "{type}" ? ["request_submitted"]
            : part == "{size}" ? ["1"]
            : part == "{person}" || begun.EndsWith("/persons", StringComparison.Ordinal) ? [$"{actor.Person}", $"{actors[2].Person}"]
            : begun.EndsWith("/establishments", StringComparison.Ordinal) ? [$"{actors[3].Establishment}"]
            : begun.EndsWith("/frames", StringComparison.Ordinal) ? ["team"]
            : begun.EndsWith("/protocols", StringComparison.Ordinal) ? ["free-circle"]
            : paths
                .Where(p => p.Length > 3 && p[2] == begun.Split('/')[^1])
                .Select(p => p[3])
                .Where(id => Guid.TryParse(id, out _))
                .Distinct();

        string Query(Operation operation) =>
            operation.Path switch
            {
                var p when p.EndsWith("/indicators", StringComparison.Ordinal) => $"?{period}",
                var p when p.EndsWith("/chart", StringComparison.Ordinal) => $"?{period}&series=participation",
                var p when p.EndsWith("/export", StringComparison.Ordinal) => "?format=csv",
                var p when p.EndsWith("/difference", StringComparison.Ordinal) => "?versionFrom=1&versionTo=2",
                var p when p.Contains("/attestations/", StringComparison.Ordinal) => $"?year={calendar.ClosedYear}",
                "/v1/proof/consistency" => "?from=1",
                "/v1/proof/inclusion" => "?position=0",
                "/v1/proof/tiles" => "?level=0&index=0",
                _ => string.Empty,
            };
    }

    // What changes nothing takes no time of its own.
    private async Task Compute(Actor actor, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Authorization = new("Bearer", mint.For(actor));
        using var answer = await http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(200, path);
    }

    private async Task<bool> Answers(Actor actor, string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", mint.For(actor));
        using var answer = await http.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode;
    }
}
