using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_an_establishment_reads_its_indicators(ReportingFixture service)
{
    private static readonly string Closed = Journey.Quarter(Journey.ClosedQuarter);

    private static string Path(Guid establishment, string? quarter = null) =>
        $"/v1/establishments/{establishment}/indicators?quarter={quarter ?? Closed}";

    private static string Cell(Answer answer, string name) =>
        answer.Body["cells"]!.AsArray().Single(c => c!["name"]!.GetValue<string>() == name)!.ToJsonString();

    [Fact]
    public async Task two_agreed_groups_under_two_facilitators_release_their_themes()
    {
        var first = await new Journey(service).ToAgreed();
        var second = await new Journey(service, first.Establishment).ToAgreed(present: 4);
        var read = await first.Asker.Get(Path(first.Establishment));
        Cell(read, "sessions-held").ShouldContain("\"value\":2,\"quality\":\"released\"");
        Cell(read, "persons-covered").ShouldContain("\"value\":10,\"quality\":\"released\"");
        Cell(read, "attendance-percent").ShouldContain("\"value\":83,");
        Cell(read, $"axis/{Journey.Axis}").ShouldContain("\"value\":2,\"quality\":\"released\"");
        Cell(read, "level/individual").ShouldContain("\"value\":2,");
        Cell(read, "axis/conflicts-of-values").ShouldContain("\"quality\":\"masked\"");
        read.Body["quarter"]!.GetValue<string>().ShouldBe(Closed);
        read.Body["floor"]!.GetValue<int>().ShouldBe(5);
        foreach (var person in first.Members.Concat(second.Members).Append(first.FacilitatorId))
        {
            read.Body.ToJsonString().ShouldNotContain(person.ToString());
        }

        (await first.Practice.Get(Path(first.Establishment))).Body.ToJsonString().ShouldBe(read.Body.ToJsonString());
    }

    [Fact]
    public async Task a_platform_reads_them_while_it_is_granted_them_and_else_they_are_not_there()
    {
        var journey = await new Journey(service).ToHeld();
        var platform = Guid.CreateVersion7();
        var reader = service.As(Roles.Platform, platform);
        var refused = await reader.Get(Path(journey.Establishment), 404);
        refused.Body["detail"]!.ToString().ShouldBe((await reader.Get(Path(Guid.NewGuid()), 404)).Body["detail"]!.ToString());

        var grant = journey.Granted(platform, DateTimeOffset.UtcNow.AddDays(1), "indicators:read");
        await journey.Tell(
            journey.Granted(platform, DateTimeOffset.UtcNow.AddSeconds(-1), "indicators:read"),
            journey.Granted(platform, DateTimeOffset.UtcNow.AddDays(1), "webhooks:read"),
            journey.Granted(Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddDays(1), "indicators:read")
        );
        await reader.Get(Path(journey.Establishment), 404);
        await journey.Tell(grant);
        var read = await reader.Get(Path(journey.Establishment));
        read.Body.ToJsonString().ShouldBe((await journey.Asker.Get(Path(journey.Establishment))).Body.ToJsonString());
        await reader.Get(Path((await new Journey(service).ToHeld()).Establishment), 404);
        await service.As(Roles.Platform, platform, tenant: "autre").Get(Path(journey.Establishment), 404);

        // What Engagement's own facts of the grant say in the ledger is another stream than what is learned of it here.
        await journey.Tell(
            new LedgerEntryRecorded(
                "engagement",
                1,
                grant.Grant,
                grant.Grant,
                "platform_grant",
                1,
                "platform_access_granted",
                "000000000000001.000000",
                DateTimeOffset.UtcNow,
                DateTimeOffset.UtcNow,
                "establishment:1",
                "{}",
                "0"
            )
        );
        await reader.Get(Path(journey.Establishment));
        await journey.Tell(new PlatformAccessRevoked(grant.Grant, journey.Origin()), grant);
        await reader.Get(Path(journey.Establishment), 404);
    }

    [Fact]
    public async Task one_group_or_no_agreement_releases_none_and_looks_the_same()
    {
        var one = await new Journey(service).ToAgreed();
        var masked = Cell(await one.Asker.Get(Path(one.Establishment)), $"axis/{Journey.Axis}");
        masked.ShouldContain("\"quality\":\"masked\"");
        masked.ShouldNotContain("\"value\":0");

        var two = await new Journey(service).ToAgreed();
        await new Journey(service, two.Establishment).ToHeld();
        var read = await two.Asker.Get(Path(two.Establishment));
        Cell(read, $"axis/{Journey.Axis}").ShouldBe(masked);
        Cell(read, "persons-covered").ShouldContain("\"value\":12,");
    }

    [Fact]
    public async Task few_persons_are_masked()
    {
        var journey = await new Journey(service).ToHeld(present: 4);
        var read = await journey.Asker.Get(Path(journey.Establishment));
        Cell(read, "persons-covered").ShouldContain("\"quality\":\"masked\"");
        Cell(read, "attendance-percent").ShouldContain("\"quality\":\"masked\"");
        Cell(read, "sessions-held").ShouldContain("\"value\":1,");
    }

    [Fact]
    public async Task the_quarter_is_one_and_has_ended()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.Asker.Get(Path(journey.Establishment, Journey.Quarter(DateTimeOffset.UtcNow)), 409);
        await journey.Asker.Get(Path(journey.Establishment, "2199-Q4"), 409);
        foreach (var bad in new[] { "2026", "2026-Q5", "2026-Q0", "x", "2026-Q1-Q2", "" })
        {
            (await journey.Asker.Get(Path(journey.Establishment, bad), 400)).Kind().ShouldBe("/problems/malformed");
        }

        await journey.Asker.Get($"/v1/establishments/{journey.Establishment}/indicators", 400);
    }

    [Fact]
    public async Task another_establishment_finds_none()
    {
        var journey = await new Journey(service).ToHeld();
        await service.As(Roles.Establishment, establishment: Guid.NewGuid()).Get(Path(journey.Establishment), 404);
        await service.As(Roles.Establishment).Get(Path(journey.Establishment), 404);
        await service.As(Roles.Practice, tenant: "autre").Get(Path(journey.Establishment), 404);
        await journey.Practice.Get(Path(Guid.NewGuid()), 404);
        await journey.Facilitator.Get(Path(journey.Establishment), 403);
        await journey.Member(0).Get(Path(journey.Establishment), 403);
        await journey.Auditor.Get(Path(journey.Establishment), 403);
    }
}
