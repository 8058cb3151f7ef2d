using System.Diagnostics;
using Alba;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>One stream has one place, and those who write to it wait in their order: none of them starves, and nobody else is turned away for them.</summary>
[Trait("Part", "hot_stream")]
public sealed class when_many_write_to_one_stream(EngagementFixture service) : IAsyncLifetime
{
    // What two processors have; the same on any machine.
    private const int Most = 16;
    private const int Writers = 64;
    private const int Bystanders = 8;
    private const string Evidence = """{"kind":"training","title":"Formation à l'analyse des pratiques","years":3}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _tenant = $"cabinet-{Guid.NewGuid()}";
    private IAlbaHost _node = null!;
    private Speaker _practice = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _node = await service.Beside(new Dictionary<string, string?> { ["Limits:InWork"] = $"{Most}" });
        _practice = new(_node, service.Mint.For(new Actor(_tenant, Roles.Practice, Given.Id(900))), _tenant);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task those_who_obey_retry_after_all_get_their_turn_and_no_bystander_is_turned_away()
    {
        var hot = await Begin();
        var others = await Task.WhenAll(Enumerable.Range(0, Bystanders).Select(_ => Begin()));
        var calm = await Together(Bystanders, others, TimeSpan.FromSeconds(3), until: null);
        using var served = new CountdownEvent(Writers);
        var all = Task.Run(() => served.Wait(Patience, Cancel), Cancel);
        var watch = Stopwatch.StartNew();
        var writers = Together(Writers, [hot], Patience, all, () => served.Signal());
        var beside = await Together(Bystanders, others, Patience, all);
        var everybody = await all;
        var crowd = await writers;
        var took = watch.Elapsed.TotalSeconds;
        Observed.Tell(
            $"{Writers} writers of one stream, who obey Retry-After: {crowd.Count(c => c.Done == 0)} without anything after {took:F1} s, "
                + $"{crowd.Min(c => c.Done)} to {crowd.Max(c => c.Done)} each, {crowd.Sum(c => c.Turned)} times turned away; "
                + $"{Bystanders} bystanders {beside.Sum(c => c.Done) / took:F0} commands/s, {beside.Sum(c => c.Turned)} times turned away, "
                + $"beside {calm.Sum(c => c.Done) / 3.0:F0} alone"
        );
        everybody.ShouldBeTrue($"{crowd.Count(c => c.Done == 0)} of {Writers} had nothing after {Patience.TotalSeconds} s");
        beside.Sum(c => c.Turned).ShouldBe(0);
    }

    [Fact]
    public async Task a_stream_that_stands_still_keeps_nobody_else_waiting()
    {
        var (hot, other) = (await Begin(), await Begin());
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var connection = await owner.OpenConnectionAsync(Cancel);
        await using var hold = await connection.BeginTransactionAsync(Cancel);
        await using var stream = connection.CreateCommand();
        stream.CommandText = $"select 1 from engagement.mt_streams where id = '{hot.Split('/')[3]}' for update";
        await stream.ExecuteNonQueryAsync(Cancel);
        var held = Enumerable.Range(0, 2 * Most).Select(_ => _practice.Try(hot, Evidence)).ToList();
        var elsewhere = await Task.WhenAll(Enumerable.Range(0, Bystanders).Select(_ => _practice.Try(other, Evidence)));
        elsewhere.Select(a => a.Status).ShouldAllBe(status => status == 200);
        held.ShouldAllBe(h => !h.IsCompleted);
        await hold.CommitAsync(Cancel);
        (await Task.WhenAll(held)).Select(a => a.Status).ShouldAllBe(status => status == 200);
    }

    private async Task<string> Begin()
    {
        var registered = await _practice.Post("/v1/facilitators", """{"displayName":"X","independenceDeclared":true,"evidence":[]}""", 201);
        return $"/v1/facilitators/{registered.Id}/evidence";
    }

    // Each writes one command after the other, to the paths in turn; who is turned away comes again after the time it was told.
    private async Task<(int Done, int Turned)[]> Together(int writers, string[] paths, TimeSpan patience, Task? until, Action? first = null)
    {
        async Task<(int Done, int Turned)> Write(string path)
        {
            var (done, turned) = (0, 0);
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < patience && until is not { IsCompleted: true }; )
            {
                var answer = await _practice.Try(path, Evidence);
                if (answer.Status == 503)
                {
                    turned++;
                    await Task.WhenAny(
                        Task.Delay(TimeSpan.FromSeconds(int.Parse(answer.RetryAfter)), Cancel),
                        until ?? Task.Delay(-1, Cancel)
                    );
                    continue;
                }

                answer.Status.ShouldBe(200);
                if (done++ == 0)
                {
                    first?.Invoke();
                }
            }

            return (done, turned);
        }

        return await Task.WhenAll(Enumerable.Range(0, writers).Select(n => Task.Run(() => Write(paths[n % paths.Length]), Cancel)));
    }
}
