using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.IntegrationTests;

public class when_a_token_claims_a_membership(SessionFixture service)
{
    [Fact]
    public async Task what_engagement_told_alone_says_who_is_in_a_group()
    {
        var journey = await new Journey(service).Open();
        Speaker Boasting(Guid person, string role = Roles.Member) =>
            new(service.Host, service.Mint.Claiming(new("cabinet", role, person), journey.Group, journey.Engagement));
        string[] paths = [journey.Path, $"/v1/groups/{journey.Group}/situations", $"/v1/groups/{journey.Group}/parts"];
        foreach (var path in paths)
        {
            await journey.Member(2).Get(path);
            await Boasting(Guid.NewGuid()).Get(path, 404);
            await Boasting(Guid.NewGuid(), Roles.Facilitator).Get(path, 404);
        }

        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[2], journey.At(42)));
        foreach (var path in paths)
        {
            await Boasting(journey.Persons[2]).Get(path, 404);
        }

        await Boasting(journey.Persons[2]).Get($"/v1/groups/{journey.Group}/sessions", 404);
    }
}
