using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_a_token_claims_a_membership(EngagementFixture service)
{
    [Fact]
    public async Task the_stream_alone_says_who_is_in_a_group_and_since_when_no_more()
    {
        var journey = await new Journey(service).ToActive();
        Speaker Boasting(Guid person, string role = Roles.Member) =>
            new(service.Host, service.Mint.Claiming(new("cabinet", role, person), journey.Group, journey.Engagement));
        string[] paths =
        [
            journey.GroupPath,
            journey.EngagementPath,
            $"{journey.GroupPath}?version=9",
            $"{journey.GroupPath}?at={DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}",
            $"{journey.GroupPath}/identities",
        ];
        var member = journey.Members[2];
        foreach (var path in paths)
        {
            await journey.Member(2).Get(path);
            await Boasting(Guid.NewGuid()).Get(path, 404);
            await Boasting(Guid.NewGuid(), Roles.Facilitator).Get(path, 404);
        }

        await journey.Member(2).Post($"{journey.GroupPath}/leave", $$"""{"person":"{{member}}","reason":"{{Journey.Canary}}"}""", 200);
        foreach (var path in paths)
        {
            await Boasting(member).Get(path, 404);
        }
    }
}
