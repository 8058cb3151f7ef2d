using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

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
    [InlineData("states?")]
    [InlineData("difference?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&")]
    [InlineData("conformance?")]
    [InlineData("export?format=ocel&")]
    public async Task whatever_is_folded_from_the_ledger_waits_as_the_history_does(string view)
    {
        var journey = await new Journey(service).ToAgreed();
        var entry = Journey.Entry(journey.Engagement, 4);
        await journey.Tell(entry);
        var path = $"/v1/engagements/{journey.Engagement}/{view}reflects={entry.Stream}@";
        (await journey.Auditor.Get($"{path}4", 503, "wait=0")).Kind().ShouldBe(NotYet);
        await journey.Grant();
        await journey.Auditor.Get($"{path}4", prefer: "wait=0");
        (await journey.Auditor.Get($"{path}5", 503, "wait=0")).Kind().ShouldBe(NotYet);
    }

    [Theory]
    [InlineData("audit-trail")]
    [InlineData("bilans-due")]
    public async Task what_a_group_was_told_is_waited_for_by_those_who_are_in_it(string view)
    {
        var journey = await new Journey(service).ToHeld();
        var newcomer = Guid.CreateVersion7();
        var joined = new MemberEnrolled(journey.Group, journey.Engagement, new(newcomer, journey.Establishment), journey.Origin());
        var path = $"/v1/groups/{journey.Group}/{view}?reflects={joined.Origin.Stream}@{joined.Origin.Version}";
        var asked = service.As(Roles.Member, newcomer).Get(path, prefer: "wait=20");
        await journey.Tell(joined);
        await asked;
        (await service.As(Roles.Member, Guid.NewGuid()).Get(path, 503, "wait=0")).Kind().ShouldBe(NotYet);
    }

    [Fact]
    public async Task a_bilan_that_was_agreed_here_is_in_what_fell_due_and_in_the_plan_at_once()
    {
        var journey = await new Journey(service).ToAgreed();
        var agreed = $"reflects={journey.Bilan}@1";
        await journey.Facilitator.Get($"/v1/groups/{journey.Group}/bilans-due?{agreed}", prefer: "wait=0");
        await journey.Asker.Get($"/v1/establishments/{journey.Establishment}/action-tracks?{agreed}", prefer: "wait=0");
    }

    [Fact]
    public async Task the_prevention_plan_waits_for_a_track_that_its_own_groups_listed_and_for_nothing_else()
    {
        var journey = await new Journey(service).ToHeld();
        var track = journey.Track(Journey.ClosedQuarter.AddDays(30));
        track = track with { Origin = track.Origin with { Stream = track.Track } };
        var path = $"/v1/establishments/{journey.Establishment}/action-tracks";
        var held = journey.Held(Guid.CreateVersion7(), Journey.ClosedQuarter.AddDays(31));
        await journey.Tell(track, held);
        foreach (var unlisted in new[] { track.Origin, held.Origin })
        {
            (await journey.Asker.Get($"{path}?reflects={unlisted.Stream}@1", 503, "wait=0")).Kind().ShouldBe(NotYet);
        }

        var listed = $$""","listed":[{"kind":"action-track","id":"{{track.Track}}","text":"Une piste"}]}""";
        await journey.DraftAnother(Journey.Draft().TrimEnd().TrimEnd('}') + listed);
        await journey.Lead("lock");
        await journey.Approve();
        await journey.Lead("agree");
        var moved = track with { State = "completed", Origin = track.Origin with { Version = track.Origin.Version + 1 } };
        var write = $"reflects={moved.Track}@{moved.Origin.Version}";
        var asked = journey.Asker.Get($"{path}?{write}", prefer: "wait=20");
        await journey.Tell(moved);
        (await asked).Body["items"]!.AsArray().Single()!["state"]!.GetValue<string>().ShouldBe("completed");
        var another = await new Journey(service).ToHeld();
        (await another.Asker.Get($"{path}?{write}", 503, "wait=0")).Kind().ShouldBe(NotYet);
        (await another.Asker.Get($"/v1/establishments/{another.Establishment}/action-tracks?{write}", 503, "wait=0"))
            .Kind()
            .ShouldBe(NotYet);
    }

    [Fact]
    public async Task a_platform_waits_for_the_grant_by_which_it_reads_and_others_for_no_release_that_is_here()
    {
        var journey = await (await new Journey(service, tenant: Journey.Apart).ToHeld()).ToReleased();
        var platform = Guid.CreateVersion7();
        var granted = journey.Granted(platform, DateTimeOffset.UtcNow.AddDays(9), "indicators:read");
        var path = $"/v1/establishments/{journey.Establishment}/indicators/releases";
        var write = $"reflects={granted.Grant}@{granted.Origin.Version}";
        granted = granted with { Origin = granted.Origin with { Stream = granted.Grant } };
        var reader = new Speaker(service.Host, service.Mint.For(new Actor(journey.Tenant, Roles.Platform, platform), ["indicators:read"]));
        var asked = reader.Get($"{path}?{write}", prefer: "wait=20");
        await journey.Tell(granted);
        (await asked).Body["items"]!.AsArray().Count.ShouldBe(1);

        var period = (await journey.Practice.Get(await journey.Period())).Body;
        var published = $"reflects={period["id"]}@{period["version"]}";
        await journey.Asker.Get($"{path}?{published}", prefer: "wait=0");
        await journey.Practice.Get($"{path}?{published}", prefer: "wait=0");
        (await (new Journey(service, tenant: journey.Tenant).Asker).Get($"{path}?{published}", 503, "wait=0")).Kind().ShouldBe(NotYet);
        (await reader.Get($"{path}?{published}", 503, "wait=0")).Kind().ShouldBe(NotYet);
    }

    [Fact]
    public async Task the_feed_waits_for_what_it_tells_its_reader()
    {
        var journey = await new Journey(service).ToHeld();
        var entry = Journey.Entry(Guid.CreateVersion7(), 2, source: "engagement", type: "engagement_suspended");
        var path = $"/v1/events?reflects={entry.Stream}@2";
        var asked = journey.Practice.Get($"{path}&type=engagement.suspended", prefer: "wait=20");
        await journey.Tell(entry);
        (await asked).Body["items"]!.AsArray().ShouldContain(e => e!["subject"]!.GetValue<string>() == $"/v1/engagements/{entry.Stream}");
        (await journey.Asker.Get(path, 503, "wait=0")).Kind().ShouldBe(NotYet);
    }

    [Theory]
    [InlineData("something")]
    [InlineData("01a20d7e-0000-7000-8000-000000000001")]
    [InlineData("01a20d7e-0000-7000-8000-000000000001@-1")]
    [InlineData("@1")]
    public async Task what_is_no_write_is_refused(string reflects) =>
        await new Journey(service).Facilitator.Get($"/v1/groups/{Guid.NewGuid()}/evolution?reflects={reflects}", 400);
}
