using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The demonstration's fifth engagement has two groups, by day and by night, under one dispositif and one charter.</summary>
[Collection(typeof(TheSystem))]
public class when_a_large_team_is_split(SystemFixture system)
{
    private const int Which = 4;

    [Fact]
    public async Task each_group_has_its_own_members_and_course()
    {
        var practice = system.Demonstration.Actors.Single(a => a.Role == Roles.Practice);
        var engagement = await Read(practice, $"/v1/engagements/{system.Demonstration.Engagements[Which]}");
        var groups = engagement["groups"]!.AsArray().Select(g => g!["group"]!.GetValue<Guid>()).ToList();
        groups.Count.ShouldBe(2);
        groups.ShouldContain(system.Demonstration.Groups[Which]);

        var members = new List<Guid>();
        var sessions = new List<Guid>();
        foreach (var group in groups)
        {
            members.AddRange(
                (await Read(practice, $"/v1/groups/{group}"))["members"]!.AsArray().Select(m => m!["person"]!.GetValue<Guid>())
            );
            var lines = (await Read(practice, $"/v1/groups/{group}/evolution"))["lines"]!.AsArray();
            sessions.AddRange(
                lines.Where(l => l!["what"]!.GetValue<string>() == "session-held").Select(l => l!["source"]!["stream"]!.GetValue<Guid>())
            );
        }

        members.Count.ShouldBe(16);
        members.ShouldBeUnique();
        sessions.Count.ShouldBe(5);
        sessions.ShouldBeUnique();
    }

    private async Task<JsonNode> Read(Actor who, string path)
    {
        var (status, body) = await system.Ask(who, path);
        status.ShouldBe(200, path);
        return body!;
    }
}
