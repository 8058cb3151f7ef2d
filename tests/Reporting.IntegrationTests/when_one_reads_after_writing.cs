using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>What is told later is waited for, as long as one says and not longer; and waiting shows nobody what they may not read.</summary>
public class when_one_reads_after_writing(ReportingFixture service)
{
    private const string NotYet = "/problems/not-yet";

    [Fact]
    public async Task the_view_is_answered_once_it_reflects_what_was_written()
    {
        var journey = await new Journey(service).ToHeld();
        var held = journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(40));
        var path = $"{journey.EvolutionPath}?reflects={held.Origin.Stream}@{held.Origin.Version}";
        var asked = journey.Facilitator.Get(path, prefer: "wait=20");
        await journey.Tell(held);
        (await asked).Lines()[^1]["source"]!["stream"]!.GetValue<Guid>().ShouldBe(held.Origin.Stream);
    }

    [Fact]
    public async Task what_it_reflects_already_is_not_waited_for()
    {
        var journey = await new Journey(service).ToHeld();
        var source = (await journey.Evolution()).Lines()[^1]["source"]!;
        await journey.Facilitator.Get($"{journey.EvolutionPath}?reflects={source["stream"]}@{source["version"]}", prefer: "wait=0");
    }

    [Fact]
    public async Task past_the_time_it_says_that_it_is_not_there_yet()
    {
        var journey = await new Journey(service).ToHeld();
        var path = $"{journey.EvolutionPath}?reflects={Guid.NewGuid()}@3";
        (await journey.Facilitator.Get(path, 503, "wait=0")).Kind().ShouldBe(NotYet);
        (await journey.Facilitator.Get(path, 503, "respond-async, wait=1")).Kind().ShouldBe(NotYet);
    }

    [Fact]
    public async Task a_stranger_learns_nothing_by_waiting()
    {
        var journey = await new Journey(service).ToHeld();
        var source = (await journey.Evolution()).Lines()[^1]["source"]!;
        var stranger = service.As(Roles.Member, Guid.NewGuid());
        foreach (var written in new[] { $"{source["stream"]}@{source["version"]}", $"{Guid.NewGuid()}@1" })
        {
            (await stranger.Get($"{journey.EvolutionPath}?reflects={written}", 503, "wait=0")).Kind().ShouldBe(NotYet);
        }
    }

    [Fact]
    public async Task a_history_is_waited_for_by_whom_a_grant_lets_look()
    {
        var journey = await new Journey(service).ToAgreed();
        var entry = Journey.Entry(journey.Engagement, 4);
        var path = $"/v1/engagements/{journey.Engagement}/history?reflects={entry.Stream}@4";
        await journey.Tell(entry);
        (await journey.Auditor.Get(path, 503, "wait=0")).Kind().ShouldBe(NotYet);
        await journey.Grant();
        await journey.Auditor.Get(path, prefer: "wait=0");
        (await journey.Auditor.Get(path.Replace("@4", "@5", StringComparison.Ordinal), 503, "wait=0")).Kind().ShouldBe(NotYet);
    }

    [Theory]
    [InlineData("something")]
    [InlineData("01a20d7e-0000-7000-8000-000000000001")]
    [InlineData("01a20d7e-0000-7000-8000-000000000001@-1")]
    [InlineData("@1")]
    public async Task what_is_no_write_is_refused(string reflects) =>
        await new Journey(service).Facilitator.Get($"/v1/groups/{Guid.NewGuid()}/evolution?reflects={reflects}", 400);
}
