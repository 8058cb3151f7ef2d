using System.Diagnostics;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A timer stands in the database, not in a process: the service that set it is killed, and the one that comes after it keeps it.</summary>
[Collection(typeof(TheSystem))]
public class when_a_timer_outlives_its_service(SystemFixture system)
{
    [Fact]
    public async Task the_group_is_reminded_all_the_same_and_nothing_is_cut()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        const string Tenant = "cabinet-minuteur";
        var (facilitator, path) = await SetTimer(api, Tenant);
        await using var down = await system.Host.Kill("session");
        var passed = 0;
        await using (var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner")))
        {
            // Ten hours pass: the timer's moment, and with it what it is told to look at.
            await using var pass = owner.CreateCommand(
                "update session.wolverine_incoming_envelopes set execution_time = now() where status = 'Scheduled' "
                    + $"and message_type = 'session.time-box-due' and position('{Tenant}'::bytea in body) > 0"
            );
            passed = await pass.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await system.Host.Restart("session", TestContext.Current.CancellationToken);
        passed.ShouldBe(1);
        var reminded = await api.GetWhen(facilitator, path, s => s["timeBox"]!["passed"]!.GetValue<bool>());
        reminded.Body["currentPhase"]!.GetValue<string>().ShouldBe("settle");
        reminded.Body["state"]!.GetValue<string>().ShouldBe("open");
    }

    // Twenty a second, as the store polls by itself, would take fifty seconds on any machine.
    [Fact]
    [Trait("Part", "scheduled_backlog")]
    public async Task a_thousand_that_are_due_at_once_are_handled_as_fast_as_they_can_be()
    {
        const int Many = 1_000;
        var bound = TimeSpan.FromSeconds(20);
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        await SetTimer(api, "cabinet-mille-minuteurs");
        await using var down = await system.Host.Kill("session");
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using (var copy = owner.CreateCommand(Copies))
        {
            copy.Parameters.Add(new() { Value = Many });
            (await copy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(Many);
        }

        await system.Host.Restart("session", TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await using var waiting = owner.CreateCommand(
            "select count(*) from session.wolverine_incoming_envelopes where status <> 'Handled' and message_type = 'session.time-box-due' "
                + "and execution_time <= now()"
        );
        await using var again = owner.CreateCommand(
            "select count(*) from session.wolverine_incoming_envelopes where status = 'Incoming' and owner_id = 0 and message_type = 'session.time-box-due'"
        );
        var lost = 0L;
        await SystemFixture.Until(
            async () =>
            {
                lost += (long)(await again.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
                return await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 0L;
            },
            "all handled"
        );
        Observed.Tell($"{watch.Elapsed.TotalSeconds:F1} s from the restart until {Many} timers that were due had been handled");
        lost.ShouldBe(0, "timers that a node holds were taken for lost, to be handled again");
        watch.Elapsed.ShouldBeLessThan(bound);
    }

    [Fact]
    public async Task a_quarter_is_released_though_its_service_was_away_when_it_was_time()
    {
        const string Tenant = "cabinet-fin-de-trimestre";
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var progress = new Progress("test", 1, _ => { });
        var api = new Caller(http, system.Host.Mint, progress, TestContext.Current.CancellationToken);
        var stage = new Stage(api, new(TimeProvider.System), new(Tenant, Roles.Practice, Guid.NewGuid()));
        var told = Stories.Read();
        await stage.Register(told.Establishments);
        var led = await Demonstration.Tell(stage, told.Engagements.Single(s => s.Key == "circle-8"), progress);
        await api.GetWhen(
            stage.Practice,
            $"/v1/groups/{led.Cast.Group}/evolution",
            e => e["lines"]!.AsArray().Count(l => l!["what"]!.GetValue<string>() == "session-held") >= led.Sessions.Count
        );

        await using var down = await system.Host.Kill("reporting");
        await using (var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner")))
        {
            // The day passes that an imported history has to be told whole.
            await using var pass = owner.CreateCommand(
                "update reporting.wolverine_incoming_envelopes set execution_time = now() where status = 'Scheduled' "
                    + $"and message_type = 'reporting.quarter-over' and position('{Tenant}'::bytea in body) > 0 "
                    + "and execution_time < now() + interval '2 days'"
            );
            (await pass.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        }

        await system.Host.Restart("reporting", TestContext.Current.CancellationToken);
        var quarter = stage.Calendar.ClosedQuarters(1)[0];
        await api.GetWhen(
            stage.Practice,
            "/v1/indicator-periods",
            p => p["items"]!.AsArray().Any(i => i!["period"]!.GetValue<string>() == quarter && i["releases"]!.AsArray().Count == 2)
        );
        var own = new Actor(Tenant, Roles.Establishment, Guid.NewGuid(), led.Cast.Establishment.Establishment);
        var read = await api.Get(own, $"/v1/establishments/{own.Establishment}/indicators?period={quarter}");
        read.Body["number"]!.GetValue<int>().ShouldBe(1);
    }

    private const string Copies = """
        with one as (
            select * from session.wolverine_incoming_envelopes
            where status = 'Scheduled' and message_type = 'session.time-box-due' order by execution_time desc limit 1
        ),
        copies as (select one.*, gen_random_uuid() as other from one, generate_series(1, $1))
        insert into session.wolverine_incoming_envelopes (id, status, owner_id, execution_time, attempts, body, message_type, received_at, timestamp)
        select other, status, owner_id, now(), attempts, decode(replace(encode(body, 'hex'), encode(id::text::bytea, 'hex'), encode(other::text::bytea, 'hex')), 'hex'),
            message_type, received_at, now() - interval '1 hour'
        from copies
        """;

    // A session whose first phase has a time box of ten hours.
    private static async Task<(Actor Facilitator, string Path)> SetTimer(Caller api, string tenant)
    {
        var stage = new Stage(api, new(TimeProvider.System), new(tenant, Roles.Practice, Guid.NewGuid()));
        var told = Stories.Read();
        await stage.Register(told.Establishments);
        var (cast, _) = await new Founding(stage, told.Engagements.Single(s => s.Key == "circle-8")).Lead();
        var now = DateTimeOffset.UtcNow;
        var scheduled = await api.StartWhenKnown(cast.Facilitator, $"/v1/groups/{cast.Group}/sessions", now, new { plannedFor = now });
        var path = $"/v1/sessions/{scheduled.Id}";
        await api.Change(cast.Facilitator, path, "open", now, new { });
        await api.Change(cast.Facilitator, path, "attendance", now, new { present = cast.Members.Select(m => m.Person) });
        await api.Change(cast.Facilitator, path, "phases/settle/start", now, new { minutes = 600 });
        return (cast.Facilitator, path);
    }
}
