using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_reading_a_groups_evolution(ReportingFixture service)
{
    [Fact]
    public async Task it_goes_from_sealing_over_sessions_to_bilans()
    {
        var journey = await new Journey(service).ToAgreed(present: 4);
        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.Origin()));
        var evolution = await journey.Evolution();
        Journey
            .What(evolution)
            .ShouldBe(["sealed", "activated", "session-held", "themes-coded", "track-opened", "intermediate-bilan-agreed", "concluded"]);
        var lines = evolution.Lines();
        lines[2]["attendancePercent"]!.GetValue<int>().ShouldBe(66);
        lines[2]["minutes"]!.GetValue<int>().ShouldBe(120);
        lines[3]["themes"]!
            .AsArray()
            .Select(t => t!.GetValue<string>())
            .ShouldBe([$"{Journey.Axis}/collective", "emotional-demands/individual"]);
        lines[5]["bilan"]!.GetValue<Guid>().ShouldBe(journey.Bilan);
        lines[5]["source"]!["stream"]!.GetValue<Guid>().ShouldBe(journey.Bilan);
        lines[5]["source"]!["version"]!.GetValue<long>().ShouldBe(11);
        lines[6]["sessionsSoFar"]!.GetValue<int>().ShouldBe(1);
        lines[6]["minutesSoFar"]!.GetValue<int>().ShouldBe(120);
        evolution.ETag.ShouldBe("\"7\"");
        foreach (var person in journey.Members.Append(journey.FacilitatorId))
        {
            evolution.Body.ToJsonString().ShouldNotContain(person.ToString());
        }
    }

    [Fact]
    public async Task the_source_of_an_agreement_is_the_event_that_tells_of_it()
    {
        var journey = await new Journey(service).ToAgreed();
        var agreed = (await journey.Evolution()).Lines()[^1]["source"]!["version"]!.GetValue<long>();
        var path = journey.BilanPath;
        (await journey.Facilitator.Get($"{path}?version={agreed}")).State().ShouldBe("agreed");
        (await journey.Facilitator.Get($"{path}?version={agreed - 1}")).State().ShouldBe("locked");
    }

    [Fact]
    public async Task it_is_read_as_of_a_version_or_a_time()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.CaughtUp();
        var between = DateTimeOffset.UtcNow;
        await journey.Tell(journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(40)));
        (await journey.Evolution()).ETag.ShouldBe("\"6\"");
        var early = await journey.Facilitator.Get($"{journey.EvolutionPath}?version=3");
        Journey.What(early).ShouldBe(["sealed", "activated", "session-held"]);
        early.ETag.ShouldBe("\"3\"");
        var at = Uri.EscapeDataString(between.ToString("O"));
        (await journey.Facilitator.Get($"{journey.EvolutionPath}?at={at}")).ETag.ShouldBe("\"5\"");
        var local = Uri.EscapeDataString(between.ToOffset(TimeSpan.FromHours(2)).ToString("O"));
        (await journey.Facilitator.Get($"{journey.EvolutionPath}?at={local}")).ETag.ShouldBe("\"5\"");
        await journey.Facilitator.Get($"{journey.EvolutionPath}?at=2020-01-01T00:00:00Z", 404);

        // What had happened by then, though it was recorded today.
        var happened = Uri.EscapeDataString(Journey.ClosedQuarter.ToString("O"));
        var by = $"{journey.EvolutionPath}?occurredBy={happened}";
        Journey.What(await journey.Practice.Get(by)).ShouldBe(["sealed", "activated"]);
        await journey.Practice.Get($"{by}&at=2020-01-01T00:00:00Z", 404);
    }

    [Fact]
    public async Task the_practice_reads_that_and_how_long_the_group_met_and_neither_what_came_of_it_nor_who_was_there()
    {
        var journey = await new Journey(service).ToAgreed(present: 4);
        await journey.CaughtUp();
        foreach (var asOf in (string[])["", "?version=4", $"?at={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}"])
        {
            var read = await journey.Practice.Get($"{journey.EvolutionPath}{asOf}");
            Journey.What(read).ShouldBe(["sealed", "activated", "session-held", "intermediate-bilan-agreed"]);
            read.Lines()[2]["minutes"]!.GetValue<int>().ShouldBe(120);
            read.Lines().ShouldAllBe(l => l["attendancePercent"] == null && l["themes"] == null);

            // A version would count what was said, withdrawn, amended and objected to.
            read.Lines().ShouldAllBe(l => l["source"]!["version"] == null && l["source"]!["stream"] != null);
        }
    }

    [Fact]
    public async Task its_own_persons_practice_and_auditor_read_it_and_others_do_not()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.CaughtUp();
        await journey.Tell(Journey.Entry(journey.Engagement, 1));
        await journey.Auditor.Get(journey.EvolutionPath, 404);
        await journey.Grant();
        foreach (var reader in new[] { journey.Facilitator, journey.Member(0), journey.Auditor })
        {
            (await reader.Get(journey.EvolutionPath)).ETag.ShouldBe("\"5\"");
        }

        // Two of its lines are not the practice's, and are not counted for it.
        (await journey.Practice.Get(journey.EvolutionPath)).ETag.ShouldBe("\"3\"");

        foreach (
            var stranger in new[]
            {
                service.As(Roles.Facilitator),
                service.As(Roles.Member),
                service.As(Roles.Practice, tenant: "autre"),
                service.As(Roles.Auditor, tenant: "autre"),
            }
        )
        {
            await stranger.Get(journey.EvolutionPath, 404);
        }

        await journey.Asker.Get(journey.EvolutionPath, 403);
        await service.As(Roles.Platform).Get(journey.EvolutionPath, 403);
    }
}
