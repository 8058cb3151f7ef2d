using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>What a class of readers does not see leaves no trace in what it reads: not a byte, not a header, not a version.</summary>
public class when_a_reader_does_not_see_a_change(EngagementFixture service)
{
    private static Origin Origin => new(Guid.NewGuid(), 3, DateTimeOffset.UtcNow);

    [Theory]
    [InlineData(Roles.Establishment)]
    [InlineData(Roles.Member)]
    public async Task the_engagement_is_read_by_the_same_bytes_and_headers(string role)
    {
        var journey = await new Journey(service).ToActive();
        var reader = role == Roles.Member ? journey.Member(0) : journey.Asker;
        var version = (await reader.Get(journey.EngagementPath)).Body["version"]!.GetValue<long>();
        string[] readings =
        [
            journey.EngagementPath,
            $"{journey.EngagementPath}?version={version}",
            $"{journey.EngagementPath}?version={version - 1}",
            $"{journey.EngagementPath}/quote",
            "/v1/engagements",
        ];
        readings = role == Roles.Member ? [.. readings.Where(r => !r.EndsWith("quote", StringComparison.Ordinal))] : readings;
        var before = await Whole(reader, readings);

        await Tell(new FrameIncidentRaised(Guid.NewGuid(), journey.Group, journey.Engagement, "judgement", Origin));
        await Tell(new FrameIncidentRaised(Guid.NewGuid(), journey.Group, journey.Engagement, "confidentiality-exception", Origin));
        await Tell(new NegotiationFailed(Guid.NewGuid(), journey.Engagement, Final: false, Origin));
        (await Whole(reader, readings)).ShouldBe(before);
        (await reader.Whole(journey.EngagementPath, IfMatch(version))).ShouldStartWith("304");

        // Who sees it is told: the facilitator counts every one of them.
        (
            await journey.Facilitator.Get(journey.EngagementPath)
        ).Body["version"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(version + 3);
    }

    [Fact]
    public async Task what_another_establishment_of_the_engagement_is_shows_to_none_of_them()
    {
        var journey = await new Journey(service).ToDesigning();
        var before = await Whole(journey.Asker, journey.EngagementPath);
        await Span(journey);
        (await Whole(journey.Asker, journey.EngagementPath)).ShouldBe(before);
    }

    [Fact]
    public async Task a_writer_is_not_refused_for_what_they_do_not_see_and_is_for_what_they_do()
    {
        var journey = await new Journey(service).ToDesigning();
        await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", Journey.Dispositif());
        var known = await Tag(journey.Asker, journey);
        await Span(journey);
        (await Tag(journey.Asker, journey)).ShouldBe(known);

        // Both hold the same version, and both see the other's change: the second is refused.
        await journey.Change(journey.Practice, journey.EngagementPath, "dispositif", Journey.Dispositif());
        await journey.Asker.Post($"{journey.EngagementPath}/dispositif/agree", "{}", 412, known);
        var agreed = await journey.Asker.Post($"{journey.EngagementPath}/dispositif/agree", "{}", 200, await Tag(journey.Asker, journey));
        agreed.ETag.ShouldBe(IfMatch(agreed.Body["version"]!.GetValue<long>()));
        agreed.ETag.ShouldBe(await Tag(journey.Asker, journey));
    }

    [Fact]
    public async Task who_asked_does_not_see_to_whom_their_request_was_entrusted()
    {
        var journey = await new Journey(service).ToOpened();
        var before = await Whole(journey.Asker, $"/v1/requests/{journey.Request}");
        await journey.Change(journey.Practice, journey.EngagementPath, "facilitator", $$"""{"facilitator":"{{journey.FacilitatorId}}"}""");
        await journey.Facilitator.Get($"/v1/requests/{journey.Request}");
        (await Whole(journey.Asker, $"/v1/requests/{journey.Request}")).ShouldBe(before);
    }

    private static string IfMatch(long version) => $"\"{version}\"";

    private static async Task<string> Tag(Speaker reader, Journey journey) => (await reader.Get(journey.EngagementPath)).ETag;

    private static async Task<string> Whole(Speaker reader, params string[] readings) =>
        string.Join("\n\n", await Task.WhenAll(readings.Select(r => reader.Whole(r))));

    private async Task Tell(object message)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync("cabinet", message);
    }

    // What the practice does of which no establishment but the new one reads.
    private static async Task Span(Journey journey)
    {
        var other = await journey.Practice.Post(
            "/v1/establishments",
            $$"""{"name":"Un autre","siret":"{{Given.NewSiret()}}","sector":"social"}""",
            201
        );
        await journey.Practice.Post(
            $"{journey.EngagementPath}/establishments",
            $$"""{"establishment":"{{other.Id}}"}""",
            200,
            await Tag(journey.Practice, journey)
        );
    }
}
