using System.Globalization;
using System.Text.Json.Nodes;
using Alba;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>Two nodes, of which one's clock is a fifth of a second behind: whichever is asked, nothing is refused for it, and the facts of a stream
/// stand in one order by version, by when they happened and by the causal clock.</summary>
[Trait("Part", "lagging_clock")]
public sealed class when_a_nodes_clock_lags(EngagementFixture service) : IAsyncLifetime
{
    private const int Turns = 30;

    // Registered, and independence declared.
    private const int OfRegistration = 2;
    private const string Evidence = """{"kind":"training","title":"Formation","years":3}""";

    private static readonly TimeSpan Lag = TimeSpan.FromMilliseconds(200);

    private readonly Actor _person = new("cabinet", Roles.Practice, Given.Id(900));
    private IAlbaHost _behind = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Speaker First => service.As(Roles.Practice);

    private Speaker Behind => new(_behind, service.Mint.For(_person));

    public async ValueTask InitializeAsync() => _behind = await service.Beside(new Dictionary<string, string?>(), new WrongTime(-Lag));

    public ValueTask DisposeAsync() => _behind.DisposeAsync();

    [Fact]
    public async Task a_command_without_a_time_happens_now_or_with_the_last_fact()
    {
        var facilitator = await Facilitator();
        var refused = 0;
        for (var turn = 0; turn < Turns; turn++)
        {
            (await First.Try($"/v1/facilitators/{facilitator}/evidence", Evidence)).Status.ShouldBe(200);
            refused += (await Behind.Try($"/v1/facilitators/{facilitator}/evidence", Evidence)).Status == 200 ? 0 : 1;
        }

        refused.ShouldBe(0, $"of {Turns}");
        await ShouldBeInOrder(facilitator, OfRegistration + 2 * Turns);
    }

    [Fact]
    public async Task so_does_one_that_touches_another_stream_too()
    {
        var journey = await new Journey(service).ToChartering();
        var path = $"/v1/groups/{journey.Group}/members";
        var member = $$"""{"displayName":"Camille","institution":"{{journey.Establishment}}"}""";
        (await First.Try(path, member)).Status.ShouldBe(200);

        (await Behind.Try($"{journey.EngagementPath}/groups", """{"label":"Groupe B"}""")).Status.ShouldBe(201);
        await ShouldBeInOrder(journey.Group);
        await ShouldBeInOrder(journey.Engagement);

        // The group began after the engagement's fact that says so, or with it.
        const string early = """
            select count(*) from engagement.mt_events g join engagement.mt_events e on e.data ->> 'group' = g.stream_id::text
            where g.version = 1 and e.seq_id < g.seq_id and e.headers ->> 'clock' > g.headers ->> 'clock'
            """;
        (await service.Count(early)).ShouldBe(0);
    }

    [Fact]
    public async Task a_callers_time_that_is_right_is_no_future()
    {
        var facilitator = await Facilitator();
        string At(TimeSpan from) =>
            $$"""{"kind":"training","title":"Formation","occurredAt":"{{TimeProvider.System.GetUtcNow() + from:O}}"}""";

        (await Behind.Try($"/v1/facilitators/{facilitator}/evidence", At(TimeSpan.Zero))).Status.ShouldBe(200);
        (await Behind.Try($"/v1/facilitators/{facilitator}/evidence", Evidence)).Status.ShouldBe(200);
        var future = await First.Try($"/v1/facilitators/{facilitator}/evidence", At(TimeSpan.FromSeconds(30)));
        (future.Status, future.Rule()).ShouldBe((422, "always/occurred-at/design"));
        var before = await First.Try($"/v1/facilitators/{facilitator}/evidence", At(-TimeSpan.FromSeconds(30)));
        (before.Status, before.Rule()).ShouldBe((422, "always/occurred-at/design"));
        await ShouldBeInOrder(facilitator, OfRegistration + 2);
    }

    [Fact]
    public async Task past_a_second_its_health_is_red_and_says_by_how_much()
    {
        (await Clock(service.Host)).Status.ShouldBe("Healthy");
        (await Clock(_behind)).Status.ShouldBe("Healthy");
        foreach (var seconds in (int[])[-120, 3])
        {
            await using var wrong = await service.Beside(new Dictionary<string, string?>(), new WrongTime(TimeSpan.FromSeconds(seconds)));
            var (status, said) = await Clock(wrong);
            status.ShouldBe("Unhealthy");
            var milliseconds = int.Parse(said.Split(' ').Single(w => w.All(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
            milliseconds.ShouldBeInRange(Math.Abs(seconds) * 1000 - 1000, Math.Abs(seconds) * 1000 + 1000);
            said.ShouldEndWith(seconds < 0 ? "ms behind the database's." : "ms ahead of the database's.");
        }
    }

    private async Task<Guid> Facilitator() =>
        (await First.Post("/v1/facilitators", """{"displayName":"X","independenceDeclared":true,"evidence":[]}""", 201)).Id;

    private static async Task<(string Status, string Said)> Clock(IAlbaHost host)
    {
        var answer = await host.Scenario(ask =>
        {
            ask.Get.Url("/health/ready");
            ask.IgnoreStatusCode();
        });
        var check = JsonNode.Parse(await answer.ReadAsTextAsync())!["checks"]!["clock"]!;
        return (check["status"]!.GetValue<string>(), check["description"]!.GetValue<string>());
    }

    private async Task ShouldBeInOrder(Guid stream, int? events = null)
    {
        var facts = new List<(string Clock, DateTimeOffset OccurredAt)>();
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            "select headers ->> 'clock', (data ->> 'occurredAt')::timestamptz from engagement.mt_events where stream_id = $1 order by version"
        );
        command.Parameters.Add(new() { Value = stream });
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
        {
            facts.Add((reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        facts.Count.ShouldBe(events ?? facts.Count);
        var pairs = facts.Zip(facts.Skip(1)).ToList();
        pairs.Count(p => p.First.OccurredAt > p.Second.OccurredAt).ShouldBe(0, "each happened with the one before or after it");
        pairs
            .Count(p => string.CompareOrdinal(p.First.Clock, p.Second.Clock) > 0)
            .ShouldBe(0, $"causal clocks earlier than the fact before, of {facts.Count}");
    }
}
