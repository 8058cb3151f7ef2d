using Npgsql;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A quarter that is over is closed and released by itself, by messages that stand in the database and not in a process.</summary>
public class when_a_quarter_ends(ReportingFixture service)
{
    private static readonly string Closed = Journey.Quarter(Journey.ClosedQuarter);

    private static string Path(Guid establishment) => $"/v1/establishments/{establishment}/indicators?period={Closed}";

    [Fact]
    public async Task each_scope_is_released_once_and_nothing_is_waited_for_any_more()
    {
        const string Tenant = "cabinet-du-trimestre";
        var one = await new Journey(service, tenant: Tenant).ToHeld();
        var two = await new Journey(service, tenant: Tenant).ToHeld(present: 5);
        await one.Tell(
            new EstablishmentRegistered(one.Establishment, "552100554", null, "38", one.Origin()),
            new EstablishmentRegistered(two.Establishment, "552100554", null, "69", two.Origin())
        );
        await one.Asker.Get(Path(one.Establishment), 404);
        (await Waiting(Tenant)).Count.ShouldBe(4, "the quarter and the year, once for each group: more sessions say nothing new");
        await one.Tell(one.Held(Guid.CreateVersion7(), Journey.ClosedQuarter.AddDays(30)));
        (await Waiting(Tenant)).Count.ShouldBe(4);

        await ItIsTime(Tenant);
        await when_webhooks_are_called.Until(async () => (await Scopes(one)).Count == 4 && (await Waiting(Tenant)).Count <= 2);
        (await Scopes(one)).ShouldBe([
            "practice/all",
            .. new[] { one.Establishment, two.Establishment }.Order().Select(e => $"establishment/{e}"),
            "association/552100554",
        ]);
        var read = await one.Asker.Get(Path(one.Establishment));
        read.Body["number"]!.GetValue<int>().ShouldBe(1);
        read.Body["cells"]!.AsArray().Single(c => c!["code"]!.GetValue<string>() == "A1")!["value"]!.GetValue<int>().ShouldBe(2);

        // The practice is told of each, an establishment of its own.
        async Task<IReadOnlyList<string>> Told(Speaker reader) =>
            [
                .. (await reader.Get("/v1/events?type=indicators.published")).Body["items"]!
                    .AsArray()
                    .Select(e => e!["data"]!["resource"]!.GetValue<string>()),
            ];
        await when_webhooks_are_called.Until(async () => (await Told(one.Practice)).Count == 4);
        (await Told(one.Practice))[^1].ShouldBe("/v1/roll-ups/association/552100554/indicators/releases");
        (await Told(one.Asker)).ShouldBe([$"/v1/establishments/{one.Establishment}/indicators/releases"]);

        // Told again, it does nothing again; and what the practice publishes itself is a correction.
        await one.Tell(new PeriodOver(Closed));
        (await Scopes(one)).Count.ShouldBe(4);
        (await one.Publish(one.Establishment, 422)).Rule().ShouldBe("always/release-difference/design");
    }

    [Fact]
    public async Task a_quarter_that_runs_is_waited_for_and_not_closed()
    {
        const string Tenant = "cabinet-du-jour";
        var journey = new Journey(service, tenant: Tenant);
        var running = CalendarPeriod.Of(DateTimeOffset.UtcNow);
        await journey.Tell(journey.Sealed(), journey.Activated(), journey.Held(Guid.CreateVersion7(), DateTimeOffset.UtcNow));
        (await Waiting(Tenant))
            .Order()
            .ShouldBe(
                new[] { running.Until, new CalendarPeriod(running.Year).Until.AddDays(31) }.Select(d => d + PeriodOver.Grace),
                "the quarter, and the year, which waits for bilans"
            );
        await journey.Tell(new PeriodOver(running.ToString()));
        (await journey.Practice.Get("/v1/indicator-periods")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task a_quarter_that_the_practice_closed_keeps_its_floors_and_what_is_released()
    {
        const string Tenant = "cabinet-qui-ferme";
        var journey = await new Journey(service, tenant: Tenant).ToHeld();
        await journey.Practice.Post("/v1/indicator-periods", $$"""{"period":"{{Closed}}","floor":10}""", 201);
        await journey.Publish(journey.Establishment);
        await ItIsTime(Tenant);
        await when_webhooks_are_called.Until(async () => (await Scopes(journey)).Count == 2);
        (await Scopes(journey)).ShouldBe([$"establishment/{journey.Establishment}", "practice/all"]);
        (await journey.Practice.Get(await journey.Period())).Body["floor"]!.GetValue<int>().ShouldBe(10);
    }

    private static async Task<IReadOnlyList<string>> Scopes(Journey journey) =>
        [
            .. (await journey.Practice.Get("/v1/indicator-periods")).Body["items"]!
                .AsArray()
                .SelectMany(p => p!["releases"]!.AsArray())
                .Select(r => $"{r!["scope"]!["kind"]!.GetValue<string>()}/{r["scope"]!["code"]!.GetValue<string>()}"),
        ];

    private async Task<IReadOnlyList<DateTimeOffset>> Waiting(string tenant)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var waiting = owner.CreateCommand($"select execution_time {Of(tenant)}");
        await using var reader = await waiting.ExecuteReaderAsync();
        var due = new List<DateTimeOffset>();
        while (await reader.ReadAsync())
        {
            due.Add(reader.GetFieldValue<DateTimeOffset>(0));
        }

        return due;
    }

    private async Task ItIsTime(string tenant)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var pass = owner.CreateCommand(
            $"update reporting.wolverine_incoming_envelopes set execution_time = now() where id in (select id {Of(tenant)})"
        );
        (await pass.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
    }

    private static string Of(string tenant) =>
        $"from reporting.wolverine_incoming_envelopes where status = 'Scheduled' and message_type = 'reporting.quarter-over' and position('{tenant}'::bytea in body) > 0";
}
