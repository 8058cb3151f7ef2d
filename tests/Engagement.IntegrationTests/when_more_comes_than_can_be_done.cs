using Alba;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>A node that has two commands in work and lets one wait: what comes past them is turned away, and nothing of it is stored.</summary>
public sealed class when_more_comes_than_can_be_done(EngagementFixture service) : IAsyncLifetime
{
    private const int Most = 2;
    private const int LetIn = Most + Most / 2;
    private const int Past = 5;
    private const string Evidence = """{"kind":"training","title":"Formation à l'analyse des pratiques","years":3}""";

    private readonly string _tenant = $"cabinet-{Guid.NewGuid()}";
    private IAlbaHost _node = null!;
    private Speaker _practice = null!;
    private string[] _facilitators = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _node = await service.Beside(new Dictionary<string, string?> { ["Limits:InWork"] = $"{Most}" });
        _practice = new(_node, service.Mint.For(new Actor(_tenant, Roles.Practice, Given.Id(900))), _tenant);
        _facilitators = new string[LetIn + Past];
        for (var n = 0; n < _facilitators.Length; n++)
        {
            // One after the other, and each a stream of its own: those of one stream would wait for each other.
            var registered = await _practice.Post(
                "/v1/facilitators",
                """{"displayName":"X","independenceDeclared":true,"evidence":[]}""",
                201
            );
            _facilitators[n] = $"/v1/facilitators/{registered.Id}";
        }
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task those_let_in_are_stored_once_and_those_past_them_are_told_when_to_come_again()
    {
        var before = await Stored();
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var connection = await owner.OpenConnectionAsync(Cancel);
        await using var hold = await Hold(connection);
        var commands = _facilitators.Select(f => _practice.Try($"{f}/evidence", Evidence)).ToList();

        // As long as the stream is held, nobody is answered but who is turned away.
        await foreach (var answered in Task.WhenEach(commands).Take(Past).WithCancellation(Cancel))
        {
            var refused = await answered;
            (refused.Status, refused.Kind(), refused.RetryAfter).ShouldBe((503, "/problems/unavailable", "2"));
            refused.Body["detail"]!.GetValue<string>().ShouldBe("The service is too busy to answer in time.");
            refused.Body["satisfy"]!.GetValue<string>().ShouldBe("Try again after the time in Retry-After.");
        }

        await WhatElseIsAsked();
        await hold.CommitAsync(Cancel);
        var answers = await Task.WhenAll(commands);
        answers.Count(a => a.Status == 200).ShouldBe(LetIn);
        (await Stored()).ShouldBe(before + LetIn);
        (await _practice.Post($"{_facilitators[0]}/evidence", Evidence, 200)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task copies_of_one_command_take_one_place()
    {
        var (before, key) = (await Stored(), $"{Guid.NewGuid()}");
        var copies = Enumerable.Range(0, 50).Select(_ => _practice.Try($"{_facilitators[0]}/evidence", Evidence, key: key));
        (await Task.WhenAll(copies)).Select(a => (a.Status, a.ETag)).Distinct().ShouldHaveSingleItem().Item1.ShouldBe(200);
        (await Stored()).ShouldBe(before + 1);
    }

    // Reads and probes have places of their own; who is turned away is told so before token and body are looked at.
    private async Task WhatElseIsAsked()
    {
        (await _practice.Get(_facilitators[0])).Status.ShouldBe(200);
        foreach (var probe in new[] { "live", "serving" })
        {
            await _node.Scenario(ask => ask.Get.Url($"/health/{probe}"));
        }

        await _node.Scenario(ask =>
        {
            ask.Post.Text("{").ToUrl("/v1/establishments");
            ask.WithRequestHeader("Accept-Language", "fr");
            ask.StatusCodeShouldBe(503);
            ask.ContentShouldContain("Le service est trop sollicité pour répondre à temps.");
        });
    }

    private async Task<NpgsqlTransaction> Hold(NpgsqlConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var stream = connection.CreateCommand();
        stream.CommandText = $"select 1 from engagement.mt_streams where tenant_id = '{_tenant}' for update";
        await stream.ExecuteNonQueryAsync(Cancel);
        return transaction;
    }

    private Task<long> Stored() => service.Count($"select count(*) from engagement.mt_events where tenant_id = '{_tenant}'");
}
