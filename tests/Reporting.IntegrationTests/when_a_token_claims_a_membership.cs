using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_a_token_claims_a_membership(ReportingFixture service)
{
    [Fact]
    public async Task what_engagement_told_alone_says_who_is_in_a_group()
    {
        var journey = await new Journey(service).ToDrafted();
        await journey.CaughtUp();
        Speaker Boasting(Guid person, string role = Roles.Member) =>
            new(service.Host, service.Mint.Claiming(new("cabinet", role, person), journey.Group, journey.Engagement));
        string[] paths = [journey.BilanPath, journey.EvolutionPath, $"{journey.EvolutionPath}?version=3"];
        foreach (var path in paths)
        {
            await journey.Member(2).Get(path);
            await Boasting(Guid.NewGuid()).Get(path, 404);
            await Boasting(Guid.NewGuid(), Roles.Facilitator).Get(path, 404);
        }

        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Members[2], journey.Origin()));
        await journey.CaughtUp();
        foreach (var path in paths)
        {
            await Boasting(journey.Members[2]).Get(path, 404);
        }
    }
}
