using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_other_services_tell_of_a_group(ReportingFixture service)
{
    private static LedgerEntryRecorded Entry(Guid subject, long version, string source = "session") =>
        Journey.Entry(subject, version, source: source);

    [Fact]
    public async Task the_same_message_twice_is_one_fact()
    {
        var journey = await new Journey(service).ToHeld();
        var held = journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(30));
        var track = journey.Track(Journey.ClosedQuarter.AddDays(30));
        var concluded = new EngagementConcluded(journey.Engagement, [journey.Group], journey.Origin());
        await journey.Tell(held, held, track, held, track, concluded, concluded);
        (await journey.Facts<SessionNoted>(journey.Group)).ShouldBe(2);
        (await journey.Facts<TrackNoted>(journey.Group)).ShouldBe(2);
        (await journey.Facts<ConclusionNoted>(journey.Group)).ShouldBe(1);
    }

    [Fact]
    public async Task the_same_message_many_times_at_once_is_one_fact()
    {
        var journey = await new Journey(service).ToHeld();
        var held = journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(30));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => journey.Tell(held)));
        (await journey.Facts<SessionNoted>(journey.Group)).ShouldBe(2);
    }

    [Fact]
    public async Task several_messages_of_one_origin_all_count()
    {
        var journey = await new Journey(service).ToHeld();
        var held = journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(30));
        var coded = journey.Coded(held.Session, Journey.ClosedQuarter.AddDays(30)) with { Origin = held.Origin };
        await journey.Tell(coded, held);
        (await journey.Facts<SessionNoted>(journey.Group)).ShouldBe(2);
        (await journey.Facts<ThemesNoted>(journey.Group)).ShouldBe(2);
    }

    [Fact]
    public async Task messages_come_in_any_order()
    {
        var journey = new Journey(service);
        var day = Journey.ClosedQuarter.AddDays(20);
        var held = journey.Held(Guid.NewGuid(), day, present: 3);
        var coded = journey.Coded(held.Session, day);
        await journey.Tell(journey.Track(day), coded, held);
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 404);
        await journey.Tell(journey.Activated());
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 409);
        await journey.Tell(journey.Sealed());
        var drafted = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 201);
        drafted.Location.ShouldBe($"/v1/bilans/{drafted.Id}");
        drafted.ETag.ShouldBe("\"1\"");
        drafted.Body["figures"]!.ToJsonString().ShouldContain("\"attendancePercent\":50");
        drafted.Body["figures"]!["themes"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task the_first_messages_of_a_group_may_come_at_once()
    {
        var journey = new Journey(service);
        object[] messages = [journey.Sealed(), journey.Activated(), journey.Track(Given.Now), journey.Track(Given.Now, "progressed")];
        await Task.WhenAll(messages.Select(m => journey.Tell(m)));
        (await journey.Facts<GroupFact>(journey.Group)).ShouldBe(4);
    }

    [Fact]
    public async Task the_same_ledger_entry_twice_is_one_entry()
    {
        var subject = Guid.NewGuid();
        var journey = new Journey(service);
        await journey.Tell(Entry(subject, 1), Entry(subject, 1), Entry(subject, 2), Entry(subject, 1, source: "engagement"));
        (await journey.Facts<EntryLedgered>(subject)).ShouldBe(3);
    }

    [Fact]
    public async Task the_first_ledger_entries_of_an_engagement_may_come_at_once()
    {
        var journey = new Journey(service);
        for (var round = 0; round < 8; round++)
        {
            var subject = Guid.NewGuid();
            await Task.WhenAll(Enumerable.Range(1, 8).Select(i => journey.Tell(Entry(subject, i))));
            (await journey.Facts<EntryLedgered>(subject)).ShouldBe(8);
        }
    }

    [Fact]
    public async Task what_is_learned_has_its_place_in_the_causal_order()
    {
        var journey = await new Journey(service).ToAgreed();
        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.Origin()));
        await using var session = await journey.Store.ForTenant("cabinet", TestContext.Current.CancellationToken);
        var group = await session.Events.FetchStreamAsync(journey.Group, token: TestContext.Current.CancellationToken);
        var bilan = await session.Events.FetchStreamAsync(journey.Bilan, token: TestContext.Current.CancellationToken);
        var clocks = group.Concat(bilan).OrderBy(e => e.Sequence).Select(e => $"{e.Headers![EventHeaders.Clock]}").ToList();
        clocks.ShouldAllBe(c => c.Length > 0);
        clocks.Order(StringComparer.Ordinal).ShouldBe(clocks);
        clocks[^1].ShouldNotBe(clocks[^2]);
    }
}
