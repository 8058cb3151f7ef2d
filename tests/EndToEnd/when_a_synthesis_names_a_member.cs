using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What Engagement told of names over the queues holds back a text in Reporting, which knows no name.</summary>
[Collection(typeof(TheSystem))]
public class when_a_synthesis_names_a_member(SystemFixture system)
{
    // The demonstration's fifth engagement.
    private const int Which = 4;

    [Fact]
    public async Task it_is_held_back_until_it_names_nobody()
    {
        var tenant = system.Demonstration.Tenant;
        var group = $"/v1/groups/{system.Demonstration.Groups[Which]}";
        var led = (await system.Ask(new(tenant, Roles.Practice, Given.Id(1)), group)).Body!;
        var facilitator = new Actor(tenant, Roles.Facilitator, led["facilitator"]!.GetValue<Guid>());
        var member = led["members"]![0]!["person"]!.ToString();
        var names = (await system.Ask(facilitator, $"{group}/identities")).Body!["items"]!.AsArray();
        var name = names.Single(n => n!["id"]!.ToString() == member)!["displayName"]!.ToString();
        var coded = (await system.Ask(facilitator, $"{group}/evolution")).Body!["lines"]!
            .AsArray()
            .First(l => l!["what"]!.ToString() == "themes-coded")!["themes"]![0]!
            .ToString()
            .Split('/');
        string Axes(string text) => $$"""{"axis":"{{coded[0]}}","level":"{{coded[1]}}","text":"{{text}}"}""";

        var (status, drafted) = await system.Ask(
            facilitator,
            $"{group}/syntheses",
            $$"""
            {"axes":[{{Axes($"Le groupe note que {name} dit de sa cheffe qu'elle l'épuise.")}}],"listed":[],
             "from":"2020-01-01","to":"{{DateTimeOffset.UtcNow:yyyy-MM-dd}}"}
            """
        );
        status.ShouldBe(201, drafted?.ToJsonString());
        var path = $"/v1/syntheses/{drafted!["id"]}";
        var (locked, problem) = await system.Ask(facilitator, $"{path}/lock", "{}", ifMatch: "\"1\"");
        locked.ShouldBe(422, problem?.ToJsonString());
        problem!["rules"]![0]!["rule"]!.ToString().ShouldBe("named-by-consent");
        problem.ToJsonString().ShouldNotContain(name);

        const string Reworded = "Le groupe note que la charge vient de la direction.";
        (
            await system.Ask(facilitator, $"{path}/revise", $$"""{"axes":[{{Axes(Reworded)}}],"listed":[]}""", ifMatch: "\"1\"")
        ).Status.ShouldBe(200);
        (await system.Ask(facilitator, $"{path}/lock", "{}", ifMatch: "\"2\"")).Status.ShouldBe(200);
    }
}
