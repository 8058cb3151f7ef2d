using System.Text.Json.Nodes;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.Reporting.IntegrationTests;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Turns that none of the stories takes, in a practice of their own: what is put right, contested, objected to, interrupted, taken back or
/// brought to an early end. They are told for the contract's examples alone.</summary>
/// <param name="http">Through which everything is asked, recorded.</param>
internal sealed class RecordedTurns(HttpClient http, TokenMint mint)
{
    /// <summary>The practice that they are told in.</summary>
    private const string Tenant = "cabinet-des-deux-rives";

    private readonly Stories _stories = Stories.Read();

    // What is told now comes after all that was told before.
    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <summary>A witness that the whole system knows.</summary>
    public static NoteKey Witness { get; } = new("witness.example/w1", NoteKey.Witness, Notary.Public(Notary.Seed));

    /// <summary>Tells all of them; what goes wrong is named with the turn that it went wrong in.</summary>
    public async Task Tell(CancellationToken cancel)
    {
        var api = new Caller(http, mint, new Progress("turns", 1, _ => { }), cancel);
        var stage = new Stage(api, new(TimeProvider.System), new(Tenant, Roles.Practice, Guid.NewGuid()));
        await stage.Register(_stories.Establishments);
        var (cast, sessions, bilans, _) = await Demonstration.Tell(stage, Story("circle-8"), new Progress("turns", 1, _ => { }));
        await Each(
            () => Redirect(api, stage),
            () => Dissolve(stage),
            () => Interrupt(api, stage),
            () => Upgrade(api, stage),
            () => Depart(api, cast),
            () => PutRight(api, stage),
            () => Succeed(api, stage),
            () => Erase(api, stage, cast),
            () => Import(api, stage, cast),
            () => TakeBack(api, stage, cast),
            () => Meet(api, cast),
            () => Disclose(api, stage, cast, sessions[0]),
            () => Follow(api, cast, sessions[0]),
            () => Negotiate(api, stage, cast, bilans[0]),
            () => Summarise(api, cast, sessions[0]),
            () => Retract(api, stage, cast),
            () => Call(api, stage),
            () => Cosign(api)
        );
    }

    private static async Task Each(params IReadOnlyList<Func<Task>> turns)
    {
        var failed = new List<string>();
        foreach (var turn in turns)
        {
            try
            {
                await turn();
            }
            catch (DemonstrationException e)
            {
                failed.Add(e.Message);
            }
        }

        failed.ShouldBeEmpty();
    }

    private EngagementStory Story(string key) => _stories.Engagements.Single(s => s.Key == key);

    // An engagement that turns out to be another kind, for one more establishment than was thought, and then for none.
    private async Task Redirect(Caller api, Stage stage)
    {
        var (story, practice) = (Story("eaje"), stage.Practice);
        var establishment = stage.Establishment(story.Establishment);
        var asked = story.Request.DeepClone();
        asked["establishment"] = establishment.Establishment;
        var request = await api.Start(establishment, "/v1/requests", Now, asked);
        await api.Change(practice, $"/v1/requests/{request.Id}", "qualify", Now, story.Qualification);
        var engagement = await api.Start(practice, "/v1/engagements", Now, new { request = request.Id });
        var facilitator = await api.Start(practice, "/v1/facilitators", Now, story.Facilitator);
        var path = $"/v1/engagements/{engagement.Id}";
        await api.Change(practice, path, "facilitator", Now, new { facilitator = facilitator.Id });
        await api.Change(new(Tenant, Roles.Facilitator, facilitator.Id), path, "diagnosis", Now, new { });
        var redirected = new
        {
            kind = "regulation",
            reason = "Le diagnostic montre un conflit ouvert entre deux équipes : une régulation d'abord.",
        };
        await api.Change(practice, path, "redirect", Now, redirected);
        var other = stage.Establishment("territoire").Establishment;
        await api.Change(practice, path, "establishments", Now, new { establishment = other });
        await api.Change(practice, path, "corrections", Now, new { reason = "mistyped", notJoined = other });
        await api.Change(practice, path, "abandon", Now, new { reason = "La direction renonce au dispositif cette année." });
    }

    // A group of which some leave before it is bound to anything, and which is then dissolved.
    private async Task Dissolve(Stage stage)
    {
        var (api, cast) = (stage.Api, (await new Founding(stage, Story("eaje")).Gather())[0]);
        var path = $"/v1/groups/{cast.Group}";
        var leaving = new { person = cast.Member(2).Person, reason = "Je change d'établissement au mois de septembre." };
        await api.Append(cast.Member(2), $"{path}/leave", Now, leaving);
        await api.Append(cast.Member(3), $"{path}/volunteering/revoke", Now, new { });
        await api.Change(stage.Practice, path, "dissolve", Now, new { reason = "Trop peu de professionnelles restent volontaires." });
    }

    // What is proposed, accepted in somebody's name and contested; an engagement that is suspended, resumed, and ended before its term.
    private async Task Interrupt(Caller api, Stage stage)
    {
        var (cast, _) = await new Founding(stage, Story("eaje")).Lead();
        var (practice, path) = (stage.Practice, $"/v1/engagements/{cast.Engagement}");
        await api.Change(practice, path, "suspend", Now, new { reason = "Les locaux sont en travaux jusqu'à la rentrée." });
        await api.Change(practice, path, "resume", Now, new { });
        var renewal = await api.Change(practice, path, "renew", Now, new { months = 6 });
        var proposal = $"proposals/{renewal.Body["proposals"]!.AsArray()[^1]!["id"]}";
        await api.Change(practice, path, $"{proposal}/accept", Now, new { shownBy = "Avenant signé le 12 mars" });
        var contest = new { reason = "L'avenant a été signé par une personne qui n'en avait pas le pouvoir." };
        await api.Append(cast.Establishment, $"{path}/{proposal}/contest", Now, contest);
        await api.Change(practice, path, "end-early", Now, new { reason = "L'établissement ferme à la fin du semestre." });
    }

    // A frame of the practice's own, its second version, which an engagement comes to follow; the first is discouraged.
    private async Task Upgrade(Caller api, Stage stage)
    {
        var practice = stage.Practice;
        var versions = new List<string>();
        foreach (var version in (int[])[1, 2])
        {
            var frame = Json(
                $$$$"""
                {"frame":{"name":"cercle-du-soir","version":{{{{version}}}},"source":"practice","title":"Cercle du soir","kind":"practice-analysis",
                 "audiences":["any-team"],"rules":{"size":{"source":"practice","minimum":4,"maximum":{{{{9 - version}}}} } } } }
                """
            );
            var drafted = await api.Start(practice, "/v1/policy-sets", Now, frame);
            versions.Add($"/v1/policy-sets/{drafted.Id}");
            await api.Change(practice, versions[^1], "publish", Now, new { });
        }

        var story = Story("circle-8");
        var dispositif = story.Dispositif.DeepClone().AsObject();
        dispositif["frames"] = new JsonArray(new JsonObject { ["name"] = "cercle-du-soir", ["version"] = 1 });
        dispositif["groupMaximum"] = 7;
        var (cast, _) = await new Founding(stage, story with { Dispositif = dispositif, Members = 6 }).Lead();
        var upgrade = new
        {
            frames = new[] { new { name = "cercle-du-soir", version = 2 } },
            reason = "La deuxième version limite le groupe à sept personnes.",
        };
        await api.Change(practice, $"/v1/engagements/{cast.Engagement}", "dispositif/upgrade", Now, upgrade);
        await api.Change(practice, versions[0], "deprecate", Now, new { reason = "La deuxième version la remplace." });
        var draft = await api.Start(
            practice,
            "/v1/policy-sets",
            Now,
            Json(
                """
                {"frame":{"name":"cercle-de-nuit","version":1,"source":"practice","title":"Cercle de nuit","kind":"practice-analysis","audiences":["any-team"],
                 "rules":{"size":{"source":"practice","minimum":4,"maximum":6}}}}
                """
            )
        );
        await api.Change(practice, $"/v1/policy-sets/{draft.Id}", "withdraw", Now, new { });
        foreach (
            var (name, verb, body) in new (string, string, object)[]
            {
                ("tour-de-parole", "deprecate", new { reason = "Un protocole plus court le remplace." }),
                ("tour-de-silence", "withdraw", new { }),
            }
        )
        {
            var protocol = await api.Start(
                practice,
                "/v1/protocol-templates",
                Now,
                Json(
                    $$$$"""
                    {"protocol":{"name":"{{{{name}}}}","version":1,"source":"practice","strictness":"guided","phases":[
                      {"code":"dire","label":"Dire","brings":[{"kind":"expose","by":["narrator"]}],"needs":[]}]}}
                    """
                )
            );
            var path = $"/v1/protocol-templates/{protocol.Id}";
            if (verb == "deprecate")
            {
                await api.Change(practice, path, "publish", Now, new { });
            }

            await api.Change(practice, path, verb, Now, body);
        }
    }

    // A departure that one agrees to and another objects to, and which is withdrawn; a group that is asked to let somebody go.
    private static async Task Depart(Caller api, Cast cast)
    {
        var path = $"/v1/groups/{cast.Group}";
        var departures = (await api.Get(cast.Facilitator, path)).Body["departures"]!.AsArray();
        var departure = $"{path}/departures/{departures[^1]!["id"]}";
        await api.Append(cast.Member(1), $"{departure}/agree", Now, new { });
        await api.Append(cast.Member(2), $"{departure}/object", Now, new { reason = "Elle revient de congé dans deux mois." });
        await api.Append(cast.Facilitator, $"{departure}/withdraw", Now, new { });
        var asked = await api.Append(
            cast.Facilitator,
            $"{path}/exceptions",
            Now,
            new
            {
                reason = "Elle prend un poste de coordination dans un autre service.",
                change = "leaves",
                person = cast.Member(7).Person,
            }
        );
        await api.Append(cast.Member(1), $"{path}/exceptions/{asked.Body["exceptions"]!.AsArray()[^1]!["id"]}/agree", Now, new { });
    }

    // What was registered wrong: an establishment, a facilitator's file, an engagement of before.
    private static async Task PutRight(Caller api, Stage stage)
    {
        var practice = stage.Practice;
        var establishment = stage.Establishments[^1];
        var name = new { reason = "mistyped", name = "Pôle territorial d'accompagnement et de répit" };
        await api.Change(practice, $"/v1/establishments/{establishment}", "corrections", Now, name);

        var facilitator = await api.Start(
            practice,
            "/v1/facilitators",
            Now,
            new
            {
                displayName = "Intervenante 12",
                independenceDeclared = false,
                evidence = Array.Empty<object>(),
            }
        );
        var path = $"/v1/facilitators/{facilitator.Id}";
        await api.Append(
            practice,
            $"{path}/evidence",
            Now,
            new
            {
                kind = "diploma",
                title = "Master de psychologie sociale",
                years = 6,
            }
        );
        await api.Append(practice, $"{path}/independence", Now, new { });
        await api.Append(practice, $"{path}/secrecy", Now, new { basis = "health-professional" });
        await api.Change(
            practice,
            path,
            "corrections",
            Now,
            new { reason = "mistyped", evidence = new { number = 1, title = "Master de psychologie clinique" } }
        );

        object Past(int participants) =>
            new
            {
                kind = "practice-analysis",
                audience = "professionals",
                from = "2021-09-01",
                to = "2022-07-01",
                sessions = 10,
                minutes = 1200,
                participants,
                end = "concluded",
                establishment,
            };
        var past = await api.Start(practice, "/v1/past-engagements", Now, Past(9));
        await api.Change(
            practice,
            $"/v1/past-engagements/{past.Id}",
            "corrections",
            Now,
            new { reason = "wrong-source", pastEngagement = Past(8) }
        );
    }

    // Successions that are withdrawn, objected to, and accepted on both sides.
    private static async Task Succeed(Caller api, Stage stage)
    {
        var (practice, replaced, successor) = (stage.Practice, stage.Establishment("federation"), stage.Establishment("peers"));
        var path = $"/v1/establishments/{replaced.Establishment}";
        var succession = new
        {
            successor = successor.Establishment,
            since = $"{Now:yyyy-MM-dd}",
            reason = "taken-over",
        };
        foreach (var (who, verb) in new[] { (practice, "withdraw"), (replaced, "object") })
        {
            await api.Change(practice, path, "succession", Now, succession);
            await api.Append(who, $"{path}/succession/{verb}", Now, new { });
        }

        await api.Change(practice, path, "succession", Now, succession);
        await api.Append(practice, $"{path}/succession/accept", Now, new { shownBy = "Convention de reprise du 4 mai" });
        await api.Append(replaced, $"{path}/succession/confirm", Now, new { });
    }

    // Two records that were taken for one person's, and a person who is to be erased.
    private async Task Erase(Caller api, Stage stage, Cast cast)
    {
        var (other, _) = await new Founding(stage, Story("eaje")).Lead();
        var person = $"/v1/persons/{other.Member(1).Person}";
        await api.Append(stage.Practice, $"{person}/join", Now, new { other = cast.Member(1).Person }, 202);
        await api.Append(stage.Practice, $"{person}/part", Now, new { }, 202);
        await api.Append(stage.Practice, $"/v1/persons/{other.Member(2).Person}/erasure/notice", Now, new { by = "letter" }, 202);
        var asked = new { asked = new { by = "in-person", on = $"{Now.AddDays(-2):yyyy-MM-dd}" } };
        await api.Append(stage.Practice, $"/v1/persons/{other.Member(3).Person}/erasure", Now, asked, 202);
    }

    // Lines of each import; one that is stopped, and goes on.
    private async Task Import(Caller api, Stage stage, Cast cast)
    {
        var practice = stage.Practice;
        var place = stage.Establishment("ehpad").Establishment;
        var many = await Start(
            "establishments",
            Enumerable
                .Range(1, 200)
                .Select(n =>
                    $$$"""{"reference":"E-{{{n}}}","establishment":{"name":"Maison d'accueil {{{n}}}","siret":"{{{Given.Siret(n)}}}","sector":"medico-social"}}"""
                )
        );
        // It goes on by itself meanwhile: that neither says when keeps one from coming before the last line.
        await Send(practice, $"{many}/stop", "{}", 200);
        await Send(practice, $"{many}/resume", "{}", 200);
        await Start(
            "members",
            [
                $$$"""{"reference":"M-17","group":"{{{cast.Group}}}","member":{"displayName":"Camille Martin","institution":"{{{place}}}","underFacilitatorsAuthority":false,"volunteers":true}}""",
            ]
        );
        await Start(
            "past-engagements",
            [
                $$$"""{"reference":"A-2021-4","pastEngagement":{"kind":"practice-analysis","audience":"professionals","from":"2020-09-01","to":"2021-07-01","sessions":10,"minutes":1200,"participants":9,"end":"concluded","establishment":"{{{place}}}"}}""",
            ]
        );
        await api.GetWhen(practice, many, o => o["state"]!.ToString() == "ended");
        await api.Get(practice, $"{many}/results");

        async Task<string> Start(string what, IEnumerable<string> lines) =>
            $"/v1/operations/{(await Send(practice, $"/v1/imports/{what}", string.Join('\n', lines), 202, Ndjson.Type))["id"]}";
    }

    // What was given to somebody, and is taken back.
    private static async Task TakeBack(Caller api, Stage stage, Cast cast)
    {
        var until = Now.AddDays(90);
        var key = await api.Start(
            stage.Practice,
            "/v1/api-keys",
            Now,
            new
            {
                label = "Tableau de bord du siège",
                role = "practice",
                scopes = new[] { "indicators:read" },
                expiresAt = until,
            }
        );
        await api.Append(stage.Practice, $"/v1/api-keys/{key.Id}/revoke", Now, new { });
        var grant = await api.Start(
            cast.Establishment,
            $"/v1/establishments/{cast.Establishment.Establishment}/platform-grants",
            Now,
            new
            {
                platform = Guid.NewGuid(),
                scopes = new[] { "indicators:read" },
                until,
            }
        );
        await api.Append(cast.Establishment, $"/v1/platform-grants/{grant.Id}/revoke", Now, new { });
        var link = await api.Start(cast.Member(1), "/v1/calendar-links", Now, new { });
        await api.Change(cast.Member(1), $"/v1/calendar-links/{link.Id}", "revoke", Now, new { });
        var begun = await api.Append(stage.Practice, "/v1/sandbox/reset", Now, new { }, 202);
        await api.Append(stage.Practice, "/v1/sandbox/seeded", Now, new { generation = begun.Body["generation"]!.GetValue<int>() });
    }

    // A session that is interrupted and in which the frame is not kept; then somebody says that they were there.
    private static async Task Meet(Caller api, Cast cast)
    {
        var (facilitator, at) = (cast.Facilitator, Now.AddMinutes(-30));
        var planned = await api.Start(
            facilitator,
            $"/v1/groups/{cast.Group}/sessions",
            at.AddMinutes(-1),
            new { plannedFor = at, minutes = 105 }
        );
        var path = $"/v1/sessions/{planned.Id}";
        await api.Change(facilitator, path, "open", at, new { });
        await api.Change(facilitator, path, "attendance", at, new { present = cast.Members.Skip(1).Select(m => m.Person) });
        await api.Change(facilitator, path, "phases/tell/start", at, new { });
        var situation = new { text = "La famille demande chaque jour une réponse que personne n'a." };
        var raised = await api.Append(cast.Member(2), $"{path}/situations", at, situation);
        await api.Append(facilitator, $"{path}/situations/{raised.Body["situations"]!.AsArray()[0]!["id"]}/choose", at, new { });
        var said = await api.Append(
            cast.Member(2),
            $"{path}/contributions",
            at,
            new
            {
                kind = "expose",
                text = "Je l'ai promis sans savoir.",
                @private = false,
            }
        );
        var contribution = said.Body["contributions"]!.AsArray()[^1]!["id"];
        var incident = new
        {
            kind = "judgement",
            text = "Une collègue absente a été jugée ; le cadre a été rappelé.",
            contribution,
        };
        await api.Append(facilitator, $"{path}/incidents", at, incident);
        await api.Change(facilitator, path, "confidentiality-exception", at, new { basis = "minor-or-vulnerable-person" });
        await api.Append(cast.Member(2), $"{path}/contributions/{contribution}/withdraw", at, new { });
        await api.Change(facilitator, path, "suspend", at, new { reason = "Une alarme incendie oblige à sortir." });
        await api.Change(facilitator, path, "resume", at.AddMinutes(5), new { });
        await api.Change(
            facilitator,
            path,
            "close",
            at.AddMinutes(20),
            new
            {
                minutes = 20,
                themes = new[] { new { axis = "emotional-demands", level = "individual" } },
                outcome = "none",
                reason = "L'alarme a interrompu la séance.",
            }
        );
        await api.Append(cast.Member(1), $"{path}/corrections/contest", Now, new { present = true });
        await api.Append(facilitator, $"{path}/corrections/confirm", Now, new { member = cast.Member(1).Person });
    }

    // What was said is asked for by an auditor: refused, objected to, and opened by a court's order.
    private static async Task Disclose(Caller api, Stage stage, Cast cast, Guid session)
    {
        var path = $"/v1/sessions/{session}/disclosures";
        var refused = await api.StartWhenKnown(stage.Auditor, path, Now, new { basis = "judicial-order", reference = "26/0041" });
        await api.Change(stage.Practice, $"/v1/disclosures/{refused.Id}", "refuse", Now, new { });
        var objected = await api.Start(stage.Auditor, path, Now, new { basis = "group-agreement" });
        await api.Append(cast.Member(1), $"/v1/disclosures/{objected.Id}/object", Now, new { });
        var asked = await api.Start(
            stage.Auditor,
            path,
            Now,
            new
            {
                basis = "judicial-order",
                reference = "26/0042",
                hours = 48,
            }
        );
        var opened = $"/v1/disclosures/{asked.Id}";
        foreach (var who in new[] { stage.Practice, cast.Facilitator })
        {
            await api.Append(who, $"{opened}/agree", Now, new { });
        }

        await api.Get(stage.Auditor, $"{opened}/narratives");
        await api.Append(stage.Practice, $"{opened}/end", Now, new { });
        await api.Get(stage.Practice, opened);
    }

    // A track that the facilitator hears endorsed, which is contested, and which is then given up.
    private static async Task Follow(Caller api, Cast cast, Guid session)
    {
        var opened = await api.Start(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/tracks",
            Now,
            new
            {
                session,
                text = "Dire aux familles qui répond, et quand.",
                with = new[] { cast.Member(1).Person, cast.Member(8).Person },
            }
        );
        var path = $"/v1/tracks/{opened.Id}";
        await api.Append(cast.Facilitator, $"{path}/endorsements", Now, new { member = cast.Member(8).Person, at = session });
        await api.Append(cast.Member(8), $"{path}/endorsements/contest", Now, new { });
        await api.Append(cast.Facilitator, $"{path}/abandon", Now, new { reason = "La direction a mis en place un accueil des familles." });
    }

    // A bilan whose deadline is put off, in which somebody agrees to be named and no longer; an observation that is handed on.
    private async Task Negotiate(Caller api, Stage stage, Cast cast, Guid published)
    {
        var bilans = (await api.Get(cast.Facilitator, $"/v1/groups/{cast.Group}/bilans")).Body["items"]!.AsArray();
        var locked = $"/v1/bilans/{bilans.Single(b => b!["state"]!.ToString() == "locked")!["id"]}";
        await api.Change(cast.Facilitator, locked, "deadline", Now, new { deadline = stage.Calendar.In(35) });
        await api.Append(cast.Member(1), $"{locked}/namings", Now, new { });
        await api.Append(cast.Member(1), $"{locked}/namings/revoke", Now, new { });
        var path = $"/v1/bilans/{published}";
        var observation = new { text = $"Nous remercions {Story("circle-8").Person} 1 de ce qu'elle porte." };
        var observed = await api.Append(cast.Establishment, $"{path}/observations", Now, observation);
        var id = observed.Body["observations"]!.AsArray()[^1]!["id"];
        await api.Append(cast.Facilitator, $"{path}/observations/{id}/pass-on", Now, new { noMemberMeant = true });
    }

    private static async Task Summarise(Caller api, Cast cast, Guid session)
    {
        object Draft(string text, object? of = null) =>
            new
            {
                session = of,
                axes = new[]
                {
                    new
                    {
                        axis = "emotional-demands",
                        level = "individual",
                        text,
                    },
                },
                listed = Array.Empty<object>(),
            };
        var drafted = await api.StartWhenKnown(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/syntheses",
            Now,
            Draft("Recevoir une parole grave sans y être préparée.", session)
        );
        var path = $"/v1/syntheses/{drafted.Id}";
        var revised = new
        {
            axes = new[]
            {
                new
                {
                    axis = "emotional-demands",
                    level = "individual",
                    text = "Recevoir une parole grave hors du soin, et savoir à qui la porter.",
                },
            },
            listed = Array.Empty<object>(),
        };
        await api.Change(cast.Facilitator, path, "revise", Now, revised);
        await api.Append(cast.Member(1), $"{path}/namings", Now, new { });
        await api.Append(cast.Member(1), $"{path}/namings/revoke", Now, new { });
    }

    private static async Task Retract(Caller api, Stage stage, Cast cast)
    {
        var period = await api.Start(stage.Practice, "/v1/indicator-periods", Now, new { period = stage.Calendar.ClosedQuarters(1)[0] });
        var path = $"/v1/indicator-periods/{period.Id}";
        var released = await api.Append(
            stage.Practice,
            $"{path}/releases",
            Now,
            new { kind = "establishment", code = $"{cast.Establishment.Establishment}" }
        );
        var release = released.Body["releases"]!.AsArray()[^1]!["release"];
        await api.Change(stage.Practice, path, $"releases/{release}/retract", Now, new { why = "asked-by-establishment" });
    }

    private static async Task Call(Caller api, Stage stage)
    {
        var webhook = await api.Start(
            stage.Practice,
            "/v1/webhooks",
            Now,
            new { url = "https://cabinet.example/evenements", types = new[] { "indicators.published" } }
        );
        var path = $"/v1/webhooks/{webhook.Id}";
        await api.Append(stage.Practice, $"{path}/test", Now, new { });
        await api.Append(stage.Practice, $"{path}/resend", Now, new { from = Now.AddDays(-1), to = Now });
        await api.Change(stage.Practice, path, "remove", Now, new { });
    }

    private async Task Cosign(Caller api)
    {
        var witness = new Actor(Tenant, Roles.Operator, Guid.NewGuid());
        var signed = (await api.Append(witness, "/v1/proof/checkpoints", Now, new { })).Body;
        var origin = (await api.Get(witness, "/v1/proof/keys")).Body["origin"]!.ToString();
        var size = signed["size"]!.GetValue<long>();
        var text = new CheckpointText(
            origin,
            size,
            Convert.FromBase64String(signed["root"]!.ToString()),
            signed["missing"]?.GetValue<long>() ?? 0
        );
        var line = new JsonObject { ["line"] = Notary.Cosign(Witness, Notary.Seed, text) };
        await Send(witness, $"/v1/proof/checkpoints/{size}/cosignatures", line.ToJsonString(), 200);
    }

    // What is no command that takes a time.
    private async Task<JsonNode> Send(Actor who, string path, string body, int status, string media = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, null, media) };
        request.Headers.Authorization = new("Bearer", mint.For(who));
        using var answer = await http.SendAsync(request);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        ((int)answer.StatusCode).ShouldBe(status, $"{path}: {said}");
        return said;
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
