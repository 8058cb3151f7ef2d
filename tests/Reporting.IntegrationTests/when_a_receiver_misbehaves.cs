using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Outbound.Webhooks;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A service on whose clock days pass at once.</summary>
public abstract class DaysPass() : ServiceFixture<Program>("reporting")
{
    /// <summary>Its clock.</summary>
    public PassingTime Time { get; } = new();

    /// <inheritdoc />
    protected override void Replace(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));

    /// <summary>Time passes until then, and what is due by then is due on the queue's own clock.</summary>
    public async Task PassUntil(DateTimeOffset then)
    {
        Time.PassUntil(then);
        await using var owner = NpgsqlDataSource.Create(Cluster.ConnectionString("owner"));
        await using var pass = owner.CreateCommand(
            """
            update reporting.wolverine_incoming_envelopes set execution_time = execution_time - $1
            where status = 'Scheduled' and message_type = 'reporting.deliver-webhook' and execution_time <= $2
            """
        );
        pass.Parameters.AddWithValue(Time.Ahead);
        pass.Parameters.AddWithValue(Time.GetUtcNow());
        await pass.ExecuteNonQueryAsync();
    }
}

/// <summary>One that may call this machine, as tests do.</summary>
public sealed class ReachesThisMachine : DaysPass;

/// <summary>One that may not, as anywhere but in development; names lead where a test says.</summary>
public sealed class ReachesPublicAddresses : DaysPass
{
    /// <summary>Where a name leads, each time that somebody asks.</summary>
    public Queue<IPAddress[]> Leads { get; } = new();

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["Webhooks:AllowLoopback"] = "false" };

    /// <inheritdoc />
    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.Replace(
            ServiceDescriptor.Singleton(s => new Egress(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>())
            {
                Resolve = (_, _) => Task.FromResult(Leads.Dequeue()),
            })
        );
    }
}

/// <summary>What the log says of one call.</summary>
internal sealed record Logged(
    Guid Event,
    int Attempt,
    string Outcome,
    int? Status,
    string? Failure,
    DateTimeOffset At,
    DateTimeOffset? Next
)
{
    /// <summary>The whole log, the oldest call first.</summary>
    public static async Task<IReadOnlyList<Logged>> Of(Speaker owner, string path)
    {
        var log = new List<Logged>();
        for (var page = $"{path}/deliveries"; page is not null; )
        {
            var answer = await owner.Get(page);
            log.AddRange(answer.Body["items"]!.AsArray().Select(d => Of(d!)));
            page = answer.Next;
        }

        log.Reverse();
        return log;
    }

    /// <summary>The same, once it tells of so many calls.</summary>
    public static async Task<IReadOnlyList<Logged>> Of(Speaker owner, string path, int calls)
    {
        await when_webhooks_are_called.Until(async () => (await Of(owner, path)).Count >= calls);
        return await Of(owner, path);
    }

    private static Logged Of(JsonNode call) =>
        new(
            call["event"]!.GetValue<Guid>(),
            call["attempt"]!.GetValue<int>(),
            call["outcome"]!.GetValue<string>(),
            call["status"]?.GetValue<int>(),
            call["failure"]?.GetValue<string>(),
            call["at"]!.GetValue<DateTimeOffset>(),
            call["nextAt"]?.GetValue<DateTimeOffset>()
        );
}

/// <summary>A receiver that fails, hangs and redirects for three days, then comes back: nothing is lost, each event is taken once, in order, and
/// the log tells the whole story.</summary>
public class when_a_receiver_misbehaves(ReachesThisMachine service) : IClassFixture<ReachesThisMachine>
{
    private readonly Journey _journey = new(service);

    private Speaker Owner => _journey.Practice;

    // A group is sealed: the ledger is told of it, and the practice may be.
    private async Task<Guid> Happens()
    {
        var group = Guid.CreateVersion7();
        await _journey.Tell(Journey.Entry(group, 1, source: "engagement", type: "group_sealed", recorded: service.Time.GetUtcNow()));
        await _journey.CaughtUp();
        var feed = await Owner.Get("/v1/events?type=group.sealed");
        var told = feed.Body["items"]!.AsArray().Single(e => e!["data"]!["resource"]!.GetValue<string>() == $"/v1/groups/{group}");
        return told!["id"]!.GetValue<Guid>();
    }

    [Fact]
    public async Task after_three_days_each_event_is_taken_once_in_order_and_the_log_tells_the_story()
    {
        await using var receiver = await Receiver.Start();
        var webhook = await Owner.Post("/v1/webhooks", $$"""{"url":"{{receiver.Url}}","types":["group.sealed"]}""", 201);
        var path = $"/v1/webhooks/{webhook.Id}";
        var waits = DeliverWebhookHandler.Waits;
        var began = service.Time.GetUtcNow();

        receiver.Answers(500);
        Guid[] missed = [await Happens(), await Happens(), await Happens()];
        var log = await Logged.Of(Owner, path, missed.Length);
        for (var attempt = 2; attempt <= waits.Count + 1; attempt++)
        {
            receiver.Answer = attempt switch
            {
                2 => (_, http) => new TaskCompletionSource().Task.WaitAsync(http.RequestAborted),
                3 => (_, http) =>
                {
                    http.Response.Redirect("http://127.0.0.1:1/elsewhere");
                    return Task.CompletedTask;
                },
                _ => (_, http) =>
                {
                    http.Response.StatusCode = 503;
                    return Task.CompletedTask;
                },
            };
            await service.PassUntil(log.Max(l => l.Next)!.Value);
            log = await Logged.Of(Owner, path, missed.Length * attempt);
        }

        log.Select(l => l.Event).ShouldBe(Enumerable.Repeat(missed, waits.Count + 1).SelectMany(m => m));
        log.Select(l => l.Attempt).ShouldBe(Enumerable.Range(1, waits.Count + 1).SelectMany(a => Enumerable.Repeat(a, missed.Length)));
        log.Where(l => l.Attempt <= waits.Count).ShouldAllBe(l => l.Outcome == "failed" && l.Next == l.At + waits[l.Attempt - 1]);
        log.Where(l => l.Attempt == 1).ShouldAllBe(l => l.Status == 500);
        log.Where(l => l.Attempt == 2).ShouldAllBe(l => l.Status == null && l.Failure == "timeout");
        log.Where(l => l.Attempt == 3).ShouldAllBe(l => l.Status == 302);
        log.Where(l => l.Attempt is > 3 and < 10).ShouldAllBe(l => l.Status == 503);
        log.Where(l => l.Attempt == 10)
            .Select(l => (l.Outcome, l.Status, l.Failure, l.Next))
            .ShouldBe([("given-up", 503, null, null), ("not-sent", null, "not-enabled", null), ("not-sent", null, "not-enabled", null)]);
        (log[^1].At - began).ShouldBeInRange(TimeSpan.FromDays(3), TimeSpan.FromDays(3.5));

        var disabled = await Owner.Get(path);
        (disabled.Body["state"]!.GetValue<string>(), disabled.Body["reason"]!.GetValue<string>()).ShouldBe(("disabled", "undeliverable"));
        missed = [.. missed, await Happens()];

        receiver.Calls.Clear();
        receiver.Answers(204);
        await Owner.Post($"{path}/enable", "{}", 200, disabled.ETag);
        var span = $$"""{"from":"{{began:O}}","to":"{{service.Time.GetUtcNow():O}}"}""";
        await Owner.Post($"{path}/resend", span, 200);
        await service.PassUntil(service.Time.GetUtcNow().AddSeconds(1));
        await Logged.Of(Owner, path, log.Count + missed.Length);
        missed = [.. missed, await Happens()];
        var whole = await Logged.Of(Owner, path, log.Count + missed.Length);

        receiver.Calls.Select(c => Guid.Parse(c.Id)).ShouldBe(missed);
        receiver.Calls.Select(c => c.Event["id"]!.GetValue<string>()).ShouldBe(receiver.Calls.Select(c => c.Id));
        whole.Skip(log.Count).Select(l => (l.Event, l.Attempt, l.Outcome)).ShouldBe(missed.Select(m => (m, 1, "delivered")));
        var feed = await Owner.Get("/v1/events?type=group.sealed");
        feed.Body["items"]!.AsArray().Select(e => e!["id"]!.GetValue<Guid>()).Where(missed.Contains).ShouldBe(missed);
    }

    [Fact]
    public async Task no_transaction_is_open_while_it_hangs()
    {
        await using var receiver = await Receiver.Start();
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        var (called, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        var given = Task.CompletedTask;
        receiver.Answer = (_, http) =>
        {
            given = answer.Task.WaitAsync(http.RequestAborted);
            called.SetResult();
            return given;
        };
        var webhook = await Owner.Post("/v1/webhooks", $$"""{"url":"{{receiver.Url}}","types":["group.sealed"]}""", 201);
        await Owner.Post($"/v1/webhooks/{webhook.Id}/test", "{}", 200);
        await service.PassUntil(service.Time.GetUtcNow().AddSeconds(1));
        await called.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        // Whatever else was open as it was called ends by itself.
        var open = await Transactions();
        await when_webhooks_are_called.Until(async () => !(await Transactions()).Intersect(open).Any());

        given.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        (await Logged.Of(Owner, $"/v1/webhooks/{webhook.Id}", 1)).Single().Outcome.ShouldBe("delivered");

        async Task<List<string>> Transactions()
        {
            await using var reading = owner.CreateCommand(
                "select pid || ' ' || xact_start from pg_stat_activity where usename = 'reporting' and xact_start is not null"
            );
            await using var reader = await reading.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var open = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                open.Add(reader.GetString(0));
            }

            return open;
        }
    }

    [Fact]
    public async Task it_is_called_once_at_a_time_and_what_is_sent_again_comes_in_order()
    {
        await using var receiver = await Receiver.Start();
        var webhook = await Owner.Post("/v1/webhooks", $$"""{"url":"{{receiver.Url}}","types":["group.sealed"]}""", 201);
        var began = service.Time.GetUtcNow();
        var (now, most) = (0, 0);
        receiver.Answer = async (_, http) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await http.Response.WriteAsync("a");
            await http.Response.Body.FlushAsync();
            await http.Response.WriteAsync("b");
            Interlocked.Decrement(ref now);
        };
        var happened = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            happened.Add(await Happens());
        }

        var path = $"/v1/webhooks/{webhook.Id}";
        await Logged.Of(Owner, path, happened.Count);
        await Owner.Post($"{path}/resend", $$"""{"from":"{{began:O}}","to":"{{service.Time.GetUtcNow():O}}"}""", 200);
        await service.PassUntil(service.Time.GetUtcNow().AddSeconds(1));
        await Logged.Of(Owner, path, 2 * happened.Count);
        receiver.Calls.Select(c => Guid.Parse(c.Id)).ShouldBe([.. happened, .. happened]);
        most.ShouldBe(1);
    }
}

/// <summary>A receiver whose name leads to the inside when it is called, whatever it led to before: nothing is sent, and the log says why.</summary>
public class when_a_receiver_lies_about_its_address(ReachesPublicAddresses service) : IClassFixture<ReachesPublicAddresses>
{
    [Fact]
    public async Task it_is_not_connected_to_and_the_log_says_so()
    {
        var owner = new Journey(service).Practice;
        using var inside = new TcpListener(IPAddress.IPv6Any, 0);
        inside.Server.DualMode = true;
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        var webhook = await owner.Post("/v1/webhooks", $$"""{"url":"https://receiver.example:{{port}}/hook"}""", 201);
        var path = $"/v1/webhooks/{webhook.Id}";

        IPAddress[][] lies =
        [
            [IPAddress.Loopback],
            [IPAddress.IPv6Loopback],
            [IPAddress.Loopback.MapToIPv6()],
            [IPAddress.Parse("10.0.0.1")],
            [IPAddress.Parse("93.184.216.34"), IPAddress.Loopback],
            [],
        ];
        foreach (var lie in lies)
        {
            service.Leads.Enqueue(lie);
        }

        await owner.Post($"{path}/test", "{}", 200);
        await service.PassUntil(service.Time.GetUtcNow().AddSeconds(1));
        for (var attempt = 1; attempt < lies.Length; attempt++)
        {
            await service.PassUntil((await Logged.Of(owner, path, attempt))[^1].Next!.Value);
        }

        var log = await Logged.Of(owner, path, lies.Length);
        log.ShouldAllBe(l => l.Outcome == "failed" && l.Status == null && l.Failure == "address-not-public");
        log.Select(l => l.Attempt).ShouldBe(Enumerable.Range(1, lies.Length));
        // Each call was judged by what its one look-up gave: there is no second one for a name to change its mind at.
        service.Leads.ShouldBeEmpty();
        inside.Pending().ShouldBeFalse();
    }
}
