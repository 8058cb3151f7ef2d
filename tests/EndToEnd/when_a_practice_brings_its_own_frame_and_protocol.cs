using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A frame and a protocol that nobody here wrote work from the request to a session, without a change of code.</summary>
[Collection(typeof(TheSystem))]
public class when_a_practice_brings_its_own_frame_and_protocol(SystemFixture system)
{
    private const string Frame = """
        {"frame":{"name":"atelier","version":1,"source":"practice","title":"Atelier à cinq","kind":"practice-analysis","audiences":["any-team"],
         "rules":{"size":{"source":"practice","minimum":4,"maximum":5},"rate":{"source":"practice","minimum":9000,"maximum":12000},
                  "protocol":{"name":"atelier","version":1,"strictness":"strict","source":"practice"},"outcome":{"noneAllowed":true,"source":"practice"}}}}
        """;

    private const string Protocol = """
        {"protocol":{"name":"atelier","version":1,"source":"practice","strictness":"guided","phases":[
          {"code":"dire","label":"Dire","brings":[{"kind":"expose","by":["narrator"]}],"needs":["situation-chosen","exposed"],"minutes":15},
          {"code":"ensemble","label":"Lire ensemble","brings":[{"kind":"reading","by":["member","facilitator"]}],"needs":[],"asks":["reading"]}]}}
        """;

    private static readonly Actor Practice = new("cabinet-atelier", Roles.Practice, Guid.NewGuid());

    [Fact]
    public async Task they_are_followed_from_the_request_to_a_session()
    {
        await Publish("/v1/protocol-templates", Protocol);
        await Publish("/v1/policy-sets", Frame);
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        var stage = new Stage(api, new(TimeProvider.System), Practice);
        var told = Stories.Read();
        await stage.Register(told.Establishments);
        var story = Story(told.Engagements.Single(s => s.Key == "circle-8"));
        var (cast, _) = await new Founding(stage, story).Lead();
        await new Meeting(stage, story, story.Sessions[0], cast).Hold();

        var sessions = await api.Get(cast.Facilitator, $"/v1/groups/{cast.Group}/sessions");
        var held = sessions.Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        held["state"]!.GetValue<string>().ShouldBe("closed");
        held["outcome"]!.GetValue<string>().ShouldBe("none");
        held["completedPhases"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["dire", "ensemble"]);

        // Its bounds are the frame's: what the frame does not allow is refused by its name.
        await Should.ThrowAsync<DemonstrationException>(() => new Founding(stage, Dear(story)).Lead());
        var refused = await system.Ask(
            Practice,
            "/v1/frames/compose",
            """{"frames":[{"name":"atelier","version":1},{"name":"team","version":1}]}"""
        );
        refused.Body!["satisfiable"]!.GetValue<bool>().ShouldBeFalse();
    }

    private async Task Publish(string collection, string body)
    {
        // A frame pins a protocol of which Engagement is told a moment later.
        JsonNode? drafted = null;
        await SystemFixture.Until(
            async () =>
            {
                (var status, drafted) = await system.Ask(Practice, collection, body);
                return status == 201;
            },
            collection
        );
        (await system.Ask(Practice, $"{collection}/{drafted!["id"]}/publish", "{}", ifMatch: "\"1\"")).Status.ShouldBe(200);
    }

    private static EngagementStory Story(EngagementStory like)
    {
        var dispositif = like.Dispositif.DeepClone().AsObject();
        dispositif["frames"] = new JsonArray(new JsonObject { ["name"] = "atelier", ["version"] = 1 });
        dispositif["protocol"] = new JsonObject { ["name"] = "atelier", ["version"] = 1 };
        dispositif["rateCents"] = 10_000;
        return like with
        {
            Key = "atelier",
            Dispositif = dispositif,
            Members = 5,
            Sessions =
            [
                new(
                    -5,
                    8,
                    [new(2, "Une situation.")],
                    [new(2, "Un récit.", "expose"), new(3, "Une lecture.", "reading")],
                    [
                        ["emotional-demands", "collective"],
                    ],
                    "none"
                ),
            ],
            Bilans = [],
        };
    }

    private static EngagementStory Dear(EngagementStory story)
    {
        var dispositif = story.Dispositif.DeepClone().AsObject();
        dispositif["rateCents"] = 15_000;
        return story with { Dispositif = dispositif };
    }
}
